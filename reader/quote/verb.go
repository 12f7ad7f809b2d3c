package quote

import "strings"

// verbHere reports whether token i is a verb in this place.
func (a *analysis) verbHere(i, end int) bool {
	t := &a.tokens[i]
	w := t.word
	if t.kind != kindWord || t.run != none {
		return false
	}
	if w.class == 0 {
		return !t.upper && i > 0 && a.sameSentence(i) && (a.subjectWord(i-1) || a.spelled(i-1, "who"))
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
	return i == int(a.current.first) || a.tokens[i-1].kind == kindMark && a.tokens[i-1].sign == '(' || a.stops(i-1)
}

// headlineVerb reports whether the capitalised word i is a verb of a headline in title case.
func (a *analysis) headlineVerb(i, end int) bool {
	w := a.tokens[i].word
	if a.spelled(i-1, "United") {
		return false
	}
	if a.headline && w.is(isModal|isBe|isHave) && i+1 < end {
		return a.tokens[i+1].word.is(isVerb | isBe)
	}
	return a.headline && w.is(isThird|isPast) && w.cue != cueNone
}

// verbAfter decides by the word before.
func (a *analysis) verbAfter(prev, i, end int) bool {
	var p *token
	if prev != none {
		p = &a.tokens[prev]
		if is, told := a.verbBehind(p, i, end); told {
			return is
		}
		if a.counted(p) && a.pledged(i, end) && a.nounish(i+1) {
			return false // 60 pledged delegates
		}
	}
	switch w := a.tokens[i].word; {
	case w.is(isIng):
		return a.gerundHere(p, i, end)
	case w.is(isPast | isPart):
		return true
	case w.is(isThird):
		return a.thirdHere(p, i, end)
	case w.is(isBase):
		return !a.tokens[i].upper && a.baseHere(p, i, end)
	}
	return false
}

// verbBehind decides where the word p before tells by itself; told is whether it does.
func (a *analysis) verbBehind(p *token, i, end int) (is, told bool) {
	if p.kind != kindWord || p.run != none {
		return false, false
	}
	w, b := a.tokens[i].word, p.word
	switch {
	case w.is(isPast) && w.cue != cueNone && equalFold(a.text[p.start:p.end], "another"):
		return true, true
	case b.is(isDet|isPoss) && !b.is(isPron|isObject):
		// the reported deal; many say
		return b.is(isPlural) && w.is(isBase|isPast) && !w.is(isIng) && a.complementFollows(i+1, end), true
	case b.is(isAdj) && !b.is(isHuman|isAdv) && !(p.upper && i > 1 && a.tokens[i-2].upper && a.sameSentence(i-1)):
		return w.is(isPast) && (!w.is(isNoun|isPart) || w.lemma == a.sayLemma()), true
	case b.is(isPrep | isTo):
		if is, told := a.verbBehindPrep(p, i, end); told {
			return is, true
		}
	}
	return false, a.participleBehind(p, w)
}

// verbBehindPrep is verbBehind where the word p before is a preposition.
func (a *analysis) verbBehindPrep(p *token, i, end int) (is, told bool) {
	w, b := a.tokens[i].word, p.word
	switch {
	case b.is(isPrep) && a.pledged(i, end) && a.pluralNoun(i+1):
		return false, true // in pledged delegates
	case b.is(isTo) && w.is(isPast) && !w.is(isBase|isAux):
		return false, true // linked it to improved rates
	case b.is(isPrep) && !b.is(isAdv|isParticle):
		return w.is(isIng) || w.is(isPart) && w.cue == cueSay && equalFold(a.text[p.start:p.end], "as"), true
	}
	return false, false
}

// participleBehind reports whether w behind the verb p is a participle and no
// verb: said retired general Lind.
func (a *analysis) participleBehind(p *token, w word) bool {
	if !w.is(isPart) || w.lemma == a.sayLemma() && p.word.lemma != w.lemma {
		return false
	}
	return p.word.is(isVerb) && !p.word.is(isAux|isAdv|isNoun|isRole|isHuman) && !p.upper
}

// counted reports whether p is a number that counts what follows.
func (a *analysis) counted(p *token) bool {
	return p.kind == kindNumber || p.word.is(isNumber) && !p.word.is(isDet|isPlural)
}

// pledged reports whether token i is a participle in -ed with another token behind it.
func (a *analysis) pledged(i, end int) bool {
	t := &a.tokens[i]
	return t.word.is(isPart) && i+1 < end && endsWith(a.text[t.start:t.end], "ed")
}

func endsWith(s, end string) bool { return len(s) > len(end) && s[len(s)-len(end):] == end }

func (a *analysis) sayLemma() uint16 { return a.language.words["say"].lemma }

// gerundHere tells "saying he" from "the saying".
func (a *analysis) gerundHere(p *token, i, end int) bool {
	w := a.tokens[i].word
	if w.cue == cueNone && i+2 < end && a.pluralNoun(i+1) && a.tokens[i+2].word.lemma == a.sayLemma() {
		return false // hacking specialists say
	}
	if equalFold(a.text[a.tokens[i].start:a.tokens[i].end], "acting") && i+1 < end && a.tokens[i+1].upper {
		return false // Acting Mayor Lind
	}
	if p == nil {
		if w.lemma == 0 && i+1 < end && (a.tokens[i+1].word.is(isPast|isThird) && !a.tokens[i+1].word.is(isNoun) || a.finiteAux(i+1)) {
			return false // a name: Schilling said, Beijing has
		}
		return w.cue != cueNone || a.tokens[i].upper
	}
	if p.kind != kindWord {
		return p.kind != kindNumber
	}
	if p.word.is(isAdv|isAdj|isTime) && i > 1 && a.tokens[i-2].word.is(isPoss) && a.tokens[i-2].kind == kindWord {
		return false // her earlier warning
	}
	if p.word.is(isBe | isAdv | isConj | isSub | isTo) {
		return true
	}
	return w.cue != cueNone && !w.is(isNoun) || !w.is(isNoun)
}

// finiteAux reports whether token i is an auxiliary that no gerund stands before.
func (a *analysis) finiteAux(i int) bool {
	t := &a.tokens[i]
	return t.word.is(isBe|isHave|isDo|isModal) && !t.word.is(isIng|isPoss) && !a.spelled(i, "be") && !a.spelled(i, "been")
}

// opensOrFrames reports whether what the verb at token i takes follows it, or
// stands before it as words before their frame.
func (a *analysis) opensOrFrames(i, end int) bool {
	return a.complementFollows(i+1, end) || a.tokens[i].word.cue == cueSay && a.behindWords()
}

// wordNext returns what the lexicon knows of the token behind token i.
func (a *analysis) wordNext(i, end int) word {
	if i+1 >= end {
		return word{}
	}
	return a.tokens[i+1].word
}

// baseHere tells "they claim" from "the claim".
func (a *analysis) baseHere(p *token, i, end int) bool {
	w := a.tokens[i].word
	switch {
	case p == nil || p.kind == kindWord && p.word.is(isNumber) && equalFold(a.text[p.start:p.end], "one"):
		return false // one post
	case w.cue == cueTell && p.kind == kindWord && w.lemma == a.language.words["tell"].lemma:
		return true // the owners of the pier tell
	case w.lemma == a.sayLemma():
		return p.kind == kindWord || p.kind == kindNumber || strings.ContainsRune(",-%", p.sign)
	case w.cue != cueNone && !w.is(isNoun) && i+1 < end && p.kind == kindWord && (a.tokens[i+1].word.is(isThat) || a.nounish(i-1) && a.tokens[i+1].word.is(isDet|isPoss)):
		return true // those who know it argue that
	case a.baseBehindNumber(p, i, end):
		return true
	case p.kind != kindWord || w.is(isAdj) && !p.word.is(isPron|isTo|isModal|isDo):
		return false
	case p.word.is(isTo | isModal | isDo | isNot):
		return true
	case p.word.is(isRel) && i > 1 && a.tokens[i-2].word.is(isPrep):
		return !w.is(isNoun) // at which point
	case p.word.is(isPron) && p.word.is(isNumber) && w.is(isHuman):
		return false // said one pilot
	case p.word.is(isPron|isRel|isPlural|isNumber) || p.word.is(isAdv) && a.pluralBefore(i-1):
		return true
	case p.word.is(isConj):
		return !w.is(isNoun) && a.baseBefore()
	}
	plural := a.pluralNoun(i-1) && !a.oneNamed(i-1) || a.coupled(i-1)
	if w.is(isNoun) {
		return plural && a.opensOrFrames(i, end)
	}
	return plural || p.word.is(isHuman|isThat)
}

// oneNamed reports whether an article for one stands before the name at token i: a
// Waters delegate.
func (a *analysis) oneNamed(i int) bool {
	return a.tokens[i].upper && i > int(a.current.first) && (a.spelled(i-1, "a") || a.spelled(i-1, "an") || a.spelled(i-1, "A") || a.spelled(i-1, "An"))
}

// baseBehindNumber is baseHere behind a number or an aside: nine in 10 believe;
// the owners, however, argue.
func (a *analysis) baseBehindNumber(p *token, i, end int) bool {
	w := a.tokens[i].word
	if w.cue == cueNone || w.is(isNoun) || !a.complementFollows(i+1, end) {
		return false
	}
	return p.kind == kindNumber || p.sign == '%' || p.sign == ',' && a.behindAside()
}

// behindWords reports whether what is read now stands right behind a run that
// ends as words do before their frame.
func (a *analysis) behindWords() bool {
	n := len(a.phrases) - 1
	if n >= 1 && a.phrases[n].kind == phraseNoun {
		n--
	}
	return n >= 0 && a.afterSpeech(n)
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
