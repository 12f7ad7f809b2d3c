package quote

import (
	"strings"

	"offprint/reader"
	"offprint/reader/quote/grammar"
	"offprint/reader/quote/word"
)

// longestHeadline is how many tokens a headline has at most that is not set in
// capitals, so that only its place tells it from a sentence.
const longestHeadline = 26

// headlineHere reports whether the sentence at hand is all of the first block, or
// of a heading, and short.
func (a *analysis) headlineHere() bool {
	b := &a.Plain.Blocks[a.Current.Block]
	if a.Current.Block != 0 && b.Kind != reader.BlockHeading || !a.Current.Begins || a.Current.Last-a.Current.First > longestHeadline {
		return false
	}
	return int(a.Tokens[a.Current.Last-1].End) >= b.End-1
}

// headlineSource reports whether the noun phrase p and a colon open a headline
// that tells what a person or a body says: Lind: pier to close; Police: two hurt.
func (a *analysis) headlineSource(p *grammar.Phrase) bool {
	return a.headlineHere() && p.Last-p.First <= 5 && a.announces(p) && a.anyVerb(2, len(a.Phrases))
}

// announces reports whether noun phrase p can be who says what a headline tells.
func (a *analysis) announces(p *grammar.Phrase) bool {
	t := &a.Tokens[p.Head]
	if t.Kind != grammar.KindWord || a.Tokens[p.First].Word.Is(word.Det|word.Poss|word.Pron|word.Wh) {
		return false
	}
	if n := a.Named.At[p.Head]; n != none && a.Named.List[a.Named.Namings[n].Person].Kind == reader.EntityPerson {
		return true
	}
	w := strings.ToLower(a.Text[t.Start:t.End])
	return t.Word.Is(word.Role|word.Human) && !t.Word.Is(word.Forename) || t.Word.Is(word.Org) && !printed[w] || findings[w]
}

// anyVerb reports whether a verb stands among the phrases from from to to.
func (a *analysis) anyVerb(from, to int) bool {
	for k := from; k < to; k++ {
		if a.KindAt(k) == grammar.PhraseVerb {
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
	n := len(a.Phrases)
	for n > 0 && a.KindAt(n-1) == grammar.PhraseStop {
		n--
	}
	if n < 4 || a.KindAt(n-1) != grammar.PhraseNoun || a.KindAt(n-2) != grammar.PhraseColon || !a.headlineHere() {
		return false
	}
	p := &a.Phrases[n-1]
	if p.Last-p.First > 4 || !a.announces(p) || !a.anyVerb(0, n-2) {
		return false
	}
	for k := range n - 2 {
		if k := a.KindAt(k); k == grammar.PhraseStop || k == grammar.PhraseColon || k == grammar.PhraseQuote {
			return false
		}
	}
	c := a.HeadAt(n - 2)
	f := a.unsourced(i, patternLabel)
	f.head, f.source = p.Head, span{a.Tokens[p.First].Start, a.Tokens[p.Last-1].End}
	f.cue = span{c.Start, c.End}
	a.append(f, a.stretch(0, n-2))
	a.carried.labelled = a.Current.Block + 1
	return true
}
