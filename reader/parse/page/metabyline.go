package page

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"offprint/reader/parse/frame"
	"offprint/reader/parse/phrase"
)

// byline returns who wrote the article, empty if the page does not plainly
// say so: a wrong name is worse than none. The title must have been looked for.
func (m *pageMeta) byline() string {
	if m.writer == nil {
		b := m.findByline()
		m.writer = &b
	}
	return *m.writer
}

func (m *pageMeta) findByline() string {
	writers := m.shown(m.ld.writers())
	if b := m.people(writers); b != "" {
		return b
	}
	if len(writers) == 1 && alias(writers[0]) && (!m.isSite(writers[0]) || m.diary()) {
		return writers[0]
	}
	if b := m.markedAuthor(true); b != "" {
		return b
	}
	label := strings.ToLower(m.tag("twitter:label1"))
	if strings.Contains(label, "written by") || strings.Contains(label, "author") || strings.Contains(label, "verfasst von") || strings.Contains(label, "par") {
		if b := m.people(m.shown([]string{m.tag("twitter:data1")})); b != "" {
			return b
		}
	}
	for _, k := range []string{"author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "byl", "dcterms.creator", "citation_author", "article:author_name"} {
		if b := m.people(m.shown([]string{m.tag(k)})); b != "" {
			return b
		}
	}
	if b := m.markedAuthor(false); b != "" {
		return b
	}
	return phrase.FirstFilled(m.nearByline(), m.datedByline(), m.labelledByline())
}

// shown returns those of the names that the page shows to its readers. Others
// are those of who has set the page up: no reader is told of them. First and
// last name may stand in elements of their own, without a blank.
func (m *pageMeta) shown(names []string) []string {
	var out []string
	for _, n := range names {
		if n = cleanAuthor(n); n == "" {
			continue
		}
		if m.text == "" {
			m.text = strings.ToLower(textOf(m.doc))
		}
		low := strings.ToLower(n)
		if strings.Contains(m.text, low) || strings.Contains(low, " ") && strings.Contains(m.text, strings.ReplaceAll(low, " ", "")) {
			out = append(out, n)
		}
	}
	return out
}

// markedAuthor returns the name in the elements marked as author. sure asks
// for marks that stand for nothing else: rel=author and itemprop=author.
func (m *pageMeta) markedAuthor(sure bool) string {
	for _, n := range m.authors {
		rel, prop := attr(n, "rel"), attr(n, "itemprop")
		plain := strings.EqualFold(rel, "author") || strings.Contains(prop, "author")
		class := strings.ToLower(attr(n, "class") + " " + attr(n, "id") + " " + attr(n, "data-testid"))
		if plain != sure || m.outside(n) || n.DataAtom == atom.Link || n.DataAtom == atom.Body || n.DataAtom == atom.Html {
			continue
		}
		if !sure && !authorAddress(attr(n, "href")) && !(hasWord(class, "author") || hasWord(class, "byline") || hasWord(class, "autor") || hasWord(class, "reader-credits")) {
			continue
		}
		if !plain && inCard(n) {
			continue
		}
		text := textOf(n)
		if n.DataAtom == atom.Meta {
			text = attr(n, "content")
		}
		if len(text) > frame.BylineReach {
			continue
		}
		if b := m.people([]string{text}); b != "" {
			return m.withJoined(b, n)
		}
		if a := cleanAuthor(text); (sure || authorAddress(attr(n, "href")) || hasWord(class, "vcard")) && alias(a) && !m.isSite(a) {
			return a
		}
	}
	return ""
}

// inCard reports whether an element stands within a link to something else
// than a writer's page: it tells who wrote what the link leads to.
func inCard(n *html.Node) bool {
	for p := n.Parent; p != nil; p = p.Parent {
		if p.DataAtom == atom.A {
			return !authorAddress(attr(p, "href"))
		}
	}
	return false
}

// alias reports whether text is a writer's name of one word in lower case.
func alias(text string) bool {
	if len(text) < 3 || len(text) > 24 || !personalWord(text) {
		return false
	}
	for _, r := range text {
		if !unicode.IsLower(r) && !unicode.IsDigit(r) {
			return false
		}
	}
	return true
}

// hasWord reports whether a class holds word as one of its parts, in the plural too.
func hasWord(class, word string) bool {
	for from := 0; ; {
		i := strings.Index(class[from:], word)
		if i < 0 {
			return false
		}
		i += from
		end := i + len(word)
		if end < len(class) && class[end] == 's' {
			end++
		}
		if (i == 0 || !letter(class[i-1])) && (end == len(class) || !letter(class[end])) {
			return true
		}
		from = i + 1
	}
}

// people joins the names that can be those of writers.
func (m *pageMeta) people(all []string) string {
	var out []string
	for _, a := range all {
		a = cleanAuthor(a)
		if a == "" || !personal(a) || corporate(a) || m.isSite(a) && !m.diary() || m.titled(a) {
			continue
		}
		dup := false
		for _, o := range out {
			dup = dup || strings.EqualFold(o, a)
		}
		if !dup {
			out = append(out, a)
		}
	}
	return strings.Join(out, ", ")
}

// titled reports whether a belongs to the title: it is most of it, or one word of it.
func (m *pageMeta) titled(a string) bool {
	return strings.Contains(m.found, a) && (len(a)*2 > len(m.found) || !strings.Contains(a, " "))
}

