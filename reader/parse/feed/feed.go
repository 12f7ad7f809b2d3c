// Package feed reads feeds that were saved as files: RSS, Atom and JSON Feed.
// An item that carries its whole text becomes an article; one that only
// announces it becomes a stub with what the feed says of it.
//
// Begin with [Is] and [Read].
package feed

import (
	"encoding/xml"
	"errors"
	"fmt"
	"html"
	"io"
	"strings"
	"time"

	"github.com/mmcdole/gofeed"
	nethtml "golang.org/x/net/html"

	"offprint/reader/clean"
	"offprint/reader/parse/inner"
)

// The limits of a feed.
const (
	maxSize     = 16 << 20 // bytes
	maxItems    = 20000
	maxDepth    = 100    // elements within elements
	maxElements = 300000 // each takes a kilobyte of memory
)

// The lengths of text that make an item an article, in bytes: text that is
// said to be the whole, and a description that may be only a summary.
const (
	leastContent     = 200
	leastDescription = 800
)

// Is reports whether a text is a feed.
func Is(text string) bool {
	head := strings.TrimLeft(text[:min(len(text), 8<<10)], " \t\r\n\ufeff")
	if strings.HasPrefix(head, "{") {
		return strings.Contains(head, "jsonfeed.org/version/")
	}
	for strings.HasPrefix(head, "<?") || strings.HasPrefix(head, "<!") {
		end := ">"
		if strings.HasPrefix(head, "<!--") {
			end = "-->"
		}
		_, rest, ok := strings.Cut(head, end)
		if !ok {
			return false
		}
		head = strings.TrimLeft(rest, " \t\r\n")
	}
	name, rest, _ := strings.Cut(head, " ")
	name, _, _ = strings.Cut(name, ">")
	switch strings.ToLower(strings.TrimSpace(name)) {
	case "<rss", "<feed", "<atom:feed", "<channel":
		return true
	case "<rdf:rdf":
		return strings.Contains(rest, "purl.org/rss/") || strings.Contains(rest, "my.netscape.com/rdf")
	}
	return false
}

// Read yields the articles of a feed and the stubs of those that it only
// announces, and an error that counts the items that lead nowhere either.
func Read(data []byte) inner.Documents {
	return func(yield func(inner.Document, error) bool) {
		f, err := parsed(data)
		if err != nil {
			yield(inner.Document{}, err)
			return
		}
		without := 0
		for _, it := range f.Items {
			if it == nil {
				continue
			}
			d := document(f, it)
			if d.Kind == inner.Stub && !strings.HasPrefix(d.Says.Address, "http") {
				without++
				continue
			}
			if !yield(d, nil) {
				return
			}
		}
		if without > 0 || len(f.Items) == 0 {
			yield(inner.Document{}, inner.Passed(fmt.Sprintf("%d of %d items have neither a text nor an address", without, len(f.Items))))
		}
	}
}

// parsed reads a feed. The parser is given UTF-8 and nothing nested deeply:
// it calls itself for each level.
func parsed(data []byte) (*gofeed.Feed, error) {
	if len(data) > maxSize {
		return nil, fmt.Errorf("%w: more than %d MiB", inner.ErrLarge, maxSize>>20)
	}
	text, _ := clean.Decode(data, true)
	// The encoding that XML declares does not hold any more. A second
	// declaration further on could hide what shallow is to find.
	text = strings.ReplaceAll(strings.TrimLeft(text, " \t\r\n\ufeff"), "<?xml", "<?_")
	if strings.HasPrefix(text, "{") {
		return parsedJSON(text)
	}
	if err := shallow(text); err != nil {
		return nil, err
	}
	return parsedXML(text)
}

// parsedXML calls the feed parser. A mistake in it fails the one feed that shows it.
func parsedXML(text string) (f *gofeed.Feed, err error) {
	defer func() {
		if r := recover(); r != nil {
			f, err = nil, fmt.Errorf("%w: the feed parser stumbled over it: %v", inner.ErrDamaged, r)
		}
	}()
	f, err = gofeed.NewParser().Parse(strings.NewReader(text))
	if err != nil || f == nil {
		return nil, fmt.Errorf("%w: the feed cannot be read: %v", inner.ErrDamaged, err)
	}
	return f, nil
}

