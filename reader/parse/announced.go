package parse

import (
	"strings"

	"offprint/reader"
	"offprint/reader/clean"
	"offprint/reader/parse/frame"
	"offprint/reader/parse/inner"
	"offprint/reader/parse/page"
	"offprint/reader/parse/safe"
)

// announced makes an article of a document that is not there: of what is said of it.
func announced(d *inner.Document, asIs bool) (reader.Article, error) {
	notes := clean.Notes{AsIs: asIs}
	text, encoding := clean.Decode(d.Data, false)
	if encoding != nil {
		notes.List = append(notes.List, *encoding)
	}
	if len(text) > longest {
		text = text[:longest]
	}
	var f frame.Found
	f.Take(d)
	f.Title = clean.Entities(clean.Mojibake(strings.Join(strings.Fields(f.Title), " "), &notes), &notes)
	a := f.Article(page.Description(text, f.Address, &notes), &notes)
	a.Stub, a.Repairs = true, notes.List
	if a.Title == "" {
		a.Title = safe.Line(f.Address)
	}
	if a.Title == "" && a.Markdown != "" {
		a.Title = frame.FallbackTitle(a.Markdown, d.Name)
	}
	for _, p := range d.Kept.Passages {
		if said := safe.Passage(p.Text + "\n" + p.Note); a.Title == "" && said != "" {
			a.Title = frame.FallbackTitle(said, d.Name) // words that somebody kept, of nobody knows what
		}
	}
	return a, nil
}
