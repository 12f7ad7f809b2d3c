package quote

// toldByNobody quotes the run at phrase p where a passive verb without an agent
// tells that the words were said: it was claimed that the pier was "unsafe", the
// court was told. Nobody is named for them. It reports whether it did.
func (a *analysis) toldByNobody(i, p int) bool {
	if a.accusedOf(p) {
		r := &a.runs[a.phrases[p].run]
		a.append(a.unsourced(i, patternNone), span{r.start, r.end})
		return true
	}
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

// accusedOf reports whether the run at phrase p is right behind what somebody is
// accused of, who hardly says it: sentenced to a year accused of "...".
func (a *analysis) accusedOf(p int) bool {
	if a.kindAt(p-1) != phrasePrep || !a.isWord(p-1, "of") && !a.isWord(p-1, "with") || a.kindAt(p-2) != phraseVerb {
		return false
	}
	b := &a.phrases[p-2]
	h := a.headAt(p - 2)
	switch a.text[h.start:h.end] {
	case "accused", "charged", "convicted", "suspected":
		return b.verb&passive != 0 || b.verb&participle != 0 && b.verb&finite == 0 || a.kindAt(p-3) == phraseNoun && a.mute(p-2)
	}
	return false
}

// mute reports whether no predicate has its verb at phrase i.
func (a *analysis) mute(i int) bool {
	for v := range a.verbs {
		if a.verbs[v].phrase == i {
			return false
		}
	}
	return true
}
