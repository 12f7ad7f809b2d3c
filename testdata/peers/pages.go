package main

import (
	"bytes"
	"net/url"
	"time"

	"codeberg.org/readeck/go-readability/v2"
	distiller "github.com/markusmobius/go-domdistiller"
	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"
)

var nowhere = &url.URL{Scheme: "https", Host: "example.org", Path: "/"}

// parse decodes a page as its head says, as each of the peers' own commands does.
func parse(content []byte) (*html.Node, error) {
	r, err := charset.NewReader(bytes.NewReader(content), "text/html")
	if err != nil {
		return nil, err
	}
	return html.Parse(r)
}

func newReadability() (extractor, error) {
	return func(content []byte) (found, error) {
		page, err := parse(content)
		if err != nil {
			return found{}, err
		}
		a, err := readability.FromDocument(page, nowhere)
		if err != nil || a.Node == nil {
			return found{}, err
		}
		var text bytes.Buffer
		if err := a.RenderText(&text); err != nil {
			return found{}, err
		}
		f := found{Title: a.Title(), Byline: a.Byline(), Text: text.String(), Language: a.Language()}
		if t, err := a.PublishedTime(); err == nil {
			f.Published = day(t)
		}
		return f, nil
	}, nil
}

func newTrafilatura() (extractor, error) {
	return func(content []byte) (found, error) {
		page, err := parse(content)
		if err != nil {
			return found{}, err
		}
		a, err := trafilatura.ExtractDocument(page, trafilatura.Options{EnableFallback: true, OriginalURL: nowhere})
		if err != nil {
			return found{}, err
		}
		return found{Title: a.Metadata.Title, Byline: a.Metadata.Author, Published: day(a.Metadata.Date),
			Language: a.Metadata.Language, Text: a.ContentText}, nil
	}, nil
}

func newDistiller() (extractor, error) {
	return func(content []byte) (found, error) {
		page, err := parse(content)
		if err != nil {
			return found{}, err
		}
		a, err := distiller.Apply(page, &distiller.Options{OriginalURL: nowhere, SkipPagination: true})
		if err != nil {
			return found{}, err
		}
		f := found{Title: a.Title, Byline: a.MarkupInfo.Author, Text: a.Text}
		if t, err := time.Parse(time.RFC3339, a.MarkupInfo.Article.PublishedTime); err == nil {
			f.Published = day(t)
		}
		return f, nil
	}, nil
}

func day(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.DateOnly)
}
