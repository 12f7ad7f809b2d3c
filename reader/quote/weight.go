package quote

import "offprint/reader"

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
				if t := &a.tokens[n.last-1]; t.subject && (!t.inner || a.behindEmpty(i)) || a.topic(int(n.first)) && a.spelled(int(n.last), ",") {
					p.list[n.person].subjectAt = a.sentenceOf(i)
				}
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
			if id := p.byPronoun(g, a.sentenceOf(i), nil); id != none {
				p.raise(id, a.sentenceOf(i), pronounWeight(t))
			}
		}
	}
}

// sentenceOf returns the sentence of token i. Calls must ask for growing tokens.
func (a *analysis) sentenceOf(i int) int32 {
	for a.weighed+1 < len(a.sentences) && int(a.sentences[a.weighed+1].first) <= i {
		a.weighed++
	}
	return int32(a.weighed)
}

// nounWeight is what one naming adds: the subject of a main clause more than
// one of an inner clause, and that more than an object.
func (a *analysis) nounWeight(n *naming) float64 {
	switch t := &a.tokens[n.last-1]; {
	case t.subject && (!t.inner || a.behindEmpty(int(n.first))):
		return 5
	case a.topic(int(n.first)) && a.spelled(int(n.last), ","):
		return 5
	case t.subject:
		return 2
	case a.passiveBy(int(n.first)):
		return 1
	}
	if int(n.last) < len(a.tokens) && a.tokens[n.last].word.is(isPoss) && a.tokens[n.last].glued {
		return 1.5
	}
	return 2
}

// behindEmpty reports whether the clause of which the name at token i is the
// subject hangs on a main clause that is about nobody, right at the head of its
// sentence: this was the first time Lind spoke.
func (a *analysis) behindEmpty(i int) bool {
	if !a.language.full {
		return false
	}
	s := a.sentences[a.sentenceOf(i)].first
	if i-int(s) > 8 || !a.spelled(int(s), "It") && !a.spelled(int(s), "This") && !a.spelled(int(s), "That") && !a.spelled(int(s), "There") || !a.tokens[s+1].word.is(isBe) {
		return false
	}
	for k := int(s) + 2; k < i; k++ {
		if t := &a.tokens[k]; t.kind != kindWord || t.word.is(isPron|isSub|isFinite) && !t.word.is(isNoun|isAdj|isTime|isDet) || a.people.at[k] != none && a.namesPerson(k) {
			return false
		}
	}
	return true
}

// passiveBy reports whether the name at token i is by whom something was done: by Lind.
func (a *analysis) passiveBy(i int) bool {
	if !a.language.full || i < 2 || !a.spelled(i-1, "by") {
		return false
	}
	return a.tokens[i-2].word.is(isPart)
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

// pronounGender tells of a word whether it is he or she, or a form of them.
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

// byPronoun returns who he or she is, or none. Of a pronoun that is told to speak,
// named tells who is in the words, and so hardly says them; of another it is nil.
func (p *people) byPronoun(g gender, sentence int32, named func(id int32) bool) int32 {
	best, score := int32(none), max(0.02, p.unnamedAt(g, sentence))
	for id := range p.list {
		x := &p.list[id]
		if x.kind != reader.EntityPerson || x.gender != genderUnknown && x.gender != g {
			continue
		}
		w := p.weightAt(int32(id), sentence)
		switch {
		case named == nil || x.subjectAt == none:
		case x.subjectAt == sentence:
			w += 5
		case x.subjectAt == sentence-1:
			w += 2
		}
		if x.gender == genderUnknown {
			w *= 0.6
		}
		if w > score && (named == nil || !named(int32(id))) {
			best, score = int32(id), w
		}
	}
	return best
}
