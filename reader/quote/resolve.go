package quote

import "offprint/reader"

// resolve gives every quote the full name of its speaker. It walks through
// the text once and keeps for every person how much the text turns on them.
func (a *analysis) resolve() {
	p := &a.people
	next := 0 // naming
	a.order = a.order[:0]
	for k := range a.found {
		a.order = append(a.order, int32(k))
	}
	sortByHead(a.order, a.found)
	p.sortNamings()
	s := 0
	pronoun := 0
	for _, k := range a.order {
		f := &a.found[k]
		if f.head == none {
			continue
		}
		for s+1 < len(a.sentences) && a.sentences[s+1].first <= f.head {
			s++
		}
		a.walk(&next, &pronoun, f.head)
		a.name(f)
		a.spokeNow(f, a.sentenceOf(int(f.head)))
	}
	for k := range a.found {
		a.finish(&a.found[k])
	}
}

// name finds who the source of f is.
func (a *analysis) name(f *found) {
	p, t := &a.people, &a.tokens[f.head]
	s := a.sentenceOf(int(f.head))
	if n := p.at[f.head]; n != none && !a.officeOf(f, n) {
		a.nameNamed(f, n, s)
		return
	}
	if id := a.misspelt(f); id != none && a.language.full {
		f.person, f.by = id, evidenceRole
		p.raise(id, s, 2)
		return
	}
	if equalFold(a.text[t.start:t.end], "it") && p.body != none && s-p.bodyAt <= 2 {
		f.person, f.by, p.bodyAt = p.body, evidencePronoun, s
		return
	}
	if id := a.nameBeside(f); id != none {
		f.person, f.by = id, evidenceFull
		p.raise(id, s, 3)
		return
	}
	if g := a.pronounGender(t); g != genderUnknown {
		a.namePronoun(f, g, s)
		return
	}
	if f.group = a.group(f, s); f.group.end > 0 {
		f.by = evidencePronoun
		return
	}
	a.nameRole(f, s)
}

// nameNamed gives f, whose source turns on naming n in sentence s, who is named there.
func (a *analysis) nameNamed(f *found, n, s int32) {
	p := &a.people
	x := &p.namings[n]
	f.by = evidenceShort
	if f.group = a.both(f, n); f.group.end > 0 {
		p.raise(x.person, s, 3)
		return
	}
	f.person = x.person
	if x.last-x.first > 1 {
		f.by = evidenceFull
	}
	p.raise(f.person, s, 3)
	if p.list[f.person].kind != reader.EntityPerson {
		p.body, p.bodyAt = f.person, s
	}
}

// nameBeside returns the person whose name stands beside the source of f or
// ends it, or none.
func (a *analysis) nameBeside(f *found) int32 {
	p := &a.people
	if f.alias != none && p.at[f.alias] != none {
		if id := p.namings[p.at[f.alias]].person; p.list[id].kind == reader.EntityPerson {
			return id
		}
	}
	if id := a.calledBy(f); id != none {
		return id
	}
	if id := a.writerOf(f); id != none {
		return id
	}
	return a.nameInside(f)
}

// nameRole finds who the role is that the source of f tells, in sentence s.
func (a *analysis) nameRole(f *found, s int32) {
	p, t := &a.people, &a.tokens[f.head]
	if id := a.ofPair(f, s); id != none {
		f.person, f.by = id, evidenceRole
		p.raise(id, s, 2)
		return
	}
	first := a.sourceFirst(f)
	if a.ageSource(f) {
		if f.person = p.weightiest(s); f.person != none {
			f.by = evidencePronoun
			p.raise(f.person, s, 2)
		}
		return
	}
	if a.severalRoles(f.head) {
		return
	}
	definite := a.tokens[first].word.is(isDet|isPoss) || a.language.bare && first == f.head || a.owned(first, f.head)
	if definite && !a.indefinite(first) && t.word.is(isRole|isHuman) {
		f.person, f.by = p.byRole(a, first, f.head, s), evidenceRole
		switch {
		case f.person != none:
		case a.language.full:
			if f.person = a.byBroader(first, f.head, s); f.person == none {
				f.person = p.byRoleSoon(a, first, f.head)
			}
			if f.person == none {
				f.person = a.byEpithet(f, first, s)
			}
		default:
			f.person = p.byRoleLater(a, f.head)
		}
		if f.person != none {
			p.raise(f.person, s, 2)
		}
	}
}

