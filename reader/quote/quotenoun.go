package quote

import (
	"offprint/reader/quote/grammar"
	"offprint/reader/quote/word"
)

// quoteNoun ties the run at phrase p to whoever the noun right before it names as
// the one it is quoted from: citing the Anna Lind quote that "...", Moe's old line
// "...", a quote from Lind: "...". A frame of the sentence's own has it rather. It
// reports whether it did.
func (a *analysis) quoteNoun(i, p int) bool {
	j := int(a.Phrases[p].First) - 1
	if j > int(a.Current.First) && (a.Spelled(j, "that") || a.Tokens[j].Sign == ',' || a.Tokens[j].Sign == ':') {
		j--
	}
	if j <= int(a.Current.First)+1 || a.Tokens[j].Kind != grammar.KindWord {
		return false
	}
	k, from, head := a.quotedFrom(j)
	if k == none || a.saidHere(p) {
		return false
	}
	r := &a.Runs[a.Phrases[p].Run]
	f := a.unsourced(i, patternNoun)
	f.cue = span{a.Tokens[k].Start, a.Tokens[k].End}
	f.source, f.head = span{a.Tokens[from].Start, a.Tokens[head].End}, int32(head)
	a.append(f, span{r.Start, r.End})
	return true
}

// quotedFrom returns the noun of the words that end with token j, if it is a quote,
// and the name of who gave it, from token from to its head. The noun is none if
// there is no such name.
func (a *analysis) quotedFrom(j int) (k, from, head int) {
	text := func(i int) string { return a.Text[a.Tokens[i].Start:a.Tokens[i].End] }
	first := int(a.Current.First)
	if quoteNouns[text(j)] {
		h := j - 1
		for h > j-3 && h > first+1 && a.Tokens[h].Word.Is(word.Adj) && !a.Tokens[h].Upper {
			h--
		}
		if a.Tokens[h].Word.Is(word.Poss) && a.Tokens[h].Glued {
			h--
		}
		if from = a.nameTo(h); from == none || !a.Tokens[h+1].Glued && (h < j-1 || from == first || !a.Tokens[from-1].Word.Is(word.Det) || !a.Spelled(j, "quote") && !a.Spelled(j, "quotation")) {
			return none, 0, 0
		}
		return j, from, h
	}
	if from = a.nameTo(j); from == none || !a.NamesPerson(j) || from < first+2 || !quoteNouns[text(from-2)] {
		return none, 0, 0
	}
	if !a.Spelled(from-1, "from") && !a.Spelled(from-1, "by") {
		return none, 0, 0
	}
	return from - 2, from, j
}

// nameTo returns where the name begins that ends with token h, or none.
func (a *analysis) nameTo(h int) int {
	if h < int(a.Current.First) || !a.Tokens[h].Upper || a.Tokens[h].Kind != grammar.KindWord || a.Tokens[h].Run != none || a.Tokens[h].Word.Is(word.Det|word.Pron|word.Poss|word.Time) {
		return none
	}
	for h > int(a.Current.First) && a.Tokens[h-1].Kind == grammar.KindWord && a.Tokens[h-1].Upper && a.Tokens[h-1].Run == none && !a.Tokens[h-1].Word.Is(word.Det|word.Poss|word.Prep) {
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
	c := a.VerbWord(v).Cue
	return c == word.CueSay && a.passedOn(a.Verbs[v].Phrase) == none && !a.cites(v) || c == word.CueTell || c == word.CueAsk
}

// cites reports whether predicate v names what somebody else said.
func (a *analysis) cites(v int) bool {
	h := a.HeadAt(a.Verbs[v].Phrase)
	switch a.Text[h.Start:h.End] {
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
	for a.KindAt(q-1) == grammar.PhraseConj && a.KindAt(q-2) == grammar.PhraseQuote {
		q -= 2 // the terms "wreck" and "hulk"
	}
	if a.KindAt(q-1) != grammar.PhraseNoun || a.KindAt(q-2) != grammar.PhraseVerb {
		return none
	}
	h := a.HeadAt(q - 1)
	switch a.Text[h.Start:h.End] {
	case "word", "words", "term", "terms", "phrase", "phrases", "expression":
	default:
		return none
	}
	t := a.HeadAt(q - 2)
	if !a.Tokens[a.Phrases[q-1].First].Word.Is(word.Det) || !using[a.Text[t.Start:t.End]] || a.Phrases[q-2].Verb&(grammar.Passive|grammar.Infinitive) != 0 {
		return none
	}
	for v := range a.Verbs {
		if x := &a.Verbs[v]; x.Phrase == q-2 && x.Subject != none && !a.denied(v) && !(a.KindAt(q-3) == grammar.PhraseAdv && a.WordAt(q-3).Is(word.Not)) && !a.unsaid(x.Phrase) && !a.nobody(x.Subject) {
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
