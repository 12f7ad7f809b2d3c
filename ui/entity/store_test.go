package entity

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
	archive := rowstest.Archive(t, 120)
	found, err := archive.Entities(t.Context(), store.EntityFilter{Name: "anna mey", Kind: reader.EntityPerson})
	if err != nil || len(found) != 1 {
		t.Fatalf("names: %+v, %v", found, err)
	}
	root := rowstest.New(t, New(archive, rowstest.Look(), nav.OpenEntity{ID: found[0].ID}, rowstest.Now))
	d := uitest.New(t, root, 100, 50)
	has(t, d, "P Anna Meyer  person", "120 articles", "Named with", "L Rotterdam", "Quotes by Anna Meyer", "We counted 10 ships")
	d.Keys("tab")
	d.Keys("G G")
	has(t, d, "Harbour closes, day 119", "will close for 121 days")
	d.Keys("enter")
	open, ok := root.Last().(nav.OpenArticle)
	if !ok || open.Follow.Entity != found[0].ID {
		t.Fatalf("asked for %+v", root.Last())
	}
	a, err := archive.Article(t.Context(), open.ID)
	if err != nil {
		t.Fatal(err)
	}
	if got := string(a.Digest.Article.Markdown.Slice(open.At)); !strings.Contains(got, "Meyer") {
		t.Errorf("it opens at %q", got)
	}
}