// shallow refuses XML that is nested deeper than any feed, or that has more
// elements or items.
func shallow(text string) error {
	d := xml.NewDecoder(strings.NewReader(text))
	d.Strict, d.Entity = false, xml.HTMLEntity
	d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil }
	depth, elements, items := 0, 0, 0
	for {
		t, err := d.RawToken()
		if err != nil {
			return nil // the parser itself tells what is wrong, or reads up to there
		}
		switch t := t.(type) {
		case xml.StartElement:
			depth++
			elements++
			if t.Name.Local == "item" || t.Name.Local == "entry" {
				items++
			}
		case xml.EndElement:
			depth = max(0, depth-1)
		}
		switch {
		case depth > maxDepth:
			return errors.New("nested too deep for a feed")
		case items > maxItems, elements > maxElements:
			return fmt.Errorf("%w: more than %d items or %d elements", inner.ErrLarge, maxItems, maxElements)
		}
	}
}

// document returns an item's article, or a stub if it holds none.
func document(f *gofeed.Feed, it *gofeed.Item) inner.Document {
	body, least := it.Content, leastContent
	if size(body) < least {
		body, least = it.Description, leastDescription
	}
	d := inner.Document{Name: it.Title, Kind: inner.Whole, Says: said(f, it)}
	if it.PublishedParsed != nil { // in UTC: the day of the feed's own notation goes before
		d.Else.Date = it.PublishedParsed.Format(time.RFC3339)
	}
	switch {
	case size(body) < least || cutOff(body):
		d.Kind = inner.Stub
		if body == "" {
			body = it.Content
		}
	case !strings.Contains(body, "<") && (f.FeedType == "json" || strings.Contains(body, "\n\n")):
		d.Kind = inner.Plain
	}
	d.Data = []byte(body)
	return d
}

// said returns what a feed says of an item.
func said(f *gofeed.Feed, it *gofeed.Item) inner.Meta {
	m := inner.Meta{Title: line(it.Title), Address: it.Link, Outlet: line(f.Title), Language: f.Language, Date: it.Published}
	m.Byline = authors(it)
	if strings.EqualFold(m.Byline, m.Outlet) {
		m.Byline = ""
	}
	for _, c := range it.Categories {
		if c = line(c); c != "" && len(c) <= 60 && len(m.Tags) < 30 {
			m.Tags = append(m.Tags, c)
		}
	}
	return m
}

// authors returns the names of an item's authors, joined.
func authors(it *gofeed.Item) string {
	var names []string
	for _, a := range it.Authors {
		if a == nil || len(names) >= 5 {
			continue
		}
		if n := line(a.Name); n != "" && !strings.Contains(n, "@") {
			names = append(names, n)
		}
	}
	return strings.Join(names, ", ")
}

// line returns a field as plain text: feeds have markup in fields that are to hold none.
func line(s string) string {
	if strings.ContainsAny(s, "<&") {
		s = words(s)
	}
	return strings.Join(strings.Fields(s), " ")
}

// size is the length of the text in HTML, in bytes.
func size(s string) int {
	if len(s) < leastContent {
		return len(s)
	}
	return len(strings.TrimSpace(words(s)))
}

// words returns the text in HTML.
func words(s string) string {
	var b strings.Builder
	z := nethtml.NewTokenizer(strings.NewReader(s))
	for {
		switch z.Next() {
		case nethtml.ErrorToken:
			return html.UnescapeString(b.String())
		case nethtml.TextToken:
			b.Write(z.Text())
		}
	}
}

// onwards are the last words of a text that goes on elsewhere.
var onwards = []string{"read more", "read the rest", "continue reading", "weiterlesen", "lire la suite", "leer más", "seguir leyendo", "full story", "more"}

// cutOff reports whether a text ends with the marks of one that goes on elsewhere.
func cutOff(body string) bool {
	text := strings.ToLower(strings.TrimSpace(words(body)))
	if strings.HasSuffix(strings.TrimRight(text, "])"), "…") || strings.HasSuffix(strings.TrimRight(text, "])"), "...") {
		return true
	}
	text, ok := strings.CutSuffix(text, "»")
	text = strings.TrimRight(text, " →>")
	for _, end := range onwards {
		if strings.HasSuffix(text, end) && (ok || end != "more") {
			return true
		}
	}
	return false
}
