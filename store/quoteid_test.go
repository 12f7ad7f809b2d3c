package store

import (
	"context"
	"fmt"
	"testing"
)

// TestQuoteIDs compares the ids that an article is given with those that
// stand in the archive, after changes, corrections and analyses of all kinds.
func TestQuoteIDs(t *testing.T) {
	t.Parallel()
	p := newPlayer(t, 5, 30)
	ctx := context.Background()
	checked := 0
	for i := range 120 {
		if err := p.change(); !expected(err) {
			t.Fatal(err)
		}
		if i%10 == 0 { // a new text with some of the old quotes in it
			n := p.r.IntN(len(p.ids))
			mustAdd(t, p.a, item(fmt.Sprint(n), p.c.again(p.c.article(n, 150).Article, i)))
		}
	}
	for _, id := range p.ids {
		art, err := p.a.Article(ctx, id)
		if err != nil {
			continue // deleted
		}
		stands := 0
		err = p.a.read(ctx, "read ids", func(l *link) error {
			ids, err := l.numbers("SELECT id FROM quote WHERE id >> ? = ?", quoteBits, id)
			if err != nil {
				return err
			}
			stands = len(ids)
			asked := make([]int64, len(art.QuoteIDs))
			for i, q := range art.QuoteIDs {
				asked[i] = int64(q)
			}
			rows, err := quoteRows(l, asked)
			if len(rows) != len(asked) {
				t.Errorf("article %d: of %d ids %d are in the archive", id, len(asked), len(rows))
				return err
			}
			for i, r := range rows {
				if want := art.Digest.Quotes[i].Extent(); r.At != want {
					t.Errorf("article %d: id %d stands for %v, want %v", id, r.ID, r.At, want)
				}
				checked++
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		if stands != len(art.QuoteIDs) {
			t.Errorf("article %d: %d ids, the archive has %d", id, len(art.QuoteIDs), stands)
		}
	}
	if checked == 0 {
		t.Error("no quote was compared")
	}
}
