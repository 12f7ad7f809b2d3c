package quote

// questions finds what somebody is asked in sentence i where it is told without
// who asks: asked whether it would sail, Lind said no. The source is who asks,
// if "by" tells.
func (a *analysis) questions(i int) {
	for p := range a.phrases {
		if a.phrases[p].kind != phraseVerb || !a.isAsked(p) {
			continue
		}
		c := a.complement(p+1, p)
		if c.kind != contentClause || c.heard != none || a.kindAt(c.start) != phraseWh && a.kindAt(c.start) != phraseSub {
			continue
		}
		s := a.stretch(c.start, a.questionEnd(c.start))
		if s.end-s.start < 8 || a.overlaps(i, s) {
			continue
		}
		f := a.unsourced(i, patternIndirect)
		v := &a.phrases[p]
		f.cue = span{a.tokens[v.head].start, a.tokens[v.last-1].end}
		if n := a.agent(p); n != none && n < c.start {
			f.source, f.head = a.mention(n)
		}
		a.append(f, s)
	}
}

// isAsked reports whether the verb at phrase p is "asked" without its subject
// being who asks.
func (a *analysis) isAsked(p int) bool {
	v := &a.phrases[p]
	if a.tokens[v.head].word.lemma != a.language.words["ask"].lemma || v.verb&(participle|passive) == 0 {
		return false
	}
	if v.verb&passive != 0 {
		return true
	}
	b := a.before(p)
	return v.last-v.first == 1 && (b == none || a.kindAt(b) == phraseSub || a.kindAt(b) == phraseComma || a.kindAt(b) == phraseStop)
}

// questionEnd returns where the question ends that begins at phrase from: with
// the comma before the clause that answers it, or with the sentence.
func (a *analysis) questionEnd(from int) int {
	for k := from + 1; k < len(a.phrases); k++ {
		switch a.kindAt(k) {
		case phraseComma:
			if n := a.kindAt(k + 1); n == phraseNoun && a.verbFollows(k+1) || n == phraseVerb && a.phrases[k+1].verb&finite != 0 || n == phraseQuote {
				return k
			}
		case phraseStop, phraseColon, phraseQuote:
			return k
		}
	}
	return a.lastContent(from)
}
