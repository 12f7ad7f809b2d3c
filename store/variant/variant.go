// Package variant says when two names of an archive are one name written in
// two ways: FBI and Federal Bureau of Investigation, Justice Department and
// Department of Justice, John F. Kerry and John Kerry, Republicans and
// Republican, Washington D.C. and Washington DC.
//
// It looks at the names alone. All but [Squeezed] and [Plural] need evidence
// from elsewhere, such as an article that uses both for one thing: many bodies
// have the same initials, and Washington University is not the University of
// Washington.
//
// Keys are names as [offprint/store/folded.Key] gives them: folded words with
// a blank between. Of two spellings with one key [Clearer] says which is to be
// shown.
package variant

import (
	"slices"
	"strings"
	"unicode"
)

// small are the words that abbreviations leave out at will and that tell no body from another.
var small = map[string]bool{"of": true, "the": true, "for": true, "and": true, "on": true, "in": true, "to": true, "s": true,
	"de": true, "la": true, "du": true, "des": true, "del": true, "der": true, "für": true, "et": true, "y": true, "und": true}

// Squeezed is a key whose letters that stand alone in a row are one word:
// "washington d c" is "washington dc", "u s senate" is "us senate".
func Squeezed(key string) string {
	words := strings.Fields(key)
	var b strings.Builder
	for i, w := range words {
		if i > 0 && !(letter(w) && letter(words[i-1])) {
			b.WriteByte(' ')
		}
		b.WriteString(w)
	}
	return b.String()
}

// letter reports whether a word is one letter.
func letter(w string) bool {
	r := []rune(w)
	return len(r) == 1 && unicode.IsLetter(r[0])
}

// Plural reports whether the key of a people or party is the other in the plural.
func Plural(many, one string) bool { return len(one) > 2 && many == one+"s" }

// Abbreviates reports whether short, a name as it is written, is made of the
// initials of a key's words in their order, none of which but small ones and
// the first is left out: HHS is the Department of Health and Human Services.
func Abbreviates(short, key string) bool {
	letters := []rune(strings.ReplaceAll(short, ".", ""))
	if len(letters) < 2 || slices.ContainsFunc(letters, func(r rune) bool { return !unicode.IsUpper(r) }) {
		return false
	}
	words := strings.Fields(key)
	if len(words) < 2 {
		return false
	}
	return initials(letters, words) || len(letters) > 2 && initials(letters, words[1:])
}

// initials reports whether letters begin the words, small ones left out at will.
func initials(letters []rune, words []string) bool {
	if len(words) == 0 {
		return len(letters) == 0
	}
	first := unicode.ToUpper([]rune(words[0])[0])
	return len(letters) > 0 && letters[0] == first && initials(letters[1:], words[1:]) ||
		small[words[0]] && initials(letters, words[1:])
}

// Turned reports whether two keys have the same words but for small ones, in any order.
func Turned(a, b string) bool {
	if a == b {
		return false
	}
	x, y := large(a), large(b)
	return len(x) > 1 && slices.Equal(x, y)
}

// large returns the words of a key that are not small, sorted.
func large(key string) []string {
	words := slices.DeleteFunc(strings.Fields(key), func(w string) bool { return small[w] })
	slices.Sort(words)
	return words
}

// WithoutInitials is a person's key without the letters that stand alone
// between its first and its last word: "john kerry" for "john f kerry". What
// begins or ends with such a letter stays: a short key would fit too many.
func WithoutInitials(key string) string {
	words := strings.Fields(key)
	if len(words) < 3 || letter(words[0]) || letter(words[len(words)-1]) {
		return key
	}
	kept := words[:1:1]
	for _, w := range words[1 : len(words)-1] {
		if !letter(w) {
			kept = append(kept, w)
		}
	}
	return strings.Join(append(kept, words[len(words)-1]), " ")
}

// maxNameWords is how many words a person's name has at most: what is longer
// is mostly a list of names or a name with a headline.
const maxNameWords = 4

// Person reports whether two keys of people that an article takes for one are
// two forms of a full name: they end in the same word, and neither is the
// other with words before or behind it ("sens dianne feinstein").
func Person(a, b string) bool {
	x, y := strings.Fields(a), strings.Fields(b)
	if a == b || min(len(x), len(y)) < 2 || max(len(x), len(y)) > maxNameWords || x[len(x)-1] != y[len(y)-1] {
		return false
	}
	return !strings.HasSuffix(a, " "+b) && !strings.HasSuffix(b, " "+a)
}
