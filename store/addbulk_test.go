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

// A file whose articles come in pieces is added like any other; if they end
// early, what came stays and the file counts as not read.
func TestMore(t *testing.T) {
	t.Parallel()
	a := testArchive(t)
	var digests []reader.Digest
	for i := range 5 {
		digests = append(digests, page(fmt.Sprint("https://news.example/", i), fmt.Sprint("Story ", i), "2024-01-01", fmt.Sprint("Text number ", i)))
	}
	lost := errors.New("lost")
	pieces := func(end error) Item {
		it, next := item("archive.warc", digests[0], digests[1]), 2
		it.Original, it.Size = []byte("the archive"), 99
		it.More = func() ([]reader.Digest, error) {
			if next++; next > len(digests) || next == 5 && end != nil {
				return nil, end
			}
			return digests[next-1 : next], nil
		}
		return it
	}
	known := func() bool {
		it := pieces(nil)
		k, err := a.Known(t.Context(), it.Origin, it.Size, it.Modified)
		if err != nil {
			t.Fatal(err)
		}
		return k
	}
	if _, err := a.Add(t.Context(), []Item{pieces(lost)}); !errors.Is(err, lost) || known() {
		t.Errorf("cut short: %v, known %v", err, known())
	}
	l, err := a.List(t.Context(), View{})
	if err != nil || l.Len() != 4 {
		t.Errorf("cut short: %d articles, %v, want 4", l.Len(), err)
	}
	out := mustAdd(t, a, pieces(nil))[0]
	if out.Status != StatusAdded || len(out.IDs) != 5 || !known() {
		t.Errorf("gone on with: %v, %v, known %v", out.Status, out.IDs, known())
	}
	if data, err := a.Original(t.Context(), out.IDs[4]); err != nil || string(data) != "the archive" {
		t.Errorf("the original is %q, %v", data, err)
	}
	again := pieces(nil)
	again.More = func() ([]reader.Digest, error) { t.Error("what is unchanged was asked for"); return nil, lost }
	if got := mustAdd(t, a, again)[0]; got.Status != StatusUnchanged || got.IDs[4] != out.IDs[4] {
		t.Errorf("again: %v, %v", got.Status, got.IDs)
	}
	sound(t, a)
}
