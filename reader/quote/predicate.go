package quote

// takeVerb gives the verb phrase i its subject.
func (a *analysis) takeVerb(i int) {
	form := a.phrases[i].verb
	switch {
	case form&finite != 0:
		a.takeFinite(i)
	case form&infinitive != 0:
		a.takeInfinitive(i)
	case form&gerund != 0:
		a.takeGerund(i)
	case form&participle != 0:
		a.takeParticiple(i)
	}
}

func (a *analysis) addVerb(v predicate) int {
	if a.phrases[v.phrase].verb&passive != 0 && a.tokens[a.phrases[v.phrase].head].word.cue != cueNone && !a.isWord(v.phrase, "quoted") {
		v.patient, v.subject = v.subject, a.agent(v.phrase)
	} else {
		v.patient = none
	}
	if v.subject != none && v.subject < len(a.phrases) {
		t := &a.tokens[a.phrases[v.subject].head]
		t.inner = (!t.subject || t.inner) && v.kind != clauseMain
		t.subject = true
	}
	a.verbs = append(a.verbs, v)
	return len(a.verbs) - 1
}

// agent returns the noun phrase after "by" that tells who does what the
// passive verb at phrase i says, or none.
func (a *analysis) agent(i int) int {
	for j := i + 1; j+1 < len(a.phrases) && j < i+6; j++ {
		switch a.phrases[j].kind {
		case phrasePrep:
			if a.isWord(j, "by") && a.phrases[j+1].kind == phraseNoun {
				j++
				for a.phrases[j].poss && a.kindAt(j+1) == phraseNoun {
					j++
				}
				return j
			}
		case phraseVerb, phraseStop, phraseComma:
			return none
		}
	}
	return none
}

// outerOf returns the verb of the clause around stack frame k, or none.
func (a *analysis) outerOf(k int) int {
	for k--; k >= 0; k-- {
		if a.stack[k].verb != none {
			return a.stack[k].verb
		}
	}
	return none
}

func (a *analysis) takeFinite(i int) {
	n := len(a.stack) - 1
	top := a.top()
	b := a.before(i)
	if top.verb == none && top.subject != none && a.kindAt(b) == phraseComma && a.phrases[i].verb&participle != 0 && a.verbAfterComma(i) {
		a.takeParticiple(i) // Lind, asked about it, said
		return
	}
	if top.verb == none && top.subject != none && top.subject != b && a.governedNoun(b) && a.reducedHere(i) && a.finiteBehind(i) {
		a.takeParticiple(i) // Lind, in a letter released by her office, said
		return
	}
	if top.verb == none && top.subject != none && !(a.afterSpeech(b) && a.invertedHere(i, b)) && !a.invertedSaid(i, b) && !a.invertedMid(i, b) {
		a.settle(n, i)
		return
	}
	if a.kindAt(b) == phraseComma {
		a.dropEmpty()
		n, top = len(a.stack)-1, a.top()
	}
	if a.invertedMid(i, b) {
		a.addVerb(predicate{phrase: i, subject: i + 1, outer: none, opened: i, inverted: true, owner: none})
		return
	}
	switch k := a.pending(); {
	case k != none && !(a.afterSpeech(b) && a.invertedHere(i, b)) && !a.invertedSaid(i, b):
		a.stack = a.stack[:k+1]
		a.settle(k, i)
	case a.invertedHere(i, b) && a.kindAt(b) == phraseComma && a.pending() != none && a.afterFrame(i+1) != none:
		a.addVerb(predicate{phrase: i, subject: i + 1, outer: none, opened: i, inverted: true, owner: none})
	case a.invertedHere(i, b):
		a.stack = append(a.stack[:0], clauseFrame{clauseMain, none, none, i})
		a.stack[0].verb = a.addVerb(predicate{phrase: i, subject: i + 1, outer: none, opened: i, inverted: true, owner: none})
	case top.verb == none && top.kind == clauseMain && a.phrases[i].verb&participle != 0 && (b == none || a.kindAt(b) != phraseNoun):
		a.takeParticiple(i) // Asked about it, Lind said
	case top.verb == none:
		top.verb = a.addVerb(predicate{phrase: i, subject: none, outer: a.outerOf(n), kind: top.kind, opened: top.opened, owner: none})
	case a.kindAt(b) == phraseConj || a.kindAt(b) == phraseComma || a.kindAt(b) == phraseQuote || a.kindAt(b) == phraseDash:
		a.join(i)
	case a.phrases[i].verb&participle != 0 && a.kindAt(b) == phraseNoun && !a.reducedBefore(i):
		a.takeParticiple(i)
	default:
		// the verb before was a reduced relative clause: officials quoted there said
		v := a.verbs[top.verb]
		top.verb = a.addVerb(predicate{phrase: i, subject: v.subject, outer: v.outer, kind: v.kind, opened: v.opened, owner: none})
	}
}

