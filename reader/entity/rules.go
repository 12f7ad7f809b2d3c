package entity

import (
	"strings"

	"offprint/reader"
	"offprint/reader/entity/gazetteer"
	"offprint/reader/token"
)

// connectors stand inside names between capitals ("Banco de España", "Ursula von der Leyen").
var connectors = wordSet("of de la del der den van von bin ibn al el da do dos du des di le & for the and on für pour zu et los las")

// personParticles are those connectors that stand in people's names.
var personParticles = wordSet("de la del der den van von bin ibn al el da do dos du di le zu")

// known are the flags by which a phrase alone tells what it is.
const known = gazetteer.Country | gazetteer.Demonym | gazetteer.Org | gazetteer.Company | gazetteer.Team |
	gazetteer.City | gazetteer.Region | gazetteer.Thing | gazetteer.Date

// starts are words that begin sentences and no names.
var starts = wordSet(`selon le la les un une des dans pour avec mais et ce cette ces il elle ils elles on sur par en au aux après avant
depuis pendant si quand comme son sa ses leur leurs nous vous je tout tous plus qui que quoi où entre chez sans
el los las una unos de por para con sin según pero y se su sus al del este esta estos es son fue ha tras desde hasta cuando
como más ya no lo también además entre sobre así aunque
der die das ein eine einen einem einer dem den im in am an auf bei mit nach von vor zu zum zur und aber doch er sie es wir ich ihr
sein seine ihre wenn als wie was wer für gegen auch noch nur so dass weil seit über unter aus
в во на по об о за из от до к с у для при про это как но и а он она они мы я вы его её ее их также так если когда однако
после перед между под над через не что кто где там тут все этот эта эти
з із та що це як але він вона вони ми після під від біля також якщо коли за до над його її їх у і й`)

func wordSet(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}

// tagByRules marks names by capital letters and tables alone. It serves the
// languages that the tagger was not taught.
func (x *text) tagByRules() {
	for _, s := range x.Sentences {
		for i := s.First; i < s.Last; {
			last := x.run(i, s.Last)
			if last == i {
				i++
				continue
			}
			if w := strings.ToLower(x.word(i)); i == s.First && starts[w] {
				i++
				continue
			}
			i = x.cutRun(i, last, s.Last)
		}
	}
	switch x.language {
	case german:
		x.sieveGerman()
	case french, spanish:
		x.sieveRomance()
	}
	x.lone()
}

// run returns the end of the run of capital words, connectors between them
// included, that begins at token i; i if none does.
func (x *text) run(i, limit int) int {
	end := i
	for i < limit {
		switch {
		case x.shapes[i] >= capital:
			end = i + 1
		case end < i-1 || end == 0 || end > i || x.shapes[end-1] < capital || !x.connects(i):
			return end
		}
		i++
	}
	return end
}

// connects reports whether the small word at token i may stand inside a name.
// In German an article does not: nouns have capitals there, and all would run together.
func (x *text) connects(i int) bool {
	w := x.word(i)
	if x.language == german {
		return w == "von" || w == "van" || w == "&"
	}
	return connectors[w]
}

// flags returns what the table knows of token i alone, inflected or not.
func (x *text) flags(i int) gazetteer.Flags {
	f := x.table.Find(x.hashes[i])
	if f&(known|gazetteer.Title|gazetteer.OrgWord) != 0 || x.shapes[i] < capital {
		return f
	}
	if x.language == russian || x.language == ukrainian {
		f |= x.caseFlags(x.word(i))
	}
	return f
}

// elided returns the length of the French article or preposition at the start
// of a word: l'Iran, d'Alger.
func elided(w string) int {
	if len(w) > 4 && (w[0]|0x20 == 'l' || w[0]|0x20 == 'd') {
		if w[1] == '\'' {
			return 2
		}
		if strings.HasPrefix(w[1:], "’") {
			return 4
		}
	}
	return 0
}

// cutRun finds the names in a run: phrases of the table first, which may go on
// behind it ("Union européenne"), the rest by form. It returns where to go on.
func (x *text) cutRun(first, last, limit int) int {
	i := first
	for i < last {
		f := x.flags(i)
		if connectors[x.word(i)] || x.shapes[i] == small || i == first && x.forenames() != nil && slavicTitles[strings.ToLower(x.word(i))] || f&gazetteer.Title != 0 && f&gazetteer.First == 0 {
			i++
			continue
		}
		n, many := x.match(i, limit, known)
		if n < 2 {
			n, many = 1, f&known
		}
		whole := x.formEnd(i, last)
		if many != 0 && (i+n >= whole || many&(gazetteer.Country|gazetteer.Demonym|gazetteer.Date) != 0 || n > 1) {
			x.addKnown(i, i+n, many)
			i += n
			continue
		}
		x.addByForm(i, whole, first)
		i = max(whole, i+1)
	}
	return max(i, last)
}

