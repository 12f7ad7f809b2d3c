package ui

import (
	"context"
	"testing"

	"offprint/ui/uitest"
)

// A filter for words says how many articles are not in the index yet; one that
// asks for none, or when all are, says nothing of it.
func TestFilterSaysWhatWaits(t *testing.T) {
	t.Parallel()
	a := openDemo(t)
	copied(t, a, 2) // which nobody indexes
	d := uitest.New(t, newModel(options(t, a)), 150, 40)
	filter := func(words string) {
		d.Keys("/")
		d.Type(words)
		d.Keys("enter")
	}
	filter("winter")
	shows(t, d, "2 not indexed · 7 with")
	d.Keys("esc")
	filter("nowhereatall")
	shows(t, d, "Nothing matches.", "2 not indexed · 0 with", "2 articles are not in the")
	d.Keys("esc")
	filter("is:unread")
	shows(t, d, "with is:unread")
	hides(t, d, "index", "not in")
	if err := a.Index(context.Background()); err != nil {
		t.Fatal(err)
	}
	d.Keys("esc")
	filter("winter")
	shows(t, d, "with winter*")
	hides(t, d, "index")
}