// reducedBefore reports whether the verb of the clause at hand was a participle
// and the verb of speech at phrase i is the finite one: a statement posted on
// the site said.
func (a *analysis) reducedBefore(i int) bool {
	p := &a.phrases[a.verbs[a.top().verb].phrase]
	w := a.tokens[a.phrases[i].head].word
	return p.verb&participle != 0 && p.verb&passive == 0 && a.kindAt(a.verbs[a.top().verb].phrase+1) == phrasePrep && (w.cue == cueSay || w.cue == cueTell) && !a.reducedHere(i) && a.complement(i+1, i).kind == contentClause
}

// governedNoun reports whether phrase b is a noun that belongs to a preposition.
func (a *analysis) governedNoun(b int) bool {
	return a.kindAt(b) == phraseNoun && a.kindAt(b-1) == phrasePrep
}

// finiteBehind reports whether a finite verb follows phrase i in its sentence.
func (a *analysis) finiteBehind(i int) bool {
	for k := i + 1; k < len(a.phrases) && a.phrases[k].kind != phraseStop; k++ {
		if a.phrases[k].kind == phraseVerb && a.phrases[k].verb&finite != 0 {
			return true
		}
	}
	return false
}

// dropEmpty forgets clauses that turned out to have neither subject nor verb,
// such as the one that "as if" seemed to open.
func (a *analysis) dropEmpty() {
	for n := len(a.stack) - 1; n > 0 && a.stack[n].verb == none && a.stack[n].subject == none; n-- {
		a.stack = a.stack[:n]
	}
}

// takeParticiple enters a reduced relative clause that tells who says so: the
// plan described by the mayor as "bold".
func (a *analysis) takeParticiple(i int) {
	if a.tokens[a.phrases[i].head].word.cue == cueNone {
		return
	}
	if s := a.agent(i); s != none {
		a.addVerb(predicate{phrase: i, subject: s, outer: none, kind: clauseRelative, opened: i, owner: none})
	}
}

// invertedSaid reports whether ", said Lind," or ", said Lind." stands at phrase i.
func (a *analysis) invertedSaid(i, b int) bool {
	t := &a.tokens[a.phrases[i].head]
	if a.kindAt(b) != phraseComma || b != i-1 || t.word.lemma != a.sayLemma() || !a.invertedHere(i, b) || !a.tokens[a.phrases[i+1].head].upper {
		return false
	}
	k := a.kindAt(i + 2)
	return (k == phraseComma || k == phraseStop) && a.afterFrame(i+1) == none
}

