package quote

// comma deals with a noun phrase after a comma while the clause still waits
// for its verb: mostly an apposition, but after an opening phrase of time or
// place and an aside it can be the subject itself.
func (a *analysis) comma(i, b int) {
	top := a.top()
	if a.kindAt(b) == phraseConj || !a.verbFollows(i) || a.officeBefore(i) { // Ellmar's mayor, Anna Lind said
		return
	}
	v := a.nextVerb(i)
	switch {
	case a.takesOver(i):
	case a.saidAfterAside(i, b, v):
		a.stack = append(a.stack[:0], clauseFrame{clauseMain, i, none, i})
		return
	case a.directVerb(i, v) && (a.closesFrame(v) || a.saidComma(v)) && a.kindAt(b) == phraseComma && a.human(i) && top.kind == clauseMain:
	default:
		return
	}
	if k := a.afterFrame(v); k != none { // Compaq, she said, would come
		a.stack = append(a.stack, clauseFrame{clauseMain, i, none, i})
		return
	}
	if n := len(a.stack) - 1; top.kind == clauseSub && n > 0 && a.stack[n-1].verb == none && a.stack[n-1].subject == none {
		a.stack = a.stack[:n]
		top = a.top()
	}
	top.subject = i
	if top.kind == clauseMain {
		top.opened = i
	}
}

// takesOver reports whether noun phrase i rather than the one that the clause
// began with is its subject.
func (a *analysis) takesOver(i int) bool {
	top := a.top()
	switch {
	case a.wordAt(i).is(isPron), a.unlikePerson(top.subject) && a.isPerson(i):
		return true
	case !a.human(i):
		return false
	case top.kind == clauseMain && a.opensAside():
		return !a.describes(i)
	}
	return (!a.human(top.subject) || a.kindAt(a.before(top.subject)) == phraseComma) && !a.verbFollows(top.subject)
}

// describes reports whether noun phrase i only tells more of the subject at hand:
// Anna Lind, professor at the University of Moss, Ellmar, wrote.
func (a *analysis) describes(i int) bool {
	s := a.top().subject
	if a.isPerson(i) || !a.isPerson(s) && !a.wordAt(s).is(isRole) {
		return false
	}
	if a.nextVerb(i) != i+1 {
		return true
	}
	return a.tokens[a.phrases[i].first].upper && !a.wordAt(i).is(isRole|isHuman|isOrg)
}

// shoutsHere reports whether noun phrase i, behind the comma b of an opening clause,
// is the subject of a verb that only looks like a participle before the words in
// marks: as she left, the crowd chanted "...".
func (a *analysis) shoutsHere(i, b int) bool {
	if b != i-1 || a.kindAt(b) != phraseComma || a.stack[0].verb != none || a.stack[0].subject != none || !a.human(i) {
		return false
	}
	return a.kindAt(i+1) == phraseVerb && a.phrases[i+1].verb&finite != 0 && a.kindAt(i+2) == phraseQuote && !a.finiteBehind(i+1)
}

// saidAfterAside reports whether noun phrase i, a comma b before it, opens the main
// clause with its "said" at phrase v behind an opening aside with a clause in it.
func (a *analysis) saidAfterAside(i, b, v int) bool {
	return a.top().kind != clauseMain && v == i+1 && a.kindAt(b) == phraseComma && a.human(i) && a.opensAside() && a.stack[0].subject == none && a.wordAt(v).lemma == a.sayLemma()
}

// directVerb reports whether the verb at phrase v stands right behind noun phrase
// i, or behind one that "and" joins to it: pilots and owners say.
func (a *analysis) directVerb(i, v int) bool {
	return v == i+1 || v == i+3 && a.kindAt(i+1) == phraseConj && a.kindAt(i+2) == phraseNoun && a.wordAt(v).cue == cueSay
}

// saidComma reports whether the verb at phrase v is a plain "said" between the
// comma before its subject and one behind it.
func (a *analysis) saidComma(v int) bool {
	return a.wordAt(v).lemma == a.sayLemma() && a.kindAt(v+1) == phraseComma && a.kindAt(v+2) == phraseQuote
}

// afterComma opens the clause of noun phrase i, which stands after a comma or
// a quote: a frame ("..., he said"), a main clause after an opening one, or
// one more of the same level.
func (a *analysis) afterComma(i int) {
	for k := len(a.stack) - 1; k >= 0; k-- {
		if a.stack[k].verb == none && a.stack[k].subject == none {
			a.stack = a.stack[:k+1]
			a.stack[k].subject = i
			if a.stack[k].kind == clauseMain {
				a.stack[k].opened = i
			}
			return
		}
	}
	v := a.nextVerb(i)
	if v != none && a.closesFrame(v) {
		a.stack = append(a.stack[:0], clauseFrame{clauseMain, i, none, i})
		return
	}
	if p := a.pending(); p != none {
		if v == none || a.wordAt(v).cue == cueNone || !a.human(i) || a.stack[p].kind == clauseMain {
			return // a list, or an aside before the verb to come
		}
		a.stack = append(a.stack[:0], clauseFrame{clauseMain, i, none, i})
		return
	}
	*a.top() = clauseFrame{a.top().kind, i, none, i}
}
