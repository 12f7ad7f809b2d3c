package ui

import (
	"testing"

	"offprint/store/query"
)

// From the quotes and names beside an article its own keys work, too.
func TestArticleKeysBesideIt(t *testing.T) {
	t.Parallel()
	for _, w := range []int{80, 100, 160} {
		d, _ := start(t, w, 45)
		d.Keys("enter alt+3 n n")
		shows(t, d, "n/N quotes 2/12")
		d.Keys("alt+4 n")
		shows(t, d, "n/N quotes 3/12")
		d.Keys("/")
		shows(t, d, "find:")
		d.Keys("esc alt+1")
		lacks(t, d, "n/N")
	}
}

// While a passage is chosen, keys that change whole articles do nothing.
func TestNothingElseHappensWhileAPassageIsChosen(t *testing.T) {
	t.Parallel()
	d, a := start(t, 100, 30)
	d.Keys("enter v e e")
	for _, key := range []string{"*", "r", "t", "J", "K"} {
		d.Keys(key)
		shows(t, d, "A passage is being chosen")
		shows(t, d, "highlight")
	}
	d.Keys("x")
	shows(t, d, "Highlighted")
	if list, err := a.Highlights(t.Context(), query.Query{}, 0, 10); err != nil || len(list) != 1 {
		t.Errorf("%d highlights, %v; want 1", len(list), err)
	}
}

// The list tells what was begun, as soon as it was left.
func TestListTellsWhatWasBegun(t *testing.T) {
	t.Parallel()
	d, _ := start(t, 100, 16)
	d.Keys("enter d alt+1")
	shows(t, d, "┃◐ Velmark")
	d.Keys("alt+2 G alt+1")
	lacks(t, d, "◐")
	d.Keys("alt+2 gg alt+1 r")
	shows(t, d, "┃● Velmark")
}
