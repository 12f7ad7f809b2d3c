package quote

import (
	"offprint/reader/quote/grammar"
	"offprint/reader/quote/word"
)

// guessed returns an empty quote for the run at phrase p of sentence i, whose own
// sentence does not tell who said it; words is how many it has. A guess, told as
// one, is who spoke in the sentence before, or whom that was about if the run opens
// its own: The harbour will grow, the mayor hopes. Owners would have "more room for
// boats of all kinds."
func (a *analysis) guessed(i, p, words int) found {
	f := a.unsourced(i, patternNone)
	if words <= 2 || a.heading() || a.tellsItself(p) {
		return f
	}
	r := &a.Runs[a.Phrases[p].Run]
	s := span{r.Start, r.End}
	if k := a.lastHere(i); k != none && !a.spokenOf(a.found[k].head, s) {
		f.how, f.source, f.head, f.alias = patternVague, a.found[k].source, a.found[k].head, a.found[k].alias
		return f
	}
	if c := &a.carried; (p == 0 || c.thinks) && c.subjectS == i-1 && c.head != none && !a.Current.Begins && !a.spokenOf(c.head, s) {
		f.how, f.source, f.head = patternVague, c.subject, c.head
	}
	return f
}

// tellsItself reports whether the sentence of the run at phrase p has a subject that
// the words may be taken from, though it is nobody who speaks: her page lists him as
// "...", a footnote makes that clear: "...".
func (a *analysis) tellsItself(p int) bool {
	for v := range a.Verbs {
		x := &a.Verbs[v]
		if x.Phrase > p || x.Subject == none || x.Kind != grammar.ClauseMain {
			continue
		}
		if a.KindAt(p-1) == grammar.PhraseColon || a.WordAt(x.Subject).Is(word.Saying) || a.Likened(int(a.Phrases[p].First)-1) {
			return true
		}
	}
	return false
}

// lastHere returns the last quote of the paragraph before sentence i whose source is
// known, or none: that of the sentence before, or of the one before that if nobody
// else comes up in between.
func (a *analysis) lastHere(i int) int {
	k := len(a.found) - 1
	for k >= 0 && a.found[k].sentence == int32(i) {
		k--
	}
	if k < 0 || a.found[k].paragraph != a.Current.Block {
		return none
	}
	f := &a.found[k]
	if f.source.end <= f.source.start || f.mute || f.sentence < int32(i-2) || f.sentence < int32(i-1) && a.newSpeaker(i-1) {
		return none
	}
	return k
}
