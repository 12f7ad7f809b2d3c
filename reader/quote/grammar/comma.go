package grammar

import "offprint/reader/quote/word"

// comma deals with a noun phrase after a comma while the clause still waits
// for its verb: mostly an apposition, but after an opening phrase of time or
// place and an aside it can be the subject itself.
func (a *Analysis) comma(i, b int) {
	top := a.top()
	if a.KindAt(b) == PhraseConj || !a.VerbFollows(i) || a.officeBefore(i) { // Ellmar's mayor, Anna Lind said
		return
	}
	v := a.NextVerb(i)
	switch {
	case a.takesOver(i):
	case a.saidAfterAside(i, b, v):
		a.stack = append(a.stack[:0], clauseFrame{ClauseMain, i, none, i})
		return
	case a.directVerb(i, v) && (a.ClosesFrame(v) || a.saidComma(v)) && a.KindAt(b) == PhraseComma && a.Human(i) && top.kind == ClauseMain:
	default:
		return
	}
	if k := a.afterFrame(v); k != none { // Compaq, she said, would come
		a.stack = append(a.stack, clauseFrame{ClauseMain, i, none, i})
		return
	}
	if n := len(a.stack) - 1; top.kind == ClauseSub && n > 0 && a.stack[n-1].verb == none && a.stack[n-1].subject == none {
		a.stack = a.stack[:n]
		top = a.top()
	}
	top.subject = i
	if top.kind == ClauseMain {
		top.opened = i
	}
}

// takesOver reports whether noun phrase i rather than the one that the clause
// began with is its subject.
func (a *Analysis) takesOver(i int) bool {
	top := a.top()
	switch {
	case a.WordAt(i).Is(word.Pron), a.unlikePerson(top.subject) && a.IsPerson(i):
		return true
	case !a.Human(i):
		return false
	case top.kind == ClauseMain && a.opensAside():
		return !a.describes(i)
	}
	return (!a.Human(top.subject) || a.KindAt(a.Before(top.subject)) == PhraseComma) && !a.VerbFollows(top.subject)
}

// describes reports whether noun phrase i only tells more of the subject at hand:
// Anna Lind, professor at the University of Moss, Ellmar, wrote.
func (a *Analysis) describes(i int) bool {
	s := a.top().subject
	if a.IsPerson(i) || !a.IsPerson(s) && !a.WordAt(s).Is(word.Role) {
		return false
	}
	if a.NextVerb(i) != i+1 {
		return true
	}
	return a.Tokens[a.Phrases[i].First].Upper && !a.WordAt(i).Is(word.Role|word.Human|word.Org)
}

// shoutsHere reports whether noun phrase i, behind the comma b of an opening clause,
// is the subject of a verb that only looks like a participle before the words in
// marks: as she left, the crowd chanted "...".
func (a *Analysis) shoutsHere(i, b int) bool {
	if b != i-1 || a.KindAt(b) != PhraseComma || a.stack[0].verb != none || a.stack[0].subject != none || !a.Human(i) {
		return false
	}
	return a.KindAt(i+1) == PhraseVerb && a.Phrases[i+1].Verb&Finite != 0 && a.KindAt(i+2) == PhraseQuote && !a.finiteBehind(i+1)
}

// saidAfterAside reports whether noun phrase i, a comma b before it, opens the main
// clause with its "said" at phrase v behind an opening aside with a clause in it.
func (a *Analysis) saidAfterAside(i, b, v int) bool {
	return a.top().kind != ClauseMain && v == i+1 && a.KindAt(b) == PhraseComma && a.Human(i) && a.opensAside() && a.stack[0].subject == none && a.WordAt(v).Lemma == a.sayLemma()
}

// directVerb reports whether the verb at phrase v stands right behind noun phrase
// i, or behind one that "and" joins to it: pilots and owners say.
func (a *Analysis) directVerb(i, v int) bool {
	return v == i+1 || v == i+3 && a.KindAt(i+1) == PhraseConj && a.KindAt(i+2) == PhraseNoun && a.WordAt(v).Cue == word.CueSay
}

// saidComma reports whether the verb at phrase v is a plain "said" between the
// comma before its subject and one behind it.
func (a *Analysis) saidComma(v int) bool {
	return a.WordAt(v).Lemma == a.sayLemma() && a.KindAt(v+1) == PhraseComma && a.KindAt(v+2) == PhraseQuote
}

// afterComma opens the clause of noun phrase i, which stands after a comma or
// a quote: a frame ("..., he said"), a main clause after an opening one, or
// one more of the same level.
func (a *Analysis) afterComma(i int) {
	for k := len(a.stack) - 1; k >= 0; k-- {
		if a.stack[k].verb == none && a.stack[k].subject == none {
			a.stack = a.stack[:k+1]
			a.stack[k].subject = i
			if a.stack[k].kind == ClauseMain {
				a.stack[k].opened = i
			}
			return
		}
	}
	v := a.NextVerb(i)
	if v != none && a.ClosesFrame(v) {
		a.stack = append(a.stack[:0], clauseFrame{ClauseMain, i, none, i})
		return
	}
	if p := a.pending(); p != none {
		if v == none || a.WordAt(v).Cue == word.CueNone || !a.Human(i) || a.stack[p].kind == ClauseMain {
			return // a list, or an aside before the verb to come
		}
		a.stack = append(a.stack[:0], clauseFrame{ClauseMain, i, none, i})
		return
	}
	*a.top() = clauseFrame{a.top().kind, i, none, i}
}
