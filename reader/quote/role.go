package quote

import "offprint/reader"

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
	i := int(n.first) - 1
	if i >= 0 && a.tokens[i].kind == kindPunct && a.tokens[i].sign == ',' {
		i-- // the foreign minister, Sergei Lavrov
		if i < 0 || a.language.full && !a.tokens[i].word.is(isRole) {
			return
		}
	}
	if !a.language.full {
		p.foreignRole(a, n, i)
		return
	}
	i = a.overPlace(i)
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
	from := i + 1
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
		} else if !a.tokens[i].word.is(isDet | isPrep | isConj | isPoss) {
			p.addRole(a, i, n.person, false)
		}
	}
}

// byRole returns who was introduced by the words of a noun phrase, or none:
// the same head noun, and as many of the other words as can be.
func (p *people) byRole(a *analysis, first, head int32) int32 {
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
		s := 10 + int(r.token)*5/int(head+1)
		if p.hasRole(r.person, "prime") != prime && foldEqual(word, "minister") {
			s -= 9 // the minister is hardly the prime one
		}
		for i := first; i < head; i++ {
			t := &a.tokens[i]
			if t.word.is(isDet | isPrep | isPoss) {
				continue
			}
			if p.hasRole(r.person, a.text[t.start:t.end]) {
				s += 4
			} else {
				s -= 3
			}
		}
		if s >= score && !a.otherCountry(first, head, r.person) {
			best, score = r.person, s
		}
	}
	if score < 6 {
		return none
	}
	return best
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
