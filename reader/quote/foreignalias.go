package quote

import (
	"offprint/reader/quote/grammar"
	"offprint/reader/quote/word"
)

// foreignAlias returns the last token of a person's name in apposition to the
// source that ends before token i: la alcaldesa de Ellmar, Signe Aldaur. It is
// none if there is no such name.
func (a *analysis) foreignAlias(i int) int32 {
	end := int(a.Current.Last)
	comma := false
	of := a.Language.Latin && i < end && a.OfRole(&a.Tokens[i])
	for k := i; k < end && k < i+9; k++ {
		t := &a.Tokens[k]
		switch {
		case t.Kind == grammar.KindPunct && t.Sign == ',' && !comma:
			comma = true
		case t.Kind == grammar.KindPunct && t.Sign != '-', t.Kind == grammar.KindMark && !comma:
			return none
		case t.Word.Cue != word.CueNone || t.Word.Is(word.Aux) && comma:
			return none
		case a.NamesPerson(k) && t.Run == none && a.besideSource(k, comma, of):
			for k+1 < end && a.Named.At[k+1] == a.Named.At[k] {
				k++
			}
			return int32(k)
		case comma && !t.Word.Is(word.Det|word.Role) && t.Kind == grammar.KindWord && !t.Upper:
			return none
		}
	}
	return none
}

// besideSource reports whether the name at token k is that of the source before
// it: behind a comma, a run, or the words of an office that "of" leads to.
func (a *analysis) besideSource(k int, comma, of bool) bool {
	return comma || a.Tokens[k-1].Run != none || of && !a.Tokens[k-1].Word.Is(word.Prep|word.Role|word.Conj|word.Det)
}

// frameOfAlias reads "reconoce su capitán, Anselmo Quiroga": words without a
// capital, and the name they introduce.
func (a *analysis) frameOfAlias(sentence, v, i int, how pattern) (found, bool) {
	k := i
	for k < int(a.Current.Last) && k < i+6 && a.Tokens[k].Kind == grammar.KindWord && a.Tokens[k].Run == none && !a.Tokens[k].Upper {
		k++
	}
	if k == i || k >= int(a.Current.Last) || a.Tokens[k].Kind != grammar.KindPunct || a.Tokens[k].Sign != ',' || !a.Tokens[i].Word.Is(word.Det|word.Poss) {
		return found{}, false
	}
	alias := a.foreignAlias(k)
	if alias == none {
		return found{}, false
	}
	f := a.foreignSource(sentence, v, i, k, how)
	f.alias = alias
	return f, true
}
