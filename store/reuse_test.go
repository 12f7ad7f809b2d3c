package store

import (
	"testing"
	"time"

	"offprint/reader"
)

// What undo and redo mean is never another article than the one that was
// changed: the number of one that was purged is not used again.
func TestNumbersAreNotUsedAgain(t *testing.T) {
	t.Parallel()
	ctx := t.Context()
	a := testArchive(t)
	mustAdd(t, a, item("1", plainDigest("one", "2024-01-01", "first")))
	old := mustAdd(t, a, item("2", plainDigest("two", "2024-01-02", "second")))[0].IDs
	must(t, a.SetStarred(ctx, old, true),
		a.SetHighlight(ctx, &Highlight{Article: old[0], Note: "mine", Anchor: reader.AnchorAt("second", reader.Span{Start: 0, End: 6})}),
		a.Delete(ctx, old))
	if n, err := a.Purge(ctx, time.Date(2030, 1, 1, 0, 0, 0, 0, time.UTC)); err != nil || n != 1 {
		t.Fatal(n, err)
	}
	fresh := mustAdd(t, a, item("3", plainDigest("three", "2024-01-03", "third")))[0].IDs
	if fresh[0] == old[0] {
		t.Errorf("a new article has the number of one that was purged")
	}
	for range 3 {
		if _, err := a.Undo(ctx); err != nil {
			t.Error(err)
		}
	}
	for range 3 {
		if _, err := a.Redo(ctx); err != nil {
			t.Error(err)
		}
	}
	if r := read(t, a, fresh[0]); r.Row.Starred || len(r.Highlights) > 0 {
		t.Errorf("%+v, %+v", r.Row, r.Highlights)
	}
	index(t, a)
	sound(t, a)
}

// Nor is one that was purged before the archive kept that in mind.
func TestNumbersOfBefore(t *testing.T) {
	t.Parallel()
	ctx := t.Context()
	a := openAt(t, older(t, func(a *Archive) {
		mustAdd(t, a, item("1", plainDigest("one", "2024-01-01", "first")), item("2", plainDigest("two", "2024-01-02", "second")))
		must(t, a.Delete(ctx, []ID{2}), a.write(ctx, "as it was purged before", func(l *link) error {
			for _, text := range []string{
				"DELETE FROM article WHERE id = 2", "DELETE FROM body WHERE id = 2", "DELETE FROM finding WHERE id = 2", "DELETE FROM part WHERE article = 2",
				"INSERT INTO journal (made, label, steps) VALUES (1, 'damaged', '{\"kind')",
			} {
				if err := l.do(text); err != nil {
					return err
				}
			}
			return nil
		}))
	}))
	if id := mustAdd(t, a, item("3", plainDigest("three", "2024-01-03", "third")))[0].IDs[0]; id != 3 {
		t.Errorf("the new article is %d, want 3", id)
	}
}
