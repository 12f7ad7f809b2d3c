package quote

// quoteNoun ties the run at phrase p to whoever the noun right before it names as
// the one it is quoted from: citing the Anna Lind quote that "...", Moe's old line
// "...", a quote from Lind: "...". A frame of the sentence's own has it rather. It
// reports whether it did.
func (a *analysis) quoteNoun(i, p int) bool {
	j := int(a.phrases[p].first) - 1
	if j > int(a.current.first) && (a.spelled(j, "that") || a.tokens[j].sign == ',' || a.tokens[j].sign == ':') {
		j--
	}
	if j <= int(a.current.first)+1 || a.tokens[j].kind != kindWord {
		return false
	}
	k, from, head := a.quotedFrom(j)
	if k == none || a.saidHere(p) {
		return false
	}
	r := &a.runs[a.phrases[p].run]
	f := a.unsourced(i, patternNoun)
	f.cue = span{a.tokens[k].start, a.tokens[k].end}
	f.source, f.head = span{a.tokens[from].start, a.tokens[head].end}, int32(head)
	a.append(f, span{r.start, r.end})
	return true
}

// quotedFrom returns the noun of the words that end with token j, if it is a quote,
// and the name of who gave it, from token from to its head. The noun is none if
// there is no such name.
func (a *analysis) quotedFrom(j int) (k, from, head int) {
	text := func(i int) string { return a.text[a.tokens[i].start:a.tokens[i].end] }
	first := int(a.current.first)
	if quoteNouns[text(j)] {
		h := j - 1
		for h > j-3 && h > first+1 && a.tokens[h].word.is(isAdj) && !a.tokens[h].upper {
			h--
		}
		if a.tokens[h].word.is(isPoss) && a.tokens[h].glued {
			h--
		}
		if from = a.nameTo(h); from == none || !a.tokens[h+1].glued && (h < j-1 || from == first || !a.tokens[from-1].word.is(isDet) || !a.spelled(j, "quote") && !a.spelled(j, "quotation")) {
			return none, 0, 0
		}
		return j, from, h
	}
	if from = a.nameTo(j); from == none || !a.namesPerson(j) || from < first+2 || !quoteNouns[text(from-2)] {
		return none, 0, 0
	}
	if !a.spelled(from-1, "from") && !a.spelled(from-1, "by") {
		return none, 0, 0
	}
	return from - 2, from, j
}

// nameTo returns where the name begins that ends with token h, or none.
func (a *analysis) nameTo(h int) int {
	if h < int(a.current.first) || !a.tokens[h].upper || a.tokens[h].kind != kindWord || a.tokens[h].run != none || a.tokens[h].word.is(isDet|isPron|isPoss|isTime) {
		return none
	}
	for h > int(a.current.first) && a.tokens[h-1].kind == kindWord && a.tokens[h-1].upper && a.tokens[h-1].run == none && !a.tokens[h-1].word.is(isDet|isPoss|isPrep) {
		h--
	}
	return h
}

// saidHere reports whether a verb of speech reports the sentence around the run at
// phrase p or follows it.
func (a *analysis) saidHere(p int) bool {
	if a.frameAfter(p) != none {
		return true
	}
	v := a.around(p)
	if v == none {
		return false
	}
	c := a.verbWord(v).cue
	return c == cueSay && a.passedOn(a.verbs[v].phrase) == none && !a.cites(v) || c == cueTell || c == cueAsk
}

// cites reports whether predicate v names what somebody else said.
func (a *analysis) cites(v int) bool {
	h := a.headAt(a.verbs[v].phrase)
	switch a.text[h.start:h.end] {
	case "cite", "cites", "cited", "citing", "quote", "quotes", "quoted", "quoting", "recall", "recalls", "recalled", "recalling":
		return true
	}
	return false
}

// quoteNouns are the nouns that name words as somebody's.
var quoteNouns = map[string]bool{
	"quote": true, "quotation": true, "line": true, "adage": true, "maxim": true, "aphorism": true, "dictum": true,
	"catchphrase": true, "quip": true, "saying": true,
}

// usedWord returns the predicate of who used the word that the run at phrase p is,
// or none: the owners used the term "wreck" for it.
func (a *analysis) usedWord(p int) int {
	q := p
	for a.kindAt(q-1) == phraseConj && a.kindAt(q-2) == phraseQuote {
		q -= 2 // the terms "wreck" and "hulk"
	}
	if a.kindAt(q-1) != phraseNoun || a.kindAt(q-2) != phraseVerb {
		return none
	}
	h := a.headAt(q - 1)
	switch a.text[h.start:h.end] {
	case "word", "words", "term", "terms", "phrase", "phrases", "expression":
	default:
		return none
	}
	t := a.headAt(q - 2)
	if !a.tokens[a.phrases[q-1].first].word.is(isDet) || !using[a.text[t.start:t.end]] || a.phrases[q-2].verb&(passive|infinitive) != 0 {
		return none
	}
	for v := range a.verbs {
		if x := &a.verbs[v]; x.phrase == q-2 && x.subject != none && !a.denied(v) && !(a.kindAt(q-3) == phraseAdv && a.wordAt(q-3).is(isNot)) && !a.unsaid(x.phrase) && !a.nobody(x.subject) {
			return v
		}
	}
	return none
}

// using are the verbs of who takes a word into the mouth.
var using = map[string]bool{
	"use": true, "uses": true, "used": true, "using": true, "coined": true, "repeated": true, "repeating": true,
	"employed": true, "invoked": true, "invoking": true,
}
