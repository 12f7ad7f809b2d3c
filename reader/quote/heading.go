package quote

import (
	"strings"

	"offprint/reader"
)

// headings gives the words that a heading repeats to who says them in the
// text. Words in a heading that nobody says there stay without a source.
func (a *analysis) headings() {
	for k := range a.found {
		f := &a.found[k]
		if f.head != none || a.Plain.Blocks[f.paragraph].Kind != reader.BlockHeading && f.paragraph > 0 {
			continue
		}
		if g := a.sameWords(k); g != none {
			o := &a.found[g]
			f.source, f.head, f.alias, f.relative, f.how = o.source, o.head, o.alias, o.relative, o.how
		}
	}
}

// sameWords returns the quote with a source that holds the words of quote k, or none.
func (a *analysis) sameWords(k int) int {
	s := a.parts[a.found[k].first]
	words := strings.Trim(a.Text[s.start:s.end], ",.!? …")
	if len(words) < 12 {
		return none
	}
	for g := range a.found {
		if g == k || a.found[g].head == none {
			continue
		}
		for q := a.found[g].first; q != none; q = a.parts[q].next {
			if strings.Contains(a.Text[a.parts[q].start:a.parts[q].end], words) {
				return g
			}
		}
	}
	return none
}
