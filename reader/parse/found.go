package parse

import (
	"cmp"
	"time"

	"offprint/reader"
	"offprint/reader/clean"
	"offprint/reader/parse/inner"
)

// found is what the text around the body tells about the article.
type found struct {
	title, byline, address, outlet string
	published                      time.Time
	tags                           []string
	language                       string
	above                          []string // lines above the title
	captions                       []string // of the pictures before the body
	kept                           reader.Kept
	marked                         []string // highlights that were marked in the text
	description                    string   // what stands for a text that is not there
}

// article puts together what was found and the body.
func (f *found) article(blocks []clean.Block, notes *clean.Notes) reader.Article {
	var head []clean.Block
	for _, c := range f.captions {
		head = append(head, clean.Block{Kind: clean.Picture, Lines: []string{picture(c)}})
	}
	a := reader.Article{
		Title:     field(f.title),
		Byline:    field(f.byline),
		Published: byOwnClock(f.published),
		Address:   reader.CleanLine(f.address),
		Outlet:    field(f.outlet),
		Markdown:  body(clean.Join(append(head, blocks...)), notes),
	}
	if a.Outlet == "" {
		host := outletOf(f.address)
		_, site := cutSite(f.title, host)
		a.Outlet = field(cmp.Or(site, host))
	}
	a.Tags = fields(f.tags)
	a.Kept = f.kept
	for _, m := range f.marked[:min(len(f.marked), maxPassages)] {
		if p := passage(inlineText(m)); p != "" {
			a.Kept.Passages = append(a.Kept.Passages, reader.Passage{Text: p})
		}
	}
	a.Language = languageOf(f.language, a.Markdown)
	return a
}

// told takes what the file says of a document: some of it goes before what
// the document says, some only fills what it leaves open.
func (f *found) told(d *inner.Document) {
	says, other := &d.Says, &d.Else
	f.title = firstFilled(says.Title, f.title, other.Title)
	f.byline = firstFilled(says.Byline, f.byline, other.Byline)
	f.outlet = firstFilled(says.Outlet, f.outlet, other.Outlet)
	f.address = firstFilled(webAddress(says.Address), f.address, webAddress(other.Address))
	f.language = firstFilled(says.Language, f.language, other.Language)
	if t, ok := parseDate(says.Date, true); ok {
		f.published = t
	}
	if t, ok := parseDate(other.Date, true); ok && f.published.IsZero() {
		f.published = t
	}
	if len(says.Tags) > 0 {
		f.tags = says.Tags
	} else if len(f.tags) == 0 {
		f.tags = other.Tags
	}
}
