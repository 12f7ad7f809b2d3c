package quote

// afterFrame returns the finite verb that goes on behind a frame whose verb is
// at phrase v, or none.
func (a *analysis) afterFrame(v int) int {
	for j := v + 1; j+1 < len(a.phrases); j++ {
		switch a.kindAt(j) {
		case phraseAdv, phraseTime:
		case phraseNoun:
			if j != v+1 || a.wordAt(v).cue != cueTell {
				return none
			}
		case phraseComma:
			if a.phrases[j+1].kind == phraseVerb && a.phrases[j+1].verb&finite != 0 && a.closesFrame(v) {
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
func (a *analysis) opensAside() bool {
	for k := range a.phrases {
		switch a.phrases[k].kind {
		case phraseAdv, phraseConj, phraseStop:
		case phraseVerb:
			return a.phrases[k].verb&finite == 0 || a.phrases[k].verb&participle != 0
		case phrasePrep:
			return a.kindAt(k+1) == phraseVerb
		default:
			return false
		}
	}
	return false
}

// nextVerb returns the finite verb that follows noun phrase i, over phrases of
// place and time, or none.
func (a *analysis) nextVerb(i int) int {
	for j := i + 1; j < len(a.phrases); j++ {
		switch a.phrases[j].kind {
		case phraseAdv, phraseTime:
		case phrasePrep:
			if a.withParticiple(j) || a.thanVerb(j) {
				return none
			}
			for j+1 < len(a.phrases) && a.kindAt(j+1) == phraseNoun && a.phrases[j+1].poss {
				j++
			}
			if a.kindAt(j+1) == phraseNoun || a.kindAt(j+1) == phraseTime {
				j++
			}
		case phraseConj:
			if a.kindAt(j+1) != phraseNoun {
				return none
			}
			j++
		case phraseVerb:
			if a.phrases[j].verb&finite != 0 && !a.reducedHere(j) {
				return j
			}
			return none
		case phraseRel:
			return a.afterRelative(j)
		case phraseComma:
			k := a.overAside(j)
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
func (a *analysis) reducedHere(j int) bool {
	if a.phrases[j].verb&participle == 0 {
		return false
	}
	w := a.wordAt(j)
	if h := a.headAt(j); nicknaming[a.text[h.start:h.end]] && a.kindAt(j+1) == phraseNoun && a.kindAt(j-1) == phraseNoun && a.kindAt(j-2) == phrasePrep && a.phrases[j].last-a.phrases[j].first == 1 && !a.human(j-1) {
		return true // in an area called the Ellipse
	}
	switch a.kindAt(j + 1) {
	case phraseQuote:
		return w.cue == cueCall || w.cue == cueWeak
	case phrasePrep:
		return a.isWord(j+1, "by")
	}
	return false
}

// nicknaming are the participles that a bare name follows.
var nicknaming = map[string]bool{
	"called": true, "dubbed": true, "labeled": true, "labelled": true, "branded": true, "termed": true, "named": true,
}

// thanVerb reports whether "than expected" stands at phrase j: its verb is none of
// the clause.
func (a *analysis) thanVerb(j int) bool {
	if !a.isWord(j, "than") {
		return false
	}
	for j++; a.kindAt(j) == phraseAdv; j++ {
	}
	return a.kindAt(j) == phraseVerb && a.phrases[j].verb&participle != 0
}

// withParticiple reports whether "with somebody gone" stands at phrase j: its
// participle is no verb of the clause.
func (a *analysis) withParticiple(j int) bool {
	return a.isWord(j, "with") && a.kindAt(j+1) == phraseNoun && a.kindAt(j+2) == phraseVerb && a.phrases[j+2].verb&(participle|gerund) != 0
}

// afterRelative returns the finite verb behind the relative clause that opens
// at phrase j, or none.
func (a *analysis) afterRelative(j int) int {
	verbs := 0
	for k := j + 1; k < len(a.phrases) && k < j+14; k++ {
		switch a.phrases[k].kind {
		case phraseVerb:
			if a.phrases[k].verb&finite == 0 {
				continue
			}
			if verbs++; verbs == 2 {
				return k
			}
		case phraseThat, phraseSub, phraseWh, phraseStop, phraseQuote, phraseColon, phraseConj:
			return none
		case phraseComma:
			if verbs == 1 && a.kindAt(k+1) == phraseVerb && a.phrases[k+1].verb&finite != 0 {
				return k + 1
			}
			return none
		}
	}
	return none
}

// verbFollows reports whether noun phrase i is the subject of a verb behind it.
func (a *analysis) verbFollows(i int) bool { return a.nextVerb(i) != none }

// overAside returns the comma that closes the aside which the comma j opens,
// or none: an apposition, an age, a relative clause.
func (a *analysis) overAside(j int) int {
	verbs := 0
	rel := a.kindAt(j+1) == phraseRel || a.kindAt(j+1) == phrasePrep && a.kindAt(j+2) == phraseRel || a.kindAt(j+1) == phraseNoun && a.spelled(int(a.phrases[j+1].first), "whose")
	for k := j + 1; k < len(a.phrases) && k < j+24; k++ {
		switch a.phrases[k].kind {
		case phraseVerb:
			if a.phrases[k].verb&finite != 0 {
				if verbs++; !rel {
					return none
				}
			}
		case phraseComma:
			if k == j+1 {
				return none
			}
			if n := a.kindAt(k + 1); n == phraseVerb && a.phrases[k+1].verb&finite != 0 || n == phraseAdv {
				return k
			}
		case phraseStop, phraseQuote, phraseColon, phraseSub:
			return none
		}
	}
	return none
}

// stateOf reports whether noun phrase i, a word between two commas, tells where
// the town before it lies: in Ellmar, OH, after the vote.
func (a *analysis) stateOf(i int) bool {
	p := &a.phrases[i]
	if p.last-p.first != 1 || a.kindAt(i-1) != phraseComma || !a.governedNoun(i-2) || a.kindAt(i+1) != phraseComma {
		return false
	}
	t, town := &a.tokens[p.head], a.headAt(i-2)
	return t.upper && town.upper && !a.namesPerson(int(p.head)) && !t.word.is(isPron|isRole) && (t.caps || a.text[t.end-1] == '.')
}
