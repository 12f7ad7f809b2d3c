// Package parse turns a saved file into articles: plain text, Markdown with
// front matter, and HTML pages, and files that hold any number of these: pages
// saved as MHTML, books, mail, feeds, web archives, zip and tar files, and the
// lists that services give of what somebody saved there. Any bytes that are
// text give an article, an entry without its text a stub; what was mended or
// odd is told in the article's Repairs. All strings of an article are clean:
// nothing above this package needs to look at them again.
//
// It stands on packages that know nothing of it, each only those before it:
//
//	date, safe, phrase  dates, safe strings, what a few words are
//	frame               what stands around a text, and what it tells of the article
//	page                HTML
//
// The readers of the formats that hold documents are packages of their own, too;
// they yield a [inner.Document] for each, and this package reads it. Here are
//
//	parse.go, detect.go            the front door, and what a file is
//	inside.go, unpack.go, slim.go  files that hold others, files that are very large
//	told.go, announced.go          a document in another, and one that is only told of
//	text.go                        plain text and Markdown
//	frontmatter.go, notehead.go    what stands above Markdown in the manner of programs
//	markup.go, shortcode.go        HTML and shortcodes in it
//
// Begin with [Parse].
package parse

import (
	"errors"
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

// The errors of Parse; each comes wrapped with the reason.
var (
	ErrEmpty  = errors.New("no text in it")
	ErrBinary = errors.New("not a text")
	// ErrOther is that of a sound file of another kind, which nobody would miss
	// among articles: an archive of pictures, a table, data of a program.
	ErrOther = errors.New("no article")
)

// Parse returns the articles of src: one of a text or page, any number of a
// file that holds others. What of these cannot be read is told in the Repairs
// of the article before it, or of the first. It fails with [ErrEmpty],
// [ErrBinary] or [ErrOther] only. It may be called from several goroutines.
func Parse(src reader.Source) ([]reader.Article, error) {
	var articles []reader.Article
	err := Each(src, func() {}, func(a reader.Article) error {
		articles = append(articles, a)
		return nil
	})
	return articles, err
}

// Each is [Parse] for files of any size: give is called with each article as
// it is read, and its error ends the reading and is returned. Those who watch
// the time are told by step before each document of a file that holds others,
// and before its article is given.
func Each(src reader.Source, step func(), give func(reader.Article) error) error {
	if src.Large == nil && len(src.Data) == 0 {
		return fmt.Errorf("%w: the file is empty", ErrEmpty)
	}
	if src.Format == reader.FormatUnknown {
		if ok, err := unpack(src, step, give); ok {
			return err
		}
		if what := structured(src.Name, src.Data); what != "" {
			return fmt.Errorf("%w: %s", ErrOther, what)
		}
	}
	a, err := parseText(src)
	if err != nil {
		return err
	}
	return give(a)
}

// parseText returns the article of a file that holds no others.
func parseText(src reader.Source) (a reader.Article, err error) {
	if what, binary := clean.Binary(src.Data); binary {
		return a, fmt.Errorf("%w: %s", ErrBinary, what)
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
	switch format {
	case reader.FormatHTML:
		b, words, ok := page.Read(text, src.Address, &notes)
		if a = b; !ok {
			a = plainFile(words, &notes)
		}
	case reader.FormatMarkdown:
		a = markdownFile(text, &notes)
	default:
		a = plainFile(text, &notes)
	}
	a.Format, a.Repairs = format, notes.List
	if strings.TrimSpace(string(a.Markdown)) == "" && a.Title == "" {
		return a, fmt.Errorf("%w: nothing but blanks and marks", ErrEmpty)
	}
	byName(&a, src.Name)
	if format == reader.FormatHTML && !src.AsIs && page.Absent(&a) {
		return a, fmt.Errorf("%w: %w", ErrOther, inner.Passed("it stands in the place of a page that was not there, or not given"))
	}
	addressed(&a, src.Address)
	return a, nil
}

// byName gives an article without a title, or without its day, those that its
// first line or the name of its file have.
func byName(a *reader.Article, name string) {
	if t, ok := date.OfFile(name); ok && a.Published.IsZero() && a.Format != reader.FormatHTML {
		a.Published = t
	}
	if a.Title == "" {
		a.Title = frame.FallbackTitle(a.Markdown, name)
	}
	if a.Format == reader.FormatText {
		a.Title = safe.Line(date.Undated(string(a.Title)))
	}
}

// addressed gives an article that names no address the one that it was fetched from.
func addressed(a *reader.Article, at string) {
	if at = phrase.WebAddress(at); at == "" || a.Address != "" {
		return
	}
	a.Address = reader.CleanLine(at)
	if a.Outlet == "" {
		a.Outlet = reader.CleanLine(phrase.Host(at))
	}
}
