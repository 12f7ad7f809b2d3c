package grammar

import (
	"slices"

	"offprint/reader/quote/word"
)

// timeHere reports whether a phrase of time begins at i.
func (a *Analysis) timeHere(i int) bool {
	t := &a.Tokens[i]
	return t.Word.Is(word.Time) && !(t.Upper && a.NamesPerson(i)) // Doris Day
}

func (a *Analysis) timePhrase(i, end int) int {
	j := i + 1
	for j < end && a.Tokens[j].Run == none && (a.Tokens[j].Word.Is(word.Time) || a.Tokens[j].Kind == KindNumber) {
		j++
	}
	if j < end && (a.Tokens[j].Word.Is(word.Poss) && a.Tokens[j].Glued || a.everyOf(i, j)) { // Tuesday's vote
		return a.nounPhrase(i, end)
	}
	if j < end && a.Tokens[j].Kind == KindWord && !a.Tokens[j].Word.Is(word.Finite|word.Ing|word.Prep|word.Sub|word.Conj|word.Adv|word.To|word.That|word.Wh|word.Rel|word.Det|word.Poss|word.Pron) && j-i == 1 && !a.Tokens[j].Upper && a.nounish(j) {
		return a.nounPhrase(i, end)
	}
	a.push(PhraseTime, i, j, i)
	return j
}

// nounish reports whether token i looks like a noun.
func (a *Analysis) nounish(i int) bool {
	w := a.Tokens[i].Word
	return w.Class == 0 || w.Is(word.Noun|word.Role|word.Human|word.Saying|word.Org)
}

// floats reports whether token i is a "both" or "all" between a subject and its
// verb: Lind and Moe both said.
func (a *Analysis) floats(i, end int) bool {
	n := len(a.Phrases) - 1
	if n < 0 || a.Phrases[n].Kind != PhraseNoun || a.Phrases[n].Poss || i+1 >= end {
		return false
	}
	switch a.Text[a.Tokens[i].Start:a.Tokens[i].End] {
	case "both", "all", "each":
		return a.verbHere(i+1, end) || a.Tokens[i+1].Word.Is(word.Past) && a.Tokens[i+1].Word.Cue != word.CueNone
	}
	return false
}

// putsIt reports whether "put it" closes what begins at token i: As Lind, the
// chief pilot of the harbour, put it.
func (a *Analysis) putsIt(i, end int) bool {
	for j := i; j+1 < end && j < i+20; j++ {
		t := &a.Tokens[j]
		if t.Kind == KindMark || t.Kind == KindPunct && t.Sign == ':' {
			return false
		}
		if j > i && t.Word.Lemma == a.Language.Words["put"].Lemma && t.Word.Is(word.Verb) && word.EqualFold(a.Text[a.Tokens[j+1].Start:a.Tokens[j+1].End], "it") {
			return word.EqualFold(a.Text[a.Tokens[i-1].Start:a.Tokens[i-1].End], "as")
		}
	}
	return false
}

// behindRelative reports whether a relative pronoun came last: what follows it
// like "as head of the office" is no clause of its own.
func (a *Analysis) behindRelative() bool {
	n := len(a.Phrases) - 1
	return n >= 0 && a.Phrases[n].Kind == PhraseRel
}

// WrittenBy reports whether phrase i is the "by" of a text's writers: a report
// by the harbour office.
func (a *Analysis) WrittenBy(i int, head int32) bool {
	return a.IsWord(i, "by") && a.Tokens[head].Word.Is(word.Saying)
}

// BehindOffice returns the words behind an office and its place that a name has
// before it: Governor of Ellmar Anna Lind.
func BehindOffice(words []string) []string {
	of := slices.Index(words, "of")
	if of < 0 || of > 1 || of == 1 && !TitleWord(words[0]) {
		return words
	}
	for k := of + 2; k+1 < len(words); k++ {
		if word.English().Lookup(words[k]).Is(word.Forename) {
			return words[k:]
		}
	}
	return words
}

// reflexive reports whether noun phrase i is himself or another that is never a subject.
func (a *Analysis) reflexive(i int) bool {
	p := &a.Phrases[i]
	if p.Last-p.First != 1 {
		return false
	}
	w := a.Text[a.Tokens[p.Head].Start:a.Tokens[p.Head].End]
	return endsWith(w, "self") || endsWith(w, "selves")
}

// AccordingAt reports whether "according to" stands at phrase i.
func (a *Analysis) AccordingAt(i int) bool {
	return a.KindAt(i) == PhrasePrep && a.IsWord(i, "according")
}
