package people

import (
	"strings"

	"offprint/reader"
	"offprint/reader/quote/grammar"
	"offprint/reader/quote/word"
)

// completeGiven lets those who were given by a surname alone have the forename
// that stands before it once, where it was taken for a part of something else:
// Minister for Trade Oyelu Lindo, and then Lindo.
func (p *Named) completeGiven(a *Analysis) {
	if !a.Language.Full {
		return
	}
	short := map[string]int32{}
	for id := range p.List {
		x := &p.List[id]
		if x.Kind == reader.EntityPerson && x.given && x.First == "" && len(x.Name) >= 4 && !strings.ContainsAny(x.Name, " .") {
			short[x.Name] = int32(id)
		}
	}
	for i := 1; i < len(a.Tokens) && len(short) > 0; i++ {
		t := &a.Tokens[i]
		if !t.Upper {
			continue
		}
		w := a.Text[t.Start:t.End]
		if id, ok := short[w]; ok && a.forenameAt(i-1) && p.bearer(w) == none && p.completeAt(a, i, id) {
			delete(short, w)
		}
	}
}

// completeAt lets person id, whose surname is token i, be named by it and the
// forenames and initials before it, and reports whether nobody else is.
func (p *Named) completeAt(a *Analysis, i int, id int32) bool {
	first := i - 1
	for first > 0 && a.Tokens[first-1].Run == a.Tokens[i].Run && a.Tokens[first-1].Upper && (a.Tokens[first-1].Word.Is(word.Forename) || a.initialAt(first-1)) {
		first--
	}
	for k := first; k <= i; k++ {
		if n := p.At[k]; n != none && p.List[p.Namings[n].Person].Kind == reader.EntityPerson && p.Namings[n].Person != id {
			return false
		}
	}
	if n := p.At[i]; n != none {
		switch x := &p.Namings[n]; {
		case int(x.Last) != i+1:
			return false
		case int(x.First) < first:
			x.Last = int32(first)
			p.name(a, first, i+1, id)
		default:
			p.List[id].full++
			x.First, x.Person = int32(first), id
			for k := first; k < i; k++ {
				p.At[k] = n
			}
		}
	} else {
		p.name(a, first, i+1, id)
	}
	x := &p.List[id]
	x.Name = a.Text[a.Tokens[first].Start:a.Tokens[i].End]
	x.First = a.Text[a.Tokens[first].Start:a.Tokens[first].End]
	return true
}

// forenameAt reports whether token i can be a forename: one that is known, or a
// word that is no other.
func (a *Analysis) forenameAt(i int) bool {
	t := &a.Tokens[i]
	if a.initialAt(i) {
		return t.Run == a.Tokens[i+1].Run
	}
	if t.Kind != grammar.KindWord || !t.Upper || t.Caps || t.End-t.Start < 3 || t.Run != a.Tokens[i+1].Run {
		return false
	}
	if t.Word.Is(word.Forename) {
		return !t.Word.Is(word.Title | word.Role)
	}
	w := a.Text[t.Start:t.End]
	return t.Word.Class == 0 && t.Word.Cue == word.CueNone && !a.beginsSentence(i) && !a.nationality(int32(i)) && !beforePlaces[w] && !grammar.Occupation(w) && !strings.Contains(w, ".")
}

// initialAt reports whether token i is an initial: K, J.R.
func (a *Analysis) initialAt(i int) bool {
	t := &a.Tokens[i]
	if w := a.Text[t.Start:t.End]; t.Kind == grammar.KindWord && len(w) > 2 {
		return len(w) < 6 && w[1] == '.' && t.Upper && w[len(w)-1] == '.' && !t.Word.Is(word.Title)
	}
	return a.LetterFor(i)
}

// initialsAt reports whether token i is one initial or two in one: KS.
func (a *Analysis) initialsAt(i int) bool {
	t := &a.Tokens[i]
	return a.Language.Full && (a.initialAt(i) || t.Caps && t.End-t.Start == 2 && t.Word.Class == 0)
}

// overInitials returns where the name at token first begins if initials stand
// before it that were not given with it: K S Anna Lind.
func (a *Analysis) overInitials(first int) int {
	for a.Language.Full && first > 0 && a.initialAt(first-1) && a.Tokens[first-1].Run == a.Tokens[first].Run && a.Named.At[first-1] == none {
		first--
	}
	return first
}

// beforePlaces are the words that make a surname that of a place or a thing.
var beforePlaces = map[string]bool{
	"Fort": true, "Port": true, "Lake": true, "Camp": true, "Mount": true, "Saint": true, "Santa": true, "San": true, "New": true,
	"Cape": true, "Point": true, "Team": true, "Hurricane": true, "Operation": true, "Hotel": true, "Villa": true, "Casa": true,
	"North": true, "South": true, "East": true, "West": true, "River": true, "Island": true, "Club": true, "Real": true,
	"Storm": true, "Typhoon": true, "Project": true, "Stadium": true, "Avenue": true, "Street": true,
}

// unarticled returns a surname without the article that Arabic ones have: Al-Sabri is Sabri.
func unarticled(s string) string {
	if len(s) > 6 && (s[0]|0x20 == 'a' || s[0]|0x20 == 'e') && s[1] == 'l' && s[2] == '-' {
		return s[3:]
	}
	return s
}

// within reports whether w stands inside a name of three words and more, neither
// first nor last.
func within(name, w string) bool {
	_, rest, _ := strings.Cut(name, " ")
	k := strings.Index(rest, w+" ")
	return k == 0 || k > 0 && rest[k-1] == ' '
}
