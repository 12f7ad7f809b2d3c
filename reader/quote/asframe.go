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
