package parse

import (
	"fmt"
	"strings"

	"offprint/reader"
	"offprint/reader/clean"
	"offprint/reader/parse/date"
	"offprint/reader/parse/frame"
	"offprint/reader/parse/inner"
	"offprint/reader/parse/page"
	"offprint/reader/parse/phrase"
	"offprint/reader/parse/safe"
)

// document makes an article of a document that holds no others.
func document(d *inner.Document, format reader.Format, asIs bool) (reader.Article, error) {
	if n := len(d.Data); n > maxText && len(page.StripData(string(d.Data))) > maxText {
		return reader.Article{}, fmt.Errorf("%w: %d MiB of text", inner.ErrLarge, n>>20)
	}
	a, err := readers[d.Kind](d, asIs)
	switch {
	case err != nil:
		return a, err
	case len(a.Markdown) > longest:
		return a, fmt.Errorf("%w: its text is %d MiB long", inner.ErrLarge, len(a.Markdown)>>20)
	case strings.TrimSpace(string(a.Markdown)) == "" && (!a.Stub || a.Title == ""):
		return a, fmt.Errorf("%w: nothing but blanks and marks", ErrEmpty)
	}
	if d.Kind != inner.File {
		a.Format = format
		a.Kept = frame.Kept(&d.Kept)
	}
	return a, nil
}

// readers are the ways in which documents of each kind are read.
var readers = [...]func(*inner.Document, bool) (reader.Article, error){
	inner.File: framed, inner.Page: framed, inner.Whole: alone, inner.Mail: alone, inner.Plain: alone, inner.Stub: announced,
}

// framed reads a document that is like a file of its own.
func framed(d *inner.Document, asIs bool) (reader.Article, error) {
	src := reader.Source{Name: d.Name, Data: d.Data, AsIs: asIs}
	if d.Kind == inner.Page {
		src.Format = reader.FormatHTML
		if at := phrase.WebAddress(d.Else.Address); at != "" && !strings.Contains(at, "--") {
			// As browsers write it, so that links are resolved; the page's own word goes before.
			src.Data = append([]byte("<!-- saved from url=(0000)"+at+" -->\n"), d.Data...)
		}
	}
	a, err := parseText(src)
	if err != nil {
		return reader.Article{}, err
	}
	addressed(&a, d.Else.Address)
	return a, nil
}

// alone reads a document that is the article and nothing else.
func alone(d *inner.Document, asIs bool) (reader.Article, error) {
	if what, binary := clean.Binary(d.Data); binary {
		return reader.Article{}, fmt.Errorf("%w: %s", ErrBinary, what)
	}
	notes := clean.Notes{AsIs: asIs}
	text, encoding := clean.Decode(d.Data, d.Kind != inner.Plain)
	if encoding != nil {
		notes.List = append(notes.List, *encoding)
	}
	text = clean.Mojibake(text, &notes)
	var a reader.Article
	if d.Kind == inner.Plain {
		a = told(plainFile(strings.Join(strings.Fields(d.Says.Title), " ")+"\n\n"+text, &notes), d)
	} else if b, words, ok := page.Whole(text, d, &notes); ok {
		a = b
	} else {
		a = told(plainFile(words, &notes), d)
	}
	a.Repairs = notes.List
	if a.Title == "" {
		a.Title = frame.FallbackTitle(a.Markdown, d.Name)
	}
	return a, nil
}

// told puts what is known of a document in the place of what a text without
// marks seems to say.
func told(a reader.Article, d *inner.Document) reader.Article {
	var f frame.Found
	f.Take(d)
	for _, s := range []struct {
		to   *reader.Text
		from string
	}{{&a.Title, f.Title}, {&a.Byline, f.Byline}, {&a.Outlet, f.Outlet}, {&a.Address, f.Address}} {
		if v := safe.Line(s.from); v != "" {
			*s.to = v
		}
	}
	if !f.Published.IsZero() {
		a.Published = date.ByOwnClock(f.Published)
	}
	a.Tags = append(a.Tags, safe.Tags(f.Tags)...)
	return a
}
