package entity

import (
	"strings"

	"offprint/reader"
	"offprint/reader/entity/gazetteer"
)

// Every country has a Foreign Ministry and a Supreme Court. Such names are
// told apart by the country that stands beside them, "Iran's Foreign
// Ministry", and named with it, so that those of two countries are two things
// in an article and in the archive. Where an article speaks of one alone, its
// name without a country is that one's.

// ownedBody tells whose an organisation is.
type ownedBody struct {
	key     string // of the name without its country
	country string // its identifier, or severalOwners
}

// severalOwners stands for a country that cannot be told.
const severalOwners = "?"

// owned returns, by the first token of their mentions, the organisations that
// any country may have, where a country stands beside one of that name.
func (x *text) owned() map[int]ownedBody {
	found := map[int]ownedBody{}
	if x.language != english {
		return found
	}
	owners := map[string]string{}  // by key: the country so far, severalOwners for two
	for _, m := range x.mentions { // in the order of the text: a country is known once it was named
		if m.kind != reader.EntityOrganization {
			continue
		}
		first, last, country := x.bodyOf(m)
		if !x.common(first, last) {
			continue
		}
		key := plainKey(x.Text[x.Tokens[first].Start:x.Tokens[last-1].End])
		if _, known := aliases()[key]; known {
			continue
		}
		found[m.first] = ownedBody{key, country}
		switch was := owners[key]; {
		case country == "":
			found[m.first] = ownedBody{key, was}
		case was == "":
			owners[key] = country
		case was != country:
			owners[key] = severalOwners
		}
	}
	for at, o := range found {
		switch {
		case owners[o.key] == "":
			delete(found, at)
		case o.country == "":
			found[at] = ownedBody{o.key, severalOwners}
		}
	}
	return found
}

// bodyOf returns the tokens of an organisation's name without the country in
// or beside it, and that country.
func (x *text) bodyOf(m mention) (first, last int, country string) {
	first, last = m.first, m.last
	for n := min(3, last-first-1); n > 0; n-- { // Iranian Foreign Ministry
		if q := x.qid(first, first+n); q != "" {
			first += n
			if x.possessive(first) && first+1 < last {
				first++
			}
			return first, last, q
		}
	}
	for i := first + 1; i+1 < last; i++ { // Ministry of Defence of Iran
		if x.word(i) == "of" {
			if q := x.qid(i+1, last); q != "" {
				return first, i, q
			}
		}
	}
	before := first
	if before > 0 && x.possessive(before-1) {
		before--
	}
	if _, q := x.nationBefore(before, max(0, before-3)); q != "" && (before < first || !x.farFrom(before)) {
		return first, last, q
	}
	if last+1 < len(x.Tokens) && x.word(last) == "of" {
		if n, _ := x.match(last+1, len(x.Tokens), gazetteer.Country); n > 0 {
			return first, last, x.qid(last+1, last+1+n)
		}
	}
	return first, last, ""
}

// farFrom reports whether the country that ends before token at has nothing to
// do with what follows: "in Iran Parliament said" may mean any.
func (x *text) farFrom(at int) bool {
	first, _ := x.nationBefore(at, max(0, at-3))
	return first > 0 && roleFar[plainKey(x.word(first-1))]
}

// common reports whether the words from first to last are such as name no one
// organisation: Foreign Ministry, but not Red Cross of Norland.
func (x *text) common(first, last int) bool {
	for i := first; i < last; i++ {
		if w := plainKey(x.word(i)); !bodyWords[w] && !connectors[w] {
			return false
		}
	}
	if last-first == 1 {
		return bodies[plainKey(x.word(first))]
	}
	return bodyHeads[plainKey(x.word(first))] || bodyHeads[plainKey(x.word(last-1))]
}

// bodies are names by themselves of what every state has, bodyHeads begin or
// end longer ones, bodyWords are all that such names are made of.
var (
	bodies    = wordSet("parliament government army navy police senate congress cabinet treasury")
	bodyHeads = wordSet(`ministry ministries department parliament senate congress assembly court courts cabinet government army navy
		police treasury embassy council commission bank force forces guard prosecutor agency authority party federation association
		committee office service union union's corps`)
	bodyWords = wordSet(`ministry department parliament senate congress assembly court cabinet government army navy police treasury
		embassy council commission bank force forces guard prosecutor prosecutors agency authority party federation association committee
		office service services union corps
		foreign prime interior defense defence finance health justice education culture agriculture energy transport trade economy economic
		labor labour environment information intelligence external internal home affairs commerce industry tourism oil petroleum water
		science technology migration immigration communications national supreme high constitutional central federal state general air armed
		coast border communist socialist liberal conservative green football soccer olympic athletics cricket rugby basketball electoral
		election human rights anti-corruption meteorological weather statistics nuclear space civil aviation security public
		prosecution attorney general's prosecutor's president's minister's atomic press development planning housing social
		employment women youth sports sport veterans people's lower upper house representatives deputies emergency emergencies disaster
		management maritime railway railways customs tax revenue audit investigation investigative reserve`)
)

// ownedName returns an organisation's name with its country: as the article
// writes it somewhere, else as it would be written.
func (x *text) ownedName(t *thing, best *name) reader.Text {
	of := gazetteer.Adjective(t.owner)
	if t.owner == "" || of == "" {
		return best.text
	}
	for _, m := range t.mentions {
		if first, last, q := x.bodyOf(m); q == t.owner && (first > m.first || last < m.last) {
			return best.text // it is the longest of the names, and has the country
		}
	}
	return reader.CleanLine(of + " " + strings.TrimPrefix(string(best.text), "the "))
}
