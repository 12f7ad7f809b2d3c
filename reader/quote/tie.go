package quote

import "unicode/utf8"

// frameAfter returns the predicate of "..., she said" behind the run, or none.
func (a *analysis) frameAfter(p int) int {
	next := p + 1
	if a.kindAt(next) == phraseComma || a.kindAt(next) == phraseDash {
		next++
	}
	closed := a.closedAsSpeech(p) || next > p+1
	if next == p+1 && a.anotherBegins(p) {
		return none
	}
	for v := range a.verbs {
		x := &a.verbs[v]
		c := a.wordAt(x.phrase).cue
		if a.phrases[x.phrase].verb&finite == 0 {
			continue
		}
		if x.inverted && a.before(x.phrase) < next && x.phrase >= next && x.phrase <= next+1 {
			return v
		}
		if x.opened == next && x.subject != none && x.subject >= next && !x.inverted && x.kind == clauseMain {
			if c == cueNone && (!closed || !a.human(x.subject)) || (c == cueNone || c == cueThink) && a.endsClauseBefore(p) {
				return none
			}
			if a.complement(x.phrase+1, x.phrase).kind == contentNone || closed && a.complement(x.phrase+1, x.phrase).kind != contentClause || c != cueNone && closed {
				return v
			}
			return none
		}
	}
	return none
}

// endsClauseBefore reports whether the run of phrase p ends a clause that opens the
// sentence: because Lind is "no pilot," she waits.
func (a *analysis) endsClauseBefore(p int) bool {
	for v := range a.verbs {
		if x := &a.verbs[v]; x.kind == clauseSub && a.kindAt(x.opened) == phraseSub && x.phrase < p && x.phrase > p-4 {
			return true
		}
	}
	return false
}

// closedAsSpeech reports whether the run of phrase p ends as words do before
// their frame: with a comma, question or exclamation mark.
func (a *analysis) closedAsSpeech(p int) bool {
	r := &a.runs[a.phrases[p].run]
	switch lastSign(a.text[r.start:r.end]) {
	case ',', '?', '!':
		return true
	}
	return false
}

// lastSign returns the last character of s that is neither a blank nor an inner mark.
func lastSign(s string) rune {
	for s != "" {
		r, n := utf8.DecodeLastRuneInString(s)
		switch r {
		case ' ', '\'', '’', '"', '”', ']':
			s = s[:len(s)-n]
			continue
		}
		return r
	}
	return 0
}

