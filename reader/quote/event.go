package quote

import (
	"cmp"
	"slices"

	"offprint/reader/quote/grammar"
	"offprint/reader/quote/mark"
	"offprint/reader/quote/word"
)

// speech walks over the sentences and finds what is said in each.
func (a *analysis) speech() {
	for i := range a.Sentences {
		s := a.Sentences[i]
		s.First = a.behindDateline(s)
		a.Current = s
		a.Headline = a.isHeadline(s)
		before := len(a.found)
		if a.Language.Full {
			a.Chunk(s)
			a.Clauses()
			a.sentenceSpeech(i)
		} else {
			a.foreignSpeech(i)
		}
		a.endSentence(i, before)
	}
	slices.SortStableFunc(a.found, func(x, y found) int {
		return cmp.Compare(a.parts[x.first].start, a.parts[y.first].start)
	})
	a.headings()
}

// sentenceSpeech finds the quotes of sentence i.
func (a *analysis) sentenceSpeech(i int) {
	before := len(a.found)
	if a.label(i) || a.carried.labelled == a.Current.Block+1 {
		return
	}
	lost := a.lost()
	if !lost {
		a.according(i)
		a.asFrames(i)
		a.opinions(i)
	}
	for p := range a.Phrases {
		if a.Phrases[p].Kind == grammar.PhraseQuote {
			a.quotePhraseSpeech(i, p)
		}
	}
	if !lost {
		a.relays(before)
		a.indirect(i)
		a.nounReports(i)
		a.questions(i)
	}
}

// quotePhraseSpeech finds who said the run at phrase p.
func (a *analysis) quotePhraseSpeech(i, p int) {
	r := a.Phrases[p].Run
	if r == none || a.covered(r) || a.Runs[r].Dead {
		return
	}
	if a.chorus(i, p) || a.notSpeech(p) || a.quoteNoun(i, p) {
		return
	}
	if v := a.namedWhat(p); v != none {
		a.take(i, v, p, patternInside)
		return
	}
	if v := a.frameAfter(p); v != none {
		if u := a.innerReport(p, v); u != none {
			a.takeInner(i, u, p)
			return
		}
		a.take(i, v, p, patternAfter)
		return
	}
	if v := a.cueBefore(p); v != none {
		a.take(i, v, p, patternBefore)
		return
	}
	if v := a.around(p); v != none {
		a.takeClause(i, v, p)
		return
	}
	if v := a.plainFrame(p); v != none {
		a.take(i, v, p, patternAfter)
		return
	}
	if v := a.brokenOff(p); v != none {
		a.takeBroken(i, v, p)
		return
	}
	if !a.nounSpeech(i, p) && !a.toldByNobody(i, p) {
		a.looseSpeech(i, p)
	}
}

// nounSpeech ties the run at phrase p to somebody by the noun before it rather than
// by a verb. It reports whether it did.
func (a *analysis) nounSpeech(i, p int) bool {
	if v := a.objected(p); v != none {
		a.take(i, v, p, patternBefore)
		return true
	}
	if v := a.howBehind(p); v != none {
		a.take(i, v, p, patternInside)
		return true
	}
	if v := a.usedWord(p); v != none {
		a.take(i, v, p, patternNoun)
		return true
	}
	return a.inWords(i, p) || a.seenBy(i, p) || a.colonName(i, p) || a.messageFrom(i, p) || a.nounCue(i, p)
}

// looseSpeech ties the run at phrase p to a verb somewhere before it.
func (a *analysis) looseSpeech(i, p int) {
	if a.claimedThat(p) {
		r := &a.Runs[a.Phrases[p].Run]
		a.append(a.unsourced(i, patternNone), span{r.Start, r.End})
		return
	}
	v := a.looseCue(p)
	if v == none || a.goesBy(p) {
		return
	}
	switch {
	case a.VerbWord(v).Cue == word.CueNone:
		if !a.speaksOn(i) && !a.aside(p) {
			a.take(i, v, p, patternVague)
		}
	case a.pointsAt(v) && a.oneWord(p):
	default:
		a.take(i, v, p, patternLoose)
	}
}

// covered reports whether a quote already holds run r.
func (a *analysis) covered(r int32) bool {
	at := a.Runs[r].Start
	for k := len(a.found) - 1; k >= 0 && k >= len(a.found)-8; k-- {
		for q := a.found[k].first; q != none; q = a.parts[q].next {
			if a.parts[q].start <= at && at < a.parts[q].end {
				return true
			}
		}
	}
	return false
}

// take makes or extends the quote of predicate v by the run at phrase p.
func (a *analysis) take(i, v, p int, how pattern) {
	r := a.Phrases[p].Run
	if k := a.foundBy(i, v); k != none {
		a.addPart(k, span{a.Runs[r].Start, a.Runs[r].End})
		return
	}
	k := a.newFound(i, v, how)
	a.addPart(k, span{a.Runs[r].Start, a.Runs[r].End})
	if how == patternBefore {
		a.widen(k, v, p)
	}
}

// widen lets a run right behind its cue go on to the end of the content:
// said "it hurt" the party.
func (a *analysis) widen(k, v, p int) {
	_, to, ok := a.extent(v)
	if !ok || p+1 >= to || a.KindAt(p+1) == grammar.PhraseComma || a.KindAt(p+1) == grammar.PhraseStop || a.KindAt(p+1) == grammar.PhraseSub || a.KindAt(p+1) == grammar.PhrasePrep && a.IsWord(p+1, "by") || a.KindAt(p+1) == grammar.PhraseConj && a.KindAt(p+2) == grammar.PhraseVerb {
		return
	}
	if a.KindAt(p-1) == grammar.PhraseColon || a.KindAt(p-1) == grammar.PhraseComma || a.stopsInside(p) || a.ClosedAsSpeech(p) {
		return
	}
	end := a.Tokens[a.Phrases[to-1].Last-1].End
	if l := &a.parts[a.found[k].last]; end > l.end {
		l.start, l.end = a.Runs[a.Phrases[p].Run].Open, end // with both marks
	}
}

// takeInner makes or extends the quote of predicate u of an inner clause, which
// ends with the run at phrase p.
func (a *analysis) takeInner(i, u, p int) {
	if a.foundBy(i, u) != none {
		a.take(i, u, p, patternInside)
		return
	}
	from, _, _ := a.extent(u)
	a.addContent(a.newFound(i, u, patternInside), u, from, p+1)
}

// takeClause makes the quote of predicate v with its whole content.
func (a *analysis) takeClause(i, v, p int) {
	if a.foundBy(i, v) != none {
		k := a.foundBy(i, v)
		a.addPart(k, span{a.Runs[a.Phrases[p].Run].Start, a.Runs[a.Phrases[p].Run].End})
		return
	}
	from, to, _ := a.extent(v)
	how := patternInside
	if from < a.Verbs[v].Phrase {
		how = patternAround
	}
	k := a.newFound(i, v, how)
	a.addContent(k, v, from, to)
}

// stopsInside reports whether the run of phrase p ends like a sentence.
func (a *analysis) stopsInside(p int) bool {
	r := &a.Runs[a.Phrases[p].Run]
	switch mark.LastSign(a.Text[r.Start:r.End]) {
	case '.', '?', '!':
		return true
	}
	return false
}
