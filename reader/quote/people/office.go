package people

import (
	"offprint/reader/quote/grammar"
	"offprint/reader/quote/word"
)

// overPlace returns the role whose place ends with token i, before a name:
// President of Ellmar Anna Lind. It is i if there is none.
func (a *Analysis) overPlace(i int) int {
	for k := i; k > 0 && k > i-7; k-- {
		t := &a.Tokens[k]
		switch {
		case k < i && a.Language.Full && a.Spelled(k, "and") && t.Run == none:
		case t.Kind != grammar.KindWord || t.Run != none:
			return i
		case k < i && t.Word.Is(word.Prep) && (a.Spelled(k, "of") || a.Spelled(k, "for")):
			if r := &a.Tokens[k-1]; r.Word.Is(word.Role|word.Title) && !r.Word.Is(word.Plural) {
				return k - 1
			}
			return i
		case !t.Upper && !a.Spelled(k, "the") || t.Word.Is(word.Role|word.Title):
			return i
		}
	}
	return i
}

// pastOffice returns where the name itself begins among the tokens of one that was
// given with an office before it or the end of one: Harbour Manager Anna Lind,
// Co-author Anna Lind; Secretary for Health Anna Lind. Two words are left at least.
func (a *Analysis) pastOffice(first, last int) int {
	for k := first; k < last-2 && !a.Tokens[k].Word.Is(word.Forename); k++ {
		t := &a.Tokens[k]
		w := a.Text[t.Start:t.End]
		if t.Word.Is(word.Role) && t.Kind == grammar.KindWord && !Particles[w] || HyphenRole(w) || w == "Laureate" || grammar.Occupation(w) {
			return k + 1
		}
	}
	if first > 1 && (a.Spelled(first-1, "for") || a.Spelled(first-1, "of")) && a.Tokens[first-2].Word.Is(word.Role|word.Title) {
		for first < last-2 && domains[a.Text[a.Tokens[first].Start:a.Tokens[first].End]] {
			first++
		}
	}
	return first
}

// wordsPastOffice is pastOffice for the words of a name.
func wordsPastOffice(words []string) []string {
	for k := 0; k < len(words)-2; k++ {
		if w := words[k]; (HyphenRole(w) || w == "Laureate") && !word.English().Lookup(words[0]).Is(word.Forename) {
			return words[k+1:]
		}
	}
	for len(words) > 2 && domains[words[0]] {
		words = words[1:]
	}
	return words
}

// domains are what ministers are for.
var domains = map[string]bool{
	"Health": true, "Finance": true, "Defence": true, "Defense": true, "Education": true, "Justice": true, "Trade": true,
	"Labour": true, "Labor": true, "Transport": true, "Energy": true, "Agriculture": true, "Tourism": true, "Culture": true,
	"Security": true, "State": true, "Commerce": true, "Planning": true, "Development": true, "Housing": true, "Sport": true,
	"Sports": true, "Fisheries": true, "Industry": true, "Immigration": true, "Interior": true, "Treasury": true, "Ports": true,
}

// NameBehindPlace returns the token of the full name that ends the place or body
// of the role at noun phrase i: another leader in Ellmar Anna Lind recalled,
// founder and director of Harbour Youth Anna Lind said. It is none if there is none.
func (a *Analysis) NameBehindPlace(i int) int32 {
	w := a.HeadAt(i)
	if a.KindAt(i) != grammar.PhraseNoun || !w.Word.Is(word.Role) || a.Text[w.End-1] == 's' || OfTheCase[a.Text[w.Start:w.End]] {
		return none
	}
	k := i
	if a.KindAt(k+1) == grammar.PhraseConj && a.KindAt(k+2) == grammar.PhraseNoun && a.WordAt(k+2).Is(word.Role) {
		k += 2
	}
	if a.KindAt(k+1) != grammar.PhrasePrep || a.KindAt(k+2) != grammar.PhraseNoun {
		return none
	}
	p := &a.Phrases[k+2]
	n := a.Named.At[p.Head]
	if n == none || !a.NamesPerson(int(p.Head)) || a.KindAt(k+3) != grammar.PhraseVerb && a.KindAt(k+3) != grammar.PhraseComma {
		return none
	}
	x := &a.Named.Namings[n]
	if x.Last-x.First < 2 || x.First <= p.First {
		return none
	}
	if t := &a.Tokens[x.First-1]; t.Kind != grammar.KindWord || !t.Upper || t.Word.Is(word.Role|word.Title|word.Poss) || a.Named.At[x.First-1] != none && a.NamesPerson(int(x.First)-1) {
		return none
	}
	return p.Head
}

// OfficeHead reports whether noun phrase i tells one person's role, and not a name.
func (a *Analysis) OfficeHead(i int) bool {
	if a.KindAt(i) != grammar.PhraseNoun {
		return false
	}
	h := a.HeadAt(i)
	return h.Word.Is(word.Role|word.Human) && !h.Word.Is(word.Plural|word.Pron) && a.Text[h.End-1] != 's' && !a.IsPerson(i)
}

// OfficeAndName reports whether noun phrase k, which "and" joins to the role at
// noun phrase i, is another office with the name of who holds both: harbour
// pilot and Ferry Office Fellow Anna Lind.
func (a *Analysis) OfficeAndName(i, k int) bool {
	h, n := a.Phrases[k].Head, a.Named.At[a.Phrases[k].Head]
	if n == none || !a.NamesPerson(int(h)) || !a.WordAt(i).Is(word.Role) || a.Tokens[a.Phrases[i].First].Word.Is(word.Det) {
		return false
	}
	x := &a.Named.Namings[n]
	return x.Last-x.First > 1 && x.First > a.Phrases[k].First
}

// RoleLike reports whether token i tells what somebody is: a role, a title, an
// occupation by its ending, a role that somebody had.
func (a *Analysis) RoleLike(i int32) bool {
	t := &a.Tokens[i]
	if t.Word.Is(word.Role | word.Human | word.Title) {
		return true
	}
	w := a.Text[t.Start:t.End]
	return a.Language.Full && t.Kind == grammar.KindWord && (grammar.Occupation(w) || HyphenRole(w))
}
