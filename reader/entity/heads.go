package entity

import (
	"offprint/reader"
	"offprint/reader/entity/gazetteer"
)

// What one word of an organisation's full name tells of it standing alone:
// "the Orchestra" behind the Toronto Symphony Orchestra, "Caledon has offered"
// behind Caledon Lines.

// does stand behind what acts: organisations and people, seldom places.
var does = wordSet(`said says has had have will would is was wants wanted plans planned did does may offered offers announced declined told
	agreed expects expected reported sells sold bought owns denied runs makes made hopes must`)

// heads makes organisations of lone names that are the first or, behind
// "the", the last word of an organisation's full name.
func (x *text) heads() {
	if x.language != english {
		return
	}
	firsts, lasts := map[uint64]bool{}, map[uint64]bool{}
	for _, m := range x.mentions {
		if m.kind == reader.EntityOrganization && m.last-m.first > 1 && m.sure > leastOrganization {
			firsts[x.hashes[m.first]], lasts[x.hashes[m.last-1]] = true, true
		}
	}
	borne := x.bearers()
	acts := map[uint64]bool{} // places that act as only an organisation does
	for _, m := range x.mentions {
		if (x.lonePlace(m) || x.lonePerson(m) && !borne[x.hashes[m.first]]) && firsts[x.hashes[m.first]] && m.last < len(x.Tokens) && does[x.word(m.last)] && !x.located(m) {
			acts[x.hashes[m.first]] = true
		}
	}
	for i := range x.mentions {
		m := &x.mentions[i]
		if m.last-m.first != 1 || m.kind == reader.EntityOrganization || m.kind == reader.EntityNationality || m.first == 0 {
			continue
		}
		before := x.word(m.first - 1)
		if lasts[x.hashes[m.first]] && (before == "the" || before == "The") && m.sure < 0.98 || acts[x.hashes[m.first]] && !x.located(*m) {
			m.kind, m.sure = reader.EntityOrganization, max(m.sure, leastOrganization)
		}
	}
}

// lonePerson reports whether m is taken for a person by one word, and the
// tables know nobody who is called so.
func (x *text) lonePerson(m mention) bool {
	return m.kind == reader.EntityPerson && m.last-m.first == 1 && x.table.Find(x.hashes[m.first])&(gazetteer.First|gazetteer.Last) == 0 && !x.fullSurname(m)
}

// lonePlace reports whether m is taken for a place by one word that the tables
// have as no city, country or region.
func (x *text) lonePlace(m mention) bool {
	return m.kind == reader.EntityPlace && m.last-m.first == 1 && x.table.Find(x.hashes[m.first])&placeFlags == 0
}
