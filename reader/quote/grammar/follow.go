package grammar

import (
	"offprint/reader/quote/mark"
	"offprint/reader/quote/word"
)

// afterFrame returns the finite verb that goes on behind a frame whose verb is
// at phrase v, or none.
func (a *Analysis) afterFrame(v int) int {
	for j := v + 1; j+1 < len(a.Phrases); j++ {
		switch a.KindAt(j) {
		case PhraseAdv, PhraseTime:
		case PhraseNoun:
			if j != v+1 || a.WordAt(v).Cue != word.CueTell {
				return none
			}
		case PhraseComma:
			if a.Phrases[j+1].Kind == PhraseVerb && a.Phrases[j+1].Verb&Finite != 0 && a.ClosesFrame(v) {
				return j + 1
			}
			return none
		default:
			return none
		}
	}
	return none
}

// opensAside reports whether the sentence opens with a participle or a
// preposition, so that the first noun is hardly its subject.
func (a *Analysis) opensAside() bool {
	for k := range a.Phrases {
		switch a.Phrases[k].Kind {
		case PhraseAdv, PhraseConj, PhraseStop:
		case PhraseVerb:
			return a.Phrases[k].Verb&Finite == 0 || a.Phrases[k].Verb&Participle != 0
		case PhrasePrep:
			return a.KindAt(k+1) == PhraseVerb
		default:
			return false
		}
	}
	return false
}

// NextVerb returns the finite verb that follows noun phrase i, over phrases of
// place and time, or none.
func (a *Analysis) NextVerb(i int) int {
	for j := i + 1; j < len(a.Phrases); j++ {
		switch a.Phrases[j].Kind {
		case PhraseAdv, PhraseTime:
		case PhrasePrep:
			if a.withParticiple(j) || a.thanVerb(j) {
				return none
			}
			for j+1 < len(a.Phrases) && a.KindAt(j+1) == PhraseNoun && a.Phrases[j+1].Poss {
				j++
			}
			if a.KindAt(j+1) == PhraseNoun || a.KindAt(j+1) == PhraseTime {
				j++
			}
		case PhraseConj:
			if a.KindAt(j+1) != PhraseNoun {
				return none
			}
			j++
		case PhraseVerb:
			if a.Phrases[j].Verb&Finite != 0 && !a.reducedHere(j) {
				return j
			}
			return none
		case PhraseRel:
			return a.afterRelative(j)
		case PhraseComma:
			k := a.OverAside(j)
			if k == none {
				return none
			}
			j = k
		default:
			return none
		}
	}
	return none
}

// reducedHere reports whether the verb j, which could be finite or a
// participle, is a participle: called "...", described by.
func (a *Analysis) reducedHere(j int) bool {
	if a.Phrases[j].Verb&Participle == 0 {
		return false
	}
	w := a.WordAt(j)
	if h := a.HeadAt(j); nicknaming[a.Text[h.Start:h.End]] && a.KindAt(j+1) == PhraseNoun && a.KindAt(j-1) == PhraseNoun && a.KindAt(j-2) == PhrasePrep && a.Phrases[j].Last-a.Phrases[j].First == 1 && !a.Human(j-1) {
		return true // in an area called the Ellipse
	}
	switch a.KindAt(j + 1) {
	case PhraseQuote:
		return w.Cue == word.CueCall || w.Cue == word.CueWeak
	case PhrasePrep:
		return a.IsWord(j+1, "by")
	}
	return false
}

// nicknaming are the participles that a bare name follows.
var nicknaming = map[string]bool{
	"called": true, "dubbed": true, "labeled": true, "labelled": true, "branded": true, "termed": true, "named": true,
}

// thanVerb reports whether "than expected" stands at phrase j: its verb is none of
// the clause.
func (a *Analysis) thanVerb(j int) bool {
	if !a.IsWord(j, "than") {
		return false
	}
	for j++; a.KindAt(j) == PhraseAdv; j++ {
	}
	return a.KindAt(j) == PhraseVerb && a.Phrases[j].Verb&Participle != 0
}

