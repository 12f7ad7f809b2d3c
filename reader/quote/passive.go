package quote

import (
	"offprint/reader/quote/grammar"
	"offprint/reader/quote/word"
)

// toldByNobody quotes the run at phrase p where a passive verb without an agent
// tells that the words were said: it was claimed that the pier was "unsafe", the
// court was told. Nobody is named for them. It reports whether it did.
func (a *analysis) toldByNobody(i, p int) bool {
	if a.accusedOf(p) {
		r := &a.Runs[a.Phrases[p].Run]
		a.append(a.unsourced(i, patternNone), span{r.Start, r.End})
		return true
	}
	for v := len(a.Verbs) - 1; v >= 0; v-- {
		x := &a.Verbs[v]
		if x.Phrase >= p || a.Phrases[x.Phrase].Verb&grammar.Passive == 0 || x.Subject != none {
			continue
		}
		if c := a.WordAt(x.Phrase).Cue; c != word.CueSay && c != word.CueTell && c != word.CueAsk {
			continue
		}
		if a.contentEnd(v, x.Phrase+1, grammar.ContentClause) <= p {
			continue
		}
		r := a.Phrases[p].Run
		f := a.unsourced(i, patternNone)
		t := &a.Tokens[a.Phrases[x.Phrase].Head]
		f.cue = span{t.Start, t.End}
		a.append(f, span{a.Runs[r].Start, a.Runs[r].End})
		return true
	}
	return false
}

// accusedOf reports whether the run at phrase p is right behind what somebody is
// accused of, who hardly says it: sentenced to a year accused of "...".
func (a *analysis) accusedOf(p int) bool {
	if a.KindAt(p-1) != grammar.PhrasePrep || !a.IsWord(p-1, "of") && !a.IsWord(p-1, "with") || a.KindAt(p-2) != grammar.PhraseVerb {
		return false
	}
	b := &a.Phrases[p-2]
	h := a.HeadAt(p - 2)
	switch a.Text[h.Start:h.End] {
	case "accused", "charged", "convicted", "suspected":
		return b.Verb&grammar.Passive != 0 || b.Verb&grammar.Participle != 0 && b.Verb&grammar.Finite == 0 || a.KindAt(p-3) == grammar.PhraseNoun && a.mute(p-2)
	}
	return false
}

// mute reports whether no predicate has its verb at phrase i.
func (a *analysis) mute(i int) bool {
	for v := range a.Verbs {
		if a.Verbs[v].Phrase == i {
			return false
		}
	}
	return true
}
