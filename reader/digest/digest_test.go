package digest_test

import (
	"errors"
	"testing"

	"offprint/reader"
	"offprint/reader/digest"
	"offprint/reader/parse"
)

func TestOf(t *testing.T) {
	t.Parallel()
	ds, err := digest.Of(reader.Source{Name: "a.txt", Data: []byte("Bridge reopens\n\nBy Jane Roe\n\nThe bridge, closed for a year, isn't closed any more. 新しい橋です。\n\nOriginal url:\n\n<https://www.example.org/bridge>\n")})
	if err != nil || len(ds) != 1 {
		t.Fatalf("got %d digests, %v", len(ds), err)
	}
	d := ds[0]
	if d.Article.Title != "Bridge reopens" || d.Article.Byline != "Jane Roe" || d.Article.Outlet != "example.org" {
		t.Errorf("got %+v", d.Article)
	}
	if d.Words != 10+3 {
		t.Errorf("got %d words in %q, want 13", d.Words, d.Plain.Text)
	}
	if _, err := digest.Of(reader.Source{}); !errors.Is(err, parse.ErrEmpty) {
		t.Errorf("empty file: got %v", err)
	}
}

// TestSpans: all that the makers find lies within the article's text.
func TestSpans(t *testing.T) {
	t.Parallel()
	ds, err := digest.Of(reader.Source{Name: "a.md", Data: []byte("# Bridge\n\n\"The **bridge** is safe,\" said engineer Jane Roe of the Roads Agency. \"We tested it.\"\n\n> Roe said it was done.\n")})
	if err != nil {
		t.Fatal(err)
	}
	d := ds[0]
	text := reader.Span{Start: 0, End: len(d.Article.Markdown)}
	for _, q := range d.Quotes {
		for _, s := range append(append(q.Content, q.Source...), q.Cue...) {
			if s.Empty() || !text.Covers(s) {
				t.Errorf("quote at %v of %d bytes", s, text.End)
			}
		}
	}
	for _, e := range d.Entities {
		for _, s := range e.Mentions {
			if s.Empty() || !text.Covers(s) {
				t.Errorf("%s at %v of %d bytes", e.Name, s, text.End)
			}
		}
	}
	if len(d.Quotes) == 0 || len(d.Entities) == 0 {
		t.Errorf("got %d quotes and %d entities, want some", len(d.Quotes), len(d.Entities))
	}
}

// BenchmarkOf guards adding: an article of 600 words within 3 ms, everything
// extracted, so that two cores add 300 a second with the archive's own work.
func BenchmarkOf(b *testing.B) {
	text := "Bridge reopens\n\nBy Jane Roe\n\n"
	for range 12 {
		text += "The bridge over the Elm was closed for a year, and \"nobody knew why,\" the mayor of Elmstead, John Doe, said on Friday after a meeting with the Roads Agency.\n\nDoe added that the agency had promised to repair the second bridge in March.\n\n"
	}
	for b.Loop() {
		if _, err := digest.Of(reader.Source{Name: "a.txt", Data: []byte(text)}); err != nil {
			b.Fatal(err)
		}
	}
}
