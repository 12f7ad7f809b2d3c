package entity

import (
	"strings"

	"offprint/reader"
	"offprint/reader/entity/gazetteer"
	"offprint/reader/token"
)

// Clubs that the tagger passed over in a report of sport.

// clubEnds are words with which the names of clubs end, and by which alone
// they are called: City, United.
var clubEnds = wordSet("City United County Rovers Town Albion Wanderers Athletic Rangers Villa Palace Forest Hotspur Wednesday")

// unmarkedClubs marks the clubs that no mention has: those of the tables that
// play or are played, "City" where a Manchester City is named, and what stands
// before players and coaches ("Mudhens coach Anna Marsh").
func (x *text) unmarkedClubs() {
	ends := x.clubEndings()
	for i := 0; i < len(x.Tokens); i++ {
		if x.shapes[i] < capital || x.Tokens[i].Kind != token.Word || i > 0 && x.shapes[i-1] >= capital && x.near(i-1) {
			continue
		}
		if m, ok := x.mentionAt(i); ok {
			i = m.last - 1
			continue
		}
		n, f := x.match(i, len(x.Tokens), gazetteer.Team)
		m := mention{first: i, last: i + max(n, 1), kind: reader.EntityOrganization, sure: 0.97}
		if m.last < len(x.Tokens) && x.shapes[m.last] >= capital && x.near(m.last-1) {
			continue
		}
		switch {
		case f != 0 && (n > 1 || x.playing(m) || x.staffed(m)):
		case ends[x.hashes[i]] && !x.located(m) && (!x.opens(i) || x.playing(m) || x.staffed(m)):
		case x.nickname(i), x.table.Find(x.hashes[i])&(gazetteer.City|gazetteer.Region) != 0 && x.playing(m):
		case x.staffed(m) && x.table.Find(x.hashes[i])&(gazetteer.Lower|gazetteer.Title|gazetteer.Country|gazetteer.Demonym|gazetteer.Date) == 0:
		default:
			continue
		}
		x.put(m)
	}
}

// longestClub is how many words the name of a club in a table of results may have.
const longestClub = 4

// resultLines marks the clubs in lines that are nothing but a result: "Bulls
// 106, Wizards 133". Elsewhere they are the same, if they have a capital that
// is not from its place.
func (x *text) resultLines() {
	found := map[string]bool{}
	for _, b := range x.plain.Blocks {
		i, end := x.At(b.Start), x.At(b.End)
		first := x.beforeScore(i, end)
		if first == 0 {
			continue
		}
		j := first + 1
		if j < end && (x.word(j) == "," || x.word(j) == ";") {
			j++
		}
		second := x.beforeScore(j, end)
		if second == 0 || second+1 != end {
			continue
		}
		for _, m := range []mention{{first: i, last: first}, {first: j, last: second}} {
			if m.kind, m.sure = reader.EntityOrganization, 0.97; !x.country(m.first, m.last) {
				x.replace(m)
				found[x.key(m)] = true
			}
		}
	}
	for i := range x.Tokens {
		m := mention{first: i, last: i + 1, kind: reader.EntityOrganization, sure: 0.97}
		if x.shapes[i] < capital || !found[x.key(m)] || x.opens(i) || x.shapes[i-1] >= capital && x.near(i-1) || i+1 < len(x.Tokens) && x.shapes[i+1] >= capital && x.near(i) {
			continue
		}
		if _, ok := x.mentionAt(i); !ok {
			x.put(m)
		}
	}
}

// beforeScore returns the token of the number behind the capital words that
// begin with token i; 0 if there is none.
func (x *text) beforeScore(i, end int) int {
	k := i
	for k < end && k-i < longestClub && (x.shapes[k] >= capital || x.word(k) == "&" || k == i && x.Tokens[k].Kind != token.Number) {
		k++
	}
	if k == i || k >= end || x.Tokens[k].Kind != token.Number || len(x.word(k)) > 3 {
		return 0
	}
	return k
}

