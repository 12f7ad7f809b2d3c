package ui

import (
	"context"
	"strings"
	"testing"
	"time"

	"offprint/reader"
	"offprint/reader/digest"
	"offprint/store"
	"offprint/ui/uitest"
)

// "The foreign minister" counts for the person, is on the track of his
// mentions, and leads to his page.
func TestRolesLeadToThePerson(t *testing.T) {
	t.Parallel()
	a := openDemo(t)
	art := reader.Article{
		Title: "A visit", Address: "https://visit.example/1", Outlet: "The Visitor", Language: "en", Published: time.Date(2027, 1, 2, 0, 0, 0, 0, time.UTC),
		Markdown: reader.Clean("Norwegian Foreign Minister Sverre Olden came to Aldersted on Monday.\n\nThe foreign minister saw the harbour. It rained, and the minister left at noon."),
	}
	if _, err := a.Add(context.Background(), []store.Item{{Origin: "visit", Digests: []reader.Digest{digest.Article(art)}}}); err != nil {
		t.Fatal(err)
	}
	d := uitest.New(t, newModel(options(t, a)), 150, 40)
	d.Keys("enter alt+4")
	row := ""
	for _, l := range d.Frame() {
		if strings.Contains(l, "P Sverre Olden") {
			row = l
		}
	}
	if !strings.Contains(row, " 3 ") {
		t.Errorf("the row of the minister is %q, want 3 places", row)
	}
	d.Keys("enter")
	shows(t, d, "Sverre Olden 1/3")
	d.Keys("alt+2 n n")
	shows(t, d, "Sverre Olden 3/3")
	d.Keys("gd") // from "the minister"
	shows(t, d, "Named with", "Sverre Olden", "3 mentions")
}
