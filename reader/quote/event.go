package quote

import (
	"cmp"
	"slices"
	"unicode/utf8"

	"offprint/reader"
)

// part is one stretch of a quote's content.
type part struct {
	span
	next int32 // the part after it, or none
}

// found is one quote on its way to the result.
type found struct {
	first, last int32 // parts
	source      span
	cue         span
	head        int32 // the token that the source turns on, or none
	alias       int32 // the token of a name beside it: the mayor, Anna Lind
	relative    span  // the who of "Lind, who said"
	sentence    int32
	how         pattern
	paragraph   int32
	verb        int // the predicate, while its sentence is at hand
	speaker     reader.Speaker
	confidence  float64
	person      int32 // in a.people, or none
	by          evidence
}

// evidence is how the speaker's name came out of the source.
type evidence uint8

const (
	evidenceNone    evidence = iota
	evidenceFull             // the source has the full name
	evidenceShort            // a surname or forename
	evidencePronoun          // he, she
	evidenceRole             // the minister
)

// pattern is how a quote was tied to its source.
type pattern uint8

const (
	patternNone      pattern = iota // no source
	patternAfter                    // "...," she said
	patternBefore                   // she said: "..."
	patternInside                   // she said it was "..."
	patternAround                   // it was "...", she said
	patternAccording                // according to her
	patternLoose                    // a cue somewhere before the quote
	patternVague                    // no cue, only a subject that can speak
	patternNoun                     // her promise of "..."
	patternCarried                  // a quote after one of the same speaker
	patternChain                    // a paragraph that goes on with a quote
	patternLabel                    // LAVROV: ...
	patternSubject                  // a quote after a sentence about the speaker
	patternSigned                   // "..." – Lavrov
	patternIndirect                 // no marks at all
)

// speech walks over the sentences and finds what is said in each.
func (a *analysis) speech() {
	for i := range a.sentences {
		s := a.sentences[i]
		a.current = s
		a.headline = a.isHeadline(s)
		before := len(a.found)
		if a.language.full {
			a.chunk(s)
			a.clauses()
			a.sentenceSpeech(i)
		} else {
			a.foreignSpeech(i)
		}
		a.endSentence(i, before)
	}
	slices.SortStableFunc(a.found, func(x, y found) int {
		return cmp.Compare(a.parts[x.first].start, a.parts[y.first].start)
	})
}

// sentenceSpeech finds the quotes of sentence i.
func (a *analysis) sentenceSpeech(i int) {
	if a.labelled == a.current.block+1 || a.label(i) {
		return
	}
	a.according(i)
	a.asFrames(i)
	for p := range a.phrases {
		if a.phrases[p].kind == phraseQuote {
			a.quotePhraseSpeech(i, p)
		}
	}
	a.indirect(i)
}

// quotePhraseSpeech finds who said the run at phrase p.
func (a *analysis) quotePhraseSpeech(i, p int) {
	r := a.phrases[p].run
	if r == none || a.covered(r) || a.runs[r].dead {
		return
	}
	if a.notSpeech(p) {
		return
	}
	if v := a.frameAfter(p); v != none {
		a.take(i, v, p, patternAfter)
		return
	}
	if v := a.cueBefore(p); v != none {
		a.take(i, v, p, patternBefore)
		return
	}
	if v := a.around(p); v != none {
		a.takeClause(i, v, p)
		return
	}
	if a.nounCue(i, p) {
		return
	}
	v := a.looseCue(p)
	switch {
	case v == none:
	case a.tokens[a.phrases[a.verbs[v].phrase].head].word.cue != cueNone:
		a.take(i, v, p, patternLoose)
	case !a.speaksOn(i) && !a.aside(p):
		a.take(i, v, p, patternVague)
	}
}

// covered reports whether a quote already holds run r.
func (a *analysis) covered(r int32) bool {
	at := a.runs[r].start
	for k := len(a.found) - 1; k >= 0 && k >= len(a.found)-8; k-- {
		for q := a.found[k].first; q != none; q = a.parts[q].next {
			if a.parts[q].start <= at && at < a.parts[q].end {
				return true
			}
		}
	}
	return false
}

