package entity

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"offprint/reader"
)

// TestAgency finds the names in the project's own articles in the manner of a
// news agency, whose names are marked [Name|kind], and asks for a strict F1 of
// 0.92 over people, organisations and places. A name that ends in a point and
// one that does not are one; what may be taken in several ways is marked any
// and not counted.
func TestAgency(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("testdata/agency/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("got %d articles (%v), want some", len(files), err)
	}
	scored := map[string]bool{"person": true, "organization": true, "place": true}
	gold, found, right := 0, 0, 0
	for _, path := range files {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		text, marks := goldMarks(strings.TrimSpace(string(data)))
		want, any := map[string]bool{}, []reader.Span{}
		for span, kind := range marks {
			if kind == "any" {
				any = append(any, spanOf(t, span))
			} else if scored[kind] {
				want[span+kind] = true
			}
		}
		gold += len(want)
		for _, e := range Find(plainOf(text), "en") {
			for _, m := range e.Mentions {
				if kind := e.Kind.String(); scored[kind] && !slices.ContainsFunc(any, func(a reader.Span) bool { return a.Start < m.End && m.Start < a.End }) {
					found++
					if want[spanKey(m)+kind] || want[spanKey(reader.Span{Start: m.Start, End: m.End + 1})+kind] {
						right++
					} else {
						t.Logf("%s: %s as %s", filepath.Base(path), text[m.Start:m.End], kind)
					}
				}
			}
		}
	}
	if f := 2 * float64(right) / float64(gold+found); f < 0.92 {
		t.Errorf("%d names, %d found, %d right: got %.3f, want at least 0.92", gold, found, right, f)
	}
}

// spanOf is what spanKey made a key of.
func spanOf(t *testing.T, key string) (s reader.Span) {
	t.Helper()
	if _, err := fmt.Sscanf(key, " %d-%d", &s.Start, &s.End); err != nil {
		t.Fatal(key, err)
	}
	return s
}
