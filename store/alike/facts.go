package alike

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// What an office says about each of its grants is said in the same words, but
// it is not one statement that was cut or translated: the facts in it differ.

// FactsDiffer reports whether two wordings tell of different things: both have
// numbers and not one in common, or another name stands between the same two
// words. In languages whose nouns have capitals only numbers tell; names says that
// capitals are those of names. The search for other wordings asks it.
func FactsDiffer(a, b string, names bool) bool {
	x, y := strings.Fields(a), strings.Fields(b)
	m, n := numbersIn(x), numbersIn(y)
	if len(m) > 0 && len(n) > 0 && !slices.ContainsFunc(m, func(w string) bool { return slices.Contains(n, w) }) {
		return true
	}
	return names && nameSwapped(x, y)
}

// numbersIn returns the numbers among words, digits only.
func numbersIn(words []string) []string {
	var out []string
	for _, w := range words {
		digits := strings.Map(func(r rune) rune {
			if unicode.IsDigit(r) {
				return r
			}
			return -1
		}, w)
		if digits != "" {
			out = append(out, digits)
		}
	}
	return out
}

// nameSwapped reports whether a name of x stands between the same two small
// words as another name of y. Names that begin alike may be one, spelt anew.
func nameSwapped(x, y []string) bool {
	mine, theirs := ownNames(x, y), ownNames(y, x)
	for _, p := range mine {
		for _, q := range theirs {
			if p.before == q.before && p.after == q.after && !beginAlike(p.name, q.name) {
				return true
			}
		}
	}
	return false
}

// ownName is a name that only one of two wordings has, with the words around it.
type ownName struct{ before, name, after string }

// ownNames returns the words with capitals of x that y does not have, those
// that follow one another as one; not the first of a sentence.
func ownNames(x, y []string) []ownName {
	var out []ownName
	for i := 1; i < len(x); i++ {
		k := i
		for k < len(x) && capital(x[k]) && !slices.Contains(y, x[k]) {
			k++
		}
		if k == i || k == len(x) || strings.HasSuffix(x[i-1], ".") {
			continue
		}
		out = append(out, ownName{x[i-1], strings.Join(x[i:k], " "), x[k]})
		i = k
	}
	return out
}

func capital(w string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(w, `“"«„‘'(`))
	return unicode.IsUpper(r)
}

// nameLetters is how many letters two spellings of one name have in common.
const nameLetters = 3

func beginAlike(a, b string) bool {
	x, y := []rune(strings.ToLower(a)), []rune(strings.ToLower(b))
	n := min(nameLetters, len(x), len(y))
	return string(x[:n]) == string(y[:n])
}
