package quote

import (
	"offprint/reader/quote/grammar"
	"offprint/reader/quote/word"
)

// frameAfter returns the predicate of "..., she said" behind the run, or none.
func (a *analysis) frameAfter(p int) int {
	next := p + 1
	if a.KindAt(next) == grammar.PhraseComma || a.KindAt(next) == grammar.PhraseDash {
		next++
	}
	closed := a.ClosedAsSpeech(p) || next > p+1
	if next == p+1 && a.anotherBegins(p) {
		return none
	}
	for v := range a.Verbs {
		x := &a.Verbs[v]
		c := a.WordAt(x.Phrase).Cue
		if a.Phrases[x.Phrase].Verb&grammar.Finite == 0 {
			if a.expected(v, next) {
				return v
			}
			continue
		}
		if x.Inverted && a.Before(x.Phrase) < next && x.Phrase >= next && x.Phrase <= next+1 {
			return v
		}
		if x.Opened == next && x.Subject != none && x.Subject >= next && !x.Inverted && x.Kind == grammar.ClauseMain {
			if c == word.CueNone && (!closed || !a.Human(x.Subject)) || (c == word.CueNone || c == word.CueThink) && a.endsClauseBefore(p) || a.KindAt(p-1) == grammar.PhraseThat && c != word.CueSay && c != word.CueTell {
				return none
			}
			if a.Complement(x.Phrase+1, x.Phrase).Kind == grammar.ContentNone || closed && a.Complement(x.Phrase+1, x.Phrase).Kind != grammar.ContentClause || c != word.CueNone && closed {
				return v
			}
			return none
		}
	}
	return none
}

// expected reports whether predicate v is the infinitive of a frame, which opens at
// phrase next, of what is still to be said: "...," he is expected to say.
func (a *analysis) expected(v, next int) bool {
	x := &a.Verbs[v]
	if c := a.WordAt(x.Phrase).Cue; c != word.CueSay && c != word.CueTell || x.Owner == none || x.Subject == none {
		return false
	}
	y := &a.Verbs[x.Owner]
	return y.Phrase == x.Phrase-1 && y.Opened == next && y.Kind == grammar.ClauseMain && a.Phrases[y.Phrase].Verb&grammar.Passive != 0 && a.Complement(x.Phrase+1, x.Phrase).Kind == grammar.ContentNone
}

// endsClauseBefore reports whether the run of phrase p ends a clause that opens the
// sentence: because Lind is "no pilot," she waits.
func (a *analysis) endsClauseBefore(p int) bool {
	for v := range a.Verbs {
		if x := &a.Verbs[v]; x.Kind == grammar.ClauseSub && a.KindAt(x.Opened) == grammar.PhraseSub && x.Phrase < p && (x.Phrase > p-4 || x.Phrase > p-8 && a.WordAt(x.Phrase).Cue == word.CueNone && !a.partedBy(x.Phrase, p)) {
			return true
		}
	}
	return false
}

// cueBefore returns the predicate whose cue leads straight to the run, or none.
func (a *analysis) cueBefore(p int) int {
	for v := len(a.Verbs) - 1; v >= 0; v-- {
		x := &a.Verbs[v]
		if x.Phrase > p || x.Subject == none && x.Owner == none || x.Inverted {
			continue
		}
		c := a.Complement(x.Phrase+1, x.Phrase)
		if c.Kind != grammar.ContentQuote || c.Start != p || !a.leads(a.WordAt(x.Phrase).Cue, x.Phrase, p) {
			continue
		}
		if a.outsaid(v, p) || a.inReport(v, p) {
			return none
		}
		if !a.leadsElsewhere(x, p) {
			return a.saidAround(v, p)
		}
	}
	return a.afterMiddle(p)
}

