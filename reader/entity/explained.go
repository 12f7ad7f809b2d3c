package entity

import (
	"strings"

	"offprint/reader"
	"offprint/reader/token"
)

// How an English article says that a name is an organisation's: "Nordal
// Hydro, the company that is building the barrage". What follows tells it
// from "Casper Thyle, the company's chief executive".
var (
	enterprises = wordSet("company firm group agency bank manufacturer operator charity union newspaper airline utility retailer " +
		"supplier publisher broadcaster insurer lender consultancy conglomerate consortium startup nonprofit organisation organization association")
	explainers = wordSet("the a an its his her their")
	goesOn     = wordSet("that which whose behind based owned building running operating responsible , . ; —")
)

// firms are what only organisations are.
var firms = wordSet(`firm regulator watchdog lessor miner brewer broadcaster lender insurer carrier drugmaker automaker carmaker chipmaker
	planemaker steelmaker portal outlet weekly tabloid consultancy brokerage utility shipbuilder militia refiner developer contractor
	unit arm division affiliate subsidiary federation association institute thinktank`)

// parented are such words that a parent may follow: a unit of Leidas.
var parented = wordSet("unit subsidiary arm division affiliate")

// mostExplaining is how many words may stand before "company": "the Danish state-owned energy company".
const mostExplaining = 4

// explained makes organisations of names that are explained as such.
func (x *text) explained() {
	if x.language != english {
		return
	}
	x.unmarkedExplained()
	found := map[string]bool{}
	for n := range x.mentions {
		m := &x.mentions[n]
		if m.kind == reader.EntityOrganization || m.kind == reader.EntityNationality || m.last+2 >= len(x.Tokens) {
			continue
		}
		w, next := x.word(m.last), x.word(m.last+1)
		if w == "," && explainers[next] && x.enterprise(m.last+2, false) {
			m.kind, m.sure = reader.EntityOrganization, 0.97
		}
		if w == "is" && (next == "a" || next == "an") && x.enterprise(m.last+2, false) && x.mayBeCalled(*m) {
			found[x.key(*m)] = true
		}
	}
	x.sameKind(found)
}

// acts reports whether what follows at token i tells that an organisation
// stands before it: an explanation, ", which", a verb and "its".
func (x *text) acts(i int) bool {
	if x.word(i) == "," {
		return x.word(i+1) == "which" && x.Tokens[i-1].Kind == token.Word && !strings.ContainsAny(x.word(i-1), "0123456789") || explainers[x.word(i+1)] && x.enterprise(i+2, true)
	}
	return x.shapes[i] == small && (x.past(i) || x.word(i+1) == "its" && (acts[x.word(i)] || owns[x.word(i)])) && x.word(i+1) == "its"
}

var owns = wordSet("lost cut cuts raised raises opened opens closed closes shut shuts kept keeps made makes has had won sells got")

// unmarkedExplained marks such names that the tagger passed over: "Ambro, a
// security firm, tracked it", "Klubraz lost its licence".
func (x *text) unmarkedExplained() {
	for i := 1; i+2 < len(x.Tokens); i++ {
		if x.shapes[i-1] < capital || !x.near(i-1) && x.word(i) != "," || !x.acts(i) {
			continue
		}
		if _, ok := x.mentionAt(i - 1); ok {
			continue
		}
		if m := (mention{first: x.employerFirst(i), last: i, kind: reader.EntityOrganization, sure: unsure}); m.first < i && x.mayEmploy(m) {
			x.put(m)
		}
	}
}

// enterprise reports whether "company" or the like comes soon, and ends the
// explanation's noun; for names that nobody marked more words count.
func (x *text) enterprise(i int, unmarked bool) bool {
	for end := min(i+mostExplaining+1, len(x.Tokens)-1); i < end; i++ {
		switch {
		case enterprises[x.word(i)], unmarked && firms[x.word(i)]:
			return goesOn[x.word(i+1)] || x.word(i+1) == "of" && parented[x.word(i)]
		case x.shapes[i] == other:
			return false
		}
	}
	return false
}
