package quote

// opinions finds what sentence i gives as somebody's words or view by its first
// words: In her own words, the pier is "a museum piece"; in Lind's view it is old.
func (a *analysis) opinions(i int) {
	if a.kindAt(0) != phrasePrep || !a.isWord(0, "in") || a.kindAt(1) != phraseNoun {
		return
	}
	whose := a.possessor(1)
	t := a.headAt(1)
	if whose.end == 0 || !views[a.text[t.start:t.end]] {
		return
	}
	from := 2
	if a.kindAt(from) == phraseComma {
		from++
	}
	if from >= len(a.phrases) || !a.finiteAfter(from-1) || a.framedLater(from) {
		return
	}
	s := a.stretch(from, a.lastContent(from))
	if a.overlaps(i, s) {
		return
	}
	f := a.unsourced(i, patternAccording)
	f.cue = span{t.start, t.end}
	f.source = whose
	_, last := a.tokensIn(int(whose.start), int(whose.end))
	f.head = int32(last - 1)
	a.append(f, s)
}

// framedLater reports whether a frame behind a comma closes the words that begin
// at phrase from.
func (a *analysis) framedLater(from int) bool {
	for v := range a.verbs {
		x := &a.verbs[v]
		if x.opened > from && x.kind == clauseMain && a.kindAt(x.opened-1) == phraseComma && a.wordAt(x.phrase).cue == cueSay {
			return true
		}
	}
	return false
}

// possessor returns who has what noun phrase p names: her view, Lind's words. It
// is empty if nobody does.
func (a *analysis) possessor(p int) span {
	x := &a.phrases[p]
	for i := x.first; i < x.head; i++ {
		t := &a.tokens[i]
		switch {
		case t.kind != kindWord || !t.word.is(isPoss):
		case t.glued && i > x.first:
			return span{a.tokens[x.first].start, a.tokens[i-1].end}
		case i == x.first:
			return span{t.start, t.end}
		}
	}
	return span{}
}

// views are what somebody has and "in" makes a frame of.
var views = map[string]bool{"words": true, "view": true, "opinion": true, "telling": true, "estimation": true}
