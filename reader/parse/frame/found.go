// Package frame takes off what stands around the text of an article, and says
// what it tells of it: title, byline, date, captions and address above and
// below, what sites, offices and mail programs put around and between. It
// works on blocks of text ([clean.Block]), whatever they were made from.
//
// [Found] is what is known of an article so far. Package page fills it from
// what a page says of itself, package parse from front matter and lists; the
// From functions take the frame off, one for each kind of text, and add what it
// tells; [Found.Article] puts all together. What was dropped is told in the notes.
//
//	found.go, around.go, kept.go  Found, and the ways in
//	head.go, field.go, headpart.go, title.go  the lines above a text: titles, bylines, dates, topics
//	sitehead.go, repeated.go      above that the site's name and menu; what a page says twice
//	tail.go                       the address below a text
//	trailer.go, furniture.go      lines that lead elsewhere, and what buttons and frames of sites say
//	aboutauthor.go                who the writer is
//	pressframe.go, mailframe.go   what offices and mail programs put around theirs
//	caption.go                    captions of pictures
//	language.go                   the language of a text
package frame

import (
	"cmp"
	"time"

	"offprint/reader"
	"offprint/reader/clean"
	"offprint/reader/parse/date"
	"offprint/reader/parse/inner"
	"offprint/reader/parse/phrase"
	"offprint/reader/parse/safe"
)

// Found is what the text around the body tells about the article.
type Found struct {
	Title, Byline, Address, Outlet string
	Published                      time.Time
	Tags                           []string
	Language                       string
	Above                          []string // lines above the title
	captions                       []string // of the pictures before the body
	Kept                           reader.Kept
	Marked                         []string // highlights that were marked in the text
	Description                    string   // what stands for a text that is not there
}

// Article puts together what was found and the body. All strings of it are safe;
// what was changed for that is told in the notes.
func (f *Found) Article(blocks []clean.Block, notes *clean.Notes) reader.Article {
	var head []clean.Block
	for _, c := range f.captions {
		head = append(head, clean.Block{Kind: clean.Picture, Lines: []string{Picture(c)}})
	}
	a := reader.Article{
		Title:     safe.Line(f.Title),
		Byline:    safe.Line(f.Byline),
		Published: date.ByOwnClock(f.Published),
		Address:   reader.CleanLine(f.Address),
		Outlet:    safe.Line(f.Outlet),
		Markdown:  safe.Body(clean.Join(append(head, blocks...)), notes),
	}
	if a.Outlet == "" {
		host := phrase.Host(f.Address)
		_, site := phrase.CutSite(f.Title, host)
		a.Outlet = safe.Line(cmp.Or(site, host))
	}
	a.Tags = safe.Tags(f.Tags)
	a.Kept = f.Kept
	for _, m := range f.Marked[:min(len(f.Marked), maxPassages)] {
		if p := safe.Passage(phrase.Words(m)); p != "" {
			a.Kept.Passages = append(a.Kept.Passages, reader.Passage{Text: p})
		}
	}
	a.Language = languageOf(f.Language, a.Markdown)
	return a
}

// Take takes what a file says of a document in it: some of it goes before what
// the document says, some only fills what that leaves open.
func (f *Found) Take(d *inner.Document) {
	says, other := &d.Says, &d.Else
	f.Title = phrase.FirstFilled(says.Title, f.Title, other.Title)
	f.Byline = phrase.FirstFilled(says.Byline, f.Byline, other.Byline)
	f.Outlet = phrase.FirstFilled(says.Outlet, f.Outlet, other.Outlet)
	f.Address = phrase.FirstFilled(phrase.WebAddress(says.Address), f.Address, phrase.WebAddress(other.Address))
	f.Language = phrase.FirstFilled(says.Language, f.Language, other.Language)
	if t, ok := date.Parse(says.Date, true); ok {
		f.Published = t
	}
	if t, ok := date.Parse(other.Date, true); ok && f.Published.IsZero() {
		f.Published = t
	}
	if len(says.Tags) > 0 {
		f.Tags = says.Tags
	} else if len(f.Tags) == 0 {
		f.Tags = other.Tags
	}
}
