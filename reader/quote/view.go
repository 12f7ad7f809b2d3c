package quote

import (
	"offprint/reader/quote/grammar"
	"offprint/reader/quote/word"
)

// opinions finds what sentence i gives as somebody's words or view by its first
// words: In her own words, the pier is "a museum piece"; in Lind's view it is old.
func (a *analysis) opinions(i int) {
	if a.KindAt(0) != grammar.PhrasePrep || !a.IsWord(0, "in") || a.KindAt(1) != grammar.PhraseNoun {
		return
	}
	whose := a.possessor(1)
	t := a.HeadAt(1)
	if whose.end == 0 || !views[a.Text[t.Start:t.End]] {
		return
	}
	from := 2
	if a.KindAt(from) == grammar.PhraseComma {
		from++
	}
	if from >= len(a.Phrases) || !a.FiniteAfter(from-1) || a.framedLater(from) {
		return
	}
	s := a.stretch(from, a.lastContent(from))
	if a.overlaps(i, s) {
		return
	}
	f := a.unsourced(i, patternAccording)
	f.cue = span{t.Start, t.End}
	f.source = whose
	_, last := a.TokensIn(int(whose.start), int(whose.end))
	f.head = int32(last - 1)
	a.append(f, s)
}

// framedLater reports whether a frame behind a comma closes the words that begin
// at phrase from.
func (a *analysis) framedLater(from int) bool {
	for v := range a.Verbs {
		x := &a.Verbs[v]
		if x.Opened > from && x.Kind == grammar.ClauseMain && a.KindAt(x.Opened-1) == grammar.PhraseComma && a.WordAt(x.Phrase).Cue == word.CueSay {
			return true
		}
	}
	return false
}

// possessor returns who has what noun phrase p names: her view, Lind's words. It
// is empty if nobody does.
func (a *analysis) possessor(p int) span {
	x := &a.Phrases[p]
	for i := x.First; i < x.Head; i++ {
		t := &a.Tokens[i]
		switch {
		case t.Kind != grammar.KindWord || !t.Word.Is(word.Poss):
		case t.Glued && i > x.First:
			return span{a.Tokens[x.First].Start, a.Tokens[i-1].End}
		case i == x.First:
			return span{t.Start, t.End}
		}
	}
	return span{}
}

// views are what somebody has and "in" makes a frame of.
var views = map[string]bool{"words": true, "view": true, "opinion": true, "telling": true, "estimation": true}
