package entity

import (
	"strings"

	"offprint/reader"
	"offprint/reader/entity/gazetteer"
)

// divide takes apart what the tagger joined: "Anna Marsh of Nordwind", since no
// person's name has "of" in it, and "Oslo University's Board of Trustees".
func (x *text) divide(m mention) []mention {
	for i := m.first + 1; i < m.last; i++ {
		switch {
		case m.kind == reader.EntityPerson && x.word(i) == "of" && i+1 < m.last:
			rest := mention{first: i + 1, last: m.last, kind: x.kindOf(i+1, m.last), sure: max(m.sure*0.7, leastOrganization)}
			m.last = i
			return []mention{m, rest}
		case m.kind == reader.EntityPerson && x.seatOf(m, i):
			seat := mention{first: m.first, last: i, kind: reader.EntityPlace, sure: m.sure}
			m.first = i
			return []mention{seat, m}
		case m.kind == reader.EntityPerson && i-m.first > 1 && x.shapes[i] >= capital && (x.word(i-1) == "Jr." || x.word(i-1) == "Sr."):
			m.last = i
			return []mention{m}
		case x.twoBodies(m, i):
			return x.atAnd(m, i)
		case m.kind == reader.EntityOrganization && x.formEnds(m, i):
			return x.atForm(m, i)
		case m.kind == reader.EntityPlace && x.country(m.first, i) && x.country(i, m.last): // "told Israel Iran would"
			rest := m
			m.last, rest.first = i, i
			return []mention{m, rest}
		case i+1 < m.last && x.possessive(i) && x.owner(m.first, i):
			return x.atOwner(m, i)
		}
	}
	return []mention{m}
}

// country reports whether the words from first to last are the name of a country.
func (x *text) country(first, last int) bool {
	n, f := x.match(first, last, gazetteer.Country)
	return n == last-first && f != 0
}

// possessive reports whether token i is 's.
func (x *text) possessive(i int) bool {
	w := x.word(i)
	return w == "'s" || w == "’s" || w == "’ s" || w == "' s"
}

// owner reports whether the words from first to last are a name by themselves:
// one of the tables, or one that ends as those of organisations do.
func (x *text) owner(first, last int) bool {
	if x.fullSurname(mention{first: first, last: last}) {
		return true
	}
	if last-first == 1 && x.table.Find(x.hashes[first])&gazetteer.Lower != 0 { // People's Party
		return false
	}
	n, f := x.match(first, last, placeFlags|orgFlags)
	if n == last-first && f != 0 {
		return true
	}
	return last-first > 1 && x.table.Find(x.hashes[last-1])&gazetteer.OrgWord != 0
}

// fullSurname reports whether m is one word with which the full name of a
// person in the article ends, or begins where the family's name comes first.
func (x *text) fullSurname(m mention) bool {
	return m.last-m.first == 1 && x.families[x.hashes[m.first]]
}

// familyNames returns the hashes of such words, as the tagger marked them.
func (x *text) familyNames() map[uint64]bool {
	names := map[uint64]bool{}
	for _, m := range x.mentions {
		if m.kind != reader.EntityPerson || m.sure <= 0.8 || m.last-m.first < 2 || m.last-m.first > 4 {
			continue
		}
		names[x.hashes[m.last-1]] = true
		if h := x.hashes[m.first]; x.table.Find(h)&gazetteer.First == 0 || strings.Contains(x.word(m.last-1), "-") {
			names[h] = true
		}
	}
	return names
}

const (
	placeFlags = gazetteer.Country | gazetteer.City | gazetteer.Region
	orgFlags   = gazetteer.Org | gazetteer.Company | gazetteer.Team
)

// kindOf tells whether a name is one of a place or of an organisation.
func (x *text) kindOf(first, last int) reader.EntityKind {
	_, f := x.match(first, last, placeFlags|orgFlags)
	if f&placeFlags != 0 || f == 0 && x.table.Find(x.hashes[last-1])&gazetteer.OrgWord == 0 {
		return reader.EntityPlace
	}
	return reader.EntityOrganization
}

// placeLast and bodyLast are words that at the end of a name tell that it is
// one of a place, or of an organisation.
var (
	placeLast = wordSet(`Prefecture Province County Governorate Island Islands River Mountains Street Road Avenue Airport Peninsula
		Valley Desert Strait Stadium Arena Ground Circuit Square Bridge Beach Bay Highway Expressway Bypass Boulevard`)
	bodyLast = wordSet(`Church Trust Securities University Ministry Committee Commission Association Federation Corporation Inc Inc.
		Ltd Ltd. Council Party Agency Institute Foundation Airlines Airways FC Authority Department Co Co. Corp Corp.
		Holding Holdings Parliament Police Organization Organisation Energy Hydro Electric Petroleum Pharma
		Pharmaceuticals Telecom Insurance Motors Shipping Technologies Industries Logistics Ventures Lines`)
)

// saints stand before the names of churches that are buildings.
var saints = wordSet("St St. Saint San Santa Holy All Christ")

