// Package parse turns a saved file into articles: plain text, Markdown with
// front matter, and HTML pages, and files that hold any number of these: pages
// saved as MHTML, books, mail, feeds, web archives, zip and tar files, and the
// lists that services give of what somebody saved there. Any bytes that are
// text give an article, an entry without its text a stub; what was mended or
// odd is told in the article's Repairs. All strings of an article are clean: nothing above this package
// needs to look at them again.
//
// The readers of the formats that hold documents are packages of their own;
// they yield a [inner.Document] for each, and this package reads it.
//
// Begin with [Parse].
package parse

import (
	"errors"
	"fmt"
	"strings"

	"offprint/reader"
	"offprint/reader/clean"
)

// The errors of Parse; each comes wrapped with the reason.
var (
	ErrEmpty  = errors.New("no text in it")
	ErrBinary = errors.New("not a text")
	// ErrOther is that of a sound file of another kind, which nobody would miss
	// among articles: an archive of pictures, a table, data of a program.
	ErrOther = errors.New("no article")
)

// Parse returns the articles of src: one of a text or page, any number of a
// file that holds others. Where some of these cannot be read, the first
// article's Repairs say so. It fails with [ErrEmpty], [ErrBinary] or
// [ErrOther] only. It may be called from several goroutines.
func Parse(src reader.Source) ([]reader.Article, error) { return Watched(src, func() {}) }

// Watched is [Parse] for those who watch the time: step is called before each
// document of a file that holds others.
func Watched(src reader.Source, step func()) ([]reader.Article, error) {
	if len(src.Data) == 0 {
		return nil, fmt.Errorf("%w: the file is empty", ErrEmpty)
	}
	if src.Format == reader.FormatUnknown {
		if articles, ok, err := unpack(src, step); ok {
			if len(articles) == 1 {
				addressed(&articles[0], src.Address)
			}
			return articles, err
		}
		if what := structured(src.Name, src.Data); what != "" {
			return nil, fmt.Errorf("%w: %s", ErrOther, what)
		}
	}
	return parseText(src)
}

// parseText returns the article of a file that holds no others.
func parseText(src reader.Source) ([]reader.Article, error) {
	if what, binary := clean.Binary(src.Data); binary {
		return nil, fmt.Errorf("%w: %s", ErrBinary, what)
	}
	text, encoding := clean.DecodeNamed(src.Data, src.Charset, src.Format == reader.FormatHTML || src.Format == reader.FormatUnknown)
	format := src.Format
	if format == reader.FormatUnknown {
		format = formatOf(text, src.Name)
	}
	notes := clean.Notes{AsIs: src.AsIs}
	if encoding != nil {
		notes.List = append(notes.List, *encoding)
	}
	text = clean.Mojibake(text, &notes)
	var a reader.Article
	switch format {
	case reader.FormatHTML:
		a = page(text, src.Address, &notes)
	case reader.FormatMarkdown:
		a = markdownFile(text, &notes)
	default:
		a = plainFile(text, &notes)
	}
	if t, ok := nameDate(src.Name); ok && a.Published.IsZero() && format != reader.FormatHTML {
		a.Published = t
	}
	a.Format, a.Repairs = format, notes.List
	if strings.TrimSpace(string(a.Markdown)) == "" && a.Title == "" {
		return nil, fmt.Errorf("%w: nothing but blanks and marks", ErrEmpty)
	}
	if a.Title == "" {
		a.Title = fallbackTitle(a.Markdown, src.Name)
	}
	if format == reader.FormatText {
		a.Title = field(undated(string(a.Title)))
	}
	addressed(&a, src.Address)
	return []reader.Article{a}, nil
}

// addressed gives an article that names no address the one that it was fetched from.
func addressed(a *reader.Article, at string) {
	if at = webAddress(at); at == "" || a.Address != "" {
		return
	}
	a.Address = reader.CleanLine(at)
	if a.Outlet == "" {
		a.Outlet = reader.CleanLine(outletOf(at))
	}
}
