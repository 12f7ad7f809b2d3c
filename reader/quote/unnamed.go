package quote

import (
	"strings"
	"unicode/utf8"
)

// newcomer is somebody whom the text tells of without a name, the last of them:
// a resident, one of them. "She said" goes on with who was told of last, and
// that may be nobody who is named anywhere.
type newcomer struct {
	weight     float64 // how much the text turns on them, as of a person
	speaks     bool    // they are who says something in their sentence
	at         int32   // the sentence of weight, or none
	gender     gender
	start, end int32 // the words by which they are told of, in bytes
}

// stranger is a role that somebody without a name was told of by.
type stranger struct {
	word  string
	token int32
}

// reachOfName is how many tokens behind the noun a name may stand that is theirs.
const reachOfName = 16

// passUnnamed weighs token i, the subject of a verb, if it tells of one person
// who is not named: a resident, another of the women.
func (a *analysis) passUnnamed(i int) {
	t := &a.tokens[i]
	if int32(i) == a.people.called {
		return
	}
	letter := a.letterFor(i)
	if t.upper && !a.beginsSentence(i) && !letter || t.run != none || a.people.at[i] != none || !letter && !a.oneUnnamed(i) || a.nameFollows(i) || a.onlyAsks(i) {
		return
	}
	p := &a.people
	w := 4.0
	if t.inner {
		w = 1
	}
	if t.speaker {
		p.strangers = append(p.strangers, stranger{a.roleBase(int32(i)), int32(i)})
		w += 3
	}
	p.meet(a, int32(i), w)
}

// letterAlone reports whether a name is one letter, by which a text calls whom
// it does not name: P.
func letterAlone(name string) bool {
	name = strings.TrimSuffix(name, ".")
	return utf8.RuneCountInString(name) == 1
}

// letterFor reports whether token i is a letter that stands for somebody: P. said.
func (a *analysis) letterFor(i int) bool {
	t := &a.tokens[i]
	return t.upper && a.language.full && letterAlone(a.text[t.start:t.end]) && !t.word.is(isPron|isDet)
}

// meet lets the text turn on somebody unnamed, whom token i tells of.
func (p *people) meet(a *analysis, i int32, weight float64) {
	s := a.sentenceOf(int(i))
	u := &p.newcomer
	start, end := a.nounAround(i)
	if equalFold(a.text[start:end], "one") || equalFold(a.text[start:end], "another") {
		end = a.tokens[max(int32(a.oneOf(int(i))), i)].end
	}
	if u.at != none && u.start == start && u.end == end {
		u.weight += weight
		return
	}
	*u = newcomer{weight, a.tokens[i].speaker, s, unnamedGender(a, i), start, end}
}

// unnamedGender tells the gender that the noun at token i has.
func unnamedGender(a *analysis, i int32) gender {
	w := strings.ToLower(a.text[a.tokens[i].start:a.tokens[i].end])
	switch {
	case strings.HasSuffix(w, "woman"), femaleNouns[w]:
		return genderFemale
	case strings.HasSuffix(w, "man") && w != "woman", maleNouns[w]:
		return genderMale
	}
	return genderUnknown
}

var (
	femaleNouns = map[string]bool{"mother": true, "girl": true, "wife": true, "widow": true, "daughter": true, "sister": true, "aunt": true, "grandmother": true, "actress": true, "girlfriend": true, "nun": true, "niece": true}
	maleNouns   = map[string]bool{"father": true, "boy": true, "husband": true, "widower": true, "son": true, "brother": true, "uncle": true, "grandfather": true, "actor": true, "boyfriend": true, "monk": true, "nephew": true}
)

// unnamedAt is how much the text turns on who is not named in a sentence, where
// he or she is spoken of.
func (p *people) unnamedAt(g gender, sentence int32) float64 {
	u := &p.newcomer
	if u.at == none || u.gender != genderUnknown && u.gender != g || u.at == sentence && !u.speaks {
		return 0
	}
	w := u.weight
	for d := sentence - u.at; d > 0 && w > 0.01; d-- {
		w *= 0.5
	}
	return w
}

// sayUnnamed lets a pronoun that is nobody named be who was told of last without
// a name, if they were the last to speak. It returns the bytes of the words by
// which they were told of, none if it is not them.
func (p *people) sayUnnamed(g gender, sentence int32) (start, end int32) {
	u := &p.newcomer
	w := p.unnamedAt(g, sentence)
	if !u.speaks || w < 1 {
		return 0, 0
	}
	u.weight, u.at = w+2, sentence
	return u.start, u.end
}

// onlyAsks reports whether who token i tells of asks: the answer is not theirs.
func (a *analysis) onlyAsks(i int) bool {
	for k := i + 1; k < i+4; k++ {
		if a.spelled(k, "asked") || a.spelled(k, "asks") {
			return true
		}
	}
	return false
}

