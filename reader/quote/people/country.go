package people

import (
	"strings"

	"offprint/reader/quote/grammar"
	"offprint/reader/quote/word"
)

// Owned reports whether a possessive stands between the tokens, before a role:
// Norland's president.
func (a *Analysis) Owned(first, head int32) bool {
	for i := first + 1; a.Language.Full && i < head; i++ {
		if a.Tokens[i].Word.Is(word.Poss) && a.Tokens[i].Glued {
			return true
		}
	}
	return false
}

// otherCountry reports whether the words from first up to the role at token head
// tell whose it is, a country's or a body's, and it is hardly that of person id:
// the text has told another country of them, the Norlandish president is not the
// Westlandish one, or nothing where it stands as a possessive, Norland's.
func (a *Analysis) otherCountry(first, head, id int32) bool {
	told, owned := int32(none), false
	for i := first; a.Language.Full && i < head; i++ {
		t := &a.Tokens[i]
		own := i+1 < head && a.Tokens[i+1].Glued && a.Tokens[i+1].Word.Is(word.Poss)
		if t.Kind == grammar.KindWord && t.Upper && (own || a.nationality(i)) {
			told, owned = i, own
		}
	}
	if told == none {
		return false
	}
	w, other := a.Text[a.Tokens[told].Start:a.Tokens[told].End], owned
	for k := range a.Named.Roles {
		r := &a.Named.Roles[k]
		if r.Person != id || r.Token >= first && r.Token <= head {
			continue
		}
		if kindred(w, r.Word) {
			return false
		}
		other = other || a.nationality(r.Token)
	}
	return other
}

// nationality reports whether token i looks like the adjective of a country.
func (a *Analysis) nationality(i int32) bool {
	t := &a.Tokens[i]
	w := a.Text[t.Start:t.End]
	return t.Upper && !t.Caps && len(w) > 4 && !t.Word.Is(word.Role|word.Title|word.Forename) && word.HasAnySuffix(w, "an", "ese", "ish", "ench", "utch", "eek", "qi", "li", "ni", "di", "wiss", "hai")
}

// kindred reports whether two words belong to one country: Norland, Norlandish.
func kindred(x, y string) bool {
	if strings.EqualFold(x, y) || adjectives[x] == y || adjectives[y] == x {
		return true
	}
	return len(x) >= 4 && len(y) >= 4 && strings.EqualFold(x[:4], y[:4])
}

// adjectives are those of countries that do not begin like them.
var adjectives = map[string]string{
	"France": "French", "Spain": "Spanish", "Poland": "Polish", "Switzerland": "Swiss", "Netherlands": "Dutch",
	"Denmark": "Danish", "Ireland": "Irish", "Finland": "Finnish", "Wales": "Welsh", "Britain": "British",
}

// soon is how many tokens behind a role its bearer may be named.
const soon = 120

// ByRoleSoon returns who has the role at token head, of some country or body, if
// the text names its only bearer soon after: Norland's president said so, and
// then President Anna Lind. It is none if two bear it there.
func (p *Named) ByRoleSoon(a *Analysis, first, head int32) int32 {
	if head == first || !a.Owned(first, head) && !a.nationality(head-1) {
		return none
	}
	word, found := a.roleBase(head), int32(none)
	end := a.Sentences[a.SentenceOf(int(head))].Last
	for k := range p.Roles {
		r := &p.Roles[k]
		if !r.Head || r.Token < end || r.Token > head+soon || !strings.EqualFold(r.Word, word) || p.namedBefore(r.Person, end) || a.Clashes(first, head, r.Person) {
			continue
		}
		if found != none && found != r.Person {
			return none
		}
		found = r.Person
	}
	return found
}

// namedBefore reports whether person id was named before token i.
func (p *Named) namedBefore(id, i int32) bool {
	for k := range p.Namings {
		if n := &p.Namings[k]; n.Person == id && n.First < i {
			return true
		}
	}
	return false
}

// Clashes reports whether the text tells of person id a country other than that
// of the role at token head.
func (a *Analysis) Clashes(first, head, id int32) bool {
	if !a.otherCountry(first, head, id) {
		return false
	}
	for k := range a.Named.Roles {
		if r := &a.Named.Roles[k]; r.Person == id && a.nationality(r.Token) {
			return true
		}
	}
	return false
}
