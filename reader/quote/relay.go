package quote

// framedRun returns the predicate of the frame that a run has which opens the
// phrases from up to to, or none: "...," Lind said, according to the Herald. She
// said it, the Herald only relays it.
func (a *analysis) framedRun(from, to int) int {
	if a.kindAt(from) != phraseQuote || a.phrases[from].run == none {
		return none
	}
	if v := a.frameAfter(from); v != none && a.verbs[v].phrase < to {
		return v
	}
	return none
}

// reporterAt returns the predicate of whose report the phrases from from on are,
// which "according to" opens, or none: according to the Herald, Lind said that.
func (a *analysis) reporterAt(from int) int {
	if a.kindAt(from) != phraseNoun || !a.human(from) {
		return none
	}
	for v := range a.verbs {
		x := &a.verbs[v]
		if x.subject != from || x.kind != clauseMain || x.phrase < from {
			continue
		}
		c := a.wordAt(x.phrase).cue
		if from, _, ok := a.extent(v); (c == cueSay || c == cueTell) && ok && from > x.phrase {
			return v
		}
		return none
	}
	return none
}

// relays notes with the quotes of sentence i, those from before on, who relays
// them: the words "according to the Herald" behind a frame or before it.
func (a *analysis) relays(before int) {
	for p := range a.phrases {
		if !a.accordingAt(p) || a.kindAt(p+1) != phrasePrep || a.kindAt(p+2) != phraseNoun {
			continue
		}
		from, to, ok := a.accordingExtent(p)
		if !ok {
			continue
		}
		v := a.framedRun(from, to)
		if from > p {
			v = a.reporterAt(from)
		}
		for k := before; k < len(a.found) && v != none; k++ {
			if f := &a.found[k]; f.verb == v && f.relative.end == 0 {
				s, _ := a.mention(p + 2)
				f.relative = span{a.tokens[a.phrases[p].first].start, s.end}
			}
		}
	}
}

// whoseWords returns the noun phrase of whoever says what predicate v reports if
// its subject does not: who issued a text, whom a paper quotes. Else it is none.
func (a *analysis) whoseWords(v int) int {
	if u := a.issuer(v); u != none {
		return u
	}
	i := a.verbs[v].phrase
	if a.kindAt(i+1) == phraseNoun && a.phrases[i].verb&passive == 0 && a.quotesWhom(i+1, a.wordAt(i)) {
		return i + 1
	}
	if a.issuedFrom(i + 1) {
		return i + 3
	}
	if i == 0 || !a.isWord(i-1, "as") || a.phrases[i].verb&gerund == 0 {
		return a.passedOn(i)
	}
	for j := i - 2; j >= 0 && j > i-12; j-- {
		if a.kindAt(j) == phraseVerb {
			return a.passedOn(j)
		}
	}
	return none
}

// issuedFrom reports whether noun phrase i is a text that somebody else gave, whose
// words follow: the palace issued a statement from the king: "...".
func (a *analysis) issuedFrom(i int) bool {
	if a.kindAt(i) != phraseNoun || !a.wordAt(i).is(isSaying) || a.kindAt(i+1) != phrasePrep || !a.isWord(i+1, "from") && !a.isWord(i+1, "by") {
		return false
	}
	return a.kindAt(i+2) == phraseNoun && a.canSpeak(i+2) && a.kindAt(i+3) == phraseColon
}

// passedOn returns the noun phrase of whom the verb at phrase i passes on the words
// of, or none: the Herald quoted Lind as saying.
func (a *analysis) passedOn(i int) int {
	if a.phrases[i].verb&passive != 0 || !a.isWord(i, "quoted") && !a.isWord(i, "quotes") && !a.isWord(i, "quoting") && !a.isWord(i, "cited") && !a.isWord(i, "cites") && !a.isWord(i, "citing") {
		return none
	}
	for j := i + 1; j+1 < len(a.phrases) && j < i+12; j++ {
		switch a.kindAt(j) {
		case phrasePrep, phraseSub:
			if j > i+1 && a.isWord(j, "as") && a.kindAt(j+1) == phraseVerb && a.phrases[j+1].verb&gerund != 0 && a.wordAt(j+1).cue != cueNone {
				return i + 1
			}
			if a.kindAt(j) == phraseSub {
				return none
			}
		case phraseNoun, phraseComma, phraseTime, phraseAdv, phraseConj:
		default:
			return none
		}
	}
	return none
}

// author returns the noun phrase that tells who wrote the text or gave the record
// that noun phrase i is, or i: a document filed by the mayor.
func (a *analysis) author(i int) int {
	if a.human(i) || a.kindAt(i+1) != phraseVerb || a.kindAt(i+2) != phrasePrep || !a.isWord(i+2, "by") || a.kindAt(i+3) != phraseNoun || !a.canSpeak(i+3) {
		return i
	}
	v := a.headAt(i + 1)
	if !authoring[a.text[v.start:v.end]] {
		return i
	}
	return i + 3
}

// authoring are the participles behind which stands whose words a text holds.
var authoring = map[string]bool{
	"filed": true, "written": true, "released": true, "issued": true, "signed": true, "posted": true, "published": true,
	"provided": true, "drafted": true, "prepared": true, "sent": true,
}

// publishedBy reports whether the verb at phrase k only tells who brought the text
// before it: in a letter published by the Herald.
func (a *analysis) publishedBy(k int) bool {
	return a.kindAt(k) == phraseVerb && a.phrases[k].verb&participle != 0 && a.phrases[k].last-a.phrases[k].first == 1 && a.kindAt(k-1) == phraseNoun && a.kindAt(k-2) == phrasePrep && a.kindAt(k+1) == phrasePrep && (a.isWord(k+1, "by") || a.isWord(k+1, "in"))
}
