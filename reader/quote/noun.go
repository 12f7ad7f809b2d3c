package quote

// nounPhrase appends the noun phrase that begins at token i.
func (a *analysis) nounPhrase(i, end int) int {
	first := &a.tokens[i]
	if first.word.is(isPron) && !first.word.is(isDet|isNumber) || first.word.is(isObject) && !first.word.is(isPoss) {
		a.push(phraseNoun, i, i+1, i)
		return i + 1
	}
	j, head := i, i
	poss := false
	for j < end {
		t := &a.tokens[j]
		if t.kind == kindNumber {
			head, j = j, j+1
			continue
		}
		if t.kind == kindMark {
			// the rest of a phrase whose middle is quoted: a "very bad" deal
			break
		}
		if t.kind == kindPunct {
			if t.sign == '\'' && t.glued && j > i && j+1 < end && a.tokens[j+1].kind == kindWord && !a.tokens[j+1].glued {
				j++
				continue
			}
			if (t.sign == '$' || t.sign == '%' || t.sign == '/' || t.sign == '-' && t.glued && j+1 < end && a.tokens[j+1].glued) && j+1 < end {
				j++
				continue
			}
			break
		}
		w := t.word
		if j > i && a.endsNoun(i, j, end) {
			break
		}
		if w.is(isPoss) && t.glued && j > i {
			poss = true
			j++
			if j < end && a.tokens[j].kind == kindWord && !a.endsNoun(i, j, end) {
				poss = false
			}
			continue
		}
		if h := a.tokens[head].word; head == i || !w.is(isAdj) || w.is(isRole|isHuman) || t.upper || h.is(isAdj|isDet|isPoss|isNumber) {
			head = j
		}
		j++
	}
	if j == i {
		a.push(phraseOther, i, i+1, i)
		return i + 1
	}
	p := a.push(phraseNoun, i, j, head)
	p.poss = poss
	return j
}

// endsNoun reports whether the noun phrase from i ends before token j.
func (a *analysis) endsNoun(i, j, end int) bool {
	t, last := &a.tokens[j], &a.tokens[j-1]
	w := t.word
	switch {
	case w.is(isPoss) && t.glued:
		// 's after a name is mostly a possessive; before a participle or determiner it is a verb
		return false
	case w.is(isThat | isRel | isWh | isConj | isTo):
		return !(w.is(isConj) && a.joinsName(j, end))
	case w.is(isPrep | isSub):
		return !a.joinsOrg(j, end) && !(last.word.is(isDet|isPoss) && j+1 < end && a.nounish(j+1))
	case w.is(isDet|isPoss) && !w.is(isNumber):
		return !last.word.is(isDet) && !(w.is(isAdv) && last.word.is(isPoss)) // all the, both these, his most
	case w.is(isPron) && !w.is(isNumber), w.is(isObject) && !w.is(isPoss):
		return true
	case w.is(isNot):
		return true
	case w.is(isTime) && !t.upper && !last.word.is(isDet|isPoss|isAdj|isNumber):
		return j > i && last.kind == kindWord
	case w.is(isTime) && t.upper && !last.word.is(isDet|isPoss|isAdj):
		return true
	case a.verbHere(j, end):
		return true
	case w.is(isAdv) && !w.is(isAdj|isDet) && !t.upper:
		return !last.word.is(isDet | isPoss)
	}
	return false
}

// joinsOrg reports whether the preposition j stands inside a name: Bank of America.
func (a *analysis) joinsOrg(j, end int) bool {
	if j == 0 || j+1 >= end || a.text[a.tokens[j].start:a.tokens[j].end] != "of" && a.text[a.tokens[j].start:a.tokens[j].end] != "for" {
		return false
	}
	last, next := &a.tokens[j-1], &a.tokens[j+1]
	return last.upper && last.word.is(isOrg) && next.upper && next.kind == kindWord
}

// joinsName reports whether the conjunction j stands inside a name: Johnson & Johnson.
func (a *analysis) joinsName(j, end int) bool {
	return j > 0 && j+1 < end && a.text[a.tokens[j].start] == '&' && a.tokens[j-1].upper && a.tokens[j+1].upper
}

// verbHere reports whether token i is a verb in this place.
func (a *analysis) verbHere(i, end int) bool {
	t := &a.tokens[i]
	w := t.word
	if t.kind != kindWord || t.run != none {
		return false
	}
	if w.class == 0 {
		return !t.upper && i > 0 && a.sameSentence(i) && a.subjectWord(i-1)
	}
	if !w.is(isVerb | isAux) {
		return false
	}
	if w.is(isPoss) && t.glued { // 's
		return i > 0 && a.tokens[i-1].word.is(isRel|isThat|isWh) || i > 0 && a.tokens[i-1].word.is(isPron) && !a.tokens[i-1].word.is(isNumber)
	}
	if t.upper && i > 0 && !a.startsText(i) {
		return a.headlineVerb(i, end)
	}
	if w.is(isBe | isHave | isDo | isModal) {
		return !(t.upper && w.is(isTime)) // May
	}
	prev := none
	if i > 0 && a.sameSentence(i) {
		prev = i - 1
	}
	if w.is(isTime | isPrep | isSub | isConj) {
		return false
	}
	return a.verbAfter(prev, i, end)
}

