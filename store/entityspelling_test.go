package store

import (
	"fmt"
	"testing"
)

func TestClearer(t *testing.T) {
	t.Parallel()
	for _, c := range [][2]string{
		{"House", "house"}, {"Washington DC", "Washington Dc"}, {"Joren K. Haslet", "Joren K Haslet"},
		{"Harbour Office", "HARBOUR OFFICE"}, {"al Qaeda", "al qaeda"},
	} {
		if !clearer(c[0], c[1]) || clearer(c[1], c[0]) {
			t.Errorf("%q is clearer than %q", c[0], c[1])
		}
	}
	for _, c := range [][2]string{{"Iran", "Iran"}, {"Department of Mud", "Department Of Mud"}, {"FHO", "FHO"}, {"", "house"}} {
		if clearer(c[0], c[1]) || clearer(c[1], c[0]) {
			t.Errorf("neither of %q and %q is clearer", c[0], c[1])
		}
	}
}

// The clearest way to write a name that came is the one that is shown.
func TestNamesAreShownInTheirClearestForm(t *testing.T) {
	t.Parallel()
	a := testArchive(t)
	for i, name := range []string{"HARBOUR OFFICE", "Harbour Office", "harbour office", "HARBOUR OFFICE"} {
		mustAdd(t, a, item(fmt.Sprint(i), naming(fmt.Sprint("Article ", i), "2024-01-05", "O: "+name)))
	}
	index(t, a)
	wantNames(t, a, "after four articles", "Harbour Office 4")
	sound(t, a)
}
