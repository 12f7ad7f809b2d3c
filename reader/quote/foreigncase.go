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