// namePronoun finds who the pronoun of f is, and learns a gender from it.
func (a *analysis) namePronoun(f *found, g gender, sentence int32) {
	p := &a.people
	f.by = evidencePronoun
	f.person = p.byPronoun(g, sentence, func(id int32) bool { return a.namedIn(f, id) })
	if f.person == none {
		f.group.start, f.group.end = p.sayUnnamed(g, sentence)
		return
	}
	if x := &p.list[f.person]; x.gender == genderUnknown {
		x.gender = g
	}
	p.raise(f.person, sentence, 2)
}

// namedIn reports whether the marked words of f name person id: people seldom
// speak of themselves by name.
func (a *analysis) namedIn(f *found, id int32) bool {
	p := &a.people
	for q := f.first; q != none; q = a.parts[q].next {
		first, last := a.tokensIn(int(a.parts[q].start), int(a.parts[q].end))
		for i := first; i < last; i++ {
			if n := p.at[i]; n != none && a.tokens[i].run != none && p.namings[n].person == id {
				return true
			}
		}
	}
	return false
}

// sourceFirst returns the first token of the source.
func (a *analysis) sourceFirst(f *found) int32 {
	i := f.head
	for i > 0 && a.tokens[i-1].start >= f.source.start {
		i--
	}
	return i
}

// finish writes the speaker of f.
func (a *analysis) finish(f *found) {
	if f.source.start >= f.source.end {
		return
	}
	if f.person != none {
		x := &a.people.list[f.person]
		if x.shown == "" {
			x.shown = reader.CleanLine(x.name)
		}
		f.speaker.Name = x.shown
		f.speaker.Kind = reader.SpeakerOrganization
		if x.kind == reader.EntityPerson {
			f.speaker.Kind = reader.SpeakerPerson
		}
		f.confidence = a.confidenceOf(f)
		return
	}
	if f.group.end > 0 {
		f.speaker.Kind = reader.SpeakerRole
		a.show(f, f.group)
		return
	}
	if kind, told := a.kindOfSource(f); told {
		f.speaker.Kind = kind
		a.show(f, f.source)
	} else {
		f.speaker.Kind = reader.SpeakerUnknown
	}
}

// kindOfSource tells what the source of f is, which names nobody that is known;
// told is whether its words tell who speaks at all.
func (a *analysis) kindOfSource(f *found) (kind reader.SpeakerKind, told bool) {
	t := &a.tokens[f.head]
	w := t.word
	if w.is(isPron|isObject|isRel|isPoss) && !w.is(isNumber) {
		return reader.SpeakerUnknown, false
	}
	told = !a.language.full || a.speaker(f.head) || f.how == patternLabel || f.how == patternSigned
	role := w.is(isRole|isTitle|isSaying) || w.is(isDet|isConj|isNumber) && t.kind == kindWord // Another, Neither of them
	switch {
	case role || a.letterFor(int(f.head)):
		return reader.SpeakerRole, told
	case f.how == patternLabel:
		return reader.SpeakerUnknown, told
	case a.language.nouns && a.tokens[a.sourceFirst(f)].word.is(isDet): // der Landwirt
	case t.upper || w.is(isOrg):
		return reader.SpeakerOrganization, told
	}
	return reader.SpeakerRole, told
}

// show lets the words s stand for the speaker of f.
func (a *analysis) show(f *found, s span) {
	f.speaker.Name = reader.CleanLine(a.sourceText(s))
	f.confidence = a.confidenceOf(f)
}
