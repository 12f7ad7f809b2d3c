package quote

// notSpeech reports whether the run of phrase p is a title, a nickname or a
// word held at arm's length.
func (a *analysis) notSpeech(p int) bool {
	r := &a.runs[a.phrases[p].run]
	first, last := int(a.phrases[p].first), int(a.phrases[p].last)
	words, capitals, small := 0, 0, 0
	for i := first; i < last; i++ {
		t := &a.tokens[i]
		if t.kind != kindWord && t.kind != kindNumber {
			continue
		}
		words++
		if t.upper || t.kind == kindNumber {
			capitals++
		} else if !t.word.is(isPrep | isDet | isConj | isTo | isPoss) {
			small++
		}
	}
	if words == 0 {
		return true
	}
	if words <= 2 && first > int(a.current.first) && last < int(a.current.last) {
		b, n := &a.tokens[first-1], &a.tokens[last]
		if b.upper && n.upper && b.kind == kindWord && n.kind == kindWord && small == 0 {
			return true // a nickname
		}
	}
	_ = r
	return false
}

// isHeadline reports whether the sentence is a headline in title case.
func (a *analysis) isHeadline(s sentence) bool {
	if s.block > 1 {
		return false
	}
	upper, lower := 0, 0
	for i := s.first; i < s.last; i++ {
		t := &a.tokens[i]
		if t.kind != kindWord || t.end-t.start < 4 {
			continue
		}
		if t.upper {
			upper++
		} else {
			lower++
		}
	}
	return upper >= 3 && upper > 4*lower
}
