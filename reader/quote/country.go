package quote

import "strings"

// owned reports whether a possessive stands between the tokens, before a role:
// Norland's president.
func (a *analysis) owned(first, head int32) bool {
	for i := first + 1; a.language.full && i < head; i++ {
		if a.tokens[i].word.is(isPoss) && a.tokens[i].glued {
			return true
		}
	}
	return false
}

// otherCountry reports whether the words from first up to the role at token head
// tell whose it is, a country's or a body's, and it is hardly that of person id:
// the text has told another country of them, the Norlandish president is not the
// Westlandish one, or nothing where it stands as a possessive, Norland's.
func (a *analysis) otherCountry(first, head, id int32) bool {
	told, owned := int32(none), false
	for i := first; a.language.full && i < head; i++ {
		t := &a.tokens[i]
		own := i+1 < head && a.tokens[i+1].glued && a.tokens[i+1].word.is(isPoss)
		if t.kind == kindWord && t.upper && (own || a.nationality(i)) {
			told, owned = i, own
		}
	}
	if told == none {
		return false
	}
	w, other := a.text[a.tokens[told].start:a.tokens[told].end], owned
	for k := range a.people.roles {
		r := &a.people.roles[k]
		if r.person != id || r.token >= first && r.token <= head {
			continue
		}
		if kindred(w, r.word) {
			return false
		}
		other = other || a.nationality(r.token)
	}
	return other
}

// nationality reports whether token i looks like the adjective of a country.
func (a *analysis) nationality(i int32) bool {
	t := &a.tokens[i]
	w := a.text[t.start:t.end]
	return t.upper && !t.caps && len(w) > 4 && !t.word.is(isRole|isTitle|isForename) && hasAnySuffix(w, "an", "ese", "ish", "ench", "utch", "eek", "qi", "li", "ni", "di", "wiss", "hai")
}

// kindred reports whether two words belong to one country: Norland, Norlandish.
func kindred(x, y string) bool {
	if foldEqual(x, y) || adjectives[x] == y || adjectives[y] == x {
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

// byRoleSoon returns who has the role at token head, of some country or body, if
// the text names its only bearer soon after: Norland's president said so, and
// then President Anna Lind. It is none if two bear it there.
func (p *people) byRoleSoon(a *analysis, first, head int32) int32 {
	if head == first || !a.owned(first, head) && !a.nationality(head-1) {
		return none
	}
	word, found := a.roleBase(head), int32(none)
	end := a.sentences[a.sentenceOf(int(head))].last
	for k := range p.roles {
		r := &p.roles[k]
		if !r.head || r.token < end || r.token > head+soon || !foldEqual(r.word, word) || p.namedBefore(r.person, end) || a.clashes(first, head, r.person) {
			continue
		}
		if found != none && found != r.person {
			return none
		}
		found = r.person
	}
	return found
}

// namedBefore reports whether person id was named before token i.
func (p *people) namedBefore(id, i int32) bool {
	for k := range p.namings {
		if n := &p.namings[k]; n.person == id && n.first < i {
			return true
		}
	}
	return false
}

// clashes reports whether the text tells of person id a country other than that
// of the role at token head.
func (a *analysis) clashes(first, head, id int32) bool {
	if !a.otherCountry(first, head, id) {
		return false
	}
	for k := range a.people.roles {
		if r := &a.people.roles[k]; r.person == id && a.nationality(r.token) {
			return true
		}
	}
	return false
}
