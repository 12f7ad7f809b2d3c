package people

import (
	"strings"

	"offprint/reader"
	"offprint/reader/quote/grammar"
	"offprint/reader/quote/word"
)

// genderOf tells a person's gender from what is known so far.
func (p *Named) genderOf(a *Analysis, id int32) grammar.Gender {
	x := &p.List[id]
	if x.Gender != grammar.GenderUnknown || x.Kind != reader.EntityPerson {
		return x.Gender
	}
	forename := x.First
	if forename == "" && a.Language.Full && x.given && !strings.Contains(x.Name, " ") {
		forename = x.Name // somebody who is called by it alone
	}
	if forename == "" {
		return x.Gender
	}
	w := a.Language.Lookup(forename)
	switch {
	case w.Is(word.Male) && !w.Is(word.Female):
		x.Gender = grammar.GenderMale
	case w.Is(word.Female) && !w.Is(word.Male):
		x.Gender = grammar.GenderFemale
	}
	return x.Gender
}

// tellThings sets right who was taken for a person though the text goes on
// with ", which": Nordal Hydro, which built it; not who was given with a known
// forename: the letter to Lind, which she read.
func (p *Named) tellThings(a *Analysis) {
	if !a.Language.Full {
		return
	}
	for k := range p.Namings {
		n := &p.Namings[k]
		if x := &p.List[n.Person]; x.Kind == reader.EntityPerson && !x.trusted && !(x.given && a.Language.Lookup(x.First).Is(word.Forename)) && a.Spelled(int(n.Last), ",") && a.Spelled(int(n.Last)+1, "which") {
			x.Kind = reader.EntityOrganization
		}
	}
}

// tellGenders sets the genders that titles and forenames tell.
func (p *Named) tellGenders(a *Analysis) {
	for k := range p.Namings {
		n := &p.Namings[k]
		if n.title != grammar.GenderUnknown {
			p.List[n.Person].Gender = n.title
		}
	}
	for id := range p.List {
		p.genderOf(a, int32(id))
	}
	if a.Language.Full {
		p.gendersByPronouns(a)
	}
}

// gendersByPronouns tells the gender of those whose forename does not tell it from
// the pronouns in sentences that name nobody else: Lind, who closed his shop.
func (p *Named) gendersByPronouns(a *Analysis) {
	for len(p.hints) < len(p.List) {
		p.hints = append(p.hints, 0)
	}
	clear(p.hints)
	next := 0 // naming; takes them in the order of the text
	p.SortNamings()
	for k := range a.Sentences {
		s := &a.Sentences[k]
		id, several := int32(none), false
		from := s.Last
		for ; next < len(p.Namings) && p.Namings[next].First < s.Last; next++ {
			n := &p.Namings[next]
			if p.List[n.Person].Kind != reader.EntityPerson {
				continue
			}
			several = several || id != none && id != n.Person
			if id, from = n.Person, min(from, n.Last); n.run {
				several = true
			}
		}
		if id != none && !several && p.List[id].Gender == grammar.GenderUnknown {
			p.hints[id] += a.pronounsIn(from, s.Last)
			if x := &p.List[id]; x.First == "" && !x.trusted && x.thing < 2 {
				x.thing += a.itsIn(from, s.Last)
			}
		}
	}
	for id := range p.List {
		switch x := &p.List[id]; {
		case x.Gender != grammar.GenderUnknown:
		case p.hints[id] == 0 && x.thing >= 2:
			x.Kind = reader.EntityOrganization
		case p.hints[id] >= 2:
			x.Gender = grammar.GenderMale
		case p.hints[id] <= -2:
			x.Gender = grammar.GenderFemale
		}
	}
}

// itsIn tells how much the words outside of marks between two tokens look like
// those about a body: 2 of its, 1 of it, neither if somebody is he or she.
func (a *Analysis) itsIn(first, last int32) int8 {
	n := int8(0)
	for i := first; i < last; i++ {
		switch t := &a.Tokens[i]; {
		case t.Run != none || t.Kind != grammar.KindWord:
		case a.Spelled(int(i), "its"):
			n = 2
		case a.Spelled(int(i), "it") && i > 0 && (a.Tokens[i-1].Word.Cue != word.CueNone || a.Spelled(int(i)-1, "that")):
			n = max(n, 1)
		}
	}
	return n
}

// pronounsIn tells the gender of the pronouns outside of marks between two
// tokens: 1 of he and his alone, -1 of she and her alone, else 0.
func (a *Analysis) pronounsIn(first, last int32) int8 {
	he, she := false, false
	for i := first; i < last; i++ {
		t := &a.Tokens[i]
		if t.Run != none || t.Kind != grammar.KindWord {
			continue
		}
		switch a.PronounGender(t) {
		case grammar.GenderMale:
			he = true
		case grammar.GenderFemale:
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

// NounAround returns the bytes of the noun phrase whose last word is token i.
func (a *Analysis) NounAround(i int32) (start, end int32) {
	first := i
	for first > 0 && i-first < 4 {
		t := &a.Tokens[first-1]
		if t.Kind != grammar.KindWord || t.Run != none || t.Word.Is(word.Prep|word.Conj|word.Sub|word.That|word.Rel|word.To|word.Aux|word.Past|word.Third) {
			break
		}
		if first--; t.Word.Is(word.Det | word.Poss) {
			break
		}
	}
	return a.Tokens[first].Start, a.Tokens[i].End
}

// Weightiest returns the person whom the text turns on most in a sentence, or none.
func (p *Named) Weightiest(sentence int32) int32 {
	best, score := int32(none), 1.0
	for id := range p.List {
		if p.List[id].Kind != reader.EntityPerson {
			continue
		}
		if w := p.WeightAt(int32(id), sentence); w > score {
			best, score = int32(id), w
		}
	}
	return best
}

// SayerGender learns the gender of the person at token i from the past tense
// of the verb v, which tells it in Russian and Ukrainian: сказала Белова.
func (a *Analysis) SayerGender(v, i int) {
	n := a.Named.At[i]
	if !a.Language.Bare || n == none {
		return
	}
	x := &a.Named.List[a.Named.Namings[n].Person]
	t := &a.Tokens[v]
	if x.Gender != grammar.GenderUnknown || t.Word.Is(word.Prep|word.Pron) {
		return
	}
	switch w := a.Text[t.Start:t.End]; {
	case strings.HasSuffix(w, "ла"), strings.HasSuffix(w, "лась"), strings.HasSuffix(w, "лася"):
		x.Gender = grammar.GenderFemale
	case strings.HasSuffix(w, "л"), strings.HasSuffix(w, "лся"), strings.HasSuffix(w, "в"), strings.HasSuffix(w, "вся"):
		x.Gender = grammar.GenderMale
	}
}
