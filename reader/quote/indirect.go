package quote

// indirect finds the reports of sentence i that hold no marks, or whose marks
// nobody claimed yet.
func (a *analysis) indirect(i int) {
	for v := range a.verbs {
		x := &a.verbs[v]
		if x.subject == none || !a.speaks(v) || a.inContent(v) || a.inFrame(v) {
			continue
		}
		if a.foundBy(i, v) != none {
			continue
		}
		from, to, ok := a.extent(v)
		if !ok || from >= to || a.pointsAt(v) && a.holdsOneWord(from, to) || a.onlyTitle(from, to) {
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

// onlyTitle reports whether the phrases from up to to are but a title or begin with a
// name that somebody assumed: which mentioned "Harbour Day".
func (a *analysis) onlyTitle(from, to int) bool {
	if a.kindAt(from) != phraseQuote || a.phrases[from].run == none {
		return false
	}
	return to == from+1 && a.notSpeech(from) || a.assumed(int(a.phrases[from].first), int(a.phrases[from].last))
}

// inFrame reports whether a frame at the end of the sentence reports all of it,
// predicate v too: Lind had told them so, the source said.
func (a *analysis) inFrame(v int) bool {
	for u := v + 1; u < len(a.verbs); u++ {
		y := &a.verbs[u]
		if y.subject == none || y.kind != clauseMain || y.opened != y.subject || y.phrase <= a.verbs[v].phrase || !a.closingFrame(y.subject, y.subject-1) {
			continue
		}
		from, to, ok := a.extent(u)
		return ok && from <= a.verbs[v].opened && a.verbs[v].phrase < to
	}
	return false
}

// holdsOneWord reports whether a run of one word stands between the phrases.
func (a *analysis) holdsOneWord(from, to int) bool {
	for p := from; p < to; p++ {
		if a.kindAt(p) == phraseQuote && a.oneWord(p) {
			return true
		}
	}
	return false
}

// beforeOverlap returns where the content of the phrases from up to to ends if
// what somebody else says is left out that a relative clause holds, or 0.
func (a *analysis) beforeOverlap(from, to int) int {
	for k := from + 1; k+1 < to; k++ {
		if a.kindAt(k) == phraseComma && a.kindAt(k+1) == phraseRel {
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
		x, y := &a.verbs[v], &a.verbs[f.verb]
		if x.subject == y.subject && x.kind == y.kind && (y.owner == v || x.owner == f.verb) && a.phrases[x.phrase].verb&a.phrases[y.phrase].verb&finite != 0 {
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
	switch a.verbWord(v).cue {
	case cueSay, cueTell, cueAsk, cueCall, cueObject, cueTalk:
		return true
	case cueWeak:
		return a.thatFollows(v)
	}
	return false
}

// inContent reports whether predicate v stands inside what another one reports.
func (a *analysis) inContent(v int) bool {
	at := a.tokens[a.phrases[a.verbs[v].phrase].head].start
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
	for p := range a.phrases {
		if !a.accordingAt(p) || a.kindAt(p+1) != phrasePrep || a.kindAt(p+2) != phraseNoun {
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
		f := found{first: none, last: none, alias: none, person: none, sentence: int32(i), how: patternAccording, verb: none, paragraph: a.current.block}
		f.cue = span{a.tokens[a.phrases[p].first].start, a.tokens[a.phrases[p+1].last-1].end}
		f.source, f.head = a.mention(a.author(p + 2))
		a.append(f, s)
		if k := a.afterAccording(p); k != none && to <= p {
			a.addPart(len(a.found)-1, a.stretch(k, a.lastContent(k)))
		}
	}
}

// quoteAfter reports whether a run follows phrase k.
func (a *analysis) quoteAfter(k int) bool {
	for ; k < len(a.phrases); k++ {
		if a.phrases[k].kind == phraseQuote {
			return true
		}
	}
	return false
}

// afterAccording returns where the content goes on behind ", according to X,", or none.
func (a *analysis) afterAccording(p int) int {
	if a.kindAt(p-1) != phraseComma {
		return none
	}
	for k := p + 3; k+1 < len(a.phrases) && k < p+12; k++ {
		switch a.kindAt(k) {
		case phraseComma:
			if a.kindAt(k+1) == phraseNoun && a.overAside(k) != none {
				continue // according to Lind, the mayor, is
			}
			if a.restAt(k+1, p-2) {
				return k + 1
			}
			return none
		case phraseVerb:
			if a.kindAt(p-2) != phraseVerb || a.phrases[k].verb&participle == 0 {
				return none
			} // is, according to facts heard at court, "old"
		case phraseQuote, phraseStop:
			return none
		}
	}
	return none
}

// restAt reports whether what was broken off behind phrase b goes on at phrase
// k: the pier is, according to Lind, "a museum piece".
func (a *analysis) restAt(k, b int) bool {
	if a.kindAt(b) == phraseVerb && a.phrases[b].verb&auxiliary != 0 {
		return true
	}
	switch a.kindAt(k) {
	case phraseConj, phraseSub, phraseNoun:
		return a.finiteAfter(k-1) || a.quoteAfter(k-1)
	case phraseVerb:
		return a.kindAt(b) == phraseNoun && a.phrases[k].verb&finite != 0 && !a.finiteBetween(0, b)
	}
	return false
}

// accordingExtent returns what is so according to the source at phrase p.
func (a *analysis) accordingExtent(p int) (from, to int, ok bool) {
	if p <= 1 && a.kindAt(0) != phraseQuote { // at the head of the sentence, perhaps behind "But"
		if a.kindAt(p+3) == phraseColon && p+4 < len(a.phrases) {
			return p + 4, a.lastContent(p + 4), true
		}
		if a.kindAt(p+3) == phraseNoun && a.verbFollows(p+3) {
			return p + 3, a.lastContent(p + 3), true
		}
		for k := p + 3; k < len(a.phrases); k++ {
			if a.phrases[k].kind == phraseComma && (a.kindAt(k+1) == phraseNoun && a.verbFollows(k+1) || a.kindAt(k+1) == phraseQuote) {
				return k + 1, a.lastContent(k + 1), k+1 < len(a.phrases)
			}
		}
		for k := p + 3; k < len(a.phrases); k++ {
			if a.phrases[k].kind == phraseComma {
				return k + 1, a.lastContent(k + 1), k+1 < len(a.phrases)
			}
		}
		return 0, 0, false
	}
	to = p
	for to > 0 && (a.kindAt(to-1) == phraseComma || a.kindAt(to-1) == phraseDash) {
		to--
	}
	return 0, to, to > 0
}

func (a *analysis) lastContent(from int) int {
	end := len(a.phrases)
	for end > from+1 && a.kindAt(end-1) == phraseStop {
		end--
	}
	return end
}
