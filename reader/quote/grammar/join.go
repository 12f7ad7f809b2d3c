package grammar

import "offprint/reader/quote/word"

// join gives verb i the subject of an earlier verb: "... and added". A cue
// goes with the outermost cue, for a report's verbs run on at that level.
func (a *Analysis) join(i int) {
	owner := a.joinOwner(i)
	if owner == none {
		return
	}
	v := a.active(owner)
	if a.Phrases[i].Verb&Participle != 0 && a.Phrases[v.Phrase].Verb&Passive != 0 && a.Phrases[i].Last-a.Phrases[i].First == 1 && !a.saysItself(i) {
		a.Phrases[i].Verb |= Passive // was taken in and told
	}
	id := a.AddVerb(Predicate{Phrase: i, Subject: v.Subject, Outer: v.Outer, Kind: v.Kind, Opened: i, Joined: true, Owner: owner})
	for k := range a.stack {
		if a.stack[k].verb == owner {
			a.stack = a.stack[:k+1]
			a.stack[k].verb = id
			return
		}
	}
}

// tense tells a past form from a present one; 0 if the verb phrase i has auxiliaries.
func (a *Analysis) tense(i int) word.Class {
	p := &a.Phrases[i]
	if p.Last-p.First > 1 || p.Verb&Finite == 0 {
		return 0
	}
	switch w := a.Tokens[p.Head].Word; {
	case w.Is(word.Past):
		return word.Past
	case w.Is(word.Third):
		return word.Third
	}
	return 0
}

// presentOuter reports whether the past verb v stands in what somebody says
// now: she says he came and asked.
func (a *Analysis) presentOuter(v int) bool {
	u := a.Verbs[v].Outer
	return u != none && a.tense(a.Verbs[v].Phrase) == word.Past && a.tense(a.Verbs[u].Phrase) == word.Third
}

// sameAuxiliary reports whether both verbs begin with the same auxiliary: it
// would attack and would respond.
func (a *Analysis) sameAuxiliary(i, j int) bool {
	x, y := &a.Tokens[a.Phrases[i].First], &a.Tokens[a.Phrases[j].First]
	return x.Word.Is(word.Modal|word.Have|word.Be|word.Do) && a.Text[x.Start:x.End] == a.Text[y.Start:y.End]
}

func (a *Analysis) joinOwner(i int) int {
	if n := len(a.Verbs) - 1; n >= 0 && a.baseAlone(i) && a.Phrases[a.Verbs[n].Phrase].Verb&Infinitive != 0 {
		return n // to get up and go
	}
	if v := a.top().verb; v != none && a.sameAuxiliary(i, a.Verbs[v].Phrase) {
		return v
	}
	if v := a.top().verb; v != none && a.tense(i) != 0 && a.tense(i) == a.tense(a.Verbs[v].Phrase) && a.presentOuter(v) {
		return v
	}
	if n := len(a.Verbs) - 1; n >= 0 && a.goesOnIng(n, i) {
		return n // is acting late and showing
	}
	if a.WordAt(i).Cue != word.CueNone {
		for k := range a.stack {
			v := a.stack[k].verb
			if v != none && a.stack[k].kind != ClauseSub && !a.innerThought(i, v) && a.VerbWord(v).Cue != word.CueNone {
				return v
			}
		}
	}
	return a.top().verb
}

// innerThought reports whether the verb at phrase i tells what somebody thinks in
// what predicate v says, rather than beside it: said she was glad but feared the sea,
// said he is old and wants to go.
func (a *Analysis) innerThought(i, v int) bool {
	u := a.top().verb
	return a.WordAt(i).Cue == word.CueThink && u != none && u != v && a.Verbs[u].Kind == ClauseComplement && a.Verbs[u].Subject != none
}

// goesOnIng reports whether "and" joins the gerund at phrase i to the -ing form that
// predicate n ends with.
func (a *Analysis) goesOnIng(n, i int) bool {
	v := a.Verbs[n].Phrase
	return a.Phrases[i].Verb&Gerund != 0 && a.KindAt(a.Before(i)) == PhraseConj && a.HeadAt(v).Word.Is(word.Ing) && !a.commaBetween(v, i)
}

// baseAlone reports whether verb i is one word in its base form.
func (a *Analysis) baseAlone(i int) bool {
	p := &a.Phrases[i]
	w := a.Tokens[p.Head].Word
	return p.Last-p.First == 1 && w.Is(word.Base) && !w.Is(word.Past|word.Third)
}

// active returns predicate v with the subject of its clause, also if the verb
// is passive.
func (a *Analysis) active(v int) Predicate {
	p := a.Verbs[v]
	if p.Patient != none {
		p.Subject = p.Patient
	}
	return p
}

// saysItself reports whether the verb at phrase i, which could be a participle, has
// words or a clause of its own: was forced to leave and said that.
func (a *Analysis) saysItself(i int) bool {
	k := a.Complement(i+1, i).Kind
	return k == ContentQuote || k == ContentClause && a.WordAt(i).Cue == word.CueSay
}
