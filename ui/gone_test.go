package ui

import (
	"testing"

	"offprint/store"
)

// Another program may delete the article in which words to find, a letter or
// the other end of a passage are waited for.
func TestArticleIsDeletedWhileSomethingIsAsked(t *testing.T) {
	t.Parallel()
	for _, ask := range []string{"/", "/ t h e", "f", "gd", "v e", "gc", "m", "'", "alt+4", "#"} {
		t.Run(ask, func(t *testing.T) {
			t.Parallel()
			d, a := start(t, 100, 30)
			d.Keys("enter " + ask)
			if err := a.Delete(t.Context(), []store.ID{rows(t, a, "")[0].ID}); err != nil {
				t.Fatal(err)
			}
			s, err := a.Stamp(t.Context())
			d.Send(stampMsg{s, err == nil})
			d.Keys("a s enter e x n esc esc alt+1")
			shows(t, d, "1/17")
			d.Keys("j enter n")
			shows(t, d, "quotes 1/")
		})
	}
}
