package quote

import "offprint/reader"

// signed ties a run to the name that stands behind it after a dash, in its
// sentence or alone in the next paragraph: "...," – Anna Lind.
func (a *analysis) signed(i, p int, s span) bool {
	last := int(a.phrases[p].last)
	for last < int(a.current.last) && a.tokens[last].kind == kindPunct && a.tokens[last].sign != '-' {
		last++
	}
	end := int(a.current.last)
	if last >= end { // the next sentence
		if i+1 >= len(a.sentences) || int(a.sentences[i+1].first) != last {
			return false
		}
		end = int(a.sentences[i+1].last)
		if a.listedName(i + 1) {
			last-- // the dash became the mark of a list
		}
	}
	if last >= end || a.tokens[last].sign != '-' && !(i+1 < len(a.sentences) && last+1 == int(a.sentences[i+1].first)) || last+1 >= end || !a.nameWord(last+1, false) {
		return false
	}
	j := a.nameEnd(last+1, end)
	if j < end && !(a.tokens[j].kind == kindMark && a.tokens[j].sign == '(') && !(a.tokens[j].kind == kindPunct && (a.tokens[j].sign == ',' || a.tokens[j].sign == '.' || a.tokens[j].sign == '(')) && j+3 < end {
		return false
	}
	f := a.unsourced(i, patternSigned)
	f.head = int32(j - 1)
	f.source = span{a.tokens[last+1].start, a.tokens[j-1].end}
	a.append(f, s)
	return true
}

// listedName reports whether sentence i is an item of a list that holds nothing
// but a name, behind a paragraph.
func (a *analysis) listedName(i int) bool {
	s := &a.sentences[i]
	if a.plain.Blocks[s.block].Kind != reader.BlockListItem || a.plain.Blocks[a.current.block].Kind == reader.BlockListItem || !a.nameWord(int(s.first), false) {
		return false
	}
	j := a.nameEnd(int(s.first), int(s.last))
	return j == int(s.last) || j == int(s.last)-1 && a.stops(j)
}

// namedBehind ties the run at phrase p to the person whose name alone, with what
// tells of them, stands behind it without a verb: "...," Anna Lind, a pilot in
// Ellmar. It reports whether it did.
func (a *analysis) namedBehind(i, p int, s span) bool {
	n := p + 1
	if a.kindAt(n) == phraseComma {
		n++
	} else if !a.closedAsSpeech(p) {
		return false
	}
	if a.kindAt(n) != phraseNoun || !a.isPerson(n) || n+1 < len(a.phrases) && a.kindAt(n+1) != phraseComma && a.kindAt(n+1) != phraseStop {
		return false
	}
	for k := n + 1; k < len(a.phrases); k++ {
		if q := a.kindAt(k); q == phraseQuote || q == phraseVerb && a.phrases[k].verb&finite != 0 {
			return false
		}
	}
	f := a.unsourced(i, patternSigned)
	f.source, f.head = a.mention(n)
	a.append(f, s)
	return true
}
