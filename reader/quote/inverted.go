package quote

// takeParticiple enters a reduced relative clause that tells who says so: the
// plan described by the mayor as "bold".
func (a *analysis) takeParticiple(i int) {
	if a.wordAt(i).cue == cueNone {
		return
	}
	if s := a.agent(i); s != none {
		a.addVerb(predicate{phrase: i, subject: s, outer: none, kind: clauseRelative, opened: i, owner: none})
	}
}

// reducedBefore reports whether the verb of the clause at hand was a participle
// and the verb of speech at phrase i is the finite one: a statement posted on
// the site said.
func (a *analysis) reducedBefore(i int) bool {
	p := &a.phrases[a.verbs[a.top().verb].phrase]
	w := a.wordAt(i)
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

// invertedMid reports whether a frame with its verb first stands at phrase i in
// the midst of a clause: part of the trouble, say experts at the harbour, is.
func (a *analysis) invertedMid(i, b int) bool { return a.midEnd(i, b) != none }

// midEnd returns where the clause goes on behind the frame with its verb first
// at phrase i, or none. An aside may stand behind the speaker.
func (a *analysis) midEnd(i, b int) int {
	if b != i-1 || a.kindAt(b) != phraseComma || a.kindAt(i+1) != phraseNoun || a.wordAt(i).lemma != a.sayLemma() || !a.human(i+1) {
		return none
	}
	aside := false
	for k := i + 2; k+1 < len(a.phrases) && k < i+18; k++ {
		switch a.phrases[k].kind {
		case phrasePrep, phraseNoun:
		case phraseComma:
			if n := &a.phrases[k+1]; n.kind == phraseVerb && n.verb&finite != 0 && n.verb&participle == 0 || a.mainBehind(i, k+1) {
				return k + 1
			}
			aside = true
		case phraseVerb, phraseRel, phraseAdv, phraseTime, phraseConj:
			if !aside {
				return none
			}
		default:
			return none
		}
	}
	return none
}

// mainBehind reports whether the main clause begins at phrase k, behind the frame
// with its verb first at phrase i; a clause with a conjunction opened the
// sentence before it: Because the ice broke, said Lind, the pier was shut.
func (a *analysis) mainBehind(i, k int) bool {
	if a.kindAt(0) != phraseSub || a.kindAt(k) != phraseNoun || !a.finiteBetween(1, i) || a.mainVerb(0, i) {
		return false
	}
	v := a.nextVerb(k)
	return v != none && !a.commaBetween(k, v) && !a.framesHere(v)
}

// invertedSaid reports whether ", said Lind," or ", said Lind." stands at phrase i.
func (a *analysis) invertedSaid(i, b int) bool {
	t := a.headAt(i)
	if a.kindAt(b) != phraseComma || b != i-1 || t.word.lemma != a.sayLemma() || !a.invertedHere(i, b) || !a.headAt(i+1).upper {
		return false
	}
	k := a.kindAt(i + 2)
	return (k == phraseComma || k == phraseStop) && a.afterFrame(i+1) == none
}

// invertedHere reports whether the verb i is followed by its subject and
// reports what stands before it: "...," said Lavrov.
func (a *analysis) invertedHere(i, b int) bool {
	if a.kindAt(i+1) != phraseNoun || i == 0 || !a.invertibleVerb(i, b) {
		return false
	}
	if k := a.kindAt(b); k != phraseComma && k != phraseQuote && k != phraseDash && k != phraseStop {
		return false
	}
	if !a.invertedSubject(i, b) {
		return false
	}
	return a.endsInverted(i, b)
}

// invertibleVerb reports whether the verb at phrase i is one that may stand
// before its subject, phrase b before it.
func (a *analysis) invertibleVerb(i, b int) bool {
	w := a.wordAt(i)
	if w.cue != cueNone && w.cue != cueObject {
		return w.cue != cueCall || a.pending() == none
	}
	return a.pending() == none && w.is(isPast) && a.afterSpeech(b) && a.headAt(i+1).upper
}

// invertedSubject reports whether the noun phrase behind the verb at phrase i can
// be its subject.
func (a *analysis) invertedSubject(i, b int) bool {
	next, w := i+1, a.wordAt(i)
	said := w.lemma == a.sayLemma() && w.is(isPast) && a.afterSpeech(b)
	if !said && !a.human(next) && !a.wordAt(next).is(isOrg|isSaying) && !a.tokens[a.phrases[next].first].word.is(isDet|isPoss|isNumber) || a.bareDet(next) {
		return false
	}
	return !a.wordAt(next).is(isObject) || a.wordAt(next).is(isPron)
}

// endsInverted reports whether nothing but what belongs to the speaker follows
// the frame with its verb first at phrase i.
func (a *analysis) endsInverted(i, b int) bool {
	next, w := i+1, a.wordAt(i)
	v := a.nextVerb(next)
	if w.cue == cueTell { // assured Lind, but not told Lind
		return v == none && w.lemma != a.language.words["tell"].lemma && a.afterSpeech(b) && a.headAt(next).upper
	}
	if v == none || a.phrases[v].verb&participle != 0 && a.afterSpeech(b) {
		return true
	}
	return a.commaBetween(next, v) || a.relativeBetween(next, v)
}

func (a *analysis) relativeBetween(i, j int) bool {
	for ; i < j; i++ {
		if a.phrases[i].kind == phraseRel {
			return true
		}
	}
	return false
}

// verbAfterComma reports whether a comma and then a finite verb follow phrase i in its clause.
func (a *analysis) verbAfterComma(i int) bool {
	question := false // in what Lind was asked: asked whether it would sail
	for k := i + 1; k+1 < len(a.phrases) && k < i+12; k++ {
		switch a.phrases[k].kind {
		case phraseComma:
			return a.phrases[k+1].kind == phraseVerb && a.phrases[k+1].verb&finite != 0
		case phraseQuote:
			if a.phrases[k+1].kind == phraseComma {
				continue // once described as "old", won
			}
			return a.phrases[k+1].kind == phraseVerb && a.phrases[k+1].verb&finite != 0
		case phraseStop, phraseColon:
			return false
		case phraseWh, phraseSub:
			question = a.wordAt(i).cue == cueAsk
		case phraseVerb:
			if a.phrases[k].verb&finite != 0 && !question {
				return false
			}
			question = question && a.phrases[k].verb&finite == 0
		}
	}
	return false
}

// bareDet reports whether phrase i is an article whose noun stands in marks.
func (a *analysis) bareDet(i int) bool {
	p := &a.phrases[i]
	return p.last-p.first == 1 && a.tokens[p.head].word.is(isDet|isPoss) && !a.tokens[p.head].word.is(isPron|isNumber|isPlural) && a.kindAt(i+1) == phraseQuote
}
