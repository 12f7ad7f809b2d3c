package store

import (
	"strings"
	"testing"
)

// An article whose plain text is damaged is found with its line and its place.
func TestHitOfADamagedPlainText(t *testing.T) {
	t.Parallel()
	a := testArchive(t)
	mustAdd(t, a, item("1", plainDigest("One", "2024-01-01", "Nobody came.\n\nThe ferry left at noon.")))
	index(t, a)
	err := a.write(t.Context(), "damage", func(l *link) error {
		return l.do("UPDATE body SET plain = x'ff00ff', markdown = markdown || char(27) || '[2J'")
	})
	if err != nil {
		t.Fatal(err)
	}
	hits, _, err := a.Search(t.Context(), parse(t, "ferry"), 10)
	if err != nil || len(hits) != 1 {
		t.Fatalf("%d hits, %v", len(hits), err)
	}
	h := hits[0]
	if !strings.Contains(string(h.Line), "The ferry left at noon.") || strings.Contains(string(h.Line), "\x1b") {
		t.Errorf("the line is %q", h.Line)
	}
	if got := read(t, a, h.Row.ID).Digest.Article.Markdown.Slice(h.At); got != "ferry" {
		t.Errorf("it opens at %q", got)
	}
}
