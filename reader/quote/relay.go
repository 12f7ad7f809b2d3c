package quote

import (
	"offprint/reader/quote/grammar"
	"offprint/reader/quote/word"
)

// framedRun returns the predicate of the frame that a run has which opens the
// phrases from up to to, or none: "...," Lind said, according to the Herald. She
// said it, the Herald only relays it.
func (a *analysis) framedRun(from, to int) int {
	if a.KindAt(from) != grammar.PhraseQuote || a.Phrases[from].Run == none {
		return none
	}
	if v := a.frameAfter(from); v != none && a.Verbs[v].Phrase < to {
		return v
	}
	return none
}

// reporterAt returns the predicate of whose report the phrases from from on are,
// which "according to" opens, or none: according to the Herald, Lind said that.
func (a *analysis) reporterAt(from int) int {
	if a.KindAt(from) != grammar.PhraseNoun || !a.Human(from) {
		return none
	}
	for v := range a.Verbs {
		x := &a.Verbs[v]
		if x.Subject != from || x.Kind != grammar.ClauseMain || x.Phrase < from {
			continue
		}
		c := a.WordAt(x.Phrase).Cue
		if from, _, ok := a.extent(v); (c == word.CueSay || c == word.CueTell) && ok && from > x.Phrase {
			return v
		}
		return none
	}
	return none
}

// relays notes with the quotes of sentence i, those from before on, who relays
// them: the words "according to the Herald" behind a frame or before it.
func (a *analysis) relays(before int) {
	for p := range a.Phrases {
		if !a.AccordingAt(p) || a.KindAt(p+1) != grammar.PhrasePrep || a.KindAt(p+2) != grammar.PhraseNoun {
			continue
		}
		from, to, ok := a.accordingExtent(p)
		if !ok {
			continue
		}
		v := a.framedRun(from, to)
		if from > p {
			v = a.reporterAt(from)
		}
		for k := before; k < len(a.found) && v != none; k++ {
			if f := &a.found[k]; f.verb == v && f.relative.end == 0 {
				s, _ := a.mention(p + 2)
				f.relative = span{a.Tokens[a.Phrases[p].First].Start, s.end}
			}
		}
	}
}

// whoseWords returns the noun phrase of whoever says what predicate v reports if
// its subject does not: who issued a text, whom a paper quotes. Else it is none.
func (a *analysis) whoseWords(v int) int {
	if u := a.issuer(v); u != none {
		return u
	}
	i := a.Verbs[v].Phrase
	if a.KindAt(i+1) == grammar.PhraseNoun && a.Phrases[i].Verb&grammar.Passive == 0 && a.QuotesWhom(i+1, a.WordAt(i)) {
		return i + 1
	}
	if a.issuedFrom(i + 1) {
		return i + 3
	}
	if i == 0 || !a.IsWord(i-1, "as") || a.Phrases[i].Verb&grammar.Gerund == 0 {
		return a.passedOn(i)
	}
	for j := i - 2; j >= 0 && j > i-12; j-- {
		if a.KindAt(j) == grammar.PhraseVerb {
			return a.passedOn(j)
		}
	}
	return none
}

// issuedFrom reports whether noun phrase i is a text that somebody else gave, whose
// words follow: the palace issued a statement from the king: "...".
func (a *analysis) issuedFrom(i int) bool {
	if a.KindAt(i) != grammar.PhraseNoun || !a.WordAt(i).Is(word.Saying) || a.KindAt(i+1) != grammar.PhrasePrep || !a.IsWord(i+1, "from") && !a.IsWord(i+1, "by") {
		return false
	}
	return a.KindAt(i+2) == grammar.PhraseNoun && a.CanSpeak(i+2) && a.KindAt(i+3) == grammar.PhraseColon
}

// passedOn returns the noun phrase of whom the verb at phrase i passes on the words
// of, or none: the Herald quoted Lind as saying.
func (a *analysis) passedOn(i int) int {
	if a.Phrases[i].Verb&grammar.Passive != 0 || !a.IsWord(i, "quoted") && !a.IsWord(i, "quotes") && !a.IsWord(i, "quoting") && !a.IsWord(i, "cited") && !a.IsWord(i, "cites") && !a.IsWord(i, "citing") {
		return none
	}
	for j := i + 1; j+1 < len(a.Phrases) && j < i+12; j++ {
		switch a.KindAt(j) {
		case grammar.PhrasePrep, grammar.PhraseSub:
			if j > i+1 && a.IsWord(j, "as") && a.KindAt(j+1) == grammar.PhraseVerb && a.Phrases[j+1].Verb&grammar.Gerund != 0 && a.WordAt(j+1).Cue != word.CueNone {
				return i + 1
			}
			if a.KindAt(j) == grammar.PhraseSub {
				return none
			}
		case grammar.PhraseNoun, grammar.PhraseComma, grammar.PhraseTime, grammar.PhraseAdv, grammar.PhraseConj:
		default:
			return none
		}
	}
	return none
}

// author returns the noun phrase that tells who wrote the text or gave the record
// that noun phrase i is, or i: a document filed by the mayor.
func (a *analysis) author(i int) int {
	if a.Human(i) || a.KindAt(i+1) != grammar.PhraseVerb || a.KindAt(i+2) != grammar.PhrasePrep || !a.IsWord(i+2, "by") || a.KindAt(i+3) != grammar.PhraseNoun || !a.CanSpeak(i+3) {
		return i
	}
	v := a.HeadAt(i + 1)
	if !authoring[a.Text[v.Start:v.End]] {
		return i
	}
	return i + 3
}

// authoring are the participles behind which stands whose words a text holds.
var authoring = map[string]bool{
	"filed": true, "written": true, "released": true, "issued": true, "signed": true, "posted": true, "published": true,
	"provided": true, "drafted": true, "prepared": true, "sent": true,
}
