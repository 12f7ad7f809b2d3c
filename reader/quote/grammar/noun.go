package grammar

import (
	"strings"

	"offprint/reader/quote/word"
)

// nounPhrase appends the noun phrase that begins at token i.
func (a *Analysis) nounPhrase(i, end int) int {
	first := &a.Tokens[i]
	if first.Word.Is(word.Pron) && !first.Word.Is(word.Det|word.Number) || first.Word.Is(word.Object) && !first.Word.Is(word.Poss) {
		a.push(PhraseNoun, i, i+1, i)
		return i + 1
	}
	j, head := i, i
	poss := false
	for ; j < end; j++ {
		t := &a.Tokens[j]
		if t.Kind == KindPunct && a.signInNoun(i, j, end) {
			continue
		}
		// a mark: the rest of a phrase whose middle is quoted is left: a "very bad" deal
		if t.Kind == KindMark || t.Kind == KindPunct || t.Kind == KindWord && j > i && a.endsNoun(i, j, end) {
			break
		}
		if t.Word.Is(word.Poss) && t.Glued && j > i {
			poss = j+1 >= end || a.Tokens[j+1].Kind != KindWord || a.endsNoun(i, j+1, end)
			continue
		}
		if t.Kind == KindNumber || head == i || a.carries(t, &a.Tokens[head]) {
			head = j
		}
	}
	if j == i {
		a.push(PhraseOther, i, i+1, i)
		return i + 1
	}
	a.push(PhraseNoun, i, j, head).Poss = poss
	return j
}

// carries reports whether the word t rather than head is the noun that a
// phrase turns on: one Democrat familiar.
func (a *Analysis) carries(t, head *Token) bool {
	return !t.Word.Is(word.Adj) || t.Word.Is(word.Role|word.Human) || t.Upper || head.Word.Is(word.Adj|word.Det|word.Poss|word.Number)
}

// signInNoun reports whether the sign at token j stands inside the noun phrase
// from i: crews' boats, $ 5, north/south, a 5 % rise.
func (a *Analysis) signInNoun(i, j, end int) bool {
	t := &a.Tokens[j]
	if j+1 >= end {
		return false
	}
	switch t.Sign {
	case '\'':
		return t.Glued && j > i && a.Tokens[j+1].Kind == KindWord && !a.Tokens[j+1].Glued
	case '$', '%', '/':
		return true
	case '(', ')':
		return j > i && a.bracketInNoun(i, j, end)
	case '-':
		return t.Glued && a.Tokens[j+1].Glued
	}
	return false
}

// bracketInNoun reports whether the bracket at token j parts a name from the
// noun that it belongs to: the Harbour Office (HO) site.
func (a *Analysis) bracketInNoun(i, j, end int) bool {
	if a.Tokens[j].Sign == ')' {
		for k := j - 1; k > i && k >= j-longestBracket; k-- {
			if a.Tokens[k].Sign == '(' {
				return true
			}
		}
		return false
	}
	k := j + 1
	for k < end && k < j+longestBracket && a.Tokens[k].Kind == KindWord && a.Tokens[k].Upper && a.Tokens[k].Run == none {
		k++
	}
	if k+1 >= end || a.Tokens[k].Sign != ')' || k == j+1 || k == j+2 && !a.Tokens[j+1].Caps {
		return false
	}
	t := &a.Tokens[k+1]
	return t.Kind == KindWord && !t.Upper && a.nounish(k+1) && !a.verbHere(k+1, end)
}

// longestBracket is how many tokens a bracket inside a noun phrase may have.
const longestBracket = 6

// endsNoun reports whether the noun phrase from i ends before token j.
func (a *Analysis) endsNoun(i, j, end int) bool {
	t, last := &a.Tokens[j], &a.Tokens[j-1]
	w := t.Word
	switch {
	case t.Upper && a.names.Joined(j):
		return false // Reporters Without Borders
	case w.Is(word.Title) && t.Upper && a.titleOpens(i, j):
		return true
	case t.Upper && (j == i+1 && a.behindSite(i, j, end) || !last.Upper && a.behindOpening(j, end)):
		return true
	case w.Is(word.Poss) && t.Glued:
		return false // 's after a name is mostly a possessive
	case w.Is(word.That | word.Rel | word.Wh | word.Conj | word.To):
		return !(w.Is(word.Conj) && (a.joinsName(j, end) || a.joinsOffice(i, j, end)))
	case w.Is(word.Prep | word.Sub):
		return a.prepEnds(j, end)
	case w.Is(word.Det|word.Poss) && !w.Is(word.Number):
		return !last.Word.Is(word.Det) && !(w.Is(word.Adv) && last.Word.Is(word.Poss)) // all the, both these, his most
	case w.Is(word.Pron) && !w.Is(word.Number), w.Is(word.Object) && !w.Is(word.Poss), w.Is(word.Not):
		return true
	case w.Is(word.Time):
		if is, told := a.endsAtTime(i, j); told {
			return is
		}
	}
	if a.verbHere(j, end) {
		return true
	}
	return w.Is(word.Adv) && !w.Is(word.Adj|word.Det) && !t.Upper && !last.Word.Is(word.Det|word.Poss) && !a.ordinal(j)
}

