package quote

import (
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
	relative    span  // the who of "Lind, who said", or who relays it
	group       span  // who "they" are
	sentence    int32
	how         pattern
	paragraph   int32
	verb        int // the predicate, while its sentence is at hand
	speaker     reader.Speaker
	confidence  float64
	person      int32 // in a.people, or none
	by          evidence
	mute        bool // the source is a thing that can hardly speak
	fragment    bool // the content is, unless more is added: it is not told, but tells who was spoken of
}

// mentions returns the source of f and what stands with it, in the order of the text.
func (f *found) mentions() [2]span {
	if f.relative.start < f.source.start {
		return [...]span{f.relative, f.source}
	}
	return [...]span{f.source, f.relative}
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
	patternLabel                    // LAVROV: ...
	patternSubject                  // a quote after a sentence about the speaker
	patternSigned                   // "..." – Lavrov
	patternIndirect                 // no marks at all
)

// foundBy returns the quote of sentence i that predicate v reports, or none.
func (a *analysis) foundBy(i, v int) int {
	for k := len(a.found) - 1; k >= 0 && a.found[k].sentence == int32(i); k-- {
		if a.found[k].verb == v {
			return k
		}
	}
	return none
}

// unsourced returns an empty quote of sentence i that no predicate reports.
func (a *analysis) unsourced(i int, how pattern) found {
	return found{first: none, last: none, head: none, alias: none, person: none, sentence: int32(i), how: how, verb: none, paragraph: a.current.block}
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
	if x.subject != none && !(how == patternVague && a.empty(x.subject)) {
		f.source, f.head = a.mention(x.subject)
		f.mute = !a.canSpeak(x.subject)
		if f.alias = a.aliasOf(x.subject); f.alias == none {
			if f.alias = a.aliasBefore(x.subject, x.phrase); f.alias != none {
				f.source.end = a.tokens[f.alias].end
			}
		}
		if n := x.subject + 2; x.phrase == n+1 && a.kindAt(n-1) == phraseComma && a.kindAt(n) == phraseNoun && a.headAt(n).upper {
			f.source.end = a.tokens[a.phrases[n].last-1].end // Ellmar's mayor, Anna Lind said
		}
		if u := a.whoseWords(v); u != none {
			f.relative = f.source
			f.source, f.head = a.mention(u)
			f.alias, f.mute = a.aliasOf(u), !a.canSpeak(u)
			a.tokens[f.head].speaker = true
			return f
		}
		if k := a.kindAt(x.opened); x.kind == clauseRelative && (k == phraseRel || k == phraseThat) && x.subject < x.opened {
			t := a.headAt(x.opened)
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
				if r < len(a.runs) && int(a.runs[r].start) <= i && !a.runs[r].dead {
					in++
				}
			}
			i += n
		}
	}
	switch {
	case in == 0 && f.how == patternLabel && a.tokens[f.head].caps:
		return reader.QuoteDirect // a transcript has no marks
	case in == 0:
		return reader.QuoteIndirect
	case in*100 >= all*98:
		return reader.QuoteDirect
	}
	return reader.QuoteMixed
}
