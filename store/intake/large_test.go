package intake

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"offprint/reader"
	"offprint/store"
)

// mailbox makes a file that is larger than what is held, most of it a hole.
func mailbox(t *testing.T, name string) string {
	t.Helper()
	dir := t.TempDir()
	write(t, dir, map[string]string{name: "From a@b.example Mon Jan  1 00:00:00 2024\nFrom: a@b.example\n\n"})
	path := filepath.Join(dir, name)
	if err := os.Truncate(path, MaxSize+5); err != nil {
		t.Skip(err)
	}
	return path
}

// A container that is too large to be held is handed on as it lies there, and
// stored with its hash but without its original.
func TestLarge(t *testing.T) {
	t.Parallel()
	path := mailbox(t, "large.mbox")
	a := newFake()
	o := Options{Originals: true, Analyse: func(_ context.Context, s reader.Source, give func(reader.Digest) error) error {
		end := make([]byte, 1)
		if _, err := s.Large.ReadAt(end, MaxSize+4); err != nil || s.Data != nil {
			t.Errorf("%d bytes held, %v", len(s.Data), err)
		}
		return give(reader.Digest{Article: reader.Article{Title: "One"}})
	}}
	if got := add(t, a, o, path); got.Added != 1 || got.Bytes != MaxSize+5 {
		t.Errorf("%s, %d bytes", got.String(), got.Bytes)
	}
	for _, item := range a.files {
		if item.Original != nil || item.Size != MaxSize+5 || item.FileHash == [32]byte{} || len(item.Digests) != 1 {
			t.Errorf("stored %d bytes of the original, of a size of %d", len(item.Original), item.Size)
		}
	}
	if got := add(t, a, o, path); got.Unchanged != 1 {
		t.Errorf("again: %s", got.String())
	}
}

// A large file that is written to while it is read fails, whatever was made of it.
func TestLargeChanges(t *testing.T) {
	t.Parallel()
	path := mailbox(t, "large.mbox")
	o := Options{Analyse: func(_ context.Context, s reader.Source, give func(reader.Digest) error) error {
		err := give(reader.Digest{Article: reader.Article{Title: "One"}})
		return errors.Join(err, os.Truncate(path, MaxSize+9))
	}}
	got := add(t, newFake(), o, path)
	if len(got.Failed) != 1 || got.Failed[0].Reason != reader.CleanLine(errChanged.Error()) {
		t.Errorf("%s", got.String())
	}
}

// Only what holds others may be large.
func TestSized(t *testing.T) {
	t.Parallel()
	for head, want := range map[string][3]error{
		"[\n{": {nil, nil, errHuge}, "{}": {nil, errLarge, errLarge}, "PK\x03\x04": {nil, nil, errHuge}, "From a b": {nil, nil, errHuge}, "\x1f\x8b\x08": {nil, nil, errHuge},
		"WARC/1.1": {nil, nil, errHuge}, "The ferry sails": {nil, errLarge, errLarge}, "%PDF-1.7": {nil, errLarge, errLarge},
		"<!DOCTYPE html><html>": {nil, nil, errHuge}, "<svg>": {nil, errLarge, errLarge},
		"title,url,time_added,tags,status\n": {nil, nil, errHuge}, "The ferry, the url, the island": {nil, nil, errHuge}, "The ferry, the island\n": {nil, errLarge, errLarge},
	} {
		r := strings.NewReader(head + strings.Repeat(" ", headSize))
		for i, size := range []int64{MaxSize, MaxSize + 1, MaxContainer + 1} {
			if got := sized(r, size); got != want[i] {
				t.Errorf("%q of %d bytes: %v, want %v", head, size, got, want[i])
			}
		}
	}
}

// Short messages without an address are known again when a file that was cut
// short is gone on with.
func TestLargeInterrupted(t *testing.T) {
	t.Parallel()
	path := mailbox(t, "large.mbox")
	a, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "archive.db"), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	const n = 2*pieceItems + 9
	run := func(upTo int) (Account, error) {
		ctx, stop := context.WithCancel(t.Context())
		defer stop()
		return Run(ctx, a, []string{path}, Options{Analyse: func(ctx context.Context, _ reader.Source, give func(reader.Digest) error) error {
			for i := range n {
				if i == upTo {
					stop()
				}
				text := fmt.Sprintf("Message %d.", i)
				if err := give(reader.Digest{Article: reader.Article{Title: reader.CleanLine(text), Markdown: reader.Clean(text)}}); err != nil {
					return err
				}
			}
			return ctx.Err()
		}})
	}
	count := func() int {
		l, err := a.List(t.Context(), store.View{})
		if err != nil {
			t.Fatal(err)
		}
		return l.Len()
	}
	first, err := run(2*pieceItems + 1)
	if !errors.Is(err, context.Canceled) || first.Skipped[Stopped] != 1 || count() == 0 || count() == n {
		t.Errorf("stopped: %s with %d articles, %v", first.String(), count(), err)
	}
	second, err := run(-1)
	if err != nil || second.Added != 1 || count() != n {
		t.Errorf("gone on with: %s with %d articles, %v, want %d", second.String(), count(), err, n)
	}
	if third, err := run(-1); err != nil || third.Unchanged != 1 {
		t.Errorf("again: %s, %v", third.String(), err)
	}
}
