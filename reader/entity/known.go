package entity

import (
	"offprint/reader"
	"offprint/reader/entity/gazetteer"
)

// What the tables know of a name that the tagger took for an organisation's
// and was not sure of.

// known gives such a name the kind that it has in the tables: "Biden's pick",
// "Rabat's claim".
func (x *text) known(m mention) mention {
	if x.language == english && x.unnamedPerson(m) {
		m.kind, m.sure = reader.EntityPerson, unsure
		return m
	}
	if x.language == english && x.countryFirst(m) {
		m.kind = reader.EntityOrganization
		return m
	}
	if x.language != english || m.kind != reader.EntityOrganization || m.sure >= unsure || x.shapes[m.first] != capital {
		return m
	}
	n, f := x.match(m.first, m.last, placeFlags|orgFlags|gazetteer.Thing|gazetteer.Demonym)
	if n == m.last-m.first && f != 0 {
		if f&^placeFlags == 0 && f&gazetteer.City != 0 {
			m.kind = reader.EntityPlace
		}
		return m
	}
	const others = gazetteer.OrgWord | gazetteer.Lower | gazetteer.Title | gazetteer.Date | gazetteer.Town
	if l := x.table.Find(x.hashes[m.first]); m.last-m.first > 1 || l&gazetteer.Last == 0 || l&others != 0 || m.last+1 >= len(x.Tokens) {
		return m
	}
	if x.possessive(m.last) && x.shapes[m.last+1] == small && personal[x.word(m.last+1)] {
		m.kind, m.sure = reader.EntityPerson, max(m.sure, leastOrganization)
	}
	return m
}

// countryFirst reports whether m was taken for a person's name, but begins
// with a country and goes on with words that no person is called: China Molybdenum.
func (x *text) countryFirst(m mention) bool {
	if m.kind != reader.EntityPerson || m.last-m.first < 2 || !x.country(m.first, m.first+1) {
		return false
	}
	for i := m.first + 1; i < m.last; i++ {
		if x.table.Find(x.hashes[i])&(gazetteer.First|gazetteer.Last|gazetteer.Title) != 0 || x.shapes[i] != capital || x.isTitle(i) {
			return false
		}
	}
	return true
}

// unnamedPerson reports whether m is a given name and what may be a surname,
// and was taken for a work or the like: Anna van der Marsh.
func (x *text) unnamedPerson(m mention) bool {
	n := m.last - m.first
	if m.kind != reader.EntityOther || m.sure > 0.9 || n < 2 || n > 4 || x.quoted(m) || x.shapes[m.last-1] != capital {
		return false
	}
	const others = gazetteer.Lower | gazetteer.Title | gazetteer.Date | gazetteer.OrgWord | gazetteer.Thing | placeFlags | orgFlags | gazetteer.Demonym
	f := x.table.Find(x.hashes[m.first])
	if f&gazetteer.First == 0 || f&others != 0 {
		return false
	}
	for i := m.first + 1; i < m.last; i++ {
		if f := x.table.Find(x.hashes[i]); !personParticles[x.word(i)] && (x.shapes[i] != capital || f&others != 0 || i == m.last-1 && f&gazetteer.Last == 0) {
			return false
		}
	}
	return true
}

// personal are what people have rather than organisations.
var personal = wordSet(`pick call wife husband son daughter father mother brother sister family lawyer lawyers attorney campaign victory
	inauguration nominee supporters allies ally aides presidency election tweet tweets tweeted remarks predecessor successor opponent
	cabinet mother's rival rivals visit death arrest trial goal goals penalty hat-trick side team squad transition loss win refusal
	claims resignation departure cancer life career book film autobiography house home`)
