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
		if x.crude(i) {
			x.put(mention{first: i, last: i + 1, kind: reader.EntityOther, sure: 0.97})
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

// crude reports whether token i is a kind of oil: Brent crude, Brent futures.
func (x *text) crude(i int) bool {
	w := x.word(i)
	return (w == "Brent" || w == "WTI") && i+1 < len(x.Tokens) && oils[x.word(i+1)]
}

var oils = wordSet("crude futures oil prices contract contracts benchmark was were rose fell gained lost")

// platforms are companies, and the places on the web where people write.
var platforms = wordSet("Twitter Facebook Instagram YouTube TikTok WhatsApp Telegram Weibo LinkedIn Snapchat Reddit WeChat Parler")

// notWritten stand before "on" and a platform where the company is meant.
var notWritten = wordSet(`pressure ban bans fine fines lawsuit lawsuits crackdown curbs restrictions sanctions attack bet report based
	rules tax taxes limits stance decision embargo`)

// posted makes works of the platforms that an article names only as the place
// where something was written: "he said on Twitter".
func (x *text) posted() {
	if x.language != english {
		return
	}
	only := map[string]bool{}
	for _, m := range x.mentions {
		w := x.word(m.first)
		if m.last-m.first != 1 || !platforms[w] {
			continue
		}
		written := m.first > 1 && (x.word(m.first-1) == "on" && !notWritten[x.word(m.first-2)] || x.word(m.first-1) == "via" ||
			x.word(m.first-1) == "to" && (x.word(m.first-2) == "took" || x.word(m.first-2) == "taking"))
		if before, seen := only[w]; !seen || before {
			only[w] = written
		}
	}
	for i := range x.mentions {
		if m := &x.mentions[i]; m.last-m.first == 1 && only[x.word(m.first)] {
			m.kind, m.sure = reader.EntityOther, 0.97
		}
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
