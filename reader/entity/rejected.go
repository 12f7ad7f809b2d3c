package entity

import (
	"offprint/reader"
	"offprint/reader/entity/gazetteer"
	"offprint/reader/token"
)

// doubtful reports whether the tagger is not sure enough of m.
func (x *text) doubtful(m mention) bool {
	switch {
	case x.language != english:
		return false
	case m.kind == reader.EntityOrganization:
		return m.sure < leastOrganization && !(m.sure > leastListed && x.listed(m))
	case m.kind == reader.EntityPerson, m.kind == reader.EntityPlace:
		return m.sure < leastSure
	}
	return false
}

// listed reports whether the tables have the whole of m as an organisation.
func (x *text) listed(m mention) bool {
	n, f := x.match(m.first, m.last, orgFlags)
	return n == m.last-m.first && f&(gazetteer.Org|gazetteer.Team) != 0
}

// rejected reports whether m is certainly no name.
func (x *text) rejected(m mention) bool {
	switch {
	case x.dated(m), x.partyTag(m), x.priced(m), x.callsThing(m):
		return true
	case m.kind != reader.EntityOrganization && m.kind != reader.EntityPlace && x.onlyTitles(m):
		return true
	case m.last-m.first == 1 && boilerplate[x.word(m.first)] && !(m.kind == reader.EntityPerson && m.sure > 0.8):
		return true
	}
	return x.doubtful(m)
}

// dated reports whether m has no words, or none but those of a date. Events are
// called by their day, and some people and places by a month.
func (x *text) dated(m mention) bool {
	letters, dates := false, true
	for i := m.first; i < m.last; i++ {
		if x.Tokens[i].Kind == token.Word {
			letters = true
			dates = dates && x.table.Find(x.hashes[i])&gazetteer.Date != 0
		}
	}
	switch {
	case !letters:
		return true
	case !dates || m.kind == reader.EntityEvent:
		return false
	}
	return m.last-m.first > 1 || m.kind != reader.EntityPerson && m.kind != reader.EntityPlace || m.sure < 0.6
}

// priced reports whether m only tells whose money is meant: US $5, five million US dollars.
func (x *text) priced(m mention) bool {
	if m.last == len(x.Tokens) || m.kind != reader.EntityPlace {
		return false
	}
	next := x.word(m.last)
	return next == "$" || next == "£" || m.first > 0 && (next == "dollars" || next == "dollar") && x.amount(m.first-1)
}

// callsThing reports whether m is one word that stands for a thing: AI, LNG, CEO.
func (x *text) callsThing(m mention) bool {
	if m.last-m.first != 1 {
		return false
	}
	w, f := x.word(m.first), x.table.Find(x.hashes[m.first])
	return w == "Constitution" || w == "Revolution" || m.kind == reader.EntityOrganization && f&gazetteer.Thing != 0 && f&orgFlags == 0
}

// amount reports whether token i ends a number.
func (x *text) amount(i int) bool {
	switch x.word(i) {
	case "hundred", "thousand", "million", "billion", "trillion":
		return true
	}
	return x.Tokens[i].Kind == token.Number
}

// boilerplate are words of web pages, and such as stand for a name but are none.
var boilerplate = wordSet(`Slideshow Photo Photos Video File Advertisement Share Subscribe Newsletter Read Related Image Images Highness
	Party Court Church Agency State Republic Park City Comments Tags Updated Published Editing Reporting Writing`)
