package search

import (
	"strings"
	"testing"

	"offprint/reader"
	"offprint/store"
	"offprint/ui/nav"
	"offprint/ui/rows/rowstest"
	"offprint/ui/uitest"
)

func TestInARealArchive(t *testing.T) {
	t.Parallel()
	var archive Archive = rowstest.Archive(t, 12)
	root := rowstest.New(t, New(archive, rowstest.Look(), "", rowstest.Now))
	d := uitest.New(t, root, 100, 30)
	d.Type(`source:em`)
	d.Keys("tab")
	d.Type(` pati`)
	text := d.Text()
	for _, want := range []string{"source:Ember pati", "6 articles", "Harbour closes, day 1 ", "a question of patience"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing:\n%s", want, text)
		}
	}
	d.Keys("enter")
	open, ok := root.Last().(nav.OpenArticle)
	if !ok || open.At.Empty() || open.Follow.Words != "pati" {
		t.Fatalf("asked for %+v", root.Last())
	}
	a, err := archive.(*store.Archive).Article(t.Context(), open.ID)
	if err != nil {
		t.Fatal(err)
	}
	if got := a.Digest.Article.Markdown.Slice(open.At); !strings.HasPrefix(string(got), "pati") {
		t.Errorf("it opens at %q", got)
	}
}

// What was found in a note says so, and opens at the passage that the note is on.
func TestANoteIsFound(t *testing.T) {
	t.Parallel()
	archive := rowstest.Archive(t, 3)
	list, err := archive.List(t.Context(), store.View{})
	if err != nil {
		t.Fatal(err)
	}
	rows, err := list.Rows(t.Context(), 0, 0, 1)
	if err != nil {
		t.Fatal(err)
	}
	h := &store.Highlight{Article: rows[0].ID, Note: "mind the sluice", Anchor: reader.Anchor{Exact: "patience"}}
	if err := archive.SetHighlight(t.Context(), h); err != nil {
		t.Fatal(err)
	}
	root := rowstest.New(t, New(archive, rowstest.Look(), "", rowstest.Now))
	d := uitest.New(t, root, 100, 30)
	d.Type(`slui`)
	if text := d.Text(); !strings.Contains(text, "note: mind the sluice") || !strings.Contains(text, "1 article") {
		t.Errorf("it shows:\n%s", text)
	}
	d.Keys("enter")
	open, ok := root.Last().(nav.OpenArticle)
	if !ok || open.At.Empty() {
		t.Fatalf("asked for %+v", root.Last())
	}
}
