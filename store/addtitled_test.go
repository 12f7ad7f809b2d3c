package store

import (
	"testing"

	"offprint/reader"
)

// Passages without an address join the article of their title, if it is plain which one that is.
func TestPassagesByTitle(t *testing.T) {
	t.Parallel()
	passages := func(title string, words ...reader.Text) reader.Digest {
		var k reader.Kept
		for _, w := range words {
			k.Passages = append(k.Passages, reader.Passage{Text: w})
		}
		return stubOf("", title, k)
	}
	const long, short = "The river rose in the night", "The river"
	for name, c := range map[string]struct {
		title string
		twin  bool
		words reader.Text
		joins bool
	}{
		"a long title":                     {long, false, "words that are nowhere", true},
		"a long title of two":              {long, true, "words that are nowhere", false},
		"a long title of two, and words":   {long, true, "the bridge was closed", true},
		"a short title":                    {short, false, "words that are nowhere", false},
		"a short title, and words":         {short, false, "the bridge was closed", true},
		"a short title, and too few words": {short, false, "river", false},
	} {
		for _, order := range []string{"text first", "passages first"} {
			if c.twin && order == "passages first" {
				continue // whose they are is then decided when only one is there
			}
			t.Run(name+", "+order, func(t *testing.T) {
				t.Parallel()
				a := testArchive(t)
				text := item("river.html", page("https://news.example/river", c.title, "2015-05-30", river))
				list := export(1, passages(c.title, c.words))
				items := []Item{text, list}
				if order == "passages first" {
					items = []Item{list, text}
				}
				if c.twin {
					mustAdd(t, a, item("twin", page("https://news.example/twin", c.title, "2015-05-31", "Another text.")))
				}
				out := mustAdd(t, a, items...)
				if joined := out[0].IDs[0] == out[1].IDs[0]; joined != c.joins {
					t.Errorf("joined %v, want %v", joined, c.joins)
				}
				again := mustAdd(t, a, export(2, passages(c.title, c.words)))[0]
				if want := out[0].IDs[0]; order == "passages first" && again.IDs[0] != want || again.Status != StatusUnchanged {
					t.Errorf("again: %+v, want unchanged %d", again, want)
				}
				sound(t, a)
			})
		}
	}
}
