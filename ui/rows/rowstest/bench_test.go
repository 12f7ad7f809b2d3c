package rowstest_test

import (
	"fmt"
	"testing"

	"offprint/ui/entity"
	"offprint/ui/nav"
	"offprint/ui/quotes"
	"offprint/ui/rows/rowstest"
	"offprint/ui/search"
	"offprint/ui/uitest"
)

// A frame of each screen in a window of 160 by 45. Budget: 2 ms, so that a key
// held down is drawn 120 times a second on half a core.
func BenchmarkFrame(b *testing.B) {
	archive := rowstest.Archive(b, 300)
	for name, s := range map[string]rowstest.Screen{
		"search": search.New(archive, rowstest.Look(), "ships", rowstest.Now),
		"quotes": quotes.New(archive, rowstest.Look(), nav.OpenQuotes{}, rowstest.Now),
		"entity": entity.New(archive, rowstest.Look(), nav.OpenEntity{ID: 1}, rowstest.Now),
	} {
		uitest.New(b, rowstest.New(b, s), 160, 45)
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if s.Draw() == "" {
					b.Fatal("nothing is drawn")
				}
			}
		})
	}
}

// What the list does for a step of the cursor does not grow with the list.
func BenchmarkStep(b *testing.B) {
	for _, n := range []int{100, 2000} {
		s := quotes.New(rowstest.Archive(b, n), rowstest.Look(), nav.OpenQuotes{}, rowstest.Now)
		d := uitest.New(b, rowstest.New(b, s), 160, 45)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				d.Keys("j k")
			}
		})
	}
}