// shortClubs makes clubs of the last words of their names: Ahly behind Al Ahly.
func (x *text) shortClubs() {
	lasts := map[uint64]bool{}
	for _, m := range x.mentions {
		if m.kind == reader.EntityOrganization && m.last-m.first == 2 && m.sure > lends && (articles[x.word(m.first)] || x.shapes[m.first] == capitals) {
			lasts[x.hashes[m.last-1]] = true
		}
	}
	for i := range x.mentions {
		if m := &x.mentions[i]; m.last-m.first == 1 && m.kind != reader.EntityOrganization && lasts[x.hashes[m.first]] && !x.fullSurname(*m) && !x.located(*m) && x.mayAgree(*m, reader.EntityOrganization) {
			m.kind, m.sure = reader.EntityOrganization, 0.9
		}
	}
}

// articles begin the names of clubs.
var articles = wordSet("Al El Real Sporting Dynamo Dinamo Racing Club")

// nickname reports whether token i is what the players of a club are called:
// the Canadiens.
func (x *text) nickname(i int) bool {
	const others = gazetteer.Lower | gazetteer.Title | gazetteer.Date | gazetteer.Demonym | gazetteer.Thing | gazetteer.OrgWord | placeFlags
	return i > 0 && (x.word(i-1) == "the" || x.word(i-1) == "The") && x.shapes[i] == capital && strings.HasSuffix(x.word(i), "s") && x.table.Find(x.hashes[i])&others == 0
}

// pluralClubs makes clubs of lone names that were taken for people's and do
// what one person does not: "Marine host", "Chorley beat" and a club.
func (x *text) pluralClubs() {
	borne := x.bearers()
	for i := range x.mentions {
		m := &x.mentions[i]
		if m.kind != reader.EntityPerson || m.last-m.first > 1 || x.fullSurname(*m) || m.last+1 >= len(x.Tokens) || borne[x.hashes[m.first]] || m.first > 0 && x.isTitle(m.first-1) {
			continue
		}
		next, ok := x.mentionAt(m.last + 1)
		if w := x.word(m.last); many[w] && !(m.first > 0 && (x.word(m.first-1) == "and" || occupations[x.word(m.first-1)])) || (w == "beat" || w == "drew") && ok && next.kind == reader.EntityOrganization {
			m.kind, m.sure = reader.EntityOrganization, 0.9
		}
	}
}

// many are verbs in the plural.
var many = wordSet("have are were host face play lie sit meet visit travel")

// bearers returns the words with which the full names of people in the article
// begin and end.
func (x *text) bearers() map[uint64]bool {
	words := map[uint64]bool{}
	for _, o := range x.mentions {
		if o.kind == reader.EntityPerson && o.last-o.first > 1 {
			words[x.hashes[o.first]], words[x.hashes[o.last-1]] = true, true
		}
	}
	return words
}

// clubEndings returns the hashes of the words in clubEnds with which the names
// of organisations in the article end.
func (x *text) clubEndings() map[uint64]bool {
	ends := map[uint64]bool{}
	for _, m := range x.mentions {
		if w := x.word(m.last - 1); m.kind == reader.EntityOrganization && m.last-m.first > 1 && clubEnds[w] {
			ends[x.hashes[m.last-1]] = true
		}
	}
	return ends
}

// staffed reports whether a player or coach stands behind m.
func (x *text) staffed(m mention) bool {
	return m.last < len(x.Tokens) && x.near(m.last-1) && clubPeople[x.word(m.last)]
}

// colleges stand behind places in the names of colleges that play.
var colleges = wordSet("State Tech")

// college takes such a word into m: San Jose State beat Boise State.
func (x *text) college(m *mention) {
	if m.kind == reader.EntityPlace && m.last < len(x.Tokens) && x.near(m.last-1) && colleges[x.word(m.last)] &&
		!(m.last+1 < len(x.Tokens) && x.shapes[m.last+1] >= capital && x.near(m.last)) {
		m.last++
		m.kind, m.sure = reader.EntityOrganization, 0.97
	}
}
