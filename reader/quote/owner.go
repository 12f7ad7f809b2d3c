package quote

import "strings"

// writerOf returns the person whose message the source of f is, or none: a tweet
// sent from Lind's account, a post on Lind's page, a tweet on Monday by Anna Lind.
func (a *analysis) writerOf(f *found) int32 {
	t := &a.tokens[f.head]
	if !a.language.full || !messages[strings.ToLower(a.text[t.start:t.end])] {
		return none
	}
	for i := int(f.head) + 1; i < len(a.tokens) && i < int(f.head)+14; i++ {
		if k := &a.tokens[i]; k.kind != kindWord && k.kind != kindNumber || k.run != t.run || k.start == f.cue.start && !a.spelled(i, "sent") {
			return none
		}
		n := a.people.at[i]
		if n == none || !a.namesPerson(i) || int(a.people.namings[n].first) != i {
			continue
		}
		x := &a.people.namings[n]
		switch w := a.leadsTo(i); {
		case a.owns(int(x.last)) && (w == "from" || w == "on" || w == "to" || w == "by"), w == "by" && !a.possessed(int(x.last)):
			return x.person
		}
		return none
	}
	return none
}

// leadsTo returns the preposition that leads to the name at token i, over the
// titles before it, or "".
func (a *analysis) leadsTo(i int) string {
	for k := i - 1; k > 0 && k > i-9; k-- {
		t := &a.tokens[k]
		w := a.text[t.start:t.end]
		switch {
		case t.word.is(isPrep) && w != "of", w == "by":
			return w
		case t.kind != kindWord || !t.upper && w != "of" && !t.word.is(isTitle|isRole|isAdj|isDet|isPoss):
			return ""
		}
	}
	return ""
}

// possessed reports whether token i makes a possessive of the word before it.
func (a *analysis) possessed(i int) bool {
	return i < len(a.tokens) && a.tokens[i].glued && a.tokens[i].word.is(isPoss)
}

// owns reports whether a possessive at token i leads to an account or a page.
func (a *analysis) owns(i int) bool {
	if !a.possessed(i) {
		return false
	}
	for k := i + 1; k < len(a.tokens) && k < i+5; k++ {
		t := &a.tokens[k]
		if t.kind != kindWord || t.word.is(isPrep|isConj) {
			return false
		}
		if accounts[strings.ToLower(a.text[t.start:t.end])] {
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
	if !a.namesPerson(alias) {
		return false
	}
	i := int(a.people.namings[a.people.at[alias]].first) - 1
	for i > 0 && a.tokens[i].kind == kindWord && a.tokens[i].word.is(isTitle) {
		i--
	}
	if !a.spelled(i, ",") || i < 2 {
		return false
	}
	if t := &a.tokens[i-1]; !t.word.is(isRole|isTitle) || t.word.is(isPlural) {
		return false
	}
	for k := i - 2; k > 0 && k > i-6; k-- {
		if t := &a.tokens[k]; t.glued && t.word.is(isPoss) || t.kind == kindPunct && t.glued && a.spelled(k, "'") {
			return true
		} else if t.kind != kindWord || t.word.is(isPrep|isConj|isFinite) && !t.word.is(isNoun|isAdj|isRole) {
			return false
		}
	}
	return false
}