// invertedMid reports whether a frame with its verb first stands at phrase i in
// the midst of a clause: part of the trouble, say experts at the harbour, is.
func (a *analysis) invertedMid(i, b int) bool {
	if b != i-1 || a.kindAt(b) != phraseComma || a.kindAt(i+1) != phraseNoun || a.tokens[a.phrases[i].head].word.lemma != a.sayLemma() || !a.human(i+1) {
		return false
	}
	for k := i + 2; k+1 < len(a.phrases) && k < i+12; k++ {
		switch a.phrases[k].kind {
		case phrasePrep, phraseNoun:
		case phraseComma:
			if n := &a.phrases[k+1]; n.kind == phraseVerb && n.verb&finite != 0 {
				return true
			}
		default:
			return false
		}
	}
	return false
}

// verbAfterComma reports whether a comma and then a finite verb follow phrase i in its clause.
func (a *analysis) verbAfterComma(i int) bool {
	for k := i + 1; k+1 < len(a.phrases) && k < i+12; k++ {
		switch a.phrases[k].kind {
		case phraseComma:
			return a.phrases[k+1].kind == phraseVerb && a.phrases[k+1].verb&finite != 0
		case phraseQuote:
			return a.phrases[k+1].kind == phraseVerb && a.phrases[k+1].verb&finite != 0
		case phraseStop, phraseColon:
			return false
		case phraseVerb:
			if a.phrases[k].verb&finite != 0 {
				return false
			}
		}
	}
	return false
}

// afterSpeech reports whether phrase b is a run that ends as words do before their frame.
func (a *analysis) afterSpeech(b int) bool {
	if a.kindAt(b) == phraseComma {
		b--
	}
	return a.kindAt(b) == phraseQuote && a.phrases[b].run != none && (a.closedAsSpeech(b) || a.kindAt(b+1) == phraseComma)
}

// settle makes verb i the verb of stack frame k.
func (a *analysis) settle(k, i int) {
	f := &a.stack[k]
	f.verb = a.addVerb(predicate{phrase: i, subject: f.subject, outer: a.outerOf(k), kind: f.kind, opened: f.opened, owner: none})
}

// invertedHere reports whether the verb i is followed by its subject and
// reports what stands before it: "...," said Lavrov.
func (a *analysis) invertedHere(i, b int) bool {
	w := a.tokens[a.phrases[i].head].word
	if a.kindAt(i+1) != phraseNoun || i == 0 {
		return false
	}
	if rare := w.is(isPast) && a.afterSpeech(b) && a.tokens[a.phrases[i+1].head].upper; (w.cue == cueNone || w.cue == cueObject) && !rare {
		return false
	}
	if k := a.kindAt(b); k != phraseComma && k != phraseQuote && k != phraseDash && k != phraseStop {
		return false
	}
	next := i + 1
	if !a.human(next) && !a.tokens[a.phrases[next].head].word.is(isOrg|isSaying) && !a.tokens[a.phrases[next].first].word.is(isDet|isPoss|isNumber) {
		return false
	}
	if a.tokens[a.phrases[next].head].word.is(isObject) && !a.tokens[a.phrases[next].head].word.is(isPron) {
		return false
	}
	v := a.nextVerb(next)
	reduced := v != none && a.phrases[v].verb&participle != 0 && a.afterSpeech(b)
	return w.cue != cueTell && (v == none || reduced || a.commaBetween(next, v) || a.relativeBetween(next, v))
}

func (a *analysis) relativeBetween(i, j int) bool {
	for ; i < j; i++ {
		if a.phrases[i].kind == phraseRel {
			return true
		}
	}
	return false
}

// takeInfinitive: who refused is who would say, in "refused to say".
func (a *analysis) takeInfinitive(i int) {
	top := a.top()
	if top.verb == none {
		if top.subject != none {
			a.addVerb(predicate{phrase: i, subject: top.subject, outer: none, kind: clauseSub, opened: i, joined: true, owner: none})
		}
		return
	}
	owner := top.verb
	if n := len(a.verbs) - 1; a.verbs[n].phrase > a.verbs[owner].phrase && !a.commaBetween(a.verbs[n].phrase, i) {
		owner = n
	}
	v := a.active(owner)
	a.addVerb(predicate{phrase: i, subject: v.subject, outer: owner, kind: clauseSub, opened: i, joined: true, owner: owner})
}

