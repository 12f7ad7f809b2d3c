package store

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"offprint/reader"
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

// TestQuoteIDsComeBack: what is dropped, deleted and taken back leaves each
// quote its id, also where a later analysis found others between them.
func TestQuoteIDsComeBack(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	a := testArchive(t)
	const first, second, third = "“We will wait for them all,” said [Anna Meyer]. ", "“Nobody here waits for any boat,” said [Paul Roth]. ", "“The last boats left very early,” said [Ina Kay]."
	id := mustAdd(t, a, item("a", said("a", "2024-01-02", first+second+third)))[0].IDs[0]
	ids := func() (list []string) {
		art, err := a.Article(ctx, id)
		if err != nil {
			t.Fatal(err)
		}
		for i, q := range quoteIDs(t, a, art) {
			list = append(list, fmt.Sprint(art.Digest.Quotes[i].Speaker.Name, q&(1<<quoteBits-1)))
		}
		return list
	}
	expect := func(when string, want ...string) {
		t.Helper()
		if got := ids(); !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", when, got, want)
		}
	}
	undo := func() {
		t.Helper()
		if _, err := a.Undo(ctx); err != nil {
			t.Fatal(err)
		}
	}
	expect("added", "Anna Meyer1", "Paul Roth2", "Ina Kay3")
	must(t, a.CorrectQuote(ctx, QuoteID(int64(id)<<quoteBits+1), Correction{None: true}))
	must(t, a.Delete(ctx, []ID{id}))
	undo()
	expect("the first dropped, all deleted and back", "Paul Roth2", "Ina Kay3")
	undo()
	expect("all back", "Anna Meyer1", "Paul Roth2", "Ina Kay3")
	_, err := a.Reanalyse(ctx, 1, func(art reader.Article) reader.Digest {
		d := said("a", "2024-01-02", first+second+third)
		d.Article, d.Quotes = art, d.Quotes[1:]
		return d
	})
	must(t, err)
	expect("the first not found", "Paul Roth2", "Ina Kay3")
	must(t, a.Delete(ctx, []ID{id}))
	undo()
	expect("and deleted and back", "Paul Roth2", "Ina Kay3")
	sound(t, a)
}

// TestQuoteNumbers: each quote gets a number of its own, whatever was there
// before, and none that belongs to the next article.
func TestQuoteNumbers(t *testing.T) {
	t.Parallel()
	low := int64(7) << quoteBits
	n := newNumbers(7, 4, map[int64][]int64{100: {low + 2, low + 4}, 200: {low + 1}, 300: {low + maxQuotes}})
	var got []int64
	for place, same := range []int64{5, 100, 200, 100} {
		got = append(got, n.of(place, same)-low)
	}
	if want := []int64{5, 2, 1, 4}; !slices.Equal(got, want) {
		t.Errorf("numbers %v, want %v", got, want)
	}
	full := newNumbers(7, maxQuotes, map[int64][]int64{1: {low + 1}})
	if id := full.of(0, 2); id != 0 {
		t.Errorf("a quote too many has number %d", id)
	}
}
