package ui

import (
	"testing"

	"offprint/ui/nav"
)

// What is chosen is turned as the first of it is, wherever the cursor has gone meanwhile.
func TestChosenAreTurned(t *testing.T) {
	t.Parallel()
	d, a := start(t, 120, 40)
	d.Keys("* x")
	shows(t, d, "2/18") // the cursor is on the next one, which has no star
	d.Keys("*")
	shows(t, d, "Took the star from the article")
	if n := len(rows(t, a, "is:starred")); n != 0 {
		t.Errorf("%d articles are starred, want none", n)
	}
	d.Keys("esc gg r j x x r")
	if got := rows(t, a, "is:read"); len(got) != 3 {
		t.Errorf("%d articles are read, want the first and the two chosen", len(got))
	}
	d.Keys("k r")
	if got := rows(t, a, "is:read"); len(got) != 1 {
		t.Errorf("%d articles are read, want the first alone", len(got))
	}
}

// The cursor on the quotes goes with the track, and away from it as well.
func TestCursorLeavesTheTrack(t *testing.T) {
	t.Parallel()
	d, _ := start(t, 120, 40)
	d.Keys("enter n n alt+3 j j j enter")
	shows(t, d, "n/N quotes 5/12")
	d.Keys("n alt+3 enter")
	shows(t, d, "n/N quotes 6/12")
	d.Keys("gg enter")
	shows(t, d, "n/N quotes 1/12")
}

// Whatever opens an article, the list's cursor and the way above it go there.
func TestListFollowsWhatIsOpened(t *testing.T) {
	t.Parallel()
	d, a := start(t, 140, 40)
	all := rows(t, a, "")
	d.Keys("enter J gq j j enter")
	shows(t, d, "October 2025", "1/18")
	d.Keys("ge /")
	d.Type("marta")
	d.Keys("enter enter enter")
	shows(t, d, "June 2025", "2/18")
	d.Keys("H H H")
	shows(t, d, "October 2025", "1/18")
	d.Keys("L L L")
	shows(t, d, "June 2025", "2/18")
	d.Send(nav.OpenArticle{ID: all[17].ID})
	shows(t, d, "18/18")
	d.Keys("K")
	shows(t, d, "17/18")
}

// Where groups are unfolded the cursor stands on an article, with which something can be done.
func TestUnfoldedGroupHasTheCursorOnARow(t *testing.T) {
	t.Parallel()
	d, a := start(t, 120, 40)
	for _, keys := range []string{"za za *", "zM zR *", "za enter *"} {
		before := len(rows(t, a, "is:starred"))
		d.Keys(keys)
		if n := len(rows(t, a, "is:starred")); n == before {
			t.Errorf("%s did not turn a star", keys)
		}
	}
}

// Who goes through what is unread meets every article once, though each leaves the list when it is opened.
func TestThroughTheUnread(t *testing.T) {
	t.Parallel()
	d, a := start(t, 140, 40)
	all := rows(t, a, "")
	d.Keys("gu enter")
	shows(t, d, "is:unread › October 2025 › alderstedcourier.example") // though it is in the list no more
	for i := range all[:6] {
		read := rows(t, a, "is:read")
		if len(read) != i+1 || read[i].ID != all[i].ID {
			t.Fatalf("after %d steps %d articles are read, the last %q, want %q", i, len(read), read[len(read)-1].Title, all[i].Title)
		}
		d.Keys("J")
	}
	d.Keys("alt+1 G enter J") // the last one: there is none after it
	shows(t, d, "No more articles in that direction")
	d.Keys("K")
	if read := rows(t, a, "is:read"); read[len(read)-2].ID != all[len(all)-2].ID {
		t.Errorf("before the last %q was opened, want %q", read[len(read)-2].Title, all[len(all)-2].Title)
	}
}
