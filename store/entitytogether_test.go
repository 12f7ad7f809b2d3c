package store

import (
	"context"
	"path/filepath"
	"testing"

	"offprint/reader"
)

// Pairs are counted as a plain look at the articles counts them.
func TestTogether(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	a, err := Open(ctx, filepath.Join(t.TempDir(), "a.db"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	c := newCorpus(40)
	for i := range 40 {
		if _, err := a.Add(ctx, []Item{{Origin: string(rune('a' + i)), Digests: []reader.Digest{c.article(i, 200)}}}); err != nil {
			t.Fatal(err)
		}
	}
	rows, err := a.Entities(ctx, EntityFilter{AnyKind: true, Limit: 25})
	if err != nil {
		t.Fatal(err)
	}
	in := map[EntityID]map[ID]bool{}
	var ids []EntityID
	for _, r := range rows {
		ids = append(ids, r.ID)
		in[r.ID] = map[ID]bool{}
		seen, err := a.Appearances(ctx, r.ID, 0, 100)
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range seen {
			in[r.ID][s.Row.ID] = true
		}
	}
	pairs, err := a.Together(ctx, ids, 1)
	if err != nil || len(pairs) == 0 {
		t.Fatalf("%d pairs, %v", len(pairs), err)
	}
	got := map[[2]EntityID]int{}
	for i, p := range pairs {
		got[[2]EntityID{p.A, p.B}] = p.Articles
		if i > 0 && p.Articles > pairs[i-1].Articles {
			t.Error("pairs are not in order")
		}
	}
	for i, x := range ids {
		for _, y := range ids[i+1:] {
			n := 0
			for id := range in[x] {
				if in[y][id] {
					n++
				}
			}
			if got[[2]EntityID{x, y}] != n {
				t.Errorf("%d and %d: %d articles, want %d", x, y, got[[2]EntityID{x, y}], n)
			}
		}
	}
}