// subjectWord reports whether token i is a pronoun that only a verb can follow.
func (a *analysis) subjectWord(i int) bool {
	w := a.tokens[i].word
	return w.is(isPron) && !w.is(isNumber|isObject|isDet) && a.tokens[i].kind == kindWord
}

// sameSentence reports whether token i-1 belongs to the sentence at hand.
func (a *analysis) sameSentence(i int) bool { return i > int(a.current.first) }

// startsText reports whether token i is the first word of its sentence.
func (a *analysis) startsText(i int) bool {
	return i == int(a.current.first) || a.tokens[i-1].kind == kindMark || a.stops(i-1)
}

// headlineVerb reports whether the capitalised word i is a verb of a headline in title case.
func (a *analysis) headlineVerb(i, end int) bool {
	w := a.tokens[i].word
	if a.headline && w.is(isModal|isBe|isHave) && i+1 < end {
		return a.tokens[i+1].word.is(isVerb | isBe)
	}
	return a.headline && w.is(isThird|isPast) && w.cue != cueNone
}

// verbAfter decides by the word before.
func (a *analysis) verbAfter(prev, i, end int) bool {
	w := a.tokens[i].word
	var p *token
	if prev != none {
		p = &a.tokens[prev]
	}
	closed := p != nil && p.kind == kindWord && p.run == none
	switch {
	case closed && p.word.is(isDet|isPoss) && !p.word.is(isPron|isObject):
		// the reported deal; many say
		return p.word.is(isPlural) && w.is(isBase|isPast) && !w.is(isIng) && a.complementFollows(i+1, end)
	case closed && p.word.is(isAdj) && !p.word.is(isHuman):
		return !w.is(isNoun) && w.is(isPast) && !w.is(isPart) || w.cue == cueSay && w.is(isPast) && w.lemma == a.sayLemma()
	case closed && p.word.is(isPrep) && !p.word.is(isAdv|isParticle):
		return w.is(isIng) || w.is(isPart) && w.cue == cueSay && equalFold(a.text[p.start:p.end], "as")
	case p != nil && (p.kind == kindNumber || p.word.is(isNumber) && !p.word.is(isDet|isPlural)) && w.is(isPart) && endsWith(a.text[a.tokens[i].start:a.tokens[i].end], "ed") && i+1 < end && a.nounish(i+1):
		return false // 60 pledged delegates
	case closed && w.is(isPart) && p.word.is(isVerb) && !p.word.is(isAux|isAdv|isNoun) && !p.upper:
		return false // said retired general Lind
	case w.is(isIng):
		return a.gerundHere(p, i, end)
	case w.is(isPast):
		return true
	case w.is(isPart):
		return true
	case w.is(isThird):
		return a.thirdHere(p, i, end)
	case w.is(isBase):
		return !a.tokens[i].upper && a.baseHere(p, i, end)
	}
	return false
}

func endsWith(s, end string) bool { return len(s) > len(end) && s[len(s)-len(end):] == end }

func (a *analysis) sayLemma() uint16 { return a.language.words["say"].lemma }

// gerundHere tells "saying he" from "the saying".
func (a *analysis) gerundHere(p *token, i, end int) bool {
	w := a.tokens[i].word
	if p == nil {
		return w.cue != cueNone || a.tokens[i].upper
	}
	if p.kind != kindWord {
		return p.kind != kindNumber
	}
	if p.word.is(isBe | isAdv | isConj | isSub | isTo) {
		return true
	}
	return w.cue != cueNone && !w.is(isNoun) || !w.is(isNoun)
}

// thirdHere tells "claims that" from "the claims".
func (a *analysis) thirdHere(p *token, i, end int) bool {
	w := a.tokens[i].word
	if !w.is(isNoun) {
		return true
	}
	if p == nil || p.kind == kindNumber {
		return false
	}
	if p.kind == kindMark || p.kind == kindPunct {
		return (p.sign == ')' || p.sign == ',') && i+1 < end && (a.tokens[i+1].word.is(isThat|isDet|isPron) || a.tokens[i+1].kind == kindMark)
	}
	if p.word.is(isPron) && !p.word.is(isNumber|isObject) {
		return true
	}
	subject := p.upper || p.word.is(isPron|isRel|isThat|isRole|isHuman|isAdv|isSaying|isOrg)
	return subject && a.complementFollows(i+1, end)
}

