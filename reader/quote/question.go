package quote

import "offprint/reader/quote/grammar"

// questions finds what somebody is asked in sentence i where it is told without
// who asks: asked whether it would sail, Lind said no. The source is who asks,
// if "by" tells.
func (a *analysis) questions(i int) {
	for p := range a.Phrases {
		if a.Phrases[p].Kind != grammar.PhraseVerb || !a.isAsked(p) {
			continue
		}
		c := a.Complement(p+1, p)
		if c.Kind != grammar.ContentClause || c.Heard != none || a.KindAt(c.Start) != grammar.PhraseWh && a.KindAt(c.Start) != grammar.PhraseSub {
			continue
		}
		s := a.stretch(c.Start, a.questionEnd(c.Start))
		if s.end-s.start < 8 || a.overlaps(i, s) {
			continue
		}
		f := a.unsourced(i, patternIndirect)
		v := &a.Phrases[p]
		f.cue = span{a.Tokens[v.Head].Start, a.Tokens[v.Last-1].End}
		if n := a.Agent(p); n != none && n < c.Start {
			f.source, f.head = a.mention(n)
		}
		a.append(f, s)
	}
}

// isAsked reports whether the verb at phrase p is "asked" without its subject
// being who asks.
func (a *analysis) isAsked(p int) bool {
	v := &a.Phrases[p]
	if a.Tokens[v.Head].Word.Lemma != a.Language.Words["ask"].Lemma || v.Verb&(grammar.Participle|grammar.Passive) == 0 {
		return false
	}
	if v.Verb&grammar.Passive != 0 {
		return true
	}
	b := a.Before(p)
	return v.Last-v.First == 1 && (b == none || a.KindAt(b) == grammar.PhraseSub || a.KindAt(b) == grammar.PhraseComma || a.KindAt(b) == grammar.PhraseStop)
}

// questionEnd returns where the question ends that begins at phrase from: with
// the comma before the clause that answers it, or with the sentence.
func (a *analysis) questionEnd(from int) int {
	for k := from + 1; k < len(a.Phrases); k++ {
		switch a.KindAt(k) {
		case grammar.PhraseComma:
			if n := a.KindAt(k + 1); n == grammar.PhraseNoun && a.VerbFollows(k+1) || n == grammar.PhraseVerb && a.Phrases[k+1].Verb&grammar.Finite != 0 || n == grammar.PhraseQuote {
				return k
			}
		case grammar.PhraseStop, grammar.PhraseColon, grammar.PhraseQuote:
			return k
		}
	}
	return a.lastContent(from)
}
