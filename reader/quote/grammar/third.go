package grammar

import "offprint/reader/quote/word"

// thirdHere tells "claims that" from "the claims".
func (a *Analysis) thirdHere(p *Token, i, end int) bool {
	w, next := a.Tokens[i].Word, a.wordNext(i, end)
	switch {
	case !w.Is(word.Noun | word.Role | word.Human): // but his legal costs were
		return w.Cue != word.CueNone || !w.Is(word.Third) || !next.Is(word.Be) || p == nil || p.Word.Is(word.Pron|word.Rel|word.That)
	case p != nil && a.Spelled(i-1, "who"):
		return true // who doubles as
	case w.Cue == word.CueCall && i+1 < end && a.Tokens[i+1].Sign == '.':
		return false // the Disney and Pixar brands.
	case a.thirdBefore(p, i, end):
		return true
	case p == nil || p.Kind == KindNumber || next.Is(word.That) && a.wordNext(i+1, end).Is(word.Aux):
		return false // Southern states that have
	case p.Kind == KindMark || p.Kind == KindPunct:
		return (p.Sign == ')' || p.Sign == ',') && i+1 < end && a.thirdBehindSign(i)
	case p.Word.Is(word.Pron) && !p.Word.Is(word.Number|word.Object) || p.Word.Is(word.Conj) && next.Is(word.That):
		return true
	}
	if w.Cue == word.CueNone && i+1 < end && a.Tokens[i+1].Sign == '.' {
		return false // harbour concerns.
	}
	subject := p.Upper || p.Word.Is(word.Pron|word.Rel|word.That|word.Role|word.Human|word.Adv|word.Saying|word.Org)
	return subject && (a.opensOrFrames(i, end) || p.Upper && a.beforeSentence(i, end))
}

// beforeSentence reports whether a comma and words in marks that begin like a sentence
// follow token i, which may report them: Lind states, "This is ..."
func (a *Analysis) beforeSentence(i, end int) bool {
	if i+3 >= end || a.Tokens[i].Word.Cue != word.CueSay || a.Tokens[i].Upper {
		return false
	}
	c, m, w := &a.Tokens[i+1], &a.Tokens[i+2], &a.Tokens[i+3]
	return c.Kind == KindPunct && c.Sign == ',' && m.Kind == KindMark && m.Run != none && w.Upper
}

// thirdBefore reports whether what stands behind token i shows that it is a verb
// that reports and no noun: the harbour office notes the ice, Lind calls it, the
// owners' group points out.
func (a *Analysis) thirdBefore(p *Token, i, end int) bool {
	if i+1 >= end || a.Tokens[i].Word.Cue == word.CueNone || p != nil && p.Kind != KindWord {
		return false
	}
	next := &a.Tokens[i+1]
	n := next.Word
	switch {
	case n.Is(word.Object) && !n.Is(word.Poss) && (!n.Is(word.Pron) || a.Tokens[i].Word.Cue == word.CueCall) || a.Spelled(i+1, "out") && a.Spelled(i, "points"):
		return true
	case p == nil || p.Word.Is(word.Prep|word.Verb):
		return false
	case n.Is(word.Not):
		return p.Upper || a.nounish(i-1)
	case a.NamesPerson(i - 1):
		return n.Is(word.Det|word.Poss) || next.Kind == KindWord && n.Class == 0 || n.Is(word.Noun) || a.Tokens[i].Word.Cue == word.CueCall && (a.Spelled(i+1, "for") || a.Spelled(i+1, "on"))
	}
	return a.nounish(i-1) && !a.PluralNoun(i-1) && n.Is(word.Det) && !n.Is(word.That|word.Number|word.Plural)
}

// thirdBehindSign is thirdHere behind a comma or a closing bracket.
func (a *Analysis) thirdBehindSign(i int) bool {
	next := &a.Tokens[i+1]
	switch {
	case next.Word.Is(word.That|word.Det|word.Pron) || next.Kind == KindMark:
		return true
	case next.Word.Is(word.To) && a.behindFrame():
		return true
	}
	cue := a.Tokens[i].Word.Cue
	return next.Upper && (cue == word.CueSay && a.behindWords() || cue != word.CueNone && cue != word.CueWeak && a.behindAppositive())
}

// behindAppositive reports whether the comma read last closes what a name has
// beside it, and nothing else came before: Lind, head of the harbour office.
func (a *Analysis) behindAppositive() bool {
	n := len(a.Phrases) - 1
	if a.KindAt(n) != PhraseComma {
		return false
	}
	for k := n - 1; k > 0; k-- {
		switch a.KindAt(k) {
		case PhraseComma:
			return k == 1 && a.HeadAt(0).Upper
		case PhraseNoun, PhrasePrep, PhraseConj, PhraseAdv, PhraseTime:
		default:
			return false
		}
	}
	return false
}

// disagrees reports whether the thing that noun phrase i names is one and the
// verb right behind it is of several: some who know the harbour argue.
func (a *Analysis) disagrees(i int) bool {
	n, t := &a.Phrases[i], a.HeadAt(i)
	if a.KindAt(i+1) != PhraseVerb || a.Phrases[i+1].Verb&Finite == 0 || !a.Tokens[n.First].Word.Is(word.Det) || a.Tokens[n.First].Word.Is(word.Plural|word.Number) {
		return false
	}
	w := a.Tokens[a.Phrases[i+1].First].Word
	if !w.Is(word.Base) || w.Is(word.Past|word.Third|word.Noun|word.Aux) || w.Cue == word.CueNone {
		return false
	}
	return !t.Upper && t.Kind == KindWord && !t.Word.Is(word.Role|word.Human|word.Plural|word.Number|word.Pron|word.Adj|word.Org) && !a.PluralNoun(int(n.Head))
}

// CanSpeak reports whether noun phrase i is somebody, a body or a text; "it"
// and unknown things speak only by the plainest cues.
func (a *Analysis) CanSpeak(i int) bool {
	t := a.HeadAt(i)
	return a.Human(i) || t.Word.Is(word.Org|word.Saying|word.Role)
}
