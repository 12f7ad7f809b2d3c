package people

import (
	"strings"

	"offprint/reader"
	"offprint/reader/quote/grammar"
	"offprint/reader/quote/word"
)

// tellRoles notes by which words the text introduces each person: those
// before the name ("Foreign Minister Sergei Lavrov") and those behind it
// ("Sergei Lavrov, Russia's foreign minister").
func (p *Named) tellRoles(a *Analysis) {
	for k := range p.Namings {
		n := &p.Namings[k]
		if n.run || p.List[n.Person].Kind != reader.EntityPerson {
			continue
		}
		p.rolesBefore(a, n)
		p.rolesBehind(a, n)
	}
}

func (p *Named) addRole(a *Analysis, i int, id int32, head bool) {
	p.Roles = append(p.Roles, Role{a.roleBase(int32(i)), id, head, int32(i)})
}

func (p *Named) rolesBefore(a *Analysis, n *Naming) {
	i, comma := int(n.First)-1, false
	if i >= 0 && a.Tokens[i].Kind == grammar.KindPunct && a.Tokens[i].Sign == ',' {
		i-- // the foreign minister, Sergei Lavrov
		comma = true
		if i < 0 || a.Language.Full && !a.Tokens[a.overDomain(i)].Word.Is(word.Role) {
			return
		}
	}
	if !a.Language.Full {
		p.foreignRole(a, n, i)
		return
	}
	if i = a.overPlace(a.overBrackets(i)); comma {
		i = a.overDomain(i)
	}
	head := true
	for end := i - 8; i >= 0 && i > end; i-- {
		t := &a.Tokens[i]
		if t.Kind != grammar.KindWord || t.Run != none || t.Word.Is(word.Finite|word.Det|word.Conj|word.Prep|word.Sub|word.To) && !t.Word.Is(word.Noun|word.Role) {
			return
		}
		if head && (!a.RoleLike(int32(i)) || Nameless[a.Text[t.Start:t.End]]) {
			return
		}
		p.addRole(a, i, n.Person, head)
		head = head && t.Word.Is(word.Title) && !t.Word.Is(word.Role)
		if k := a.joinedRole(i); k != i {
			i, head = k+1, true
		}
	}
}

// joinedRole returns the role that "and" or a comma joins to the one at token i:
// the pilot, diver and founder Anna Lind. It is i if there is none.
func (a *Analysis) joinedRole(i int) int {
	if i < 2 || !a.Spelled(i-1, "and") && !a.Spelled(i-1, ",") {
		return i
	}
	k := i - 2
	if a.Spelled(k, ",") && k > 0 {
		k-- // pilot, and founder
	}
	if t := &a.Tokens[k]; a.Tokens[i].Word.Is(word.Role) && t.Word.Is(word.Role) && !t.Word.Is(word.Plural|word.Finite) && t.Run == none && a.Named.At[k] == none && a.Text[t.End-1] != 's' {
		return k
	}
	return i
}

// Nameless are the roles of those who are not to be named: "the source" is
// never somebody whom the text names.
var Nameless = map[string]bool{"source": true, "sources": true, "insider": true, "insiders": true}

// kin are the words by which somebody is told by their family.
var kin = map[string]bool{
	"mother": true, "father": true, "wife": true, "husband": true, "widow": true, "widower": true, "son": true,
	"daughter": true, "brother": true, "sister": true, "aunt": true, "uncle": true, "cousin": true,
	"grandmother": true, "grandfather": true, "friend": true, "neighbour": true, "neighbor": true,
}

