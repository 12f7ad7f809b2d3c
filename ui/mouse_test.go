package ui

import (
	"strings"
	"testing"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"offprint/ui/uitest"
)

// cellOf returns the cell of the screen where a text stands that is there but
// once; all to its left are one cell wide in the demo.
func cellOf(t *testing.T, d *uitest.Driver, text string) (x, y int) {
	t.Helper()
	for y, line := range d.Frame() {
		if i := strings.Index(line, text); i >= 0 {
			return utf8.RuneCountInString(line[:i]), y
		}
	}
	t.Fatalf("no %q on the screen:\n%s", text, d.Text())
	return 0, 0
}

func click(t *testing.T, d *uitest.Driver, text string) {
	t.Helper()
	x, y := cellOf(t, d, text)
	d.Send(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft})
}

func wheel(t *testing.T, d *uitest.Driver, over string, down bool) {
	t.Helper()
	x, y := cellOf(t, d, over)
	button := tea.MouseWheelUp
	if down {
		button = tea.MouseWheelDown
	}
	d.Send(tea.MouseWheelMsg{X: x, Y: y, Button: button})
}

// A click chooses a row of the list and shows its article; a second one goes to it.
func TestClickOpensArticle(t *testing.T) {
	t.Parallel()
	d, a := start(t, 160, 45)
	click(t, d, "● Four Winters")
	shows(t, d, "Halyard Quarterly")
	if got := rows(t, a, "is:read"); len(got) != 0 {
		t.Errorf("%d articles are read after one click, want none", len(got))
	}
	click(t, d, "● Four Winters")
	if got := rows(t, a, "is:read"); len(got) != 1 || got[0].Title != "Four Winters on the Tarve" {
		t.Errorf("read after two clicks: %v, want the one clicked", got)
	}
	d.Keys("d d")
	shows(t, d, "n/N quotes") // keys go to the article now
}

// A click on a quote or name chooses it, a second one goes there.
func TestClickInSidebar(t *testing.T) {
	t.Parallel()
	d, _ := start(t, 160, 45)
	d.Keys("enter")
	click(t, d, "7 Dagny Orrel")
	shows(t, d, "enter jump")
	click(t, d, "7 Dagny Orrel")
	shows(t, d, "n/N quotes 7/12")
	click(t, d, "O Tarve Watch")
	click(t, d, "O Tarve Watch")
	shows(t, d, "Tarve Watch 1/")
}

// A click in the text goes to a name or quote, a second one on a name to its page.
func TestClickInText(t *testing.T) {
	t.Parallel()
	d, _ := start(t, 160, 45)
	click(t, d, "is not what anyone at this table")
	shows(t, d, "n/N quotes 1/12")
	click(t, d, "Nordal Hydro, the company")
	shows(t, d, "n/N Nordal Hydro 1/")
	click(t, d, "Nordal Hydro, the company")
	shows(t, d, "Nordal Hydro  organisation", "Named with")
	d.Keys("H esc")
	click(t, d, "that have quarrelled over") // nothing there
	shows(t, d, "n/N quotes 12")
}

// The wheel scrolls what is under the pointer, whatever has the keys.
func TestWheelScrollsUnderThePointer(t *testing.T) {
	t.Parallel()
	d, _ := start(t, 160, 24)
	d.Keys("enter")
	first := "Velmark's half-built tidal barrage will be"
	shows(t, d, first, "Meridian · Thu 16 Oct 2025")
	d.Keys("alt+1")
	for range 4 {
		wheel(t, d, "Meridian · Thu", true)
	}
	lacks(t, d, first)
	for range 4 {
		wheel(t, d, "Meridian · Thu", false)
	}
	shows(t, d, first)
	wheel(t, d, "QUOTES", true)
	d.Keys("alt+3 enter")
	shows(t, d, "n/N quotes 2/12")
	wheel(t, d, "ARTICLES", true)
	lacks(t, d, "Velmark's Half-Built Barrage …")
	wheel(t, d, "ARTICLES", false)
	shows(t, d, "Velmark's Half-Built Barrage …")
}

// In the other screens a click chooses a row, a second one opens it.
func TestClickOnRows(t *testing.T) {
	t.Parallel()
	d, _ := start(t, 140, 40)
	d.Keys("ge")
	click(t, d, "Dagny Orrel")
	click(t, d, "Dagny Orrel")
	shows(t, d, "Dagny Orrel  person", "Named with")
	click(t, d, "Named with") // no row
	click(t, d, "Signe Aldaur")
	shows(t, d, "Dagny Orrel  person")
	click(t, d, "Signe Aldaur")
	shows(t, d, "Signe Aldaur  person")
	d.Keys("q s d r e d g")
	click(t, d, "Four Winters on the Tarve")
	click(t, d, "Four Winters on the Tarve")
	shows(t, d, "ARTICLES", "Halyard Quarterly")
}

