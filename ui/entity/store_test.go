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
	has(t, d, "P Anna Meyer  person", "120 articles")
	d.Keys("tab")
	has(t, d, "Named with", "L Rotterdam", "Quotes by Anna Meyer", "We counted 10 ships")
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

// A name that was made the same as another shows the page of both.
func TestAfterAMergeInARealArchive(t *testing.T) {
	t.Parallel()
	archive := rowstest.Archive(t, 4)
	found, err := archive.Entities(t.Context(), store.EntityFilter{AnyKind: true})
	if err != nil || len(found) < 2 {
		t.Fatalf("names: %+v, %v", found, err)
	}
	root := rowstest.New(t, New(archive, rowstest.Look(), nav.OpenEntity{ID: found[0].ID}, rowstest.Now))
	d := uitest.New(t, root, 100, 50)
	if err := archive.MergeEntities(t.Context(), found[0].ID, found[1].ID); err != nil {
		t.Fatal(err)
	}
	d.Send(nav.Changed{})
	has(t, d, string(found[1].Name), "also "+string(found[0].Name), "4 articles", "Harbour closes, day 0")
	if err := archive.DropEntity(t.Context(), found[1].ID); err != nil {
		t.Fatal(err)
	}
	d.Send(nav.Changed{})
	has(t, d, "not in the archive any more")
}
