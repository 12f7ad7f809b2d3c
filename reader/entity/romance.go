package entity

import (
	"slices"
	"strings"

	"offprint/reader"
	"offprint/reader/entity/gazetteer"
)

// sieveRomance drops from French and Spanish texts what is surely no name:
// English words, words in capitals, and titles of offices and headings that
// look like a person's name but have none of the words that people's have.
func (x *text) sieveRomance() {
	for i := range x.mentions {
		for m := &x.mentions[i]; m.kind == reader.EntityPerson && m.last-m.first > 2 && m.skip == 0 && romanceWords[strings.ToLower(x.word(m.first))]; {
			m.first++
		}
	}
	x.mentions = slices.DeleteFunc(x.mentions, func(m mention) bool {
		switch m.kind {
		case reader.EntityPerson:
			return x.nobody(m)
		case reader.EntityNationality, reader.EntityOther:
			return x.englishWord(m)
		case reader.EntityOrganization:
			return m.last-m.first == 1 && romanceWords[strings.ToLower(x.word(m.first))]
		}
		return false
	})
}

// romanceWords begin headings and the names of offices, or stand alone at the
// head of sentences, and are given names or companies in the tables.
var romanceWords = wordSet(`por entonces tanto cerca zona soltera base domingo pastor entrevista además según aprender evaluación
	au un une le la les el los las ville nord sud est ouest moyen ancien ancienne haute hautes collège école mines chimie observatoire
	comité secretaría primer primera política estado grupo corte código salón departamento organización estallido estudios unión
	symphonie requiem revues service code domaine reference administrative social political creative los crédit armées mutuelles
	aéroports hacia donde cuando muy mi me tu su puede lee escucha`)

// nobody reports whether m has nothing of a person's name but capitals.
func (x *text) nobody(m mention) bool {
	if romanceWords[strings.ToLower(x.word(m.first)[m.skip:])] {
		return true
	}
	start, end := x.flags(m.first), x.flags(m.last-1)
	if m.last-m.first > 1 && x.shapes[m.first] == capitals && x.shapes[m.last-1] == capitals {
		return start&gazetteer.First == 0 || end&gazetteer.Last == 0
	}
	if m.last-m.first == 1 || start&gazetteer.First != 0 {
		return false
	}
	titled := m.first > 0 && x.flags(m.first-1)&gazetteer.Title != 0
	return !titled && end&gazetteer.Last == 0
}

// englishWord reports whether m is an English word of the tables that a text
// in another language has in a title or a trade name, or a mere acronym.
func (x *text) englishWord(m mention) bool {
	name := x.Text[x.Tokens[m.first].Start:x.Tokens[m.last-1].End]
	if m.kind == reader.EntityOther {
		return m.last-m.first == 1 && !oneThing[name]
	}
	nation, ok := gazetteer.FindNation(name)
	return !ok || strings.EqualFold(gazetteer.Adjective(nation.QID), name) || peopleNames[nation.QID] == name
}
