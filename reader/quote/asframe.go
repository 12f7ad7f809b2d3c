package quote

import (
	"offprint/reader/quote/grammar"
	"offprint/reader/quote/word"
)

// asFrames finds the frames of sentence i that begin with "as": As Lind put
// it, the boats are old.
func (a *analysis) asFrames(i int) {
	for v := range a.Verbs {
		x := &a.Verbs[v]
		if x.Subject == none || !a.asFrame(x) || x.Outer != none && a.reports(x.Outer) {
			continue
		}
		opened := x.Opened
		if x.Kind != grammar.ClauseSub {
			opened = x.Phrase - 1
		}
		from, to, ok := a.asExtent(opened, x.Phrase)
		if !ok {
			continue
		}
		s := a.stretch(from, to)
		if s.end-s.start < 8 || a.overlaps(i, s) || a.inContent(v) {
			continue
		}
		a.addPart(a.newFound(i, v, patternAccording), s)
	}
}

// asFrame reports whether predicate x stands in "as she said", "as Lind puts
// it" or "as reported by Lind".
func (a *analysis) asFrame(x *grammar.Predicate) bool {
	w := a.WordAt(x.Phrase)
	switch {
	case x.Kind == grammar.ClauseSub && x.Opened < x.Phrase && a.IsWord(x.Opened, "as"):
	case x.Phrase > 0 && a.KindAt(x.Phrase-1) == grammar.PhrasePrep && a.IsWord(x.Phrase-1, "as") && x.Subject > x.Phrase:
	default:
		return false
	}
	if w.Lemma == a.Language.Words["put"].Lemma {
		return a.KindAt(x.Phrase+1) == grammar.PhraseNoun && a.IsWord(x.Phrase+1, "it")
	}
	return w.Cue == word.CueSay && a.Complement(x.Phrase+1, x.Phrase).Kind != grammar.ContentTo // not as she promised to
}

// quoteBehind returns the run right behind the comma that closes the frame
// whose verb is phrase v, or none.
func (a *analysis) quoteBehind(v int) int {
	for k := v + 1; k+1 < len(a.Phrases) && k < v+6; k++ {
		switch a.KindAt(k) {
		case grammar.PhraseComma:
			if a.KindAt(k+1) == grammar.PhraseQuote {
				return k + 1
			}
			return none
		case grammar.PhraseNoun, grammar.PhrasePrep, grammar.PhraseTime, grammar.PhraseAdv:
		default:
			return none
		}
	}
	return none
}

// asExtent returns what is so as the frame from phrase opened tells; its verb
// is phrase v.
func (a *analysis) asExtent(opened, v int) (from, to int, ok bool) {
	if opened > 1 {
		if k := a.quoteBehind(v); k != none && a.KindAt(opened-1) == grammar.PhraseComma {
			return k, k + 1, true // being, as Lind put it, "the operator"
		}
		return a.extentBefore(opened)
	}
	for k := v + 1; k+1 < len(a.Phrases); k++ {
		switch a.KindAt(k) {
		case grammar.PhraseComma, grammar.PhraseColon:
			return k + 1, a.lastContent(k + 1), true
		case grammar.PhraseVerb, grammar.PhraseThat, grammar.PhraseStop, grammar.PhraseQuote:
			return 0, 0, false
		}
	}
	return 0, 0, false
}

// inWords ties the run at phrase p to whose words it is said to be, before it or
// behind it: in the words of Anna Lind, to quote Lind. It reports whether it did.
func (a *analysis) inWords(i, p int) bool {
	who, cue := none, p+1
	if k := a.KindAt(cue); k == grammar.PhraseComma {
		cue++
	}
	if who = a.wordsOf(cue); who == none && (a.KindAt(p-1) == grammar.PhraseComma || a.KindAt(p-1) == grammar.PhraseColon) {
		for cue = p - 3; cue >= 0 && cue > p-10; cue-- {
			if who = a.wordsOf(cue); who != none {
				break
			}
		}
		if who == none || a.FiniteBetween(who, p) {
			return false
		}
	}
	if who == none {
		return false
	}
	f := a.unsourced(i, patternAccording)
	f.cue = span{a.Tokens[a.Phrases[cue].First].Start, a.Tokens[a.Phrases[who].First-1].End}
	f.source, f.head = a.mention(who)
	f.alias = a.aliasOf(who)
	r := &a.Runs[a.Phrases[p].Run]
	a.append(f, span{r.Start, r.End})
	return true
}

