package quote

// extent returns the phrases that predicate v reports, from up to to; ok is
// false if it reports nothing. The frame itself may stand in their midst, see
// [analysis.addContent].
func (a *analysis) extent(v int) (from, to int, ok bool) {
	x := &a.verbs[v]
	if x.inverted {
		if k := a.midEnd(x.phrase, a.before(x.phrase)); k != none {
			return a.aroundFrame(v, k)
		}
		return a.extentBefore(x.phrase)
	}
	c := a.complement(x.phrase+1, x.phrase)
	switch c.kind {
	case contentNone:
		if a.talks(v) || x.joined || x.kind == clauseRelative || x.subject == none {
			return 0, 0, false
		}
		if k := a.medial(v); k != none {
			return a.aroundFrame(v, k)
		}
		return a.extentBefore(x.opened)
	case contentObject:
		if !a.takesObject(v) || a.talks(v) && a.kindAt(c.start-1) != phrasePrep {
			return 0, 0, false
		}
	case contentTo, contentClause:
		if a.talks(v) && (c.kind == contentTo || a.kindAt(c.start) == phraseThat) {
			return 0, 0, false // spoke on condition of anonymity to explain it
		}
	}
	from = c.start
	if c.kind == contentTo && a.kindAt(from-1) == phraseAdv && a.isWord(from-1, "not") {
		from-- // not to go
	}
	if c.kind == contentClause && a.kindAt(from) == phraseNoun && a.kindAt(from-1) == phraseAdv && from-1 > x.phrase && a.rough(from-1) {
		from-- // nearly 100 boats had left
	}
	if c.kind == contentTo && c.heard != none && !a.wordAt(c.heard).is(isObject) {
		from = c.heard // whom it asks belongs to what it asks
	}
	return from, a.contentEnd(v, c.start, c.kind), true
}

// rough reports whether the adverb at phrase i belongs to a number behind it.
func (a *analysis) rough(i int) bool {
	n := int(a.phrases[i+1].first)
	return a.numberAt(n) && (a.isWord(i, "nearly") || a.isWord(i, "almost") || a.isWord(i, "roughly") || a.isWord(i, "only") || a.isWord(i, "just"))
}

// takesObject reports whether a bare object can be what predicate v reports.
func (a *analysis) takesObject(v int) bool {
	w := a.verbWord(v)
	switch w.cue {
	case cueAsk, cueTalk:
		return true
	case cueCall:
		return !a.governed(v) && a.passedOn(a.verbs[v].phrase) == none
	case cueObject:
		return !w.is(isClausal) && !a.governed(v)
	case cueSay:
		return !w.is(isClausal) && !a.governed(v) && a.phrases[a.verbs[v].phrase].verb&infinitive == 0
	}
	return false
}

// governed reports whether predicate v is a participle behind a preposition: after calling him.
func (a *analysis) governed(v int) bool {
	i := a.verbs[v].phrase
	return a.phrases[i].verb&gerund != 0 && a.kindAt(i-1) == phrasePrep
}

