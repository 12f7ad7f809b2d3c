package entity

import (
	"regexp"

	"offprint/reader"
	"offprint/reader/entity/gazetteer"
	"offprint/reader/token"
)

// Tables of sport have lines that are no sentences: standings, leader boards,
// seeds, scoreboards. Their forms tell clubs from people.

// leastRow is how many numbers a row of a table has behind the name.
const leastRow = 2

// standings marks the names in such lines.
func (x *text) standings() {
	for _, b := range x.plain.Blocks {
		first, end := x.At(b.Start), x.At(b.End)
		x.row(first, end)
		x.visit(first, end)
		for i := first; i < end; i++ {
			x.seed(i)
			x.batted(i, first)
			x.bowled(i)
		}
	}
}

// row marks the name in a row: "1. Liverpool 15 9 5 1", "267 Milo Tarn 65 67".
func (x *text) row(first, end int) {
	i := first
	for i < end && i-first < 2 && (x.Tokens[i].Kind == token.Number || x.word(i) == ".") {
		i++
	}
	last := i
	for last < end && last-i < longestClub && (x.shapes[last] >= capital || x.word(last) == "&") {
		last++
	}
	numbers := x.behindBrackets(last, end)
	if last == i || numbers+leastRow > end {
		return
	}
	for k := numbers; k < numbers+leastRow; k++ {
		if x.Tokens[k].Kind != token.Number {
			return
		}
	}
	if m, ok := x.mentionAt(i); ok && m.first == i && m.last > last { // took a number in
		x.clear(m.first, m.last)
	}
	x.inTable(mention{first: i, last: last})
}

// behindBrackets returns the token behind the country in parentheses at token
// i; i if there is none.
func (x *text) behindBrackets(i, end int) int {
	if i >= end || x.word(i) != "(" {
		return i
	}
	for k := i + 1; k < end && k-i <= longestClub; k++ {
		if x.word(k) == ")" {
			return k + 1
		}
	}
	return i
}

// inTable marks a name in a table: a person's if it has a given name, else a
// club's. Countries stay what they are.
func (x *text) inTable(m mention) {
	m.kind, m.sure = reader.EntityOrganization, 0.9
	n, f := x.match(m.first, m.last, placeFlags|gazetteer.Team)
	known := f != 0 && n == m.last-m.first
	switch {
	case known && f&gazetteer.Country != 0:
		m.kind = reader.EntityPlace
	case known || m.last-m.first == 1 || clubEnds[x.word(m.last-1)]:
	case x.table.Find(x.hashes[m.first])&gazetteer.First != 0:
		m.kind = reader.EntityPerson
	}
	x.replace(m)
}

// visit marks the clubs of a game to come: "Minnesota at Portland, 10 p.m."
func (x *text) visit(first, end int) {
	i := first
	for i < end && i-first < longestClub && x.shapes[i] >= capital {
		i++
	}
	if i == first || i+1 >= end || x.word(i) != "at" {
		return
	}
	last := i + 1
	for last < end && last-i <= longestClub && x.shapes[last] >= capital {
		last++
	}
	if last == i+1 || last+1 >= end || x.word(last) != "," || x.Tokens[last+1].Kind != token.Number {
		return
	}
	x.inTable(mention{first: first, last: i})
	x.inTable(mention{first: i + 1, last: last})
}

// seed marks the player behind a number: "4-Milo Tarn (Norway) beat".
func (x *text) seed(i int) {
	w := x.word(i)
	skip := 0
	for skip < len(w) && '0' <= w[skip] && w[skip] <= '9' {
		skip++
	}
	if skip == 0 || skip > 2 || skip+1 >= len(w) || w[skip] != '-' || !isCapital(w[skip+1]) || i+2 >= len(x.Tokens) {
		return
	}
	last := i + 1
	for last < len(x.Tokens) && last-i <= longestPerson && x.shapes[last] >= capital {
		last++
	}
	if last > i+1 && last < len(x.Tokens) && x.word(last) == "(" {
		x.replace(mention{first: i, last: last, skip: skip + 1, kind: reader.EntityPerson, sure: 0.9})
	}
}

// outs stand in scoreboards before the name of who caught or bowled, and
// behind that of who batted.
var outs = wordSet("c b lbw")

// batted marks the people on a scoreboard of cricket: "Milo Tarn c Lund b Rie 52".
func (x *text) batted(i, first int) {
	if !outs[x.word(i)] || i+1 >= len(x.Tokens) || x.shapes[i+1] < capital {
		return
	}
	at := i + 1
	last := at
	for last < len(x.Tokens) && last-at < longestPerson && x.shapes[last] >= capital {
		last++
	}
	if last < len(x.Tokens) && (outs[x.word(last)] || x.Tokens[last].Kind == token.Number) {
		x.replace(mention{first: at, last: last, kind: reader.EntityPerson, sure: 0.9})
		if i > first && x.shapes[first] >= capital && i-first <= longestPerson && x.employerFirst(i) <= first {
			x.replace(mention{first: first, last: i, kind: reader.EntityPerson, sure: 0.9})
		}
	}
}

// figures are what a bowler did: overs, maidens, runs, wickets.
var figures = regexp.MustCompile(`^\s\d+(?:\.\d)?-\d+-\d+-\d+\b`)

// bowled marks the bowler before his figures: "Tarn 19-8-51-1".
func (x *text) bowled(i int) {
	if x.shapes[i] != capital || i+1 < len(x.Tokens) && x.shapes[i+1] >= capital || !figures.MatchString(x.Text[x.Tokens[i].End:min(len(x.Text), x.Tokens[i].End+24)]) {
		return
	}
	m := mention{first: x.employerFirst(i + 1), last: i + 1, kind: reader.EntityPerson, sure: 0.9}
	if m.first <= i && !x.overlaps(m) {
		x.put(m)
	}
}
