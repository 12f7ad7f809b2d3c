package store

import (
	"fmt"
	"testing"
)

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
