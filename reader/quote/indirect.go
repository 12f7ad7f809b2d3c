package quote

import (
	"offprint/reader/quote/grammar"
	"offprint/reader/quote/word"
)

// indirect finds the reports of sentence i that hold no marks, or whose marks
// nobody claimed yet.
func (a *analysis) indirect(i int) {
	for v := range a.Verbs {
		x := &a.Verbs[v]
		if x.Subject == none || !a.speaks(v) || a.inContent(v) || a.inFrame(v) {
			continue
		}
		if a.foundBy(i, v) != none {
			continue
		}
		from, to, ok := a.extent(v)
		if !ok || from >= to || a.pointsAt(v) && a.holdsOneWord(from, to) || a.onlyTitle(from, to) || a.tornFrame(to) {
			continue
		}
		s := a.stretch(from, to)
		if a.overlaps(i, s) {
			if to = a.beforeOverlap(from, to); to <= from {
				continue
			}
			s = a.stretch(from, to)
		}
		if s.end-s.start < 8 || a.overlaps(i, s) {
			continue
		}
		if k := a.markedBy(i, v); k != none {
			a.joinPart(k, s)
			continue
		}
		k := a.newFound(i, v, patternIndirect)
		a.found[k].fragment = a.fragment(v, from, to)
		a.addContent(k, v, from, to)
	}
}

// tornFrame reports whether "saying" runs into another verb of speech in the phrases
// up to to or before them, as where copy lost words: pilots saying said the fire was
// out. Nobody can tell what such a sentence reports.
func (a *analysis) tornFrame(to int) bool {
	for k := int(a.Phrases[0].First) + 1; k < int(a.Phrases[to-1].Last); k++ {
		t, w := a.Tokens[k-1].Word, a.Tokens[k].Word
		if t.Is(word.Ing) && t.Cue == word.CueSay && w.Cue == word.CueSay && w.Is(word.Past|word.Third) && !w.Is(word.Noun) {
			return true
		}
	}
	return false
}

// onlyTitle reports whether the phrases from up to to are but a title or begin with a
// name that somebody assumed: which mentioned "Harbour Day".
func (a *analysis) onlyTitle(from, to int) bool {
	if a.KindAt(from) != grammar.PhraseQuote || a.Phrases[from].Run == none {
		return false
	}
	return to == from+1 && a.notSpeech(from) || a.assumed(int(a.Phrases[from].First), int(a.Phrases[from].Last))
}

// inFrame reports whether a frame at the end of the sentence reports all of it,
// predicate v too: Lind had told them so, the source said.
func (a *analysis) inFrame(v int) bool {
	for u := v + 1; u < len(a.Verbs); u++ {
		y := &a.Verbs[u]
		if y.Subject == none || y.Kind != grammar.ClauseMain || y.Opened != y.Subject || y.Phrase <= a.Verbs[v].Phrase || !a.ClosingFrame(y.Subject, y.Subject-1) {
			continue
		}
		from, to, ok := a.extent(u)
		return ok && from <= a.Verbs[v].Opened && a.Verbs[v].Phrase < to
	}
	return false
}

// holdsOneWord reports whether a run of one word stands between the phrases.
func (a *analysis) holdsOneWord(from, to int) bool {
	for p := from; p < to; p++ {
		if a.KindAt(p) == grammar.PhraseQuote && a.oneWord(p) {
			return true
		}
	}
	return false
}

// beforeOverlap returns where the content of the phrases from up to to ends if
// what somebody else says is left out that a relative clause holds, or 0.
func (a *analysis) beforeOverlap(from, to int) int {
	for k := from + 1; k+1 < to; k++ {
		if a.KindAt(k) == grammar.PhraseComma && a.KindAt(k+1) == grammar.PhraseRel {
			return k
		}
	}
	return 0
}

// markedBy returns the quote of sentence i that holds marks and whose verb
// shares its subject with predicate v, or none: said it was late and urged
// "patience".
func (a *analysis) markedBy(i, v int) int {
	for k := len(a.found) - 1; k >= 0 && a.found[k].sentence == int32(i); k-- {
		f := &a.found[k]
		if f.verb == none || f.how == patternIndirect || f.how == patternAfter {
			continue
		}
		x, y := &a.Verbs[v], &a.Verbs[f.verb]
		if x.Subject == y.Subject && x.Kind == y.Kind && (y.Owner == v || x.Owner == f.verb) && a.Phrases[x.Phrase].Verb&a.Phrases[y.Phrase].Verb&grammar.Finite != 0 {
			return k
		}
	}
	return none
}

