package grammar

import "offprint/reader/quote/word"

// ClauseKind tells how a clause hangs in its sentence.
type ClauseKind uint8

const (
	ClauseMain       ClauseKind = iota // what the sentence says itself
	ClauseRelative                     // who ..., which ...
	ClauseSub                          // because ..., when ...
	ClauseComplement                   // (that) ...
)

// frame is a clause that is being read.
type clauseFrame struct {
	kind    ClauseKind
	subject int // phrase, or none
	verb    int // a.Verbs, or none
	opened  int // phrase that opened it
}

// Predicate is a verb with its subject.
type Predicate struct {
	Phrase   int // a.Phrases
	Subject  int // a.Phrases, or none
	Outer    int // the predicate whose clause this one stands in, or none
	Kind     ClauseKind
	Opened   int  // the phrase that its clause begins with
	Inverted bool // the subject follows the verb
	Joined   bool // shares the subject of an earlier verb
	Owner    int  // the predicate that it shares the subject with, or none
	Patient  int  // of a passive verb: what would be its subject
}

// VerbWord returns what the lexicon knows of the verb of predicate v.
func (a *Analysis) VerbWord(v int) word.Entry { return a.WordAt(a.Verbs[v].Phrase) }

// Clauses reads a.Phrases from left to right and gives every verb its
// subject. The rule that carries most: a subject that has no verb yet gets
// the next finite one, whatever clauses stand in between.
func (a *Analysis) Clauses() {
	a.Verbs = a.Verbs[:0]
	a.stack = append(a.stack[:0], clauseFrame{ClauseMain, none, none, 0})
	governed := false // the noun phrase to come belongs to a preposition
	for i := range a.Phrases {
		p := &a.Phrases[i]
		switch p.Kind {
		case PhrasePrep:
			governed = true
			continue
		case PhraseRel:
			a.openRelative(i)
		case PhraseThat:
			a.openThat(i)
		case PhraseWh, PhraseSub:
			a.stack = append(a.stack, clauseFrame{ClauseSub, none, none, i})
		case PhraseNoun:
			if !governed && !a.governedToo(i) && !a.stateOf(i) {
				a.takeNoun(i)
			} else if p.Poss {
				continue
			}
		case PhraseVerb:
			a.takeVerb(i)
		case PhraseStop, PhraseColon:
			a.stack = append(a.stack[:0], clauseFrame{ClauseMain, none, none, i + 1})
		case PhraseAdv:
			continue
		}
		governed = false
	}
}

func (a *Analysis) top() *clauseFrame { return &a.stack[len(a.stack)-1] }

// Before returns the phrase before i, adverbs and times left out, or none.
func (a *Analysis) Before(i int) int {
	for i--; i >= 0; i-- {
		if k := a.Phrases[i].Kind; k != PhraseAdv && k != PhraseTime {
			return i
		}
	}
	return none
}

// KindAt returns the kind of phrase i; behind either end of the sentence it is a stop.
func (a *Analysis) KindAt(i int) PhraseKind {
	if i < 0 || i >= len(a.Phrases) {
		return PhraseStop
	}
	return a.Phrases[i].Kind
}

func (a *Analysis) openRelative(i int) {
	subject := a.antecedent(i)
	a.stack = append(a.stack, clauseFrame{ClauseRelative, subject, none, i})
}

