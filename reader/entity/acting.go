package entity

import (
	"offprint/reader"
	"offprint/reader/entity/gazetteer"
)

// acts are what only somebody does.
var acts = wordSet(`said says told announced declined agreed reported posted urged warned accused denied sacked fired hired signed sold
	bought launched rejected welcomed condemned confirmed published appointed criticised criticized`)

// actingAcronyms marks what is written in capitals and acts, where the tagger
// passed it over: "RTKV fired". A line in capitals is a heading.
func (x *text) actingAcronyms() {
	if x.language != english {
		return
	}
	const others = gazetteer.Lower | gazetteer.Title | gazetteer.Date | gazetteer.Thing | placeFlags | gazetteer.Demonym
	for i := 0; i+1 < len(x.Tokens); i++ {
		if x.shapes[i] != capitals || len(x.word(i)) < 3 || !acts[x.word(i+1)] || !x.near(i) || x.table.Find(x.hashes[i])&others != 0 {
			continue
		}
		if i > 0 && x.near(i-1) && x.shapes[i-1] >= capital {
			continue
		}
		if _, ok := x.mentionAt(i); !ok {
			x.put(mention{first: i, last: i + 1, kind: reader.EntityOrganization, sure: unsure})
		}
	}
}

// What shares do in a report of a market, and what does it that is no company.
var (
	moves    = wordSet("rose fell slipped gained surged jumped climbed slid dropped tumbled soared plunged advanced eased slumped rallied shed")
	noShares = wordSet("Bovespa Nikkei Kospi KOSPI Sensex Nifty DAX CAC IBEX FTSE Topix TOPIX SMI MIB Dow Nasdaq Bitcoin Sterling Treasuries Bunds Yields Ethereum Gilts Inflation Turnout Temperatures Silence Darkness")
)

// markets is how many moves make a report of a market.
const markets = 2

// shares makes companies of what moves in a report of a market and is no
// place of the tables: "Kelvana slipped".
func (x *text) shares() {
	if x.language != english {
		return
	}
	var at []int
	for i := 1; i < len(x.Tokens); i++ {
		if x.shapes[i] == small && moves[x.word(i)] {
			at = append(at, i)
		}
	}
	if len(at) < markets || 1000*len(at) < 8*len(x.Tokens) {
		return
	}
	for _, i := range at {
		if x.shapes[i-1] < capital || !x.near(i-1) {
			continue
		}
		if m, ok := x.mentionAt(i - 1); ok {
			if m.last == i && m.kind != reader.EntityOrganization && m.sure < lends && x.mayBeCalled(m) {
				m.kind, m.sure = reader.EntityOrganization, lends
				x.replace(m)
			}
			continue
		}
		m := mention{first: x.employerFirst(i), last: i, kind: reader.EntityOrganization, sure: unsure}
		if start := x.Tokens[m.first].Start; m.first < i && !(start > 0 && x.Text[start-1] == '.') && x.mayEmploy(m) && !noShares[x.word(m.first)] {
			x.put(m)
		}
	}
}

// endings marks what ends as only organisations do, where nothing is marked:
// Equity Bank.
func (x *text) endings() {
	if x.language != english {
		return
	}
	for i := 1; i < len(x.Tokens); i++ {
		if x.shapes[i] != capital || !certain[x.word(i)] || i+1 < len(x.Tokens) && (x.shapes[i+1] >= capital || x.word(i+1) == "of") && x.near(i) {
			continue
		}
		m := mention{first: x.employerFirst(i + 1), last: i + 1, kind: reader.EntityOrganization, sure: unsure}
		if n := m.last - m.first; n > 1 && n < 4 && !x.opens(m.first) && x.unknownWords(mention{first: m.first, last: i}) && !x.overlaps(m) {
			x.put(m)
		}
	}
}

// certain are words that end the names of organisations, and of nothing else.
var certain = wordSet("Bank Securities Airlines Airways University Holdings Pharmaceuticals Bancorp Bancshares Therapeutics Technologies Petroleum")

// subsidiaries marks what begins with a company of the tables and goes on with
// a capital word, where nothing is marked: Hitachi Metals.
func (x *text) subsidiaries() {
	if x.language != english {
		return
	}
	for i := 0; i+1 < len(x.Tokens); i++ {
		if x.shapes[i] < capital || i > 0 && x.shapes[i-1] >= capital && x.near(i-1) {
			continue
		}
		if m, ok := x.mentionAt(i); ok {
			i = m.last - 1
			continue
		}
		n, f := x.match(i, len(x.Tokens), orgFlags)
		last := x.capitalEnd(i)
		m := mention{first: i, last: last, kind: reader.EntityOrganization, sure: unsure}
		if f&(gazetteer.Company|gazetteer.Org) == 0 || n >= last-i || x.table.Find(x.hashes[i])&(gazetteer.Lower|gazetteer.First|gazetteer.Last|placeFlags|gazetteer.Demonym) != 0 || x.overlaps(m) || !x.unknownWords(m) {
			continue
		}
		x.put(m)
	}
}
