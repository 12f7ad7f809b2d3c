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

// walk moves on to token head, weighing the names and pronouns on the way.
func (a *analysis) walk(next, pronoun *int, head int32) {
	p := &a.people
	for ; *pronoun < int(head); *pronoun++ {
		i := *pronoun
		t := &a.tokens[i]
		if *next < len(p.namings) && int(p.namings[*next].first) <= i {
			n := &p.namings[*next]
			if !n.run {
				p.raise(n.person, a.sentenceOf(i), a.nounWeight(n))
			}
			*next++
		}
		if t.run != none || t.kind != kindWord {
			continue
		}
		if t.subject && a.language.full {
			a.passUnnamed(i)
		}
		if a.language.full && t.subject && !t.inner && !t.speaker && t.word.is(isRole) {
			a.passRole(int32(i))
		}
		if g := a.pronounGender(t); g != genderUnknown && !t.speaker {
			if id := p.byPronoun(a, g, a.sentenceOf(i), nil); id != none {
				p.raise(id, a.sentenceOf(i), pronounWeight(t))
			}
		}
	}
}

// sentenceOf returns the sentence of token i. Calls must ask for growing tokens.
func (a *analysis) sentenceOf(i int) int32 {
	for a.at.sentence+1 < len(a.sentences) && int(a.sentences[a.at.sentence+1].first) <= i {
		a.at.sentence++
	}
	return int32(a.at.sentence)
}

// nounWeight is what one naming adds: the subject of a main clause more than
// one of an inner clause, and that more than an object.
func (a *analysis) nounWeight(n *naming) float64 {
	switch t := &a.tokens[n.last-1]; {
	case t.subject && !t.inner:
		return 5
	case a.topic(int(n.first)) && a.spelled(int(n.last), ","):
		return 5
	case t.subject:
		return 2
	}
	if int(n.last) < len(a.tokens) && a.tokens[n.last].word.is(isPoss) && a.tokens[n.last].glued {
		return 1.5
	}
	return 2
}

// topic reports whether the name at token i opens its sentence behind "for" or
// "as for": it is whom the sentence is about.
func (a *analysis) topic(i int) bool {
	for i > 0 && a.language.full && a.tokens[i-1].word.is(isTitle|isRole) {
		i--
	}
	if i == 0 || !a.language.full {
		return false
	}
	return a.spelled(i-1, "For") || i > 1 && a.spelled(i-1, "for") && a.spelled(i-2, "As")
}

// pronounGender tells whether a token is he or she.
func (a *analysis) pronounGender(t *token) gender {
	if !a.language.full {
		switch {
		case !t.word.is(isPron):
		case t.word.is(isMale):
			return genderMale
		case t.word.is(isFemale):
			return genderFemale
		}
		return genderUnknown
	}
	return pronounGender(a.text[t.start:t.end])
}

func pronounGender(w string) gender {
	switch w {
	case "he", "He", "him", "his", "His", "he's", "He's", "he’s", "himself":
		return genderMale
	case "she", "She", "her", "Her", "she's", "She's", "she’s", "herself":
		return genderFemale
	}
	return genderUnknown
}

// pronounWeight is what one pronoun adds.
func pronounWeight(t *token) float64 {
	if t.subject && !t.inner {
		return 2
	}
	return 1
}

// raise lets the text turn more on a person.
func (p *people) raise(id, sentence int32, by float64) {
	x := &p.list[id]
	x.weight = p.weightAt(id, sentence) + by
	x.at = sentence
}

// weightAt is how much the text turns on a person in a sentence.
func (p *people) weightAt(id, sentence int32) float64 {
	x := &p.list[id]
	if x.at == none {
		return 0
	}
	w := x.weight
	for d := sentence - x.at; d > 0 && w > 0.01; d-- {
		w *= 0.5
	}
	return min(w, 12)
}

// byPronoun returns who he or she is, or none. It is nobody whom f, if given, names.
func (p *people) byPronoun(a *analysis, g gender, sentence int32, f *found) int32 {
	best, score := int32(none), max(0.02, p.unnamedAt(g, sentence))
	for id := range p.list {
		x := &p.list[id]
		if x.kind != reader.EntityPerson || x.gender != genderUnknown && x.gender != g {
			continue
		}
		w := p.weightAt(int32(id), sentence)
		if x.gender == genderUnknown {
			w *= 0.6
		}
		if w > score && (f == nil || !a.namedIn(f, int32(id))) {
			best, score = int32(id), w
		}
	}
	return best
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
	if f.person = p.byPronoun(a, g, sentence, f); f.person == none {
		p.sayUnnamed(f, g, sentence)
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