// A click beside a box closes it, and the wheel moves in screens that know no mouse.
func TestMouseOverOtherScreens(t *testing.T) {
	t.Parallel()
	d, _ := start(t, 120, 40)
	d.Keys("?")
	shows(t, d, "unfold all groups")
	d.Send(tea.MouseClickMsg{X: 0, Y: 0, Button: tea.MouseLeft})
	lacks(t, d, "unfold all groups")
	d.Keys("ge")
	d.Send(tea.MouseWheelMsg{X: 10, Y: 10, Button: tea.MouseWheelDown})
	d.Keys("enter")
	shows(t, d, "Amara Linnevik") // the fourth row: the wheel went three down
	d.Keys("H")
	d.Send(tea.MouseWheelMsg{X: 10, Y: 10, Button: tea.MouseWheelUp})
	d.Keys("enter")
	shows(t, d, "Named with")
	// Nothing lies there.
	d.Send(tea.MouseClickMsg{X: 119, Y: 39, Button: tea.MouseLeft})
	d.Send(tea.MouseClickMsg{X: 500, Y: 500, Button: tea.MouseRight})
}

// On a narrow screen the quotes lie over the text in a box, below the title; a
// click meets the quote under the pointer.
func TestClickInTheDrawer(t *testing.T) {
	t.Parallel()
	d, _ := start(t, 80, 24)
	d.Keys("enter alt+3")
	shows(t, d, "Velmark's Half-Built Barrage to Be Finished, and to Sleep in Winter", "╭──")
	click(t, d, "3 Casper Thyle")
	click(t, d, "3 Casper Thyle")
	shows(t, d, "n/N quotes 3/12")
	d.Keys("J alt+3")
	shows(t, d, "Dagny Orrel: 'A promise is a date with a person attached'")
	click(t, d, "2 Dagny Orrel")
	click(t, d, "2 Dagny Orrel")
	shows(t, d, "n/N quotes 2/12")
}

// Dragged over the text the mouse chooses a passage, for the keys of one; a click ends that.
func TestDragChoosesPassage(t *testing.T) {
	t.Parallel()
	d, a := start(t, 120, 40)
	d.Keys("enter")
	x, y := cellOf(t, d, "half-built tidal")
	d.Send(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft})
	d.Send(tea.MouseMotionMsg{X: x + 2, Y: y, Button: tea.MouseLeft})
	d.Send(tea.MouseMotionMsg{X: x + 14, Y: y, Button: tea.MouseLeft})
	d.Send(tea.MouseReleaseMsg{X: x + 14, Y: y, Button: tea.MouseLeft})
	shows(t, d, "x highlight")
	d.Keys("x")
	if got := marked(t, a); len(got) != 1 || got[0].Words != "half-built tidal" {
		t.Errorf("highlighted %+v", got)
	}
	d.Send(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft})
	d.Send(tea.MouseMotionMsg{X: x, Y: y + 60, Button: tea.MouseLeft})
	d.Send(tea.MouseMotionMsg{X: x, Y: y + 1, Button: tea.MouseLeft})
	d.Send(tea.MouseMotionMsg{X: x, Y: 60, Button: tea.MouseLeft})
	shows(t, d, "x highlight")
	d.Send(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft})
	lacks(t, d, "x highlight")
	d.Send(tea.MouseMotionMsg{X: x, Y: y + 1, Button: tea.MouseNone})
	lacks(t, d, "x highlight")
}

// In a box a click chooses and a second one does it; beside it, it closes the box; the wheel scrolls.
func TestMouseInBoxes(t *testing.T) {
	t.Parallel()
	d, _ := start(t, 120, 40)
	d.Keys("?")
	wheel(t, d, "next pane", true)
	click(t, d, "group: date, outlet")
	shows(t, d, "Help: every key")
	click(t, d, "group: date, outlet")
	shows(t, d, "Group by")
	click(t, d, "Group by") // its edge
	shows(t, d, "Group by")
	wheel(t, d, "not at all", true)
	d.Keys("enter")
	shows(t, d, "1/18 · year") // date, day, month, year
	d.Keys("enter t")
	click(t, d, "Tags, apart by commas")
	d.Send(tea.MouseClickMsg{X: 1, Y: 39, Button: tea.MouseLeft})
	lacks(t, d, "Tags, apart by commas")
	d.Keys("gi")
	wheel(t, d, "About this article", true)
	shows(t, d, "About this article")
}
