package entity

import (
	"slices"
	"strings"

	"offprint/reader"
	"offprint/reader/entity/gazetteer"
)

// Whom a person works for stands before what he does: "Nordwind Chief
// Executive Anna Marsh", "Lanvo analyst Milo Tarn".

// jobs are what stands between a body and a person who works for it. The
// offices of states are not among them: what stands before a minister is a
// field or a country.
var jobs = wordSet(`chief executive officer financial operating ceo cfo coo cto chair chairman chairwoman chairperson president vice
	director-general managing director deputy spokesman spokeswoman spokesperson analyst economist strategist founder co-founder
	cofounder coach manager boss trader partner board senior head global general technical sporting owner shareholder
	striker midfielder defender goalkeeper winger captain skipper quarterback governor editor editor-in-chief publisher`)

// lastJobs are those of them that may stand right before the name.
var lastJobs = wordSet(`executive officer ceo cfo coo cto chair chairman chairwoman chairperson president director-general director
	spokesman spokeswoman spokesperson analyst economist strategist founder co-founder cofounder coach manager boss trader partner
	owner striker midfielder defender goalkeeper winger captain skipper quarterback head chief editor editor-in-chief publisher
	doctor commander rider professor researcher reporter correspondent engineer employee`)

// employers marks such bodies where the tagger passed them over, and gives
// those their kind that it hardly took for places or people.
func (x *text) employers() {
	if x.language != english {
		return
	}
	var found []mention
	for _, p := range x.mentions {
		if p.kind != reader.EntityPerson || p.last-p.first < 2 {
			continue
		}
		end := x.jobBefore(p.first)
		if end == p.first || end == 0 || x.shapes[end-1] < capital {
			continue
		}
		if m, ok := x.mentionAt(end - 1); ok {
			if m.last == end && m.sure < lends && !x.endsAsPlace(m) && m.kind != reader.EntityOrganization && x.mayBeCalled(m) {
				m.kind, m.sure = reader.EntityOrganization, lends
				found = append(found, m)
			}
			continue
		}
		if m := (mention{x.employerFirst(end), end, 0, reader.EntityOrganization, unsure}); m.first < end && x.mayEmploy(m) {
			found = append(found, m)
		}
	}
	for _, m := range append(found, x.affiliated()...) {
		x.replace(m)
	}
}

// affiliated returns the bodies that nobody marked, or took for people, and
// that a person is said to be of: "Milo Tarn of Kelvor", "Kelvor's Milo Tarn".
func (x *text) affiliated() []mention {
	var found []mention
	for _, p := range x.mentions {
		if p.kind != reader.EntityPerson || p.last-p.first < 2 {
			continue
		}
		if i := p.first - 1; i > 0 && (x.possessive(i) || x.word(i) == "'" || x.word(i) == "’") && x.shapes[i-1] >= capital {
			if _, ok := x.mentionAt(i - 1); !ok {
				found = x.ifBody(found, mention{first: x.employerFirst(i), last: i})
			}
		}
		i := p.last
		if i < len(x.Tokens) && x.word(i) == "," {
			i++
		}
		if i+1 < len(x.Tokens) && x.word(i) == "of" && x.shapes[i+1] >= capital {
			m, ok := x.mentionAt(i + 1)
			if !ok {
				found = x.ifBody(found, mention{first: i + 1, last: x.capitalEnd(i + 1)})
			} else if m.kind == reader.EntityPerson && i == p.last && !x.fullSurname(m) && !x.isTitle(m.first) {
				m.kind, m.sure = reader.EntityOrganization, unsure
				found = append(found, m)
			}
		}
	}
	return found
}

// ifBody appends m to found if it may be a body.
func (x *text) ifBody(found []mention, m mention) []mention {
	m.kind, m.sure = reader.EntityOrganization, leastOrganization
	if m.first < m.last && (x.mayEmploy(m) || m.last-m.first > 2 && x.shapes[m.last-1] == capital && !x.isTitle(m.first)) {
		found = append(found, m)
	}
	return found
}

// endsAsPlace reports whether m ends as the names of places do: Suffolk
// County, Western New York.
func (x *text) endsAsPlace(m mention) bool {
	if placeLast[x.word(m.last-1)] {
		return true
	}
	for i := m.first; i < m.last; i++ {
		if n, f := x.match(i, m.last, placeFlags); f != 0 && i+n == m.last {
			return true
		}
	}
	return false
}

// replace puts m in the place of the mentions that it overlaps.
func (x *text) replace(m mention) {
	at, _ := slices.BinarySearchFunc(x.mentions, m.first, func(o mention, first int) int { return o.last - first - 1 })
	if at < len(x.mentions) && x.mentions[at].first == m.first && x.mentions[at].last == m.last {
		x.mentions[at] = m
		return
	}
	x.put(m)
}

// jobBefore returns the token with which the words begin that say what the
// person does whose name begins at token i; i if there are none.
func (x *text) jobBefore(i int) int {
	k := i
	for k > 0 && x.near(k-1) {
		w := strings.ToLower(x.word(k - 1))
		if !jobs[w] && !(k == i && lastJobs[w]) || k == i && !lastJobs[w] {
			break
		}
		k--
	}
	return k
}

// employerFirst returns where the capital words begin that end before token i.
func (x *text) employerFirst(i int) int {
	first := i
	for first > 0 && i-first < mostCalled && x.shapes[first-1] >= capital && x.near(first-1) {
		if _, taken := x.mentionAt(first - 1); taken {
			return i
		}
		if w := x.word(first - 1); strings.HasPrefix(w, "Pro-") || strings.HasPrefix(w, "Anti-") {
			break
		}
		first--
	}
	return first
}

// mayEmploy reports whether m, which no mention has, may name a body: not what
// has its capital from its place, and no title, feast or people.
func (x *text) mayEmploy(m mention) bool {
	n, f := x.match(m.first, m.last, orgFlags)
	if f != 0 && n == m.last-m.first {
		return true
	}
	if m.last-m.first == 1 && x.table.Find(x.hashes[m.first])&gazetteer.OrgWord != 0 {
		return false
	}
	if x.near(m.last-1) && m.last-m.first > 1 && x.table.Find(x.hashes[m.last-1])&gazetteer.OrgWord != 0 || formWords[x.word(m.last-1)] {
		return true
	}
	for i := m.first; i < m.last; i++ {
		const others = gazetteer.Lower | gazetteer.Title | gazetteer.Date | gazetteer.Demonym | gazetteer.First | gazetteer.Thing
		if x.table.Find(x.hashes[i])&others != 0 || ranks[x.word(i)] || beforePeople[x.word(i)] || jobs[strings.ToLower(x.word(i))] || occupations[strings.ToLower(x.word(i))] {
			return false
		}
	}
	return true
}
