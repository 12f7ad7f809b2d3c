package cli

import (
	"context"
	"fmt"
	"path/filepath"
	"testing"

	"offprint/reader"
	"offprint/store"
	"offprint/store/query"
)

// TestRowsOfWhatIsDeletedMeanwhile: an article that another program deletes
// while a list is gone over has no other come twice, or not at all.
func TestRowsOfWhatIsDeletedMeanwhile(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	a, err := store.Open(ctx, filepath.Join(t.TempDir(), "a.db"), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = a.Close() })
	const all = 2*pageRows + 20
	digests := make([]reader.Digest, all)
	for i := range digests {
		digests[i].Article = reader.Article{Title: reader.CleanLine(fmt.Sprint("Report ", i)), Markdown: reader.Clean(fmt.Sprint("Text ", i))}
	}
	out, err := a.Add(ctx, []store.Item{{Origin: "list", Digests: digests}})
	if err != nil {
		t.Fatal(err)
	}
	unread, err := query.Parse("is:unread")
	if err != nil {
		t.Fatal(err)
	}
	for _, q := range []query.Query{unread, {}} {
		l, err := a.List(ctx, store.View{Query: q, Group: store.GroupNone, Sort: store.SortOldest})
		if err != nil {
			t.Fatal(err)
		}
		gone := out[0].IDs[10:15]
		if err := a.Delete(ctx, gone); err != nil {
			t.Fatal(err)
		}
		met := make(map[store.ID]int)
		if err := eachRow(ctx, l, 0, func(r store.Row) error { met[r.ID]++; return nil }); err != nil {
			t.Fatal(err)
		}
		for id, n := range met {
			if n > 1 {
				t.Errorf("article %d came %d times", id, n)
			}
		}
		if len(met) != all-len(gone) {
			t.Errorf("%d articles came, want %d", len(met), all-len(gone))
		}
		if _, err := a.Undo(ctx); err != nil {
			t.Fatal(err)
		}
	}
}