// namedWhat returns the predicate of what somebody called "..." before the run
// at phrase p, or none: what the owners called a "bad deal", but also a deal
// that the owners call "bad".
func (a *analysis) namedWhat(p int) int {
	for v := range a.Verbs {
		x := &a.Verbs[v]
		if x.Phrase >= p || x.Subject == none || a.WordAt(x.Phrase).Cue != word.CueCall || a.Phrases[x.Phrase].Verb&(grammar.Passive|grammar.Infinitive) != 0 || !a.onlyNouns(x.Phrase+1, p) {
			continue
		}
		if x.Kind == grammar.ClauseSub && a.KindAt(x.Opened) == grammar.PhraseWh && a.IsWord(x.Opened, "what") && x.Subject > x.Opened || a.contact(v, p) {
			return v
		}
	}
	return none
}

// contact reports whether predicate v, which ends right before the run at phrase
// p, is the clause of a noun: a deal (that) the owners call "bad".
func (a *analysis) contact(v, p int) bool {
	x := &a.Verbs[v]
	if x.Phrase > p-1 || x.Subject != x.Phrase-1 || x.Kind == grammar.ClauseMain || a.Phrases[x.Phrase].Verb&grammar.Finite == 0 || p-x.Phrase > 2 || p-x.Phrase == 2 && !a.BareDet(p-1) {
		return false
	}
	b := x.Subject - 1
	if k := a.KindAt(b); k == grammar.PhraseRel || k == grammar.PhraseThat {
		b--
	}
	return a.KindAt(b) == grammar.PhraseNoun || b == x.Subject-2 && a.KindAt(b) == grammar.PhraseComma
}

// inverted reports whether the subject of predicate v follows it.
func (a *analysis) inverted(v int) bool { return a.Verbs[v].Subject > a.Verbs[v].Phrase }

// onlyNouns reports whether nothing but noun phrases, two at most, stand between
// the phrases from up to to: what they call Ellmar's "bad deal".
func (a *analysis) onlyNouns(from, to int) bool {
	for k := from; k < to; k++ {
		if a.KindAt(k) != grammar.PhraseNoun {
			return false
		}
	}
	return to-from <= 2
}

// partedBy reports whether a verb, or a sign that parts clauses, stands between the phrases.
func (a *analysis) partedBy(from, to int) bool {
	for k := from + 1; k < to; k++ {
		switch a.KindAt(k) {
		case grammar.PhraseVerb, grammar.PhraseComma, grammar.PhraseColon, grammar.PhraseDash, grammar.PhraseStop, grammar.PhraseQuote:
			return true
		}
	}
	return false
}

// innerReport returns the predicate of the clause before a main clause that
// reports the run at phrase p, which ends the former, or none. The frame that
// seems to follow, predicate v, is then no frame: Lind, who called it "old,"
// praised the harbour; after Lind said it was "old," Moe said: "...".
func (a *analysis) innerReport(p, v int) int {
	x := &a.Verbs[v]
	c := a.Complement(x.Phrase+1, x.Phrase).Kind
	if w := a.WordAt(x.Phrase); (w.Cue == word.CueSay || w.Cue == word.CueTell) && c != grammar.ContentQuote && c != grammar.ContentClause {
		return none
	}
	for u := len(a.Verbs) - 1; u >= 0; u-- {
		y := &a.Verbs[u]
		if u == v || y.Phrase > p || y.Subject == none || y.Inverted || !a.reports(u) || a.unsaid(y.Phrase) || y.Kind != grammar.ClauseRelative && y.Kind != grammar.ClauseSub && (y.Kind == grammar.ClauseMain || y.Phrase != p-1) {
			continue
		}
		if y.Kind == grammar.ClauseSub && a.KindAt(p-1) == grammar.PhraseNoun && a.KindAt(p-2) == grammar.PhraseComma && !a.beginsUpper(p) {
			continue // when Lind said it was late, he "took the hint," said Moe
		}
		if from, to, ok := a.extent(u); ok && y.Phrase < from && from <= p && p < to {
			return u
		}
	}
	return none
}

// unsaid reports whether the verb at phrase i tells of words that were not
// said: would say, refused to say.
func (a *analysis) unsaid(i int) bool {
	return a.Phrases[i].Verb&grammar.Infinitive != 0 || a.Tokens[a.Phrases[i].First].Word.Is(word.Modal)
}

// beginsUpper reports whether the run of phrase p begins with a capital.
func (a *analysis) beginsUpper(p int) bool {
	for i := a.Phrases[p].First; i < a.Phrases[p].Last; i++ {
		if a.Tokens[i].Kind == grammar.KindWord {
			return a.Tokens[i].Upper
		}
	}
	return false
}

