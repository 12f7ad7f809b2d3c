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