// antecedent returns the noun phrase that the relative pronoun i stands for.
func (a *Analysis) antecedent(i int) int {
	who := a.IsWord(i, "who")
	fallback := none
	for j := i - 1; j >= 0; j-- {
		switch a.Phrases[j].Kind {
		case PhraseComma, PhraseTime, PhrasePrep, PhraseAdv, PhraseQuote, PhraseDash:
			continue
		case PhraseNoun:
			if fallback == none {
				fallback = j
			}
			if !who || a.Human(j) && !a.placeOf(j) {
				return a.bearerBefore(j)
			}
			if j > 0 && a.Phrases[j-1].Kind == PhrasePrep {
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
func (a *Analysis) placeOf(j int) bool {
	if j < 2 || a.KindAt(j-1) != PhrasePrep || a.KindAt(j-2) != PhraseNoun || !a.IsWord(j-1, "of") && !a.IsWord(j-1, "from") && !a.IsWord(j-1, "at") {
		return false
	}
	at, before := a.Phrases[j].Head, a.Phrases[j-2].Head
	return a.Tokens[at].Upper && !a.NamesPerson(int(at)) && (a.Tokens[before].Word.Is(word.Role) || a.NamesPerson(int(before)))
}

// bearerBefore returns the name that the role at noun phrase j is told of, or j:
// Anna Lind, a pilot and Harbour Fellow at the institute, who.
func (a *Analysis) bearerBefore(j int) int {
	k := j
	for a.KindAt(k-1) == PhraseConj && a.KindAt(k-2) == PhraseNoun {
		k -= 2
	}
	if k == j || !a.WordAt(j).Is(word.Role) || a.KindAt(k-1) != PhraseComma || a.KindAt(k-2) != PhraseNoun || !a.IsPerson(k-2) {
		return j
	}
	return k - 2
}

// Human reports whether the noun phrase can be a person or people.
func (a *Analysis) Human(i int) bool {
	t := a.HeadAt(i)
	return t.Upper && (!t.Word.Is(word.Time) || a.IsPerson(i)) || t.Word.Is(word.Role|word.Human|word.Pron|word.Plural) || !t.Upper && Occupation(a.Text[t.Start:t.End])
}

// IsWord reports whether phrase i turns on the word w, given in small letters.
func (a *Analysis) IsWord(i int, w string) bool {
	t := a.HeadAt(i)
	return word.EqualFold(a.Text[t.Start:t.End], w)
}

func (a *Analysis) openThat(i int) {
	if k := a.KindAt(i + 1); k == PhraseComma || k == PhraseStop {
		return // they can do that
	}
	b := a.Before(i)
	if a.KindAt(b) == PhraseNoun && a.KindAt(i+1) == PhraseVerb && a.Phrases[i+1].Verb&Finite != 0 {
		a.stack = append(a.stack, clauseFrame{ClauseRelative, b, none, i})
		return
	}
	a.stack = append(a.stack, clauseFrame{ClauseComplement, none, none, i})
}

// takeNoun gives the noun phrase i its part.
func (a *Analysis) takeNoun(i int) {
	top := a.top()
	b := a.Before(i)
	if a.reflexive(i) || a.opensFrame(i, b) {
		return
	}
	if a.objectOf(i, b) {
		return
	}
	if t := a.HeadAt(i); t.Word.Is(word.Time) && !t.Upper && a.NextVerb(i) != i+1 {
		return
	}
	if top.verb == none && top.kind != ClauseMain && a.afterSpeech(b) && a.VerbFollows(i) && a.ClosesFrame(a.NextVerb(i)) {
		a.stack = append(a.stack[:0], clauseFrame{ClauseMain, i, none, i})
		return
	}
	if top.verb == none {
		a.takeSubject(i, b)
		return
	}
	if !a.VerbFollows(i) && !a.shoutsHere(i, b) || a.disagrees(i) {
		return
	}
	switch a.KindAt(b) {
	case PhraseComma, PhraseQuote, PhraseDash:
		a.afterComma(i)
	case PhraseConj:
		*top = clauseFrame{top.kind, i, none, i}
	default:
		if a.complements(top.verb) || a.pending() == none && (a.KindAt(b) != PhraseVerb || a.KindAt(i+1) != PhraseComma && a.KindAt(i+1) != PhraseConj) {
			a.stack = append(a.stack, clauseFrame{ClauseComplement, i, none, i})
		}
	}
}

// saidNext reports whether a verb of speech follows noun phrase i while the
// clause around still waits for its verb: members supporting the plan argued.
func (a *Analysis) saidNext(i int) bool {
	v := a.NextVerb(i)
	if v == none {
		return false
	}
	c := a.WordAt(v).Cue
	return (c == word.CueSay || c == word.CueTell) && a.top().verb == none && a.top().subject != none
}

// objectOf reports whether noun phrase i is the object of the participle or
// infinitive b before it, or opens the clause that this reports.
func (a *Analysis) objectOf(i, b int) bool {
	top := a.top()
	if a.KindAt(b) != PhraseVerb || a.Phrases[b].Verb&(Gerund|Infinitive) == 0 || top.verb != none && a.complements(top.verb) && !a.otherActs(i) {
		return false
	}
	if c := a.WordAt(b).Cue; (c == word.CueSay || c == word.CueThink) && a.VerbFollows(i) && !a.saidNext(i) {
		a.stack = append(a.stack, clauseFrame{ClauseComplement, i, none, i})
	}
	return true
}

// takeSubject gives noun phrase i its part in a clause that has no verb yet.
func (a *Analysis) takeSubject(i, b int) {
	top := a.top()
	switch {
	case top.subject == none, top.kind == ClauseRelative && b == top.opened:
		top.subject = i
		if top.kind == ClauseMain {
			top.opened = i
		}
	case a.afterSpeech(b) && a.VerbFollows(i) && a.ClosesFrame(a.NextVerb(i)):
		a.stack = append(a.stack[:0], clauseFrame{ClauseMain, i, none, i})
	case a.KindAt(b) == PhraseComma || a.KindAt(b) == PhraseConj || a.KindAt(b) == PhraseDash:
		a.comma(i, b)
	case a.VerbFollows(i):
		a.stack = append(a.stack, clauseFrame{ClauseRelative, i, none, i})
	}
}

// ClosesFrame reports whether the verb at phrase v reports what stands before
// it: nothing follows that could be its content.
func (a *Analysis) ClosesFrame(v int) bool {
	return a.WordAt(v).Cue != word.CueNone && a.Complement(v+1, v).Kind == ContentNone
}

// pending returns the innermost frame that has a subject but no verb.
func (a *Analysis) pending() int {
	for k := len(a.stack) - 1; k >= 0; k-- {
		if a.stack[k].verb == none && a.stack[k].subject != none {
			return k
		}
	}
	return none
}

// complements reports whether a clause can follow the verb without "that".
func (a *Analysis) complements(verb int) bool {
	if verb == none {
		return false
	}
	c := a.VerbWord(verb).Cue
	return c == word.CueSay || c == word.CueTell || c == word.CueThink || c == word.CueAsk
}
