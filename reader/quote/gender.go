package quote

import "offprint/reader"

// genderOf tells a person's gender from what is known so far.
func (p *people) genderOf(a *analysis, id int32) gender {
	x := &p.list[id]
	if x.gender != genderUnknown || x.kind != reader.EntityPerson || x.first == "" {
		return x.gender
	}
	w := a.language.lookup(x.first)
	switch {
	case w.is(isMale) && !w.is(isFemale):
		x.gender = genderMale
	case w.is(isFemale) && !w.is(isMale):
		x.gender = genderFemale
	}
	return x.gender
}

// tellThings sets right who was taken for a person though the text goes on
// with ", which": Nordal Hydro, which built it.
func (p *people) tellThings(a *analysis) {
	if !a.language.full {
		return
	}
	for k := range p.namings {
		n := &p.namings[k]
		if x := &p.list[n.person]; x.kind == reader.EntityPerson && !x.trusted && a.spelled(int(n.last), ",") && a.spelled(int(n.last)+1, "which") {
			x.kind = reader.EntityOrganization
		}
	}
}

// spelled reports whether token i is the word or sign w.
func (a *analysis) spelled(i int, w string) bool {
	return i < len(a.tokens) && a.text[a.tokens[i].start:a.tokens[i].end] == w
}

// tellGenders sets the genders that titles and forenames tell.
func (p *people) tellGenders(a *analysis) {
	for k := range p.namings {
		n := &p.namings[k]
		if n.title != genderUnknown {
			p.list[n.person].gender = n.title
		}
	}
	for id := range p.list {
		p.genderOf(a, int32(id))
	}
	if a.language.full {
		p.gendersByPronouns(a)
	}
}

// gendersByPronouns tells the gender of those whose forename does not tell it from
// the pronouns in sentences that name nobody else: Lind, who closed his shop.
func (p *people) gendersByPronouns(a *analysis) {
	for len(p.hints) < len(p.list) {
		p.hints = append(p.hints, 0)
	}
	clear(p.hints)
	next := 0 // naming; takes them in the order of the text
	p.sortNamings()
	for k := range a.sentences {
		s := &a.sentences[k]
		id, several := int32(none), false
		from := s.last
		for ; next < len(p.namings) && p.namings[next].first < s.last; next++ {
			n := &p.namings[next]
			if p.list[n.person].kind != reader.EntityPerson {
				continue
			}
			several = several || id != none && id != n.person
			if id, from = n.person, min(from, n.last); n.run {
				several = true
			}
		}
		if id != none && !several && p.list[id].gender == genderUnknown {
			p.hints[id] += a.pronounsIn(from, s.last)
			if x := &p.list[id]; x.first == "" && !x.trusted && x.thing < 2 {
				x.thing += a.itsIn(from, s.last)
			}
		}
	}
	for id := range p.list {
		switch x := &p.list[id]; {
		case x.gender != genderUnknown:
		case p.hints[id] == 0 && x.thing >= 2:
			x.kind = reader.EntityOrganization
		case p.hints[id] >= 2:
			x.gender = genderMale
		case p.hints[id] <= -2:
			x.gender = genderFemale
		}
	}
}

// itsIn tells how much the words outside of marks between two tokens look like
// those about a body: 2 of its, 1 of it, neither if somebody is he or she.
func (a *analysis) itsIn(first, last int32) int8 {
	n := int8(0)
	for i := first; i < last; i++ {
		switch t := &a.tokens[i]; {
		case t.run != none || t.kind != kindWord:
		case a.spelled(int(i), "its"):
			n = 2
		case a.spelled(int(i), "it") && i > 0 && (a.tokens[i-1].word.cue != cueNone || a.spelled(int(i)-1, "that")):
			n = max(n, 1)
		}
	}
	return n
}

// pronounsIn tells the gender of the pronouns outside of marks between two
// tokens: 1 of he and his alone, -1 of she and her alone, else 0.
func (a *analysis) pronounsIn(first, last int32) int8 {
	he, she := false, false
	for i := first; i < last; i++ {
		t := &a.tokens[i]
		if t.run != none || t.kind != kindWord {
			continue
		}
		switch a.pronounGender(t) {
		case genderMale:
			he = true
		case genderFemale:
			she = true
		}
	}
	switch {
	case he && !she:
		return 1
	case she && !he:
		return -1
	}
	return 0
}
