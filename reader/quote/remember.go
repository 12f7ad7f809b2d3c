package quote

import (
	"offprint/reader/quote/grammar"
	"offprint/reader/quote/word"
)

// rememberSubject keeps the sentence's last subject that can speak.
func (a *analysis) rememberSubject(i int) {
	a.carried.thinks = false
	if s := a.askedOf(); s != none {
		a.carried.subject, a.carried.head = a.mention(s)
		a.carried.subjectS, a.carried.found = i, none
		return
	}
	for v := range a.Verbs {
		if s := a.Verbs[v].Subject; s != none && a.Talks(v) && a.Human(s) && a.HeadAt(s).Run == none {
			a.carried.subject, a.carried.head = a.mention(s) // Lind spoke to the owners
			a.carried.subjectS = i
			return
		}
	}
	for v := range a.Verbs {
		x := &a.Verbs[v]
		if x.Subject != none && x.Kind == grammar.ClauseMain && a.rememberOwner(x.Subject) {
			a.carried.subjectS = i
			return
		}
		if x.Subject == none || x.Kind != grammar.ClauseMain || !a.Human(x.Subject) || a.HeadAt(x.Subject).Run != none {
			continue
		}
		a.carried.subject, a.carried.head = a.mention(a.presented(x))
		a.carried.subjectS, a.carried.thinks = i, a.VerbWord(v).Cue == word.CueThink
		return
	}
	if s := a.undergoes(); s != none {
		a.carried.subject, a.carried.head = a.mention(s)
		a.carried.subjectS = i
		return
	}
	if a.KindAt(0) == grammar.PhrasePrep && a.IsWord(0, "for") && a.KindAt(1) == grammar.PhraseNoun && a.IsPerson(1) && a.KindAt(2) == grammar.PhraseComma {
		a.carried.subject, a.carried.head = a.mention(1) // for Anna Lind, the day never ended
		a.carried.subjectS = i
	}
}

// undergoes returns the person whom the sentence tells something of without an act of
// theirs, or none: she is convinced that, Anna Lind was born there.
func (a *analysis) undergoes() int {
	for v := range a.Verbs {
		x := &a.Verbs[v]
		if s := x.Patient; x.Kind == grammar.ClauseMain && x.Subject == none && s != none && a.HeadAt(s).Run == none && (a.IsPerson(s) || a.PronounAt(a.Phrases[s].Head)) {
			return s
		}
	}
	return none
}

// rememberOwner keeps whose words noun phrase s is about: Lind's answer was short.
// It reports whether it did.
func (a *analysis) rememberOwner(s int) bool {
	p := &a.Phrases[s]
	h := &a.Tokens[p.Head]
	if w := a.Text[h.Start:h.End]; h.Run != none || !reportingNouns[w] && !announcingNouns[w] {
		return false
	}
	for k := p.First; k < p.Head; k++ {
		t := &a.Tokens[k]
		if t.Kind != grammar.KindWord || !t.Word.Is(word.Poss) {
			continue
		}
		if t.Glued && k > p.First {
			k--
		}
		a.carried.subject, a.carried.head = span{a.Tokens[p.First].Start, a.Tokens[k].End}, k
		return !word.EqualFold(a.Text[t.Start:t.End], "its")
	}
	return false
}

// presented returns the noun phrase of whom predicate x presents, or its subject:
// one of them is Anna Lind.
func (a *analysis) presented(x *grammar.Predicate) int {
	n := x.Phrase + 1
	if a.KindAt(n) == grammar.PhraseNoun && a.WordAt(x.Phrase).Is(word.Be) && a.Phrases[x.Phrase].Verb&grammar.Auxiliary != 0 && a.IsPerson(n) && !a.IsPerson(x.Subject) && (!a.WordAt(x.Subject).Is(word.Pron) || a.WordAt(x.Subject).Is(word.Number)) {
		return n
	}
	return x.Subject
}

// askedOf returns whom the sentence, which holds no words in marks, asks something,
// or none: who speaks next answers. I asked Lind about it.
func (a *analysis) askedOf() int {
	for v := range a.Verbs {
		x := &a.Verbs[v]
		if a.WordAt(x.Phrase).Cue != word.CueAsk || x.Kind != grammar.ClauseMain || a.WordAt(x.Phrase).Lemma != a.Language.Words["ask"].Lemma || a.Phrases[x.Phrase].Verb&grammar.Finite == 0 {
			continue
		}
		h := x.Phrase + 1
		about := h + 1
		if a.Phrases[x.Phrase].Verb&grammar.Passive != 0 { // Lind was asked about it
			h, about = x.Patient, h
		}
		if h == none || a.KindAt(h) != grammar.PhraseNoun || !a.Human(h) || x.Subject == none && x.Patient == none {
			continue
		}
		if k := a.KindAt(about); (k == grammar.PhraseWh || k == grammar.PhraseSub && a.IsWord(about, "if") || k == grammar.PhrasePrep && a.IsWord(about, "about")) && !a.quoteAfter(0) {
			return h
		}
	}
	return none
}