// asideOf reports whether noun phrase b only belongs to a preposition, so that
// a participle behind it is rather the subject's: replied on Facebook writing.
func (a *analysis) asideOf(b int) bool {
	h := a.phrases[b].head
	return a.kindAt(b-1) == phrasePrep && a.top().verb != none && !a.tokens[h].word.is(isSaying|isRole|isHuman) && !a.personHere(h) && !a.isWord(b-1, "with") && !a.isWord(b-1, "of")
}

// secondHand reports whether noun phrase b is only who quotes somebody else:
// officials quoted by the Herald as saying. What unnamed people said elsewhere
// is left out.
func (a *analysis) secondHand(b int) bool {
	for j := b - 1; j >= 1 && j > b-4; j-- {
		if a.kindAt(j) == phrasePrep && a.isWord(j, "by") && a.kindAt(j-1) == phraseVerb && (a.isWord(j-1, "quoted") || a.isWord(j-1, "cited")) {
			return true
		}
		if a.kindAt(j) == phraseVerb {
			return false
		}
	}
	return false
}

func (a *analysis) commaBetween(i, j int) bool {
	for ; i < j; i++ {
		if a.phrases[i].kind == phraseComma {
			return true
		}
	}
	return false
}

// takeGerund finds who says in ", saying": after a comma the subject of the
// outermost cue or of the main clause, without one the noun before it.
func (a *analysis) takeGerund(i int) {
	b := a.before(i)
	if a.kindAt(b) == phraseNoun {
		if a.secondHand(b) {
			return
		}
	}
	if a.kindAt(b) == phraseNoun && !a.asideOf(b) {
		a.addVerb(predicate{phrase: i, subject: b, outer: none, kind: clauseRelative, opened: i, joined: true, owner: none})
		return
	}
	if a.kindAt(b) == phraseVerb { // began saying
		if n := len(a.verbs); n > 0 {
			v := a.verbs[n-1]
			a.addVerb(predicate{phrase: i, subject: v.subject, outer: v.outer, kind: v.kind, opened: i, joined: true, owner: n - 1})
		}
		return
	}
	owner := a.joinOwner(i)
	if a.kindAt(b) == phrasePrep && a.isWord(b, "by") {
		owner = a.meansOwner(owner)
	}
	if owner == none {
		if top := a.top(); top.verb == none && top.subject != none && a.kindAt(b) == phraseComma {
			a.addVerb(predicate{phrase: i, subject: top.subject, outer: none, kind: clauseSub, opened: i, joined: true, owner: none})
			return
		}
		if len(a.verbs) == 0 {
			a.addVerb(predicate{phrase: i, subject: a.nextSubject(i), outer: none, kind: clauseSub, opened: i, joined: true, owner: none})
			return
		}
		owner = len(a.verbs) - 1
	}
	v := a.active(owner)
	a.addVerb(predicate{phrase: i, subject: v.subject, outer: v.outer, kind: v.kind, opened: i, joined: true, owner: owner})
}

// meansOwner returns the verb that "by saying" tells the means of: the
// outermost one that takes no clause, for a clause that hangs on a noun
// (quashed rumours that he was late by saying) is passed over.
func (a *analysis) meansOwner(owner int) int {
	for k := range a.stack {
		if v := a.stack[k].verb; v != none && !a.complements(v) {
			return v
		}
	}
	return owner
}

// nextSubject returns the noun phrase after the comma that closes an opening
// participle: "Speaking on Friday, Lavrov said".
func (a *analysis) nextSubject(i int) int {
	for j := i + 1; j+1 < len(a.phrases); j++ {
		if a.phrases[j].kind == phraseComma && a.phrases[j+1].kind == phraseNoun && a.verbFollows(j+1) {
			return j + 1
		}
	}
	return none
}
