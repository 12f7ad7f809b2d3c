package store

import (
	"context"
	"path/filepath"
	"testing"

	"offprint/reader"
)

// Opening counts as reading, tags and all, and is no step of undo.
func TestOpened(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	a, err := Open(ctx, filepath.Join(t.TempDir(), "a.db"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	d := newCorpus(3).article(1, 60)
	d.Article.Tags = []reader.Text{"harbour", "night"}
	out, err := a.Add(ctx, []Item{{Origin: "x", Digests: []reader.Digest{d}}})
	if err != nil {
		t.Fatal(err)
	}
	for range 2 { // the second time it is read already
		if err := a.Opened(ctx, out[0].IDs[0]); err != nil {
			t.Fatal(err)
		}
	}
	for _, g := range []Grouping{GroupDay, GroupOutlet, GroupTag} {
		l, err := a.List(ctx, View{Group: g})
		if err != nil {
			t.Fatal(err)
		}
		for _, group := range l.Groups() {
			if group.Unread != 0 {
				t.Errorf("grouping %d: %d unread in %q", g, group.Unread, group.Label)
			}
		}
	}
	if report, err := a.Check(ctx); err != nil || !report.OK() {
		t.Errorf("check: %+v, %v", report, err)
	}
	if _, err := a.Undo(ctx); err == nil {
		t.Error("opening can be undone")
	}
	stub := mustAdd(t, a, export(1, stubOf("https://news.example/stub", "Stub", reader.Kept{})))[0].IDs[0]
	if err := a.Opened(ctx, stub); err != nil || read(t, a, stub).Row.Read {
		t.Errorf("a stub that was opened is read, %v", err)
	}
}
