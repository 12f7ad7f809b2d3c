package entity

import (
	"strings"

	"offprint/reader"
	"offprint/reader/entity/gazetteer"
	"offprint/reader/token"
)

// What an article calls a name before it stands: "battery company Ganfeng",
// "the daily Liberté". Other places of the name are the same then.

// callers stand before the names of organisations.
var callers = wordSet(`company firm bank outlet portal maker manufacturer newspaper daily weekly tabloid broadcaster startup start-up
	carrier airline lender retailer insurer reinsurer drugmaker automaker carmaker chipmaker planemaker steelmaker miner brewer operator
	conglomerate regulator watchdog charity nonprofit NGO consultancy brokerage supermarket subsidiary bookmaker supplier publisher
	utility shipbuilder militia thinktank group agency party channel station network magazine union giant chain movement organization
	organisation association federation cooperative faction academy studio label foundry bakery brewery hotelier
	fund unit arm division affiliate institute refiner driller developer contractor exporter website platform major parent club side`)

// called makes organisations of the names behind such words, marks them if
// they are not, and lends the kind to all places where they are written alike.
func (x *text) called() {
	if x.language != english {
		return
	}
	found := map[string]bool{}
	for i := 0; i+1 < len(x.Tokens); i++ {
		if x.shapes[i+1] < capital || !x.near(i) || !x.calls(i) {
			continue
		}
		m, ok := x.mentionAt(i + 1)
		switch {
		case !ok:
			m = mention{first: i + 1, last: x.capitalEnd(i + 1), kind: reader.EntityOrganization, sure: 0.6}
			if m.last <= m.first || m.last < len(x.Tokens) && x.possessive(m.last) || x.table.Find(x.hashes[i+1])&(gazetteer.Title|gazetteer.Date|gazetteer.Thing) != 0 {
				continue
			}
			x.put(m)
			found[x.key(m)] = true
		case m.first == i+1 && (x.mayBeCalled(m) || x.word(i) == "at" && m.kind == reader.EntityPerson && !x.fullSurname(m)):
			found[x.key(m)] = true
		}
	}
	x.sameKind(found)
}

// calls reports whether an organisation's name may be expected behind token i:
// behind "the carrier", "Oslo-listed", "shares in", "an analyst at".
func (x *text) calls(i int) bool {
	w := x.word(i)
	switch {
	case callers[w]:
		return true
	case buys[w]:
		return true
	case w == "listed", w == "headquartered", w == "based":
		return i > 0 && x.word(i-1) == "-"
	case strings.HasSuffix(w, "-listed"), strings.HasSuffix(w, "-headquartered"), strings.HasSuffix(w, "-based"):
		return true
	case i == 0:
		return false
	case w == "as":
		return i > 1 && x.word(i-1) == "such" && callers[strings.TrimSuffix(strings.ToLower(x.word(i-2)), "s")] && strings.HasSuffix(x.word(i-2), "s")
	case w == "at":
		return staff[strings.ToLower(x.word(i-1))]
	case w == "in":
		return holdings[strings.ToLower(x.word(i-1))]
	case w == "of":
		m, ok := x.mentionAt(i + 1)
		return ofBodies[strings.ToLower(x.word(i-1))] || headsOf[strings.ToLower(x.word(i-1))] && ok && m.kind == reader.EntityPerson
	}
	return false
}

// Such words before "at", "in" and "of" tell that an organisation follows.
var (
	staff    = wordSet("analyst analysts economist economists strategist strategists trader traders dealer broker manager partner lecturer researcher fellow")
	holdings = wordSet("shares stake stakes shareholder shareholders shareholding")
	ofBodies = wordSet("ceo cfo coo cto subsidiary shareholder shareholders takeover acquisition spokesman spokeswoman co-founder employee employees affiliate")
)

// buys stand before what is bought, which is a company if it has a name.
var buys = wordSet("buy buys bought buying acquire acquires acquired acquiring")

// headsOf may stand before places, too.
var headsOf = wordSet("head leader boss chief president director chairman")

// mostCalled is how many words a name may have that no table or tagger knows.
const mostCalled = 4

// capitalEnd returns where the capital words end that begin with token i.
func (x *text) capitalEnd(i int) int {
	last := i + 1
	for last < len(x.Tokens) && last-i < mostCalled && x.near(last-1) && (x.shapes[last] >= capital || x.word(last) == "&" && last+1 < len(x.Tokens) && x.shapes[last+1] >= capital) {
		last++
	}
	return last
}

// mayBeCalled reports whether m may be an organisation's name: no country's,
// no large city's, and no person's with a given name.
func (x *text) mayBeCalled(m mention) bool {
	switch m.kind {
	case reader.EntityPlace:
		n, f := x.match(m.first, m.last, placeFlags)
		return f == 0 || n < m.last-m.first
	case reader.EntityPerson:
		return m.last-m.first == 1 && !x.fullSurname(m) || m.sure < 0.7 && x.table.Find(x.hashes[m.first])&gazetteer.First == 0
	case reader.EntityOther:
		return !x.quoted(m)
	}
	return false
}

// sameKind makes organisations of all mentions with these keys.
func (x *text) sameKind(keys map[string]bool) {
	if len(keys) == 0 {
		return
	}
	for i := range x.mentions {
		if m := &x.mentions[i]; m.kind != reader.EntityNationality && keys[x.key(*m)] {
			m.kind, m.sure = reader.EntityOrganization, max(m.sure, unsure)
		}
	}
}

// bracketedClubs makes clubs of what stands in parentheses behind the players
// in a report of sport: Erik Lund (Nordvik). Countries stay.
func (x *text) bracketedClubs() {
	if x.language != english || !x.sporting() {
		return
	}
	for i := range x.mentions {
		m := &x.mentions[i]
		if i == 0 || m.first < 2 || m.last >= len(x.Tokens) || x.word(m.first-1) != "(" || x.word(m.last) != ")" || m.kind == reader.EntityNationality {
			continue
		}
		if before := x.mentions[i-1]; before.kind == reader.EntityPerson && before.last == m.first-1 && !x.country(m.first, m.last) {
			m.kind, m.sure = reader.EntityOrganization, 0.9
		}
	}
}

// wire marks the agency in the dateline whose places end before token i:
// ", June 4 (Nordpress) -".
func (x *text) wire(i int) {
	for k := i; k+2 < len(x.Tokens) && k-i < farthestDash; k++ {
		if x.word(k) != "(" || x.word(k+2) != ")" || x.shapes[k+1] < capital || x.Tokens[k+1].Kind != token.Word {
			continue
		}
		if m, ok := x.mentionAt(k + 1); !ok || m.first == k+1 && m.last == k+2 {
			x.put(mention{first: k + 1, last: k + 2, kind: reader.EntityOrganization, sure: 0.95})
		}
		return
	}
}

var boards = wordSet("Directors Governors Trustees")

// boardOf takes "Board of Directors of the" off the name behind it.
func (x *text) boardOf(m mention) mention {
	if i := m.first; m.last-i > 5 && x.word(i) == "Board" && x.word(i+1) == "of" && boards[x.word(i+2)] && x.word(i+3) == "of" {
		m.first += 4
		if x.word(m.first) == "the" {
			m.first++
		}
	}
	return m
}