// wordsOf returns the noun phrase of whose words phrase k tells, or none.
func (a *analysis) wordsOf(k int) int {
	switch a.KindAt(k) {
	case grammar.PhrasePrep:
		if a.IsWord(k, "in") && a.KindAt(k+1) == grammar.PhraseNoun && a.IsWord(k+1, "words") && a.KindAt(k+2) == grammar.PhrasePrep && a.IsWord(k+2, "of") && a.KindAt(k+3) == grammar.PhraseNoun {
			return k + 3
		}
	case grammar.PhraseVerb:
		if a.IsWord(k, "quote") && a.Phrases[k].Verb&grammar.Infinitive != 0 && a.KindAt(k+1) == grammar.PhraseNoun && a.Human(k+1) && a.KindAt(k-1) != grammar.PhraseVerb && a.KindAt(k-1) != grammar.PhraseNoun {
			return k + 1
		}
	}
	return none
}

// messageFrom ties the run at phrase p, behind a colon, to whose message it is: the
// message from Lind was clear: "...". It reports whether it did.
func (a *analysis) messageFrom(i, p int) bool {
	if a.KindAt(p-1) != grammar.PhraseColon {
		return false
	}
	for v := range a.Verbs {
		x := &a.Verbs[v]
		s := x.Subject
		if s == none || x.Phrase > p || !a.WordAt(x.Phrase).Is(word.Be) || !a.WordAt(s).Is(word.Saying) || a.KindAt(s+1) != grammar.PhrasePrep || !a.IsWord(s+1, "from") && !a.IsWord(s+1, "of") || s+2 >= x.Phrase || a.KindAt(s+2) != grammar.PhraseNoun || !a.CanSpeak(s+2) {
			continue
		}
		f := a.unsourced(i, patternNoun)
		h := a.HeadAt(s)
		f.cue = span{h.Start, h.End}
		f.source, f.head = a.mention(s + 2)
		r := &a.Runs[a.Phrases[p].Run]
		a.append(f, span{r.Start, r.End})
		return true
	}
	return false
}

// seenBy ties the run at phrase p to whom something is so that the sentence opens
// with: to the owners, Lind is "a thief". It reports whether it did.
func (a *analysis) seenBy(i, p int) bool {
	if a.KindAt(0) != grammar.PhrasePrep || !a.IsWord(0, "to") && !a.IsWord(0, "for") || a.KindAt(1) != grammar.PhraseNoun || !a.Human(1) || a.WordAt(1).Is(word.Time) || a.KindAt(2) != grammar.PhraseComma {
		return false
	}
	if len(a.Verbs) != 1 || a.Verbs[0].Phrase != p-1 || !a.WordAt(p-1).Is(word.Be) || a.Phrases[p-1].Verb&grammar.Auxiliary == 0 {
		return false
	}
	f := a.unsourced(i, patternVague)
	t := a.HeadAt(0)
	f.cue = span{t.Start, t.End}
	f.source, f.head = a.mention(1)
	r := &a.Runs[a.Phrases[p].Run]
	a.append(f, span{r.Start, r.End})
	return true
}

// howBehind returns the predicate of who is told to put it so behind the run at
// phrase p, or none: "a letter to the sea" is how Lind describes it.
func (a *analysis) howBehind(p int) int {
	if a.KindAt(p+1) != grammar.PhraseVerb || !a.WordAt(p+1).Is(word.Be) || a.KindAt(p+2) != grammar.PhraseWh || !a.IsWord(p+2, "how") {
		return none
	}
	for v := range a.Verbs {
		x := &a.Verbs[v]
		if w := a.WordAt(x.Phrase); x.Opened == p+2 && x.Subject == p+3 && (w.Cue == word.CueCall || w.Cue == word.CueSay || w.Lemma == a.Language.Words["put"].Lemma) {
			return v
		}
	}
	return none
}
