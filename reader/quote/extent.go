package quote

import (
	"offprint/reader/quote/grammar"
	"offprint/reader/quote/word"
)

// extent returns the phrases that predicate v reports, from up to to; ok is
// false if it reports nothing. The frame itself may stand in their midst, see
// [analysis.addContent].
func (a *analysis) extent(v int) (from, to int, ok bool) {
	x := &a.Verbs[v]
	if x.Inverted {
		if k := a.MidEnd(x.Phrase, a.Before(x.Phrase)); k != none {
			return a.aroundFrame(v, k)
		}
		return a.extentBefore(x.Phrase)
	}
	c := a.Complement(x.Phrase+1, x.Phrase)
	switch c.Kind {
	case grammar.ContentNone:
		if a.Talks(v) || x.Joined || x.Kind == grammar.ClauseRelative || x.Subject == none {
			return 0, 0, false
		}
		if k := a.medial(v); k != none {
			return a.aroundFrame(v, k)
		}
		return a.extentBefore(x.Opened)
	case grammar.ContentObject:
		if !a.takesObject(v) || a.Talks(v) && a.KindAt(c.Start-1) != grammar.PhrasePrep {
			return 0, 0, false
		}
	case grammar.ContentTo, grammar.ContentClause:
		if a.Talks(v) && (c.Kind == grammar.ContentTo || a.KindAt(c.Start) == grammar.PhraseThat) {
			return 0, 0, false // spoke on condition of anonymity to explain it
		}
	}
	from = c.Start
	if c.Kind == grammar.ContentTo && a.KindAt(from-1) == grammar.PhraseAdv && a.IsWord(from-1, "not") {
		from-- // not to go
	}
	if c.Kind == grammar.ContentClause && a.KindAt(from) == grammar.PhraseNoun && a.KindAt(from-1) == grammar.PhraseAdv && from-1 > x.Phrase && a.rough(from-1) {
		from-- // nearly 100 boats had left
	}
	if c.Kind == grammar.ContentTo && c.Heard != none && !a.WordAt(c.Heard).Is(word.Object) {
		from = c.Heard // whom it asks belongs to what it asks
	}
	return from, a.contentEnd(v, c.Start, c.Kind), true
}

// rough reports whether the adverb at phrase i belongs to a number behind it.
func (a *analysis) rough(i int) bool {
	n := int(a.Phrases[i+1].First)
	return a.NumberAt(n) && (a.IsWord(i, "nearly") || a.IsWord(i, "almost") || a.IsWord(i, "roughly") || a.IsWord(i, "only") || a.IsWord(i, "just"))
}

// takesObject reports whether a bare object can be what predicate v reports.
func (a *analysis) takesObject(v int) bool {
	w := a.VerbWord(v)
	switch w.Cue {
	case word.CueAsk, word.CueTalk:
		return true
	case word.CueCall:
		return !a.governed(v) && a.passedOn(a.Verbs[v].Phrase) == none
	case word.CueObject:
		return !w.Is(word.Clausal) && !a.governed(v)
	case word.CueSay:
		return !w.Is(word.Clausal) && !a.governed(v) && a.Phrases[a.Verbs[v].Phrase].Verb&grammar.Infinitive == 0
	}
	return false
}

// governed reports whether predicate v is a participle behind a preposition: after calling him.
func (a *analysis) governed(v int) bool {
	i := a.Verbs[v].Phrase
	return a.Phrases[i].Verb&grammar.Gerund != 0 && a.KindAt(i-1) == grammar.PhrasePrep
}

// medial returns where the content goes on behind a frame in its midst
// ("Back then, she said, the harbour froze"), or none.
func (a *analysis) medial(v int) int {
	x := &a.Verbs[v]
	c := a.WordAt(x.Phrase).Cue
	if x.Opened < 1 || a.KindAt(x.Opened-1) != grammar.PhraseComma || x.Kind != grammar.ClauseMain || c != word.CueSay && c != word.CueTell {
		return none
	}
	for j := x.Phrase + 1; j < len(a.Phrases); j++ {
		switch a.KindAt(j) {
		case grammar.PhraseAdv, grammar.PhraseTime:
		case grammar.PhraseNoun:
			if j != x.Phrase+1 || c != word.CueTell {
				return none
			}
		case grammar.PhrasePrep:
			j = a.OverPrep(j)
		case grammar.PhraseComma:
			if a.goesOn(j+1, x.Opened) {
				return j + 1
			}
			return none
		default:
			return none
		}
	}
	return none
}

