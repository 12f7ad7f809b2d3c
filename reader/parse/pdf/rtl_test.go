package pdf

import (
	"slices"
	"testing"
)

func TestReading(t *testing.T) {
	t.Parallel()
	turned := func(s string) string {
		r := []rune(s)
		slices.Reverse(r)
		return string(r)
	}
	for seen, want := range map[string]string{
		turned("שלום עולם"):                          "שלום עולם",
		turned("הגשר") + " 2024 " + turned("נפתח"):   "נפתח 2024 הגשר",
		turned("אמר") + " John Doe, " + turned("כך"): "כך ,John Doe אמר",
		"(" + turned("סוגריים") + ")":                "(סוגריים)",
		turned("عام") + " ٢٠٢٤ " + turned("في"):      "في ٢٠٢٤ عام",
		"ﻡﻼﺳ": "سلام", // shapes, a ligature among them, as they are seen
	} {
		if got := reading(seen); got != want {
			t.Errorf("%q: got %q, want %q", seen, got, want)
		}
	}
}

// TestMirror: in a script from right to left the right column is read first.
func TestMirror(t *testing.T) {
	t.Parallel()
	list := []piece{{text: "אבג", x: 100, end: 130}, {text: "דהו", x: 300, end: 330}}
	if !leftward(list) || leftward([]piece{{text: "abc א"}}) {
		t.Fatal("the direction is wrong")
	}
	mirror(list)
	if list[1].x >= list[0].x || list[1].text != "והד" || list[1].end-list[1].x != 30 {
		t.Errorf("got %+v", list)
	}
}
