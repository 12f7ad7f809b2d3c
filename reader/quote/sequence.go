package quote

import "offprint/reader"

// sequence decides what the capitals from i to j name.
func (p *people) sequence(a *analysis, s sentence, i, j int, long bool) {
	first, titled := a.nameBegin(i, j)
	first = a.pastRole(first, j)
	n := j - first
	switch {
	case n <= 0:
		return
	case n == 1:
		if !long {
			p.short(a, first, titled)
		}
		return
	case !long:
		return
	}
	forename := a.tokens[first].word.is(isForename)
	if k := a.beforeHonours(first, j); k < j && k-first > 1 && k-first <= 4 && (titled || forename) {
		id := p.enter(a, first, k, reader.EntityPerson)
		p.list[id].trusted = true
		p.name(a, first, j, id)
		return
	}
	last := &a.tokens[j-1]
	switch {
	case n <= 4 && (titled || forename) && !last.word.is(isOrg):
		id := p.enter(a, first, j, reader.EntityPerson)
		p.list[id].trusted = true
		p.name(a, first, j, id)
	case last.word.is(isOrg) || a.tokens[first].word.is(isOrg|isAdj) && !last.word.is(isTitle|isRole):
		p.name(a, first, j, p.enter(a, first, j, reader.EntityOrganization))
	case n <= 4 && !a.language.full && (forename || first > 0 && a.tokens[first-1].word.cue != cueNone || a.behindPlace(first)):
		p.name(a, first, j, p.enter(a, first, j, reader.EntityPerson))
	case a.articled(first):
		if a.speakerHere(j, s) && !last.word.is(isRole|isTitle) {
			p.name(a, first, j, p.enter(a, first, j, reader.EntityOrganization)) // the World Harbour Review said
		}
	case n <= 3 && a.speakerHere(j, s) && !last.caps && !a.genitive(first):
		p.name(a, first, j, p.enter(a, first, j, reader.EntityPerson))
	}
}

// articled reports whether "the" leads to token i, as it does to no person's name.
func (a *analysis) articled(i int) bool {
	return a.language.full && i > 0 && (a.spelled(i-1, "the") || a.spelled(i-1, "The"))
}

// speakerHere reports whether what ends before token j speaks or has an age:
// "Xi Yu, 45," and "said Xi Yu".
func (a *analysis) speakerHere(j int, s sentence) bool {
	if j >= int(s.last) {
		return false
	}
	t := &a.tokens[j]
	if (t.word.cue == cueSay || t.word.cue == cueTell && a.language.full) && t.word.is(isPast|isThird) && !t.word.is(isNoun) {
		return true
	}
	if !a.language.full && a.aged(j, int(s.last)) {
		return true
	}
	return t.kind == kindPunct && t.sign == ',' && j+1 < int(s.last) && (a.tokens[j+1].kind == kindNumber || a.tokens[j+1].word.is(isRel) || a.tokens[j+1].word.is(isDet))
}

// nameBegin returns where the name itself begins among the capitals from i to
// j, and whether a title stands before it.
func (a *analysis) nameBegin(i, j int) (first int, titled bool) {
	first = i
	for k := i; k < j && !(a.tokens[i].word.is(isForename) && !a.tokens[i].word.is(isTitle)); k++ {
		w := a.tokens[k].word
		if k+1 < j && (a.chargeEnds(k) || w.is(isTitle) && !w.is(isForename) || w.is(isRole) && (a.tokens[k+1].word.is(isForename) || a.language.nouns && k+3 == j && a.tokens[k+1].word.class == 0)) {
			first, titled = k+1, true
		}
	}
	if !titled {
		if i > 0 && a.tokens[i-1].kind == kindWord && a.tokens[i-1].word.is(isTitle|isRole) && !a.tokens[i-1].word.is(isPlural) {
			titled = true
		}
		for k := i + 1; k+1 < j; k++ {
			if a.tokens[k].word.is(isForename) && (!a.language.full && !a.tokens[i].word.is(isForename) || !a.tokens[i].word.is(isForename) && (a.tokens[i].word.class != 0 || j-i >= 4)) {
				return k, titled
			}
		}
	}
	return first, titled
}
