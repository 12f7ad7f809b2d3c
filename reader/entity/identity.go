package entity

import (
	"strings"

	"offprint/reader"
	"offprint/reader/entity/gazetteer"
)

// A country's identifier is shown only where the article means the country.
// The names below mean other things, too; the words of the article decide.

// rival is what else the name of a country may mean.
type rival struct {
	names   map[string]bool // the names in doubt, in small letters; nil for all of the country
	words   map[string]bool // that speak for the country
	against map[string]bool // that speak for the other
	needed  bool            // the country needs a word that speaks for it
	nation  gazetteer.Nation
}

// rivals are the doubtful countries by their identifiers. A rival without an
// identifier is named in the archive, if it has a name, but identified as nothing.
var rivals = map[string]rival{
	"Q230": { // Georgia
		words: wordSet(`Tbilisi Batumi Kutaisi Abkhazia Abkhaz Ossetia Saakashvili Zourabichvili Caucasus Russia Russian Moscow Armenia
			Armenian Azerbaijan Ukraine Moldova Soviet Ivanishvili Garibashvili Margvelashvili Gori Eurasian`),
		against: wordSet(`Atlanta Savannah Macon Augusta Republican Republicans Democrat Democrats Alabama Florida Carolina Carolinas
			Tennessee Texas Michigan Pennsylvania Arizona Wisconsin Nevada Virginia Louisiana Mississippi Kentucky Ossoff Warnock Kemp
			Raffensperger Loeffler Perdue Trump Biden Bulldogs Senate county sheriff GOP`),
		nation: gazetteer.Nation{Name: "Georgia (U.S. state)"},
	},
	"Q974": { // Congo
		names:   map[string]bool{"congo": true, "congolese": true},
		words:   wordSet(`Kinshasa Democratic DRC Goma Kivu Ituri Bukavu Kabila Tshisekedi Lubumbashi Katanga Beni Bemba Rwanda Kasai`),
		against: wordSet(`Brazzaville Sassou Nguesso Pointe-Noire`),
		nation:  gazetteer.Nation{QID: "Q971", Name: "Republic of the Congo"},
	},
	"Q668": { // India
		names: map[string]bool{"indian": true, "indians": true},
		words: wordSet(`India Delhi Mumbai Modi Hindu Hindus Bangalore Bengaluru Chennai Kolkata Kashmir Pakistan Gandhi rupees BJP Punjab Gujarat`),
		against: wordSet(`reservation reservations tribe tribes tribal Navajo Cherokee Sioux Lakota Apache Choctaw Mohawk Native Pueblo casino
			powwow settlers missions`),
	},
	"Q30": { // the United States
		names:   map[string]bool{"america": true},
		words:   wordSet("U.S. US U.S.A. USA United Washington Americans American Trump Biden Obama Bush Congress Senate Senator Republican Democrat Pentagon"),
		against: wordSet("Latin Honduras Nicaragua Guatemala Salvador Panama Colombia Venezuela Argentina Brazil Chile Peru Bolivia Ecuador Cuba Mexico"),
	},
	"Q786": { // the Dominican Republic
		names:   map[string]bool{"dominican": true, "dominicans": true},
		words:   wordSet(`Santo Domingo Haiti Haitian`),
		against: wordSet(`Dominica Roseau friar friars monastery monk monks priest Order`),
	},
	"Q785": { // Jersey
		words:  wordSet(`Guernsey Helier Channel Islands`),
		needed: true,
	},
}

// partOf stand behind the name of a country in the names of other places: Niger State.
var partOf = wordSet("State state Delta River river County county Basin City")

// nationOf returns the country or people that mention m names, as the article means it.
func (x *text) nationOf(m mention, name string) (gazetteer.Nation, bool) {
	n, ok := x.nation(name)
	if !ok || x.language != english {
		return n, ok
	}
	if !n.People && x.partOfAnother(m) {
		return gazetteer.Nation{Name: name + " " + x.word(m.last)}, true
	}
	if n.People && x.spoken(m) {
		return gazetteer.Nation{Name: name + " (language)", People: true}, true
	}
	r, doubt := rivals[n.QID]
	if !doubt || r.names != nil && !r.names[strings.ToLower(name)] {
		return n, true
	}
	pro, contra := x.speakOf(n.QID, r)
	if n.QID == "Q230" && !n.People && pro == 0 && x.behindTown(m) {
		contra++
	}
	if contra <= pro && (!r.needed || pro > 0) {
		return n, true
	}
	r.nation.People = n.People
	return r.nation, r.nation.Name != "" && !n.People || r.nation.QID != ""
}