// baseHere tells "they claim" from "the claim".
func (a *analysis) baseHere(p *token, i, end int) bool {
	w := a.tokens[i].word
	if p == nil {
		return false
	}
	if w.lemma == a.sayLemma() {
		return p.kind == kindWord || p.sign == ','
	}
	if p.kind != kindWord {
		return false
	}
	switch {
	case p.word.is(isTo|isModal|isDo) || p.word.is(isNot):
		return true
	case p.word.is(isPron | isRel | isPlural | isNumber):
		return true
	case p.word.is(isAdv) && i > 1 && (a.tokens[i-2].word.is(isPron|isTo|isModal|isDo|isPlural|isRel) || a.pluralNoun(i-2)):
		return true
	case p.word.is(isConj):
		return !w.is(isNoun) && a.baseBefore()
	}
	plural := a.pluralNoun(i - 1)
	if w.is(isNoun) {
		return plural && a.complementFollows(i+1, end)
	}
	return plural || p.word.is(isHuman|isThat)
}

// pluralNoun reports whether token i looks like a noun in the plural.
func (a *analysis) pluralNoun(i int) bool {
	t := &a.tokens[i]
	w := a.text[t.start:t.end]
	return t.kind == kindWord && len(w) > 3 && w[len(w)-1] == 's' && (!t.word.is(isVerb) || t.word.is(isNoun)) && !t.word.is(isAdv|isPrep|isPoss|isDet)
}

// baseBefore reports whether a verb in its base form came before, which
// another one can be joined to.
func (a *analysis) baseBefore() bool {
	for k := len(a.phrases) - 1; k >= 0; k-- {
		p := &a.phrases[k]
		if p.kind == phraseVerb {
			return p.verb&infinitive != 0 || a.tokens[p.first].word.is(isModal|isDo|isBase)
		}
	}
	return false
}

// complementFollows reports whether what a verb takes begins at token i.
func (a *analysis) complementFollows(i, end int) bool {
	if i >= end {
		return false
	}
	t := &a.tokens[i]
	return t.kind == kindMark || t.upper || t.word.is(isDet|isPoss|isPron|isThat|isObject|isWh) || t.kind == kindPunct && (t.sign == ':' || t.sign == '.') || t.word.is(isTo)
}

// verbPhrase appends the verb that begins at token i with its auxiliaries.
func (a *analysis) verbPhrase(i, end int) int {
	p := phrase{kind: phraseVerb, first: int32(i), head: int32(i), run: none}
	j := i
	be, have, main := false, false, false
	for j < end && !main {
		t := &a.tokens[j]
		w := t.word
		if t.kind != kindWord || t.run != none {
			break
		}
		switch {
		case w.is(isTo):
			if j > i && !(j+1 < end && a.tokens[j+1].word.is(isBase|isBe|isHave|isDo)) {
				goto done
			}
			if j == i {
				p.verb |= infinitive
			}
		case w.is(isNot):
			p.verb |= negated
		case w.is(isBe):
			be = true
			p.head = int32(j)
		case w.is(isHave), w.is(isDo), w.is(isModal):
			have = true
			p.head = int32(j)
		case w.is(isAdv) && !w.is(isVerb):
		case w.class == 0 && !t.upper && (j == i || a.tokens[j-1].word.is(isModal|isDo|isTo) || a.tokens[j-1].word.is(isAdv|isNot) && have):
			main = true
			p.head = int32(j)
		case w.is(isVerb) && (j == i || be || have || p.verb&infinitive != 0 || a.tokens[j-1].word.is(isAdv|isNot)):
			if j > i && w.is(isNoun) && be && !w.is(isIng|isPart) {
				goto done
			}
			main = true
			p.head = int32(j)
		default:
			goto done
		}
		j++
	}
done:
	for j > i+1 && a.tokens[j-1].word.is(isAdv|isTo) && !a.tokens[j-1].word.is(isVerb|isAux) {
		j--
	}
	if j == i {
		j = i + 1
	}
	p.last = int32(j)
	a.form(&p, be, have, main)
	a.phrases = append(a.phrases, p)
	return j
}

// form sets how the verb p stands.
func (a *analysis) form(p *phrase, be, have, main bool) {
	w := a.tokens[p.head].word
	switch {
	case !main:
		p.verb |= auxiliary
		if p.verb&infinitive == 0 {
			p.verb |= finite
		}
	case p.verb&infinitive != 0:
	case be || have:
		p.verb |= finite
		if a.tokens[p.first].word.is(isIng) || a.text[a.tokens[p.first].start:a.tokens[p.first].end] == "been" {
			p.verb &^= finite
			p.verb |= gerund
		}
		if be && w.is(isPart) && !w.is(isIng) {
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
