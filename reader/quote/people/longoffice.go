package people

import (
	"strings"

	"offprint/reader/quote/grammar"
	"offprint/reader/quote/word"
)

// AliasBefore returns the token of the full name that stands right before the
// verb at phrase v or the comma there, behind the role that noun phrase i tells:
// her sister, and a pilot of the harbour, Anna Lind said; deputy director of the
// Harbour Office in Ellmar Anna Lind said.
func (a *Analysis) AliasBefore(i, v int) int32 {
	last := v - 1
	for last > i && (a.KindAt(last) == grammar.PhraseComma || a.KindAt(last) == grammar.PhraseAdv || a.KindAt(last) == grammar.PhraseTime) {
		last--
	}
	if last-i < 2 || a.KindAt(last) != grammar.PhraseNoun {
		return none
	}
	h := a.Phrases[last].Head
	n := a.Named.At[h]
	if n == none || !a.NamesPerson(int(h)) || a.Named.Namings[n].Last-a.Named.Namings[n].First < 2 || !a.officeChain(i, last) {
		return none
	}
	if a.KindAt(last-1) != grammar.PhraseComma {
		if a.fusedName(i, last) {
			return h
		}
		return none
	}
	if last-i < 3 || !a.OfficeHead(i) && !a.OfficeHead(last-2) {
		return none
	}
	return h
}

// officeChain reports whether nothing but the words of offices stands between noun
// phrases i and last.
func (a *Analysis) officeChain(i, last int) bool {
	for k := i + 1; k < last; k++ {
		switch a.KindAt(k) {
		case grammar.PhrasePrep, grammar.PhraseConj, grammar.PhraseComma:
		case grammar.PhraseDash:
			if !a.DashOfOffice(k) {
				return false
			}
		case grammar.PhraseNoun:
			if a.IsPerson(k) {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// DashOfOffice reports whether the dash at phrase k is but a hyphen with blanks
// around it inside an office: Secretary - General.
func (a *Analysis) DashOfOffice(k int) bool {
	if k == 0 || a.KindAt(k) != grammar.PhraseDash || a.KindAt(k+1) != grammar.PhraseNoun {
		return false
	}
	t, before := &a.Tokens[a.Phrases[k+1].First], a.HeadAt(k-1)
	w := a.Text[t.Start:t.End]
	if w == "Secretary" && a.Text[before.Start:before.End] == "Under" {
		return true
	}
	return (w == "General" || w == "Chairman" || w == "President") && before.Upper && before.Word.Is(word.Role|word.Title)
}

// fusedName reports whether the name that ends noun phrase last, without a comma
// before it, is that of who has the office of noun phrase i.
func (a *Analysis) fusedName(i, last int) bool {
	head, first, p := a.HeadAt(i), &a.Tokens[a.Phrases[i].First], &a.Phrases[last]
	w := a.Text[head.Start:head.End]
	if !a.OfficeHead(i) && !HyphenRole(w) && w != "Under" || speaksFor[strings.ToLower(w)] && first.Word.Is(word.Det) || OfTheCase[w] {
		return false
	}
	if first.Word.Is(word.Poss) || first.Word.Is(word.Det) && !a.Spelled(int(a.Phrases[i].First), "the") && !a.Spelled(int(a.Phrases[i].First), "The") {
		return false
	}
	x := &a.Named.Namings[a.Named.At[p.Head]]
	if x.First == p.First && a.KindAt(last-1) != grammar.PhraseNoun || x.First < 2 {
		return false
	}
	k := x.First - 1
	for k > p.First && a.Tokens[k].Word.Is(word.Title) && !a.Tokens[k].Word.Is(word.Role) {
		k--
	}
	t := &a.Tokens[k]
	if t.Kind != grammar.KindWord || t.Word.Is(word.Role|word.Title|word.Poss|word.Det|word.Conj) {
		return false
	}
	return t.Upper || !t.Word.Is(word.Prep|word.Adj) && k > 0 && a.Tokens[k-1].Word.Is(word.Prep)
}

// speaksFor are the roles of those who are told by whom they speak for: it is not
// the spokesman whom the name is of.
var speaksFor = map[string]bool{
	"spokesman": true, "spokeswoman": true, "spokesperson": true, "lawyer": true, "attorney": true, "counsel": true,
	"aide": true, "adviser": true, "advisor": true, "agent": true, "assistant": true, "representative": true,
}
