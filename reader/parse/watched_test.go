package parse_test

import (
	"strings"
	"testing"

	"offprint/reader"
	"offprint/reader/parse"
)

// TestWatched: whoever watches the time is told of each document.
func TestWatched(t *testing.T) {
	t.Parallel()
	message := "From a@b.example Mon Jan  1 00:00:00 2024\nFrom: a@b.example\nSubject: The ferry\nDate: Mon, 1 Jan 2024 00:00:00 +0000\n\nThe ferry sails again, and all are glad of it.\n\n"
	steps := 0
	given := 0
	err := parse.Each(reader.Source{Name: "a.mbox", Data: []byte(strings.Repeat(message, 7))}, func() { steps++ }, func(reader.Article) error { given++; return nil })
	if err != nil || given != 7 || steps < 7 {
		t.Errorf("%d articles in %d steps, %v, want 7 of each", given, steps, err)
	}
}
