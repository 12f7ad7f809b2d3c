package grammar

import "offprint/reader/quote/word"

// takeFinite gives the finite verb at phrase i its clause.
func (a *Analysis) takeFinite(i int) {
	b := a.Before(i)
	waits := a.top().verb == none && a.top().subject != none
	switch {
	case a.KindAt(b) == PhrasePrep && a.thanVerb(b):
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
	if a.KindAt(b) == PhraseComma {
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
func (a *Analysis) framesInverted(i, b int) bool {
	return a.afterSpeech(b) && a.invertedHere(i, b) || a.invertedSaid(i, b)
}

// takeLater gives the finite verb at phrase i to a clause that was opened before,
// to a frame with its verb first, or to the verb before it.
func (a *Analysis) takeLater(i, b int) {
	n, top, k := len(a.stack)-1, a.top(), a.pending()
	relative := top.verb != none && top.kind == ClauseRelative && a.KindAt(b) == PhraseConj && b == i-1 && a.KindAt(b-1) != PhraseComma
	switch inverted := a.invertedHere(i, b); {
	case a.listed(i, b) && a.shareMain(i, len(a.Phrases)):
	case !inverted && a.pastAside(b) != none && a.shareMain(i, a.pastAside(b)):
	case relative:
		a.join(i) // the treaty, which Lind had signed and promised to keep,
	case k != none && !a.framesInverted(i, b):
		a.stack = a.stack[:k+1]
		a.settle(k, i)
	case inverted && a.KindAt(b) == PhraseComma && k != none && a.afterFrame(i+1) != none:
		a.addInverted(i)
	case inverted:
		a.stack = append(a.stack[:0], clauseFrame{ClauseMain, none, none, i})
		a.stack[0].verb = a.addInverted(i)
	case top.verb != none:
		a.takeAnother(i, b, top)
	case top.kind == ClauseMain && a.Phrases[i].Verb&Participle != 0 && (b == none || a.KindAt(b) != PhraseNoun):
		a.takeParticiple(i) // Asked about it, Lind said
	default:
		top.verb = a.AddVerb(Predicate{Phrase: i, Subject: none, Outer: a.outerOf(n), Kind: top.kind, Opened: top.opened, Owner: none})
	}
}

// listed reports whether the verb at phrase i, behind phrase b, begins one of the
// things that semicolons part in a list of what somebody did: was booed by the
// crew; praised the owners; and declared.
func (a *Analysis) listed(i, b int) bool {
	if a.KindAt(b) == PhraseConj {
		b--
	}
	return b > 0 && b >= i-3 && a.KindAt(b) == PhraseStop && a.Tokens[a.Phrases[b].Head].Sign == ';'
}

// shareMain gives the finite verb at phrase i the subject of the last main clause
// before phrase end, and reports whether there is one.
func (a *Analysis) shareMain(i, end int) bool {
	for v := len(a.Verbs) - 1; v >= 0; v-- {
		if x := &a.Verbs[v]; x.Kind != ClauseMain || x.Phrase >= end || x.Subject == none && x.Patient == none {
			continue
		}
		y := a.active(v)
		id := a.AddVerb(Predicate{Phrase: i, Subject: y.Subject, Outer: none, Opened: i, Joined: true, Owner: none})
		a.stack = append(a.stack[:0], clauseFrame{ClauseMain, none, id, i})
		return true
	}
	return false
}

// pastAside returns the phrase of the "and" that the finite verb behind phrase b
// belongs to, over an aside between two commas, or none: rose and, making it
// clear that the pier was closed, described.
func (a *Analysis) pastAside(b int) int {
	if a.KindAt(b) != PhraseComma {
		return none
	}
	for j := b - 1; j > 1 && j > b-16; j-- {
		switch a.KindAt(j) {
		case PhraseStop, PhraseColon:
			return none
		case PhraseComma:
			if a.KindAt(j-1) == PhraseConj && a.KindAt(j+1) == PhraseVerb && a.Phrases[j+1].Verb&Gerund != 0 {
				return j - 1
			}
		}
	}
	return none
}

// takeAnother takes a finite verb of a clause that has one already.
func (a *Analysis) takeAnother(i, b int, top *clauseFrame) {
	switch {
	case a.KindAt(b) == PhraseConj || a.KindAt(b) == PhraseComma || a.KindAt(b) == PhraseQuote || a.KindAt(b) == PhraseDash:
		a.join(i)
	case a.governedNoun(b) && a.KindAt(b-2) == PhraseConj && !a.reducedHere(i):
		a.join(i) // and in a statement credited him
	case a.Phrases[i].Verb&Participle != 0 && a.KindAt(b) == PhraseNoun && !a.reducedBefore(i):
		a.takeParticiple(i)
	default:
		// the verb before was a reduced relative clause: officials quoted there said
		v := a.Verbs[top.verb]
		top.verb = a.AddVerb(Predicate{Phrase: i, Subject: v.Subject, Outer: v.Outer, Kind: v.Kind, Opened: v.Opened, Owner: none})
	}
}

// asideHere reports whether the verb i, which could be finite, is the participle
// of an aside before the verb of the clause.
func (a *Analysis) asideHere(i, b int) bool {
	if a.KindAt(b) == PhraseComma && a.Phrases[i].Verb&Participle != 0 && a.verbAfterComma(i) {
		return true // Lind, asked about it, said
	}
	// Lind, in a letter released by her office, said; but hundreds of pilots chanted
	return a.top().subject != b && !a.WordAt(a.top().subject).Is(word.Number) && a.governedNoun(b) && a.reducedHere(i) && a.finiteBehind(i)
}

// dropEmpty forgets clauses that turned out to have neither subject nor verb,
// such as the one that "as if" seemed to open.
func (a *Analysis) dropEmpty() {
	for n := len(a.stack) - 1; n > 0 && a.stack[n].verb == none && a.stack[n].subject == none; n-- {
		a.stack = a.stack[:n]
	}
}
