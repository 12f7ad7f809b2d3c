package quote

import "offprint/reader"

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
		case t.run != none || t.kind == kindMark || t.kind == kindWord && !t.upper:
			return s.first
		case t.kind != kindPunct:
			divided = divided || t.caps && t.end-t.start > 4 // WASHINGTON - Senator Lind said
		case t.sign == '-' && i > s.first && t.start > a.tokens[i-1].end:
			return a.behindDash(s, i, divided)
		case t.sign == ',' || t.sign == '(' || t.sign == '/':
			divided = true
		case t.sign != ')' && t.sign != '.':
			return s.first
		}
	}
	return s.first
}

// behindDash returns the token behind the dash at token i if what stands before
// it in sentence s is a dateline, and the first of s if not.
func (a *analysis) behindDash(s sentence, i int32, divided bool) int32 {
	for i+2 < s.last && a.tokens[i+1].kind == kindPunct && a.tokens[i+1].sign == '-' {
		i++ // two hyphens are a dash
	}
	next := &a.tokens[i+1]
	if !next.upper && next.kind != kindMark || !divided && (!a.placeOnly(s.first, i) || a.dashBehind(i+1, s.last)) {
		return s.first
	}
	return i + 1
}

// placeOnly reports whether the tokens from first to last name no more than a
// place, as far as anything is known of them.
func (a *analysis) placeOnly(first, last int32) bool {
	if last-first > 3 {
		return false
	}
	for i := first; i < last; i++ {
		t := &a.tokens[i]
		if t.kind != kindWord || !t.upper || t.word.is(isTitle|isRole|isOrg|isForename|isHuman|isDet|isPron|isSub|isAdv|isConj|isVerb|isTime) {
			return false
		}
		if n := a.people.at[i]; n != none && a.people.list[a.people.namings[n].person].kind != reader.EntityPlace {
			return false
		}
	}
	return true
}

// dashBehind reports whether one more dash follows token i in its sentence, so
// that the one before it rather opens an aside.
func (a *analysis) dashBehind(i, last int32) bool {
	for ; i < last; i++ {
		if t := &a.tokens[i]; t.kind == kindPunct && t.sign == '-' && t.start > a.tokens[i-1].end {
			return true
		}
	}
	return false
}
