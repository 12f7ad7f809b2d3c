// Package omnivore reads what the service of that name gave its users when it
// shut down: a zip file with lists of what they had saved and the texts of it.
// Title, author, address, date and labels come from the lists; what was saved
// without its text is counted. Begin with [Is] and [Read].
package omnivore

import (
	"encoding/json"
	"fmt"
	"path"
	"strings"

	"offprint/reader/parse/bundle"
	"offprint/reader/parse/inner"
)

// The limits of an export.
const (
	maxSaved = 50000   // articles
	maxList  = 4 << 20 // bytes of one list, which holds twenty articles
)

// saved is one article in a list.
type saved struct {
	Slug, Title, Author, URL string
	PublishedAt              string
	Labels                   []string
}

// isList reports whether a file's name is that of a list: metadata_0_to_20.json.
func isList(name string) bool {
	return path.Dir(name) == "." && strings.HasPrefix(name, "metadata_") && strings.Contains(name, "_to_") && path.Ext(name) == ".json"
}

// Is reports whether a zip file is such an export.
func Is(z *bundle.Zip) bool {
	for _, n := range z.Names() {
		if isList(n) {
			return true
		}
	}
	return false
}

// Read yields the articles of an export, and an error that counts those
// without their text, if there are any.
func Read(z *bundle.Zip) inner.Documents {
	return func(yield func(inner.Document, error) bool) {
		all, stubs := 0, 0
		for _, name := range z.Names() {
			if !isList(name) {
				continue
			}
			list, err := read(z, name)
			if err != nil && !yield(inner.Document{Name: name}, err) {
				return
			}
			for _, s := range list {
				if all++; all > maxSaved {
					yield(inner.Document{}, fmt.Errorf("%w: more than %d articles", inner.ErrLarge, maxSaved))
					return
				}
				file := "content/" + s.Slug + ".html"
				if !z.Has(file) {
					stubs++
					continue
				}
				data, err := z.Read(file)
				if !yield(s.document(file, data), err) {
					return
				}
			}
		}
		if stubs > 0 {
			yield(inner.Document{}, fmt.Errorf("%d of %d articles came without their text", stubs, all))
		}
	}
}

// read reads a list. Fields of another type than expected are left empty.
func read(z *bundle.Zip, name string) ([]saved, error) {
	data, err := z.ReadLarge(name, maxList)
	if err != nil {
		return nil, err
	}
	var raw []map[string]any
	if err := json.Unmarshal(data, &raw); err != nil {
		return nil, fmt.Errorf("%w: the list cannot be read", inner.ErrDamaged)
	}
	list := make([]saved, 0, len(raw))
	for _, m := range raw {
		field := func(key string) string { s, _ := m[key].(string); return s }
		s := saved{Slug: field("slug"), Title: field("title"), Author: field("author"), URL: field("url"), PublishedAt: field("publishedAt")}
		labels, _ := m["labels"].([]any)
		for _, l := range labels[:min(len(labels), 30)] {
			if name, ok := l.(string); ok {
				s.Labels = append(s.Labels, name)
			}
		}
		list = append(list, s)
	}
	return list, nil
}

func (s *saved) document(name string, data []byte) inner.Document {
	return inner.Document{
		Name: name, Kind: inner.Whole, Data: data,
		Says: inner.Meta{Title: s.Title, Byline: s.Author, Address: s.URL, Date: s.PublishedAt, Tags: s.Labels},
	}
}
