package entity

import (
	"offprint/reader"
	"offprint/reader/entity/gazetteer"
)

// What stands before the names of people and of places: "striker Milo Tarn",
// "the village of Ostrix".
var (
	occupations = wordSet(`spokesman spokeswoman spokesperson analyst economist lawyer attorney striker midfielder defender goalkeeper winger
		forward captain coach manager actor actress singer rapper author writer novelist poet journalist reporter editor director professor
		activist politician lawmaker senator minister president premier chairman chairwoman commander candidate driver rider pitcher
		quarterback wife husband son daughter brother sister father mother founder co-founder farmer teacher student researcher scientist
		doctor epidemiologist virologist historian photographer filmmaker producer comedian businessman businesswoman billionaire tycoon
		entrepreneur strategist trader banker judge prosecutor policeman officer soldier cleric bishop rabbi imam artist painter composer
		conductor guitarist drummer footballer cricketer batsman bowler golfer boxer sprinter swimmer skier cyclist teammate compatriot
		secretary-general CEO seed wildcard skipper debutant substitute prop hooker flanker fly-half scrum-half opener spinner
		paceman seamer all-rounder wicketkeeper jockey goalie kicker receiver linebacker defenceman defenseman boss chief rival successor predecessor counterpart colleague aide adviser resident pensioner hairdresser engineer`)
	settlements = wordSet(`city town village province district island region municipality suburb neighbourhood neighborhood port commune
		county prefecture state governorate hamlet township peninsula enclave outpost port resort capital valley archipelago`)
)

var vessels = wordSet("vessel ship tanker ferry yacht frigate destroyer submarine trawler warship freighter schooner")

var storms = wordSet("storm hurricane typhoon cyclone")

// longestPerson is how many words a name behind an occupation may have.
const longestPerson = 3

// callers gives the names behind such words their kind.
func (x *text) callers() {
	if x.language != english {
		return
	}
	x.unmarkedPeople()
	x.particled()
	for i := range x.mentions {
		m := &x.mentions[i]
		if m.first < 2 || m.sure > 0.97 || m.kind == reader.EntityNationality || m.kind == reader.EntityEvent || !x.near(m.first-1) {
			continue
		}
		before := x.word(m.first - 1)
		switch {
		case vessels[before] && m.kind != reader.EntityNationality && m.kind != reader.EntityOrganization && m.last-m.first < 3 && !x.fullSurname(*m) && !x.country(m.first, m.first+1):
			m.kind, m.sure = reader.EntityOther, 0.97
		case storms[before] && m.last-m.first == 1 && x.shapes[m.first] == capital:
			m.kind, m.sure = reader.EntityEvent, 0.97
		case (settlements[before] || before == "volcano") && m.last-m.first == 1 && x.shapes[m.first] == capital && !x.fullSurname(*m) && x.mayBeTown(*m) && m.kind != reader.EntityOrganization && !x.isTitle(m.first):
			m.kind, m.sure = reader.EntityPlace, max(m.sure, unsure)
		case occupations[before] && x.mayBePerson(*m):
			m.kind, m.sure = reader.EntityPerson, max(m.sure, unsure)
		case x.toldTown(*m) && x.mayBeTown(*m):
			m.kind, m.sure = reader.EntityPlace, max(m.sure, unsure)
		}
	}
}

// unmarkedPeople marks the names behind an occupation that were passed over.
func (x *text) unmarkedPeople() {
	for i := 0; i+1 < len(x.Tokens); i++ {
		if !occupations[x.word(i)] || x.shapes[i+1] != capital || !x.near(i) {
			continue
		}
		if _, ok := x.mentionAt(i + 1); ok {
			continue
		}
		m := mention{first: i + 1, last: x.capitalEnd(i + 1), kind: reader.EntityOther, sure: unsure}
		if f := x.table.Find(x.hashes[m.first]); f&(gazetteer.Title|gazetteer.Date|gazetteer.Lower) == 0 && x.mayBePerson(m) && !(m.last < len(x.Tokens) && x.possessive(m.last)) {
			m.kind = reader.EntityPerson
			x.put(m)
		}
	}
}

// particled marks the people with a particle in their name that were passed
// over: Milo du Tarn.
func (x *text) particled() {
	const others = gazetteer.Lower | gazetteer.Title | gazetteer.OrgWord | placeFlags | orgFlags
	for i := 0; i+2 < len(x.Tokens); i++ {
		if x.shapes[i] != capital || x.shapes[i+1] != small {
			continue
		}
		last := i + 1
		for last-i < longestPerson && last+1 < len(x.Tokens) && personParticles[x.word(last)] {
			last++
		}
		if last == i+1 || x.shapes[last] != capital || x.table.Find(x.hashes[i])&others != 0 {
			continue
		}
		m := mention{first: i, last: last + 1, kind: reader.EntityPerson, sure: unsure}
		if f := x.table.Find(x.hashes[last]); f&gazetteer.Last == 0 || f&others != 0 || x.overlaps(m) || m.last < len(x.Tokens) && x.shapes[m.last] >= capital {
			continue
		}
		x.put(m)
	}
}

// overlaps reports whether anything of m is marked.
func (x *text) overlaps(m mention) bool {
	for i := m.first; i < m.last; i++ {
		if _, ok := x.mentionAt(i); ok {
			return true
		}
	}
	return false
}

// mayBePerson reports whether m may name who does the work that is named before it.
func (x *text) mayBePerson(m mention) bool {
	if m.kind == reader.EntityPerson || m.last-m.first > longestPerson || x.shapes[m.first] != capital || x.quoted(m) {
		return false
	}
	n, f := x.match(m.first, m.last, placeFlags|orgFlags|gazetteer.Thing|gazetteer.Demonym)
	if f != 0 && n == m.last-m.first || x.table.Find(x.hashes[m.last-1])&gazetteer.OrgWord != 0 {
		return false
	}
	for i := m.first; i < m.last; i++ {
		if x.shapes[i] < capital && !personParticles[x.word(i)] {
			return false
		}
	}
	return x.table.Find(x.hashes[m.first])&gazetteer.Lower == 0 || m.last-m.first > 1
}

// toldTown reports whether the words around m tell of a place: the port of
// Ellmar, the mayor of Ellmar, Ellmar's mayor.
func (x *text) toldTown(m mention) bool {
	if x.word(m.first-1) == "of" && (settlements[x.word(m.first-2)] || x.word(m.first-2) == "mayor") {
		return true
	}
	return m.last+1 < len(x.Tokens) && x.possessive(m.last) && x.word(m.last+1) == "mayor" || x.opensWithPlace(m)
}

// opensWithPlace reports whether m tells where something is, at the beginning
// of a sentence, and is not known: "In Ellmar, the gauge ...".
func (x *text) opensWithPlace(m mention) bool {
	if m.last-m.first > 1 || x.word(m.first-1) != "In" || m.last >= len(x.Tokens) || x.word(m.last) != "," {
		return false
	}
	_, f := x.match(m.first, m.last, placeFlags|orgFlags|gazetteer.Thing|gazetteer.Demonym|gazetteer.First)
	return f == 0
}

// mayBeTown reports whether m may name the place that is told of before it.
func (x *text) mayBeTown(m mention) bool {
	if m.kind == reader.EntityPlace || m.last-m.first > longestPerson || x.quoted(m) {
		return false
	}
	return x.table.Find(x.hashes[m.last-1])&gazetteer.OrgWord == 0
}
