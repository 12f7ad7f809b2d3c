package quote

// farthestDash is how many tokens a dateline may have up to its dash.
const farthestDash = 14

// behindDateline returns the token where sentence s begins behind the place and
// day that agency news stands under ("Washington, D.C. - Senator Lind said"):
// a town that is named there says nothing. Without one it is the first.
func (a *analysis) behindDateline(s sentence) int32 {
	if !s.begins || !a.language.full {
		return s.first
	}
	divided := false // by a comma or bracket, which names before a dash seldom have
	for i := s.first; i+1 < s.last && i < s.first+farthestDash; i++ {
		t := &a.tokens[i]
		switch {
		case t.run != none || t.kind == kindMark:
			return s.first
		case t.kind != kindPunct:
			if !t.upper && t.kind != kindNumber {
				return s.first
			}
			divided = divided || t.caps && t.end-t.start > 4 // WASHINGTON - Senator Lind said
		case t.sign == '-' && i > s.first && t.start > a.tokens[i-1].end:
			for i+2 < s.last && a.tokens[i+1].kind == kindPunct && a.tokens[i+1].sign == '-' {
				i++ // two hyphens are a dash
			}
			if next := &a.tokens[i+1]; divided && (next.upper || next.kind == kindMark) {
				return i + 1
			}
			return s.first
		case t.sign == ',' || t.sign == '(' || t.sign == '/':
			divided = true
		case t.sign != ')' && t.sign != '.':
			return s.first
		}
	}
	return s.first
}
