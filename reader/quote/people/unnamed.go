package people

import (
	"strings"
	"unicode/utf8"

	"offprint/reader/quote/grammar"
	"offprint/reader/quote/word"
)

// newcomer is somebody whom the text tells of without a name, the last of them:
// a resident, one of them. "She said" goes on with who was told of last, and
// that may be nobody who is named anywhere.
type newcomer struct {
	weight     float64 // how much the text turns on them, as of a person
	speaks     bool    // they are who says something in their sentence
	at         int32   // the sentence of weight, or none
	gender     grammar.Gender
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
func (a *Analysis) passUnnamed(i int) {
	t := &a.Tokens[i]
	if int32(i) == a.Named.Called {
		return
	}
	letter := a.LetterFor(i)
	if t.Upper && !a.beginsSentence(i) && !letter || t.Run != none || a.Named.At[i] != none || !letter && !a.oneUnnamed(i) || a.nameFollows(i) || a.onlyAsks(i) {
		return
	}
	p := &a.Named
	w := 4.0
	if t.Inner {
		w = 1
	}
	if t.Speaker {
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

// LetterFor reports whether token i is a letter that stands for somebody: P. said.
func (a *Analysis) LetterFor(i int) bool {
	t := &a.Tokens[i]
	return t.Upper && a.Language.Full && letterAlone(a.Text[t.Start:t.End]) && !t.Word.Is(word.Pron|word.Det)
}

// meet lets the text turn on somebody unnamed, whom token i tells of.
func (p *Named) meet(a *Analysis, i int32, weight float64) {
	s := a.SentenceOf(int(i))
	u := &p.newcomer
	start, end := a.NounAround(i)
	if word.EqualFold(a.Text[start:end], "one") || word.EqualFold(a.Text[start:end], "another") {
		end = a.Tokens[max(int32(a.oneOf(int(i))), i)].End
	}
	if u.at != none && u.start == start && u.end == end {
		u.weight += weight
		return
	}
	*u = newcomer{weight, a.Tokens[i].Speaker, s, UnnamedGender(a, i), start, end}
}

// UnnamedGender tells the gender that the noun at token i has.
func UnnamedGender(a *Analysis, i int32) grammar.Gender {
	w := strings.ToLower(a.Text[a.Tokens[i].Start:a.Tokens[i].End])
	switch {
	case strings.HasSuffix(w, "woman"), femaleNouns[w]:
		return grammar.GenderFemale
	case strings.HasSuffix(w, "man") && w != "woman", maleNouns[w]:
		return grammar.GenderMale
	}
	return grammar.GenderUnknown
}

var (
	femaleNouns = map[string]bool{"mother": true, "girl": true, "wife": true, "widow": true, "daughter": true, "sister": true, "aunt": true, "grandmother": true, "actress": true, "girlfriend": true, "nun": true, "niece": true}
	maleNouns   = map[string]bool{"father": true, "boy": true, "husband": true, "widower": true, "son": true, "brother": true, "uncle": true, "grandfather": true, "actor": true, "boyfriend": true, "monk": true, "nephew": true}
)

// unnamedAt is how much the text turns on who is not named in a sentence, where
// he or she is spoken of.
func (p *Named) unnamedAt(g grammar.Gender, sentence int32) float64 {
	u := &p.newcomer
	if u.at == none || u.gender != grammar.GenderUnknown && u.gender != g || u.at == sentence && !u.speaks {
		return 0
	}
	w := u.weight
	for d := sentence - u.at; d > 0 && w > 0.01; d-- {
		w *= 0.5
	}
	return w
}

// SayUnnamed lets a pronoun that is nobody named be who was told of last without
// a name, if they were the last to speak. It returns the bytes of the words by
// which they were told of, none if it is not them.
func (p *Named) SayUnnamed(g grammar.Gender, sentence int32) (start, end int32) {
	u := &p.newcomer
	w := p.unnamedAt(g, sentence)
	if !u.speaks || w < 1 {
		return 0, 0
	}
	u.weight, u.at = w+2, sentence
	return u.start, u.end
}

// onlyAsks reports whether who token i tells of asks: the answer is not theirs.
func (a *Analysis) onlyAsks(i int) bool {
	for k := i + 1; k < i+4; k++ {
		if a.Spelled(k, "asked") || a.Spelled(k, "asks") {
			return true
		}
	}
	return false
}

// beginsSentence reports whether token i begins its sentence.
func (a *Analysis) beginsSentence(i int) bool {
	return i == 0 || a.Tokens[i-1].Kind != grammar.KindWord
}

// oneUnnamed reports whether token i turns words for one person whom the text
// has not told of before: a, another, one of.
func (a *Analysis) oneUnnamed(i int) bool {
	t := &a.Tokens[i]
	switch strings.ToLower(a.Text[t.Start:t.End]) {
	case "one", "another":
		return a.oneOf(i) > 0
	case "someone", "somebody":
		return true
	}
	if !t.Word.Is(word.Role|word.Human) && !grammar.Occupation(a.Text[t.Start:t.End]) || t.Word.Is(word.Plural|word.Pron) || a.Text[t.End-1] == 's' || a.Body(i) {
		return false
	}
	for k := i - 1; k >= 0 && k > i-6; k-- {
		d := &a.Tokens[k]
		if d.Kind != grammar.KindWord && d.Kind != grammar.KindNumber || d.Run != none || d.Word.Is(word.Prep|word.Finite|word.Poss|word.Conj) {
			return false
		}
		switch w := a.Text[d.Start:d.End]; {
		case word.EqualFold(w, "a"), word.EqualFold(w, "an"), word.EqualFold(w, "another"), word.EqualFold(w, "one"):
			return true
		case d.Word.Is(word.Det):
			return false
		}
	}
	return false
}

// oneOf returns the token that tells which people the one at token i belongs to:
// one of the women, another of them if they speak. It is 0 if it is no such one.
func (a *Analysis) oneOf(i int) int {
	if !a.Spelled(i+1, "of") || a.Body(i) {
		return 0
	}
	for k := i + 2; k < len(a.Tokens) && k < i+7; k++ {
		t := &a.Tokens[k]
		switch {
		case a.Spelled(k, "them") && a.Tokens[i].Speaker:
			return k
		case t.Kind != grammar.KindWord || t.Word.Is(word.Finite|word.Prep) && !t.Word.Is(word.Role|word.Human):
			return 0
		case t.Word.Is(word.Role|word.Human) && !a.Body(k):
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

// Body reports whether token i is many who speak as one: the family, police.
func (a *Analysis) Body(i int) bool {
	t := &a.Tokens[i]
	return manyAsOne[strings.ToLower(a.Text[t.Start:t.End])]
}

// nameFollows reports whether a person's name behind token i is that of who it
// tells of, or a body's stands before the verb: a pilot, Anna Lind, said; one
// of them is Anna Lind. One behind a preposition is not: a friend of Anna Lind said.
func (a *Analysis) nameFollows(i int) bool {
	if a.Spelled(i+1, ",") && i+3 < len(a.Tokens) && a.Tokens[i+2].Upper && a.Tokens[i+3].Kind == grammar.KindWord && a.Tokens[i+3].Upper {
		return true
	}
	verb := false
	for k := i + 1; k < len(a.Tokens) && k < i+reachOfName; k++ {
		t := &a.Tokens[k]
		if t.Kind == grammar.KindPunct && t.Sign == '.' || t.Run != a.Tokens[i].Run {
			return false
		}
		if n := a.Named.At[k]; n != none && a.NamesPerson(k) {
			if !a.behindPreposition(int(a.Named.Namings[n].First)) {
				return true
			}
			k = int(a.Named.Namings[n].Last) - 1
			continue
		}
		if verb && t.Kind == grammar.KindWord && !t.Upper && !t.Word.Is(word.Det|word.Adj|word.Role|word.Title) {
			return false
		}
		if t.Word.Is(word.Finite) && !t.Word.Is(word.Role|word.Poss) {
			if !t.Word.Is(word.Be) && !a.Spelled(k, "named") {
				return false
			}
			verb = true
		}
	}
	return false
}

// behindPreposition reports whether a preposition leads to the name at token i,
// over the titles before it.
func (a *Analysis) behindPreposition(i int) bool {
	for i--; i >= 0; i-- {
		t := &a.Tokens[i]
		if t.Word.Is(word.Prep) {
			return true
		}
		if t.Kind != grammar.KindWord || !t.Word.Is(word.Title|word.Role|word.Det|word.Adj) && !t.Upper {
			return false
		}
	}
	return false
}

// StrangerSince reports whether somebody unnamed was told of by a role between
// two tokens: what the spokesman says then is theirs.
func (p *Named) StrangerSince(word string, from, to int32) bool {
	for k := len(p.strangers) - 1; k >= 0; k-- {
		if s := &p.strangers[k]; s.token > from && s.token < to && strings.EqualFold(s.word, word) {
			return true
		}
	}
	return false
}
