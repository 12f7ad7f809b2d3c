package entity

import (
	"strings"

	"offprint/reader"
	"offprint/reader/entity/gazetteer"
)

// How far names reach: what the tagger takes in too much at their beginning,
// and too little at their end.

// callings are short titles in capitals, as South Asian and African papers
// write them before names; other capitals there are initials.
var callings = wordSet("DP OC DIG IGP IG MP MPs MLA MEP MEC CEO CFO ACP DCP SP ASP DSP SSP SI ASI CM PM DC DM VP AG CJ CS PS HE DJ")

// chiefs stand between a company and its manager.
var chiefs = wordSet("CEO CFO COO CTO CIO CPO CMO Chairman Chairwoman Managing")

// shortTitle takes what stands in capitals before a person's name out of it:
// DP Ruto, ILO Cynthia Marsh. An organisation is a name of its own.
func (x *text) shortTitle(m mention) []mention {
	if x.language != english || m.last-m.first < 2 || m.kind != reader.EntityPerson && m.kind != reader.EntityOrganization {
		return []mention{m}
	}
	for i := m.first + 1; i < m.last-1 && m.kind == reader.EntityPerson; i++ {
		if chiefs[x.word(i)] { // Nordwind CFO Anna Marsh
			before := mention{first: m.first, last: i, kind: reader.EntityOrganization, sure: m.sure}
			m.first = i + 1
			return []mention{before, m}
		}
	}
	if x.shapes[m.first] != capitals {
		return []mention{m}
	}
	rest := m
	rest.first++
	org := mention{first: m.first, last: m.first + 1, kind: reader.EntityOrganization, sure: m.sure}
	switch {
	case x.shapes[rest.first] != capital:
	case callings[x.word(m.first)] && (m.kind == reader.EntityPerson || x.bearsName(rest)):
		rest.kind = reader.EntityPerson
		return []mention{rest}
	case m.kind == reader.EntityPerson && m.last-m.first > 2 && len(x.word(m.first)) > 2 && x.listed(org):
		return []mention{org, rest}
	}
	return []mention{m}
}

// titled makes a person of a title and a name that were taken for something
// else: Justice Marsh, King Oskar.
func (x *text) titled(m mention) mention {
	if x.initialled(m) {
		m.kind, m.sure = reader.EntityPerson, unsure
		return m
	}
	n := m.last - m.first
	if x.language != english || n < 2 || n > 3 || m.kind == reader.EntityPerson || m.kind == reader.EntityNationality || m.sure > 0.95 || !beforePeople[x.word(m.first)] {
		return m
	}
	if _, f := x.match(m.first, m.last, orgFlags); f != 0 {
		return m
	}
	for i := m.first + 1; i < m.last; i++ {
		if x.shapes[i] != capital || x.table.Find(x.hashes[i])&(gazetteer.OrgWord|gazetteer.Lower|gazetteer.Title|placeFlags|gazetteer.Demonym) != 0 {
			return m
		}
	}
	m.first++
	m.kind, m.sure = reader.EntityPerson, max(m.sure, unsure)
	return m
}

// initialled reports whether m is two initials and a surname: KL Rahul.
func (x *text) initialled(m mention) bool {
	if x.language != english || m.kind == reader.EntityPerson || m.last-m.first != 2 || m.sure > 0.9 || len(x.word(m.first)) != 2 || noInitials[x.word(m.first)] {
		return false
	}
	const others = gazetteer.OrgWord | gazetteer.Lower | gazetteer.Title | gazetteer.Town | gazetteer.Demonym | placeFlags | orgFlags
	f := x.table.Find(x.hashes[m.last-1])
	_, whole := x.match(m.first, m.last, orgFlags|gazetteer.Thing)
	return x.shapes[m.first] == capitals && x.shapes[m.last-1] == capital && f&(gazetteer.First|gazetteer.Last) != 0 && f&others == 0 && whole == 0
}

var noInitials = wordSet("US UK EU UN AC FC SC AS RB CD SV TV LG GE HP BP GM VW EY DC PM CM MP DP OC IT AI PR HR MS BT MG ST MT FT NZ SA IO")

