package quote

// aliasOf returns the token of the name in apposition to noun phrase i, or none.
func (a *analysis) aliasOf(i int) int32 {
	if h := a.nameBehindPlace(i); h != none {
		return h
	}
	for a.kindAt(i+1) == phrasePrep && a.kindAt(i+2) == phraseNoun {
		i += 2
		for a.phrases[i].poss && a.kindAt(i+1) == phraseNoun {
			i++
		}
	}
	if a.kindAt(i+1) == phraseConj && a.kindAt(i+2) == phraseNoun && a.kindAt(i+3) == phraseComma && a.kindAt(i+4) == phraseNoun && a.isPerson(i+4) && a.wordAt(i).is(isHuman) && a.wordAt(i+2).is(isHuman) && !a.wordAt(i).is(isPlural) {
		return a.phrases[i+4].head // her friend and neighbour, Anna Lind
	}
	if h := a.headAt(i); a.kindAt(i+1) == phraseConj && a.kindAt(i+2) == phraseNoun && !h.upper && (!a.tokens[a.phrases[i+2].first].upper || a.officeAndName(i, i+2)) {
		return a.phrases[i+2].head // academic and author Anna Lind
	}
	if a.kindAt(i+1) == phraseConj && a.kindAt(i+2) == phraseNoun && a.wordAt(i).is(isRole|isTitle) && a.tokens[a.phrases[i+2].first].word.is(isRole|isTitle) {
		if h := a.phrases[i+2].head; a.namesPerson(int(h)) && !a.isPerson(i) {
			return h // President and Chief Executive Anna Lind
		}
	}
	if a.kindAt(i+1) == phraseComma && a.kindAt(i+2) == phraseNoun {
		if a.wordAt(i).is(isRole) && !a.isPerson(i+2) && a.kindAt(i+3) == phraseComma && a.kindAt(i+4) == phraseNoun && a.isPerson(i+4) {
			return a.phrases[i+4].head // the chairman, Pilots' Union, Anna Lind
		}
		if h := a.phrases[i+2].head; a.tokens[h].upper {
			return h
		}
	}
	return none
}

// mention returns the source that the noun phrase i is, with the phrases that
// hang on it by "of" and "for", and the token it turns on.
func (a *analysis) mention(i int) (span, int32) {
	p := &a.phrases[i]
	last := i
	for a.kindAt(last+1) == phrasePrep && (a.kindAt(last+2) == phraseNoun) && (a.isWord(last+1, "of") || a.isWord(last+1, "for") || a.isWord(last+1, "from") || a.isWord(last+1, "at") || a.isWord(last+1, "to") && last == i && a.tokens[p.head].word.is(isRole|isTitle) || last == i && a.writtenBy(last+1, p.head)) {
		last += 2
		for a.phrases[last].poss && a.kindAt(last+1) == phraseNoun {
			last++
		}
	}
	return span{a.tokens[p.first].start, a.tokens[a.phrases[last].last-1].end}, p.head
}

// issuer returns who issued the text that predicate v quotes, or none: Lind
// released a statement saying ...
func (a *analysis) issuer(v int) int {
	x := &a.verbs[v]
	if x.kind != clauseRelative || !a.wordAt(x.subject).is(isSaying) || x.subject > x.phrase {
		return none
	}
	for u := v - 1; u >= 0; u-- {
		y := &a.verbs[u]
		if y.phrase < x.subject && a.wordAt(y.phrase).is(isBe) {
			return none // all they get is a message saying
		}
		if y.phrase < x.subject && x.subject-y.phrase <= 3 && y.subject != none && y.subject < y.phrase && a.canSpeak(y.subject) && a.wordAt(y.phrase).cue != cueSay {
			return y.subject
		}
	}
	return none
}

// canSpeak reports whether noun phrase i is somebody, a body or a text; "it"
// and unknown things speak only by the plainest cues.
func (a *analysis) canSpeak(i int) bool {
	t := a.headAt(i)
	return a.human(i) || t.word.is(isOrg|isSaying|isRole)
}
