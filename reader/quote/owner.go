package quote

import (
	"strings"

	"offprint/reader/quote/grammar"
	"offprint/reader/quote/word"
)

// writerOf returns the person whose message the source of f is, or none: a tweet
// sent from Lind's account, a post on Lind's page, a tweet on Monday by Anna Lind.
func (a *analysis) writerOf(f *found) int32 {
	t := &a.Tokens[f.head]
	if !a.Language.Full || !messages[strings.ToLower(a.Text[t.Start:t.End])] {
		return none
	}
	for i := int(f.head) + 1; i < len(a.Tokens) && i < int(f.head)+14; i++ {
		if k := &a.Tokens[i]; k.Kind != grammar.KindWord && k.Kind != grammar.KindNumber || k.Run != t.Run || k.Start == f.cue.start && !a.Spelled(i, "sent") {
			return none
		}
		n := a.Named.At[i]
		if n == none || !a.NamesPerson(i) || int(a.Named.Namings[n].First) != i {
			continue
		}
		x := &a.Named.Namings[n]
		switch w := a.leadsTo(i); {
		case a.owns(int(x.Last)) && (w == "from" || w == "on" || w == "to" || w == "by"), w == "by" && !a.possessed(int(x.Last)):
			return x.Person
		}
		return none
	}
	return none
}

// leadsTo returns the preposition that leads to the name at token i, over the
// titles before it, or "".
func (a *analysis) leadsTo(i int) string {
	for k := i - 1; k > 0 && k > i-9; k-- {
		t := &a.Tokens[k]
		w := a.Text[t.Start:t.End]
		switch {
		case t.Word.Is(word.Prep) && w != "of", w == "by":
			return w
		case t.Kind != grammar.KindWord || !t.Upper && w != "of" && !t.Word.Is(word.Title|word.Role|word.Adj|word.Det|word.Poss):
			return ""
		}
	}
	return ""
}

// possessed reports whether token i makes a possessive of the word before it.
func (a *analysis) possessed(i int) bool {
	return i < len(a.Tokens) && a.Tokens[i].Glued && a.Tokens[i].Word.Is(word.Poss)
}

// owns reports whether a possessive at token i leads to an account or a page.
func (a *analysis) owns(i int) bool {
	if !a.possessed(i) {
		return false
	}
	for k := i + 1; k < len(a.Tokens) && k < i+5; k++ {
		t := &a.Tokens[k]
		if t.Kind != grammar.KindWord || t.Word.Is(word.Prep|word.Conj) {
			return false
		}
		if accounts[strings.ToLower(a.Text[t.Start:t.End])] {
			return true
		}
	}
	return false
}

var (
	messages = map[string]bool{
		"tweet": true, "tweets": true, "post": true, "posts": true, "message": true, "messages": true, "posting": true,
		"statement": true, "video": true, "letter": true, "email": true, "e-mail": true, "note": true, "caption": true,
	}
	accounts = map[string]bool{
		"account": true, "page": true, "feed": true, "profile": true, "channel": true, "blog": true, "website": true,
		"twitter": true, "facebook": true, "instagram": true, "telegram": true,
	}
)

// behindOwner reports whether the role before the name at token alias belongs to
// a body: the Pier Institute's director, Dr. Anna Lind.
func (a *analysis) behindOwner(alias int) bool {
	if !a.NamesPerson(alias) {
		return false
	}
	i := int(a.Named.Namings[a.Named.At[alias]].First) - 1
	for i > 0 && a.Tokens[i].Kind == grammar.KindWord && a.Tokens[i].Word.Is(word.Title) {
		i--
	}
	if !a.Spelled(i, ",") || i < 2 {
		return false
	}
	if t := &a.Tokens[i-1]; !t.Word.Is(word.Role|word.Title) || t.Word.Is(word.Plural) {
		return false
	}
	for k := i - 2; k > 0 && k > i-6; k-- {
		if t := &a.Tokens[k]; t.Glued && t.Word.Is(word.Poss) || t.Kind == grammar.KindPunct && t.Glued && a.Spelled(k, "'") {
			return true
		} else if t.Kind != grammar.KindWord || t.Word.Is(word.Prep|word.Conj|word.Finite) && !t.Word.Is(word.Noun|word.Adj|word.Role) {
			return false
		}
	}
	return false
}
