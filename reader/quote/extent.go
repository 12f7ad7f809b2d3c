package quote

// extent returns the phrases that predicate v reports, from up to to; ok is
// false if it reports nothing.
func (a *analysis) extent(v int) (from, to int, ok bool) {
	x := &a.verbs[v]
	after := x.phrase + 1
	if x.inverted {
		return a.extentBefore(x.phrase)
	}
	c := a.complement(after, x.phrase)
	switch c.kind {
	case contentNone:
		if x.joined || x.kind == clauseRelative || x.subject == none {
			return 0, 0, false
		}
		if k := a.medial(v); k != none {
			return k, a.contentEnd(v, k), true
		}
		return a.extentBefore(x.opened)
	case contentObject:
		if !a.takesObject(v, c) {
			return 0, 0, false
		}
	}
	return c.start, a.contentEnd(v, c.start), true
}

// medial returns where the content goes on behind a frame in its midst
// ("Back then, she said, the harbour froze"), or none.
func (a *analysis) medial(v int) int {
	x := &a.verbs[v]
	if x.opened < 1 || a.kindAt(x.opened-1) != phraseComma || x.kind != clauseMain || a.tokens[a.phrases[x.phrase].head].word.cue != cueSay {
		return none
	}
	for j := x.phrase + 1; j < len(a.phrases); j++ {
		switch a.kindAt(j) {
		case phraseAdv, phraseTime:
		case phrasePrep:
			j = a.overPrep(j)
		case phraseComma:
			if a.kindAt(j+1) == phraseNoun && a.verbFollows(j+1) && !a.closesFrame(a.nextVerb(j+1)) {
				return j + 1
			}
			return none
		default:
			return none
		}
	}
	return none
}

// takesObject reports whether the object c is content of predicate v.
func (a *analysis) takesObject(v int, c complement) bool {
	switch a.tokens[a.phrases[a.verbs[v].phrase].head].word.cue {
	case cueCall, cueObject, cueSay, cueAsk:
		return true
	}
	return false
}

// extentBefore returns what stands before the frame that opens at phrase i.
func (a *analysis) extentBefore(i int) (from, to int, ok bool) {
	to = i
	for to > 0 && (a.kindAt(to-1) == phraseComma || a.kindAt(to-1) == phraseDash || a.kindAt(to-1) == phraseConj || a.kindAt(to-1) == phraseAdv || a.kindAt(to-1) == phraseTime && to == i) {
		to--
	}
	if to == 0 || to == i && a.kindAt(to-1) != phraseQuote {
		return 0, 0, false
	}
	for from < to && (a.kindAt(from) == phraseStop || a.kindAt(from) == phraseConj || a.kindAt(from) == phraseComma) {
		from++
	}
	verb := false
	for k := from; k < to; k++ {
		if a.kindAt(k) == phraseStop {
			from, verb = k+1, false
		}
		if a.kindAt(k) == phraseQuote || a.kindAt(k) == phraseVerb && a.phrases[k].verb&finite != 0 {
			verb = true
		}
	}
	if !verb || from >= to || a.kindAt(from) == phraseSub {
		return 0, 0, false
	}
	return from, to, true
}

// contentEnd returns where the content of predicate v that begins at phrase
// from ends: before another cue of the same speaker, before another frame, or
// with the sentence.
func (a *analysis) contentEnd(v, from int) int {
	end := len(a.phrases)
	for end > from+1 && a.kindAt(end-1) == phraseStop {
		end--
	}
	for w := range a.verbs {
		x := &a.verbs[w]
		if w == v || x.phrase <= from || x.phrase >= end {
			continue
		}
		cut := a.cutBefore(v, w)
		if cut > from && cut < end {
			end = cut
		}
	}
	for k := from + 1; k < end; k++ {
		if a.kindAt(k) == phraseStop && a.text[a.tokens[a.phrases[k].head].start] == ';' {
			end = k
		}
		if a.kindAt(k) == phraseComma && a.accordingAt(k+1) {
			end = k
		}
	}
	return end
}

// cutBefore returns the phrase at which the content of v ends because
// predicate w is another report by the same speaker or a frame, or none.
func (a *analysis) cutBefore(v, w int) int {
	x := &a.verbs[w]
	c := a.tokens[a.phrases[x.phrase].head].word.cue
	if !x.joined && x.opened > 0 && c != cueNone && c != cueWeak && c != cueThink && x.subject != none && !x.inverted && x.kind != clauseRelative && a.kindAt(x.opened-1) == phraseConj {
		if a.kindAt(x.opened-2) == phraseComma {
			return x.opened - 2
		}
		return x.opened - 1
	}
	if x.owner != v || !x.joined {
		return none
	}
	b := a.before(x.phrase)
	form := a.phrases[x.phrase].verb
	switch {
	case form&gerund != 0 && c != cueNone && a.kindAt(b) == phraseComma:
		return b
	case form&finite != 0 && c != cueNone && a.kindAt(b) == phraseConj:
		if a.kindAt(b-1) == phraseComma {
			b--
		}
		return b
	}
	return none
}

// accordingAt reports whether "according to" stands at phrase i.
func (a *analysis) accordingAt(i int) bool {
	return a.kindAt(i) == phrasePrep && a.isWord(i, "according")
}

// aliasOf returns the token of the name in apposition to noun phrase i, or none.
func (a *analysis) aliasOf(i int) int32 {
	for a.kindAt(i+1) == phrasePrep && a.kindAt(i+2) == phraseNoun {
		i += 2
		for a.phrases[i].poss && a.kindAt(i+1) == phraseNoun {
			i++
		}
	}
	if a.kindAt(i+1) == phraseComma && a.kindAt(i+2) == phraseNoun {
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
	for a.kindAt(last+1) == phrasePrep && (a.kindAt(last+2) == phraseNoun) && (a.isWord(last+1, "of") || a.isWord(last+1, "for") || a.isWord(last+1, "from") || a.isWord(last+1, "at")) {
		last += 2
		for a.phrases[last].poss && a.kindAt(last+1) == phraseNoun {
			last++
		}
	}
	return span{a.tokens[p.first].start, a.tokens[a.phrases[last].last-1].end}, p.head
}
