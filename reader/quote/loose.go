package quote

// looseCue returns the predicate that the run at phrase p hangs on though its
// verb is no cue: vowed to "...", his plan would "...". It is the nearest one
// before the run whose subject can speak.
func (a *analysis) looseCue(p int) int {
	best := none
	for v := len(a.verbs) - 1; v >= 0; v-- {
		x := &a.verbs[v]
		if x.phrase > p || x.subject == none || x.subject > p {
			continue
		}
		w := a.tokens[a.phrases[x.phrase].head].word
		if w.cue != cueNone {
			return v
		}
		if best == none && a.human(x.subject) && x.outer == none {
			best = v
		}
	}
	return best
}