// titleOpens reports whether the title at token j begins somebody's name behind
// a noun phrase from i that a preposition governs: in a letter Sen. Lind said.
func (a *Analysis) titleOpens(i, j int) bool {
	n, last := len(a.Phrases)-1, &a.Tokens[j-1]
	if n < 0 || a.Phrases[n].Kind != PhrasePrep || a.Text[a.Tokens[j].End-1] != '.' || last.Upper || last.Kind != KindWord {
		return false
	}
	return a.nounish(j-1) && !last.Word.Is(word.Role|word.Human|word.Adj|word.Det|word.Poss|word.Org)
}

// behindOpening reports whether somebody's name and a verb of speech stand at token
// j, behind a participle that opens the sentence and its object, without a comma:
// Describing the boats Lind said.
func (a *Analysis) behindOpening(j, end int) bool {
	if len(a.Phrases) == 0 || a.Phrases[0].Kind != PhraseVerb || a.Phrases[0].Verb&Gerund == 0 || !a.NamesPerson(j) || a.Tokens[j-1].Word.Is(word.Role|word.Human|word.Adj|word.Det|word.Poss|word.Org|word.Title) {
		return false
	}
	for k := j + 1; k < end && k < j+4; k++ {
		if t := &a.Tokens[k]; t.Kind != KindWord || !t.Upper {
			return t.Kind == KindWord && t.Word.Cue == word.CueSay && t.Word.Is(word.Past)
		}
	}
	return false
}

// behindSite reports whether somebody's name begins at token j, behind the site on
// which something was written: on Twitter Lind wrote.
func (a *Analysis) behindSite(i, j, end int) bool {
	n := len(a.Phrases) - 1
	if n < 0 || a.Phrases[n].Kind != PhrasePrep || !a.IsWord(n, "on") || !sites[a.Text[a.Tokens[i].Start:a.Tokens[i].End]] {
		return false
	}
	for k := j + 1; k < end && k < j+4; k++ {
		if t := &a.Tokens[k]; t.Kind != KindWord || !t.Upper {
			return t.Kind == KindWord && t.Word.Is(word.Past|word.Third|word.Aux)
		}
	}
	return false
}

// sites are where people write for everybody.
var sites = map[string]bool{
	"Twitter": true, "X": true, "Facebook": true, "Instagram": true, "TikTok": true, "YouTube": true, "Telegram": true,
	"Snapchat": true, "Reddit": true, "LinkedIn": true, "Weibo": true, "Threads": true, "Bluesky": true,
}

// ordinal reports whether token j is a "first" behind an adjective: the former
// first lady.
func (a *Analysis) ordinal(j int) bool {
	return a.Tokens[j-1].Word.Is(word.Adj) && a.Spelled(j, "first")
}

// prepEnds reports whether the preposition at token j ends a noun phrase: not
// inside the name of a body, nor as the noun behind an article (the like).
func (a *Analysis) prepEnds(j, end int) bool {
	if a.inCharge(j, end) {
		return false
	}
	noun := a.Tokens[j-1].Word.Is(word.Det|word.Poss) && j+1 < end && a.nounish(j+1)
	return !a.joinsOrg(j, end) && !noun
}

// inCharge reports whether the preposition at token j stands inside an office
// that somebody's name follows: Special Agent in Charge Karl Moe.
func (a *Analysis) inCharge(j, end int) bool {
	if !a.Spelled(j, "in") || j+2 >= end || !a.Spelled(j+1, "Charge") && !a.Spelled(j+1, "charge") {
		return false
	}
	return a.Tokens[j-1].Upper && a.Tokens[j+2].Upper && a.Tokens[j+2].Kind == KindWord
}

// ChargeEnds reports whether token k ends an office with a preposition inside it:
// Special Agent in Charge.
func (a *Analysis) ChargeEnds(k int) bool {
	return k > 0 && a.Spelled(k, "Charge") && a.Spelled(k-1, "in")
}

