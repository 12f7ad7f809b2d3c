package parse

import (
	"net/url"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"offprint/reader"
	"offprint/reader/clean"
)

// page reads a saved HTML page: what it says of itself, then the article in
// it. Fetched is its address where it names none; it may be empty. Of a page
// that is nested too deep it returns the words, and false.
func page(text, fetched string, notes *clean.Notes) (a reader.Article, words string, ok bool) {
	text = stripToolbar(text)
	doc, err := parseTree(text)
	if err != nil {
		notes.Add(reader.RepairDepth, "nested too deep to be read as a page; its words were kept")
		return a, pageWords(text), false
	}
	meta := readMeta(doc, fetched)
	var f found
	meta.tell(&f)
	f.outlet = firstFilled(f.outlet, meta.titledSite())
	f.above = meta.kickers()
	root := articleIn(doc, meta)
	address, _ := url.Parse(f.address)
	if b, err := url.Parse(meta.base); err == nil && b.IsAbs() {
		address = b
	}
	if address != nil && !address.IsAbs() {
		address = nil
	}
	blocks := clean.Mend(blocksOf(root, address), false, notes)
	return f.article(ofPage(blocks, &f, meta.signature, notes), notes), "", true
}

// tell puts in f what the page says about the article.
func (m *pageMeta) tell(f *found) {
	m.found = m.title()
	f.title, f.byline, f.outlet, f.address = m.found, m.byline(), m.outlet(), m.address()
	f.language = firstFilled(m.language, m.ld.language, m.tag("og:locale", "content-language", "language", "dc.language"))
	f.published = m.published(monthLeads(f.language, outletOf(f.address)))
	tags := m.ld.tags
	if len(tags) == 0 {
		tags = strings.Split(m.tag("news_keywords", "keywords"), ",")
	}
	for _, t := range tags {
		if t = strings.TrimSpace(t); t != "" && len(t) <= 60 && len(f.tags) < 30 {
			f.tags = append(f.tags, t)
		}
	}
}

// stripToolbar takes out what the Wayback Machine puts into the pages that it shows.
func stripToolbar(text string) string {
	head, rest, ok := strings.Cut(text, "<!-- BEGIN WAYBACK TOOLBAR INSERT -->")
	if !ok {
		return text
	}
	if _, tail, ok := strings.Cut(rest, "<!-- END WAYBACK TOOLBAR INSERT -->"); ok {
		return head + tail
	}
	return text
}

// pageWords returns the words of a page that cannot be read as a tree.
func pageWords(text string) string {
	var b strings.Builder
	z := html.NewTokenizer(strings.NewReader(text))
	skip := 0
	for {
		switch z.Next() {
		case html.ErrorToken:
			return b.String()
		case html.TextToken:
			if skip == 0 {
				b.WriteString(z.Token().Data)
			}
		case html.StartTagToken:
			name, _ := z.TagName()
			switch a := atom.Lookup(name); {
			case a == atom.Script || a == atom.Style || a == atom.Template || a == atom.Svg:
				skip++
			case blockTag(a):
				b.WriteString("\n\n")
			}
		case html.EndTagToken:
			name, _ := z.TagName()
			switch atom.Lookup(name) {
			case atom.Script, atom.Style, atom.Template, atom.Svg:
				skip = max(0, skip-1)
			}
		}
	}
}
