package quote

// asFrames finds the frames of sentence i that begin with "as": As Lind put
// it, the boats are old.
func (a *analysis) asFrames(i int) {
	for v := range a.verbs {
		x := &a.verbs[v]
		if x.subject == none || !a.asFrame(x) || x.outer != none && a.reports(x.outer) {
			continue
		}
		opened := x.opened
		if x.kind != clauseSub {
			opened = x.phrase - 1
		}
		from, to, ok := a.asExtent(opened, x.phrase)
		if !ok {
			continue
		}
		s := a.stretch(from, to)
		if s.end-s.start < 8 || a.overlaps(i, s) || a.inContent(v) {
			continue
		}
		a.addPart(a.newFound(i, v, patternAccording), s)
	}
}

// asFrame reports whether predicate x stands in "as she said", "as Lind puts
// it" or "as reported by Lind".
func (a *analysis) asFrame(x *predicate) bool {
	w := a.wordAt(x.phrase)
	switch {
	case x.kind == clauseSub && x.opened < x.phrase && a.isWord(x.opened, "as"):
	case x.phrase > 0 && a.kindAt(x.phrase-1) == phrasePrep && a.isWord(x.phrase-1, "as") && x.subject > x.phrase:
	default:
		return false
	}
	if w.lemma == a.language.words["put"].lemma {
		return a.kindAt(x.phrase+1) == phraseNoun && a.isWord(x.phrase+1, "it")
	}
	return w.cue == cueSay && a.complement(x.phrase+1, x.phrase).kind != contentTo // not as she promised to
}

// quoteBehind returns the run right behind the comma that closes the frame
// whose verb is phrase v, or none.
func (a *analysis) quoteBehind(v int) int {
	for k := v + 1; k+1 < len(a.phrases) && k < v+6; k++ {
		switch a.kindAt(k) {
		case phraseComma:
			if a.kindAt(k+1) == phraseQuote {
				return k + 1
			}
			return none
		case phraseNoun, phrasePrep, phraseTime, phraseAdv:
		default:
			return none
		}
	}
	return none
}

// asExtent returns what is so as the frame from phrase opened tells; its verb
// is phrase v.
func (a *analysis) asExtent(opened, v int) (from, to int, ok bool) {
	if opened > 1 {
		if k := a.quoteBehind(v); k != none && a.kindAt(opened-1) == phraseComma {
			return k, k + 1, true // being, as Lind put it, "the operator"
		}
		return a.extentBefore(opened)
	}
	for k := v + 1; k+1 < len(a.phrases); k++ {
		switch a.kindAt(k) {
		case phraseComma, phraseColon:
			return k + 1, a.lastContent(k + 1), true
		case phraseVerb, phraseThat, phraseStop, phraseQuote:
			return 0, 0, false
		}
	}
	return 0, 0, false
}

// inWords ties the run at phrase p to whose words it is said to be, before it or
// behind it: in the words of Anna Lind, to quote Lind. It reports whether it did.
func (a *analysis) inWords(i, p int) bool {
	who, cue := none, p+1
	if k := a.kindAt(cue); k == phraseComma {
		cue++
	}
	if who = a.wordsOf(cue); who == none && (a.kindAt(p-1) == phraseComma || a.kindAt(p-1) == phraseColon) {
		for cue = p - 3; cue >= 0 && cue > p-10; cue-- {
			if who = a.wordsOf(cue); who != none {
				break
			}
		}
		if who == none || a.finiteBetween(who, p) {
			return false
		}
	}
	if who == none {
		return false
	}
	f := a.unsourced(i, patternAccording)
	f.cue = span{a.tokens[a.phrases[cue].first].start, a.tokens[a.phrases[who].first-1].end}
	f.source, f.head = a.mention(who)
	f.alias = a.aliasOf(who)
	r := &a.runs[a.phrases[p].run]
	a.append(f, span{r.start, r.end})
	return true
}

// wordsOf returns the noun phrase of whose words phrase k tells, or none.
func (a *analysis) wordsOf(k int) int {
	switch a.kindAt(k) {
	case phrasePrep:
		if a.isWord(k, "in") && a.kindAt(k+1) == phraseNoun && a.isWord(k+1, "words") && a.kindAt(k+2) == phrasePrep && a.isWord(k+2, "of") && a.kindAt(k+3) == phraseNoun {
			return k + 3
		}
	case phraseVerb:
		if a.isWord(k, "quote") && a.phrases[k].verb&infinitive != 0 && a.kindAt(k+1) == phraseNoun && a.human(k+1) && a.kindAt(k-1) != phraseVerb && a.kindAt(k-1) != phraseNoun {
			return k + 1
		}
	}
	return none
}

// messageFrom ties the run at phrase p, behind a colon, to whose message it is: the
// message from Lind was clear: "...". It reports whether it did.
func (a *analysis) messageFrom(i, p int) bool {
	if a.kindAt(p-1) != phraseColon {
		return false
	}
	for v := range a.verbs {
		x := &a.verbs[v]
		s := x.subject
		if s == none || x.phrase > p || !a.wordAt(x.phrase).is(isBe) || !a.wordAt(s).is(isSaying) || a.kindAt(s+1) != phrasePrep || !a.isWord(s+1, "from") && !a.isWord(s+1, "of") || s+2 >= x.phrase || a.kindAt(s+2) != phraseNoun || !a.canSpeak(s+2) {
			continue
		}
		f := a.unsourced(i, patternNoun)
		h := a.headAt(s)
		f.cue = span{h.start, h.end}
		f.source, f.head = a.mention(s + 2)
		r := &a.runs[a.phrases[p].run]
		a.append(f, span{r.start, r.end})
		return true
	}
	return false
}

// seenBy ties the run at phrase p to whom something is so that the sentence opens
// with: to the owners, Lind is "a thief". It reports whether it did.
func (a *analysis) seenBy(i, p int) bool {
	if a.kindAt(0) != phrasePrep || !a.isWord(0, "to") && !a.isWord(0, "for") || a.kindAt(1) != phraseNoun || !a.human(1) || a.wordAt(1).is(isTime) || a.kindAt(2) != phraseComma {
		return false
	}
	if len(a.verbs) != 1 || a.verbs[0].phrase != p-1 || !a.wordAt(p-1).is(isBe) || a.phrases[p-1].verb&auxiliary == 0 {
		return false
	}
	f := a.unsourced(i, patternVague)
	t := a.headAt(0)
	f.cue = span{t.start, t.end}
	f.source, f.head = a.mention(1)
	r := &a.runs[a.phrases[p].run]
	a.append(f, span{r.start, r.end})
	return true
}

// howBehind returns the predicate of who is told to put it so behind the run at
// phrase p, or none: "a letter to the sea" is how Lind describes it.
func (a *analysis) howBehind(p int) int {
	if a.kindAt(p+1) != phraseVerb || !a.wordAt(p+1).is(isBe) || a.kindAt(p+2) != phraseWh || !a.isWord(p+2, "how") {
		return none
	}
	for v := range a.verbs {
		x := &a.verbs[v]
		if w := a.wordAt(x.phrase); x.opened == p+2 && x.subject == p+3 && (w.cue == cueCall || w.cue == cueSay || w.lemma == a.language.words["put"].lemma) {
			return v
		}
	}
	return none
}