func (p *Named) rolesBehind(a *Analysis, n *Naming) {
	i := int(n.Last)
	if i+1 >= len(a.Tokens) || a.Tokens[i].Kind != grammar.KindPunct || a.Tokens[i].Sign != ',' {
		return
	}
	from := a.whoIs(i + 1)
	for i = from; i < len(a.Tokens) && i < from+14; i++ {
		t := &a.Tokens[i]
		if t.Kind != grammar.KindWord && t.Kind != grammar.KindNumber || t.Word.Is(word.Rel|word.Sub) || t.Word.Is(word.Be|word.Have|word.Modal|word.Do) && !t.Word.Is(word.Poss) {
			break
		}
		if t.Word.Is(word.Past) && !t.Word.Is(word.Part) {
			break
		}
	}
	end := i
	for i = from; i < end; i++ {
		w := &a.Tokens[i]
		if m := p.At[min(i+1, len(p.At)-1)]; m != none && p.Namings[m].Person != n.Person && p.List[p.Namings[m].Person].Kind == reader.EntityPerson && w.Word.Is(word.Role) {
			break // on behalf of President Erik Moe
		}
		if s := a.Text[w.Start:w.End]; (w.Word.Is(word.Role) || !w.Upper && a.RoleLike(int32(i)) && !w.Word.Is(word.Human|word.Title)) && !Nameless[s] || i <= from+1 && kin[s] {
			p.addRole(a, i, n.Person, true)
			if a.ofParliament(i) {
				p.Roles = append(p.Roles, Role{"lawmaker", n.Person, true, int32(i)})
			}
		} else if !a.Tokens[i].Word.Is(word.Det | word.Prep | word.Conj | word.Poss) {
			p.addRole(a, i, n.Person, false)
		}
	}
}

// whoIs returns where the role begins that a relative clause at token i tells:
// Anna Lind, who is a member of the council. It is i if there is none.
func (a *Analysis) whoIs(i int) int {
	if !a.Spelled(i, "who") {
		return i
	}
	switch {
	case a.Spelled(i+1, "is"), a.Spelled(i+1, "was"):
		return i + 2
	case (a.Spelled(i+1, "serves") || a.Spelled(i+1, "works")) && a.Spelled(i+2, "as"):
		return i + 3
	}
	return i
}

// overDomain returns the role whose domain ends with token i, before a comma and
// a name: the manager of the whole harbour, Anna Lind. It is i if there is none.
func (a *Analysis) overDomain(i int) int {
	for k := i; a.Language.Full && k > 0 && k > i-7; k-- {
		t := &a.Tokens[k]
		if t.Kind != grammar.KindWord || t.Run != none || t.Word.Is(word.Role|word.Title|word.Finite|word.Conj|word.Rel|word.Sub) {
			return i
		}
		if k < i && a.Spelled(k, "of") {
			if r := &a.Tokens[k-1]; r.Word.Is(word.Role|word.Title) && !r.Word.Is(word.Plural) && r.Kind == grammar.KindWord && r.Run == none {
				return k - 1
			}
			return i
		}
	}
	return i
}