// beginsSentence reports whether token i begins its sentence.
func (a *analysis) beginsSentence(i int) bool {
	return i == 0 || a.tokens[i-1].kind != kindWord
}

// oneUnnamed reports whether token i turns words for one person whom the text
// has not told of before: a, another, one of.
func (a *analysis) oneUnnamed(i int) bool {
	t := &a.tokens[i]
	switch strings.ToLower(a.text[t.start:t.end]) {
	case "one", "another":
		return a.oneOf(i) > 0
	case "someone", "somebody":
		return true
	}
	if !t.word.is(isRole|isHuman) && !occupation(a.text[t.start:t.end]) || t.word.is(isPlural|isPron) || a.text[t.end-1] == 's' || a.body(i) {
		return false
	}
	for k := i - 1; k >= 0 && k > i-6; k-- {
		d := &a.tokens[k]
		if d.kind != kindWord && d.kind != kindNumber || d.run != none || d.word.is(isPrep|isFinite|isPoss|isConj) {
			return false
		}
		switch w := a.text[d.start:d.end]; {
		case equalFold(w, "a"), equalFold(w, "an"), equalFold(w, "another"), equalFold(w, "one"):
			return true
		case d.word.is(isDet):
			return false
		}
	}
	return false
}

// oneOf returns the token that tells which people the one at token i belongs to:
// one of the women, another of them if they speak. It is 0 if it is no such one.
func (a *analysis) oneOf(i int) int {
	if !a.spelled(i+1, "of") || a.body(i) {
		return 0
	}
	for k := i + 2; k < len(a.tokens) && k < i+7; k++ {
		t := &a.tokens[k]
		switch {
		case a.spelled(k, "them") && a.tokens[i].speaker:
			return k
		case t.kind != kindWord || t.word.is(isFinite|isPrep) && !t.word.is(isRole|isHuman):
			return 0
		case t.word.is(isRole|isHuman) && !a.body(k):
			return k
		}
	}
	return 0
}

// manyAsOne are the nouns for many who speak as one.
var manyAsOne = map[string]bool{
	"authorities": true, "government": true, "campaign": true, "company": true, "administration": true, "ministry": true,
	"department": true, "agency": true, "office": true, "court": true, "committee": true, "commission": true,
	"council": true, "army": true, "military": true, "navy": true, "team": true, "group": true, "organization": true,
	"organisation": true, "union": true, "party": true, "press": true, "crowd": true, "audience": true, "couple": true,
	"family": true, "prosecution": true, "defence": true, "white": true, "kremlin": true, "police": true,
}

// body reports whether token i is many who speak as one: the family, police.
func (a *analysis) body(i int) bool {
	t := &a.tokens[i]
	return manyAsOne[strings.ToLower(a.text[t.start:t.end])]
}

// nameFollows reports whether a person's name behind token i is that of who it
// tells of, or a body's stands before the verb: a pilot, Anna Lind, said; one
// of them is Anna Lind. One behind a preposition is not: a friend of Anna Lind said.
func (a *analysis) nameFollows(i int) bool {
	if a.spelled(i+1, ",") && i+3 < len(a.tokens) && a.tokens[i+2].upper && a.tokens[i+3].kind == kindWord && a.tokens[i+3].upper {
		return true
	}
	verb := false
	for k := i + 1; k < len(a.tokens) && k < i+reachOfName; k++ {
		t := &a.tokens[k]
		if t.kind == kindPunct && t.sign == '.' || t.run != a.tokens[i].run {
			return false
		}
		if n := a.people.at[k]; n != none && a.namesPerson(k) {
			if !a.behindPreposition(int(a.people.namings[n].first)) {
				return true
			}
			k = int(a.people.namings[n].last) - 1
			continue
		}
		if verb && t.kind == kindWord && !t.upper && !t.word.is(isDet|isAdj|isRole|isTitle) {
			return false
		}
		if t.word.is(isFinite) && !t.word.is(isRole|isPoss) {
			if !t.word.is(isBe) && !a.spelled(k, "named") {
				return false
			}
			verb = true
		}
	}
	return false
}

// behindPreposition reports whether a preposition leads to the name at token i,
// over the titles before it.
func (a *analysis) behindPreposition(i int) bool {
	for i--; i >= 0; i-- {
		t := &a.tokens[i]
		if t.word.is(isPrep) {
			return true
		}
		if t.kind != kindWord || !t.word.is(isTitle|isRole|isDet|isAdj) && !t.upper {
			return false
		}
	}
	return false
}

// strangerSince reports whether somebody unnamed was told of by a role between
// two tokens: what the spokesman says then is theirs.
func (p *people) strangerSince(word string, from, to int32) bool {
	for k := len(p.strangers) - 1; k >= 0; k-- {
		if s := &p.strangers[k]; s.token > from && s.token < to && foldEqual(s.word, word) {
			return true
		}
	}
	return false
}
