package store

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"offprint/reader"
)

// While somebody waits for the processor, what runs behind ends its
// transaction after one article, and goes on when nobody does.
func TestRest(t *testing.T) {
	t.Parallel()
	const articles = 10
	var ctx context.Context
	var stop context.CancelFunc
	asked, after, wait := 0, 0, time.Duration(0)
	rest := func() time.Duration {
		if asked++; wait > 0 && asked == after {
			stop() // it would wait for an hour
		}
		return wait
	}
	a, err := Open(t.Context(), filepath.Join(t.TempDir(), "archive.db"), Options{Rest: rest, Analysis: 1})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { a.Close() })
	for i := range articles {
		mustAdd(t, a, item(fmt.Sprint(i), plainDigest(fmt.Sprint("Title ", i), "2024-01-01", fmt.Sprintf("Ferry %d left the harbour.", i))))
	}
	// busy runs work while somebody waits, until it has asked twice in a row whether it may go on.
	busy := func(asks int, work func(context.Context) error) {
		t.Helper()
		ctx, stop = context.WithCancel(t.Context())
		defer stop()
		asked, after, wait = 0, asks, time.Hour
		if err := work(ctx); !errors.Is(err, context.Canceled) {
			t.Errorf("%v, want that it waits until it is cancelled", err)
		}
		wait = 0
	}
	left := func(want int) {
		t.Helper()
		if n, err := a.Pending(t.Context()); err != nil || n != want {
			t.Errorf("%d left to index, want %d (%v)", n, want, err)
		}
	}
	busy(2, a.Index)
	left(articles - 1)
	busy(2, a.Index)
	left(articles - 2)
	if err := a.Index(t.Context()); err != nil {
		t.Fatal(err)
	}
	left(0)

	analysed := 0
	again := func(art reader.Article) reader.Digest {
		analysed++
		return plainDigest(string(art.Title), art.Published.Format(time.DateOnly), string(art.Markdown))
	}
	busy(2, func(ctx context.Context) error {
		_, err := a.Reanalyse(ctx, 2, again)
		return err
	})
	if analysed != 0 {
		t.Errorf("%d articles analysed while somebody waits, want none", analysed)
	}
	if n, err := a.Reanalyse(t.Context(), 2, again); n != articles || err != nil {
		t.Errorf("%d analysed again, want %d (%v)", n, articles, err)
	}

	if err := a.write(t.Context(), "test", func(l *link) error { return l.setFact(factStale, 1) }); err != nil {
		t.Fatal(err)
	}
	busy(2, a.Index)
	err = a.read(t.Context(), "test", func(l *link) error {
		if n, err := l.number("SELECT count(*) FROM place_new"); n != 1 || err != nil {
			t.Errorf("%d articles in the new index, want 1 (%v)", n, err)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	index(t, a)
	if hits, _, err := a.Search(t.Context(), parse(t, "harbour"), 50); len(hits) != articles || err != nil {
		t.Errorf("%d found, want %d (%v)", len(hits), articles, err)
	}
	sound(t, a)
}