// goesOn reports whether what begins at phrase j goes on with the content
// before phrase opened.
func (a *analysis) goesOn(j, opened int) bool {
	if k := a.KindAt(j); (k == grammar.PhraseNoun || k == grammar.PhraseSub) && !a.mainBefore(opened) && a.FiniteAfter(j) {
		return true // after the vote was lost, she said, boats left
	}
	switch a.KindAt(j) {
	case grammar.PhraseNoun:
		return !a.FiniteBetween(0, opened) || a.VerbFollows(j) && !a.FramesHere(a.NextVerb(j))
	case grammar.PhraseVerb:
		return a.Phrases[j].Verb&grammar.Infinitive != 0 || a.Phrases[j].Verb&grammar.Finite != 0 && (!a.joinedAt(j) || !a.MainVerb(0, opened))
	case grammar.PhraseThat:
		return true
	case grammar.PhraseConj:
		return a.KindAt(j+1) == grammar.PhraseNoun && a.VerbFollows(j+1) && !a.ClosesFrame(a.NextVerb(j+1))
	case grammar.PhraseSub:
		return a.IsWord(j, "because") || a.IsWord(j, "if") || a.IsWord(j, "unless")
	case grammar.PhrasePrep, grammar.PhraseAdv, grammar.PhraseTime:
		if a.AccordingAt(j) {
			return false
		}
		if a.trails(j) {
			return true
		}
		return !a.FiniteBetween(0, opened) && a.FiniteAfter(j)
	}
	return false
}

// mainBefore reports whether a main clause stands before phrase i.
func (a *analysis) mainBefore(i int) bool {
	for v := range a.Verbs {
		if x := &a.Verbs[v]; x.Phrase < i && x.Kind == grammar.ClauseMain {
			return true
		}
	}
	return false
}

// trails reports whether the preposition or adverb at phrase j opens what rather
// goes on with the words before a frame than belongs to that.
func (a *analysis) trails(j int) bool {
	t := a.HeadAt(j)
	return trailing[a.Text[t.Start:t.End]]
}

// trailing are such words: it is late, Lind said, especially here.
var trailing = map[string]bool{
	"by": true, "for": true, "including": true, "without": true, "despite": true, "because": true, "especially": true,
	"particularly": true, "even": true, "mostly": true, "largely": true, "not": true, "rather": true, "instead": true,
}

// joinedAt reports whether the verb at phrase i shares its subject with an earlier one.
func (a *analysis) joinedAt(i int) bool {
	for v := range a.Verbs {
		if a.Verbs[v].Phrase == i {
			return a.Verbs[v].Joined
		}
	}
	return false
}

// aroundFrame returns the content on both sides of the frame of predicate v;
// k is where it goes on.
func (a *analysis) aroundFrame(v, k int) (from, to int, ok bool) {
	from = 0
	for j := a.Verbs[v].Opened - 2; j >= 0; j-- {
		if a.KindAt(j) == grammar.PhraseStop || a.KindAt(j) == grammar.PhraseColon {
			from = j + 1
			break
		}
	}
	for from < k && (a.KindAt(from) == grammar.PhraseConj || a.KindAt(from) == grammar.PhraseComma) {
		from++
	}
	return from, a.contentEnd(v, k, grammar.ContentClause), true
}

// extentBefore returns what stands before the frame that opens at phrase i.
func (a *analysis) extentBefore(i int) (from, to int, ok bool) {
	to = i
	for to > 0 && (a.framesSign(to-1) || a.KindAt(to-1) == grammar.PhraseTime && to == i) {
		to--
	}
	if to == 0 || to == i && a.KindAt(to-1) != grammar.PhraseQuote {
		return 0, 0, false
	}
	for from < to && (a.KindAt(from) == grammar.PhraseStop || a.KindAt(from) == grammar.PhraseConj || a.KindAt(from) == grammar.PhraseComma) {
		from++
	}
	says := false // a verb or a run
	for k := from; k < to; k++ {
		if a.KindAt(k) == grammar.PhraseStop {
			from, says = k+1, false
		}
		says = says || a.KindAt(k) == grammar.PhraseQuote || a.KindAt(k) == grammar.PhraseVerb && a.Phrases[k].Verb&grammar.Finite != 0
	}
	says = says || (a.Headline || a.heading()) && to-from > 1 // Pier to Close, Lind Says
	if !says || from >= to || a.KindAt(from) == grammar.PhraseSub && !a.MainVerb(from, to) {
		return 0, 0, false
	}
	return from, to, true
}

// framesSign reports whether phrase i stands between words and their frame.
func (a *analysis) framesSign(i int) bool {
	switch a.KindAt(i) {
	case grammar.PhraseComma, grammar.PhraseDash, grammar.PhraseConj, grammar.PhraseAdv:
		return true
	}
	return false
}

// addContent gives quote k the phrases from up to to, without the frame of
// predicate v if that stands in their midst.
func (a *analysis) addContent(k, v, from, to int) {
	x := &a.Verbs[v]
	if x.Inverted {
		if j := a.MidEnd(x.Phrase, a.Before(x.Phrase)); j != none && from < x.Phrase && j < to {
			a.addPart(k, a.stretch(from, x.Phrase))
			a.addPart(k, a.stretch(j, to))
			return
		}
	}
	if x.Opened <= from || x.Phrase >= to || x.Opened >= x.Phrase {
		a.addPart(k, a.stretch(from, to))
		return
	}
	a.addPart(k, a.stretch(from, x.Opened))
	if j := a.medial(v); j != none && j < to {
		a.addPart(k, a.stretch(j, to))
	}
}
