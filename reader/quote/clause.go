package quote

// clauseKind tells how a clause hangs in its sentence.
type clauseKind uint8

const (
	clauseMain clauseKind = iota
	clauseRelative
	clauseSub        // because ..., when ...
	clauseComplement // (that) ...
)

// frame is a clause that is being read.
type clauseFrame struct {
	kind    clauseKind
	subject int // phrase, or none
	verb    int // a.verbs, or none
	opened  int // phrase that opened it
}

// predicate is a verb with its subject.
type predicate struct {
	phrase   int // a.phrases
	subject  int // a.phrases, or none
	outer    int // the predicate whose clause this one stands in, or none
	kind     clauseKind
	opened   int  // the phrase that its clause begins with
	inverted bool // the subject follows the verb
	joined   bool // shares the subject of an earlier verb
	owner    int  // the predicate that it shares the subject with, or none
	patient  int  // of a passive verb: what would be its subject
}

// verbWord returns what the lexicon knows of the verb of predicate v.
func (a *analysis) verbWord(v int) word { return a.wordAt(a.verbs[v].phrase) }

// clauses reads a.phrases from left to right and gives every verb its
// subject. The rule that carries most: a subject that has no verb yet gets
// the next finite one, whatever clauses stand in between.
func (a *analysis) clauses() {
	a.verbs = a.verbs[:0]
	a.stack = append(a.stack[:0], clauseFrame{clauseMain, none, none, 0})
	governed := false // the noun phrase to come belongs to a preposition
	for i := range a.phrases {
		p := &a.phrases[i]
		switch p.kind {
		case phrasePrep:
			governed = true
			continue
		case phraseRel:
			a.openRelative(i)
		case phraseThat:
			a.openThat(i)
		case phraseWh, phraseSub:
			a.stack = append(a.stack, clauseFrame{clauseSub, none, none, i})
		case phraseNoun:
			if !governed && !a.governedToo(i) && !a.stateOf(i) {
				a.takeNoun(i)
			} else if p.poss {
				continue
			}
		case phraseVerb:
			a.takeVerb(i)
		case phraseStop, phraseColon:
			a.stack = append(a.stack[:0], clauseFrame{clauseMain, none, none, i + 1})
		case phraseAdv:
			continue
		}
		governed = false
	}
}

func (a *analysis) top() *clauseFrame { return &a.stack[len(a.stack)-1] }

// before returns the phrase before i, adverbs and times left out, or none.
func (a *analysis) before(i int) int {
	for i--; i >= 0; i-- {
		if k := a.phrases[i].kind; k != phraseAdv && k != phraseTime {
			return i
		}
	}
	return none
}

// kindAt returns the kind of phrase i; behind either end of the sentence it is a stop.
func (a *analysis) kindAt(i int) phraseKind {
	if i < 0 || i >= len(a.phrases) {
		return phraseStop
	}
	return a.phrases[i].kind
}

func (a *analysis) openRelative(i int) {
	subject := a.antecedent(i)
	a.stack = append(a.stack, clauseFrame{clauseRelative, subject, none, i})
}

// antecedent returns the noun phrase that the relative pronoun i stands for.
func (a *analysis) antecedent(i int) int {
	who := a.isWord(i, "who")
	fallback := none
	for j := i - 1; j >= 0; j-- {
		switch a.phrases[j].kind {
		case phraseComma, phraseTime, phrasePrep, phraseAdv, phraseQuote, phraseDash:
			continue
		case phraseNoun:
			if fallback == none {
				fallback = j
			}
			if !who || a.human(j) && !a.placeOf(j) {
				return a.bearerBefore(j)
			}
			if j > 0 && a.phrases[j-1].kind == phrasePrep {
				continue
			}
			return j
		}
		break
	}
	return fallback
}

// placeOf reports whether the noun phrase j only tells where somebody belongs
// who stands before it: the mayor of Ellmar, who.
func (a *analysis) placeOf(j int) bool {
	if j < 2 || a.kindAt(j-1) != phrasePrep || a.kindAt(j-2) != phraseNoun || !a.isWord(j-1, "of") && !a.isWord(j-1, "from") && !a.isWord(j-1, "at") {
		return false
	}
	at, before := a.phrases[j].head, a.phrases[j-2].head
	return a.tokens[at].upper && !a.namesPerson(int(at)) && (a.tokens[before].word.is(isRole) || a.namesPerson(int(before)))
}

// bearerBefore returns the name that the role at noun phrase j is told of, or j:
// Anna Lind, a pilot and Harbour Fellow at the institute, who.
func (a *analysis) bearerBefore(j int) int {
	k := j
	for a.kindAt(k-1) == phraseConj && a.kindAt(k-2) == phraseNoun {
		k -= 2
	}
	if k == j || !a.wordAt(j).is(isRole) || a.kindAt(k-1) != phraseComma || a.kindAt(k-2) != phraseNoun || !a.isPerson(k-2) {
		return j
	}
	return k - 2
}

