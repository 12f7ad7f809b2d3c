// Package page reads HTML: saved pages, of which it finds the article, documents
// that are one as a whole, and the tags within other texts. Package parse calls
// it; nothing here is of use to others.
//
// [Read] goes over a page once for what it says of itself (pageMeta), looks for
// the part that holds the article, takes out of that what belongs to the site,
// and has it converted to Markdown; the rest is done on blocks of text, by
// package frame. A name or date that is not plainly told is left empty.
//
//	page.go, whole.go, letter.go  the ways in: pages; documents, descriptions; messages
//	inlinehtml.go                 tags within a text
//	absent.go                     pages in the place of one that is not there
//	dom.go, shallow.go            the tree; pages nested deep
//	meta.go, metalinked.go        what a page says of itself: its tags, its JSON-LD
//	metatitle.go, metaclaims.go, showntitle.go  the title, and the name of the site
//	metabyline.go, neartitle.go, datedbyline.go, signature.go  who wrote it
//	metadate.go, metadatenear.go, metadatetext.go  when it was published
//	extract.go, wider.go, kin.go  which part of the page is the article
//	scriptbody.go                 the text where only scripts hold it
//	prune.go, promotion.go        what in that part is the site's
//	lead.go, leadpicture.go       the summary and picture above it
//	rewrite*.go, notes.go         what Markdown has no form for: pictures, tables, formulas, footnotes
//	convert.go                    the tree as Markdown
package page

import (
	"net/url"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"offprint/reader"
	"offprint/reader/clean"
	"offprint/reader/parse/frame"
	"offprint/reader/parse/phrase"
)

// Read reads a saved HTML page: what it says of itself, then the article in
// it. Fetched is its address where it names none; it may be empty. Of a page
// that is nested too deep it returns the words, and false.
func Read(text, fetched string, notes *clean.Notes) (a reader.Article, words string, ok bool) {
	text = stripToolbar(text)
	doc, err := parseTree(text)
	if err != nil {
		notes.Add(reader.RepairDepth, "nested too deep to be read as a page; its words were kept")
		return a, pageWords(text), false
	}
	meta := readMeta(doc, fetched)
	var f frame.Found
	meta.tell(&f)
	f.Outlet = phrase.FirstFilled(f.Outlet, meta.titledSite())
	f.Above = meta.kickers()
	root := articleIn(doc, meta)
	address, _ := url.Parse(f.Address)
	if b, err := url.Parse(meta.base); err == nil && b.IsAbs() {
		address = b
	}
	if address != nil && !address.IsAbs() {
		address = nil
	}
	blocks := clean.Mend(blocksOf(root, address), false, notes)
	return f.Article(frame.FromPage(blocks, &f, meta.signature, notes), notes), "", true
}

// tell puts in f what the page says about the article.
func (m *pageMeta) tell(f *frame.Found) {
	m.found = m.title()
	f.Title, f.Byline, f.Outlet, f.Address = m.found, m.byline(), m.outlet(), m.address()
	f.Language = phrase.FirstFilled(m.language, m.ld.language, m.tag("og:locale", "content-language", "language", "dc.language"))
	f.Published = m.published(monthLeads(f.Language, phrase.Host(f.Address)))
	tags := m.ld.tags
	if len(tags) == 0 {
		tags = strings.Split(m.tag("news_keywords", "keywords"), ",")
	}
	for _, t := range tags {
		if t = strings.TrimSpace(t); t != "" && len(t) <= 60 && len(f.Tags) < 30 {
			f.Tags = append(f.Tags, t)
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

// StripData empties addresses that hold the data themselves: they are most
// of a page saved whole, and nothing of it is shown.
func StripData(text string) string {
	if !strings.Contains(text, "data:") {
		return text
	}
	var b strings.Builder
	for {
		i := strings.Index(text, "data:")
		if i < 0 {
			b.WriteString(text)
			return b.String()
		}
		b.WriteString(text[:i])
		text = text[i:]
		end := strings.IndexAny(text, "\"' )>\n")
		if end < 0 {
			end = len(text)
		}
		if head := text[:min(end, 64)]; end > 200 && strings.Contains(head, ";base64,") || end > 1000 {
			text = text[end:]
			continue
		}
		b.WriteString(text[:5])
		text = text[5:]
	}
}
