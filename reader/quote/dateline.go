package quote

import (
	"offprint/reader"
	"offprint/reader/quote/grammar"
	"offprint/reader/quote/word"
)

// farthestDash is how many tokens a dateline may have up to its dash.
const farthestDash = 14

// behindDateline returns the token where sentence s begins behind the place and
// day that agency news stands under ("Washington, D.C. - Senator Lind said"):
// a town that is named there says nothing. Without one it is the first.
func (a *analysis) behindDateline(s grammar.Sentence) int32 {
	if !s.Begins || !a.Language.Full {
		return s.First
	}
	divided := false // by a comma or bracket, which names before a dash seldom have
	for i := s.First; i+1 < s.Last && i < s.First+farthestDash; i++ {
		t := &a.Tokens[i]
		switch {
		case t.Run != none || t.Kind == grammar.KindMark || t.Kind == grammar.KindWord && !t.Upper:
			return s.First
		case t.Kind != grammar.KindPunct:
			divided = divided || t.Caps && t.End-t.Start > 4 // WASHINGTON - Senator Lind said
		case t.Sign == '-' && i > s.First && t.Start > a.Tokens[i-1].End:
			return a.behindDash(s, i, divided)
		case t.Sign == ',' || t.Sign == '(' || t.Sign == '/':
			divided = true
		case t.Sign != ')' && t.Sign != '.':
			return s.First
		}
	}
	return s.First
}

// behindDash returns the token behind the dash at token i if what stands before
// it in sentence s is a dateline, and the first of s if not.
func (a *analysis) behindDash(s grammar.Sentence, i int32, divided bool) int32 {
	for i+2 < s.Last && a.Tokens[i+1].Kind == grammar.KindPunct && a.Tokens[i+1].Sign == '-' {
		i++ // two hyphens are a dash
	}
	next := &a.Tokens[i+1]
	if !next.Upper && next.Kind != grammar.KindMark || !divided && (!a.placeOnly(s.First, i) || a.dashBehind(i+1, s.Last)) {
		return s.First
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
		t := &a.Tokens[i]
		if t.Kind != grammar.KindWord || !t.Upper || t.Word.Is(word.Title|word.Role|word.Org|word.Forename|word.Human|word.Det|word.Pron|word.Sub|word.Adv|word.Conj|word.Verb|word.Time) {
			return false
		}
		if n := a.Named.At[i]; n != none && a.Named.List[a.Named.Namings[n].Person].Kind != reader.EntityPlace {
			return false
		}
	}
	return true
}

// dashBehind reports whether one more dash follows token i in its sentence, so
// that the one before it rather opens an aside.
func (a *analysis) dashBehind(i, last int32) bool {
	for ; i < last; i++ {
		if t := &a.Tokens[i]; t.Kind == grammar.KindPunct && t.Sign == '-' && t.Start > a.Tokens[i-1].End {
			return true
		}
	}
	return false
}
