package quote

import (
	"strings"

	"offprint/reader/quote/grammar"
	"offprint/reader/quote/word"
)

// groupReach is how many sentences before it "they" looks back over.
const groupReach = 2

// group returns who "they", which the source of f is, are: the nearest subject
// before it that tells of several people by what they are, the dockers. It is
// empty if there is none, or if somebody else spoke in between.
func (a *analysis) group(f *found, s int32) span {
	t := &a.Tokens[f.head]
	if w := a.Text[t.Start:t.End]; !a.Language.Full || !plural[w] {
		return span{}
	}
	from := a.Sentences[max(0, s-groupReach)].First
	for i := f.head - 1; i >= from; i-- {
		t := &a.Tokens[i]
		if !t.Subject || t.Run != none || t.Kind != grammar.KindWord {
			continue
		}
		if n := a.Named.At[i]; n != none {
			return a.couple(n)
		}
		if t.Upper {
			return span{}
		}
		if !t.Word.Is(word.Pron|word.Time) && a.PluralNoun(int(i)) && (t.Word.Is(word.Role|word.Human) || grammar.Agent(a.Text[t.Start:t.End])) {
			start, end := a.NounAround(i)
			return span{start, end}
		}
	}
	return span{}
}

// couple returns the words that name two people whom "and" joins, the first by
// naming n, or nothing.
func (a *analysis) couple(n int32) span {
	x := &a.Named.Namings[n]
	if !a.Spelled(int(x.Last), "and") || int(x.Last)+1 >= len(a.Tokens) || a.Named.At[x.Last+1] == none || !a.NamesPerson(int(x.First)) || !a.NamesPerson(int(x.Last)+1) {
		return span{}
	}
	y := &a.Named.Namings[a.Named.At[x.Last+1]]
	return span{a.Tokens[x.First].Start, a.Tokens[y.Last-1].End}
}

// both returns the words for two people who speak as one, the first of them by
// naming n, which is the source of f: Anna Lind and her deputy Erik Moe said. It
// is empty if the second name is the subject of a verb of its own.
func (a *analysis) both(f *found, n int32) span {
	x := &a.Named.Namings[n]
	if !a.Language.Full || !a.Spelled(int(x.Last), "and") || !a.NamesPerson(int(x.First)) || f.how == patternLabel || f.how == patternSigned {
		return span{}
	}
	k := int(x.Last) + 1
	for k < len(a.Tokens) && k < int(x.Last)+7 && a.Named.At[k] == none && a.beforeName(k) {
		k++
	}
	if k >= len(a.Tokens) || !a.NamesPerson(k) || a.Named.Namings[a.Named.At[k]].Person == x.Person {
		return span{}
	}
	last := int(a.Named.Namings[a.Named.At[k]].Last)
	switch {
	case last >= len(a.Tokens) || a.Tokens[last].Glued && a.Tokens[last].Word.Is(word.Poss):
		return span{}
	case f.cue.start > a.Tokens[k].Start && (a.Tokens[last].Start == f.cue.start || a.Tokens[last].Word.Is(word.Adv|word.Have|word.Time)):
	case f.cue.end > 0 && f.cue.end <= a.Tokens[x.First].Start && a.Stops(last):
	default:
		return span{}
	}
	return span{a.Tokens[a.Named.Namings[n].First].Start, a.Tokens[last-1].End}
}

// beforeName reports whether token k can be a title or role before a name: her
// deputy, fellow Republican Representative.
func (a *analysis) beforeName(k int) bool {
	t := &a.Tokens[k]
	return t.Kind == grammar.KindWord && t.Run == none && (t.Upper || t.Word.Is(word.Title|word.Role|word.Human|word.Poss|word.Det|word.Adj) || a.Spelled(k, "fellow")) && !t.Word.Is(word.Finite&^word.Third&^word.Past)
}

// plural are the words for several people who were told of before.
var plural = map[string]bool{"they": true, "They": true, "their": true, "Their": true}

// ageSource reports whether the source of f is somebody's age alone: the 54-year-old.
func (a *analysis) ageSource(f *found) bool {
	s := strings.ToLower(a.Text[f.source.start:f.source.end])
	age, ok := strings.CutPrefix(s, "the ")
	if !a.Language.Full || !ok {
		return false
	}
	age, ok = strings.CutSuffix(age, "-year-old")
	return ok && age != "" && strings.Trim(age, "0123456789") == ""
}

// severalRoles reports whether token i is a role in the plural, which no single
// name stands for: the senators.
func (a *analysis) severalRoles(i int32) bool {
	if !a.Language.Full {
		return false
	}
	one, ok := strings.CutSuffix(strings.ToLower(a.Text[a.Tokens[i].Start:a.Tokens[i].End]), "s")
	return ok && a.Language.Words[one].Is(word.Role|word.Human)
}

// indefinite reports whether token i is an article that makes a role somebody
// who was not named before: a spokesman, eine Sprecherin, une source.
func (a *analysis) indefinite(i int32) bool {
	w := a.Text[a.Tokens[i].Start:a.Tokens[i].End]
	if a.Language.Full {
		switch strings.ToLower(w) {
		case "a", "an", "another", "some", "any", "no", "every", "each", "one":
			return true
		}
		return false
	}
	switch strings.ToLower(w) {
	case "ein", "eine", "einer", "un", "una", "une", "unos", "unas", "des", "kein", "keine":
		return true
	}
	return false
}
