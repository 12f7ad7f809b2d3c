package store

import (
	"context"
	"fmt"
	"testing"
)

// quoteIDs returns the ids of an article's quotes.
func quoteIDs(t testing.TB, a *Archive, art *Article) []QuoteID {
	t.Helper()
	var ids []QuoteID
	for i := range art.Digest.Quotes {
		id, err := a.QuoteIn(context.Background(), art.Row.ID, art.Digest.Quotes[i].Extent())
		if err != nil || id == 0 {
			t.Errorf("quote %d has no id: %v", i, err)
		}
		ids = append(ids, id)
	}
	return ids
}

// TestQuoteIDs compares the ids that an article's quotes have with those that
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
		got := quoteIDs(t, p.a, art)
		stands := 0
		err = p.a.read(ctx, "read ids", func(l *link) error {
			ids, err := l.numbers("SELECT id FROM quote WHERE id >> ? = ?", quoteBits, id)
			if err != nil {
				return err
			}
			stands = len(ids)
			asked := make([]int64, len(got))
			for i, q := range got {
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
		if stands != len(got) {
			t.Errorf("article %d: %d ids, the archive has %d", id, len(got), stands)
		}
	}
	if checked == 0 {
		t.Error("no quote was compared")
	}
}
