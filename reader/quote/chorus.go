package quote

// chorus ties the run at phrase p to those who shout it together: the crowd
// broke into chants of "...". Where the sentence does not tell who they are it
// has no source. It reports whether it did.
func (a *analysis) chorus(i, p int) bool {
	at := a.chanted(p)
	if at == none {
		return false
	}
	if p > 1 && a.kindAt(p-1) == phraseConj && a.kindAt(p-2) == phraseQuote {
		if k := len(a.found) - 1; k >= 0 && a.found[k].sentence == int32(i) {
			r := &a.runs[a.phrases[p].run]
			a.addPart(k, span{r.start, r.end})
			return true
		}
	}
	if o := at - 1; o >= int(a.current.first) && a.tokens[o].kind == kindWord && a.tokens[o].word.is(isPoss) {
		return a.takeOwner(i, p, o, at)
	}
	r := &a.runs[a.phrases[p].run]
	f := a.unsourced(i, patternNoun)
	f.cue = span{a.tokens[at].start, a.tokens[at].end}
	from := a.kindAt(p+1) == phrasePrep && (a.isWord(p+1, "from") || a.isWord(p+1, "by")) && a.kindAt(p+2) == phraseNoun
	if from {
		f.source, f.head = a.mention(p + 2)
	}
	for k := p - 1; k >= 0 && !from; k-- {
		if h := a.phrases[k].head; a.phrases[k].kind == phraseNoun && a.many(h) {
			f.source, f.head = a.mention(k)
			break
		}
	}
	a.append(f, span{r.start, r.end})
	return true
}

// chanted returns the noun of shouting behind whose "of" the run at phrase p
// stands, alone or as one of two, or none.
func (a *analysis) chanted(p int) int {
	if a.kindAt(p-1) == phraseConj && a.kindAt(p-2) == phraseQuote {
		p -= 2
	}
	at := int(a.phrases[p].first) - 2
	if at < int(a.current.first) || !a.spelled(at+1, "of") {
		return none
	}
	if t := &a.tokens[at]; !chanting[a.text[t.start:t.end]] {
		return none
	}
	return at
}

// many reports whether token i names people who can shout together.
func (a *analysis) many(i int32) bool {
	t := &a.tokens[i]
	return t.word.is(isHuman|isRole) && (t.word.is(isPlural) || a.pluralNoun(int(i))) || crowds[a.text[t.start:t.end]]
}

var chanting = map[string]bool{
	"chant": true, "chants": true, "cry": true, "cries": true, "shout": true, "shouts": true, "calls": true,
	"chorus": true, "choruses": true, "jeers": true, "yells": true, "screams": true,
}

var crowds = map[string]bool{
	"crowd": true, "crowds": true, "audience": true, "mob": true, "hall": true, "stadium": true, "arena": true,
	"throng": true, "they": true, "They": true, "protesters": true, "demonstrators": true,
}
