package entity

import (
	"strings"

	"offprint/reader"
	"offprint/reader/entity/gazetteer"
	"offprint/reader/token"
)

// What stands behind a name tells what it names: "the tiny Alta Viva party",
// "the Penitas dam".
var (
	bodiesBehind = wordSet("party militia newspaper movement daily tabloid broadcaster magazine coalition alliance brand app website conglomerate label")
	placesBehind = wordSet(`stadium airport dam river island islands province district volcano reservoir strait valley peninsula
		municipality neighbourhood neighborhood suburb village bridge square prison jail mine refinery canal creek lake glacier
		highway county prefecture shipyard`)
)

// papers are no person's, whatever the name: the Dunya newspaper.
var papers = wordSet("newspaper daily tabloid magazine broadcaster")

// before gives the names that stand before such words their kind, and marks
// those that the tagger passed over.
func (x *text) before() {
	if x.language != english {
		return
	}
	x.distances()
	for i := 1; i < len(x.Tokens); i++ {
		if x.shapes[i] != small || x.shapes[i-1] < capital || !x.near(i-1) {
			continue
		}
		if first := x.word(i - 1)[0]; 'a' <= first && first <= 'z' { // pro-Oslo district councillors
			continue
		}
		kind := reader.EntityPlace
		switch w := x.word(i); {
		case bodiesBehind[w]:
			kind = reader.EntityOrganization
		case w == "nuclear" && i+1 < len(x.Tokens) && x.word(i+1) == "plant":
		case !placesBehind[w]:
			continue
		}
		x.nameBefore(i, kind)
	}
}

// nameBefore gives the name that ends before token i a kind, unless more is
// known of it.
func (x *text) nameBefore(i int, kind reader.EntityKind) {
	if m, ok := x.mentionAt(i - 1); ok {
		if m.last == i && m.kind != kind && x.mayBeBefore(m, kind) {
			m.kind, m.sure = kind, max(m.sure, unsure)
			x.replace(m)
		}
		return
	}
	m := mention{first: x.employerFirst(i), last: i, kind: kind, sure: unsure}
	if m.first < i && !x.opens(m.first) && (x.mayEmploy(m) || kind == reader.EntityOrganization && i-m.first > 1 && x.unknownWords(m)) {
		x.put(m)
	}
}

// unknownWords reports whether the words of m are no common ones, titles, feasts or peoples.
func (x *text) unknownWords(m mention) bool {
	for i := m.first; i < m.last; i++ {
		if x.table.Find(x.hashes[i])&(gazetteer.Lower|gazetteer.Title|gazetteer.Date|gazetteer.Demonym) != 0 || occupations[strings.ToLower(x.word(i))] {
			return false
		}
	}
	return true
}

// distances marks the places that an article tells the distance from:
// "Petrinja, 50 km from Zagreb".
func (x *text) distances() {
	for i := 1; i+2 < len(x.Tokens); i++ {
		if x.word(i) != "," || x.shapes[i-1] != capital || x.Tokens[i+1].Kind != token.Number || !lengths[x.word(i+2)] {
			continue
		}
		if m, ok := x.mentionAt(i - 1); ok {
			if m.last == i && m.kind != reader.EntityPlace && x.mayBeBefore(m, reader.EntityPlace) {
				m.kind, m.sure = reader.EntityPlace, max(m.sure, unsure)
				x.replace(m)
			}
		} else if m = (mention{first: i - 1, last: i, kind: reader.EntityPlace, sure: unsure}); !x.opens(i-1) && x.unknownWords(m) {
			x.put(m)
		}
	}
}

var lengths = wordSet("km kms kilometres kilometers miles")

// mayBeBefore reports whether m may be of the kind: not what the tables have
// as something else, and no person who is not called by an article.
func (x *text) mayBeBefore(m mention, kind reader.EntityKind) bool {
	n, f := x.match(m.first, m.last, placeFlags|orgFlags|gazetteer.Demonym|gazetteer.Thing)
	if f != 0 && n == m.last-m.first || m.kind == reader.EntityNationality || m.kind == reader.EntityEvent || x.fullSurname(m) || x.quoted(m) {
		return false
	}
	if m.kind == reader.EntityPerson && m.first > 0 {
		if papers[x.word(m.last)] {
			return true
		}
		before := x.word(m.first - 1)
		return before == "the" || before == "The" || kind == reader.EntityPlace && towards[before]
	}
	return m.sure < lends
}
