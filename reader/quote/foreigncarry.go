package quote

// foreignCarry gives the run s of the tokens from first to last, which has no
// frame, to who spoke before if it is a sentence of its own.
func (a *analysis) foreignCarry(i, first, last int, s span) {
	alone := first == int(a.current.first) && !a.wordBetween(last, int(a.current.last))
	if alone && !a.heading() && a.carryOn(i, s) {
		return
	}
	a.append(a.unsourced(i, patternNone), s)
}

// foreignBare ties the run s to a verb of speech that stands alone behind it:
// «No», dijo. Its speaker is who the sentence before was about.
func (a *analysis) foreignBare(i, first, last int, s span) bool {
	v := last
	for v < int(a.current.last) && a.tokens[v].kind == kindPunct && (a.tokens[v].sign == ',' || a.tokens[v].sign == '-') {
		v++
	}
	if v == last || v >= int(a.current.last) || !a.cueHere(v) || a.tokens[v].word.is(isPrep|isPron) {
		return false
	}
	if n := v + 1; !a.drops() && n < int(a.current.last) && a.tokens[n].kind != kindPunct && !a.tokens[n].word.is(isConj) {
		return false
	}
	return first == int(a.current.first) && a.carryOn(i, s) || a.drops() && a.speaksStill(i, s, 4)
}

// drops reports whether the language leaves out he and she: Spanish.
func (a *analysis) drops() bool { return a.language.latin && !a.language.elides }

// bareBefore ties the run s, which opens at token first, to a verb of speech
// without a subject before it: Al respecto, explicó que «…», y agregó que «…».
func (a *analysis) bareBefore(i, first int, s span) bool {
	if !a.drops() {
		return false
	}
	for v := first - 1; v >= int(a.current.first) && v > first-25; v-- {
		t := &a.tokens[v]
		if t.kind == kindMark || t.run != none || t.kind == kindPunct && t.sign != ',' && t.sign != ':' {
			return false
		}
		if a.cueHere(v) && !t.word.is(isPrep|isPron|isAdv) {
			return a.speaksStill(i, s, 4)
		}
	}
	return false
}

// speaksStill gives the run s to who spoke last, in this sentence or one of the few
// before it, or else to whom the sentence before was about.
func (a *analysis) speaksStill(i int, s span, few int) bool {
	f := a.unsourced(i, patternSubject)
	c := &a.carried
	k := len(a.found) - 1
	switch {
	case k >= 0 && i-int(a.found[k].sentence) <= few && a.found[k].head != none && (c.subjectS <= int(a.found[k].sentence) || c.head == none):
		f.source, f.head, f.alias = a.found[k].source, a.found[k].head, a.found[k].alias
	case c.head != none && i-c.subjectS <= few:
		f.source, f.head = c.subject, c.head
	default:
		return false
	}
	a.append(f, s)
	return true
}

// reported reports whether the words of the sentence without marks are
// somebody's, as the verb tells in German: Man müsse das Haus „von Grund auf
// neu bauen“.
func (a *analysis) reported() bool {
	if !a.language.nouns {
		return false
	}
	for k := int(a.current.first); k < int(a.current.last); k++ {
		if a.tokens[k].run == none && a.tokens[k].word.is(isReported) {
			return true
		}
	}
	return false
}

// rememberForeign keeps who the sentence i is about, for the quotes of the
// next one: who its frame names ("so Vogel"), or the name or the pronoun that
// it begins with.
func (a *analysis) rememberForeign(i int) {
	begin, end := int(a.current.first), int(a.current.last)
	bare := false
	for v := begin; v < end; v++ {
		if a.tokens[v].run != none || !a.cueHere(v) {
			continue
		}
		if f, ok := a.frameAround(i, v, end); ok && a.rememberable(&f, v) {
			a.carried.subject, a.carried.head, a.carried.subjectS = f.source, f.head, i
			if f.alias != none {
				a.carried.head = f.alias
			}
			return
		}
		bare = true
	}
	if bare && a.carried.head != none && a.carried.subjectS == i-1 { // El contrato, advirtió, termina
		a.carried.subjectS = i
		return
	}
	if c := &a.carried; a.carried.reported && (c.subjectS == i-1 || c.sentence == i-1 && c.found != none) {
		if k := c.found; k != none && c.sentence == i-1 && a.found[k].head != none {
			c.subject, c.head = a.found[k].source, a.found[k].head
		}
		if c.head != none {
			c.subjectS = i // Das sei alles.
			return
		}
	}
	a.rememberBegin(i, begin, end)
}

// rememberable reports whether the source of f, which the verb v reports, may
// go on speaking in the next sentence: a person, he or she, a role, or in
// reported speech the body right behind the verb, teilte das Amt mit.
func (a *analysis) rememberable(f *found, v int) bool {
	if a.namesPerson(int(f.head)) || f.alias != none || a.tokens[f.head].word.is(isRole|isPron) {
		return true
	}
	return a.carried.reported && int(a.sourceFirst(f)) == v+1 && a.tokens[v+1].word.is(isDet)
}

// rememberBegin keeps whom the sentence i begins with: a name, he or she, or a
// role with its name behind it.
func (a *analysis) rememberBegin(i, begin, end int) {
	role := none
	at := begin
	for at < end && a.tokens[at].kind == kindWord && a.tokens[at].word.is(isDet|isRole) && !a.namesPerson(at) {
		if a.tokens[at].word.is(isRole) {
			role = at
		}
		at++
	}
	c := &a.carried
	switch {
	case at >= end || a.tokens[at].run != none:
	case a.namesPerson(at):
		to := at + 1
		for to < end && a.people.at[to] == a.people.at[at] {
			to++
		}
		c.subject, c.head, c.subjectS = span{a.tokens[at].start, a.tokens[to-1].end}, int32(to-1), i
	case role != none:
		c.subject, c.head, c.subjectS = span{a.tokens[begin].start, a.tokens[role].end}, int32(role), i
		if alias := a.foreignAlias(at); alias != none {
			c.head = alias
		}
	case a.tokens[at].word.is(isMale | isFemale):
		c.subject, c.head, c.subjectS = span{a.tokens[at].start, a.tokens[at].end}, int32(at), i
	}
}
