package quote

// verbPhrase appends the verb that begins at token i with its auxiliaries.
func (a *analysis) verbPhrase(i, end int) int {
	p := phrase{kind: phraseVerb, first: int32(i), head: int32(i), run: none}
	var seen class
	j := i
	for j < end && seen&isVerb == 0 {
		t := &a.tokens[j]
		if t.kind != kindWord || t.run != none {
			break
		}
		part := a.verbPart(i, j, end, seen)
		if part == 0 {
			break
		}
		switch {
		case part&(isVerb|isBe|isHave) != 0:
			p.head = int32(j)
			seen |= part
		case part == isTo && j == i:
			p.verb |= infinitive
			seen |= isTo
		case part == isNot:
			p.verb |= negated
		}
		j++
	}
	for j > i+1 && a.tokens[j-1].word.is(isAdv|isTo) && !a.tokens[j-1].word.is(isVerb|isAux) {
		j--
	}
	j = max(j, i+1)
	p.last = int32(j)
	a.form(&p, seen&isBe != 0, seen&isHave != 0, seen&isVerb != 0)
	if k := a.heardSaying(&p, end); k != none {
		p.head, p.last = int32(k), int32(k+1)
		p.verb = p.verb&^passive | finite
		j = k + 1
	}
	a.phrases = append(a.phrases, p)
	return j
}

// heardSaying returns the participle of speech behind the passive verb p of
// hearing or seeing, or none: the boy can be heard angrily asking.
func (a *analysis) heardSaying(p *phrase, end int) int {
	if p.verb&passive == 0 || !a.spelled(int(p.head), "heard") && !a.spelled(int(p.head), "seen") {
		return none
	}
	for k := int(p.last); k < end && k < int(p.last)+3; k++ {
		t := &a.tokens[k]
		switch {
		case t.kind != kindWord || t.run != none:
			return none
		case t.word.is(isIng) && t.word.cue != cueNone:
			return k
		case !t.word.is(isAdv):
			return none
		}
	}
	return none
}

// verbPart tells what token j is in the verb phrase from i, of which seen has
// been read: isTo, isNot, isBe, isHave (any other auxiliary), isAdv, isVerb
// (the verb itself), or 0 if the phrase ends before it.
func (a *analysis) verbPart(i, j, end int, seen class) class {
	t := &a.tokens[j]
	w := t.word
	first, last := j == i, word{}
	if !first {
		last = a.tokens[j-1].word
	}
	switch {
	case w.is(isTo):
		if first || a.wordNext(j, end).is(isBase|isBe|isHave|isDo) {
			return isTo
		}
	case w.is(isNot):
		return isNot
	case w.is(isConj) && !first && last.is(isNot|isHave|isBe) && a.spelled(j, "yet"):
		return isAdv
	case !first && seen&isHave != 0 && a.spelled(j, "since") && a.wordNext(j, end).is(isPart|isPast):
		return isAdv // has since said
	case w.is(isBe):
		return isBe
	case w.is(isHave | isDo | isModal):
		return isHave
	case w.is(isAdv) && !w.is(isVerb):
		return isAdv
	case w.class == 0 || w.is(isVerb):
		if a.mainVerbHere(t, last, first, seen) {
			return isVerb
		}
	}
	return 0
}

// mainVerbHere reports whether the token t, the first of its verb phrase or
// behind the word last of it, is the verb itself; seen is what has been read.
func (a *analysis) mainVerbHere(t *token, last word, first bool, seen class) bool {
	w := t.word
	if w.class == 0 {
		return !t.upper && (first || last.is(isModal|isDo|isTo) || last.is(isAdv|isNot) && seen&isHave != 0)
	}
	if !first && seen == 0 && !last.is(isAdv|isNot) {
		return false
	}
	return first || !w.is(isNoun) || seen&isBe == 0 || w.is(isIng|isPart)
}

// hasShort reports whether the verb p begins with the short form of "has" rather
// than of "is": he's said, but it's said that.
func (a *analysis) hasShort(p *phrase) bool {
	t, i := &a.tokens[p.first], int(p.first)-1
	if !t.word.is(isPoss) || !t.glued || a.tokens[p.head].word.cue != cueSay || i < 0 {
		return false
	}
	return a.tokens[i].word.is(isPron) && !a.spelled(i, "it") && !a.spelled(i, "It")
}

// form sets how the verb p stands.
func (a *analysis) form(p *phrase, be, have, main bool) {
	w := a.tokens[p.head].word
	switch {
	case !main:
		p.verb |= auxiliary
		if t := &a.tokens[p.first]; p.verb&infinitive == 0 && (t.word.is(isIng) || equalFold(a.text[t.start:t.end], "having")) {
			p.verb |= gerund
		} else if p.verb&infinitive == 0 {
			p.verb |= finite
		}
	case p.verb&infinitive != 0:
	case be || have:
		p.verb |= finite
		if a.tokens[p.first].word.is(isIng) || a.text[a.tokens[p.first].start:a.tokens[p.first].end] == "been" {
			p.verb &^= finite
			p.verb |= gerund
		}
		if be && w.is(isPart) && !w.is(isIng) && !a.hasShort(p) {
			p.verb |= passive
		}
	case w.is(isIng):
		p.verb |= gerund
	case w.is(isPast):
		p.verb |= finite
		if w.is(isPart) {
			p.verb |= participle
		}
	case w.is(isPart):
		p.verb |= participle
	default:
		p.verb |= finite
	}
}
