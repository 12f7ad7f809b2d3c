package feed

import (
	"bytes"
	"encoding/json"
	"fmt"
	"html"
	"strings"

	"github.com/mmcdole/gofeed"

	"offprint/reader/parse/inner"
)

type person struct{ Name string }

// jsonItem is an item of a JSON Feed.
type jsonItem struct {
	URL, Title string
	Page       string `json:"external_url"`
	HTML       string `json:"content_html"`
	Text       string `json:"content_text"`
	Summary    string
	Published  string `json:"date_published"`
	Author     person
	Authors    []person
	Tags       []string
}

// parsedJSON reads a JSON Feed. It is simple enough to be read without the
// feed parser, which does not expect null among the authors.
func parsedJSON(text string) (*gofeed.Feed, error) {
	var j struct {
		Title, Language string
		Items           json.RawMessage
	}
	if err := json.Unmarshal([]byte(text), &j); err != nil {
		return nil, fmt.Errorf("%w: the feed cannot be read: %w", inner.ErrDamaged, err)
	}
	f := &gofeed.Feed{Title: j.Title, Language: j.Language, FeedType: "json"}
	d := json.NewDecoder(bytes.NewReader(j.Items)) // one by one: empty ones take two bytes here and many there
	if t, err := d.Token(); err != nil || t != json.Delim('[') {
		return f, nil
	}
	for d.More() {
		if len(f.Items) >= maxItems {
			return nil, fmt.Errorf("%w: more than %d items", inner.ErrLarge, maxItems)
		}
		var it jsonItem
		if err := d.Decode(&it); err != nil && it.Title == "" {
			it = jsonItem{} // a field of another type than expected
		}
		f.Items = append(f.Items, it.item())
	}
	return f, nil
}

func (it *jsonItem) item() *gofeed.Item {
	g := &gofeed.Item{Title: it.Title, Link: it.URL, Content: it.HTML, Description: it.Summary, Published: it.Published, Categories: it.Tags}
	if g.Link == "" {
		g.Link = it.Page
	}
	if g.Content == "" {
		g.Content = it.Text
		if strings.Contains(it.Text, "<") { // which is no markup here
			g.Content = "<p>" + strings.ReplaceAll(html.EscapeString(it.Text), "\n\n", "</p><p>") + "</p>"
		}
	}
	for _, a := range append(it.Authors, it.Author) {
		if a.Name != "" {
			g.Authors = append(g.Authors, &gofeed.Person{Name: a.Name})
		}
	}
	return g
}
