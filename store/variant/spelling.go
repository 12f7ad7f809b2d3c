package variant

import (
	"strings"
	"unicode"
)

// Clearer reports whether the same name is better written as a than as b, so
// that the list does not go on showing what the first article happened to
// write: "house" for House, "Washington Dc" for Washington DC, "Charles E
// Schumer" for Charles E. Schumer. Names in capitals are never clearer.
func Clearer(a, b string) bool {
	if capitals(a) == 0 || shouted(a) {
		return false
	}
	if capitals(b) == 0 || shouted(b) {
		return true
	}
	if x, y := shortCapitals(a), shortCapitals(b); x != y {
		return x > y
	}
	return strings.Count(a, ".") > strings.Count(b, ".")
}

// capitals counts the capital letters.
func capitals(s string) int {
	n := 0
	for _, r := range s {
		if unicode.IsUpper(r) {
			n++
		}
	}
	return n
}

// shouted reports whether a name of more letters than an abbreviation has is in capitals only.
func shouted(s string) bool {
	letters := 0
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsLetter(r) {
			letters++
		}
	}
	return letters > 5
}

// shortCapitals counts the capital letters behind the first of words of up to three.
func shortCapitals(s string) int {
	n := 0
	for w := range strings.FieldsSeq(s) {
		if r := []rune(w); len(r) <= 3 && len(r) > 1 {
			n += capitals(string(r[1:]))
		}
	}
	return n
}
