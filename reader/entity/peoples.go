package entity

import (
	"slices"

	"offprint/reader"
	"offprint/reader/entity/gazetteer"
)

// behindPeoples stand behind the names of peoples, and of hardly anything else.
var behindPeoples = wordSet(`people peoples community communities language tribe tribes tribal tribesmen minority minorities ethnic
	cuisine diaspora speakers speaking ancestry descent heritage`)

// beforePeoples make one name with the people behind them: Latin American, African Americans.
var beforePeoples = wordSet("Latin Central South North East West African Native Asian Afro Arab Anglo Indo Northern Southern")

// widenPeoples takes such words into the names of peoples.
func (x *text) widenPeoples() {
	for i := range x.mentions {
		m := &x.mentions[i]
		if m.kind != reader.EntityNationality || m.last-m.first > 1 || m.first == 0 || x.shapes[m.first] < capital {
			continue
		}
		before := m.first - 1
		if !beforePeoples[x.word(before)] || !x.near(before) || x.table.Find(x.hashes[m.first])&gazetteer.Demonym == 0 {
			continue
		}
		if i > 0 && x.mentions[i-1].last > before {
			if x.mentions[i-1].first != before {
				continue
			}
			x.mentions[i-1].last = x.mentions[i-1].first // becomes part of this one
		}
		m.first = before
	}
	x.mentions = slices.DeleteFunc(x.mentions, func(m mention) bool { return m.first == m.last })
}

// movements are called by what their members are.
var movements = wordSet("Houthi Houthis")

// peoples finds the peoples that no table has by the word behind them: the
// Ostrani people. Elsewhere in the article they are peoples, too.
func (x *text) peoples() {
	if x.language != english {
		return
	}
	x.widenPeoples()
	for i := range x.mentions {
		if m := &x.mentions[i]; m.last-m.first == 1 && movements[x.word(m.first)] {
			m.kind, m.sure = reader.EntityNationality, 0.97
		}
	}
	found := map[string]bool{}
	for _, m := range x.mentions {
		if m.last-m.first > 2 || m.last >= len(x.Tokens) || !behindPeoples[x.word(m.last)] || !x.near(m.last-1) {
			continue
		}
		if n, f := x.match(m.first, m.last, placeFlags|orgFlags); n == m.last-m.first && f != 0 {
			continue // the Oslo community
		}
		switch m.kind {
		case reader.EntityPerson, reader.EntityPlace, reader.EntityOrganization, reader.EntityOther:
			found[x.key(m)] = true
		}
	}
	if len(found) == 0 {
		return
	}
	for i := range x.mentions {
		if m := &x.mentions[i]; found[x.key(*m)] {
			m.kind, m.sure = reader.EntityNationality, max(m.sure, 0.7)
		}
	}
}