// withParticiple reports whether "with somebody gone" stands at phrase j: its
// participle is no verb of the clause.
func (a *Analysis) withParticiple(j int) bool {
	return a.IsWord(j, "with") && a.KindAt(j+1) == PhraseNoun && a.KindAt(j+2) == PhraseVerb && a.Phrases[j+2].Verb&(Participle|Gerund) != 0
}

// afterRelative returns the finite verb behind the relative clause that opens
// at phrase j, or none.
func (a *Analysis) afterRelative(j int) int {
	verbs := 0
	for k := j + 1; k < len(a.Phrases) && k < j+14; k++ {
		switch a.Phrases[k].Kind {
		case PhraseVerb:
			if a.Phrases[k].Verb&Finite == 0 {
				continue
			}
			if verbs++; verbs == 2 {
				return k
			}
		case PhraseThat, PhraseSub, PhraseWh, PhraseStop, PhraseQuote, PhraseColon, PhraseConj:
			return none
		case PhraseComma:
			if verbs == 1 && a.KindAt(k+1) == PhraseVerb && a.Phrases[k+1].Verb&Finite != 0 {
				return k + 1
			}
			return none
		}
	}
	return none
}

// VerbFollows reports whether noun phrase i is the subject of a verb behind it.
func (a *Analysis) VerbFollows(i int) bool { return a.NextVerb(i) != none }

// OverAside returns the comma that closes the aside which the comma j opens,
// or none: an apposition, an age, a relative clause.
func (a *Analysis) OverAside(j int) int {
	verbs := 0
	rel := a.KindAt(j+1) == PhraseRel || a.KindAt(j+1) == PhrasePrep && a.KindAt(j+2) == PhraseRel || a.KindAt(j+1) == PhraseNoun && a.Spelled(int(a.Phrases[j+1].First), "whose")
	for k := j + 1; k < len(a.Phrases) && k < j+24; k++ {
		switch a.Phrases[k].Kind {
		case PhraseVerb:
			if a.Phrases[k].Verb&Finite != 0 {
				if verbs++; !rel {
					return none
				}
			}
		case PhraseComma:
			if k == j+1 {
				return none
			}
			if n := a.KindAt(k + 1); n == PhraseVerb && a.Phrases[k+1].Verb&Finite != 0 || n == PhraseAdv {
				return k
			}
		case PhraseStop, PhraseQuote, PhraseColon, PhraseSub:
			return none
		}
	}
	return none
}

// stateOf reports whether noun phrase i, a word between two commas, tells where
// the town before it lies: in Ellmar, OH, after the vote.
func (a *Analysis) stateOf(i int) bool {
	p := &a.Phrases[i]
	if p.Last-p.First != 1 || a.KindAt(i-1) != PhraseComma || !a.governedNoun(i-2) || a.KindAt(i+1) != PhraseComma {
		return false
	}
	t, town := &a.Tokens[p.Head], a.HeadAt(i-2)
	return t.Upper && town.Upper && !a.NamesPerson(int(p.Head)) && !t.Word.Is(word.Pron|word.Role) && (t.Caps || a.Text[t.End-1] == '.')
}

// Empty reports whether noun phrase s is a subject that stands for nobody: it,
// there.
func (a *Analysis) Empty(s int) bool {
	return s != none && (a.IsWord(s, "it") || a.IsWord(s, "there") || a.IsWord(s, "there's") || a.IsWord(s, "it's"))
}

// publishedBy reports whether the verb at phrase k only tells who brought the text
// before it: in a letter published by the Herald.
func (a *Analysis) publishedBy(k int) bool {
	return a.KindAt(k) == PhraseVerb && a.Phrases[k].Verb&Participle != 0 && a.Phrases[k].Last-a.Phrases[k].First == 1 && a.KindAt(k-1) == PhraseNoun && a.KindAt(k-2) == PhrasePrep && a.KindAt(k+1) == PhrasePrep && (a.IsWord(k+1, "by") || a.IsWord(k+1, "in"))
}

// ClosedAsSpeech reports whether the run of phrase p ends as words do before
// their frame: with a comma, question or exclamation mark.
func (a *Analysis) ClosedAsSpeech(p int) bool {
	r := &a.Runs[a.Phrases[p].Run]
	switch mark.LastSign(a.Text[r.Start:r.End]) {
	case ',', '?', '!':
		return true
	}
	return false
}
