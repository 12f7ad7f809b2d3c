package entity

import (
	"slices"
	"strings"

	"offprint/reader"
	"offprint/reader/entity/gazetteer"
)

// German writes all nouns with capitals, so that what the tables and the look
// of words take for names is mostly not. What stands here leaves that out.

var (
	// germanRoles stand before names, or behind them, and in none.
	germanRoles = wordSet(`Herr Herrn Frau Dr Dr. Prof Prof. Professor Professorin Präsident Präsidentin Bundespräsident Bundesrat
		Bundesrätin Kanzler Kanzlerin Bundeskanzler Bundeskanzlerin Minister Ministerin Ministerpräsident Ministerpräsidentin
		Außenminister Außenministerin Innenminister Finanzminister Vorsitzende Vorsitzender Vorsitzenden Direktor Direktorin Chef Chefin
		Sprecher Sprecherin Autor Autorin Regisseur Regisseurin Bürgermeister Bürgermeisterin Kardinal Bischof Papst König Königin
		Landesrat Landesrätin Abgeordnete Abgeordneter Geschäftsführer Geschäftsführerin Trainer Trainerin Ministers Präsidenten`)
	// germanWords are no names though a table has them.
	germanWords = wordSet(`man mehr rat rum pan axt bild banner opposition zeit welt stern fokus focus sport super star natur team presse
		standard kurier express profil format echo linde post union metro kraft ziel vision global total orange post total rolle alle
		viele art arten bund land stadt kreis markt haus hand grund ende teil fall tag tage jahr jahre woche kinder kind leben arbeit
		beauty programm tipps online digital social media internet app apps blog web link links seite info infos service shop test
		firma chance spiegel hermes titan atlas park werk werke reform magazin premiere gruppe anbieter kunden nutzer private general
		major ideal optimal trend trends event events story hit single start stopp ranking wasser sonne luft licht farbe rose rosen
		southern northern western eastern allianz satire serien kosten preis preise rolle ost west süd nord mode design model foto fotos video videos musik film filme buch bücher text texte`)
	// germanAcronyms are no organisations.
	germanAcronyms = wordSet(`AGB BGB AVB HGB StGB StPO DSGVO LKW PKW KFZ EDV DIN ISO RSS PDF HTML CSS PHP URL USB LED WLAN EUR CHF USD MwSt
		GPS SMS TV DVD CD CPU GPU SSD RAM ROM BIOS MODE LINUX HDMI PIN TAN IBAN BIC FAQ ABS ESP PS KW MHz GHz PCR DNA RNA HIV AIDS KI IT
		SIE KMU NGO NRW UVP NEU ALT TOP SALE INFO FAZIT TEIL UHR TEL FAX WWW IEC CC CC-BY IP DSL VPN SEO`)
	// articles stand before nouns, hardly ever before people's names.
	germanArticles = wordSet(`der die das den dem des ein eine einen einem einer eines kein keine keinen diese dieser dieses diesem diesen
		jede jeder jedes alle allen aller viele vielen mehr im am zum zur vom beim ins ans seine seinen seiner ihre ihren ihrer unsere unser`)
	germanEnds = []string{"ungen", "heit", "heiten", "keit", "keiten", "schaft", "schaften", "tion", "tionen", "ismus", "tät", "täten", "nisse",
		"tipps", "programm", "liste", "markt", "recht", "gesetz", "system", "zahlen", "kosten", "bereich", "bereiche", "bereichen", "sammlung"}
)

// sieveGerman drops the mentions that are common nouns.
func (x *text) sieveGerman() {
	x.families = map[uint64]bool{}
	for _, m := range x.mentions {
		if m.kind == reader.EntityPerson && m.last-m.first > 1 && x.shapes[m.first] >= capital {
			x.families[x.hashes[m.last-1]] = true
		}
	}
	kept := x.mentions[:0]
	for _, m := range x.mentions {
		for k := m.last - 2; k > m.first && m.kind == reader.EntityOrganization; k-- {
			if x.word(k) == "von" { // Schätzungen von Amnesty International
				m.first = k + 1
				break
			}
		}
		for m.last-m.first > 1 && (germanRoles[x.word(m.first)] || x.shapes[m.first] < capital || starts[strings.ToLower(x.word(m.first))]) {
			m.first++
		}
		for m.kind == reader.EntityPerson && m.last-m.first > 1 {
			if k := x.germanRole(m); k > m.first {
				m.last = k
				continue
			}
			break
		}
		if !x.germanNoun(m) {
			kept = append(kept, m)
		}
	}
	x.mentions = kept
}

// germanRole returns the place of a title inside a person's name, -1 if there is none.
func (x *text) germanRole(m mention) int {
	for k := m.first + 1; k < m.last; k++ {
		if germanRoles[x.word(k)] {
			return k
		}
	}
	return -1
}

// germanNoun reports whether m is surely no name.
func (x *text) germanNoun(m mention) bool {
	n, first, last := m.last-m.first, x.word(m.first), x.word(m.last-1)
	if n == 1 && starts[strings.ToLower(first)] && x.shapes[m.first] == capital {
		return true
	}
	if germanWords[strings.ToLower(last)] && x.shapes[m.last-1] != capitals || germanRoles[last] || n > 1 && germanWords[strings.ToLower(first)] && m.kind == reader.EntityPerson {
		return true
	}
	switch m.kind {
	case reader.EntityOrganization:
		return n == 1 && germanAcronyms[first]
	case reader.EntityNationality, reader.EntityOther:
		return x.englishWord(m)
	case reader.EntityPerson:
		if slices.ContainsFunc(germanEnds, func(end string) bool { return len(last) > len(end)+2 && strings.HasSuffix(last, end) }) {
			return true
		}
		article := m.first > 0 && germanArticles[strings.ToLower(x.word(m.first-1))]
		if n == 1 {
			return article || m.first == 0 || !germanRoles[x.word(m.first-1)] && !x.families[x.hashes[m.first]]
		}
		for k := m.first; k < m.last; k++ {
			if w := x.word(k); w == "von" && x.flags(k-1)&gazetteer.First == 0 {
				return true
			}
		}
		return article && x.flags(m.last-1)&gazetteer.Last == 0
	}
	return false
}
