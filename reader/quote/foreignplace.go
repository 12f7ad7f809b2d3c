package quote

import (
	"offprint/reader/quote/grammar"
	"offprint/reader/quote/word"
)

// saidThere ties the run s of the tokens from first to last to the German text or
// body that it "is said" in: „…“, heißt es in einem Brief der Werft, and In dem
// Brief heißt es: „…“. It reports whether it did.
func (a *analysis) saidThere(i, first, last int, s span) bool {
	if !a.Language.Nouns {
		return false
	}
	v, from, to := a.placeBehind(last)
	if from >= to {
		v, from, to = a.placeBefore(first)
	}
	if from >= to {
		return false
	}
	a.foreignTake(a.foreignSource(i, v, from, to, patternAfter), s)
	return true
}

// placeBehind returns the verb and the place of the frame behind a run that ends
// before token i.
func (a *analysis) placeBehind(i int) (v, from, to int) {
	end := int(a.Current.Last)
	for v = i; v < end && a.Tokens[v].Kind == grammar.KindPunct && (a.Tokens[v].Sign == ',' || a.Tokens[v].Sign == '-'); v++ {
	}
	if !a.isSaid(v) {
		return v, v, v
	}
	from, to = a.placeAt(v+2, end)
	return v, from, to
}

// placeBefore returns the verb and the place of the frame before a run that opens
// at token first, behind a colon.
func (a *analysis) placeBefore(first int) (v, from, to int) {
	begin, colon := int(a.Current.First), first-1
	if colon <= begin || a.Tokens[colon].Sign != ':' {
		return first, first, first
	}
	for v = colon - 2; v >= begin && v > colon-12; v-- {
		if !a.isSaid(v) {
			continue
		}
		if from, to = a.placeAt(v+2, colon); from < to {
			return v, from, to
		}
		from, to = a.placeAt(begin, v)
		return v, from, to
	}
	return first, first, first
}

// isSaid reports whether "heißt es" or "hieß es" stands at token v.
func (a *analysis) isSaid(v int) bool {
	return v+1 < int(a.Current.Last) && (a.Spelled(v, "heißt") || a.Spelled(v, "hieß")) && a.Spelled(v+1, "es")
}

// placeAt returns the words behind the preposition at token i, or behind small
// words before it, up to end: in einem Brief der Werft.
func (a *analysis) placeAt(i, end int) (from, to int) {
	for i < end && (a.Tokens[i].Word.Is(word.Adv|word.Time) && !a.Tokens[i].Word.Is(word.Prep) || a.Spelled(i, "am") && i+1 < end && a.Tokens[i+1].Word.Is(word.Time)) {
		i++
	}
	if i >= end || !placing[a.Text[a.Tokens[i].Start:a.Tokens[i].End]] {
		return i, i
	}
	from = i + 1
	for to = from; to < end && to < from+8; to++ {
		t := &a.Tokens[to]
		if t.Kind != grammar.KindWord || t.Run != none || t.Word.Cue != word.CueNone || t.Word.Is(word.Prep|word.Conj|word.Sub|word.Aux|word.Pron) {
			break
		}
	}
	if to == from || !a.Tokens[to-1].Upper {
		return i, i
	}
	return from, to
}

// placing are the German prepositions before where something is said.
var placing = map[string]bool{
	"in": true, "In": true, "im": true, "Im": true, "aus": true, "Aus": true, "von": true, "Von": true, "vom": true, "Vom": true,
	"bei": true, "Bei": true, "beim": true, "Beim": true, "seitens": true, "Seitens": true,
}
