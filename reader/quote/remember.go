package quote

// rememberSubject keeps the sentence's last subject that can speak.
func (a *analysis) rememberSubject(i int) {
	a.carried.thinks = false
	if s := a.askedOf(); s != none {
		a.carried.subject, a.carried.head = a.mention(s)
		a.carried.subjectS, a.carried.found = i, none
		return
	}
	for v := range a.verbs {
		if s := a.verbs[v].subject; s != none && a.talks(v) && a.human(s) && a.headAt(s).run == none {
			a.carried.subject, a.carried.head = a.mention(s) // Lind spoke to the owners
			a.carried.subjectS = i
			return
		}
	}
	for v := range a.verbs {
		x := &a.verbs[v]
		if x.subject != none && x.kind == clauseMain && a.rememberOwner(x.subject) {
			a.carried.subjectS = i
			return
		}
		if x.subject == none || x.kind != clauseMain || !a.human(x.subject) || a.headAt(x.subject).run != none {
			continue
		}
		a.carried.subject, a.carried.head = a.mention(a.presented(x))
		a.carried.subjectS, a.carried.thinks = i, a.verbWord(v).cue == cueThink
		return
	}
	if s := a.undergoes(); s != none {
		a.carried.subject, a.carried.head = a.mention(s)
		a.carried.subjectS = i
		return
	}
	if a.kindAt(0) == phrasePrep && a.isWord(0, "for") && a.kindAt(1) == phraseNoun && a.isPerson(1) && a.kindAt(2) == phraseComma {
		a.carried.subject, a.carried.head = a.mention(1) // for Anna Lind, the day never ended
		a.carried.subjectS = i
	}
}

// undergoes returns the person whom the sentence tells something of without an act of
// theirs, or none: she is convinced that, Anna Lind was born there.
func (a *analysis) undergoes() int {
	for v := range a.verbs {
		x := &a.verbs[v]
		if s := x.patient; x.kind == clauseMain && x.subject == none && s != none && a.headAt(s).run == none && (a.isPerson(s) || a.pronounAt(a.phrases[s].head)) {
			return s
		}
	}
	return none
}

// rememberOwner keeps whose words noun phrase s is about: Lind's answer was short.
// It reports whether it did.
func (a *analysis) rememberOwner(s int) bool {
	p := &a.phrases[s]
	h := &a.tokens[p.head]
	if w := a.text[h.start:h.end]; h.run != none || !reportingNouns[w] && !announcingNouns[w] {
		return false
	}
	for k := p.first; k < p.head; k++ {
		t := &a.tokens[k]
		if t.kind != kindWord || !t.word.is(isPoss) {
			continue
		}
		if t.glued && k > p.first {
			k--
		}
		a.carried.subject, a.carried.head = span{a.tokens[p.first].start, a.tokens[k].end}, k
		return !equalFold(a.text[t.start:t.end], "its")
	}
	return false
}

// presented returns the noun phrase of whom predicate x presents, or its subject:
// one of them is Anna Lind.
func (a *analysis) presented(x *predicate) int {
	n := x.phrase + 1
	if a.kindAt(n) == phraseNoun && a.wordAt(x.phrase).is(isBe) && a.phrases[x.phrase].verb&auxiliary != 0 && a.isPerson(n) && !a.isPerson(x.subject) && (!a.wordAt(x.subject).is(isPron) || a.wordAt(x.subject).is(isNumber)) {
		return n
	}
	return x.subject
}

// askedOf returns whom the sentence, which holds no words in marks, asks something,
// or none: who speaks next answers. I asked Lind about it.
func (a *analysis) askedOf() int {
	for v := range a.verbs {
		x := &a.verbs[v]
		if a.wordAt(x.phrase).cue != cueAsk || x.kind != clauseMain || a.wordAt(x.phrase).lemma != a.language.words["ask"].lemma || a.phrases[x.phrase].verb&finite == 0 {
			continue
		}
		h := x.phrase + 1
		about := h + 1
		if a.phrases[x.phrase].verb&passive != 0 { // Lind was asked about it
			h, about = x.patient, h
		}
		if h == none || a.kindAt(h) != phraseNoun || !a.human(h) || x.subject == none && x.patient == none {
			continue
		}
		if k := a.kindAt(about); (k == phraseWh || k == phraseSub && a.isWord(about, "if") || k == phrasePrep && a.isWord(about, "about")) && !a.quoteAfter(0) {
			return h
		}
	}
	return none
}
