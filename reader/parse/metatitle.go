package parse

import (
	"net/url"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// agreeing is how well a heading must agree with what the page calls itself, 0 to 1.
const agreeing = 0.35

// agreeingLow is how well one of the third rank must.
const agreeingLow = 0.6

// title returns the article's title: the heading that agrees best with what
// the page says of itself, else what it says. No heading is taken on faith.
func (m *pageMeta) title() string {
	best, bestScore := m.agreeingHeading(atom.H1, atom.H2)
	if bestScore < agreeing {
		if low, score := m.agreeingHeading(atom.H3); score >= agreeingLow && strings.Contains(low, " ") {
			best, bestScore = low, score
		}
	}
	if bestScore >= agreeing {
		return m.withoutKicker(best)
	}
	m.titleAt, m.holders = m.markedHeading(), nil
	if m.titleAt != nil {
		return headingText(m.titleAt)
	}
	upper := slices.DeleteFunc(slices.Clone(m.headings), func(n *html.Node) bool { return n.DataAtom != atom.H1 || headingText(n) == "" })
	if len(upper) == 1 && upper[0].DataAtom == atom.H1 {
		if t := headingText(upper[0]); len(strings.Fields(t)) > 2 && len(t) < 300 && !m.siteHeading(upper[0], t) {
			m.titleAt = upper[0]
			return t
		}
	}
	if t := m.shownTitle(); t != "" {
		return t
	}
	if t := firstFilled(m.ld.headline, m.tag("og:title", "twitter:title", "dc.title", "headline")); t != "" {
		return m.withoutSite(withoutWideSite(t))
	}
	return strings.TrimRight(longestPart(withoutWideSite(m.titleTag)), " |-–—»·•")
}

// markedHeading returns the one heading that the page marks as the title of its
// article, nil if it marks none or several.
func (m *pageMeta) markedHeading() *html.Node {
	var found *html.Node
	for _, h := range m.headings {
		class := " " + strings.ToLower(attr(h, "class")) + " "
		is := strings.EqualFold(attr(h, "itemprop"), "headline")
		for _, c := range [...]string{" entry-title ", " post-title ", " article-title ", " article__title ", " article-headline "} {
			is = is || strings.Contains(class, c)
		}
		if !is || headingText(h) == "" {
			continue
		}
		if found != nil {
			return nil
		}
		found = h
	}
	return found
}

// agreeingHeading returns the heading of these ranks that agrees best with what
// the page calls itself, and how well, from 0 to about 1.
func (m *pageMeta) agreeingHeading(ranks ...atom.Atom) (best string, bestScore float64) {
	claims := m.claims()
	for i, h := range m.headings {
		text := headingText(h)
		if text == "" || len(text) > 400 || !slices.Contains(ranks, h.DataAtom) {
			continue
		}
		score := 0.0
		words := titleWords(text)
		for _, c := range claims {
			if len(c) > 1 || len(words) == 1 {
				score = max(score, agreement(words, c))
			}
		}
		if h.DataAtom == atom.H1 {
			score += 0.03
		}
		if m.siteHeading(h, text) {
			score -= 0.8
		}
		if unshown(h) {
			score -= 0.08 // one that is shown goes before it
		}
		if score > bestScore+0.0001*float64(i) {
			best, bestScore, m.titleAt, m.holders = text, score, h, nil
		}
	}
	return best, bestScore
}

// besides are the classes of what stands in a heading and is no part of the title.
var besides = []string{"kicker", "roofline", "overline", "topline", "dachzeile", "supertitle", "subtitle", "subline", "subheadline", "eyebrow", "preline", "spitzmarke", "sr-only", "visually-hidden", "screen-reader-text", "aural", "small"}

// headingText returns the words of a heading, without the lines above and
// below the title that some pages put into it.
func headingText(h *html.Node) string {
	whole := strings.ReplaceAll(textOf(h), "\u00ad", "")
	rest := whole
	for n := h.FirstChild; n != nil; n = next(n, h, false) {
		if n.Type != html.ElementNode || attr(n, "class") == "" && n.DataAtom != atom.Small {
			continue
		}
		class := strings.ToLower(attr(n, "class"))
		if n.DataAtom == atom.Small || slices.ContainsFunc(besides, func(w string) bool { return strings.Contains(class, w) }) {
			if part := strings.ReplaceAll(textOf(n), "\u00ad", ""); part != "" {
				rest = strings.Join(strings.Fields(strings.Replace(rest, part, " ", 1)), " ")
			}
		}
	}
	if len(strings.Fields(rest)) < 2 {
		return whole
	}
	return rest
}

// siteHeading reports whether a heading names the site and not the article.
func (m *pageMeta) siteHeading(h *html.Node, text string) bool {
	if m.isSite(text) {
		return true
	}
	for _, a := range elements(h, atom.A) {
		if href := strings.TrimSpace(attr(a, "href")); rootAddress(href) {
			return true
		}
	}
	if h.Parent != nil && h.Parent.DataAtom == atom.A && rootAddress(attr(h.Parent, "href")) {
		return true
	}
	class := strings.ToLower(attr(h, "class") + " " + attr(h, "id"))
	if h.Parent != nil {
		class += " " + strings.ToLower(attr(h.Parent, "class")+" "+attr(h.Parent, "id"))
	}
	for _, c := range []string{"site-title", "sitetitle", "site-name", "blog-title", "blogtitle", "logo", "brand", "site-header", "masthead"} {
		if strings.Contains(class, c) {
			return true
		}
	}
	return false
}

// unshown reports whether an element is hidden by its style, or by the name of
// its class: such headings are there for programs that read pages aloud. What
// is hidden on narrow screens only has other names beside that one.
func unshown(h *html.Node) bool {
	if invisible(h) {
		return true
	}
	found := false
	for _, name := range strings.Fields(strings.ToLower(attr(h, "class"))) {
		switch name {
		case "hidden", "hide", "sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "element-invisible", "aural", "offscreen", "off-screen":
			found = true
		}
		if strings.Contains(name, ":") || strings.HasPrefix(name, "d-") || strings.HasPrefix(name, "visible-") || strings.HasPrefix(name, "show-") {
			return false // hidden md:block
		}
	}
	return found
}

// rootAddress reports whether an address is that of a site's first page.
func rootAddress(href string) bool {
	if href == "/" || href == "./" {
		return true
	}
	if _, rest, ok := strings.Cut(href, "web.archive.org/web/"); ok {
		_, href, _ = strings.Cut(rest, "/")
	}
	u, err := url.Parse(href)
	return err == nil && u.Host != "" && (u.Path == "" || u.Path == "/") && u.RawQuery == ""
}

// withoutKicker takes the line above the title off a heading that holds both,
// where the page names the title alone.
func (m *pageMeta) withoutKicker(t string) string {
	if words := titleWords(t); slices.ContainsFunc(m.wholeClaims(), func(c []string) bool { return slices.Equal(c, words) }) {
		return t
	}
	for _, claim := range []string{m.tag("og:title"), m.ld.headline, m.tag("twitter:title"), m.titleTag} {
		claim = strings.Join(strings.Fields(claim), " ")
		if len(strings.Fields(claim)) < 3 || len(claim) >= len(t) || len(claim)*3 < len(t) {
			continue
		}
		if strings.HasSuffix(t, claim) {
			return claim
		}
		for _, part := range titleParts(claim) {
			if len(strings.Fields(part)) >= 4 && strings.HasSuffix(t, part) && !strings.HasSuffix(t, claim) && len(part)*2 > len(t) {
				return part
			}
		}
	}
	return t
}

// wholeClaims returns the words of the titles that the page gives itself, uncut.
func (m *pageMeta) wholeClaims() [][]string {
	var out [][]string
	for _, t := range []string{m.tag("og:title"), m.ld.headline, m.tag("twitter:title"), m.titleTag} {
		if w := titleWords(t); len(w) > 1 {
			out = append(out, w)
		}
	}
	return out
}

// claims returns the words of each title that the page gives itself.
func (m *pageMeta) claims() [][]string {
	var out [][]string
	for _, t := range []string{m.tag("og:title"), m.ld.headline, m.tag("twitter:title"), m.tag("dc.title"), m.titleTag} {
		if t == "" {
			continue
		}
		out = append(out, titleWords(t))
		parts := titleParts(t)
		for _, p := range parts {
			if w := titleWords(p); len(w) > 1 || len(parts) < 3 { // a word among several is a section
				out = append(out, w)
			}
		}
	}
	return out
}

// withoutSite takes the site's name off the end of a title.
func (m *pageMeta) withoutSite(t string) string {
	site := strings.ToLower(m.outlet())
	parts := titleParts(t)
	if len(parts) < 2 {
		return t
	}
	last := strings.ToLower(parts[len(parts)-1])
	if site != "" && (last == site || strings.Contains(site, last) || strings.Contains(last, site)) || m.isSite(parts[len(parts)-1]) {
		return strings.TrimRight(strings.TrimSuffix(strings.TrimSpace(t), parts[len(parts)-1]), " |-–—»·:•/")
	}
	return t
}

// withoutWideSite takes the site's name off the end of a title in Chinese or
// Japanese, where no blanks stand around the mark before it.
func withoutWideSite(t string) string {
	t = strings.TrimSpace(t)
	i := strings.LastIndexAny(t, "-_|－—")
	if i <= 0 {
		return t
	}
	head := strings.TrimRight(t[:i], "-_|－— ")
	tail := strings.TrimLeft(t[i:], "-_|－— ")
	wide := func(s string) bool {
		r, _ := utf8.DecodeLastRuneInString(s)
		return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) || strings.ContainsRune("！？。」』）…", r)
	}
	if tail == "" || !wide(head) || !wide(tail) || utf8.RuneCountInString(tail) > wideName || utf8.RuneCountInString(head) < 2*utf8.RuneCountInString(tail) {
		return t
	}
	return head
}

