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

// A file of very many articles is added in pieces that others can write between; cut short, it is gone on with.
func TestBulk(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	begun := 0 // transactions: of the file, of the first piece, of the second
	a, err := Open(ctx, filepath.Join(t.TempDir(), "a.db"), Options{Now: func() time.Time {
		if begun++; begun == 3 {
			cancel()
		}
		return june
	}})
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	n := 2*bulkSize + 7
	digests := make([]reader.Digest, n)
	for i := range digests {
		digests[i] = stubOf(fmt.Sprint("https://news.example/", i), fmt.Sprint("Story ", i), reader.Kept{}, "kept")
	}
	it := export(1, digests...)
	it.Size = 99
	count := func() int {
		l, err := a.List(context.Background(), View{})
		if err != nil {
			t.Fatal(err)
		}
		return l.Len()
	}
	if _, err := a.Add(ctx, []Item{it}); !errors.Is(err, context.Canceled) {
		t.Fatalf("cut short: %v, want context.Canceled", err)
	}
	if got := count(); got != bulkSize {
		t.Errorf("%d articles after it was cut short, want the first piece, %d", got, bulkSize)
	}
	if known, err := a.Known(context.Background(), it.Origin, it.Size, it.Modified); err != nil || known {
		t.Errorf("a file that was cut short is known: %v, %v", known, err)
	}
	small := item("small", page("https://news.example/small", "Small", "2024-01-01", "A text."))
	out := mustAdd(t, a, small, it, small)
	if out[0].Status != StatusAdded || out[1].Status != StatusStub || out[2].Status != StatusUnchanged || len(out[1].IDs) != n {
		t.Errorf("gone on with: %v %v %v", out[0].Status, out[1].Status, out[2].Status)
	}
	if again := mustAdd(t, a, it)[0]; again.Status != StatusUnchanged || again.IDs[n-1] != out[1].IDs[n-1] {
		t.Errorf("again: %v, want unchanged", again.Status)
	}
	if known, err := a.Known(context.Background(), it.Origin, it.Size, it.Modified); err != nil || !known || count() != n+1 {
		t.Errorf("known %v, %v, %d articles, want %d", known, err, count(), n+1)
	}
	index(t, a)
	sound(t, a)
}
