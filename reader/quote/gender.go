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
}