// joinPart gives quote k one more part, in the order of the text.
func (a *analysis) joinPart(k int, s span) {
	f := &a.found[k]
	if a.parts[f.first].start > s.start {
		a.parts = append(a.parts, part{s, f.first})
		f.first = int32(len(a.parts) - 1)
		return
	}
	a.addPart(k, s)
}

// speaks reports whether the verb of predicate v reports speech without marks.
func (a *analysis) speaks(v int) bool {
	switch a.VerbWord(v).Cue {
	case word.CueSay, word.CueTell, word.CueAsk, word.CueCall, word.CueObject, word.CueTalk:
		return true
	case word.CueWeak:
		return a.thatFollows(v)
	}
	return false
}

// inContent reports whether predicate v stands inside what another one reports.
func (a *analysis) inContent(v int) bool {
	at := a.Tokens[a.Phrases[a.Verbs[v].Phrase].Head].Start
	for k := len(a.found) - 1; k >= 0 && k >= len(a.found)-8; k-- {
		for q := a.found[k].first; q != none; q = a.parts[q].next {
			if a.parts[q].start <= at && at < a.parts[q].end {
				return true
			}
		}
	}
	return false
}

func (a *analysis) overlaps(i int, s span) bool {
	for k := len(a.found) - 1; k >= 0 && a.found[k].sentence == int32(i); k-- {
		for q := a.found[k].first; q != none; q = a.parts[q].next {
			if a.parts[q].start < s.end && s.start < a.parts[q].end {
				return true
			}
		}
	}
	return false
}

// according finds "according to X" in sentence i.
func (a *analysis) according(i int) {
	for p := range a.Phrases {
		if !a.AccordingAt(p) || a.KindAt(p+1) != grammar.PhrasePrep || a.KindAt(p+2) != grammar.PhraseNoun {
			continue
		}
		from, to, ok := a.accordingExtent(p)
		if !ok || a.framedRun(from, to) != none || from > p && a.reporterAt(from) != none {
			continue
		}
		s := a.stretch(from, to)
		if a.overlaps(i, s) {
			continue
		}
		f := found{first: none, last: none, alias: none, person: none, sentence: int32(i), how: patternAccording, verb: none, paragraph: a.Current.Block}
		f.cue = span{a.Tokens[a.Phrases[p].First].Start, a.Tokens[a.Phrases[p+1].Last-1].End}
		who := a.author(p + 2)
		f.source, f.head = a.mention(who)
		if f.alias = a.aliasOfAuthor(who); f.alias != none {
			f.source.end = a.Tokens[f.alias].End
		}
		a.append(f, s)
		if k := a.afterAccording(p); k != none && to <= p {
			a.addPart(len(a.found)-1, a.stretch(k, a.lastContent(k)))
		}
	}
}

// quoteAfter reports whether a run follows phrase k.
func (a *analysis) quoteAfter(k int) bool {
	for ; k < len(a.Phrases); k++ {
		if a.Phrases[k].Kind == grammar.PhraseQuote {
			return true
		}
	}
	return false
}

// afterAccording returns where the content goes on behind ", according to X,", or none.
func (a *analysis) afterAccording(p int) int {
	if a.KindAt(p-1) != grammar.PhraseComma {
		return none
	}
	for k := p + 3; k+1 < len(a.Phrases) && k < p+12; k++ {
		switch a.KindAt(k) {
		case grammar.PhraseComma:
			if a.KindAt(k+1) == grammar.PhraseNoun && a.OverAside(k) != none {
				continue // according to Lind, the mayor, is
			}
			if a.restAt(k+1, p-2) {
				return k + 1
			}
			return none
		case grammar.PhraseVerb:
			if a.KindAt(k-1) == grammar.PhraseRel || a.KindAt(k-1) == grammar.PhraseNoun && a.reducedBy(k) {
				continue // according to those who saw it, was
			}
			if a.KindAt(p-2) != grammar.PhraseVerb || a.Phrases[k].Verb&grammar.Participle == 0 {
				return none
			} // is, according to facts heard at court, "old"
		case grammar.PhraseQuote, grammar.PhraseStop:
			return none
		}
	}
	return none
}