var beforePeople = wordSet(`Justice Judge King Queen Prince Princess Sheikh Sheik Pope Uncle Aunt Auntie Mr Mrs Ms Dr Prof Professor Sir Dame Senator
	President Minister Governor General Colonel Captain Sergeant Major Bishop Archbishop Cardinal Pastor Rabbi Imam Ayatollah Emir Sultan
	Grandmother Grandfather Chancellor Ambassador Mayor Inspector Detective Constable Superintendent Coach Chief`)

// behindWork returns the name of a person behind what he does, that was taken
// for part of it: Assistant Undersecretary for Trade Affairs Anna Marsh.
func (x *text) behindWork(m mention) mention {
	if x.language != english || m.kind != reader.EntityPerson {
		return m
	}
	first := m.first
	for i := m.first + 1; i < m.last-1; i++ {
		if x.word(i) == "for" {
			first = i + 1
		}
	}
	for k := first; first > m.first && k < m.last-1; k++ {
		if x.table.Find(x.hashes[k])&gazetteer.First != 0 {
			first = k
			break
		}
	}
	m.first = first
	return m
}

// bearsName reports whether one word is the surname of a person of the tables or the article.
func (x *text) bearsName(m mention) bool {
	if m.last-m.first != 1 {
		return x.table.Find(x.hashes[m.first])&gazetteer.First != 0
	}
	f := x.table.Find(x.hashes[m.first])
	return f&(gazetteer.Last|gazetteer.First) != 0 || x.families[x.hashes[m.first]]
}

// tickerless takes the code of a share off the end of a company's name: Lanvo
// Inc LNV.O. What is left of a code alone has no words.
func (x *text) tickerless(m mention) mention {
	if x.language != english || m.kind != reader.EntityOrganization {
		return m
	}
	if x.dotted(x.Tokens[m.last-1].End) && x.shapes[m.last-1] == capitals && len(x.word(m.last-1)) > 1 {
		m.last--
	}
	if start := x.Tokens[m.first].Start; m.last == m.first+1 && start > 1 && x.dotted(start-1) && isCapital(x.Text[start-2]) {
		m.last--
	}
	return m
}

// dotted reports whether a point and a capital letter stand at byte i of the text.
func (x *text) dotted(i int) bool {
	return i+1 < len(x.Text) && x.Text[i] == '.' && isCapital(x.Text[i+1])
}

func isCapital(b byte) bool { return 'A' <= b && b <= 'Z' }

// ends moves the ends of an organisation's name to where they belong.
func (x *text) ends(m mention) mention {
	return x.allFields(x.boardless(x.chiefless(x.headless(x.boardOf(m)))))
}

// headless takes the title of a person off the beginning of an organisation's
// name: Executive Director African Technology Foundation.
func (x *text) headless(m mention) mention {
	if x.language != english || m.kind != reader.EntityOrganization || m.last-m.first < 4 || x.table.Find(x.hashes[m.last-1])&gazetteer.OrgWord == 0 {
		return m
	}
	first := m.first
	for first < m.last-2 && headTitles[x.word(first)] {
		first++
	}
	if first > m.first && x.shapes[first] >= capital {
		m.first = first
	}
	return m
}

// chiefless takes short titles off the end of an organisation's name: Lanvo CEO.
func (x *text) chiefless(m mention) mention {
	for x.language == english && m.kind == reader.EntityOrganization && m.last-m.first > 1 && (chiefs[x.word(m.last-1)] && x.word(m.last-1) != "Managing" || x.word(m.last-1) == "Chairperson") {
		m.last--
	}
	return m
}

// boardless takes "Board of Directors" off the end of a name.
func (x *text) boardless(m mention) mention {
	if i := m.last - 3; i > m.first && x.word(i) == "Board" && x.word(i+1) == "of" && boards[x.word(i+2)] && m.kind == reader.EntityOrganization {
		m.last = i
	}
	return m
}

var headTitles = wordSet("Executive Managing Deputy Assistant Director Manager Chairman Chairperson Chairwoman CEO President Secretary Coordinator Spokesperson Spokesman")

