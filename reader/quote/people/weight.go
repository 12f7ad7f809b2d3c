package people

import (
	"offprint/reader"
	"offprint/reader/quote/grammar"
	"offprint/reader/quote/word"
)

// Walk moves on to token head, weighing the names and pronouns on the way.
func (a *Analysis) Walk(next, pronoun *int, head int32) {
	p := &a.Named
	for ; *pronoun < int(head); *pronoun++ {
		i := *pronoun
		t := &a.Tokens[i]
		if *next < len(p.Namings) && int(p.Namings[*next].First) <= i {
			n := &p.Namings[*next]
			if !n.run {
				p.Raise(n.Person, a.SentenceOf(i), a.nounWeight(n))
				if t := &a.Tokens[n.Last-1]; t.Subject && (!t.Inner || a.behindEmpty(i)) || a.topic(int(n.First)) && a.Spelled(int(n.Last), ",") || a.opensForeign(n) {
					p.List[n.Person].subjectAt = a.SentenceOf(i)
				}
			}
			*next++
		}
		if t.Run != none || t.Kind != grammar.KindWord {
			continue
		}
		if t.Subject && a.Language.Full {
			a.passUnnamed(i)
		}
		if a.Language.Full && t.Subject && !t.Inner && !t.Speaker && t.Word.Is(word.Role) {
			a.passRole(int32(i))
		}
		if g := a.PronounGender(t); g != grammar.GenderUnknown && !t.Speaker {
			if id := p.ByPronoun(g, a.SentenceOf(i), nil); id != none {
				p.Raise(id, a.SentenceOf(i), pronounWeight(t))
			}
		}
	}
}

// opensForeign reports whether naming n opens a sentence of a language without a
// grammar of clauses, where it is mostly the subject: Песков отметил.
func (a *Analysis) opensForeign(n *Naming) bool {
	return !a.Language.Full && n.First == a.Sentences[a.SentenceOf(int(n.First))].First
}

// SentenceOf returns the sentence of token i. Calls must ask for growing tokens.
func (a *Analysis) SentenceOf(i int) int32 {
	for a.weighed+1 < len(a.Sentences) && int(a.Sentences[a.weighed+1].First) <= i {
		a.weighed++
	}
	return int32(a.weighed)
}

// nounWeight is what one naming adds: the subject of a main clause more than
// one of an inner clause, and that more than an object.
func (a *Analysis) nounWeight(n *Naming) float64 {
	switch t := &a.Tokens[n.Last-1]; {
	case t.Subject && (!t.Inner || a.behindEmpty(int(n.First))):
		return 5
	case a.topic(int(n.First)) && a.Spelled(int(n.Last), ","):
		return 5
	case t.Subject:
		return 2
	case a.passiveBy(int(n.First)):
		return 1
	}
	if int(n.Last) < len(a.Tokens) && a.Tokens[n.Last].Word.Is(word.Poss) && a.Tokens[n.Last].Glued {
		return 1.5
	}
	return 2
}

// behindEmpty reports whether the clause of which the name at token i is the
// subject hangs on a main clause that is about nobody, right at the head of its
// sentence: this was the first time Lind spoke.
func (a *Analysis) behindEmpty(i int) bool {
	if !a.Language.Full {
		return false
	}
	s := a.Sentences[a.SentenceOf(i)].First
	if i-int(s) > 8 || !a.Spelled(int(s), "It") && !a.Spelled(int(s), "This") && !a.Spelled(int(s), "That") && !a.Spelled(int(s), "There") || !a.Tokens[s+1].Word.Is(word.Be) {
		return false
	}
	for k := int(s) + 2; k < i; k++ {
		if t := &a.Tokens[k]; t.Kind != grammar.KindWord || t.Word.Is(word.Pron|word.Sub|word.Finite) && !t.Word.Is(word.Noun|word.Adj|word.Time|word.Det) || a.Named.At[k] != none && a.NamesPerson(k) {
			return false
		}
	}
	return true
}

// passiveBy reports whether the name at token i is by whom something was done: by Lind.
func (a *Analysis) passiveBy(i int) bool {
	if !a.Language.Full || i < 2 || !a.Spelled(i-1, "by") {
		return false
	}
	return a.Tokens[i-2].Word.Is(word.Part)
}

// topic reports whether the name at token i opens its sentence behind "for" or
// "as for": it is whom the sentence is about.
func (a *Analysis) topic(i int) bool {
	for i > 0 && a.Language.Full && a.Tokens[i-1].Word.Is(word.Title|word.Role) {
		i--
	}
	if i == 0 || !a.Language.Full {
		return false
	}
	return a.Spelled(i-1, "For") || i > 1 && a.Spelled(i-1, "for") && a.Spelled(i-2, "As")
}

// PronounGender tells whether a token is he or she.
func (a *Analysis) PronounGender(t *grammar.Token) grammar.Gender {
	if !a.Language.Full {
		switch {
		case !t.Word.Is(word.Pron):
		case t.Word.Is(word.Male):
			return grammar.GenderMale
		case t.Word.Is(word.Female):
			return grammar.GenderFemale
		}
		return grammar.GenderUnknown
	}
	return grammar.PronounGender(a.Text[t.Start:t.End])
}

// pronounWeight is what one pronoun adds.
func pronounWeight(t *grammar.Token) float64 {
	if t.Subject && !t.Inner {
		return 2
	}
	return 1
}

// Raise lets the text turn more on a person.
func (p *Named) Raise(id, sentence int32, by float64) {
	x := &p.List[id]
	x.weight = p.WeightAt(id, sentence) + by
	x.At = sentence
}

// WeightAt is how much the text turns on a person in a sentence.
func (p *Named) WeightAt(id, sentence int32) float64 {
	x := &p.List[id]
	if x.At == none {
		return 0
	}
	w := x.weight
	for d := sentence - x.At; d > 0 && w > 0.01; d-- {
		w *= 0.5
	}
	return min(w, 12)
}

// ByPronoun returns who he or she is, or none. Of a pronoun that is told to speak,
// named tells who is in the words, and so hardly says them; of another it is nil.
func (p *Named) ByPronoun(g grammar.Gender, sentence int32, named func(id int32) bool) int32 {
	best, score := int32(none), max(0.02, p.unnamedAt(g, sentence))
	for id := range p.List {
		x := &p.List[id]
		if x.Kind != reader.EntityPerson || x.Gender != grammar.GenderUnknown && x.Gender != g {
			continue
		}
		w := p.WeightAt(int32(id), sentence)
		switch {
		case named == nil || x.subjectAt == none:
		case x.subjectAt == sentence:
			w += 5
		case x.subjectAt == sentence-1:
			w += 2
		}
		if x.Gender == grammar.GenderUnknown {
			w *= 0.6
		}
		if w > score && (named == nil || !named(int32(id))) {
			best, score = int32(id), w
		}
	}
	return best
}