// restAt reports whether what was broken off behind phrase b goes on at phrase
// k: the pier is, according to Lind, "a museum piece".
func (a *analysis) restAt(k, b int) bool {
	if a.KindAt(b) == grammar.PhraseVerb && a.Phrases[b].Verb&grammar.Auxiliary != 0 {
		return true
	}
	switch a.KindAt(k) {
	case grammar.PhraseConj, grammar.PhraseSub, grammar.PhraseNoun:
		if a.KindAt(k) == grammar.PhraseNoun && a.KindAt(b) == grammar.PhraseVerb && a.Phrases[b].Verb&grammar.Finite != 0 && a.NumberAt(int(a.Phrases[k].First)) {
			return true // the harbour gets, according to Lind, ten boats
		}
		return a.FiniteAfter(k-1) || a.quoteAfter(k-1)
	case grammar.PhraseVerb:
		return a.KindAt(b) == grammar.PhraseNoun && a.Phrases[k].Verb&grammar.Finite != 0 && !a.FiniteBetween(0, b)
	}
	return false
}

// accordingExtent returns what is so according to the source at phrase p.
func (a *analysis) accordingExtent(p int) (from, to int, ok bool) {
	if p <= 1 && a.KindAt(0) != grammar.PhraseQuote { // at the head of the sentence, perhaps behind "But"
		if a.KindAt(p+3) == grammar.PhraseColon && p+4 < len(a.Phrases) {
			return p + 4, a.lastContent(p + 4), true
		}
		if a.KindAt(p+3) == grammar.PhraseNoun && a.VerbFollows(p+3) {
			return p + 3, a.lastContent(p + 3), true
		}
		for k := p + 3; k < len(a.Phrases); k++ {
			if a.Phrases[k].Kind == grammar.PhraseComma && a.opensContent(k+1) {
				return k + 1, a.lastContent(k + 1), true
			}
			if a.Phrases[k].Kind == grammar.PhraseComma && (a.KindAt(k+1) == grammar.PhraseNoun && a.VerbFollows(k+1) || a.KindAt(k+1) == grammar.PhraseQuote) {
				return k + 1, a.lastContent(k + 1), k+1 < len(a.Phrases)
			}
		}
		for k := p + 3; k < len(a.Phrases); k++ {
			if a.Phrases[k].Kind == grammar.PhraseComma {
				return k + 1, a.lastContent(k + 1), k+1 < len(a.Phrases)
			}
		}
		return 0, 0, false
	}
	to = p
	for to > 0 && (a.KindAt(to-1) == grammar.PhraseComma || a.KindAt(to-1) == grammar.PhraseDash) {
		to--
	}
	if says := a.saysBefore(to); says || a.afterAccording(p) != none {
		return 0, to, true
	}
	for k := p + 3; k < len(a.Phrases); k++ {
		if a.KindAt(k) == grammar.PhraseComma {
			return k + 1, a.lastContent(k + 1), a.FiniteAfter(k) // in addition, according to Lind, boats sail
		}
	}
	return 0, 0, false
}

// saysBefore reports whether what stands before phrase to says something: more than
// "in addition" or "that's".
func (a *analysis) saysBefore(to int) bool {
	if to == 0 || to == 2 && a.KindAt(1) == grammar.PhraseVerb && (a.PronounAt(a.Phrases[0].Head) || a.IsWord(0, "that")) && a.Phrases[1].Verb&grammar.Auxiliary != 0 {
		return false
	}
	for k := 0; k < to; k++ {
		if a.KindAt(k) == grammar.PhraseVerb || a.KindAt(k) == grammar.PhraseQuote {
			return true
		}
	}
	return a.Headline || a.heading() || a.KindAt(0) == grammar.PhraseNoun
}

// opensContent reports whether phrase k, behind ", ", opens a clause that goes before
// the main one: according to Lind, while it is late, boats sail.
func (a *analysis) opensContent(k int) bool {
	return a.KindAt(k) == grammar.PhraseSub && !a.IsWord(k, "as") && a.FiniteAfter(k)
}

// reducedBy reports whether the verb at phrase k is a participle that belongs to
// the noun before it: a survey conducted by the harbour board.
func (a *analysis) reducedBy(k int) bool {
	return a.Phrases[k].Verb&grammar.Participle != 0 && a.Phrases[k].Last-a.Phrases[k].First == 1 && a.KindAt(k+1) == grammar.PhrasePrep
}

func (a *analysis) lastContent(from int) int {
	end := len(a.Phrases)
	for end > from+1 && a.KindAt(end-1) == grammar.PhraseStop {
		end--
	}
	return end
}
