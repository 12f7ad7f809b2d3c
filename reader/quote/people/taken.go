package people

import (
	"strings"

	"offprint/reader"
	"offprint/reader/quote/grammar"
	"offprint/reader/quote/word"
)

// tellPeople sets right who was given as a body or a place though the text tells
// that it is somebody: by a title before the name, an office behind it, or a
// surname alone that speaks; and whose name a place has at its end.
func (p *Named) tellPeople(a *Analysis) {
	if !a.Language.Full {
		return
	}
	for k := range len(p.Namings) {
		if id := p.personAtEnd(k); id != none {
			first := p.Namings[k].Last - int32(strings.Count(p.List[id].Name, " ")) - 1
			last := p.Namings[k].Last
			p.Namings[k].Last = first
			p.name(a, int(first), int(last), id)
			continue
		}
		n := &p.Namings[k]
		x := &p.List[n.Person]
		if x.Kind == reader.EntityPerson || !x.given || !strings.Contains(x.Name, " ") || !a.titledName(n) && !a.officeBehind(n) && !a.surnameSpeaks(n, x.Name) {
			continue
		}
		words := strings.Fields(x.Name)
		if len(words) > 4 || !plainWords(words) {
			continue
		}
		x.Kind, x.First, x.Last = reader.EntityPerson, words[0], surname(words)
	}
}

// personAtEnd returns the person whose full name ends naming k of a body or a
// place, or none: a leader in UP Anna Lind.
func (p *Named) personAtEnd(k int) int32 {
	n := &p.Namings[k]
	x := &p.List[n.Person]
	words := int(n.Last - n.First)
	if x.Kind == reader.EntityPerson || words < 3 || words != strings.Count(x.Name, " ")+1 {
		return none
	}
	for id := range p.List {
		y := &p.List[id]
		before := len(x.Name) - len(y.Name) - 1
		if y.Kind == reader.EntityPerson && y.First != "" && before > 0 && x.Name[before] == ' ' && strings.HasSuffix(x.Name, y.Name) && strings.Contains(y.Name, " ") {
			return int32(id)
		}
	}
	return none
}

// plainWords reports whether all words of a name are forenames or no known words.
func plainWords(words []string) bool {
	for _, w := range words {
		if x := word.English().Lookup(w); x.Class&^(word.Forename|word.Male|word.Female) != 0 || x.Cue != word.CueNone || strings.ToUpper(w) == w || Particles[w] || beforePlaces[w] {
			return false
		}
	}
	return true
}

// titledName reports whether a title that only people have stands before naming n: Dr, Mr.
func (a *Analysis) titledName(n *Naming) bool {
	if n.Last-n.First < 2 || n.First == 0 {
		return false
	}
	t := &a.Tokens[n.First-1]
	return t.Kind == grammar.KindWord && t.Upper && t.Word.Is(word.Title) && !t.Word.Is(word.Role|word.Forename)
}

// officeBehind reports whether a comma and an office follow naming n, as behind
// nobody but a person: Ato Mihra Bebe, general manager of the harbour.
func (a *Analysis) officeBehind(n *Naming) bool {
	if n.Last-n.First < 2 || !a.Spelled(int(n.Last), ",") {
		return false
	}
	for i := int(n.Last) + 1; i < len(a.Tokens) && i < int(n.Last)+5; i++ {
		t := &a.Tokens[i]
		switch {
		case t.Kind != grammar.KindWord || t.Run != none || t.Word.Is(word.Prep|word.Conj|word.Poss|word.Rel):
			return false
		case personalOffices[a.Text[t.Start:t.End]]:
			return a.Spelled(i+1, "of") || a.Spelled(i+1, "at") || a.Spelled(i+1, "for") || a.Spelled(i+1, ",")
		}
	}
	return false
}

// personalOffices are those that no body has.
var personalOffices = map[string]bool{
	"manager": true, "director": true, "chairman": true, "chairwoman": true, "chairperson": true, "president": true,
	"secretary": true, "minister": true, "spokesman": true, "spokeswoman": true, "spokesperson": true, "officer": true,
	"professor": true, "lecturer": true, "commissioner": true, "superintendent": true, "coordinator": true, "mayor": true,
	"executive": true, "analyst": true, "economist": true, "researcher": true, "teacher": true, "engineer": true,
}

// surnameSpeaks reports whether naming n is the last word of name alone and says something.
func (a *Analysis) surnameSpeaks(n *Naming, name string) bool {
	if n.Last-n.First != 1 || int(n.Last) >= len(a.Tokens) || !strings.HasSuffix(name, " "+a.Text[a.Tokens[n.First].Start:a.Tokens[n.First].End]) {
		return false
	}
	t := &a.Tokens[n.Last]
	return t.Run == none && t.Word.Cue == word.CueSay && t.Word.Is(word.Past|word.Third) && !t.Word.Is(word.Noun)
}
