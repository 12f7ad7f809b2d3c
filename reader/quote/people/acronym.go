package people

import (
	"offprint/reader/quote/grammar"
	"offprint/reader/quote/word"
)

// ByShortRole returns the person whose role token i is short for, as the text once
// told in brackets: the harbour safety officer (HSO), and then the HSO. It is none
// if the text tells no such thing.
func (p *Named) ByShortRole(a *Analysis, i, sentence int32) int32 {
	t := &a.Tokens[i]
	if !a.Language.Full || !t.Caps || t.End-t.Start < 2 || t.End-t.Start > 5 || !a.Articled(int(i)) {
		return none
	}
	r := a.inBrackets(a.Text[t.Start:t.End])
	if r == none || r > i {
		return none
	}
	for k := range p.Roles {
		if p.Roles[k].Token == r {
			return p.Roles[k].Person
		}
	}
	first := r
	for first > 0 && a.Tokens[first].Start > a.nounStart(r) {
		first--
	}
	return p.ByRole(a, first, r, sentence)
}

// nounStart returns the first byte of the noun phrase that ends with token i.
func (a *Analysis) nounStart(i int32) int32 {
	start, _ := a.NounAround(i)
	return start
}

// inBrackets returns the role behind which its short form w stands in brackets, or none.
func (a *Analysis) inBrackets(w string) int32 {
	for k := 3; k < len(a.Tokens); k++ {
		if t := &a.Tokens[k]; t.Caps && a.Text[t.Start:t.End] == w && a.Spelled(k-1, "(") {
			if r := &a.Tokens[k-2]; r.Word.Is(word.Role) && !r.Word.Is(word.Plural) {
				return int32(k - 2)
			}
		}
	}
	return none
}

// overBrackets returns the role whose short form in brackets ends with token i,
// before a name: Safety Officer (HSO) Anna Lind. It is i if there is none.
func (a *Analysis) overBrackets(i int) int {
	if i < 3 || !a.Spelled(i, ")") || !a.Tokens[i-1].Caps || !a.Spelled(i-2, "(") || !a.Tokens[i-3].Word.Is(word.Role) {
		return i
	}
	return i - 3
}

// BehindBrackets returns the person whose name stands right behind the short form
// of the role at token i, or none: said Safety Officer (HSO) Anna Lind.
func (p *Named) BehindBrackets(a *Analysis, i int32) int32 {
	k := int(i) + 4
	if !a.Language.Full || k >= len(a.Tokens) || a.overBrackets(k-1) != int(i) || !p.Person(k) || int(p.Namings[p.At[k]].First) != k {
		return none
	}
	return p.Namings[p.At[k]].Person
}

// overForenames returns where the name at token first begins if other capitals
// stand between it and the short form of a role in brackets: Safety Officer (HSO)
// Sohel Zulkar Kabir, of whom but Zulkar Kabir was given.
func (a *Analysis) overForenames(first int) int {
	k := first - 1
	for k > 0 && k > first-4 && a.Tokens[k].Kind == grammar.KindWord && a.Tokens[k].Upper && a.Named.At[k] == none {
		k--
	}
	if k > 2 && a.overBrackets(k) != k {
		return k + 1
	}
	return first
}