// titleParts cuts a title at the marks by which sites add their name.
func titleParts(t string) []string {
	for _, mark := range []string{" | ", " » ", " :: ", " • ", " · ", " — ", " – ", " - ", " / ", ": "} {
		if strings.Contains(t, mark) {
			var out []string
			for _, p := range strings.Split(t, mark) {
				if p = strings.TrimSpace(p); p != "" {
					out = append(out, p)
				}
			}
			return out
		}
	}
	return nil
}

func longestPart(t string) string {
	best := ""
	for _, mark := range []string{" | ", " » ", " :: ", " • ", " · ", " — ", " – ", " - "} {
		if !strings.Contains(t, mark) {
			continue
		}
		for _, p := range strings.Split(t, mark) {
			if p = strings.TrimSpace(p); len(p) > len(best) {
				best = p
			}
		}
		return best
	}
	return strings.TrimSpace(t)
}

func titleWords(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) })
}

// agreement is the share of words that the two have in common, 0 to 1.
func agreement(a, b []string) float64 {
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	count := make(map[string]int, len(b))
	for _, w := range b {
		count[w]++
	}
	same := 0
	for _, w := range a {
		if count[w] > 0 {
			count[w]--
			same++
		}
	}
	return 2 * float64(same) / float64(len(a)+len(b))
}

// outlet returns the name of the site, as the page tells it.
func (m *pageMeta) outlet() string {
	return firstFilled(m.tag("og:site_name"), m.ld.publisher, m.tag("application-name", "dc.publisher", "publisher", "article:publisher_name"))
}

// address returns where the page was saved from: what the browser noted, else
// what the page calls itself, else where it was fetched from. A page that was
// fetched from somewhere is not the front page that careless ones call themselves.
func (m *pageMeta) address() string {
	for _, a := range []string{m.savedFrom, m.tag("savepage-url"), m.canonical, m.tag("og:url"), m.tag("twitter:url")} {
		if a = webAddress(a); a != "" && (m.fetched == "" || !frontPage(a)) {
			return a
		}
	}
	return webAddress(m.fetched)
}

// frontPage reports whether an address is that of a whole site.
func frontPage(address string) bool {
	u, err := url.Parse(address)
	return err == nil && strings.Trim(u.Path, "/") == "" && u.RawQuery == ""
}
