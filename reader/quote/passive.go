package quote

// toldByNobody quotes the run at phrase p where a passive verb without an agent
// tells that the words were said: it was claimed that the pier was "unsafe", the
// court was told. Nobody is named for them. It reports whether it did.
func (a *analysis) toldByNobody(i, p int) bool {
	for v := len(a.verbs) - 1; v >= 0; v-- {
		x := &a.verbs[v]
		if x.phrase >= p || a.phrases[x.phrase].verb&passive == 0 || x.subject != none {
			continue
		}
		if c := a.wordAt(x.phrase).cue; c != cueSay && c != cueTell && c != cueAsk {
			continue
		}
		if a.contentEnd(v, x.phrase+1, contentClause) <= p {
			continue
		}
		r := a.phrases[p].run
		f := a.unsourced(i, patternNone)
		t := &a.tokens[a.phrases[x.phrase].head]
		f.cue = span{t.start, t.end}
		a.append(f, span{a.runs[r].start, a.runs[r].end})
		return true
	}
	return false
}