// afterMiddle returns the predicate of the frame between two runs ("...," she
// said, "..."), which the second run belongs to as well.
func (a *analysis) afterMiddle(p int) int {
	if p < 2 || !a.otherWords(p) && a.KindAt(p-1) != grammar.PhraseComma && a.KindAt(p-1) != grammar.PhraseVerb && a.KindAt(p-1) != grammar.PhraseColon && a.KindAt(p-1) != grammar.PhraseNoun && a.KindAt(p-1) != grammar.PhraseStop {
		return none
	}
	for k := len(a.found) - 1; k >= 0; k-- {
		f := &a.found[k]
		if f.sentence != int32(a.sentenceAt()) || f.verb == none {
			break
		}
		if f.how == patternAfter && a.Verbs[f.verb].Phrase < p {
			if k := a.KindAt(p - 1); (k == grammar.PhraseVerb || k == grammar.PhraseNoun) && a.FiniteBetween(a.Verbs[f.verb].Phrase+1, p) {
				return none // said Lind, who found that it was "..."
			}
			return f.verb
		}
	}
	return none
}

// otherWords reports whether the run at phrase p gives the words before a frame
// once more: "Nej," she said, or "No."
func (a *analysis) otherWords(p int) bool {
	return a.KindAt(p-1) == grammar.PhraseConj && a.IsWord(p-1, "or") && a.KindAt(p-2) == grammar.PhraseComma && a.KindAt(p-3) == grammar.PhraseVerb
}

func (a *analysis) sentenceAt() int {
	for i := range a.Sentences {
		if a.Sentences[i].First == a.Current.First {
			return i
		}
	}
	return none
}

// around returns the outermost predicate whose content holds the run at
// phrase p, or none.
func (a *analysis) around(p int) int {
	best := none
	for v := range a.Verbs {
		x := &a.Verbs[v]
		if x.Subject == none || !a.reports(v) || a.pointsAt(v) && a.oneWord(p) {
			continue
		}
		from, to, ok := a.extent(v)
		if !ok || p < from || p >= to {
			continue
		}
		if best == none || a.outermost(v, best) {
			best = v
		}
	}
	return best
}

// pointsAt reports whether predicate v shows a thing rather than say something:
// she pointed to the "electric" fish.
func (a *analysis) pointsAt(v int) bool {
	i := a.Verbs[v].Phrase
	if a.WordAt(i).Lemma != a.Language.Words["point"].Lemma {
		return false
	}
	c := a.Complement(i+1, i)
	return c.Kind == grammar.ContentObject && c.Start > 0 && a.KindAt(c.Start-1) == grammar.PhrasePrep && a.IsWord(c.Start-1, "to")
}

// outermost reports whether predicate v governs predicate best.
func (a *analysis) outermost(v, best int) bool {
	from, to, ok := a.extent(v)
	return ok && a.Verbs[best].Phrase >= from && a.Verbs[best].Phrase < to
}

// reports reports whether predicate v can hold indirect words.
func (a *analysis) reports(v int) bool {
	switch a.VerbWord(v).Cue {
	case word.CueNone:
		return false
	case word.CueWeak:
		return a.thatFollows(v)
	}
	return true
}

// thatFollows reports whether a clause with "that" follows predicate v, so that
// even a verb that mostly reports words in marks reports it: posted that.
func (a *analysis) thatFollows(v int) bool {
	i := a.Verbs[v].Phrase
	c := a.Complement(i+1, i)
	if c.Kind != grammar.ContentClause || a.KindAt(c.Start) != grammar.PhraseThat {
		return false
	}
	for k := i + 1; k < c.Start; k++ { // goes back to the plan that: no report, but posted on his page that
		if a.KindAt(k) == grammar.PhraseNoun && !a.Tokens[a.Phrases[k].First].Upper && !(k == i+2 && k == c.Start-1 && a.KindAt(i+1) == grammar.PhrasePrep && a.IsWord(i+1, "on")) {
			return false
		}
	}
	return true
}
