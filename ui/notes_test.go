package ui

import (
	"testing"

	"offprint/store"
	"offprint/store/query"
)

// marked returns the highlights of the archive, the newest first.
func marked(t *testing.T, a *store.Archive) []store.HighlightRow {
	t.Helper()
	list, err := a.Highlights(t.Context(), query.Query{}, 0, 10)
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// A note is told where one comes to its highlight, listed, and changed from the text and from the list of all.
func TestNotes(t *testing.T) {
	t.Parallel()
	d, a := start(t, 120, 40)
	d.Keys("enter ]m")
	shows(t, d, "Nothing is highlighted here")
	d.Keys("gh")
	shows(t, d, "Nothing is highlighted here")
	d.Keys("c")
	shows(t, d, "No highlight in view")
	d.Keys("n v a") // the whole quote
	d.Type("ask her again")
	d.Keys("enter")
	list := marked(t, a)
	if len(list) != 1 || string(list[0].Words) != "It is not what anyone at this table asked for, and that is the best thing about it" || list[0].Note != "ask her again" {
		t.Fatalf("highlighted %+v, want the quote with its note", list)
	}
	shows(t, d, "1▌✎")
	d.Keys("} } } } v w x")
	d.Keys("gg ]m")
	shows(t, d, "Note: ask her again")
	d.Keys("c")
	d.Type(", twice")
	d.Keys("enter")
	shows(t, d, "Kept the note · U takes it back")
	d.Keys("gh")
	shows(t, d, "Your highlights and notes", "ask her again, twice — “It is not what")
	d.Keys("down enter")
	lacks(t, d, "Your highlights and notes")
	d.Keys("gm")
	shows(t, d, "note: ask her again, twice", "c note")
	d.Keys("j c ctrl+u")
	d.Type("from the list")
	d.Keys("enter")
	shows(t, d, "note: from the list")
	d.Keys("U U q gg ]m")
	shows(t, d, "Note: ask her again")
	if got := marked(t, a); len(got) != 2 || got[1].Note != "ask her again" && got[0].Note != "ask her again" {
		t.Errorf("after undo: %+v", got)
	}
}

// v begins a passage anew at the cursor.
func TestBeginPassageHere(t *testing.T) {
	t.Parallel()
	d, a := start(t, 120, 40)
	d.Keys("enter } v w w v w x")
	list := marked(t, a)
	if len(list) != 1 || string(list[0].Words) != "and a" {
		t.Errorf("highlighted %+v, want the third word and the fourth", list)
	}
}

// A note of several lines stays one when it is changed.
func TestNotesOfSeveralLines(t *testing.T) {
	t.Parallel()
	d, a := start(t, 120, 40)
	d.Keys("enter n v a")
	d.Type("ask her again")
	d.Keys("ctrl+j")
	d.Type("and him")
	d.Keys("enter gg ]m c")
	shows(t, d, "│ ask her again ", "│ and him ", "ctrl+j new line")
	d.Type(", twice")
	d.Keys("enter")
	if list := marked(t, a); len(list) != 1 || list[0].Note != "ask her again\nand him, twice" {
		t.Errorf("kept %+v", list)
	}
	d.Keys("gm")
	shows(t, d, "note: ask her again and him, twice")
	d.Keys("q gg ]m c")
	d.Type(", and whoever else was at the table that evening")
	d.Keys("enter gg ]m")
	shows(t, d, "Note: ask her again and him, twice, and whoever else", "enter shows all")
	d.Keys("enter")
	shows(t, d, "─ Your note ─", "│ ask her again ", "at the table that evening")
	d.Keys("enter")
	lacks(t, d, "Your note")
}