// What stands around the name of a language, which has the name of a people.
var (
	beforeLanguage = wordSet("in speak speaks spoke spoken speaking learn learned learning teach teaches taught into understand fluent from reads read")
	behindLanguage = wordSet("language languages speaker speakers speaking translation translations lessons immersion subtitles dialect grammar")
	behindPhrase   = wordSet("and or but to at as for is was with that because on in by . , ; : ) \" ” ’")
)

// spoken reports whether m is a language: "in English", "French lessons".
func (x *text) spoken(m mention) bool {
	next := ""
	if m.last < len(x.Tokens) {
		if next = x.word(m.last); next == "-" && m.last+1 < len(x.Tokens) {
			next = x.word(m.last + 1)
		}
	}
	if behindLanguage[next] {
		return true
	}
	return m.first > 0 && m.last-m.first == 1 && beforeLanguage[x.word(m.first-1)] && (next == "" || behindPhrase[next])
}

// partOfAnother reports whether m is the beginning of another place's name.
// The US State Department is none.
func (x *text) partOfAnother(m mention) bool {
	i := m.last
	return i < len(x.Tokens) && partOf[x.word(i)] && x.near(i-1) && !(i+1 < len(x.Tokens) && x.shapes[i+1] >= capital)
}

// speakOf returns how many words of the article speak for the country and for
// its rival. They are counted once.
func (x *text) speakOf(qid string, r rival) (pro, contra int) {
	if x.spoke == nil {
		x.spoke = map[string][2]int{}
	}
	n, ok := x.spoke[qid]
	if !ok {
		n = [2]int{x.speak(r.words), x.speak(r.against)}
		x.spoke[qid] = n
	}
	return n[0], n[1]
}

// speak returns how many different of the words the article has.
func (x *text) speak(words map[string]bool) int {
	seen := map[string]bool{}
	for i := range x.Tokens {
		if w := x.word(i); words[w] {
			seen[w] = true
		}
	}
	return len(seen)
}

// behindTown reports whether a place and a comma stand before m: Macon, Georgia.
func (x *text) behindTown(m mention) bool {
	if m.first < 2 || x.word(m.first-1) != "," {
		return false
	}
	town, ok := x.mentionAt(m.first - 2)
	return ok && town.kind == reader.EntityPlace && !x.country(town.first, town.last)
}

// peopleNames are the peoples whose usual name is not the adjective that the table has first.
var peopleNames = map[string]string{
	"Q30": "American", "Q145": "British", "Q851": "Saudi", "Q232": "Kazakh", "Q265": "Uzbek", "Q863": "Tajik", "Q874": "Turkmen",
	"Q813": "Kyrgyz", "Q189": "Icelandic", "Q1045": "Somali", "Q1008": "Ivorian", "Q754": "Trinidadian", "Q244": "Barbadian",
	"Q1037": "Rwandan", "Q736": "Ecuadorian", "Q214": "Slovak", "Q215": "Slovene", "Q664": "New Zealander", "Q837": "Nepali",
	"Q1019": "Malagasy", "Q954": "Zimbabwean", "Q928": "Filipino", "Q32": "Luxembourgish", "Q9676": "Manx",
}

// nationName returns what a country or people is called in all articles, so
// that "U.S." in one and "America" in another are one entry; "" if the
// article's own names are as good.
func (x *text) nationName(t *thing) string {
	if x.language != english || t.nation == "" {
		return ""
	}
	if t.kind == reader.EntityNationality && t.country != "" {
		if n := peopleNames[t.country]; n != "" {
			return n
		}
		return gazetteer.Adjective(t.country)
	}
	return t.nation
}
