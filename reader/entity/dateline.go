package entity

import (
	"strings"

	"offprint/reader"
	"offprint/reader/token"
)

// farthestDash is how many tokens a dateline may have up to its dash.
const farthestDash = 14

// datelines marks the places at the head of agency news: "KUALA LUMPUR, June 4
// (Reuters) -". They stand in capitals at the beginning of a paragraph, and
// may be called like a club.
func (x *text) datelines() {
	lines := map[uint64]mention{} // by the hash of the first word
	for _, b := range x.plain.Blocks {
		x.signed(b)
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
		m = mention{first: first, last: last, kind: reader.EntityPlace, sure: 0.98}
		x.put(m)
		x.wire(last)
		if first := x.hashes[m.first]; lines[first].last == 0 {
			lines[first] = m
		}
	}
	if len(lines) > 0 {
		x.asInDatelines(lines)
	}
}

// longestAgency is how many words the name of an agency below its news may have.
const longestAgency = 4

// signed marks the agency in a paragraph that is nothing but a dash and a name:
// "--Nordic Level Media".
func (x *text) signed(b reader.Block) {
	first, end := x.At(b.Start), x.At(b.End)
	i := first
	for i < end && strings.Trim(x.word(i), "-–—") == "" {
		i++
	}
	if i == first || end-i < 2 || end-i > longestAgency {
		return
	}
	for k := i; k < end; k++ {
		if x.shapes[k] < capital || x.Tokens[k].Kind != token.Word {
			return
		}
	}
	if m, ok := x.mentionAt(i); ok && m.kind == reader.EntityPerson {
		return
	}
	x.put(mention{first: i, last: end, kind: reader.EntityOrganization, sure: 0.9})
}

// asInDatelines makes places of the other places of the names in datelines,
// where the tagger is not sure of another kind.
func (x *text) asInDatelines(lines map[uint64]mention) {
	for i := range x.Tokens {
		if x.shapes[i] != capital {
			continue
		}
		line, ok := lines[x.hashes[i]]
		n := line.last - line.first
		if !ok || i < line.last || i+n > len(x.Tokens) || !x.sameLetters(line.first, i, n) {
			continue
		}
		m, ok := x.mentionAt(i)
		switch {
		case !ok && (n > 1 || !(i+1 < len(x.Tokens) && x.shapes[i+1] >= capital && x.near(i))):
			x.put(mention{first: i, last: i + n, kind: reader.EntityPlace, sure: unsure})
		case ok && m.first == i && m.last == i+n && m.kind != reader.EntityPlace && m.sure < lends:
			m.kind = reader.EntityPlace
			x.replace(m)
		}
	}
}

// sameLetters reports whether the n words from token b are those from token a, in whatever letters.
func (x *text) sameLetters(a, b, n int) bool {
	for k := range n {
		if !strings.EqualFold(x.word(a+k), x.word(b+k)) {
			return false
		}
	}
	return true
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