// fields begin the names of bodies that are called by their fields, of which
// there may be several: Ministry of Gender, Labour and Social Development.
var fields = wordSet("Ministry Department Office Committee Commission Directorate Secretariat Faculty School Institute Agency Council")

// mostFields is how many words the fields of a body may have.
const mostFields = 12

// allFields takes the fields behind a comma into the name of a body.
func (x *text) allFields(m mention) mention {
	if x.language != english || m.kind != reader.EntityOrganization || m.last-m.first < 3 || !fields[x.word(m.first)] {
		return m
	}
	if w := x.word(m.first + 1); w != "of" && w != "for" && w != "on" {
		return m
	}
	i, and := m.last, false
	if i >= len(x.Tokens) || x.word(i) != "," && x.word(i) != "and" {
		return m
	}
	for ; i < len(x.Tokens) && i-m.last < mostFields; i++ {
		switch w := x.word(i); {
		case w == "and" && !and:
			and = true
			if i+1 >= len(x.Tokens) || x.shapes[i+1] < capital {
				return m
			}
		case w == "," && !and:
		case x.shapes[i] == capital && x.isField(i):
		default:
			if and && x.word(i-1) != "and" {
				m.last = i
			}
			return m
		}
	}
	return m
}

// isField reports whether the word at token i may be part of what a body has
// to do with: a common word, or one that is no name.
func (x *text) isField(i int) bool {
	f := x.table.Find(x.hashes[i])
	if fields[x.word(i)] {
		return false
	}
	return f&(gazetteer.Lower|gazetteer.OrgWord) != 0 || f&(gazetteer.First|gazetteer.Last|placeFlags|gazetteer.Demonym) == 0
}

// houses are named by one word, where they are written with a capital.
var houses = wordSet("Parliament Cabinet Congress Senate Assembly Knesset Duma Bundestag Kremlin Pentagon Treasury")

// leaders stand behind the house that they lead, or sit in.
var leaders = wordSet("Majority Minority Speaker Republican Republicans Democrat Democrats Democratic Leader Secretary Judiciary")

// loneHouses marks them.
func (x *text) loneHouses() {
	if x.language != english {
		return
	}
	for i := range max(0, len(x.Tokens)-1) {
		if x.shapes[i] != capital || !houses[x.word(i)] || i > 0 && x.shapes[i-1] >= capital && x.near(i-1) || x.word(i+1) == "of" || x.word(i+1) == "-" {
			continue
		}
		if !leaders[x.word(i+1)] && (x.shapes[i+1] >= capital || x.opens(i)) {
			continue
		}
		if _, ok := x.mentionAt(i); !ok {
			x.put(mention{first: i, last: i + 1, kind: reader.EntityOrganization, sure: leastOrganization})
		}
	}
}

// trades end the names of bodies that are called by those who are in them.
var trades = wordSet("Union Guild Association Federation Society League Council Congress Brotherhood Chamber Fund Club Cooperative Alliance")

// jointTrades marks bodies that two trades have made: the Dockers' and
// Boatmen's Union.
func (x *text) jointTrades() {
	if x.language != english {
		return
	}
	for and := 2; and+3 < len(x.Tokens); and++ {
		if x.word(and) != "and" || !x.trade(and-2) || !x.trade(and+1) {
			continue
		}
		end := and + 3
		for end < len(x.Tokens) && end < and+6 && x.shapes[end] == capital && !trades[x.word(end)] {
			end++
		}
		if end < len(x.Tokens) && trades[x.word(end)] {
			x.put(mention{first: and - 2, last: end + 1, kind: reader.EntityOrganization, sure: unsure})
		}
	}
}

// trade reports whether several who do the same stand at token i, as owners:
// Dockers', Boatmen's.
func (x *text) trade(i int) bool {
	own := x.word(i + 1)
	many := strings.HasSuffix(x.word(i), "s") && (own == "'" || own == "’") || strings.HasSuffix(x.word(i), "men") && x.possessive(i+1)
	return many && x.shapes[i] == capital && x.table.Find(x.hashes[i])&(placeFlags|gazetteer.Last|gazetteer.First) == 0
}