// endsAtTime decides whether the word of time at token j ends the noun phrase
// from i; told is whether it does: officials Monday, but Monday's vote, Doris Day
// and USA Today.
func (a *Analysis) endsAtTime(i, j int) (is, told bool) {
	t, last := &a.Tokens[j], &a.Tokens[j-1]
	switch {
	case !t.Upper:
		return j > i && last.Kind == KindWord, !last.Word.Is(word.Det | word.Poss | word.Adj | word.Number)
	case a.NamesPerson(j):
		return false, true
	}
	return !a.names.Joined(j), !last.Word.Is(word.Det | word.Poss | word.Adj)
}

// joinsOrg reports whether the preposition j stands inside a name: Bank of America.
func (a *Analysis) joinsOrg(j, end int) bool {
	if j == 0 || j+1 >= end || a.Text[a.Tokens[j].Start:a.Tokens[j].End] != "of" && a.Text[a.Tokens[j].Start:a.Tokens[j].End] != "for" {
		return false
	}
	last, next := &a.Tokens[j-1], &a.Tokens[j+1]
	return last.Upper && last.Word.Is(word.Org) && next.Upper && next.Kind == KindWord
}

// joinsOffice reports whether the conjunction j stands inside somebody's
// office: Waters and Transport Minister Lind. The noun phrase begins at i; it
// holds no article and nobody's name.
func (a *Analysis) joinsOffice(i, j, end int) bool {
	if j-i > 3 || a.Text[a.Tokens[j].Start] != 'a' {
		return false
	}
	for k := i; k < j; k++ {
		t := &a.Tokens[k]
		if t.Kind != KindWord || !t.Upper || t.Word.Is(word.Forename|word.Det) || a.NamesPerson(k) {
			return false
		}
	}
	for k := j + 1; k+1 < end && k < j+5; k++ {
		t := &a.Tokens[k]
		if t.Kind != KindWord || !t.Upper || a.NamesPerson(k) {
			return false
		}
		if k > j+1 && t.Word.Is(word.Role|word.Title) {
			return a.Tokens[k+1].Kind == KindWord && a.Tokens[k+1].Upper && a.NameWord(k+1, false)
		}
	}
	return false
}

// Names tells the grammar who is named where: package quote knows.
type Names interface {
	// Person reports whether token i belongs to a person's name.
	Person(i int) bool
	// Sure reports whether it does, and the text proves that it is one.
	Sure(i int) bool
	// Joined reports whether token i and the one before it are of one name.
	Joined(i int) bool
}

// NamesPerson reports whether token i belongs to a person's name.
func (a *Analysis) NamesPerson(i int) bool { return a.names.Person(i) }

// SurePerson reports whether token i names a person beyond doubt.
func (a *Analysis) SurePerson(i int) bool { return a.names.Sure(i) }

// joinsName reports whether the conjunction j stands inside a name: Johnson & Johnson.
func (a *Analysis) joinsName(j, end int) bool {
	return j > 0 && j+1 < end && a.Text[a.Tokens[j].Start] == '&' && a.Tokens[j-1].Upper && a.Tokens[j+1].Upper
}

// agents are endings of words for those who do something.
var agents = [...]string{"er", "or", "ist", "ian", "man", "men", "woman", "women", "eer", "ee", "ant", "ent"}

// Agent reports whether a word ends as those do that name who does something:
// fisherman, organists.
func Agent(w string) bool {
	if len(w) < 5 {
		return false
	}
	one := strings.TrimSuffix(w, "s")
	for _, e := range agents {
		if strings.HasSuffix(one, e) {
			return true
		}
	}
	return false
}

// TitleWord reports whether w is a title or a role, and no forename too: Senator.
func TitleWord(w string) bool {
	x := word.English().Lookup(w)
	return x.Is(word.Title|word.Role) && !x.Is(word.Forename)
}

// NameWord reports whether token i can stand in a name.
func (a *Analysis) NameWord(i int, first bool) bool {
	t := &a.Tokens[i]
	if t.Kind != KindWord || !t.Upper {
		return false
	}
	w := t.Word
	if w.Is(word.Forename) {
		return true
	}
	if w.Is(word.Det | word.Pron | word.Poss | word.Object | word.Prep | word.Conj | word.Sub | word.Rel | word.That | word.Wh | word.To | word.Aux | word.Not) {
		return false
	}
	if w.Is(word.Time) || w.Cue == word.CueSay && w.Is(word.Third|word.Past) && !w.Is(word.Noun) {
		return false
	}
	if first && w.Is(word.Adv|word.Verb|word.Saying) && !w.Is(word.Org|word.Title) {
		return false
	}
	return true
}
