package entity

import (
	"offprint/reader"
	"offprint/reader/token"
)

// farthestDash is how many tokens a dateline may have up to its dash.
const farthestDash = 14

// datelines marks the places at the head of agency news: "KUALA LUMPUR, June 4
// (Reuters) -". They stand in capitals at the beginning of a paragraph, and
// may be called like a club.
func (x *text) datelines() {
	for _, b := range x.plain.Blocks {
		if b.Kind != reader.BlockParagraph || b.Start >= b.End {
			continue
		}
		first := x.At(b.Start)
		last := first
		for last < len(x.Tokens) && last-first < 4 && x.shapes[last] == capitals && len(x.word(last)) > 2 {
			last++
		}
		if last == first || !x.dashed(last) {
			continue
		}
		m, ok := x.mentionAt(first)
		if ok && m.last > last { // a headline
			continue
		}
		if w := x.word(last); w != "," && w != "(" { // a dash alone stands behind other things, too
			if n, _ := x.match(first, last, placeFlags); n < last-first && !(ok && m.kind == reader.EntityPlace) {
				continue
			}
		}
		x.put(mention{first: first, last: last, kind: reader.EntityPlace, sure: 0.98})
		x.wire(last)
	}
}

// dashed reports whether what follows at token i is the rest of a dateline:
// a comma or a bracket, and a dash soon after.
func (x *text) dashed(i int) bool {
	if i >= len(x.Tokens) {
		return false
	}
	switch x.word(i) {
	case "-", "–", "—", "--":
		return i+1 < len(x.Tokens) && x.Tokens[i].Start > x.Tokens[i-1].End // BREAD-making
	case ",", "(":
	default:
		return false
	}
	for k := i + 1; k < len(x.Tokens) && k-i < farthestDash; k++ {
		switch w := x.word(k); w {
		case "-", "–", "—", "--":
			return x.Tokens[k].Start > x.Tokens[k-1].End
		case ",", "(", ")", ".", "/":
		default:
			if x.shapes[k] < capital && x.Tokens[k].Kind != token.Number {
				return false
			}
		}
	}
	return false
}
