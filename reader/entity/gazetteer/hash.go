package gazetteer

import (
	"unicode"
	"unicode/utf8"
)

// The constants of the 64-bit FNV-1a hash, and an odd multiplier for mixing.
const (
	fnvOffset = 14695981039346656037
	fnvPrime  = 1099511628211
	mixer     = 0x9e3779b97f4a7c15
)

// Hash returns the hash of a word, the same for small and capital letters. A
// curly apostrophe counts as a straight one,
// and blanks count for nothing ("U. S.").
func Hash(word string) uint64 {
	h := uint64(fnvOffset)
	for i := 0; i < len(word); i++ {
		c := word[i]
		if c >= utf8.RuneSelf {
			return hashWide(h, word[i:])
		}
		if 'A' <= c && c <= 'Z' {
			c |= 0x20
		}
		if c == ' ' {
			continue
		}
		h = (h ^ uint64(c)) * fnvPrime
	}
	return Mix(h)
}

// hashWide goes on with Hash where a word holds more than ASCII.
func hashWide(h uint64, word string) uint64 {
	var b [utf8.UTFMax]byte
	for _, r := range word {
		switch r = unicode.ToLower(r); r {
		case ' ':
			continue
		case '’':
			r = '\''
		case '‐', '‑':
			r = '-'
		}
		for _, c := range b[:utf8.EncodeRune(b[:], r)] {
			h = (h ^ uint64(c)) * fnvPrime
		}
	}
	return Mix(h)
}

// Mix spreads the bits of h over all of the word.
func Mix(h uint64) uint64 {
	h = (h ^ h>>32) * mixer
	h = (h ^ h>>29) * mixer
	return h ^ h>>32
}

// Join returns the hash of a phrase and one more word. The phrase of one word has that word's hash.
func Join(phrase, word uint64) uint64 {
	return Mix(phrase*31 + word)
}

// Phrase returns the hash of words as one phrase.
func Phrase(words ...string) uint64 {
	var h uint64
	for i, w := range words {
		if i == 0 {
			h = Hash(w)
		} else {
			h = Join(h, Hash(w))
		}
	}
	return h
}
