package ui

import (
	"strings"
	"testing"
	"unicode/utf8"

	"offprint/ui/desk"
	"offprint/ui/uitest"
)

// longest returns how many cells the longest line of the first paragraph of the
// demo's first article has, all of which but the last are full.
func longest(frame []string) int {
	n := 0
	for _, l := range frame {
		for _, pane := range strings.Split(l, "│") {
			if text := strings.TrimSpace(pane); strings.Contains(text, "half-built tidal") || strings.Contains(text, "third of its gates") || strings.Contains(text, "on Thursday aboard") {
				n = max(n, utf8.RuneCountInString(text))
			}
		}
	}
	return n
}

// Three panes stand beside each other only where the text has its measure.
func TestTextKeepsItsMeasure(t *testing.T) {
	t.Parallel()
	for _, w := range []int{110, 120, 131, 132, 140, 160, 200, 240} {
		d, _ := start(t, w, 40)
		d.Keys("enter")
		if n := longest(d.Frame()); n < 60 || n > 76 {
			t.Errorf("at %d columns a line has %d cells:\n%s", w, n, d.Text())
		}
		shows(t, d, "QUOTES", "ENTITIES")
		if list := strings.Contains(d.Text(), "ARTICLES"); list != (w >= 132) {
			t.Errorf("at %d columns the list is there: %v", w, list)
		}
	}
}

// From the text to what is beside it and back nothing moves.
func TestNothingMovesBetweenPanes(t *testing.T) {
	t.Parallel()
	for _, w := range []int{60, 80, 90, 110, 131, 132, 160} {
		d, _ := start(t, w, 40)
		d.Keys("enter d")
		text := d.Frame()
		d.Keys("alt+3")
		beside := d.Frame()
		d.Keys("alt+4 esc")
		for y := range text[:len(text)-1] {
			if text[y] != d.Frame()[y] {
				t.Errorf("%d columns, line %d: %q after coming back, %q before", w, y, d.Frame()[y], text[y])
			}
			if w >= 90 && text[y] != beside[y] {
				t.Errorf("%d columns, line %d: %q beside, %q before", w, y, beside[y], text[y])
			}
		}
	}
}

// The key that shows the list brings it where the sidebar has its place.
func TestListComesBack(t *testing.T) {
	t.Parallel()
	for _, w := range []int{80, 110} {
		d, _ := start(t, w, 40)
		d.Keys("enter")
		lacks(t, d, "ARTICLES")
		d.Keys("zl")
		shows(t, d, "ARTICLES")
	}
}

// Wider text takes its room from the list, as far as that goes, and gives it back.
func TestWiderTextTakesFromTheList(t *testing.T) {
	t.Parallel()
	d, _ := start(t, 160, 40)
	d.Keys("enter")
	set, before := d.Text(), longest(d.Frame())
	d.Keys("+ +")
	if n := longest(d.Frame()); n <= before || n > 82 {
		t.Errorf("a line has %d cells after two steps, %d before:\n%s", n, before, d.Text())
	}
	shows(t, d, "QUOTES", "ARTICLES")
	d.Keys("=")
	if d.Text() != set {
		t.Errorf("not as before:\n%s\nwant\n%s", d.Text(), set)
	}
}

// Outlets stand in one column of a wide list, as dates do, whatever else a row tells.
func TestOutletsStandInOneColumn(t *testing.T) {
	t.Parallel()
	d, _ := start(t, 80, 24)
	d.Keys("j *")
	column := func(outlet string) int {
		for _, l := range d.Frame()[2:] { // below what tells where one is
			if i := strings.Index(l, "  "+outlet); i > 20 {
				return utf8.RuneCountInString(l[:i])
			}
		}
		t.Errorf("no %q in\n%s", outlet, d.Text())
		return 0
	}
	shows(t, d, "★")
	want := column("The Back Row")
	for _, outlet := range []string{"Work & Tide ", "Halyard Quarter…", "Le Courrier de"} {
		if got := column(outlet); got != want {
			t.Errorf("%s stands in column %d, want %d:\n%s", outlet, got, want, d.Text())
		}
	}
	d.Resize(79, 24)
	lacks(t, d, "Halyard")
}

// Panes that the settings hide are there when one goes to them, and the list
// until something is chosen in it.
func TestHiddenPanes(t *testing.T) {
	t.Parallel()
	for _, w := range []int{80, 100, 140} {
		o := options(t, openDemo(t))
		o.Desk.Hidden = []desk.Pane{desk.PaneList, desk.PaneQuotes, desk.PaneEntities}
		d := uitest.New(t, newModel(o), w, 40)
		shows(t, d, "ARTICLES", "Velmark")
		d.Keys("enter")
		shows(t, d, "It is not what anyone at this table")
		lacks(t, d, "ARTICLES")
		lacks(t, d, "QUOTES")
		d.Keys("alt+3")
		shows(t, d, "QUOTES", "Joren Haslet")
		lacks(t, d, "ENTITIES")
		d.Keys("alt+1")
		shows(t, d, "ARTICLES")
	}
}
