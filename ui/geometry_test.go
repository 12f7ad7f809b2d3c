package ui

import (
	"fmt"
	"testing"
)

// surfaces are ways to everything that can be on the screen. The driver holds
// each frame to its window; a new screen adds a line.
var surfaces = map[string]string{
	"list":      "",
	"folded":    "zM",
	"grouped":   "gs",
	"tags":      "gt",
	"filter":    "/ i s : u",
	"article":   "enter",
	"end":       "enter G",
	"quotes":    "enter tab j",
	"entities":  "enter tab tab j",
	"hints":     "enter f",
	"find":      "enter / t h e",
	"select":    "enter v w w w",
	"note":      "enter v a",
	"pending":   "enter z",
	"help":      "?",
	"palette":   ":",
	"sort":      ",",
	"info":      "enter g i",
	"contents":  "enter g c",
	"text only": "enter z f",
	"no list":   "enter z l",
	"no side":   "enter z q z e",
	"wide":      "enter + + + +",
	"search":    "s t a r v e",
	"said":      "g q",
	"wordings":  "g q w",
	"names":     "g e",
	"name":      "enter tab tab p",
	"marked":    "enter v w x g m",
	"imports":   "I",
}

// No frame is wider or higher than its window, and none is short of lines, at
// any size that a window can have.
func TestGeometry(t *testing.T) {
	t.Parallel()
	widths := []int{1, 7, 21, 39, 41, 59, 61, 79, 89, 91, 101, 119, 121, 161, 203}
	heights := []int{1, 3, 8, 9, 15, 17, 24, 45, 61}
	if testing.Short() {
		widths, heights = []int{1, 41, 91, 161}, []int{1, 9, 24}
	}
	for name, keys := range surfaces {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d, _ := start(t, 100, 30)
			d.Keys(keys)
			for _, w := range widths {
				for _, h := range heights {
					d.Resize(w, h)
					if t.Failed() {
						t.Fatal(fmt.Sprintf("%s at %dx%d", name, w, h))
					}
				}
			}
		})
	}
}
