package word

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// IsApostrophe reports whether r is an apostrophe, straight or curly.
func IsApostrophe(r rune) bool { return r == '\'' || r == '’' }

// LetterAt reports whether a letter or a digit of ASCII begins at byte i of text.
func LetterAt(text string, i int) bool {
	r, _ := utf8.DecodeRuneInString(text[i:])
	return unicode.IsLetter(r) || r >= '0' && r <= '9'
}

// FirstRune returns the first character of s, utf8.RuneError if there is none.
func FirstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// EqualFold reports whether s is lower but for capitals of ASCII.
func EqualFold(s, lower string) bool {
	if len(s) != len(lower) {
		return false
	}
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= 'A' && c <= 'Z' {
			c += 'a' - 'A'
		}
		if c != lower[i] {
			return false
		}
	}
	return true
}

// HasAnySuffix reports whether w ends with one of the endings.
func HasAnySuffix(w string, endings ...string) bool {
	for _, e := range endings {
		if strings.HasSuffix(w, e) {
			return true
		}
	}
	return false
}
