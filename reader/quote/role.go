package quote

import (
	"strings"

	"offprint/reader"
)

// tellRoles notes by which words the text introduces each person: those
// before the name ("Foreign Minister Sergei Lavrov") and those behind it
// ("Sergei Lavrov, Russia's foreign minister").
func (p *people) tellRoles(a *analysis) {
	for k := range p.namings {
		n := &p.namings[k]
		if n.run || p.list[n.person].kind != reader.EntityPerson {
			continue
		}
		p.rolesBefore(a, n)
		p.rolesBehind(a, n)
	}
}

func (p *people) addRole(a *analysis, i int, id int32, head bool) {
	p.roles = append(p.roles, role{a.roleBase(int32(i)), id, head, int32(i)})
}

func (p *people) rolesBefore(a *analysis, n *naming) {
	i, comma := int(n.first)-1, false
	if i >= 0 && a.tokens[i].kind == kindPunct && a.tokens[i].sign == ',' {
		i-- // the foreign minister, Sergei Lavrov
		comma = true
		if i < 0 || a.language.full && !a.tokens[a.overDomain(i)].word.is(isRole) {
			return
		}
	}
	if !a.language.full {
		p.foreignRole(a, n, i)
		return
	}
	if i = a.overPlace(i); comma {
		i = a.overDomain(i)
	}
	head := true
	for ; i >= 0 && i > int(n.first)-9; i-- {
		t := &a.tokens[i]
		if t.kind != kindWord || t.run != none || t.word.is(isFinite|isDet|isConj|isPrep|isSub|isTo) && !t.word.is(isNoun|isRole) {
			return
		}
		if head && (!t.word.is(isRole|isTitle|isHuman) || nameless[a.text[t.start:t.end]]) {
			return
		}
		p.addRole(a, i, n.person, head)
		head = head && t.word.is(isTitle) && !t.word.is(isRole)
	}
}

// nameless are the roles of those who are not to be named: "the source" is
// never somebody whom the text names.
var nameless = map[string]bool{"source": true, "sources": true, "insider": true, "insiders": true}

// kin are the words by which somebody is told by their family.
var kin = map[string]bool{
	"mother": true, "father": true, "wife": true, "husband": true, "widow": true, "widower": true, "son": true,
	"daughter": true, "brother": true, "sister": true, "aunt": true, "uncle": true, "cousin": true,
	"grandmother": true, "grandfather": true, "friend": true, "neighbour": true, "neighbor": true,
}

func (p *people) rolesBehind(a *analysis, n *naming) {
	i := int(n.last)
	if i+1 >= len(a.tokens) || a.tokens[i].kind != kindPunct || a.tokens[i].sign != ',' {
		return
	}
	from := a.whoIs(i + 1)
	for i = from; i < len(a.tokens) && i < from+14; i++ {
		t := &a.tokens[i]
		if t.kind != kindWord && t.kind != kindNumber || t.word.is(isRel|isSub) || t.word.is(isBe|isHave|isModal|isDo) && !t.word.is(isPoss) {
			break
		}
		if t.word.is(isPast) && !t.word.is(isPart) {
			break
		}
	}
	end := i
	for i = from; i < end; i++ {
		w := &a.tokens[i]
		if s := a.text[w.start:w.end]; w.word.is(isRole) && !nameless[s] || i <= from+1 && kin[s] {
			p.addRole(a, i, n.person, true)
			if a.ofParliament(i) {
				p.roles = append(p.roles, role{"lawmaker", n.person, true, int32(i)})
			}
		} else if !a.tokens[i].word.is(isDet | isPrep | isConj | isPoss) {
			p.addRole(a, i, n.person, false)
		}
	}
}

// whoIs returns where the role begins that a relative clause at token i tells:
// Anna Lind, who is a member of the council. It is i if there is none.
func (a *analysis) whoIs(i int) int {
	if !a.spelled(i, "who") {
		return i
	}
	switch {
	case a.spelled(i+1, "is"), a.spelled(i+1, "was"):
		return i + 2
	case (a.spelled(i+1, "serves") || a.spelled(i+1, "works")) && a.spelled(i+2, "as"):
		return i + 3
	}
	return i
}

// overDomain returns the role whose domain ends with token i, before a comma and
// a name: the manager of the whole harbour, Anna Lind. It is i if there is none.
func (a *analysis) overDomain(i int) int {
	for k := i; a.language.full && k > 0 && k > i-7; k-- {
		t := &a.tokens[k]
		if t.kind != kindWord || t.run != none || t.word.is(isRole|isTitle|isFinite|isConj|isRel|isSub) {
			return i
		}
		if k < i && a.spelled(k, "of") {
			if r := &a.tokens[k-1]; r.word.is(isRole|isTitle) && !r.word.is(isPlural) && r.kind == kindWord && r.run == none {
				return k - 1
			}
			return i
		}
	}
	return i
}

