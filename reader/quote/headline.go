package quote

import (
	"strings"

	"offprint/reader"
)

// longestHeadline is how many tokens a headline has at most that is not set in
// capitals, so that only its place tells it from a sentence.
const longestHeadline = 26

// headlineHere reports whether the sentence at hand is all of the first block, or
// of a heading, and short.
func (a *analysis) headlineHere() bool {
	b := &a.plain.Blocks[a.current.block]
	if a.current.block != 0 && b.Kind != reader.BlockHeading || !a.current.begins || a.current.last-a.current.first > longestHeadline {
		return false
	}
	return int(a.tokens[a.current.last-1].end) >= b.End-1
}

// headlineSource reports whether the noun phrase p and a colon open a headline
// that tells what a person or a body says: Lind: pier to close; Police: two hurt.
func (a *analysis) headlineSource(p *phrase) bool {
	return a.headlineHere() && p.last-p.first <= 5 && a.announces(p) && a.anyVerb(2, len(a.phrases))
}

// announces reports whether noun phrase p can be who says what a headline tells.
func (a *analysis) announces(p *phrase) bool {
	t := &a.tokens[p.head]
	if t.kind != kindWord || a.tokens[p.first].word.is(isDet|isPoss|isPron|isWh) {
		return false
	}
	if n := a.people.at[p.head]; n != none && a.people.list[a.people.namings[n].person].kind == reader.EntityPerson {
		return true
	}
	w := strings.ToLower(a.text[t.start:t.end])
	return t.word.is(isRole|isHuman) && !t.word.is(isForename) || t.word.is(isOrg) && !printed[w] || findings[w]
}

// anyVerb reports whether a verb stands among the phrases from from to to.
func (a *analysis) anyVerb(from, to int) bool {
	for k := from; k < to; k++ {
		if a.kindAt(k) == phraseVerb {
			return true
		}
	}
	return false
}

// findings are texts that a headline names as its source.
var findings = map[string]bool{
	"poll": true, "polls": true, "report": true, "reports": true, "study": true, "survey": true, "media": true,
	"sources": true, "source": true, "newspaper": true, "data": true, "radio": true, "campaign": true, "camp": true,
}

// printed are words of bodies that a headline rather has a column under.
var printed = map[string]bool{
	"post": true, "times": true, "journal": true, "news": true, "press": true, "magazine": true, "live": true, "tv": true,
	"television": true, "church": true, "school": true, "party": true, "company": true, "club": true, "team": true, "house": true,
}

// headlineTail ties a headline to who is named behind its last colon: Two boats
// lost off Ellmar: coastguard. It reports whether it did.
func (a *analysis) headlineTail(i int) bool {
	n := len(a.phrases)
	for n > 0 && a.kindAt(n-1) == phraseStop {
		n--
	}
	if n < 4 || a.kindAt(n-1) != phraseNoun || a.kindAt(n-2) != phraseColon || !a.headlineHere() {
		return false
	}
	p := &a.phrases[n-1]
	if p.last-p.first > 4 || !a.announces(p) || !a.anyVerb(0, n-2) {
		return false
	}
	for k := range n - 2 {
		if k := a.kindAt(k); k == phraseStop || k == phraseColon || k == phraseQuote {
			return false
		}
	}
	c := a.headAt(n - 2)
	f := a.unsourced(i, patternLabel)
	f.head, f.source = p.head, span{a.tokens[p.first].start, a.tokens[p.last-1].end}
	f.cue = span{c.start, c.end}
	a.append(f, a.stretch(0, n-2))
	a.carried.labelled = a.current.block + 1
	return true
}