// thingWords at the end of a name tell that it is no organisation and no place.
var thingWords = wordSet(`Day Days Index Framework Act Bill Agreement Accord Accords Award Prize Protocol Declaration Plan Scheme Treaty
	Amendment Resolution`)

// planets are places as good as any.
var planets = wordSet("Earth Mars Venus Jupiter Saturn Mercury Neptune Uranus Pluto")

// unsure is how sure the tagger is of a kind when the tables may overrule it.
const unsure = 0.7

// formWords are the legal forms of companies, part of the name before them.
var formWords = wordSet(`Inc Inc. Corp Corp. Co Co. Ltd Ltd. PLC Plc plc LLC AG NV SE SpA ASA Oyj GmbH FK Bhd Limited`)

// legalForms end the full names of companies.
var legalForms = []string{
	" inc", " corp", " ltd", " plc", " llc", " ag", " se", " sa", " nv", " co", " corporation", " limited", " gmbh", " group", " spa", " ab", " asa", " oyj",
}

// legalName leaves the legal form off a company's key.
func legalName(key string) string {
	for _, f := range legalForms {
		if k, ok := strings.CutSuffix(key, f); ok && k != "" {
			return strings.TrimSuffix(k, ",")
		}
	}
	return key
}

// withForm takes the legal forms behind an organisation's name into it.
func (x *text) withForm(m mention) mention {
	if i := m.last; m.kind == reader.EntityOrganization && i+1 < len(x.Tokens) && x.word(i) == "&" && formWords[x.word(i+1)] {
		m.last += 2
		m.sure = max(m.sure, leastOrganization)
	}
	for m.kind == reader.EntityOrganization && m.last < len(x.Tokens) && formWords[x.word(m.last)] && x.near(m.last-1) {
		m.last++
	}
	return m
}

// offTitle takes a title off the end of an organisation's name: Nordwind CEO.
func (x *text) offTitle(m mention) mention {
	for m.kind == reader.EntityOrganization && m.last-m.first > 1 {
		f := x.table.Find(x.hashes[m.last-1])
		before := x.word(m.last - 2)
		if f&gazetteer.Title == 0 || f&(gazetteer.OrgWord|gazetteer.Last) != 0 || connectors[before] || before == "'s" {
			break
		}
		m.last--
	}
	return m
}

// byTables gives a name the kind that the tables have it as, where they have
// no other and the tagger is not sure of its own.
func (x *text) byTables(m mention) mention {
	if m.kind != reader.EntityOrganization && x.overruled(m) {
		if n, f := x.match(m.first, m.last, placeFlags|orgFlags|gazetteer.Demonym); n == m.last-m.first && f&^orgFlags == 0 && f&(gazetteer.Org|gazetteer.Team) != 0 {
			m.kind, m.sure = reader.EntityOrganization, unsure
		}
	}
	if m.kind != reader.EntityPlace && m.kind != reader.EntityNationality && x.surelyPlace(m) {
		m.kind, m.sure = reader.EntityPlace, unsure
	}
	if m.kind == reader.EntityOther && m.last-m.first == 1 && planets[x.word(m.first)] {
		m.kind = reader.EntityPlace
	}
	return m
}

// overruled reports whether the tables know better than the tagger whether m is
// an organisation: it is unsure, made a person of several words, or was
// misled by capitals.
func (x *text) overruled(m mention) bool {
	if n := m.last - m.first; n > 1 {
		return m.sure < unsure || m.kind == reader.EntityPerson
	}
	return m.sure < unsure || x.shapes[m.first] == capitals && m.sure < 0.98
}

// byLastWord gives a name of two words or more the kind that its last word tells.
func (x *text) byLastWord(m mention) mention {
	if m.last-m.first < 2 || m.sure > 0.95 || m.kind == reader.EntityOther && x.quoted(m) {
		return m
	}
	last := x.word(m.last - 1)
	switch {
	case placeLast[last]:
		m.kind = reader.EntityPlace
	case bodyLast[last] && !(last == "Church" && saints[x.word(m.first)]):
		m.kind = reader.EntityOrganization
	}
	if (m.kind == reader.EntityOrganization || m.kind == reader.EntityPlace) && thingWords[last] && !(x.word(m.first+1) == "of" && x.table.Find(x.hashes[m.first])&gazetteer.OrgWord != 0) {
		m.kind = reader.EntityOther
	}
	return m
}

// surelyPlace reports whether the tables have m as a place and as nothing
// else, and the tagger is not sure of another kind.
func (x *text) surelyPlace(m mention) bool {
	n, f := x.match(m.first, m.last, placeFlags|orgFlags|gazetteer.Demonym|gazetteer.Thing)
	if n < m.last-m.first || f&placeFlags == 0 || f&^placeFlags != 0 {
		return false
	}
	if n == 1 && x.table.Find(x.hashes[m.first])&(gazetteer.First|gazetteer.Last|gazetteer.Lower) != 0 {
		return false
	}
	if f&gazetteer.Country != 0 || n > 1 {
		return m.sure < 0.9
	}
	return m.sure < 0.6
}