// ofParliament reports whether the role at token i is that of a member of some
// parliament.
func (a *Analysis) ofParliament(i int) bool {
	if !a.Spelled(i, "member") || !a.Spelled(i+1, "of") {
		return false
	}
	for k := i + 2; k < len(a.Tokens) && k < i+6; k++ {
		if t := &a.Tokens[k]; parliaments[strings.ToLower(a.Text[t.Start:t.End])] {
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

// Forgotten is the weight below which the text has left somebody.
const Forgotten = 0.5

// ByRole returns who was introduced by the words of a noun phrase, or none:
// the same head noun, and as many of the other words as can be.
//
// Somebody whom the text has left is not meant by the bare role, if it turns on
// others now.
func (p *Named) ByRole(a *Analysis, first, head, sentence int32) int32 {
	word := a.roleBase(head)
	prime := a.Language.Full && (strings.EqualFold(word, "premier") || first < head && strings.EqualFold(a.Text[a.Tokens[head-1].Start:a.Tokens[head-1].End], "prime"))
	if prime {
		word = "minister"
	}
	if a.Language.Full && strings.EqualFold(word, "ceo") {
		word = p.executive(a, head)
	}
	best, score := int32(none), 0
	for k := range p.Roles {
		r := &p.Roles[k]
		if !r.Head || r.Token >= head || !strings.EqualFold(r.Word, word) || p.StrangerSince(word, r.Token, head) {
			continue
		}
		s := 10 + int(r.Token)*5/int(head+1) + int(p.WeightAt(r.Person, sentence)/2)
		if p.hasRole(r.Person, "prime") != prime && strings.EqualFold(word, "minister") {
			s -= 9 // the minister is hardly the prime one
		}
		s += p.fits(a, first, head, r.Person)
		if s >= score && !a.otherCountry(first, head, r.Person) {
			best, score = r.Person, s
		}
	}
	if score < 6 || a.Language.Full && first+1 == head && p.left(best, word, sentence) {
		return none
	}
	return best
}

// fits scores how the words before the role at token head fit person id.
func (p *Named) fits(a *Analysis, first, head, id int32) int {
	s := 0
	for i := first; i < head; i++ {
		t := &a.Tokens[i]
		switch {
		case t.Word.Is(word.Det | word.Prep | word.Poss):
		case p.hasRole(id, a.Text[t.Start:t.End]):
			s += 4
		case t.Upper && a.Language.Full && !t.Word.Is(word.Role|word.Title) && !ofOffice[a.Text[t.Start:t.End]]:
			s -= 7 // the Ellmar senator is hardly one of whom the text never told it
		default:
			s -= 3
		}
	}
	return s
}

// ofOffice are words in the names of offices that tell no place.
var ofOffice = map[string]bool{
	"Opposition": true, "Prime": true, "First": true, "Majority": true, "Minority": true, "Supreme": true, "Deputy": true, "Vice": true,
	"Foreign": true, "Interior": true, "Defense": true, "Defence": true, "Finance": true, "Health": true, "House": true, "Senate": true,
}

// left reports whether the text has left person id, who has the role word, and
// turns on others in a sentence; a president is remembered longer.
func (p *Named) left(id int32, word string, sentence int32) bool {
	w := p.WeightAt(id, sentence)
	return w < Forgotten && (w < Forgotten/5 || !strings.EqualFold(word, "president")) && p.Weightiest(sentence) != none
}

// passRole weighs the role at token i, the subject of a main clause, for the
// person whom it tells of: the director opens a window.
func (a *Analysis) passRole(i int32) {
	if i == 0 || a.Named.At[i] != none || !a.Spelled(int(i)-1, "the") && !a.Spelled(int(i)-1, "The") {
		return
	}
	s := a.SentenceOf(int(i))
	if id := a.Named.ByRole(a, i-1, i, s); id != none {
		a.Named.Raise(id, s, 4)
		a.Named.List[id].subjectAt = s
	}
}

// executive returns the word by which the text introduces the chief executive
// whom token head calls the CEO.
func (p *Named) executive(a *Analysis, head int32) string {
	for k := range p.Roles {
		if r := &p.Roles[k]; r.Head && r.Token < head && strings.EqualFold(r.Word, "executive") && p.hasRole(r.Person, "chief") {
			return "executive"
		}
	}
	return a.roleBase(head)
}

func (p *Named) hasRole(id int32, w string) bool {
	for k := range p.Roles {
		if p.Roles[k].Person == id && strings.EqualFold(p.Roles[k].Word, w) {
			return true
		}
	}
	return false
}

// HasKindred reports whether person id was told by w or a word of its country.
func (p *Named) HasKindred(id int32, w string) bool {
	for k := range p.Roles {
		if r := &p.Roles[k]; r.Person == id && (strings.EqualFold(r.Word, w) || len(w) > 3 && len(r.Word) > 3 && w[0] < 'a' && r.Word[0] < 'a' && kindred(w, r.Word)) {
			return true
		}
	}
	return false
}

// NamedFirst returns the first two of those who are named from token first up
// to last, outside of quotes, and how many there are.
func (p *Named) NamedFirst(first, last int32) (one, other int32, n int) {
	one, other = none, none
	for k := range p.Namings {
		x := &p.Namings[k]
		if x.First < first || x.First >= last || x.run || x.Person == one || x.Person == other {
			continue
		}
		switch n++; n {
		case 1:
			one = x.Person
		case 2:
			other = x.Person
		}
	}
	return one, other, n
}

// ByRoleLater returns who alone in the text has a role that is named only
// further on: Der US-Präsident schrieb, and then US-Präsident Thomas Falk.
func (p *Named) ByRoleLater(a *Analysis, head int32) int32 {
	t := &a.Tokens[head]
	whole, base := a.Text[t.Start:t.End], a.roleBase(head)
	for _, exact := range [...]bool{true, false} {
		found := int32(none)
		for k := range p.Roles {
			r := &p.Roles[k]
			u := &a.Tokens[r.Token]
			if !r.Head || exact && a.Text[u.Start:u.End] != whole || !exact && !strings.EqualFold(r.Word, base) {
				continue
			}
			if found != none && found != r.Person {
				return none
			}
			found = r.Person
		}
		if found != none {
			return found
		}
	}
	return none
}

// Surely reports whether person id is known to be one and by a full name.
func (p *Named) Surely(id int32) bool {
	x := &p.List[id]
	return (x.trusted || x.given) && x.First != ""
}