// medial returns where the content goes on behind a frame in its midst
// ("Back then, she said, the harbour froze"), or none.
func (a *analysis) medial(v int) int {
	x := &a.verbs[v]
	c := a.wordAt(x.phrase).cue
	if x.opened < 1 || a.kindAt(x.opened-1) != phraseComma || x.kind != clauseMain || c != cueSay && c != cueTell {
		return none
	}
	for j := x.phrase + 1; j < len(a.phrases); j++ {
		switch a.kindAt(j) {
		case phraseAdv, phraseTime:
		case phraseNoun:
			if j != x.phrase+1 || c != cueTell {
				return none
			}
		case phrasePrep:
			j = a.overPrep(j)
		case phraseComma:
			if a.goesOn(j+1, x.opened) {
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
	if k := a.kindAt(j); (k == phraseNoun || k == phraseSub) && !a.mainBefore(opened) && a.finiteAfter(j) {
		return true // after the vote was lost, she said, boats left
	}
	switch a.kindAt(j) {
	case phraseNoun:
		return !a.finiteBetween(0, opened) || a.verbFollows(j) && !a.framesHere(a.nextVerb(j))
	case phraseVerb:
		return a.phrases[j].verb&infinitive != 0 || a.phrases[j].verb&finite != 0 && (!a.joinedAt(j) || !a.mainVerb(0, opened))
	case phraseThat:
		return true
	case phraseConj:
		return a.kindAt(j+1) == phraseNoun && a.verbFollows(j+1) && !a.closesFrame(a.nextVerb(j+1))
	case phraseSub:
		return a.isWord(j, "because") || a.isWord(j, "if") || a.isWord(j, "unless")
	case phrasePrep, phraseAdv, phraseTime:
		if a.accordingAt(j) {
			return false
		}
		if a.trails(j) {
			return true
		}
		return !a.finiteBetween(0, opened) && a.finiteAfter(j)
	}
	return false
}

// mainBefore reports whether a main clause stands before phrase i.
func (a *analysis) mainBefore(i int) bool {
	for v := range a.verbs {
		if x := &a.verbs[v]; x.phrase < i && x.kind == clauseMain {
			return true
		}
	}
	return false
}

// trails reports whether the preposition or adverb at phrase j opens what rather
// goes on with the words before a frame than belongs to that.
func (a *analysis) trails(j int) bool {
	t := a.headAt(j)
	return trailing[a.text[t.start:t.end]]
}

// trailing are such words: it is late, Lind said, especially here.
var trailing = map[string]bool{
	"by": true, "for": true, "including": true, "without": true, "despite": true, "because": true, "especially": true,
	"particularly": true, "even": true, "mostly": true, "largely": true, "not": true, "rather": true, "instead": true,
}

// framesHere reports whether the verb at phrase v, behind a frame, belongs to
// another frame. One that reports only marked words does not with an auxiliary:
// the pier will open.
func (a *analysis) framesHere(v int) bool {
	p := &a.phrases[v]
	if a.tokens[p.head].word.cue == cueWeak && p.last-p.first > 1 {
		return false
	}
	return a.closesFrame(v)
}

// finiteBetween reports whether a finite verb stands between the phrases.
func (a *analysis) finiteBetween(from, to int) bool {
	for k := from; k < to; k++ {
		if a.kindAt(k) == phraseVerb && a.phrases[k].verb&finite != 0 {
			return true
		}
	}
	return false
}

// joinedAt reports whether the verb at phrase i shares its subject with an earlier one.
func (a *analysis) joinedAt(i int) bool {
	for v := range a.verbs {
		if a.verbs[v].phrase == i {
			return a.verbs[v].joined
		}
	}
	return false
}

// aroundFrame returns the content on both sides of the frame of predicate v;
// k is where it goes on.
func (a *analysis) aroundFrame(v, k int) (from, to int, ok bool) {
	from = 0
	for j := a.verbs[v].opened - 2; j >= 0; j-- {
		if a.kindAt(j) == phraseStop || a.kindAt(j) == phraseColon {
			from = j + 1
			break
		}
	}
	for from < k && (a.kindAt(from) == phraseConj || a.kindAt(from) == phraseComma) {
		from++
	}
	return from, a.contentEnd(v, k, contentClause), true
}

// extentBefore returns what stands before the frame that opens at phrase i.
func (a *analysis) extentBefore(i int) (from, to int, ok bool) {
	to = i
	for to > 0 && (a.framesSign(to-1) || a.kindAt(to-1) == phraseTime && to == i) {
		to--
	}
	if to == 0 || to == i && a.kindAt(to-1) != phraseQuote {
		return 0, 0, false
	}
	for from < to && (a.kindAt(from) == phraseStop || a.kindAt(from) == phraseConj || a.kindAt(from) == phraseComma) {
		from++
	}
	says := false // a verb or a run
	for k := from; k < to; k++ {
		if a.kindAt(k) == phraseStop {
			from, says = k+1, false
		}
		says = says || a.kindAt(k) == phraseQuote || a.kindAt(k) == phraseVerb && a.phrases[k].verb&finite != 0
	}
	says = says || (a.headline || a.heading()) && to-from > 1 // Pier to Close, Lind Says
	if !says || from >= to || a.kindAt(from) == phraseSub && !a.mainVerb(from, to) {
		return 0, 0, false
	}
	return from, to, true
}

// framesSign reports whether phrase i stands between words and their frame.
func (a *analysis) framesSign(i int) bool {
	switch a.kindAt(i) {
	case phraseComma, phraseDash, phraseConj, phraseAdv:
		return true
	}
	return false
}

// mainVerb reports whether a main clause stands between the phrases.
func (a *analysis) mainVerb(from, to int) bool {
	for v := range a.verbs {
		if x := &a.verbs[v]; x.phrase > from && x.phrase < to && x.kind == clauseMain {
			return true
		}
	}
	return false
}

// accordingAt reports whether "according to" stands at phrase i.
func (a *analysis) accordingAt(i int) bool {
	return a.kindAt(i) == phrasePrep && a.isWord(i, "according")
}

// addContent gives quote k the phrases from up to to, without the frame of
// predicate v if that stands in their midst.
func (a *analysis) addContent(k, v, from, to int) {
	x := &a.verbs[v]
	if x.inverted {
		if j := a.midEnd(x.phrase, a.before(x.phrase)); j != none && from < x.phrase && j < to {
			a.addPart(k, a.stretch(from, x.phrase))
			a.addPart(k, a.stretch(j, to))
			return
		}
	}
	if x.opened <= from || x.phrase >= to || x.opened >= x.phrase {
		a.addPart(k, a.stretch(from, to))
		return
	}
	a.addPart(k, a.stretch(from, x.opened))
	if j := a.medial(v); j != none && j < to {
		a.addPart(k, a.stretch(j, to))
	}
}
