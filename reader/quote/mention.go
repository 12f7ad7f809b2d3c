package quote

import (
	"offprint/reader/quote/grammar"
	"offprint/reader/quote/people"
	"offprint/reader/quote/word"
)

// aliasOf returns the token of the name in apposition to noun phrase i, or none.
func (a *analysis) aliasOf(i int) int32 {
	if h := a.NameBehindPlace(i); h != none {
		return h
	}
	from := i
	if i = a.overDomains(i); i > from {
		if h := a.twoOffices(from, i); h != none {
			return h
		}
	}
	if h := a.behindAdjectives(i); h != none {
		return h
	}
	if a.KindAt(i+1) == grammar.PhraseConj && a.KindAt(i+2) == grammar.PhraseNoun && a.KindAt(i+3) == grammar.PhraseComma && a.KindAt(i+4) == grammar.PhraseNoun && a.IsPerson(i+4) && a.WordAt(i).Is(word.Human) && a.WordAt(i+2).Is(word.Human) && !a.WordAt(i).Is(word.Plural) {
		return a.Phrases[i+4].Head // her friend and neighbour, Anna Lind
	}
	if h := a.HeadAt(i); a.KindAt(i+1) == grammar.PhraseConj && a.KindAt(i+2) == grammar.PhraseNoun && !h.Upper && (!a.Tokens[a.Phrases[i+2].First].Upper || a.OfficeAndName(i, i+2)) {
		return a.Phrases[i+2].Head // academic and author Anna Lind
	}
	if a.KindAt(i+1) == grammar.PhraseConj && a.KindAt(i+2) == grammar.PhraseNoun && a.WordAt(i).Is(word.Role|word.Title) && a.Tokens[a.Phrases[i+2].First].Word.Is(word.Role|word.Title) {
		if h := a.Phrases[i+2].Head; a.NamesPerson(int(h)) && !a.IsPerson(i) {
			return h // President and Chief Executive Anna Lind
		}
	}
	if a.KindAt(i+1) == grammar.PhraseComma && a.KindAt(i+2) == grammar.PhraseNoun {
		if a.WordAt(i).Is(word.Role) && !a.IsPerson(i+2) && a.KindAt(i+3) == grammar.PhraseComma && a.KindAt(i+4) == grammar.PhraseNoun && a.IsPerson(i+4) {
			return a.Phrases[i+4].Head // the chairman, Pilots' Union, Anna Lind
		}
		if h := a.Phrases[i+2].Head; a.Tokens[h].Upper {
			return h
		}
	}
	return none
}

// aliasOfAuthor returns the token of the person's name in apposition to noun phrase
// i, to which "according" leads, between commas or at the end of the sentence, or
// none: according to the founder, Anna Lind, the boat is late.
func (a *analysis) aliasOfAuthor(i int) int32 {
	if t := a.HeadAt(i); a.IsPerson(i) || !t.Word.Is(word.Role|word.Human|word.Title) && !people.HyphenRole(a.Text[t.Start:t.End]) {
		return none
	}
	h := a.aliasOf(i)
	if h == none || !a.NamesPerson(int(h)) {
		return none
	}
	for k := i + 1; k < len(a.Phrases); k++ {
		if a.Phrases[k].Head == h {
			if next := a.KindAt(k + 1); k+1 < len(a.Phrases) && next != grammar.PhraseComma && next != grammar.PhraseStop {
				return none // according to the mayor, Anna Lind was late
			}
			return h
		}
	}
	return none
}

// overDomains returns the last of the noun phrases that prepositions hang on noun phrase i.
func (a *analysis) overDomains(i int) int {
	for a.DashOfOffice(i + 1) {
		i += 2
	}
	for a.KindAt(i+1) == grammar.PhrasePrep && a.KindAt(i+2) == grammar.PhraseNoun {
		i += 2
		for a.Phrases[i].Poss && a.KindAt(i+1) == grammar.PhraseNoun {
			i++
		}
	}
	return i
}

// twoOffices returns the token of the name behind a second office that "and" joins
// to the one of noun phrase from, whose domain ends with phrase i, or none: the
// manager of the pier and director of the harbour, Anna Lind.
func (a *analysis) twoOffices(from, i int) int32 {
	t := a.HeadAt(from)
	if a.KindAt(i+1) != grammar.PhraseConj || a.KindAt(i+2) != grammar.PhraseNoun || !a.WordAt(i+2).Is(word.Role) || a.WordAt(i+2).Is(word.Plural) || a.IsPerson(i+2) {
		return none
	}
	if t.Word.Is(word.Plural) || !t.Word.Is(word.Role) && !people.HyphenRole(a.Text[t.Start:t.End]) {
		return none
	}
	k := a.overDomains(i + 2)
	if a.KindAt(k+1) != grammar.PhraseComma || a.KindAt(k+2) != grammar.PhraseNoun || !a.IsPerson(k+2) {
		return none
	}
	return a.Phrases[k+2].Head
}

// behindAdjectives returns the token of the name in apposition to noun phrase i
// whose role two adjectives tell, or none: a pilot, tidal and harbour engineer Anna Lind.
func (a *analysis) behindAdjectives(i int) int32 {
	if a.KindAt(i+1) != grammar.PhraseComma || a.KindAt(i+2) != grammar.PhraseNoun || a.KindAt(i+3) != grammar.PhraseConj || a.KindAt(i+4) != grammar.PhraseNoun || a.KindAt(i+5) != grammar.PhraseComma || !a.OfficeHead(i) || !a.IsPerson(i+4) {
		return none
	}
	first, p := a.HeadAt(i+2), &a.Phrases[i+4]
	n := a.Named.At[p.Head]
	if n == none || first.Upper || first.Word.Is(word.Human|word.Pron) || a.Phrases[i+2].Last-a.Phrases[i+2].First > 1 {
		return none
	}
	x := &a.Named.Namings[n]
	if x.Last-x.First < 2 || x.First <= p.First || !a.Tokens[x.First-1].Word.Is(word.Role|word.Title) || a.Tokens[p.First].Upper {
		return none
	}
	return p.Head
}

// mention returns the source that the noun phrase i is, with the phrases that
// hang on it by "of" and "for", and the token it turns on.
func (a *analysis) mention(i int) (span, int32) {
	p := &a.Phrases[i]
	last := i
	for a.DashOfOffice(last + 1) {
		last += 2
	}
	for a.KindAt(last+1) == grammar.PhrasePrep && (a.KindAt(last+2) == grammar.PhraseNoun) && (a.IsWord(last+1, "of") || a.IsWord(last+1, "for") || a.IsWord(last+1, "from") || a.IsWord(last+1, "at") || a.IsWord(last+1, "to") && last == i && a.Tokens[p.Head].Word.Is(word.Role|word.Title) || last == i && a.WrittenBy(last+1, p.Head)) {
		last += 2
		for a.Phrases[last].Poss && a.KindAt(last+1) == grammar.PhraseNoun {
			last++
		}
	}
	return span{a.Tokens[p.First].Start, a.Tokens[a.Phrases[last].Last-1].End}, p.Head
}
