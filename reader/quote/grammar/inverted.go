package grammar

import "offprint/reader/quote/word"

// takeParticiple enters a reduced relative clause that tells who says so: the
// plan described by the mayor as "bold".
func (a *Analysis) takeParticiple(i int) {
	if a.WordAt(i).Cue == word.CueNone {
		return
	}
	if s := a.Agent(i); s != none {
		a.AddVerb(Predicate{Phrase: i, Subject: s, Outer: none, Kind: ClauseRelative, Opened: i, Owner: none})
	}
}

// reducedBefore reports whether the verb of the clause at hand was a participle
// and the verb of speech at phrase i is the finite one: a statement posted on
// the site said.
func (a *Analysis) reducedBefore(i int) bool {
	p := &a.Phrases[a.Verbs[a.top().verb].Phrase]
	w := a.WordAt(i)
	return p.Verb&Participle != 0 && p.Verb&Passive == 0 && a.KindAt(a.Verbs[a.top().verb].Phrase+1) == PhrasePrep && (w.Cue == word.CueSay || w.Cue == word.CueTell) && !a.reducedHere(i) && a.Complement(i+1, i).Kind == ContentClause
}

// governedNoun reports whether phrase b is a noun that belongs to a preposition.
func (a *Analysis) governedNoun(b int) bool {
	return a.KindAt(b) == PhraseNoun && a.KindAt(b-1) == PhrasePrep
}

// finiteBehind reports whether a finite verb follows phrase i in its sentence.
func (a *Analysis) finiteBehind(i int) bool {
	for k := i + 1; k < len(a.Phrases) && a.Phrases[k].Kind != PhraseStop; k++ {
		if a.Phrases[k].Kind == PhraseVerb && a.Phrases[k].Verb&Finite != 0 {
			return true
		}
	}
	return false
}

// invertedMid reports whether a frame with its verb first stands at phrase i in
// the midst of a clause: part of the trouble, say experts at the harbour, is.
func (a *Analysis) invertedMid(i, b int) bool { return a.MidEnd(i, b) != none }

