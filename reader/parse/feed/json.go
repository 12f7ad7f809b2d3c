package feed

import (
	"encoding/json"
	"fmt"

	"github.com/mmcdole/gofeed"

	"offprint/reader/parse/inner"
)

// parsedJSON reads a JSON Feed. It is simple enough to be read without the
// feed parser, which does not expect null among the authors.
func parsedJSON(text string) (*gofeed.Feed, error) {
	type person struct{ Name string }
	var j struct {
		Title, Language string
		Items           []struct {
			URL, Title, Summary string
			Page                string `json:"external_url"`
			HTML                string `json:"content_html"`
			Text                string `json:"content_text"`
			Published           string `json:"date_published"`
			Author              person
			Authors             []person
			Tags                []string
		}
	}
	if err := json.Unmarshal([]byte(text), &j); err != nil {
		return nil, fmt.Errorf("%w: the feed cannot be read: %w", inner.ErrDamaged, err)
	}
	f := &gofeed.Feed{Title: j.Title, Language: j.Language, FeedType: "json"}
	for _, it := range j.Items {
		g := &gofeed.Item{Title: it.Title, Link: it.URL, Content: it.HTML, Published: it.Published, Categories: it.Tags}
		if g.Link == "" {
			g.Link = it.Page
		}
		if g.Content == "" {
			g.Content = it.Text
		}
		for _, a := range append(it.Authors, it.Author) {
			if a.Name != "" {
				g.Authors = append(g.Authors, &gofeed.Person{Name: a.Name})
			}
		}
		f.Items = append(f.Items, g)
	}
	return f, nil
}