// ofParliament reports whether the role at token i is that of a member of some
// parliament.
func (a *analysis) ofParliament(i int) bool {
	if !a.spelled(i, "member") || !a.spelled(i+1, "of") {
		return false
	}
	for k := i + 2; k < len(a.tokens) && k < i+6; k++ {
		if t := &a.tokens[k]; parliaments[strings.ToLower(a.text[t.start:t.end])] {
			return true
		}
	}
	return false
}

// parliaments are the words that tell one.
var parliaments = map[string]bool{
	"parliament": true, "congress": true, "senate": true, "knesset": true, "bundestag": true, "duma": true, "legislature": true,
	"sabha": true, "rada": true, "majlis": true, "diet": true, "sejm": true,
}

// forgotten is the weight below which the text has left somebody.
const forgotten = 0.5

// byRole returns who was introduced by the words of a noun phrase, or none:
// the same head noun, and as many of the other words as can be.
//
// Somebody whom the text has left is not meant by the bare role, if it turns on
// others now.
func (p *people) byRole(a *analysis, first, head, sentence int32) int32 {
	word := a.roleBase(head)
	prime := a.language.full && (foldEqual(word, "premier") || first < head && foldEqual(a.text[a.tokens[head-1].start:a.tokens[head-1].end], "prime"))
	if prime {
		word = "minister"
	}
	if a.language.full && foldEqual(word, "ceo") {
		word = p.executive(a, head)
	}
	best, score := int32(none), 0
	for k := range p.roles {
		r := &p.roles[k]
		if !r.head || r.token >= head || !foldEqual(r.word, word) || p.strangerSince(word, r.token, head) {
			continue
		}
		s := 10 + int(r.token)*5/int(head+1) + int(p.weightAt(r.person, sentence)/2)
		if p.hasRole(r.person, "prime") != prime && foldEqual(word, "minister") {
			s -= 9 // the minister is hardly the prime one
		}
		s += p.fits(a, first, head, r.person)
		if s >= score && !a.otherCountry(first, head, r.person) {
			best, score = r.person, s
		}
	}
	if score < 6 || a.language.full && first+1 == head && p.left(best, word, sentence) {
		return none
	}
	return best
}

// fits scores how the words before the role at token head fit person id.
func (p *people) fits(a *analysis, first, head, id int32) int {
	s := 0
	for i := first; i < head; i++ {
		t := &a.tokens[i]
		switch {
		case t.word.is(isDet | isPrep | isPoss):
		case p.hasRole(id, a.text[t.start:t.end]):
			s += 4
		case t.upper && a.language.full && !t.word.is(isRole|isTitle) && !ofOffice[a.text[t.start:t.end]]:
			s -= 7 // the Ellmar senator is hardly one of whom the text never told it
		default:
			s -= 3
		}
	}
	return s
}

// ofOffice are words in the names of offices that tell no place.
var ofOffice = map[string]bool{
	"Opposition": true, "Prime": true, "Majority": true, "Minority": true, "Supreme": true, "Deputy": true, "Vice": true,
	"Foreign": true, "Interior": true, "Defense": true, "Defence": true, "Finance": true, "Health": true, "House": true, "Senate": true,
}

// left reports whether the text has left person id, who has the role word, and
// turns on others in a sentence; a president is remembered longer.
func (p *people) left(id int32, word string, sentence int32) bool {
	w := p.weightAt(id, sentence)
	return w < forgotten && (w < forgotten/5 || !foldEqual(word, "president")) && p.weightiest(sentence) != none
}

// passRole weighs the role at token i, the subject of a main clause, for the
// person whom it tells of: the director opens a window.
func (a *analysis) passRole(i int32) {
	if i == 0 || a.people.at[i] != none || !a.spelled(int(i)-1, "the") && !a.spelled(int(i)-1, "The") {
		return
	}
	s := a.sentenceOf(int(i))
	if id := a.people.byRole(a, i-1, i, s); id != none {
		a.people.raise(id, s, 4)
		a.people.list[id].subjectAt = s
	}
}

// executive returns the word by which the text introduces the chief executive
// whom token head calls the CEO.
func (p *people) executive(a *analysis, head int32) string {
	for k := range p.roles {
		if r := &p.roles[k]; r.head && r.token < head && foldEqual(r.word, "executive") && p.hasRole(r.person, "chief") {
			return "executive"
		}
	}
	return a.roleBase(head)
}

func (p *people) hasRole(id int32, w string) bool {
	for k := range p.roles {
		if p.roles[k].person == id && foldEqual(p.roles[k].word, w) {
			return true
		}
	}
	return false
}

// foldEqual reports whether two words are one but for capitals of ASCII.
func foldEqual(x, y string) bool {
	if len(x) != len(y) {
		return false
	}
	for i := 0; i < len(x); i++ {
		if x[i]|0x20 != y[i]|0x20 {
			return false
		}
	}
	return true
}
