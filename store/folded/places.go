package folded

import (
	"bytes"
	"unicode"
	"unicode/utf8"
)

// Places returns where letters stand in a text, be it within a word: what
// somebody types who looks through one text. Case, accents and letters that
// stand for others count as in words; all other characters must be the same.
// None of the places overlap.
func Places(text, letters string) [][2]int {
	want := foldAll(letters)
	if len(want) == 0 {
		return nil
	}
	var found [][2]int
	var buf [16]byte
	for i := 0; i < len(text); {
		first, n := foldRune(text[i:], buf[:0])
		if len(first) > 0 && first[0] == want[0] {
			if end := placeAt(text, i, want); end > 0 {
				found = append(found, [2]int{i, end})
				i = end
				continue
			}
		}
		i += n
	}
	return found
}

// placeAt returns where folded letters end that begin at start; 0 if they do
// not. The last character may stand for more of them than are asked for.
func placeAt(text string, start int, want []byte) int {
	var buf [16]byte
	at := start
	for len(want) > 0 {
		if at >= len(text) {
			return 0
		}
		got, n := foldRune(text[at:], buf[:0])
		switch {
		case bytes.HasPrefix(want, got):
			want = want[len(got):]
		case bytes.HasPrefix(got, want):
			want = nil
		default:
			return 0
		}
		at += n
	}
	for at < len(text) { // accents of the last letter
		r, n := utf8.DecodeRuneInString(text[at:])
		if r < utf8.RuneSelf || classify(r) != runeMark {
			break
		}
		at += n
	}
	return at
}

func foldAll(s string) []byte {
	out := make([]byte, 0, len(s))
	for i := 0; i < len(s); {
		var n int
		out, n = foldRune(s[i:], out)
		i += n
	}
	return out
}

// foldRune appends the first character of s as it is folded, and returns its
// length: what belongs to words as in words, all else in lower case.
func foldRune(s string, to []byte) ([]byte, int) {
	if c := s[0]; c < utf8.RuneSelf {
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		return append(to, c), 1
	}
	r, n := utf8.DecodeRuneInString(s)
	if kind := classify(r); kind != runeOther {
		return appendFolded(to, r, kind, Form, s[:n]), n
	}
	return utf8.AppendRune(to, unicode.ToLower(r)), n
}
