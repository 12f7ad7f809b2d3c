package quote

import "slices"

// timeHere reports whether a phrase of time begins at i.
func (a *analysis) timeHere(i int) bool {
	t := &a.tokens[i]
	return t.word.is(isTime) && !(t.upper && a.namesPerson(i)) // Doris Day
}

func (a *analysis) timePhrase(i, end int) int {
	j := i + 1
	for j < end && a.tokens[j].run == none && (a.tokens[j].word.is(isTime) || a.tokens[j].kind == kindNumber) {
		j++
	}
	if j < end && (a.tokens[j].word.is(isPoss) && a.tokens[j].glued || a.everyOf(i, j)) { // Tuesday's vote
		return a.nounPhrase(i, end)
	}
	if j < end && a.tokens[j].kind == kindWord && !a.tokens[j].word.is(isFinite|isIng|isPrep|isSub|isConj|isAdv|isTo|isThat|isWh|isRel|isDet|isPoss|isPron) && j-i == 1 && !a.tokens[j].upper && a.nounish(j) {
		return a.nounPhrase(i, end)
	}
	a.push(phraseTime, i, j, i)
	return j
}

// nounish reports whether token i looks like a noun.
func (a *analysis) nounish(i int) bool {
	w := a.tokens[i].word
	return w.class == 0 || w.is(isNoun|isRole|isHuman|isSaying|isOrg)
}

// floats reports whether token i is a "both" or "all" between a subject and its
// verb: Lind and Moe both said.
func (a *analysis) floats(i, end int) bool {
	n := len(a.phrases) - 1
	if n < 0 || a.phrases[n].kind != phraseNoun || a.phrases[n].poss || i+1 >= end {
		return false
	}
	switch a.text[a.tokens[i].start:a.tokens[i].end] {
	case "both", "all", "each":
		return a.verbHere(i+1, end) || a.tokens[i+1].word.is(isPast) && a.tokens[i+1].word.cue != cueNone
	}
	return false
}

// putsIt reports whether "put it" closes what begins at token i: As Lind, the
// chief pilot of the harbour, put it.
func (a *analysis) putsIt(i, end int) bool {
	for j := i; j+1 < end && j < i+20; j++ {
		t := &a.tokens[j]
		if t.kind == kindMark || t.kind == kindPunct && t.sign == ':' {
			return false
		}
		if j > i && t.word.lemma == a.language.words["put"].lemma && t.word.is(isVerb) && equalFold(a.text[a.tokens[j+1].start:a.tokens[j+1].end], "it") {
			return equalFold(a.text[a.tokens[i-1].start:a.tokens[i-1].end], "as")
		}
	}
	return false
}

// behindRelative reports whether a relative pronoun came last: what follows it
// like "as head of the office" is no clause of its own.
func (a *analysis) behindRelative() bool {
	n := len(a.phrases) - 1
	return n >= 0 && a.phrases[n].kind == phraseRel
}

// writtenBy reports whether phrase i is the "by" of a text's writers: a report
// by the harbour office.
func (a *analysis) writtenBy(i int, head int32) bool {
	return a.isWord(i, "by") && a.tokens[head].word.is(isSaying)
}

// behindOffice returns the words behind an office and its place that a name has
// before it: Governor of Ellmar Anna Lind.
func behindOffice(words []string) []string {
	of := slices.Index(words, "of")
	if of < 0 || of > 1 || of == 1 && !titleWord(words[0]) {
		return words
	}
	for k := of + 2; k+1 < len(words); k++ {
		if english().lookup(words[k]).is(isForename) {
			return words[k:]
		}
	}
	return words
}

// reflexive reports whether noun phrase i is himself or another that is never a subject.
func (a *analysis) reflexive(i int) bool {
	p := &a.phrases[i]
	if p.last-p.first != 1 {
		return false
	}
	w := a.text[a.tokens[p.head].start:a.tokens[p.head].end]
	return endsWith(w, "self") || endsWith(w, "selves")
}
