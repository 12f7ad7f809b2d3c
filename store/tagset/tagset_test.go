package tagset

import (
	"slices"
	"testing"

	"offprint/reader"
)

// Spellings of a tag are one, and tags without a letter none; what is joined is read again.
func TestUnique(t *testing.T) {
	t.Parallel()
	tags := []reader.Text{"Water", "the sea", "WATER", "…", "", "Wäter", "new\nline"}
	unique := Unique(tags)
	if want := []reader.Text{"Water", "the sea", "new line"}; !slices.Equal(unique, want) {
		t.Errorf("%q, want %q", unique, want)
	}
	if again := Split(Join(tags)); !slices.Equal(again, unique) {
		t.Errorf("joined and split: %q", again)
	}
	if Split("") != nil || Join(nil) != "" {
		t.Error("no tags are some")
	}
	for tag, want := range map[reader.Text]bool{"water": true, "The  Sea": true, "sea": false, "": true} {
		if Has(tags, tag) != want {
			t.Errorf("has %q: %v", tag, !want)
		}
	}
	if got := List(unique[:2]); got != "Water, the sea" {
		t.Errorf("listed as %q", got)
	}
}
