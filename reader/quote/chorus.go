package quote

import (
	"offprint/reader/quote/grammar"
	"offprint/reader/quote/word"
)

// chorus ties the run at phrase p to those who shout it together: the crowd
// broke into chants of "...". Where the sentence does not tell who they are it
// has no source. It reports whether it did.
func (a *analysis) chorus(i, p int) bool {
	at := a.chanted(p)
	if at == none {
		return false
	}
	if p > 1 && a.KindAt(p-1) == grammar.PhraseConj && a.KindAt(p-2) == grammar.PhraseQuote {
		if k := len(a.found) - 1; k >= 0 && a.found[k].sentence == int32(i) {
			r := &a.Runs[a.Phrases[p].Run]
			a.addPart(k, span{r.Start, r.End})
			return true
		}
	}
	if o := at - 1; o >= int(a.Current.First) && a.Tokens[o].Kind == grammar.KindWord && a.Tokens[o].Word.Is(word.Poss) {
		return a.takeOwner(i, p, o, at)
	}
	r := &a.Runs[a.Phrases[p].Run]
	f := a.unsourced(i, patternNoun)
	f.cue = span{a.Tokens[at].Start, a.Tokens[at].End}
	from := a.KindAt(p+1) == grammar.PhrasePrep && (a.IsWord(p+1, "from") || a.IsWord(p+1, "by")) && a.KindAt(p+2) == grammar.PhraseNoun
	if from {
		f.source, f.head = a.mention(p + 2)
	}
	for k := p - 1; k >= 0 && !from; k-- {
		if h := a.Phrases[k].Head; a.Phrases[k].Kind == grammar.PhraseNoun && a.many(h) {
			f.source, f.head = a.mention(k)
			break
		}
	}
	a.append(f, span{r.Start, r.End})
	return true
}

// chanted returns the noun of shouting behind whose "of" the run at phrase p
// stands, alone or as one of two, or none.
func (a *analysis) chanted(p int) int {
	if a.KindAt(p-1) == grammar.PhraseConj && a.KindAt(p-2) == grammar.PhraseQuote {
		p -= 2
	}
	at := int(a.Phrases[p].First) - 2
	if at < int(a.Current.First) || !a.Spelled(at+1, "of") {
		return none
	}
	if t := &a.Tokens[at]; !chanting[a.Text[t.Start:t.End]] {
		return none
	}
	return at
}

// many reports whether token i names people who can shout together.
func (a *analysis) many(i int32) bool {
	t := &a.Tokens[i]
	return t.Word.Is(word.Human|word.Role) && (t.Word.Is(word.Plural) || a.PluralNoun(int(i))) || crowds[a.Text[t.Start:t.End]]
}

var chanting = map[string]bool{
	"chant": true, "chants": true, "cry": true, "cries": true, "shout": true, "shouts": true, "calls": true,
	"chorus": true, "choruses": true, "jeers": true, "yells": true, "screams": true,
}

var crowds = map[string]bool{
	"crowd": true, "crowds": true, "audience": true, "mob": true, "hall": true, "stadium": true, "arena": true,
	"throng": true, "they": true, "They": true, "protesters": true, "demonstrators": true,
}
