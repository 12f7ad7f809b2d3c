package ui

import (
	"strings"
	"testing"

	"offprint/ui/uitest"
)

// Where the list is narrow a title has two lines, so that titles that begin
// alike are told apart; where it is wide or low, or read aloud, it has one.
func TestNarrowListHasTwoLines(t *testing.T) {
	t.Parallel()
	d, _ := start(t, 132, 38)
	list := strings.Join(column(d.Frame()), "\n")
	for _, want := range []string{
		"┃● Velmark's Half-Built  12❝ \n ┃  Barrage to Be Finished, … ",
		"\n\n ▾ 2024",
		"  ● Court suspends permit 15❝ \n    for Hersk barrage; minis… ",
		"  ● Court suspends permit  4❝ \n    for Hersk barrage",
	} {
		if !strings.Contains(list, want) {
			t.Errorf("%q is missing in the list:\n%s", want, list)
		}
	}
	for _, size := range [][2]int{{80, 24}, {132, 12}, {200, 40}} {
		d.Resize(size[0], size[1])
		if list := strings.Join(column(d.Frame()), "\n"); !strings.Contains(list, "❝") || strings.Contains(list, "\n ┃  ") {
			t.Errorf("at %v a title has two lines:\n%s", size, list)
		}
	}
}

// column returns the lines of the first pane.
func column(frame []string) []string {
	out := make([]string, len(frame))
	for i, l := range frame {
		out[i], _, _ = strings.Cut(l, "│")
		if strings.TrimSpace(out[i]) == "" {
			out[i] = ""
		}
	}
	return out
}

// The settings decide for every width.
func TestLinesOfTitlesAreSet(t *testing.T) {
	t.Parallel()
	for lines, two := range []int{1: 0, 2: 2} {
		if lines == 0 {
			continue
		}
		o := options(t, openDemo(t))
		o.Desk.Titles = lines
		d := uitest.New(t, newModel(o), 132, 38)
		for _, size := range [][2]int{{132, 38}, {80, 24}, {200, 40}, {40, 9}} {
			d.Resize(size[0], size[1])
			list := strings.Join(column(d.Frame()), "\n")
			if got := strings.Count(list, "┃"); got != max(1, two) {
				t.Errorf("%d lines set, at %v the row has %d:\n%s", lines, size, got, list)
			}
		}
	}
}

// Both lines of a row are the row to the mouse, and the keys go by rows.
func TestNarrowListMoves(t *testing.T) {
	t.Parallel()
	d, _ := start(t, 132, 38)
	click(t, d, "promise is a date") // its second line
	shows(t, d, "Ruben Calloway-Iversen")
	shows(t, d, "┃● Dagny Orrel", "┃  promise is")
	d.Keys("j j j")
	shows(t, d, "┃● Four Winters", "┃  Tarve")
	d.Keys("G")
	shows(t, d, "┃● Velmark Approves")
	lacks(t, d, "● Four Winters")
	wheel(t, d, "● Velmark Approves", false)
	shows(t, d, "● Four Winters")
	d.Keys("gg zM j")
	shows(t, d, "▸ 2025", "▸ 2021")
}

// A filter that cannot be read is not kept by enter in part: it stays open with
// what is wrong, in the list and in the quotes, until it is put right.
func TestFilterThatCannotBeReadStaysOpen(t *testing.T) {
	t.Parallel()
	for _, before := range []string{"", "g q "} {
		for typed, why := range map[string]string{"harbour after:2024-13": "2024-13", "foo:bar (": "foo:bar ("} {
			d, _ := start(t, 120, 40)
			d.Keys(before + "/")
			d.Type(typed)
			d.Keys("enter")
			shows(t, d, why, "^", "completes")
			lacks(t, d, "keeps") // which enter does not do now
			d.Keys("ctrl+u")
			d.Type("harbour")
			d.Keys("enter")
			shows(t, d, "harbour")
			lacks(t, d, "completes", "^^")
		}
	}
}
