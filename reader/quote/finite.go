package quote

// takeFinite gives the finite verb at phrase i its clause.
func (a *analysis) takeFinite(i int) {
	b := a.before(i)
	waits := a.top().verb == none && a.top().subject != none
	switch {
	case a.kindAt(b) == phrasePrep && a.thanVerb(b):
		return
	case a.saidInside(i):
		a.openSaid(i)
		return
	case waits && a.asideHere(i, b) && !a.invertedMid(i, b):
		a.takeParticiple(i)
		return
	case waits && !a.framesInverted(i, b) && !a.invertedMid(i, b):
		a.settle(len(a.stack)-1, i)
		return
	}
	if a.kindAt(b) == phraseComma {
		a.dropEmpty()
	}
	if a.invertedMid(i, b) {
		a.addInverted(i)
		return
	}
	a.takeLater(i, b)
}

// framesInverted reports whether the verb at phrase i frames what stands before
// it, and its subject follows.
func (a *analysis) framesInverted(i, b int) bool {
	return a.afterSpeech(b) && a.invertedHere(i, b) || a.invertedSaid(i, b)
}

// takeLater gives the finite verb at phrase i to a clause that was opened before,
// to a frame with its verb first, or to the verb before it.
func (a *analysis) takeLater(i, b int) {
	n, top, k := len(a.stack)-1, a.top(), a.pending()
	relative := top.verb != none && top.kind == clauseRelative && a.kindAt(b) == phraseConj && b == i-1 && a.kindAt(b-1) != phraseComma
	switch inverted := a.invertedHere(i, b); {
	case relative:
		a.join(i) // the treaty, which Lind had signed and promised to keep,
	case k != none && !a.framesInverted(i, b):
		a.stack = a.stack[:k+1]
		a.settle(k, i)
	case inverted && a.kindAt(b) == phraseComma && k != none && a.afterFrame(i+1) != none:
		a.addInverted(i)
	case inverted:
		a.stack = append(a.stack[:0], clauseFrame{clauseMain, none, none, i})
		a.stack[0].verb = a.addInverted(i)
	case top.verb != none:
		a.takeAnother(i, b, top)
	case top.kind == clauseMain && a.phrases[i].verb&participle != 0 && (b == none || a.kindAt(b) != phraseNoun):
		a.takeParticiple(i) // Asked about it, Lind said
	default:
		top.verb = a.addVerb(predicate{phrase: i, subject: none, outer: a.outerOf(n), kind: top.kind, opened: top.opened, owner: none})
	}
}

// takeAnother takes a finite verb of a clause that has one already.
func (a *analysis) takeAnother(i, b int, top *clauseFrame) {
	switch {
	case a.kindAt(b) == phraseConj || a.kindAt(b) == phraseComma || a.kindAt(b) == phraseQuote || a.kindAt(b) == phraseDash:
		a.join(i)
	case a.governedNoun(b) && a.kindAt(b-2) == phraseConj && !a.reducedHere(i):
		a.join(i) // and in a statement credited him
	case a.phrases[i].verb&participle != 0 && a.kindAt(b) == phraseNoun && !a.reducedBefore(i):
		a.takeParticiple(i)
	default:
		// the verb before was a reduced relative clause: officials quoted there said
		v := a.verbs[top.verb]
		top.verb = a.addVerb(predicate{phrase: i, subject: v.subject, outer: v.outer, kind: v.kind, opened: v.opened, owner: none})
	}
}

// asideHere reports whether the verb i, which could be finite, is the participle
// of an aside before the verb of the clause.
func (a *analysis) asideHere(i, b int) bool {
	if a.kindAt(b) == phraseComma && a.phrases[i].verb&participle != 0 && a.verbAfterComma(i) {
		return true // Lind, asked about it, said
	}
	// Lind, in a letter released by her office, said; but hundreds of pilots chanted
	return a.top().subject != b && !a.wordAt(a.top().subject).is(isNumber) && a.governedNoun(b) && a.reducedHere(i) && a.finiteBehind(i)
}

// dropEmpty forgets clauses that turned out to have neither subject nor verb,
// such as the one that "as if" seemed to open.
func (a *analysis) dropEmpty() {
	for n := len(a.stack) - 1; n > 0 && a.stack[n].verb == none && a.stack[n].subject == none; n-- {
		a.stack = a.stack[:n]
	}
}
