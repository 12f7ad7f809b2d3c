package quote

import (
	"offprint/reader/quote/grammar"
	"offprint/reader/quote/word"
)

// framedChain gives the paragraphs of one quote, of which only the last closes
// its marks, to whom the frame behind that one names, if no frame of their own
// tied the first to somebody: the quote of sentence i, those from before on.
func (a *analysis) framedChain(i, before int) {
	for k := before; k < len(a.found); k++ {
		f := &a.found[k]
		if f.how != patternAfter || f.source.start >= f.source.end {
			continue
		}
		r := a.runOf(a.parts[f.first].start)
		if r == none || a.Runs[r].From == none {
			continue
		}
		h := a.holder(a.Runs[r].From)
		if h == none || h >= before || a.Text[a.Runs[r].Open] != a.Text[a.Runs[a.Runs[r].From].Open] {
			continue // with other marks it is rather somebody else whom the first one quotes
		}
		switch a.found[h].how {
		case patternCarried, patternSubject, patternNone:
			a.joinChain(h, k)
			a.carried.found, a.carried.block, a.carried.sentence = h, a.Current.Block, i
			k--
		}
	}
}

// joinChain makes quote k the end of quote h, and who says k say both.
func (a *analysis) joinChain(h, k int) {
	head, tail := &a.found[h], a.found[k]
	a.parts[head.last].next = tail.first
	tail.first, tail.verb = head.first, none
	a.found[h] = tail
	a.found = append(a.found[:k], a.found[k+1:]...)
}

// headless ties the words s, the run at phrase p, to the subject of the sentence
// before if the verb of speech right before them has none: But said "...". It
// reports whether it did.
func (a *analysis) headless(i, p int, s span) bool {
	v := p - 1
	if a.KindAt(v) == grammar.PhraseComma || a.KindAt(v) == grammar.PhraseColon {
		v--
	}
	if a.KindAt(v) != grammar.PhraseVerb || v != 0 && (v != 1 || a.KindAt(0) != grammar.PhraseConj) || a.carried.subjectS != i-1 || a.carried.head == none {
		return false
	}
	h := a.HeadAt(v)
	if h.Word.Cue != word.CueSay || a.Phrases[v].Verb&grammar.Finite == 0 {
		return false
	}
	f := a.unsourced(i, patternBefore)
	f.source, f.head = a.carried.subject, a.carried.head
	f.cue = span{h.Start, h.End}
	a.append(f, s)
	return true
}

// runOf returns the run that begins at byte i of the sentence at hand, or none.
func (a *analysis) runOf(i int32) int32 {
	for p := range a.Phrases {
		if r := a.Phrases[p].Run; a.Phrases[p].Kind == grammar.PhraseQuote && r != none && a.Runs[r].Start == i {
			return r
		}
	}
	return none
}

// holder returns the quote that holds run r, or none.
func (a *analysis) holder(r int32) int {
	at := a.Runs[r].Start
	for k := len(a.found) - 1; k >= 0; k-- {
		for q := a.found[k].first; q != none; q = a.parts[q].next {
			if a.parts[q].start <= at && at < a.parts[q].end {
				return k
			}
		}
	}
	return none
}
