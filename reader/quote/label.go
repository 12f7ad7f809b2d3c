package quote

// label finds the sentence's speaker where a transcript or headline names it
// before a colon: LAVROV: We said so. It reports whether it took the sentence.
func (a *analysis) label(i int) bool {
	if len(a.phrases) < 3 || a.kindAt(0) != phraseNoun || a.kindAt(1) != phraseColon || !a.current.begins && a.kindAt(2) != phraseQuote {
		return false
	}
	p := &a.phrases[0]
	caps := true
	for k := p.first; k < p.last; k++ {
		t := &a.tokens[k]
		if t.kind != kindWord || !t.upper {
			return false
		}
		caps = caps && (t.caps || t.word.is(isTitle))
	}
	if !caps && a.people.at[p.head] == none && !a.headline {
		return false
	}
	if !caps && !a.personHere(p.head) && !(a.headline && (a.people.at[p.head] != none || p.last-p.first > 1)) {
		return false
	}
	f := found{first: none, last: none, head: p.head, alias: none, person: none, sentence: int32(i), how: patternLabel, verb: none, paragraph: a.current.block}
	f.source = span{a.tokens[p.first].start, a.tokens[p.last-1].end}
	c := &a.tokens[a.phrases[1].head]
	f.cue = span{c.start, c.end}
	s := a.stretch(2, len(a.phrases))
	if a.kindAt(2) != phraseQuote { // all of the paragraph is what they say
		s.end = int32(a.plain.Blocks[a.current.block].End)
		if !a.startsSpeech(s) {
			return false
		}
		a.carried.labelled = a.current.block + 1
	}
	a.append(f, s)
	return true
}

// startsSpeech reports whether s holds words enough to be speech; a tally
// (Lind: 2,316) does not.
func (a *analysis) startsSpeech(s span) bool {
	words := 0
	for i := a.phrases[2].first; int(i) < len(a.tokens) && a.tokens[i].start < s.end; i++ {
		if a.tokens[i].kind == kindWord {
			words++
		}
	}
	return words >= 3
}

// personHere reports whether token i names a person.
func (a *analysis) personHere(i int32) bool {
	n := a.people.at[i]
	return n != none && a.people.list[a.people.namings[n].person].trusted
}
