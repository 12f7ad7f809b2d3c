package ui

import (
	"strings"
	"testing"
	"time"

	"offprint/reader"
	"offprint/reader/digest"
	"offprint/store"
	"offprint/ui/uitest"
)

// single opens an archive of one article, "Harbour".
func single(t *testing.T, text string) *store.Archive {
	t.Helper()
	a, err := store.Open(t.Context(), t.TempDir()+"/single.db", store.Options{Now: func() time.Time { return today }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { a.Close() })
	item := store.Item{Origin: "single", Digests: []reader.Digest{digest.Article(reader.Article{Title: "Harbour", Markdown: reader.Clean(text)})}}
	if _, err := a.Add(t.Context(), []store.Item{item}); err != nil {
		t.Fatal(err)
	}
	return a
}

// The sign of a footnote leads to it, and enter leads back.
func TestFootnotes(t *testing.T) {
	t.Parallel()
	text := "The harbour[^1] was open[^2].\n\n" + strings.Repeat("Another paragraph of no weight.\n\n", 30) + "[^1]: Built in 1911.\n[^2]: Until noon.\n"
	d := uitest.New(t, newModel(options(t, single(t, text))), 100, 24)
	d.Keys("enter ]l ]l")
	lacks(t, d, "Until noon")
	d.Keys("enter")
	shows(t, d, "[2] Until noon", "A footnote: enter goes back to its sign")
	d.Keys("enter")
	shows(t, d, "The harbour[1] was open[2]")
	lacks(t, d, "Until noon")
	d.Keys("gg f")
	shows(t, d, "The harbour[1A was open[2S.")
	d.Keys("a")
	shows(t, d, "[1] Built in 1911")
	d.Keys("' '")
	shows(t, d, "The harbour[1] was open[2]")
	d.Keys("gl")
	shows(t, d, "This article has no links")
	d.Keys("esc")
}

// The list of links leads to a link, and enter asks what to do with it.
func TestListOfLinks(t *testing.T) {
	t.Parallel()
	text := strings.Repeat("A paragraph of no weight.\n\n", 30) + "See [the plan](https://www.plans.example/harbour) and [its *map*](https://maps.example/).\n"
	d := uitest.New(t, newModel(options(t, single(t, text))), 100, 24)
	d.Keys("enter gl")
	shows(t, d, "the plan", "plans.example", "its map", "maps.example")
	d.Keys("down enter")
	shows(t, d, "See the plan and its map.")
	d.Keys("enter")
	shows(t, d, "Open maps.example", "Copy the address")
}