// MidEnd returns where the clause goes on behind the frame with its verb first
// at phrase i, or none. An aside may stand behind the speaker.
func (a *Analysis) MidEnd(i, b int) int {
	if b != i-1 || a.KindAt(b) != PhraseComma || a.KindAt(i+1) != PhraseNoun || a.WordAt(i).Lemma != a.sayLemma() || !a.Human(i+1) {
		return none
	}
	aside := false
	for k := i + 2; k+1 < len(a.Phrases) && k < i+18; k++ {
		switch a.Phrases[k].Kind {
		case PhrasePrep, PhraseNoun:
		case PhraseComma:
			if n := &a.Phrases[k+1]; n.Kind == PhraseVerb && n.Verb&Finite != 0 && n.Verb&Participle == 0 || a.mainBehind(i, k+1) {
				return k + 1
			}
			aside = true
		case PhraseVerb, PhraseRel, PhraseAdv, PhraseTime, PhraseConj:
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
func (a *Analysis) mainBehind(i, k int) bool {
	if a.KindAt(0) != PhraseSub || a.KindAt(k) != PhraseNoun || !a.FiniteBetween(1, i) || a.MainVerb(0, i) {
		return false
	}
	v := a.NextVerb(k)
	return v != none && !a.commaBetween(k, v) && !a.FramesHere(v)
}

// invertedSaid reports whether ", said Lind," or ", said Lind." stands at phrase i.
func (a *Analysis) invertedSaid(i, b int) bool {
	t := a.HeadAt(i)
	if a.KindAt(b) != PhraseComma || b != i-1 || t.Word.Lemma != a.sayLemma() || !a.invertedHere(i, b) || !a.HeadAt(i+1).Upper {
		return false
	}
	k := a.KindAt(i + 2)
	return (k == PhraseComma || k == PhraseStop) && a.afterFrame(i+1) == none
}

// invertedHere reports whether the verb i is followed by its subject and
// reports what stands before it: "...," said Lavrov.
func (a *Analysis) invertedHere(i, b int) bool {
	if a.KindAt(i+1) != PhraseNoun || i == 0 || !a.invertibleVerb(i, b) {
		return false
	}
	if k := a.KindAt(b); k != PhraseComma && k != PhraseQuote && k != PhraseDash && k != PhraseStop {
		return false
	}
	if !a.invertedSubject(i, b) {
		return false
	}
	return a.endsInverted(i, b)
}

// invertibleVerb reports whether the verb at phrase i is one that may stand
// before its subject, phrase b before it.
func (a *Analysis) invertibleVerb(i, b int) bool {
	w := a.WordAt(i)
	if w.Cue != word.CueNone && w.Cue != word.CueObject {
		return w.Cue != word.CueCall || a.pending() == none && !a.callsBehind(i)
	}
	return a.pending() == none && w.Is(word.Past|word.Third) && a.afterSpeech(b) && a.HeadAt(i+1).Upper
}

// callsBehind reports whether words in marks follow the verb at phrase i and what it
// calls by them: the letter, sent to Lind, called it "bold".
func (a *Analysis) callsBehind(i int) bool {
	for k := i + 1; k < len(a.Phrases) && k < i+6; k++ {
		switch a.Phrases[k].Kind {
		case PhraseQuote:
			return true
		case PhraseNoun, PhrasePrep, PhraseAdv:
		default:
			return false
		}
	}
	return false
}

// invertedSubject reports whether the noun phrase behind the verb at phrase i can
// be its subject.
func (a *Analysis) invertedSubject(i, b int) bool {
	next, w := i+1, a.WordAt(i)
	said := w.Lemma == a.sayLemma() && w.Is(word.Past) && a.afterSpeech(b)
	if !said && !a.Human(next) && !a.WordAt(next).Is(word.Org|word.Saying) && !a.Tokens[a.Phrases[next].First].Word.Is(word.Det|word.Poss|word.Number) || a.BareDet(next) {
		return false
	}
	return !a.WordAt(next).Is(word.Object) || a.WordAt(next).Is(word.Pron)
}

// endsInverted reports whether nothing but what belongs to the speaker follows
// the frame with its verb first at phrase i.
func (a *Analysis) endsInverted(i, b int) bool {
	next, w := i+1, a.WordAt(i)
	v := a.NextVerb(next)
	if w.Cue == word.CueTell { // assured Lind, but not told Lind
		return v == none && w.Lemma != a.Language.Words["tell"].Lemma && a.afterSpeech(b) && a.HeadAt(next).Upper
	}
	if v == none || a.Phrases[v].Verb&Participle != 0 && a.afterSpeech(b) {
		return true
	}
	return a.commaBetween(next, v) || a.relativeBetween(next, v)
}

func (a *Analysis) relativeBetween(i, j int) bool {
	for ; i < j; i++ {
		if a.Phrases[i].Kind == PhraseRel {
			return true
		}
	}
	return false
}

// verbAfterComma reports whether a comma and then a finite verb follow phrase i in its clause.
func (a *Analysis) verbAfterComma(i int) bool {
	question := false // in what Lind was asked: asked whether it would sail
	for k := i + 1; k+1 < len(a.Phrases) && k < i+12; k++ {
		switch a.Phrases[k].Kind {
		case PhraseComma:
			return a.Phrases[k+1].Kind == PhraseVerb && a.Phrases[k+1].Verb&Finite != 0
		case PhraseQuote:
			if a.Phrases[k+1].Kind == PhraseComma {
				continue // once described as "old", won
			}
			return a.Phrases[k+1].Kind == PhraseVerb && a.Phrases[k+1].Verb&Finite != 0
		case PhraseStop, PhraseColon:
			return false
		case PhraseWh, PhraseSub:
			question = a.WordAt(i).Cue == word.CueAsk
		case PhraseVerb:
			if a.Phrases[k].Verb&Finite != 0 && !question {
				return false
			}
			question = question && a.Phrases[k].Verb&Finite == 0
		}
	}
	return false
}

// BareDet reports whether phrase i is an article whose noun stands in marks.
func (a *Analysis) BareDet(i int) bool {
	p := &a.Phrases[i]
	return p.Last-p.First == 1 && a.Tokens[p.Head].Word.Is(word.Det|word.Poss) && !a.Tokens[p.Head].Word.Is(word.Pron|word.Number|word.Plural) && a.KindAt(i+1) == PhraseQuote
}

// FramesHere reports whether the verb at phrase v, behind a frame, belongs to
// another frame. One that reports only marked words does not with an auxiliary:
// the pier will open.
func (a *Analysis) FramesHere(v int) bool {
	p := &a.Phrases[v]
	if a.Tokens[p.Head].Word.Cue == word.CueWeak && p.Last-p.First > 1 {
		return false
	}
	return a.ClosesFrame(v)
}

// FiniteBetween reports whether a finite verb stands between the phrases.
func (a *Analysis) FiniteBetween(from, to int) bool {
	for k := from; k < to; k++ {
		if a.KindAt(k) == PhraseVerb && a.Phrases[k].Verb&Finite != 0 {
			return true
		}
	}
	return false
}

// MainVerb reports whether a main clause stands between the phrases.
func (a *Analysis) MainVerb(from, to int) bool {
	for v := range a.Verbs {
		if x := &a.Verbs[v]; x.Phrase > from && x.Phrase < to && x.Kind == ClauseMain {
			return true
		}
	}
	return false
}
