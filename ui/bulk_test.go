package ui

import (
	"testing"

	"offprint/ui/uitest"
)

// What is done to a range is done to all of it, also where rows have never been
// on the screen; undo takes it back at once.
func TestRangeAsAWhole(t *testing.T) {
	t.Parallel()
	a := many(t, 450)
	d := uitest.New(t, newModel(options(t, a)), 100, 30)
	d.Hasty()
	d.Keys("j V G")
	shows(t, d, "SELECTING")
	d.Keys("r")
	shows(t, d, "Marked 449 articles read", "449 SELECTED", "r read")
	if n := len(rows(t, a, "is:unread")); n != 1 {
		t.Errorf("%d are unread, want 1", n)
	}
	d.Keys("r")
	shows(t, d, "Marked 449 articles unread")
	d.Keys("U U esc")
	lacks(t, d, "SELECTED")
	d.Keys("gg V G x *")
	shows(t, d, "Starred 450 articles")
	d.Keys("esc gg V 4 0 0 j D")
	shows(t, d, "Deleted 401 articles", "1/49", "Number 401")
	d.Keys("U")
	shows(t, d, "/450")
}

// The head of a folded group stands for all that is in it.
func TestFoldedGroupAsAWhole(t *testing.T) {
	t.Parallel()
	a := many(t, 450)
	d := uitest.New(t, newModel(options(t, a)), 100, 30)
	d.Hasty()
	d.Keys("zM gg j r") // December 2025, below January 2026
	shows(t, d, "Marked 31 articles read", "31 SELECTED")
	if n := len(rows(t, a, "is:read after:2025-12 before:2026-01")); n != 31 {
		t.Errorf("%d of December are read, want 31", n)
	}
	d.Keys("esc V j t")
	d.Type("late")
	d.Keys("enter")
	if n := len(rows(t, a, "tag:late after:2025-11 before:2026-01")); n != 61 {
		t.Errorf("%d of November and December are tagged, want 61", n)
	}
}

// A marks read all that the list holds, and nothing else.
func TestMarkAllRead(t *testing.T) {
	t.Parallel()
	a := many(t, 250)
	d := uitest.New(t, newModel(options(t, a)), 100, 30)
	d.Hasty()
	d.Keys("/")
	d.Type("after:2025-12")
	d.Keys("enter A")
	shows(t, d, "Marked all 46 read")
	if n := len(rows(t, a, "is:unread")); n != 204 {
		t.Errorf("%d are unread, want 204", n)
	}
	d.Keys("A")
	shows(t, d, "All of these are read")
	d.Keys("U")
	if n := len(rows(t, a, "is:unread")); n != 250 {
		t.Errorf("%d are unread after undo, want 250", n)
	}
}

// The article that is read is deleted from the text, too: the next one stands where it was.
func TestDeleteFromTheText(t *testing.T) {
	t.Parallel()
	d, a := start(t, 100, 30)
	d.Keys("j enter D")
	shows(t, d, "Deleted the article", "2/17", "┃● ‘Low Water’", "enter open")
	if n := len(rows(t, a, "title:promise")); n != 0 {
		t.Errorf("%d articles of that title are left, want none", n)
	}
	d.Keys("U")
	shows(t, d, "2/18", "Dagny Orrel: 'A prom")
}

// What takes some seconds in a large archive is told as it begins.
func TestMarkingManyIsToldAtOnce(t *testing.T) {
	t.Parallel()
	d := uitest.New(t, newModel(options(t, many(t, 2100))), 100, 30)
	d.Hasty()
	d.Hold()
	d.Keys("A")
	d.Step() // the key's batch
	d.Step() // and what is in it
	shows(t, d, "Marking 2,100 read …")
	d.Release()
	shows(t, d, "Marked all 2,100 read")
	d.Keys("U *")
	shows(t, d, "2,100 unread", "Starred the article")
	d.Hold()
	d.Keys("A")
	d.Step()
	d.Keys("U") // would take back the star
	d.Step()
	shows(t, d, "Still marking articles read")
	d.Release()
	shows(t, d, "Marked all 2,100 read", "★")
	d.Keys("U U")
	lacks(t, d, "★")
	shows(t, d, "2,100 unread")
}
