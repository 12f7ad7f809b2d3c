package grammar

import "offprint/reader/quote/word"

// takeVerb gives the verb phrase i its subject.
func (a *Analysis) takeVerb(i int) {
	form := a.Phrases[i].Verb
	switch {
	case form&Finite != 0:
		a.takeFinite(i)
	case form&Infinitive != 0:
		a.takeInfinitive(i)
	case form&Gerund != 0:
		a.takeGerund(i)
	case form&Participle != 0:
		a.takeParticiple(i)
	}
}

// AddVerb appends the predicate v, with who acts as its subject if it is passive,
// and returns its index.
func (a *Analysis) AddVerb(v Predicate) int {
	if a.Phrases[v.Phrase].Verb&Passive != 0 && (a.WordAt(v.Phrase).Cue != word.CueNone || a.wordsBehind(v.Phrase)) && !a.IsWord(v.Phrase, "quoted") {
		v.Patient, v.Subject = v.Subject, a.Agent(v.Phrase)
		if v.Subject == none {
			v.Subject = a.statedIn(v.Phrase)
		}
	} else {
		v.Patient = none
	}
	if v.Subject != none && v.Subject < len(a.Phrases) {
		t := a.HeadAt(v.Subject)
		t.Inner = (!t.Subject || t.Inner) && v.Kind != ClauseMain && !a.setsBeside(v)
		t.Subject = true
	}
	a.Verbs = append(a.Verbs, v)
	return len(a.Verbs) - 1
}

// setsBeside reports whether predicate v stands in a clause that tells of another
// what the main one tells of its subject: Lind left, while Moe stayed.
func (a *Analysis) setsBeside(v Predicate) bool {
	return v.Kind == ClauseSub && v.Opened > 0 && len(a.Verbs) > 0 && (a.IsWord(v.Opened, "while") || a.IsWord(v.Opened, "whereas"))
}

// Agent returns the noun phrase after "by" that tells who does what the
// passive verb at phrase i says, or none.
func (a *Analysis) Agent(i int) int {
	for j := i + 1; j+1 < len(a.Phrases) && j < i+6; j++ {
		switch a.Phrases[j].Kind {
		case PhrasePrep:
			if a.IsWord(j, "by") && a.Phrases[j+1].Kind == PhraseNoun {
				j++
				for a.Phrases[j].Poss && a.KindAt(j+1) == PhraseNoun {
					j++
				}
				return j
			}
		case PhraseVerb, PhraseStop, PhraseComma:
			return none
		}
	}
	return none
}

// wordsBehind reports whether a colon and words in marks stand right behind whom
// the passive verb at phrase i names: the mood was summed up by Lind: "...".
func (a *Analysis) wordsBehind(i int) bool {
	s := a.Agent(i)
	return s != none && a.KindAt(s+1) == PhraseColon && a.KindAt(s+2) == PhraseQuote
}

// statedIn returns who the passive verb at phrase i has its words from if its
// sentence opens with the text that holds them: in a statement from the harbour
// office, the pier was called. It is the text itself if nobody is named for it.
func (a *Analysis) statedIn(i int) int {
	if !a.IsWord(0, "in") || a.KindAt(0) != PhrasePrep || a.KindAt(1) != PhraseNoun || !a.WordAt(1).Is(word.Saying) {
		return none
	}
	who := 1
	for k := 2; k < i; k++ {
		switch a.Phrases[k].Kind {
		case PhraseComma:
			return who
		case PhrasePrep:
			if who == 1 && a.KindAt(k+1) == PhraseNoun && (a.IsWord(k, "from") || a.IsWord(k, "by")) {
				who = k + 1
			}
		case PhraseVerb, PhraseStop, PhraseQuote, PhraseColon:
			return none
		}
	}
	return none
}

// outerOf returns the verb of the clause around stack frame k, or none.
func (a *Analysis) outerOf(k int) int {
	for k--; k >= 0; k-- {
		if a.stack[k].verb != none {
			return a.stack[k].verb
		}
	}
	return none
}

// addInverted adds the verb at phrase i, whose subject follows it.
func (a *Analysis) addInverted(i int) int {
	return a.AddVerb(Predicate{Phrase: i, Subject: i + 1, Outer: none, Opened: i, Inverted: true, Owner: none})
}

// afterSpeech reports whether phrase b is a run that ends as words do before their frame.
func (a *Analysis) afterSpeech(b int) bool {
	if a.KindAt(b) == PhraseComma {
		b--
	}
	return a.KindAt(b) == PhraseQuote && a.Phrases[b].Run != none && (a.ClosedAsSpeech(b) || a.KindAt(b+1) == PhraseComma)
}

