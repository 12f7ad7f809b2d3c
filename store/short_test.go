package store

import (
	"testing"
	"time"

	"offprint/reader"
)

// Texts that are too short to be told by their words are known again by title
// and date, or by the file that they are in; others are not merged.
func TestShortTexts(t *testing.T) {
	t.Parallel()
	dated := func(title, day string) reader.Digest {
		d := plainDigest(title, day, "See you there.")
		d.Article.Address = ""
		return d
	}
	saved := dated("Reminder", "")
	saved.Article.Kept.Saved = time.Date(2024, 1, 2, 3, 4, 5, 0, time.UTC)
	a := testArchive(t)
	first := mustAdd(t, a, item("one.mbox", dated("Reminder", "2024-01-01"), dated("Reminder", "2024-01-08"), dated("Reminder", ""), dated("Meeting", "")))[0]
	seen := map[ID]bool{}
	for _, id := range first.IDs {
		seen[id] = true
	}
	if len(seen) != 4 {
		t.Errorf("four messages became %d", len(seen))
	}
	// One more in front: nothing else is new.
	grown := mustAdd(t, a, item("one.mbox", saved, dated("Reminder", "2024-01-01"), dated("Reminder", "2024-01-08"), dated("Reminder", ""), dated("Meeting", "")))[0]
	for i, id := range first.IDs {
		if grown.IDs[i+1] != id {
			t.Errorf("number %d is now %d, was %d", i, grown.IDs[i+1], id)
		}
	}
	if seen[grown.IDs[0]] {
		t.Error("what was saved at another time is taken for one of the others")
	}
	other := mustAdd(t, a, item("two.mbox", dated("Reminder", "2024-01-01"), dated("Reminder", ""), saved))[0]
	if other.IDs[0] != first.IDs[0] || other.IDs[1] == first.IDs[2] || other.IDs[2] != grown.IDs[0] {
		t.Errorf("in another file: %v, first %v, then %v", other.IDs, first.IDs, grown.IDs)
	}
	sound(t, a)
}
