package quote

import (
	"strings"

	"offprint/reader"
)

// groupReach is how many sentences before it "they" looks back over.
const groupReach = 2

// group returns who "they", which the source of f is, are: the nearest subject
// before it that tells of several people by what they are, the dockers. It is
// empty if there is none, or if somebody else spoke in between.
func (a *analysis) group(f *found, s int32) span {
	t := &a.tokens[f.head]
	if w := a.text[t.start:t.end]; !a.language.full || !plural[w] {
		return span{}
	}
	from := a.sentences[max(0, s-groupReach)].first
	for i := f.head - 1; i >= from; i-- {
		t := &a.tokens[i]
		if !t.subject || t.run != none || t.kind != kindWord {
			continue
		}
		if n := a.people.at[i]; n != none {
			return a.couple(n)
		}
		if t.upper {
			return span{}
		}
		if !t.word.is(isPron|isTime) && a.pluralNoun(int(i)) && (t.word.is(isRole|isHuman) || agent(a.text[t.start:t.end])) {
			start, end := a.nounAround(i)
			return span{start, end}
		}
	}
	return span{}
}

// couple returns the words that name two people whom "and" joins, the first by
// naming n, or nothing.
func (a *analysis) couple(n int32) span {
	x := &a.people.namings[n]
	if !a.spelled(int(x.last), "and") || int(x.last)+1 >= len(a.tokens) || a.people.at[x.last+1] == none || !a.namesPerson(int(x.first)) || !a.namesPerson(int(x.last)+1) {
		return span{}
	}
	y := &a.people.namings[a.people.at[x.last+1]]
	return span{a.tokens[x.first].start, a.tokens[y.last-1].end}
}

// both returns the words for two people who speak as one, the first of them by
// naming n, which is the source of f: Anna Lind and her deputy Erik Moe said. It
// is empty if the second name is the subject of a verb of its own.
func (a *analysis) both(f *found, n int32) span {
	x := &a.people.namings[n]
	if !a.language.full || !a.spelled(int(x.last), "and") || !a.namesPerson(int(x.first)) || f.how == patternLabel || f.how == patternSigned {
		return span{}
	}
	k := int(x.last) + 1
	for k < len(a.tokens) && k < int(x.last)+7 && a.people.at[k] == none && a.beforeName(k) {
		k++
	}
	if k >= len(a.tokens) || !a.namesPerson(k) || a.people.namings[a.people.at[k]].person == x.person {
		return span{}
	}
	last := int(a.people.namings[a.people.at[k]].last)
	switch {
	case last >= len(a.tokens) || a.tokens[last].glued && a.tokens[last].word.is(isPoss):
		return span{}
	case f.cue.start > a.tokens[k].start && (a.tokens[last].start == f.cue.start || a.tokens[last].word.is(isAdv|isHave|isTime)):
	case f.cue.end > 0 && f.cue.end <= a.tokens[x.first].start && a.stops(last):
	default:
		return span{}
	}
	return span{a.tokens[a.people.namings[n].first].start, a.tokens[last-1].end}
}

// beforeName reports whether token k can be a title or role before a name: her
// deputy, fellow Republican Representative.
func (a *analysis) beforeName(k int) bool {
	t := &a.tokens[k]
	return t.kind == kindWord && t.run == none && (t.upper || t.word.is(isTitle|isRole|isHuman|isPoss|isDet|isAdj) || a.spelled(k, "fellow")) && !t.word.is(isFinite&^isThird&^isPast)
}

// plural are the words for several people who were told of before.
var plural = map[string]bool{"they": true, "They": true, "their": true, "Their": true}

// nounAround returns the bytes of the noun phrase whose last word is token i.
func (a *analysis) nounAround(i int32) (start, end int32) {
	first := i
	for first > 0 && i-first < 4 {
		t := &a.tokens[first-1]
		if t.kind != kindWord || t.run != none || t.word.is(isPrep|isConj|isSub|isThat|isRel|isTo|isAux|isPast|isThird) {
			break
		}
		if first--; t.word.is(isDet | isPoss) {
			break
		}
	}
	return a.tokens[first].start, a.tokens[i].end
}

// ageSource reports whether the source of f is somebody's age alone: the 54-year-old.
func (a *analysis) ageSource(f *found) bool {
	s := strings.ToLower(a.text[f.source.start:f.source.end])
	age, ok := strings.CutPrefix(s, "the ")
	if !a.language.full || !ok {
		return false
	}
	age, ok = strings.CutSuffix(age, "-year-old")
	return ok && age != "" && strings.Trim(age, "0123456789") == ""
}

// weightiest returns the person whom the text turns on most in a sentence, or none.
func (p *people) weightiest(sentence int32) int32 {
	best, score := int32(none), 1.0
	for id := range p.list {
		if p.list[id].kind != reader.EntityPerson {
			continue
		}
		if w := p.weightAt(int32(id), sentence); w > score {
			best, score = int32(id), w
		}
	}
	return best
}

// severalRoles reports whether token i is a role in the plural, which no single
// name stands for: the senators.
func (a *analysis) severalRoles(i int32) bool {
	if !a.language.full {
		return false
	}
	one, ok := strings.CutSuffix(strings.ToLower(a.text[a.tokens[i].start:a.tokens[i].end]), "s")
	return ok && a.language.words[one].is(isRole|isHuman)
}