// cleanAuthor takes off what stands around a name: By, a role, a date, a handle.
func cleanAuthor(a string) string {
	a = strings.Join(strings.Fields(html.UnescapeString(a)), " ")
	for _, by := range []string{" by ", " von ", " par ", " por "} { // Posted on April 19, 2024 by Jane Roe
		if head, tail, ok := strings.Cut(a, by); ok && strings.ContainsAny(head, "0123456789") {
			a = tail
		}
	}
	for again := true; again; {
		again = false
		for _, head := range []string{"by ", "von ", "par ", "por ", "di ", "door ", "written by ", "posted by ", "published by ", "author:", "autor:", "text:", "von:", "by:", "geschrieben von ", "verfasst von ", "originally by ", "interview: ", "foto: ", "by: ", "author", "vom ", "erstellt von ", "ein gastbeitrag von ", "pressemitteilung von ", "publié par ", "auteur:", "photo by ", "текст:", "автор:", "作者：", "文／", "記者", "מאת "} {
			if rest, ok := phrase.CutFold(a, head); ok {
				a, again = strings.TrimSpace(rest), true
			}
		}
	}
	for _, mark := range []string{" | ", " – ", " — ", " - ", " • ", " · ", " on ", " am ", " (", " @", " in ", ", Staff", " / ", " Reporting from", " reports from"} {
		if head, tail, ok := strings.Cut(a, mark); ok && (mark != " in " && mark != " on " && mark != " am " || strings.ContainsAny(tail, "0123456789") || mark == " in ") {
			a = head
		}
	}
	a = strings.Trim(a, " .,;:|-–—•·")
	for _, tail := range []string{" am", " on", " vom", " at", " 기자", " 记者", " 記者"} {
		a = strings.TrimSuffix(a, tail)
	}
	if words := strings.Fields(a); len(words) > 3 && strings.EqualFold(words[len(words)-1], "staff") { // Jane Roe Elm Daily Staff
		a = strings.Join(words[:2], " ")
	}
	return phrase.Byline(a)
}

// wideName is how long names are at most that are written without blanks, in characters.
const wideName = 12

// personal reports whether a looks like names: no address, no digits, few words, capitals.
func personal(a string) bool {
	if len(a) < 3 || len(a) > 100 || strings.Contains(a, "://") || strings.Contains(a, "www.") || strings.ContainsAny(a, "@/<>{}=©") || strings.ContainsAny(a, "0123456789") {
		return false
	}
	letters, wide := 0, 0
	for _, r := range a {
		if unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul) {
			wide++
		}
		if unicode.IsLetter(r) {
			letters += 1 + utf8.RuneLen(r)/3 // names in Chinese are of two
		}
	}
	return wide <= wideName && (letters > 2 || letters == 2 && strings.Contains(a, " ")) && personalWord(a) && phrase.NameLike(a)
}

// bodies are parts of words, and bodyWords whole words, in the names of firms,
// offices and papers that no name of a person holds, in lower case.
var (
	bodies = []string{
		"institut", "anstalt", "universit", "verband", "stiftung", "foundation", "ministeri", "behörde", "pressedienst", "pressestelle", "verlag", "zeitung", "magazin", "corporation", "redacci", "rédaction", "redazione", "newswire", "gesellschaft", "handwerkskammer", "gewerkschaft", "landesamt", "bundesamt", "kommission",
	}
	bodyWords = []string{
		"verein", "minister", "ministry", "department", "agency", "agentur", "agencia", "agence", "presse", "solutions", "holding", "association", "asociación", "committee", "council", "network", "company", "services", "correspondent", "correspondents", "society",
	}
)

// acronym is how many capitals a word of one name has at most that stands for
// an agency or a broadcaster.
const acronym = 6

// corporate reports whether a names a body and not a person.
func corporate(a string) bool {
	low := strings.ToLower(a)
	if holdsAny(low, bodies) {
		return true
	}
	if slices.ContainsFunc(titleWords(a), func(w string) bool { return slices.Contains(bodyWords, w) }) {
		return true
	}
	if strings.ContainsAny(a, " ") || len(a) > acronym {
		return false
	}
	return strings.ToUpper(a) == a && low != a
}

// personalWord reports whether a is none of the words that stand where a name could.
func personalWord(a string) bool {
	low := strings.ToLower(a)
	for _, w := range []string{"redaktion", "redacción", "copyright", "gmbh", "no author", "super user", "newsroom", "edited by", "reviewed by", "geprüft von", "fact checked"} {
		if strings.Contains(low, w) {
			return false
		}
	}
	switch low {
	case "by", "von", "par", "por", "home", "start", "menu", "wordpressadmin", "published", "veröffentlicht", "publiziert", "publié", "publicado", "posted", "follow", "admin", "administrator", "editor", "staff", "redaktion", "author", "guest", "webmaster", "root", "user", "unknown", "anonymous", "none", "null", "team", "the editors", "editorial staff", "die redaktion", "news", "blog", "online redaktion", "view all posts", "profile":
		return false
	}
	return true
}

// diary reports whether the page stands below a host where people write under
// names of their own: the site's name is that of who writes.
func (m *pageMeta) diary() bool {
	host := phrase.Host(m.address())
	return slices.ContainsFunc([]string{".wordpress.com", ".blogspot.com", ".blogspot.de", ".blogger.com", ".tumblr.com", ".substack.com", ".livejournal.com", ".typepad.com", ".over-blog.com"}, func(d string) bool { return strings.HasSuffix(host, d) })
}

// isSite reports whether a is the site's own name, or begins with it.
func (m *pageMeta) isSite(a string) bool {
	return phrase.NamedAfter(a, phrase.Host(m.address()), m.outlet())
}
