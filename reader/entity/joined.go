package entity

import (
	"strings"

	"offprint/reader"
	"offprint/reader/entity/gazetteer"
)

// Where organisations that the tagger joined are divided: at "and", behind the
// legal form of a company, behind an owner.

// atAnd divides m at the conjunction at token i.
func (x *text) atAnd(m mention, i int) []mention {
	rest := m
	m.last, rest.first = i, i+1
	m.sure, rest.sure = max(m.sure, leastOrganization), max(m.sure, leastOrganization)
	if m.last-m.first == 1 && x.table.Find(x.hashes[m.first])&gazetteer.Lower != 0 { // the Government and the
		return x.divide(rest)
	}
	return append(x.divide(m), x.divide(rest)...)
}

// atForm divides m behind the legal form before token i. What stands there is a
// name, a point before one, or "of" before a city.
func (x *text) atForm(m mention, i int) []mention {
	rest := m
	m.last, rest.first = i, i
	if x.word(i) == "." || x.word(i) == "of" {
		rest.first++
	}
	if x.word(i) == "of" {
		rest.kind, rest.sure = reader.EntityPlace, unsure
	}
	m.sure = max(m.sure, leastOrganization)
	return append([]mention{m}, x.divide(rest)...)
}

// atOwner divides m at the 's at token i.
func (x *text) atOwner(m mention, i int) []mention {
	owner := mention{first: m.first, last: i, kind: x.kindOf(m.first, i), sure: m.sure * 0.9}
	if x.fullSurname(owner) { // Moon's Democratic Party, where a Moon Jae-in is named
		owner.kind = reader.EntityPerson
	}
	m.first = i + 1
	if m.kind == reader.EntityOrganization && m.sure < unsure {
		owner.sure = max(owner.sure, leastOrganization)
		m = x.employed(m)
	}
	return append([]mention{owner}, x.divide(m)...)
}

// formEnds reports whether the legal form of a company ends at token i, and
// another name follows, or the city where it sits: Nordwind Inc. Lanvo Corp.
func (x *text) formEnds(m mention, i int) bool {
	form := x.word(i - 1)
	if !formWords[form] || i-m.first < 2 || i+1 >= m.last {
		return false
	}
	switch w := x.word(i); {
	case w == ".":
		return true
	case w == "of":
		n, f := x.match(i+1, m.last, gazetteer.City)
		return f != 0 && n == m.last-i-1
	case strings.HasSuffix(form, "."):
		return x.shapes[i] >= capital && !formWords[w]
	}
	return false
}

// twoBodies reports whether "and" at token i joins two organisations: what
// ends as their names do stands on both sides, or "the" behind it.
func (x *text) twoBodies(m mention, i int) bool {
	if m.kind != reader.EntityOrganization || x.word(i) != "and" || i+2 >= m.last || i-m.first < 1 {
		return false
	}
	the := x.word(i+1) == "the"
	if !the && (i-m.first < 2 || m.last-i < 3 || m.sure > 0.9) {
		return false
	}
	for k := m.first; k < m.last; k++ { // Committee on Human Rights and the Law
		if (connectors[x.word(k)] && !the || x.word(k) == "for" || x.word(k) == "on") && k != i {
			return false
		}
	}
	if the {
		return true
	}
	return x.bodyEnd(i-1) && x.bodyEnd(m.last-1)
}

// bodyEnd reports whether the names of organisations end with the word at token i.
func (x *text) bodyEnd(i int) bool {
	return x.table.Find(x.hashes[i])&gazetteer.OrgWord != 0 || bodyLast[x.word(i)] || newsEnds[x.word(i)]
}

// seats are what somebody is of a place, right before whose name it may stand.
var seats = wordSet("governor mayor president premier bishop archbishop emir king queen sultan prince senator ambassador")

// seatOf reports whether m is a place up to token i, and behind that the name
// of who is something of it: the governor of Washington Anna Marsh.
func (x *text) seatOf(m mention, i int) bool {
	if m.first < 2 || x.word(m.first-1) != "of" || !seats[strings.ToLower(x.word(m.first-2))] || m.last-i < 2 {
		return false
	}
	n, f := x.match(m.first, i, placeFlags)
	return f != 0 && n == i-m.first && x.table.Find(x.hashes[i])&gazetteer.First != 0
}

// employed makes a person of two words behind the name of an organisation
// that say something: Oslo Energy's Milo Tarn said.
func (x *text) employed(m mention) mention {
	if m.last-m.first != 2 || m.last >= len(x.Tokens) || !does[x.word(m.last)] || x.shapes[m.first] != capital || x.shapes[m.first+1] != capital {
		return m
	}
	f := x.table.Find(x.hashes[m.first]) | x.table.Find(x.hashes[m.first+1])
	if n, of := x.match(m.first, m.last, orgFlags|placeFlags); (n < 2 || of == 0) && f&(gazetteer.OrgWord|gazetteer.Lower|gazetteer.Title) == 0 {
		m.kind, m.sure = reader.EntityPerson, unsure
	}
	return m
}

// newsEnds end the names of newspapers and broadcasters.
var newsEnds = wordSet("News Times Post Herald Tribune Media TV Television Radio Voices Press Journal Daily")
