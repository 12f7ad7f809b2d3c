package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"offprint/reader"
	"offprint/reader/slavic"
)

// nominative returns the name between the tokens, and its words if it stands
// in another case in the text: Анны Беловой.
func (a *analysis) nominative(first, last int, kind reader.EntityKind) (string, []string) {
	text := a.nameText(first, last)
	if n, ok := a.language.bodies[text]; ok {
		return n, nil
	}
	if kind != reader.EntityPerson || !a.language.bare || last-first < 2 {
		return text, nil
	}
	words, changed := slavic.Nominative(strings.Fields(text), a.language.forename)
	if !changed {
		return text, nil
	}
	return strings.Join(words, " "), words
}

// forename tells of a word in small letters whether the tables have it as a
// forename, and whose.
func (l *language) forename(w string) slavic.Gender {
	switch x := l.words[w]; {
	case !x.is(isForename):
		return slavic.Unknown
	case x.is(isFemale):
		return slavic.Female
	}
	return slavic.Male
}

// forenameForm finds the forename that a word with a capital is a case of:
// Анны, Петром.
func (l *language) forenameForm(w string) word {
	if first, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(first) {
		return word{}
	}
	switch _, g := slavic.Forename(w, l.forename); g {
	case slavic.Male:
		return word{class: isForename | isMale}
	case slavic.Female:
		return word{class: isForename | isFemale}
	}
	return word{}
}

// pastTown returns where the name itself begins among the tokens of one that
// was given, in a language without articles: behind the town of an office, мэр
// Эльмара Анна Линд, and behind an adverb, Позже Линд.
func (a *analysis) pastTown(first, last int) int {
	if !a.language.bare {
		return first
	}
	for first < last-1 && a.tokens[first].word.is(isAdv|isTime) && !a.tokens[first].word.is(isForename) {
		first++
	}
	if first == 0 || last-first < 3 || a.tokens[first].word.is(isForename) {
		return first
	}
	t, b := &a.tokens[first], &a.tokens[first-1]
	w := a.text[t.start:t.end]
	if b.kind != kindWord || b.word.cue != cueNone || b.upper && !b.word.is(isRole) || b.word.is(isPrep|isConj) || !hasAnySuffix(w, "а", "я", "ы", "и", "у", "і") {
		return first
	}
	for k := first + 1; k < last-1; k++ {
		if n := &a.tokens[k]; a.language.forename(strings.ToLower(a.text[n.start:n.end])) != slavic.Unknown {
			return k
		}
	}
	if last-first == 3 && a.standsIn(w) {
		return first + 1
	}
	return first
}

// standsIn reports whether the text elsewhere has the word w, in another case,
// as a place behind a preposition: в Эльмаре.
func (a *analysis) standsIn(w string) bool {
	_, n := utf8.DecodeLastRuneInString(w)
	for i := 1; i < len(a.tokens); i++ {
		t, b := &a.tokens[i], &a.tokens[i-1]
		if !t.upper || t.kind != kindWord || b.kind != kindWord || !strings.HasPrefix(a.text[t.start:t.end], w[:len(w)-n]) || int(t.end-t.start) > len(w)+2 {
			continue
		}
		switch strings.ToLower(a.text[b.start:b.end]) {
		case "в", "во", "из", "у", "із", "до":
			return true
		}
	}
	return false
}

// untowned is pastTown for the words of a name that begins at token first.
func (a *analysis) untowned(words []string, first int) []string {
	if !a.language.bare {
		return words
	}
	w := a.text[a.tokens[first].start:a.tokens[first].end]
	for k := range words {
		if words[k] == w {
			return words[k:]
		}
	}
	return words
}

// seat returns the body in whose house it was said, in the words from left up
// to the verb v: В министерстве обороны заявили. The verb has no subject and
// stands in the plural.
func (a *analysis) seat(left, v int) (from, to int) {
	if left+1 >= v || !a.seatHere(v, left) {
		return v, v
	}
	for to = v; to > left+1 && a.tokens[to-1].word.is(isAdv|isTime|isObject|isPrep|isPron); to-- {
	}
	return left + 1, to
}

// seatBehind is seat for what stands behind the verb: заявили в МИД Франции.
func (a *analysis) seatBehind(v, end int) (from, to int) {
	if v+2 >= end || !a.seatHere(v, v+1) {
		return v, v
	}
	for to = v + 2; to < end && a.tokens[to].kind == kindWord && a.tokens[to].run == none && !a.tokens[to].word.is(isPrep|isConj|isTime); to++ {
	}
	return v + 2, to
}

// seatHere reports whether token i is the preposition before a body, and the
// verb v a plural.
func (a *analysis) seatHere(v, i int) bool {
	t := &a.tokens[v]
	if !a.language.bare || !hasAnySuffix(a.text[t.start:t.end], "ли", "лись", "лися", "ют", "ят", "уть") {
		return false
	}
	switch strings.ToLower(a.text[a.tokens[i].start:a.tokens[i].end]) {
	case "в", "во", "у", "при":
		return a.tokens[i+1].word.is(isOrg) || a.tokens[i+1].caps
	}
	return false
}

// sameName reports whether two names are one: Петр and Пётр.
func (a *analysis) sameName(x, y string) bool {
	return x == y || a.language.bare && strings.ReplaceAll(x, "ё", "е") == strings.ReplaceAll(y, "ё", "е")
}

// sourceText returns the words of a source as they are shown: a body in the
// nominative.
func (a *analysis) sourceText(s span) string {
	text := a.text[s.start:s.end]
	first, rest, _ := strings.Cut(text, " ")
	if n, ok := a.language.bodies[first]; ok {
		return strings.TrimSuffix(n+" "+rest, " ")
	}
	return text
}
