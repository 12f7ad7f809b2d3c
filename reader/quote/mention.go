package quote

// aliasOf returns the token of the name in apposition to noun phrase i, or none.
func (a *analysis) aliasOf(i int) int32 {
	if h := a.nameBehindPlace(i); h != none {
		return h
	}
	from := i
	if i = a.overDomains(i); i > from {
		if h := a.twoOffices(from, i); h != none {
			return h
		}
	}
	if h := a.behindAdjectives(i); h != none {
		return h
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

// overDomains returns the last of the noun phrases that prepositions hang on noun phrase i.
func (a *analysis) overDomains(i int) int {
	for a.kindAt(i+1) == phrasePrep && a.kindAt(i+2) == phraseNoun {
		i += 2
		for a.phrases[i].poss && a.kindAt(i+1) == phraseNoun {
			i++
		}
	}
	return i
}

// twoOffices returns the token of the name behind a second office that "and" joins
// to the one of noun phrase from, whose domain ends with phrase i, or none: the
// manager of the pier and director of the harbour, Anna Lind.
func (a *analysis) twoOffices(from, i int) int32 {
	t := a.headAt(from)
	if a.kindAt(i+1) != phraseConj || a.kindAt(i+2) != phraseNoun || !a.wordAt(i+2).is(isRole) || a.wordAt(i+2).is(isPlural) || a.isPerson(i+2) {
		return none
	}
	if t.word.is(isPlural) || !t.word.is(isRole) && !hyphenRole(a.text[t.start:t.end]) {
		return none
	}
	k := a.overDomains(i + 2)
	if a.kindAt(k+1) != phraseComma || a.kindAt(k+2) != phraseNoun || !a.isPerson(k+2) {
		return none
	}
	return a.phrases[k+2].head
}

// behindAdjectives returns the token of the name in apposition to noun phrase i
// whose role two adjectives tell, or none: a pilot, tidal and harbour engineer Anna Lind.
func (a *analysis) behindAdjectives(i int) int32 {
	if a.kindAt(i+1) != phraseComma || a.kindAt(i+2) != phraseNoun || a.kindAt(i+3) != phraseConj || a.kindAt(i+4) != phraseNoun || a.kindAt(i+5) != phraseComma || !a.officeHead(i) || !a.isPerson(i+4) {
		return none
	}
	first, p := a.headAt(i+2), &a.phrases[i+4]
	n := a.people.at[p.head]
	if n == none || first.upper || first.word.is(isHuman|isPron) || a.phrases[i+2].last-a.phrases[i+2].first > 1 {
		return none
	}
	x := &a.people.namings[n]
	if x.last-x.first < 2 || x.first <= p.first || !a.tokens[x.first-1].word.is(isRole|isTitle) || a.tokens[p.first].upper {
		return none
	}
	return p.head
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
