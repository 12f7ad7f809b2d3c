package entity

import (
	"offprint/reader"
	"offprint/reader/entity/gazetteer"
)

// diseases and the like are known by one word that names nothing else.
var oneThing = wordSet("COVID-19 Covid-19 COVID Covid Covid19 COVID19 SARS-CoV-2 Omicron Brexit K-pop CoronaVac COP26 COP27 COP28 COP25")

// things marks what the tables know as a work, product, disease or event and
// the tagger passed over: COVID-19, the Belt and Road Initiative.
func (x *text) things() {
	if x.language != english {
		return
	}
	for i := 0; i < len(x.Tokens); i++ {
		if x.shapes[i] < capital {
			continue
		}
		n, _ := x.match(i, min(len(x.Tokens), i+maxTitle), gazetteer.Thing)
		if n < 2 && !oneThing[x.word(i)] || n > 1 && x.shapes[i+n-1] < capital {
			continue
		}
		n = max(n, 1)
		if m, ok := x.mentionAt(i); ok && (m.kind == reader.EntityEvent || m.kind == reader.EntityWork || m.last-m.first > n) {
			i = m.last - 1
			continue
		}
		if m, ok := x.mentionAt(i + n - 1); ok && m.last > i+n { // World Cup Committee
			continue
		}
		x.put(mention{first: i, last: i + n, kind: reader.EntityOther, sure: 0.8})
		i += n - 1
	}
}

// founded reports whether a lone name that was taken for a person's is an
// organisation's in the tables. Ferrari is the company unless the article
// names an Enzo Ferrari, which the caller knows.
func (x *text) founded(m mention) bool {
	return m.sure < 0.99 && x.listed(m) && !(m.first > 0 && x.isTitle(m.first-1))
}

// surnameAlone reports whether a word that was hardly taken for a place, and
// that no table has as one, is a surname: "thanked Biden".
func (x *text) surnameAlone(m mention, f gazetteer.Flags) bool {
	const others = placeFlags | orgFlags | gazetteer.Town | gazetteer.Lower | gazetteer.Demonym | gazetteer.OrgWord
	if m.sure > 0.6 || f&gazetteer.Last == 0 || f&others != 0 || x.shapes[m.first] != capital {
		return false
	}
	return m.first == 0 || x.word(m.first-1) == "to" || !x.located(m)
}
