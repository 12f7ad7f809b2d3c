package page

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"offprint/reader/parse/phrase"
)

// pageMeta is what a page says about itself outside its text.
type pageMeta struct {
	tags      map[string]string // <meta> by name or property in lower case, the first of each
	titleTag  string
	language  string
	canonical string
	base      string
	savedFrom string
	fetched   string // where the page was fetched from, if it was
	ld        linked
	headings  []*html.Node        // h1 to h3 outside navigation
	times     []*html.Node        // time elements and those marked as dates
	authors   []*html.Node        // elements marked as authors
	titleAt   *html.Node          // the heading that the title came from
	holders   map[*html.Node]bool // the elements around titleAt; filled when they are asked for
	doc       *html.Node
	found     string   // the title, once it was looked for
	text      string   // what the page shows, in lower case; filled when it is asked for
	writer    *string  // the byline, once it was looked for
	state     []string // scripts of data, from which some pages are put together
}

// metaReach bounds what is read of one JSON-LD script, in bytes.
const metaReach = 1 << 20

// maxMarked is how many elements of one kind are looked at.
const maxMarked = 400

// readMeta goes over the page once. Fetched is its address, if that is known.
func readMeta(doc *html.Node, fetched string) *pageMeta {
	m := &pageMeta{tags: map[string]string{}, doc: doc, fetched: fetched}
	for n := doc.FirstChild; n != nil; n = next(n, doc, false) {
		switch n.Type {
		case html.CommentNode:
			m.comment(n.Data)
		case html.ElementNode:
			m.element(n)
		}
	}
	return m
}

func (m *pageMeta) element(n *html.Node) {
	switch n.DataAtom {
	case atom.Html:
		m.language = phrase.FirstFilled(m.language, attr(n, "lang"), attr(n, "xml:lang"))
	case atom.Meta:
		m.metaTag(n)
	case atom.Title:
		if m.titleTag == "" && !within(n, atom.Svg) {
			m.titleTag = textOf(n)
		}
	case atom.Base:
		m.base = phrase.FirstFilled(m.base, attr(n, "href"))
	case atom.Link:
		if strings.EqualFold(attr(n, "rel"), "canonical") {
			m.canonical = phrase.FirstFilled(m.canonical, attr(n, "href"))
		}
	case atom.Script:
		if strings.Contains(strings.ToLower(attr(n, "type")), "ld+json") && n.FirstChild != nil && len(n.FirstChild.Data) <= metaReach {
			m.readLinked(n.FirstChild.Data)
		}
		if n.FirstChild != nil {
			m.wayback(n.FirstChild.Data)
		}
		m.keepState(n)
	case atom.H1, atom.H2, atom.H3:
		if len(m.headings) < maxMarked && !within(n, atom.Nav, atom.Aside, atom.Footer) {
			m.headings = append(m.headings, n)
		}
	}
	m.marked(n)
}

// marked keeps elements that are marked as date or author.
func (m *pageMeta) marked(n *html.Node) {
	class := attr(n, "class")
	prop, rel := attr(n, "itemprop"), attr(n, "rel")
	part := phrase.FirstFilled(attr(n, "data-component"), attr(n, "data-testid"))
	if n.DataAtom != atom.Time && n.DataAtom != atom.A && class == "" && prop == "" && rel == "" && part == "" && attr(n, "id") == "" {
		return
	}
	low := strings.ToLower(class + " " + attr(n, "id") + " " + prop)
	if m.savedFrom == "" && n.DataAtom == atom.A && hasWord(low, "reader-domain") { // as Firefox saves what its reader shows
		m.savedFrom = phrase.WebAddress(attr(n, "href"))
	}
	if len(m.times) < maxMarked && (n.DataAtom == atom.Time || holdsAny(low, dateMarks)) {
		m.times = append(m.times, n)
	}
	if len(m.authors) < maxMarked && (holdsAny(low, authorMarks) || strings.EqualFold(rel, "author") || strings.HasPrefix(strings.ToLower(part), "byline") || n.DataAtom == atom.A && authorAddress(attr(n, "href"))) {
		m.authors = append(m.authors, n)
	}
}

// dateMarks and authorMarks are parts of the names of elements that tell when a
// page was published, and who wrote it, in lower case.
var (
	dateMarks   = []string{"date", "publish", "time", "posted", "datum"}
	authorMarks = []string{"author", "byline", "vcard", "autor", "reader-credits"}
)

// holdsAny reports whether s holds one of the words.
func holdsAny(s string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(s, w) })
}

// authorAddress reports whether an address is that of a writer's page.
func authorAddress(href string) bool {
	for _, p := range []string{"/author/", "/authors/", "/autor/", "/auteur/", "/autoren/", "/journalist/", "/by/", "?author="} {
		if strings.Contains(href, p) {
			return true
		}
	}
	return false
}

func (m *pageMeta) metaTag(n *html.Node) {
	content := strings.TrimSpace(attr(n, "content"))
	if content == "" {
		return
	}
	for _, key := range []string{"property", "name", "itemprop", "http-equiv"} {
		k := strings.ToLower(strings.TrimSpace(attr(n, key)))
		if k == "" {
			continue
		}
		if _, taken := m.tags[k]; !taken {
			m.tags[k] = content
		}
	}
}

// comment reads the address that browsers and programs that save pages leave in a comment.
func (m *pageMeta) comment(data string) {
	if m.savedFrom != "" {
		return
	}
	if _, rest, ok := strings.Cut(data, "saved from url=("); ok {
		if _, address, ok := strings.Cut(rest, ")"); ok {
			m.savedFrom = phrase.WebAddress(strings.TrimSpace(address))
		}
		return
	}
	first, _, _ := strings.Cut(strings.TrimSpace(data), "\n")
	if address, ok := strings.CutPrefix(first, "Mirrored from "); ok { // which keeps no scheme
		if address, _, ok = strings.Cut(address, " by HTTrack"); ok {
			m.savedFrom = phrase.WebAddress("http://" + address)
		}
	}
	if address, ok := strings.CutPrefix(first, "Saved from "); ok && strings.Contains(first, " using monolith") {
		address, _, _ = strings.Cut(address, " ")
		m.savedFrom = phrase.WebAddress(address)
	}
	if strings.Contains(data, "SingleFile") {
		for line := range strings.Lines(data) {
			if address, ok := phrase.CutFold(strings.TrimSpace(line), "url:"); ok {
				m.savedFrom = phrase.WebAddress(address)
			}
		}
	}
}

// wayback reads the address of the page of which the Wayback Machine shows a
// copy, from the first bytes of the script that it puts into it.
func (m *pageMeta) wayback(script string) {
	_, rest, ok := strings.Cut(script[:min(len(script), 4096)], `__wm.wombat("`)
	if address, _, end := strings.Cut(rest, `"`); ok && end && m.savedFrom == "" {
		m.savedFrom = phrase.WebAddress(strings.Replace(address, ":80/", "/", 1))
	}
}

// tag returns the first of the named meta tags that is filled.
func (m *pageMeta) tag(names ...string) string {
	for _, n := range names {
		if v := m.tags[n]; v != "" {
			return v
		}
	}
	return ""
}
