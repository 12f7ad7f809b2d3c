package search

import (
	"strings"
	"testing"

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
