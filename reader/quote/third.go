package quote

// thirdHere tells "claims that" from "the claims".
func (a *analysis) thirdHere(p *token, i, end int) bool {
	w, next := a.tokens[i].word, a.wordNext(i, end)
	switch {
	case !w.is(isNoun | isRole | isHuman): // but his legal costs were
		return w.cue != cueNone || !w.is(isThird) || !next.is(isBe) || p == nil || p.word.is(isPron|isRel|isThat)
	case p != nil && a.spelled(i-1, "who"):
		return true // who doubles as
	case w.cue == cueCall && i+1 < end && a.tokens[i+1].sign == '.':
		return false // the Disney and Pixar brands.
	case a.thirdBefore(p, i, end):
		return true
	case p == nil || p.kind == kindNumber || next.is(isThat) && a.wordNext(i+1, end).is(isAux):
		return false // Southern states that have
	case p.kind == kindMark || p.kind == kindPunct:
		return (p.sign == ')' || p.sign == ',') && i+1 < end && a.thirdBehindSign(i)
	case p.word.is(isPron) && !p.word.is(isNumber|isObject) || p.word.is(isConj) && next.is(isThat):
		return true
	}
	if w.cue == cueNone && i+1 < end && a.tokens[i+1].sign == '.' {
		return false // harbour concerns.
	}
	subject := p.upper || p.word.is(isPron|isRel|isThat|isRole|isHuman|isAdv|isSaying|isOrg)
	return subject && (a.opensOrFrames(i, end) || p.upper && a.beforeSentence(i, end))
}

// beforeSentence reports whether a comma and words in marks that begin like a sentence
// follow token i, which may report them: Lind states, "This is ..."
func (a *analysis) beforeSentence(i, end int) bool {
	if i+3 >= end || a.tokens[i].word.cue != cueSay || a.tokens[i].upper {
		return false
	}
	c, m, w := &a.tokens[i+1], &a.tokens[i+2], &a.tokens[i+3]
	return c.kind == kindPunct && c.sign == ',' && m.kind == kindMark && m.run != none && w.upper
}

// thirdBefore reports whether what stands behind token i shows that it is a verb
// that reports and no noun: the harbour office notes the ice, Lind calls it, the
// owners' group points out.
func (a *analysis) thirdBefore(p *token, i, end int) bool {
	if i+1 >= end || a.tokens[i].word.cue == cueNone || p != nil && p.kind != kindWord {
		return false
	}
	next := &a.tokens[i+1]
	n := next.word
	switch {
	case n.is(isObject) && !n.is(isPoss) && (!n.is(isPron) || a.tokens[i].word.cue == cueCall) || a.spelled(i+1, "out") && a.spelled(i, "points"):
		return true
	case p == nil || p.word.is(isPrep|isVerb):
		return false
	case n.is(isNot):
		return p.upper || a.nounish(i-1)
	case a.namesPerson(i - 1):
		return n.is(isDet|isPoss) || next.kind == kindWord && n.class == 0 || n.is(isNoun) || a.tokens[i].word.cue == cueCall && (a.spelled(i+1, "for") || a.spelled(i+1, "on"))
	}
	return a.nounish(i-1) && !a.pluralNoun(i-1) && n.is(isDet) && !n.is(isThat|isNumber|isPlural)
}

// thirdBehindSign is thirdHere behind a comma or a closing bracket.
func (a *analysis) thirdBehindSign(i int) bool {
	next := &a.tokens[i+1]
	switch {
	case next.word.is(isThat|isDet|isPron) || next.kind == kindMark:
		return true
	case next.word.is(isTo) && a.behindFrame():
		return true
	}
	cue := a.tokens[i].word.cue
	return next.upper && (cue == cueSay && a.behindWords() || cue != cueNone && cue != cueWeak && a.behindAppositive())
}

// behindAppositive reports whether the comma read last closes what a name has
// beside it, and nothing else came before: Lind, head of the harbour office.
func (a *analysis) behindAppositive() bool {
	n := len(a.phrases) - 1
	if a.kindAt(n) != phraseComma {
		return false
	}
	for k := n - 1; k > 0; k-- {
		switch a.kindAt(k) {
		case phraseComma:
			return k == 1 && a.headAt(0).upper
		case phraseNoun, phrasePrep, phraseConj, phraseAdv, phraseTime:
		default:
			return false
		}
	}
	return false
}

// disagrees reports whether the thing that noun phrase i names is one and the
// verb right behind it is of several: some who know the harbour argue.
func (a *analysis) disagrees(i int) bool {
	n, t := &a.phrases[i], a.headAt(i)
	if a.kindAt(i+1) != phraseVerb || a.phrases[i+1].verb&finite == 0 || !a.tokens[n.first].word.is(isDet) || a.tokens[n.first].word.is(isPlural|isNumber) {
		return false
	}
	w := a.tokens[a.phrases[i+1].first].word
	if !w.is(isBase) || w.is(isPast|isThird|isNoun|isAux) || w.cue == cueNone {
		return false
	}
	return !t.upper && t.kind == kindWord && !t.word.is(isRole|isHuman|isPlural|isNumber|isPron|isAdj|isOrg) && !a.pluralNoun(int(n.head))
}
