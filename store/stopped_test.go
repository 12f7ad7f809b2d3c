package store

import (
	"context"
	"errors"
	"fmt"
	"sync/atomic"
	"testing"

	"offprint/reader"
)

// dying is a context that ends when it was asked so many times whether it has.
type dying struct {
	context.Context
	left *atomic.Int64
	over chan struct{}
}

func dieAfter(ctx context.Context, n int) context.Context {
	d := dying{ctx, &atomic.Int64{}, make(chan struct{})}
	d.left.Store(int64(n))
	close(d.over)
	return d
}

func (d dying) Done() <-chan struct{} {
	if d.left.Add(-1) < 0 {
		return d.over
	}
	return nil
}

func (d dying) Err() error {
	if d.left.Load() < 0 {
		return context.Canceled
	}
	return nil
}

// A change that is stopped between any two statements is made as a whole or
// not at all: notes, copies and the index stay as they were, or are as they
// should be.
func TestStoppedBetweenAnyTwoStatements(t *testing.T) {
	t.Parallel()
	a, w := testArchive(t), newWire(2)
	var ids []ID
	for i := range 6 {
		ids = append(ids, mustAdd(t, a, item(fmt.Sprint(i), w.copy(fmt.Sprint("t", i), i%2, 1, i)))[0].IDs[0])
	}
	index(t, a)
	noted := &Highlight{Article: ids[1], Anchor: reader.Anchor{Exact: "x"}, Note: "the sluice"}
	changes := []struct {
		name string
		do   func(context.Context) error
	}{
		{"note", func(ctx context.Context) error {
			h := *noted
			err := a.SetHighlight(ctx, &h)
			if err == nil {
				*noted = h
			}
			return err
		}},
		{"another note", func(ctx context.Context) error {
			h := *noted
			h.Note = "the weir"
			return a.SetHighlight(ctx, &h)
		}},
		{"read", func(ctx context.Context) error { return a.SetRead(ctx, ids, true) }},
		{"delete", func(ctx context.Context) error { return a.Delete(ctx, ids[:4]) }},
		{"undo", func(ctx context.Context) error { _, err := a.Undo(ctx); return err }},
		{"redo", func(ctx context.Context) error { _, err := a.Redo(ctx); return err }},
		{"index", func(ctx context.Context) error { return a.Index(ctx) }},
		{"undo again", func(ctx context.Context) error { _, err := a.Undo(ctx); return err }},
		{"no note", func(ctx context.Context) error { return a.RemoveHighlight(ctx, noted.ID) }},
	}
	for _, c := range changes {
		stopAnywhere(t, a, c.name, c.do)
	}
	index(t, a)
	sound(t, a)
	if got := searchTitles(t, a, "weir"); got != "" {
		t.Errorf("a note that was removed finds %q", got)
	}
}

// stopAnywhere tries a change again and again, each time letting it go a
// little further, until it is made.
func stopAnywhere(t *testing.T, a *Archive, name string, do func(context.Context) error) {
	t.Helper()
	told := func() string {
		return showFolded(t, a, View{Fold: true}) + " / " + searchTitles(t, a, "sluice") + " / " + searchTitles(t, a, "weir")
	}
	before := told()
	for n := 0; ; n += 1 + n/12 {
		err := do(dieAfter(t.Context(), n))
		if err == nil {
			break
		}
		if !errors.Is(err, context.Canceled) {
			t.Fatalf("%s, stopped after %d: %v", name, n, err)
		}
		if after := told(); after != before && name != "index" {
			t.Fatalf("%s, stopped after %d, shows %q, before %q", name, n, after, before)
		}
	}
	for _, d := range mustCheck(t, a) {
		if d.Part != "index" { // what is in line is not in it
			t.Errorf("%s: %+v", name, d)
		}
	}
}
