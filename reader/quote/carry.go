package quote

// carried is what one sentence hands on to the next.
type carried struct {
	found     int // the last quote with a source, or none
	block     int32
	sentence  int
	paragraph int // quotes found when the paragraph began
}

func (a *analysis) beginParagraph(i int) {
	a.carried.paragraph = len(a.found)
}

// endSentence ties the runs of sentence i that nobody claimed to the speaker
// before, and remembers who spoke.
func (a *analysis) endSentence(i, before int) {
	for p := range a.phrases {
		if a.phrases[p].kind != phraseQuote || a.phrases[p].run == none || !a.language.full {
			continue
		}
		r := a.phrases[p].run
		if a.covered(r) || a.runs[r].dead || a.notSpeech(p) {
			continue
		}
		a.carry(i, p)
	}
	for k := len(a.found) - 1; k >= before; k-- {
		if a.found[k].source.start < a.found[k].source.end {
			a.carried.found, a.carried.block, a.carried.sentence = k, a.current.block, i
			break
		}
	}
	for k := before; k < len(a.found); k++ {
		a.found[k].verb = none
	}
}

// carry gives the run at phrase p, which has no cue, the speaker before.
func (a *analysis) carry(i, p int) {
	r := a.phrases[p].run
	s := span{a.runs[r].start, a.runs[r].end}
	if from := a.runs[r].from; from != none {
		if k := a.holder(from); k != none {
			a.addPart(k, s)
			return
		}
	}
	alone := a.quoteAlone(p)
	k := a.carried.found
	if k != none && alone && (a.carried.block == a.current.block || a.nextParagraph(i)) {
		if a.carried.block == a.current.block {
			a.addPart(k, s)
			return
		}
		f := a.found[k]
		f.first, f.last, f.sentence, f.how, f.verb, f.cue = none, none, int32(i), patternCarried, none, span{}
		f.paragraph = a.current.block
		a.found = append(a.found, f)
		a.addPart(len(a.found)-1, s)
		return
	}
	if alone || a.runs[r].end-a.runs[r].start > 40 {
		f := found{first: none, last: none, head: none, alias: none, person: none, sentence: int32(i), how: patternNone, verb: none, paragraph: a.current.block}
		a.found = append(a.found, f)
		a.addPart(len(a.found)-1, s)
	}
}

// nextParagraph reports whether the speaker's paragraph is the one right before.
func (a *analysis) nextParagraph(i int) bool {
	return a.carried.sentence == i-1
}

// holder returns the quote that holds run r, or none.
func (a *analysis) holder(r int32) int {
	at := a.runs[r].start
	for k := len(a.found) - 1; k >= 0; k-- {
		for q := a.found[k].first; q != none; q = a.parts[q].next {
			if a.parts[q].start <= at && at < a.parts[q].end {
				return k
			}
		}
	}
	return none
}

// quoteAlone reports whether the sentence is nothing but the run at phrase p.
func (a *analysis) quoteAlone(p int) bool {
	for k := range a.phrases {
		switch a.phrases[k].kind {
		case phraseQuote, phraseStop, phraseComma, phraseDash, phraseConj, phraseOther:
		default:
			return false
		}
	}
	return true
}
