package quote

import (
	"offprint/reader/quote/grammar"
	"offprint/reader/quote/mark"
	"offprint/reader/quote/word"
)

// foreignSpeech finds the quotes of sentence i in a language whose grammar of
// clauses the maker does not have: a run, and the frame right beside it.
func (a *analysis) foreignSpeech(i int) {
	a.Phrases, a.Verbs = a.Phrases[:0], a.Verbs[:0]
	first, last := int(a.Current.First), int(a.Current.Last)
	a.carried.reported = a.reported()
	for k := first; k < last; {
		r := a.Tokens[k].Run
		if r == none {
			k++
			continue
		}
		end := k
		for end < last && a.Tokens[end].Run == r {
			end++
		}
		a.foreignRun(i, k, end)
		k = end
	}
	if a.Language.Words != nil {
		a.rememberForeign(i)
	}
}

// foreignRun ties the run of the tokens from first to last to its speaker.
func (a *analysis) foreignRun(i, first, last int) {
	r := &a.Runs[a.Tokens[first].Run]
	s := span{r.Start, r.End}
	if r.From != none && a.foreignGoesOn(i, last, r.From, s) {
		return
	}
	if a.Language.Words == nil {
		if words, _, _ := a.CountWords(first, last); words >= 3 || s.end-s.start >= 24 {
			a.foreignCarry(i, first, last, s)
		}
		return
	}
	if a.foreignFramed(i, first, last, s) {
		return
	}
	if k := len(a.found) - 1; r.Dash && k >= 0 && a.found[k].sentence == int32(i) {
		a.addPart(k, s)
		return
	}
	a.foreignUnframed(i, first, last, s)
}

// foreignFramed ties the run s of the tokens from first to last to a frame beside
// it, or sees that it is a name. It reports whether it did.
func (a *analysis) foreignFramed(i, first, last int, s span) bool {
	if a.foreignInside(i, first, last) || a.spokenOfBefore(first) && a.foreignBefore(i, first, s) || a.foreignAfter(i, last, s) || a.saidThere(i, first, last, s) || a.foreignBare(i, first, last, s) {
		return true
	}
	if c := &a.carried; a.foreignAlone(first, last) && c.found != none && c.block == a.Current.Block && c.sentence == i-1 && a.carryOn(i, s) {
		return true // «Nadie corre peligro», dijo Ruiz. «Nadie.»
	}
	return a.foreignName(first, last) || a.foreignBefore(i, first, s) || a.foreignColon(i, first, last, s) || a.bareBefore(i, first, s)
}

// foreignAlone reports whether the tokens from first to last are all the words of
// the sentence.
func (a *analysis) foreignAlone(first, last int) bool {
	return first == int(a.Current.First) && !a.wordBetween(last, int(a.Current.Last))
}

// foreignUnframed gives the run s, which no frame reports, to who speaks on, if it
// is more than a title or words held at arm's length.
func (a *analysis) foreignUnframed(i, first, last int, s span) {
	words, _, small := a.CountWords(first, last)
	if words > 1 && a.impersonal(last) {
		a.append(a.unsourced(i, patternNone), s)
		return
	}
	if words < 3 || small == 0 && words < 8 {
		return
	}
	if alone := a.foreignAlone(first, last); !alone && (a.carried.reported && a.speaksStill(i, s, 1) || words < 8) {
		return
	}
	a.foreignCarry(i, first, last, s)
}

// foreignGoesOn gives the run s, which goes on with the run from of the
// paragraph before, to the quote of that one. The frame behind it, from token
// last on, tells who speaks if nothing did so far. It reports whether it did.
func (a *analysis) foreignGoesOn(i, last int, from int32, s span) bool {
	k := a.holder(from)
	if k == none {
		return false
	}
	if f, ok := a.frameBehind(i, last); ok && a.found[k].head == none && a.parted(last) {
		a.Tokens[f.head].Speaker = true
		f.first, f.last, f.sentence, f.paragraph = a.found[k].first, a.found[k].last, a.found[k].sentence, a.found[k].paragraph
		a.found[k] = f
	}
	a.addPart(k, s)
	return true
}