// formEnd returns where a name that begins at i ends by form: at a connector
// that is not part of such a name, before a country, else at the end of the run.
func (x *text) formEnd(i, last int) int {
	org := false
	for k := i; k < last; k++ {
		f, w := x.flags(k), x.word(k)
		org = org || f&gazetteer.OrgWord != 0
		if k > i && f&(gazetteer.Country|gazetteer.Title) != 0 && f&gazetteer.First == 0 && x.shapes[k-1] >= capital && !org {
			return k
		}
		if x.shapes[k] < capital && !personParticles[w] && !(org && connectors[w]) {
			return k
		}
	}
	return last
}

// elide leaves the article written to a mention's first word out of it.
func (x *text) elide(m mention) mention {
	if x.language == french {
		m.skip = elided(x.word(m.first))
	}
	return m
}

// addKnown adds a name by what the table says of it.
func (x *text) addKnown(first, last int, f gazetteer.Flags) {
	m := x.elide(mention{first: first, last: last, sure: 0.6})
	switch {
	case f&gazetteer.Date != 0:
		return
	case f&gazetteer.Country != 0:
		m.kind = reader.EntityPlace
	case f&gazetteer.Demonym != 0:
		m.kind = reader.EntityNationality
	case f&gazetteer.Org != 0:
		m.kind = reader.EntityOrganization
	case f&gazetteer.Thing != 0:
		m.kind, m.sure = reader.EntityOther, 0.4
	case f&(gazetteer.City|gazetteer.Region) != 0:
		m.kind = reader.EntityPlace
	default:
		m.kind, m.sure = reader.EntityOrganization, 0.4
	}
	x.mentions = append(x.mentions, m)
}

// addByForm adds the name from first to last by the look of its words; its run begins at begin.
func (x *text) addByForm(first, last, begin int) {
	titled := first > 0 && (x.flags(first-1)&gazetteer.Title != 0 && x.language != german || x.language == german && germanRoles[x.word(first-1)])
	start, end := x.flags(first), x.flags(last-1)
	m := x.elide(mention{first: first, last: last, sure: 0.5})
	n := last - first
	switch {
	case (end|start)&gazetteer.OrgWord != 0 && n > 1:
		m.kind = reader.EntityOrganization
	case titled && n < 5, n > 1 && n < 5 && start&gazetteer.First != 0:
		m.kind = reader.EntityPerson
	case n == 1 && acronymic(x.word(first)[m.skip:]):
		m.kind, m.sure = reader.EntityOrganization, 0.4
	case x.language == german: // all nouns have capitals: a given name may stand behind a title that is not known
		for i := first + 1; i < last-1; i++ {
			if x.shapes[i] >= capital && x.flags(i)&gazetteer.First != 0 {
				x.addByForm(i, last, begin)
				return
			}
		}
		return
	case n > 1 && n < 4:
		m.kind, m.sure = reader.EntityPerson, 0.35
	default:
		return
	}
	x.mentions = append(x.mentions, m)
}

// acronymic reports whether a word looks like an acronym of an organisation.
func acronymic(w string) bool {
	return shapeOf(w) == capitals && len(w) >= 3 && len([]rune(w)) <= 6
}

// lone marks surnames that stand by themselves, if the article has the full name.
func (x *text) lone() {
	taken := make([]bool, len(x.Tokens))
	full := map[string]bool{}
	for _, m := range x.mentions {
		for i := m.first; i < m.last; i++ {
			taken[i] = true
		}
		if m.kind == reader.EntityPerson && m.last-m.first > 1 {
			w := x.words(m)
			full[w[len(w)-1]] = true
		}
	}
	for i, t := range x.Tokens {
		if m := (mention{first: i, last: i + 1, kind: reader.EntityPerson, sure: 0.5}); !taken[i] && t.Kind == token.Word && x.shapes[i] >= capital && full[x.words(m)[0]] {
			x.mentions = append(x.mentions, m)
		}
	}
}