// human reports whether the noun phrase can be a person or people.
func (a *analysis) human(i int) bool {
	t := a.headAt(i)
	return t.upper && (!t.word.is(isTime) || a.isPerson(i)) || t.word.is(isRole|isHuman|isPron|isPlural) || !t.upper && occupation(a.text[t.start:t.end])
}

// isWord reports whether phrase i turns on the word w, given in small letters.
func (a *analysis) isWord(i int, w string) bool {
	t := a.headAt(i)
	return equalFold(a.text[t.start:t.end], w)
}

func (a *analysis) openThat(i int) {
	if k := a.kindAt(i + 1); k == phraseComma || k == phraseStop {
		return // they can do that
	}
	b := a.before(i)
	if a.kindAt(b) == phraseNoun && a.kindAt(i+1) == phraseVerb && a.phrases[i+1].verb&finite != 0 {
		a.stack = append(a.stack, clauseFrame{clauseRelative, b, none, i})
		return
	}
	a.stack = append(a.stack, clauseFrame{clauseComplement, none, none, i})
}

// takeNoun gives the noun phrase i its part.
func (a *analysis) takeNoun(i int) {
	top := a.top()
	b := a.before(i)
	if a.reflexive(i) || a.opensFrame(i, b) {
		return
	}
	if a.objectOf(i, b) {
		return
	}
	if t := a.headAt(i); t.word.is(isTime) && !t.upper && a.nextVerb(i) != i+1 {
		return
	}
	if top.verb == none && top.kind != clauseMain && a.afterSpeech(b) && a.verbFollows(i) && a.closesFrame(a.nextVerb(i)) {
		a.stack = append(a.stack[:0], clauseFrame{clauseMain, i, none, i})
		return
	}
	if top.verb == none {
		a.takeSubject(i, b)
		return
	}
	if !a.verbFollows(i) && !a.shoutsHere(i, b) || a.disagrees(i) {
		return
	}
	switch a.kindAt(b) {
	case phraseComma, phraseQuote, phraseDash:
		a.afterComma(i)
	case phraseConj:
		*top = clauseFrame{top.kind, i, none, i}
	default:
		if a.complements(top.verb) || a.pending() == none && (a.kindAt(b) != phraseVerb || a.kindAt(i+1) != phraseComma && a.kindAt(i+1) != phraseConj) {
			a.stack = append(a.stack, clauseFrame{clauseComplement, i, none, i})
		}
	}
}

// saidNext reports whether a verb of speech follows noun phrase i while the
// clause around still waits for its verb: members supporting the plan argued.
func (a *analysis) saidNext(i int) bool {
	v := a.nextVerb(i)
	if v == none {
		return false
	}
	c := a.wordAt(v).cue
	return (c == cueSay || c == cueTell) && a.top().verb == none && a.top().subject != none
}

// objectOf reports whether noun phrase i is the object of the participle or
// infinitive b before it, or opens the clause that this reports.
func (a *analysis) objectOf(i, b int) bool {
	top := a.top()
	if a.kindAt(b) != phraseVerb || a.phrases[b].verb&(gerund|infinitive) == 0 || top.verb != none && a.complements(top.verb) && !a.otherActs(i) {
		return false
	}
	if c := a.wordAt(b).cue; (c == cueSay || c == cueThink && !a.saidNext(i)) && a.verbFollows(i) {
		a.stack = append(a.stack, clauseFrame{clauseComplement, i, none, i})
	}
	return true
}

// takeSubject gives noun phrase i its part in a clause that has no verb yet.
func (a *analysis) takeSubject(i, b int) {
	top := a.top()
	switch {
	case top.subject == none, top.kind == clauseRelative && b == top.opened:
		top.subject = i
		if top.kind == clauseMain {
			top.opened = i
		}
	case a.afterSpeech(b) && a.verbFollows(i) && a.closesFrame(a.nextVerb(i)):
		a.stack = append(a.stack[:0], clauseFrame{clauseMain, i, none, i})
	case a.kindAt(b) == phraseComma || a.kindAt(b) == phraseConj || a.kindAt(b) == phraseDash:
		a.comma(i, b)
	case a.verbFollows(i):
		a.stack = append(a.stack, clauseFrame{clauseRelative, i, none, i})
	}
}

// closesFrame reports whether the verb at phrase v reports what stands before
// it: nothing follows that could be its content.
func (a *analysis) closesFrame(v int) bool {
	return a.wordAt(v).cue != cueNone && a.complement(v+1, v).kind == contentNone
}

// pending returns the innermost frame that has a subject but no verb.
func (a *analysis) pending() int {
	for k := len(a.stack) - 1; k >= 0; k-- {
		if a.stack[k].verb == none && a.stack[k].subject != none {
			return k
		}
	}
	return none
}

// complements reports whether a clause can follow the verb without "that".
func (a *analysis) complements(verb int) bool {
	if verb == none {
		return false
	}
	c := a.verbWord(verb).cue
	return c == cueSay || c == cueTell || c == cueThink || c == cueAsk
}