// settle makes verb i the verb of stack frame k.
func (a *Analysis) settle(k, i int) {
	f := &a.stack[k]
	f.verb = a.AddVerb(Predicate{Phrase: i, Subject: f.subject, Outer: a.outerOf(k), Kind: f.kind, Opened: f.opened, Owner: none})
}

// takeInfinitive: who refused is who would say, in "refused to say".
func (a *Analysis) takeInfinitive(i int) {
	top := a.top()
	if top.verb == none {
		if top.subject != none {
			a.AddVerb(Predicate{Phrase: i, Subject: top.subject, Outer: none, Kind: ClauseSub, Opened: i, Joined: true, Owner: none})
		}
		return
	}
	owner := top.verb
	if n := len(a.Verbs) - 1; a.Verbs[n].Phrase > a.Verbs[owner].Phrase && !a.commaBetween(a.Verbs[n].Phrase, i) {
		owner = n
	}
	v := a.active(owner)
	if o := a.led(owner, i); o != none {
		v.Subject = o
	}
	a.AddVerb(Predicate{Phrase: i, Subject: v.Subject, Outer: owner, Kind: ClauseSub, Opened: i, Joined: true, Owner: owner})
}

// led returns whom predicate owner makes do what the infinitive at phrase i
// tells, or none: a win that led her to declare.
func (a *Analysis) led(owner, i int) int {
	v := a.Verbs[owner].Phrase
	if !leading[a.Text[a.HeadAt(v).Start:a.HeadAt(v).End]] || i != v+2 || a.KindAt(v+1) != PhraseNoun {
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
func (a *Analysis) asideOf(b int) bool {
	h := a.Phrases[b].Head
	return a.KindAt(b-1) == PhrasePrep && a.top().verb != none && !a.Tokens[h].Word.Is(word.Saying|word.Role|word.Human) && !a.SurePerson(int(h)) && !a.IsWord(b-1, "with") && !a.IsWord(b-1, "of")
}

// secondHand reports whether noun phrase b is only who quotes somebody else:
// officials quoted by the Herald as saying. What unnamed people said elsewhere
// is left out.
func (a *Analysis) secondHand(b int) bool {
	for j := b - 1; j >= 1 && j > b-4; j-- {
		if a.KindAt(j) == PhrasePrep && a.IsWord(j, "by") && a.KindAt(j-1) == PhraseVerb && (a.IsWord(j-1, "quoted") || a.IsWord(j-1, "cited")) {
			return true
		}
		if a.KindAt(j) == PhraseVerb {
			return false
		}
	}
	return false
}

func (a *Analysis) commaBetween(i, j int) bool {
	for ; i < j; i++ {
		if a.Phrases[i].Kind == PhraseComma {
			return true
		}
	}
	return false
}

// takeGerund finds who says in ", saying": after a comma the subject of the
// outermost cue or of the main clause, without one the noun before it.
func (a *Analysis) takeGerund(i int) {
	b := a.Before(i)
	if a.KindAt(b) == PhraseNoun {
		if a.secondHand(b) {
			return
		}
		if !a.asideOf(b) && !a.addressed(b) {
			if a.PlaceBehindName(b) {
				b -= 2 // Carl Lind of Ellmar calling it
			}
			b = a.textBefore(b)
			a.addJoined(i, Predicate{Subject: b, Outer: none, Kind: ClauseRelative}, none)
			return
		}
	}
	if a.KindAt(b) == PhraseVerb { // began saying
		if n := len(a.Verbs) - 1; n >= 0 {
			a.addJoined(i, a.active(n), n)
		}
		return
	}
	owner := a.gerundOwner(i, b)
	if owner == none && a.opensWith(i, b) {
		return
	}
	if owner == none {
		owner = len(a.Verbs) - 1
	}
	v := a.active(owner)
	if a.Empty(v.Subject) {
		if u := len(a.Verbs) - 1; a.Verbs[u].Kind == ClauseRelative && a.Verbs[u].Subject != none && a.Human(a.Verbs[u].Subject) {
			v, owner = a.active(u), u // there is a pilot, who is early, saying
		}
	}
	a.addJoined(i, v, owner)
}

// addJoined adds the gerund at phrase i, which has its subject from predicate v;
// owner is where that stands among the verbs, or none.
func (a *Analysis) addJoined(i int, v Predicate, owner int) {
	a.AddVerb(Predicate{Phrase: i, Subject: v.Subject, Outer: v.Outer, Kind: v.Kind, Opened: i, Joined: true, Owner: owner})
}

// opensWith adds the gerund at phrase i, behind phrase b, if no verb before it has
// a subject to share: that of its clause or one that follows. It reports whether
// it did.
func (a *Analysis) opensWith(i, b int) bool {
	v := Predicate{Outer: none, Kind: ClauseSub}
	switch top := a.top(); {
	case top.verb == none && top.subject != none && a.KindAt(b) == PhraseComma:
		v.Subject = top.subject
	case len(a.Verbs) == 0:
		v.Subject = a.nextSubject(i)
	default:
		return false
	}
	a.addJoined(i, v, none)
	return true
}

// gerundOwner returns the verb whose subject says what the gerund i behind
// phrase b reports, or none.
func (a *Analysis) gerundOwner(i, b int) int {
	owner := a.joinOwner(i)
	if a.KindAt(b) == PhrasePrep && a.IsWord(b, "by") {
		return a.meansOwner(owner)
	}
	comma := a.KindAt(b) == PhraseComma || a.afterSpeech(b)
	if v := a.top().verb; comma && v != none && a.answers(v) {
		return v // Lind said it was old, but Moe disagreed, saying
	}
	if v := a.stack[0].verb; comma && owner != none && v != none && v != owner && a.callsIt(i) && a.VerbWord(v).Cue == word.CueObject {
		return v // slammed a suit by the owners alleging that, calling it
	}
	if comma && owner != none && a.whereHe(owner) {
		return owner
	}
	if v := a.stack[0].verb; owner != none && v != none && comma && (a.Verbs[owner].Kind == ClauseRelative || a.KindAt(a.Verbs[owner].Opened) == PhraseWh || a.Mutely(owner) && !a.Mutely(v)) {
		return v // he criticised Lind, who had left early, saying
	}
	return owner
}

// whereHe reports whether predicate v is of a clause that tells what somebody did
// at the place before it: at the quay, where he spoke of it, shouting.
func (a *Analysis) whereHe(v int) bool {
	x := &a.Verbs[v]
	return a.KindAt(x.Opened) == PhraseWh && a.IsWord(x.Opened, "where") && x.Subject != none && x.Subject == x.Opened+1 && a.PronounAt(a.Phrases[x.Subject].Head)
}

// answers reports whether predicate v tells what somebody else said to what was
// reported before in its sentence.
func (a *Analysis) answers(v int) bool {
	x := &a.Verbs[v]
	if c := a.WordAt(x.Phrase).Cue; c == word.CueNone || c == word.CueThink || x.Subject == none || x.Subject != x.Opened || !a.Human(x.Subject) {
		return false
	}
	k := a.KindAt(x.Opened - 2)
	return x.Kind == ClauseComplement && a.KindAt(x.Opened-1) == PhraseConj && (k == PhraseComma || k == PhraseQuote)
}

// callsIt reports whether the gerund at phrase i calls what was told of something.
func (a *Analysis) callsIt(i int) bool {
	return a.WordAt(i).Cue == word.CueCall && a.KindAt(i+1) == PhraseNoun && a.WordAt(i+1).Is(word.Object)
}

// meansOwner returns the verb that "by saying" tells the means of: the
// outermost one that takes no clause, for a clause that hangs on a noun
// (quashed rumours that he was late by saying) is passed over.
func (a *Analysis) meansOwner(owner int) int {
	for k := range a.stack {
		if v := a.stack[k].verb; v != none && !a.complements(v) {
			return v
		}
	}
	return owner
}

// textBefore returns the text that the clause at hand gives out, if noun phrase b only
// tells where it did, or b: issued a statement in Ellmar, Norway saying.
func (a *Analysis) textBefore(b int) int {
	v := a.top().verb
	if v == none || a.KindAt(b-1) != PhraseComma && a.KindAt(b-1) != PhrasePrep || a.IsPerson(b) || !a.HeadAt(b).Upper {
		return b
	}
	s := a.Verbs[v].Phrase + 1
	if s+1 >= b || a.KindAt(s) != PhraseNoun || !a.WordAt(s).Is(word.Saying) || a.KindAt(s+1) != PhrasePrep || a.WordAt(b).Is(word.Org) {
		return b
	}
	return s
}

// PlaceBehindName reports whether noun phrase b only tells where the person
// before it comes from.
func (a *Analysis) PlaceBehindName(b int) bool {
	return b > 1 && a.KindAt(b-1) == PhrasePrep && (a.IsWord(b-1, "of") || a.IsWord(b-1, "from")) && a.KindAt(b-2) == PhraseNoun && a.IsPerson(b-2) && !a.IsPerson(b)
}

// nextSubject returns the noun phrase after the comma that closes an opening
// participle: "Speaking on Friday, Lavrov said".
func (a *Analysis) nextSubject(i int) int {
	for j := i + 1; j+1 < len(a.Phrases); j++ {
		if (a.Phrases[j].Kind == PhraseComma || a.Phrases[j].Kind == PhraseQuote) && a.Phrases[j+1].Kind == PhraseNoun && a.VerbFollows(j+1) {
			return j + 1
		}
	}
	return none
}
