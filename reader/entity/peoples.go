package entity

import "offprint/reader"

// behindPeoples stand behind the names of peoples, and of hardly anything else.
var behindPeoples = wordSet(`people peoples community communities language tribe tribes tribal tribesmen minority minorities ethnic
	cuisine diaspora speakers speaking ancestry descent heritage`)

// peoples finds the peoples that no table has by the word behind them: the
// Ostrani people. Elsewhere in the article they are peoples, too.
func (x *text) peoples() {
	if x.language != english {
		return
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
