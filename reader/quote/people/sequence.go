package people

import (
	"offprint/reader"
	"offprint/reader/quote/grammar"
	"offprint/reader/quote/word"
)

// sequence decides what the capitals from i to j name.
func (p *Named) sequence(a *Analysis, s grammar.Sentence, i, j int, long bool) {
	first, titled := a.nameBegin(i, j)
	first = a.pastRole(first, j)
	n := j - first
	switch {
	case n <= 0 || n > 1 && a.office(j-1):
		return
	case n == 1:
		if !long {
			p.short(a, first, titled)
		}
		return
	case !long:
		return
	}
	forename := a.Tokens[first].Word.Is(word.Forename)
	if k := a.beforeHonours(first, j); k < j && k-first > 1 && k-first <= 4 && (titled || forename) {
		id := p.Enter(a, first, k, reader.EntityPerson)
		p.List[id].trusted = true
		p.name(a, first, j, id)
		return
	}
	last := &a.Tokens[j-1]
	switch {
	case n <= 4 && (titled || forename) && !last.Word.Is(word.Org):
		id := p.Enter(a, first, j, reader.EntityPerson)
		p.List[id].trusted = true
		p.name(a, first, j, id)
	case last.Word.Is(word.Org) || a.Tokens[first].Word.Is(word.Org|word.Adj) && !last.Word.Is(word.Title|word.Role):
		p.name(a, first, j, p.Enter(a, first, j, reader.EntityOrganization))
	case n <= 4 && !a.Language.Full && (forename || first > 0 && a.Tokens[first-1].Word.Cue != word.CueNone || a.behindPlace(first)):
		p.name(a, first, j, p.Enter(a, first, j, reader.EntityPerson))
	case a.Articled(first):
		if a.speakerHere(j, s) && !last.Word.Is(word.Role|word.Title) {
			p.name(a, first, j, p.Enter(a, first, j, reader.EntityOrganization)) // the World Harbour Review said
		}
	case n <= 3 && a.speakerHere(j, s) && !last.Caps && !a.genitive(first):
		p.name(a, first, j, p.Enter(a, first, j, reader.EntityPerson))
	}
}

// Articled reports whether "the" leads to token i, as it does to no person's name.
func (a *Analysis) Articled(i int) bool {
	return a.Language.Full && i > 0 && (a.Spelled(i-1, "the") || a.Spelled(i-1, "The"))
}

// speakerHere reports whether what ends before token j speaks or has an age:
// "Xi Yu, 45," and "said Xi Yu".
func (a *Analysis) speakerHere(j int, s grammar.Sentence) bool {
	if j >= int(s.Last) {
		return false
	}
	t := &a.Tokens[j]
	if (t.Word.Cue == word.CueSay || t.Word.Cue == word.CueTell && a.Language.Full) && t.Word.Is(word.Past|word.Third) && !t.Word.Is(word.Noun) {
		return true
	}
	if !a.Language.Full && a.aged(j, int(s.Last)) {
		return true
	}
	return t.Kind == grammar.KindPunct && t.Sign == ',' && j+1 < int(s.Last) && (a.Tokens[j+1].Kind == grammar.KindNumber || a.Tokens[j+1].Word.Is(word.Rel) || a.Tokens[j+1].Word.Is(word.Det))
}

// nameBegin returns where the name itself begins among the capitals from i to
// j, and whether a title stands before it.
func (a *Analysis) nameBegin(i, j int) (first int, titled bool) {
	first = i
	for k := i; k < j && !(a.Tokens[i].Word.Is(word.Forename) && !a.Tokens[i].Word.Is(word.Title)); k++ {
		w := a.Tokens[k].Word
		if k+1 < j && (a.ChargeEnds(k) || w.Is(word.Title) && !w.Is(word.Forename) || w.Is(word.Role) && (a.Tokens[k+1].Word.Is(word.Forename) || a.Language.Nouns && k+3 == j && a.Tokens[k+1].Word.Class == 0)) {
			first, titled = k+1, true
		}
	}
	if !titled {
		if i > 0 && a.Tokens[i-1].Kind == grammar.KindWord && a.Tokens[i-1].Word.Is(word.Title|word.Role) && !a.Tokens[i-1].Word.Is(word.Plural) {
			titled = true
		}
		for k := i + 1; k+1 < j && !a.initialsAt(i); k++ {
			if a.Tokens[k].Word.Is(word.Forename) && (!a.Language.Full && !a.Tokens[i].Word.Is(word.Forename) || !a.Tokens[i].Word.Is(word.Forename) && (a.Tokens[i].Word.Class != 0 || j-i >= 4)) {
				return k, titled
			}
		}
	}
	return first, titled
}

// office reports whether token i is a word for an office that is nobody's surname.
func (a *Analysis) office(i int) bool {
	t := &a.Tokens[i]
	return a.Language.Full && t.Word.Is(word.Role|word.Title) && offices[a.Text[t.Start:t.End]]
}

// offices are words in capitals that end no name.
var offices = map[string]bool{
	"Officer": true, "Director": true, "Executive": true, "Minister": true, "President": true, "Secretary": true, "Manager": true,
	"Chairman": true, "Chairperson": true, "Commissioner": true, "Ambassador": true, "Spokesman": true, "Spokesperson": true,
	"Editor": true, "Coordinator": true, "Inspector": true, "Superintendent": true, "Adviser": true, "Advisor": true,
}
