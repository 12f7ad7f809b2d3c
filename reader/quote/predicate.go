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

// addVerb appends the predicate v, with who acts as its subject if it is passive,
// and returns its index.
func (a *analysis) addVerb(v predicate) int {
	if a.phrases[v.phrase].verb&passive != 0 && (a.wordAt(v.phrase).cue != cueNone || a.wordsBehind(v.phrase)) && !a.isWord(v.phrase, "quoted") {
		v.patient, v.subject = v.subject, a.agent(v.phrase)
		if v.subject == none {
			v.subject = a.statedIn(v.phrase)
		}
	} else {
		v.patient = none
	}
	if v.subject != none && v.subject < len(a.phrases) {
		t := a.headAt(v.subject)
		t.inner = (!t.subject || t.inner) && v.kind != clauseMain && !a.setsBeside(v)
		t.subject = true
	}
	a.verbs = append(a.verbs, v)
	return len(a.verbs) - 1
}

// setsBeside reports whether predicate v stands in a clause that tells of another
// what the main one tells of its subject: Lind left, while Moe stayed.
func (a *analysis) setsBeside(v predicate) bool {
	return v.kind == clauseSub && v.opened > 0 && len(a.verbs) > 0 && (a.isWord(v.opened, "while") || a.isWord(v.opened, "whereas"))
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

// wordsBehind reports whether a colon and words in marks stand right behind whom
// the passive verb at phrase i names: the mood was summed up by Lind: "...".
func (a *analysis) wordsBehind(i int) bool {
	s := a.agent(i)
	return s != none && a.kindAt(s+1) == phraseColon && a.kindAt(s+2) == phraseQuote
}

// statedIn returns who the passive verb at phrase i has its words from if its
// sentence opens with the text that holds them: in a statement from the harbour
// office, the pier was called. It is the text itself if nobody is named for it.
func (a *analysis) statedIn(i int) int {
	if !a.isWord(0, "in") || a.kindAt(0) != phrasePrep || a.kindAt(1) != phraseNoun || !a.wordAt(1).is(isSaying) {
		return none
	}
	who := 1
	for k := 2; k < i; k++ {
		switch a.phrases[k].kind {
		case phraseComma:
			return who
		case phrasePrep:
			if who == 1 && a.kindAt(k+1) == phraseNoun && (a.isWord(k, "from") || a.isWord(k, "by")) {
				who = k + 1
			}
		case phraseVerb, phraseStop, phraseQuote, phraseColon:
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

// addInverted adds the verb at phrase i, whose subject follows it.
func (a *analysis) addInverted(i int) int {
	return a.addVerb(predicate{phrase: i, subject: i + 1, outer: none, opened: i, inverted: true, owner: none})
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
	if o := a.led(owner, i); o != none {
		v.subject = o
	}
	a.addVerb(predicate{phrase: i, subject: v.subject, outer: owner, kind: clauseSub, opened: i, joined: true, owner: owner})
}

// led returns whom predicate owner makes do what the infinitive at phrase i
// tells, or none: a win that led her to declare.
func (a *analysis) led(owner, i int) int {
	v := a.verbs[owner].phrase
	if !leading[a.text[a.headAt(v).start:a.headAt(v).end]] || i != v+2 || a.kindAt(v+1) != phraseNoun {
		return none
	}
	return v + 1
}

// leading are the verbs whose object does what follows.
var leading = map[string]bool{
	"led": true, "leads": true, "leading": true, "forced": true, "forces": true, "forcing": true, "prompted": true,
	"prompts": true, "prompting": true, "caused": true, "causing": true, "allowed": true, "allowing": true,
	"pushed": true, "compelled": true, "inspired": true, "drove": true, "spurred": true,
}

// asideOf reports whether noun phrase b only belongs to a preposition, so that
// a participle behind it is rather the subject's: replied on Facebook writing.
func (a *analysis) asideOf(b int) bool {
	h := a.phrases[b].head
	return a.kindAt(b-1) == phrasePrep && a.top().verb != none && !a.tokens[h].word.is(isSaying|isRole|isHuman) && !a.surePerson(int(h)) && !a.isWord(b-1, "with") && !a.isWord(b-1, "of")
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
		if !a.asideOf(b) && !a.addressed(b) {
			if a.placeBehindName(b) {
				b -= 2 // Carl Lind of Ellmar calling it
			}
			b = a.textBefore(b)
			a.addJoined(i, predicate{subject: b, outer: none, kind: clauseRelative}, none)
			return
		}
	}
	if a.kindAt(b) == phraseVerb { // began saying
		if n := len(a.verbs) - 1; n >= 0 {
			a.addJoined(i, a.active(n), n)
		}
		return
	}
	owner := a.gerundOwner(i, b)
	if owner == none && a.opensWith(i, b) {
		return
	}
	if owner == none {
		owner = len(a.verbs) - 1
	}
	v := a.active(owner)
	if a.empty(v.subject) {
		if u := len(a.verbs) - 1; a.verbs[u].kind == clauseRelative && a.verbs[u].subject != none && a.human(a.verbs[u].subject) {
			v, owner = a.active(u), u // there is a pilot, who is early, saying
		}
	}
	a.addJoined(i, v, owner)
}

// addJoined adds the gerund at phrase i, which has its subject from predicate v;
// owner is where that stands among the verbs, or none.
func (a *analysis) addJoined(i int, v predicate, owner int) {
	a.addVerb(predicate{phrase: i, subject: v.subject, outer: v.outer, kind: v.kind, opened: i, joined: true, owner: owner})
}

// opensWith adds the gerund at phrase i, behind phrase b, if no verb before it has
// a subject to share: that of its clause or one that follows. It reports whether
// it did.
func (a *analysis) opensWith(i, b int) bool {
	v := predicate{outer: none, kind: clauseSub}
	switch top := a.top(); {
	case top.verb == none && top.subject != none && a.kindAt(b) == phraseComma:
		v.subject = top.subject
	case len(a.verbs) == 0:
		v.subject = a.nextSubject(i)
	default:
		return false
	}
	a.addJoined(i, v, none)
	return true
}

// gerundOwner returns the verb whose subject says what the gerund i behind
// phrase b reports, or none.
func (a *analysis) gerundOwner(i, b int) int {
	owner := a.joinOwner(i)
	if a.kindAt(b) == phrasePrep && a.isWord(b, "by") {
		return a.meansOwner(owner)
	}
	comma := a.kindAt(b) == phraseComma || a.afterSpeech(b)
	if v := a.top().verb; comma && v != none && a.answers(v) {
		return v // Lind said it was old, but Moe disagreed, saying
	}
	if v := a.stack[0].verb; comma && owner != none && v != none && v != owner && a.callsIt(i) && a.verbWord(v).cue == cueObject {
		return v // slammed a suit by the owners alleging that, calling it
	}
	if comma && owner != none && a.whereHe(owner) {
		return owner
	}
	if v := a.stack[0].verb; owner != none && v != none && comma && (a.verbs[owner].kind == clauseRelative || a.kindAt(a.verbs[owner].opened) == phraseWh || a.mutely(owner) && !a.mutely(v)) {
		return v // he criticised Lind, who had left early, saying
	}
	return owner
}

// whereHe reports whether predicate v is of a clause that tells what somebody did
// at the place before it: at the quay, where he spoke of it, shouting.
func (a *analysis) whereHe(v int) bool {
	x := &a.verbs[v]
	return a.kindAt(x.opened) == phraseWh && a.isWord(x.opened, "where") && x.subject != none && x.subject == x.opened+1 && a.pronounAt(a.phrases[x.subject].head)
}

// answers reports whether predicate v tells what somebody else said to what was
// reported before in its sentence.
func (a *analysis) answers(v int) bool {
	x := &a.verbs[v]
	if c := a.wordAt(x.phrase).cue; c == cueNone || c == cueThink || x.subject == none || x.subject != x.opened || !a.human(x.subject) {
		return false
	}
	k := a.kindAt(x.opened - 2)
	return x.kind == clauseComplement && a.kindAt(x.opened-1) == phraseConj && (k == phraseComma || k == phraseQuote)
}

// callsIt reports whether the gerund at phrase i calls what was told of something.
func (a *analysis) callsIt(i int) bool {
	return a.wordAt(i).cue == cueCall && a.kindAt(i+1) == phraseNoun && a.wordAt(i+1).is(isObject)
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

// textBefore returns the text that the clause at hand gives out, if noun phrase b only
// tells where it did, or b: issued a statement in Ellmar, Norway saying.
func (a *analysis) textBefore(b int) int {
	v := a.top().verb
	if v == none || a.kindAt(b-1) != phraseComma && a.kindAt(b-1) != phrasePrep || a.isPerson(b) || !a.headAt(b).upper {
		return b
	}
	s := a.verbs[v].phrase + 1
	if s+1 >= b || a.kindAt(s) != phraseNoun || !a.wordAt(s).is(isSaying) || a.kindAt(s+1) != phrasePrep || a.wordAt(b).is(isOrg) {
		return b
	}
	return s
}

// placeBehindName reports whether noun phrase b only tells where the person
// before it comes from.
func (a *analysis) placeBehindName(b int) bool {
	return b > 1 && a.kindAt(b-1) == phrasePrep && (a.isWord(b-1, "of") || a.isWord(b-1, "from")) && a.kindAt(b-2) == phraseNoun && a.isPerson(b-2) && !a.isPerson(b)
}

// nextSubject returns the noun phrase after the comma that closes an opening
// participle: "Speaking on Friday, Lavrov said".
func (a *analysis) nextSubject(i int) int {
	for j := i + 1; j+1 < len(a.phrases); j++ {
		if (a.phrases[j].kind == phraseComma || a.phrases[j].kind == phraseQuote) && a.phrases[j+1].kind == phraseNoun && a.verbFollows(j+1) {
			return j + 1
		}
	}
	return none
}