// cueBefore returns the predicate whose cue leads straight to the run, or none.
func (a *analysis) cueBefore(p int) int {
	for v := len(a.verbs) - 1; v >= 0; v-- {
		x := &a.verbs[v]
		if x.phrase > p || x.subject == none && x.owner == none || x.inverted {
			continue
		}
		c := a.complement(x.phrase+1, x.phrase)
		if c.kind != contentQuote || c.start != p || !a.leads(a.wordAt(x.phrase).cue, x.phrase, p) {
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
	for v := range a.verbs {
		x := &a.verbs[v]
		if x.phrase >= p || x.subject == none || a.wordAt(x.phrase).cue != cueCall || a.phrases[x.phrase].verb&(passive|infinitive) != 0 || !a.onlyNouns(x.phrase+1, p) {
			continue
		}
		if x.kind == clauseSub && a.kindAt(x.opened) == phraseWh && a.isWord(x.opened, "what") && x.subject > x.opened || a.contact(v, p) {
			return v
		}
	}
	return none
}

// contact reports whether predicate v, which ends right before the run at phrase
// p, is the clause of a noun: a deal (that) the owners call "bad".
func (a *analysis) contact(v, p int) bool {
	x := &a.verbs[v]
	if x.phrase > p-1 || x.subject != x.phrase-1 || x.kind == clauseMain || a.phrases[x.phrase].verb&finite == 0 || p-x.phrase > 2 || p-x.phrase == 2 && !a.bareDet(p-1) {
		return false
	}
	b := x.subject - 1
	if k := a.kindAt(b); k == phraseRel || k == phraseThat {
		b--
	}
	return a.kindAt(b) == phraseNoun || b == x.subject-2 && a.kindAt(b) == phraseComma
}

// inverted reports whether the subject of predicate v follows it.
func (a *analysis) inverted(v int) bool { return a.verbs[v].subject > a.verbs[v].phrase }

// onlyNouns reports whether nothing but noun phrases, two at most, stand between
// the phrases from up to to: what they call Ellmar's "bad deal".
func (a *analysis) onlyNouns(from, to int) bool {
	for k := from; k < to; k++ {
		if a.kindAt(k) != phraseNoun {
			return false
		}
	}
	return to-from <= 2
}

// innerReport returns the predicate of the clause before a main clause that
// reports the run at phrase p, which ends the former, or none. The frame that
// seems to follow, predicate v, is then no frame: Lind, who called it "old,"
// praised the harbour; after Lind said it was "old," Moe said: "...".
func (a *analysis) innerReport(p, v int) int {
	x := &a.verbs[v]
	c := a.complement(x.phrase+1, x.phrase).kind
	if w := a.wordAt(x.phrase); (w.cue == cueSay || w.cue == cueTell) && c != contentQuote && c != contentClause {
		return none
	}
	for u := len(a.verbs) - 1; u >= 0; u-- {
		y := &a.verbs[u]
		if u == v || y.phrase > p || y.subject == none || y.inverted || !a.reports(u) || a.unsaid(y.phrase) || y.kind != clauseRelative && y.kind != clauseSub && (y.kind == clauseMain || y.phrase != p-1) {
			continue
		}
		if from, to, ok := a.extent(u); ok && y.phrase < from && from <= p && p < to {
			return u
		}
	}
	return none
}

// unsaid reports whether the verb at phrase i tells of words that were not
// said: would say, refused to say.
func (a *analysis) unsaid(i int) bool {
	return a.phrases[i].verb&infinitive != 0 || a.tokens[a.phrases[i].first].word.is(isModal)
}

// beginsUpper reports whether the run of phrase p begins with a capital.
func (a *analysis) beginsUpper(p int) bool {
	for i := a.phrases[p].first; i < a.phrases[p].last; i++ {
		if a.tokens[i].kind == kindWord {
			return a.tokens[i].upper
		}
	}
	return false
}

// afterMiddle returns the predicate of the frame between two runs ("...," she
// said, "..."), which the second run belongs to as well.
func (a *analysis) afterMiddle(p int) int {
	if p < 2 || !a.otherWords(p) && a.kindAt(p-1) != phraseComma && a.kindAt(p-1) != phraseVerb && a.kindAt(p-1) != phraseColon && a.kindAt(p-1) != phraseNoun && a.kindAt(p-1) != phraseStop {
		return none
	}
	for k := len(a.found) - 1; k >= 0; k-- {
		f := &a.found[k]
		if f.sentence != int32(a.sentenceAt()) || f.verb == none {
			break
		}
		if f.how == patternAfter && a.verbs[f.verb].phrase < p {
			if k := a.kindAt(p - 1); (k == phraseVerb || k == phraseNoun) && a.finiteBetween(a.verbs[f.verb].phrase+1, p) {
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
	return a.kindAt(p-1) == phraseConj && a.isWord(p-1, "or") && a.kindAt(p-2) == phraseComma && a.kindAt(p-3) == phraseVerb
}

func (a *analysis) sentenceAt() int {
	for i := range a.sentences {
		if a.sentences[i].first == a.current.first {
			return i
		}
	}
	return none
}

// around returns the outermost predicate whose content holds the run at
// phrase p, or none.
func (a *analysis) around(p int) int {
	best := none
	for v := range a.verbs {
		x := &a.verbs[v]
		if x.subject == none || !a.reports(v) || a.pointsAt(v) && a.oneWord(p) {
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
	i := a.verbs[v].phrase
	if a.wordAt(i).lemma != a.language.words["point"].lemma {
		return false
	}
	c := a.complement(i+1, i)
	return c.kind == contentObject && c.start > 0 && a.kindAt(c.start-1) == phrasePrep && a.isWord(c.start-1, "to")
}

// outermost reports whether predicate v governs predicate best.
func (a *analysis) outermost(v, best int) bool {
	from, to, ok := a.extent(v)
	return ok && a.verbs[best].phrase >= from && a.verbs[best].phrase < to
}

// reports reports whether predicate v can hold indirect words.
func (a *analysis) reports(v int) bool {
	switch a.verbWord(v).cue {
	case cueNone:
		return false
	case cueWeak:
		return a.thatFollows(v)
	}
	return true
}

// thatFollows reports whether a clause with "that" follows predicate v, so that
// even a verb that mostly reports words in marks reports it: posted that.
func (a *analysis) thatFollows(v int) bool {
	i := a.verbs[v].phrase
	c := a.complement(i+1, i)
	if c.kind != contentClause || a.kindAt(c.start) != phraseThat {
		return false
	}
	for k := i + 1; k < c.start; k++ { // goes back to the plan that: no report, but posted on his page that
		if a.kindAt(k) == phraseNoun && !a.tokens[a.phrases[k].first].upper && !(k == i+2 && k == c.start-1 && a.kindAt(i+1) == phrasePrep && a.isWord(i+1, "on")) {
			return false
		}
	}
	return true
}
