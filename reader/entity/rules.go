package entity

import (
	"strings"

	"offprint/reader"
	"offprint/reader/entity/gazetteer"
	"offprint/reader/token"
)

// connectors stand inside names between capitals ("Ministry of Health", "Ursula von der Leyen").
var connectors = map[string]bool{
	"of": true, "de": true, "la": true, "del": true, "der": true, "den": true, "van": true, "von": true, "bin": true,
	"ibn": true, "al": true, "el": true, "da": true, "do": true, "dos": true, "du": true, "des": true, "di": true, "le": true,
	"&": true, "for": true, "the": true, "and": true, "on": true, "für": true, "pour": true, "zu": true, "et": true,
}

// personParticles are those connectors that stand in people's names.
var personParticles = map[string]bool{
	"de": true, "la": true, "del": true, "der": true, "den": true, "van": true, "von": true, "bin": true, "ibn": true,
	"al": true, "el": true, "da": true, "do": true, "dos": true, "du": true, "di": true, "le": true, "zu": true,
}

// known are the flags by which a phrase alone tells what it is.
const known = gazetteer.Country | gazetteer.Demonym | gazetteer.Org | gazetteer.Company | gazetteer.Team |
	gazetteer.City | gazetteer.Region | gazetteer.Thing | gazetteer.Date

// tagByRules marks names by capital letters and tables alone.
func (x *text) tagByRules() {
	for _, s := range x.Sentences {
		for i := s.First; i < s.Last; {
			last := x.run(i, s.Last)
			if last == i {
				i++
				continue
			}
			x.cutRun(s, i, last)
			i = last
		}
	}
}

// run returns the end of the run of capital words, connectors between them
// included, that begins at token i.
func (x *text) run(i, limit int) int {
	end := i
	for i < limit {
		if x.shapes[i] >= capital {
			i++
			end = i
			continue
		}
		if end == 0 || i == end && !connectors[x.word(i)] || i > end+1 || !connectors[x.word(i)] || end < i && x.shapes[end] == other {
			break
		}
		if end == i && (i == 0 || x.shapes[i-1] < capital) {
			break
		}
		i++
	}
	return end
}

// cutRun finds the names in a run: phrases of the table first, the rest by form.
func (x *text) cutRun(s token.Sentence, first, last int) {
	for i := first; i < last; {
		if connectors[x.word(i)] || x.table.Find(x.hashes[i])&gazetteer.Title != 0 && i+1 < last {
			i++
			continue
		}
		n, f := x.match(i, last, known)
		whole := x.formEnd(i, last)
		if n > 0 && (i+n >= whole || f&(gazetteer.Demonym|gazetteer.Date) != 0) {
			x.addKnown(i, i+n, f)
			i += n
			continue
		}
		x.addByForm(s, i, whole, f)
		i = max(whole, i+1)
	}
}

// formEnd returns where a name that begins at i ends by form: at a connector
// that is not part of such a name, else at the end of the run.
func (x *text) formEnd(i, last int) int {
	org := false
	for k := i; k < last; k++ {
		if x.table.Find(x.hashes[k])&gazetteer.OrgWord != 0 {
			org = true
		}
		w := x.word(k)
		if x.shapes[k] < capital && !personParticles[w] && !(org && (w == "of" || w == "&" || w == "for")) {
			return k
		}
	}
	return last
}

// addKnown adds a name by what the table says of it.
func (x *text) addKnown(first, last int, f gazetteer.Flags) {
	m := mention{first: first, last: last, sure: 0.6}
	switch {
	case f&gazetteer.Date != 0:
		return
	case f&gazetteer.Country != 0:
		m.kind, m.sure = reader.EntityPlace, 0.9
	case f&gazetteer.Demonym != 0:
		m.kind, m.sure = reader.EntityNationality, 0.85
	case f&gazetteer.Org != 0:
		m.kind = reader.EntityOrganization
	case f&gazetteer.Thing != 0:
		m.kind, m.sure = reader.EntityOther, 0.5
	case f&(gazetteer.City|gazetteer.Region) != 0:
		m.kind = reader.EntityPlace
	default:
		m.kind, m.sure = reader.EntityOrganization, 0.4
	}
	x.mentions = append(x.mentions, m)
}

// addByForm adds a name by the look of its words.
func (x *text) addByForm(s token.Sentence, first, last int, f gazetteer.Flags) {
	titled := first > s.First && x.table.Find(x.hashes[first-1])&gazetteer.Title != 0
	flags := x.table.Find(x.hashes[first])
	if first == s.First && flags&gazetteer.Lower != 0 && !titled { // a sentence's first word is no name by itself
		if first++; first >= last {
			return
		}
		flags = x.table.Find(x.hashes[first])
	}
	end := x.table.Find(x.hashes[last-1])
	m := mention{first: first, last: last, sure: 0.5}
	switch {
	case (end|flags)&gazetteer.OrgWord != 0 && last-first > 1:
		m.kind = reader.EntityOrganization
	case titled, last-first > 1 && last-first < 5 && flags&gazetteer.First != 0:
		m.kind = reader.EntityPerson
	case last-first == 1 && x.shapes[first] == capitals && len(x.word(first)) <= 6 && flags&gazetteer.Lower == 0:
		m.kind, m.sure = reader.EntityOrganization, 0.4
	case f != 0:
		x.addKnown(first, last, f)
		return
	case last-first > 1 && last-first < 4 && x.language != german && end&gazetteer.Lower == 0 && !strings.Contains(x.word(last-1), "."):
		m.kind, m.sure = reader.EntityPerson, 0.35
	default:
		return
	}
	x.mentions = append(x.mentions, m)
}
