package store

import (
	"context"
	"errors"
	"path/filepath"
	"testing"

	"offprint/reader"
)

// What one program does, the other sees by the stamp.
func TestStampTellsOfChanges(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "a.db")
	mine, err := Open(ctx, path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer mine.Close()
	other, err := Open(ctx, path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	last, err := mine.Stamp(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if again, _ := mine.Stamp(ctx); again != last {
		t.Error("the stamp changes by itself")
	}
	c := newCorpus(3)
	var id ID
	for _, step := range []struct {
		name string
		do   func() error
	}{
		{"add", func() error {
			out, err := other.Add(ctx, []Item{{Origin: "x", Digests: []reader.Digest{c.article(1, 40)}}})
			if err == nil {
				id = out[0].IDs[0]
			}
			return err
		}},
		{"star", func() error { return other.SetStarred(ctx, []ID{id}, true) }},
		{"undo", func() error { _, err := other.Undo(ctx); return err }},
		{"open", func() error { return other.Opened(ctx, id) }},
		{"index", func() error { return other.Index(ctx) }},
		{"another text, in the index already", func() error {
			d := c.article(1, 40)
			d.Article.Markdown += " More."
			_, err := other.Add(ctx, []Item{{Origin: "x", Digests: []reader.Digest{d}}})
			return errors.Join(err, other.Index(ctx))
		}},
		{"star again", func() error { return other.SetStarred(ctx, []ID{id}, true) }},
		{"something else instead", func() error {
			_, err := other.Undo(ctx)
			return errors.Join(err, other.ChangeTags(ctx, []ID{id}, []reader.Text{"boats"}, nil))
		}},
	} {
		if err := step.do(); err != nil {
			t.Fatalf("%s: %v", step.name, err)
		}
		now, err := mine.Stamp(ctx)
		if err != nil {
			t.Fatal(err)
		}
		if now == last {
			t.Errorf("%s left the stamp as it was", step.name)
		}
		last = now
	}
}