// foreignName reports whether the run of the tokens from first to last is
// rather a name or a title: the paper «Север», la «Monte Alto».
func (a *analysis) foreignName(first, last int) bool {
	if last-first < 3 {
		return true
	}
	words, _, small := a.CountWords(first, last)
	if words > 5 || a.endsAsSpeech(first) || !a.firstUpper(first, last) {
		return false
	}
	if first == int(a.Current.First) {
		return small == 0
	}
	b := &a.Tokens[first-1]
	switch {
	case b.Kind == grammar.KindPunct:
		return small == 0 && b.Sign != ':' && words <= 3
	case b.Kind != grammar.KindWord || b.Word.Cue != word.CueNone || b.Word.Is(word.Conj):
		return false
	case small == 0:
		return true
	}
	return words <= 3 && !b.Word.Is(word.Prep|word.Pron|word.Adv|word.Object|word.Aux) && !a.Language.Nouns
}

// endsAsSpeech reports whether the run that opens at token first ends as words
// do before their frame.
func (a *analysis) endsAsSpeech(first int) bool {
	r := &a.Runs[a.Tokens[first].Run]
	switch mark.LastSign(a.Text[r.Start:r.End]) {
	case ',', '?', '!', '.', '…':
		return true
	}
	return false
}

// firstUpper reports whether the first word of the tokens has a capital.
func (a *analysis) firstUpper(first, last int) bool {
	for k := first; k < last; k++ {
		if a.Tokens[k].Kind == grammar.KindWord {
			return a.Tokens[k].Upper
		}
	}
	return false
}

func (a *analysis) wordBetween(i, j int) bool {
	for ; i < j; i++ {
		if a.Tokens[i].Kind == grammar.KindWord {
			return true
		}
	}
	return false
}

// foreignAfter ties the run s to the frame behind it, from token last on.
func (a *analysis) foreignAfter(i, last int, s span) bool {
	f, ok := a.frameBehind(i, last)
	if !ok || !a.parted(last) && !a.SpokeOf(last) {
		return false
	}
	a.foreignTake(f, s)
	return true
}

// parted reports whether a sign stands between a run and the frame at token
// last, inside the marks or behind them; without one the run is a name:
// «Север» сообщил.
func (a *analysis) parted(last int) bool {
	if last >= int(a.Current.Last) || a.Tokens[last].Kind == grammar.KindPunct || a.Tokens[last-1].Kind != grammar.KindMark {
		return true
	}
	return last >= 2 && a.Tokens[last-2].Kind == grammar.KindPunct
}

// spokenOfBefore reports whether the words before the run at token first are
// those of: Vogel spricht vom „großen Schlag“.
func (a *analysis) spokenOfBefore(first int) bool {
	for k := first - 1; k >= int(a.Current.First) && k > first-4; k-- {
		switch a.Text[a.Tokens[k].Start:a.Tokens[k].End] {
		case "von", "vom":
			for ; k >= int(a.Current.First) && a.Tokens[k].Kind == grammar.KindWord && a.Tokens[k].Run == none; k-- {
				if a.SpokeOf(k) {
					return true
				}
			}
			return false
		}
	}
	return false
}

// foreignBefore ties the run s to the frame before it, which ends at token first.
func (a *analysis) foreignBefore(i, first int, s span) bool {
	f, ok := a.frameBefore(i, first)
	if !ok {
		return false
	}
	a.foreignTake(f, s)
	return true
}

// foreignTake makes the quote f of the run s, or gives the run to the quote of
// the same frame: it stands on both sides.
func (a *analysis) foreignTake(f found, s span) {
	if k := len(a.found) - 1; k >= 0 && a.found[k].sentence == f.sentence && a.found[k].head == f.head {
		a.addPart(k, s)
		return
	}
	a.Tokens[f.head].Speaker = true
	a.append(f, s)
}

// impersonal reports whether the words from token i on, right behind a run,
// say that something is written somewhere: hieß es, говорится в сообщении.
func (a *analysis) impersonal(i int) bool {
	for i < int(a.Current.Last) && a.Tokens[i].Kind == grammar.KindPunct && a.Tokens[i].Sign != '.' {
		i++
	}
	if i >= int(a.Current.Last) || a.Tokens[i].Kind != grammar.KindWord {
		return false
	}
	switch a.Text[a.Tokens[i].Start:a.Tokens[i].End] {
	case "heißt", "hieß", "steht", "lautet", "lautete", "peut-on", "lit-on", "reza", "говорится", "сказано", "отмечается", "йдеться", "зазначається", "мовиться":
		return true
	}
	return false
}