// frameAfter returns the predicate of "..., she said" behind the run, or none.
func (a *analysis) frameAfter(p int) int {
	next := p + 1
	if a.kindAt(next) == phraseComma || a.kindAt(next) == phraseDash {
		next++
	}
	closed := a.closedAsSpeech(p) || next > p+1
	for v := range a.verbs {
		x := &a.verbs[v]
		c := a.tokens[a.phrases[x.phrase].head].word.cue
		if a.phrases[x.phrase].verb&finite == 0 {
			continue
		}
		if x.inverted && a.before(x.phrase) <= p && x.phrase >= next && x.phrase <= next+1 {
			return v
		}
		if x.opened == next && x.subject != none && x.subject >= next && !x.inverted && x.kind == clauseMain {
			if c == cueNone && !closed || c == cueNone && !a.human(x.subject) {
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
		if x.phrase > p || x.subject == none && x.owner == none {
			continue
		}
		w := a.tokens[a.phrases[x.phrase].head].word
		from := x.phrase + 1
		if x.inverted {
			continue
		}
		c := a.complement(from, x.phrase)
		if c.kind != contentQuote || c.start != p || !a.leads(w.cue, x.phrase, p) {
			continue
		}
		if a.unsaid(x.phrase) && a.kindAt(p-1) != phraseColon && a.kindAt(p-1) != phraseComma {
			if u := a.around(p); u != none && u != v && !a.unsaid(a.verbs[u].phrase) {
				return none
			}
		}
		if (w.cue == cueWeak || w.cue == cueNone) && x.kind != clauseMain && !x.joined && a.kindAt(p-1) != phraseColon {
			continue
		}
		return v
	}
	return a.afterMiddle(p)
}

// unsaid reports whether the verb at phrase i tells of words that were not
// said: would say, refused to say.
func (a *analysis) unsaid(i int) bool {
	return a.phrases[i].verb&infinitive != 0 || a.tokens[a.phrases[i].first].word.is(isModal)
}

// leads reports whether a verb of that cue reports the run at phrase p, which
// is all that follows it. Verbs of speech do; others only behind a colon or
// comma, or if the run begins like a sentence.
func (a *analysis) leads(c cue, from, p int) bool {
	switch a.kindAt(p - 1) {
	case phraseColon:
		return c != cueNone || p-from < 12
	case phraseComma:
		return c != cueNone
	}
	switch c {
	case cueNone, cueThink:
		return false
	case cueWeak:
		return a.beginsUpper(p)
	}
	return true
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
	if p < 2 || a.kindAt(p-1) != phraseComma && a.kindAt(p-1) != phraseVerb && a.kindAt(p-1) != phraseColon && a.kindAt(p-1) != phraseNoun && a.kindAt(p-1) != phraseStop {
		return none
	}
	for k := len(a.found) - 1; k >= 0; k-- {
		f := &a.found[k]
		if f.sentence != int32(a.sentenceAt()) || f.verb == none {
			break
		}
		if f.how == patternAfter && a.verbs[f.verb].phrase < p {
			return f.verb
		}
	}
	return none
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
		if x.subject == none || !a.reports(v) {
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

// outermost reports whether predicate v governs predicate best.
func (a *analysis) outermost(v, best int) bool {
	x := &a.verbs[v]
	if from, to, ok := a.extent(v); ok && a.verbs[best].phrase >= from && a.verbs[best].phrase < to {
		return true
	}
	_ = x
	return false
}

// reports reports whether predicate v can hold indirect words.
func (a *analysis) reports(v int) bool {
	switch a.tokens[a.phrases[a.verbs[v].phrase].head].word.cue {
	case cueNone, cueWeak:
		return false
	}
	return true
}

// take makes or extends the quote of predicate v by the run at phrase p.
func (a *analysis) take(i, v, p int, how pattern) {
	r := a.phrases[p].run
	if k := a.foundBy(i, v); k != none {
		a.addPart(k, span{a.runs[r].start, a.runs[r].end})
		return
	}
	k := a.newFound(i, v, how)
	a.addPart(k, span{a.runs[r].start, a.runs[r].end})
	if how == patternBefore {
		a.widen(k, v, p)
	}
}

// widen lets a run right behind its cue go on to the end of the content:
// said "it hurt" the party.
func (a *analysis) widen(k, v, p int) {
	_, to, ok := a.extent(v)
	if !ok || p+1 >= to || a.kindAt(p+1) == phraseComma || a.kindAt(p+1) == phraseStop || a.kindAt(p+1) == phraseSub {
		return
	}
	if a.kindAt(p-1) == phraseColon || a.kindAt(p-1) == phraseComma || a.stopsInside(p) {
		return
	}
	end := a.tokens[a.phrases[to-1].last-1].end
	l := &a.parts[a.found[k].last]
	l.end = max(l.end, end)
}

// stopsInside reports whether the run of phrase p ends like a sentence.
func (a *analysis) stopsInside(p int) bool {
	r := &a.runs[a.phrases[p].run]
	switch lastSign(a.text[r.start:r.end]) {
	case '.', '?', '!':
		return true
	}
	return false
}

// takeClause makes the quote of predicate v with its whole content.
func (a *analysis) takeClause(i, v, p int) {
	if a.foundBy(i, v) != none {
		k := a.foundBy(i, v)
		a.addPart(k, span{a.runs[a.phrases[p].run].start, a.runs[a.phrases[p].run].end})
		return
	}
	from, to, _ := a.extent(v)
	how := patternInside
	if from < a.verbs[v].phrase {
		how = patternAround
	}
	k := a.newFound(i, v, how)
	a.addContent(k, v, from, to)
}

// foundBy returns the quote of sentence i that predicate v reports, or none.
func (a *analysis) foundBy(i, v int) int {
	for k := len(a.found) - 1; k >= 0 && a.found[k].sentence == int32(i); k-- {
		if a.found[k].verb == v {
			return k
		}
	}
	return none
}

// newFound begins the quote that predicate v of sentence i reports.
func (a *analysis) newFound(i, v int, how pattern) int {
	a.found = append(a.found, a.sourceOf(i, v, how))
	return len(a.found) - 1
}

// sourceOf returns the quote of predicate v of sentence i, still without content.
func (a *analysis) sourceOf(i, v int, how pattern) found {
	x := &a.verbs[v]
	f := found{first: none, last: none, head: none, alias: none, person: none, sentence: int32(i), how: how, verb: v, paragraph: a.current.block}
	c := &a.phrases[x.phrase]
	f.cue = span{a.tokens[c.head].start, a.tokens[c.last-1].end}
	if x.subject != none {
		f.source, f.head = a.mention(x.subject)
		f.alias = a.aliasOf(x.subject)
		if u := a.issuer(v); u != none {
			f.relative = f.source
			f.source, f.head = a.mention(u)
			f.alias = a.aliasOf(u)
			a.tokens[f.head].speaker = true
			return f
		}
		if k := a.kindAt(x.opened); x.kind == clauseRelative && (k == phraseRel || k == phraseThat) && x.subject < x.opened {
			t := &a.tokens[a.phrases[x.opened].head]
			f.relative = span{t.start, t.end}
		}
		a.tokens[f.head].speaker = true
	}
	return f
}

func (a *analysis) addPart(k int, s span) {
	for s.end > s.start+1 && (a.text[s.end-1] == ',' || a.text[s.end-1] == ' ') {
		s.end--
	}
	f := &a.found[k]
	a.parts = append(a.parts, part{s, none})
	id := int32(len(a.parts) - 1)
	if f.first == none {
		f.first = id
	} else {
		a.parts[f.last].next = id
	}
	f.last = id
}

// stretch returns the text of phrases from up to to, without signs at its edges.
func (a *analysis) stretch(from, to int) span {
	first, last := int(a.phrases[from].first), int(a.phrases[to-1].last)
	for last > first+1 && a.tokens[last-1].kind == kindPunct && a.tokens[last-1].sign != ')' {
		last--
	}
	for first < last-1 && a.tokens[first].kind == kindPunct {
		first++
	}
	s := span{a.tokens[first].start, a.tokens[last-1].end}
	if t := &a.tokens[first]; t.kind == kindMark && a.tokens[last-1].kind == kindMark && t.run == a.tokens[last-1].run {
		s = span{a.runs[t.run].start, a.runs[t.run].end}
	}
	return s
}

// kindOf tells from the marks what kind of quote f is.
func (a *analysis) kindOf(f *found) reader.QuoteKind {
	in, all := 0, 0
	r := 0
	for k := f.first; k != none; k = a.parts[k].next {
		s := a.parts[k]
		for i := int(s.start); i < int(s.end); {
			c, n := utf8.DecodeRuneInString(a.text[i:])
			if c > ' ' && c != ',' && c != '.' && c != '"' && c != '“' && c != '”' {
				all++
				for r < len(a.runs) && int(a.runs[r].end) <= i {
					r++
				}
				if r < len(a.runs) && int(a.runs[r].start) <= i {
					in++
				}
			}
			i += n
		}
	}
	switch {
	case in == 0:
		return reader.QuoteIndirect
	case in*100 >= all*98:
		return reader.QuoteDirect
	}
	return reader.QuoteMixed
}
