package quote

import (
	"offprint/reader"
	"offprint/reader/quote/grammar"
)

// signed ties a run to the name that stands behind it after a dash, in its
// sentence or alone in the next paragraph: "...," – Anna Lind.
func (a *analysis) signed(i, p int, s span) bool {
	last := int(a.Phrases[p].Last)
	for last < int(a.Current.Last) && a.Tokens[last].Kind == grammar.KindPunct && a.Tokens[last].Sign != '-' {
		last++
	}
	end := int(a.Current.Last)
	if last >= end { // the next sentence
		if i+1 >= len(a.Sentences) || int(a.Sentences[i+1].First) != last {
			return false
		}
		end = int(a.Sentences[i+1].Last)
		if a.listedName(i + 1) {
			last-- // the dash became the mark of a list
		}
	}
	if last >= end || a.Tokens[last].Sign != '-' && !(i+1 < len(a.Sentences) && last+1 == int(a.Sentences[i+1].First)) || last+1 >= end || !a.NameWord(last+1, false) {
		return false
	}
	j := a.NameEnd(last+1, end)
	if j < end && !(a.Tokens[j].Kind == grammar.KindMark && a.Tokens[j].Sign == '(') && !(a.Tokens[j].Kind == grammar.KindPunct && (a.Tokens[j].Sign == ',' || a.Tokens[j].Sign == '.' || a.Tokens[j].Sign == '(')) && j+3 < end {
		return false
	}
	f := a.unsourced(i, patternSigned)
	f.head = int32(j - 1)
	f.source = span{a.Tokens[last+1].Start, a.Tokens[j-1].End}
	a.append(f, s)
	return true
}

// listedName reports whether sentence i is an item of a list that holds nothing
// but a name, behind a paragraph.
func (a *analysis) listedName(i int) bool {
	s := &a.Sentences[i]
	if a.Plain.Blocks[s.Block].Kind != reader.BlockListItem || a.Plain.Blocks[a.Current.Block].Kind == reader.BlockListItem || !a.NameWord(int(s.First), false) {
		return false
	}
	j := a.NameEnd(int(s.First), int(s.Last))
	return j == int(s.Last) || j == int(s.Last)-1 && a.Stops(j)
}

// namedBehind ties the run at phrase p to the person whose name alone, with what
// tells of them, stands behind it without a verb: "...," Anna Lind, a pilot in
// Ellmar. It reports whether it did.
func (a *analysis) namedBehind(i, p int, s span) bool {
	n := p + 1
	if a.KindAt(n) == grammar.PhraseComma {
		n++
	} else if !a.ClosedAsSpeech(p) {
		return false
	}
	if a.KindAt(n) != grammar.PhraseNoun || !a.IsPerson(n) || n+1 < len(a.Phrases) && a.KindAt(n+1) != grammar.PhraseComma && a.KindAt(n+1) != grammar.PhraseStop {
		return false
	}
	for k := n + 1; k < len(a.Phrases); k++ {
		if q := a.KindAt(k); q == grammar.PhraseQuote || q == grammar.PhraseVerb && a.Phrases[k].Verb&grammar.Finite != 0 {
			return false
		}
	}
	f := a.unsourced(i, patternSigned)
	f.source, f.head = a.mention(n)
	a.append(f, s)
	return true
}
