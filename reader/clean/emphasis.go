package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"offprint/reader"
)

// Emphasis moves the marks of emphasis that stand inside a word to the word's
// edge: **Anna Sjöber**g becomes **Anna Sjöberg**. Scripts that put no blanks
// between words are left alone, and so are code, addresses, and a word of
// which the smaller part is emphasised, since that is done on purpose.
func Emphasis(text string, notes *Notes) string {
	if notes.AsIs || !strings.Contains(text, "*") {
		return text
	}
	b := make([]byte, 0, len(text)+8)
	for i := 0; i < len(text); {
		if text[i] != '*' {
			n := literal(text, i)
			b = append(b, text[i:i+n]...)
			i += n
			continue
		}
		before, run, after, n := emphasised(text, i)
		mark := text[i : i+starCount(text[i:])]
		if n == 0 {
			b = append(b, mark...)
			i += len(mark)
			continue
		}
		if before != "" || after != "" {
			b = b[:len(b)-len(before)]
			notes.Add(reader.RepairEmphasis, before+run+after)
		}
		b = append(b, mark+before+run+after+mark...)
		i += n
	}
	return string(b)
}

// literal returns the length of what stands at i and is to be passed over as
// a whole: code, an escaped character, a link's address, else one byte.
func literal(text string, i int) int {
	if n := verbatim(text[i:]); n > 0 {
		return n
	}
	if strings.HasPrefix(text[i:], "](") {
		if end := addressEnd(text, i+2); end > 0 {
			return end - i
		}
	}
	return 1
}

// maxEmphasis is how long a run of emphasis is looked at, in bytes.
const maxEmphasis = 500

func starCount(s string) int { return len(s) - len(strings.TrimLeft(s, "*")) }

// emphasised reads the emphasis that opens at i. before and after are the
// parts of words that belong in it; n is its length with after, 0 if there is
// no emphasis or it is better left alone.
func emphasised(text string, i int) (before, run, after string, n int) {
	stars := starCount(text[i:])
	if stars > 3 {
		return "", "", "", 0
	}
	open := i + stars
	end := strings.IndexByte(text[open:min(len(text), open+maxEmphasis)], '*')
	if end <= 0 || starCount(text[open+end:]) != stars {
		return "", "", "", 0
	}
	end += open
	run = text[open:end]
	if strings.ContainsAny(run, "`\n[]") || run != strings.TrimSpace(run) {
		return "", "", "", 0
	}
	after = wordHead(text[end+stars : min(len(text), end+stars+100)])
	before = wordTail(text[max(0, i-100):i])
	if !smaller(after, wordTail(run)) {
		after = ""
	}
	if !smaller(before, wordHead(run)) {
		before = ""
	}
	return before, run, after, end + stars + len(after) - i
}

// smaller reports whether the part of a word outside the emphasis is the
// smaller one and may be taken in.
func smaller(outside, inside string) bool {
	return outside != "" && inside != "" && runes(outside) < runes(inside)
}

// wordHead returns the letters and digits that s begins with, none if the script is not spaced.
func wordHead(s string) string {
	for i, r := range s {
		if !inWord(r) {
			return s[:i]
		}
		if unspaced(r) {
			return ""
		}
	}
	return s
}

// wordTail returns the letters and digits that s ends with.
func wordTail(s string) string {
	i := len(s)
	for i > 0 {
		r, n := utf8.DecodeLastRuneInString(s[:i])
		if !inWord(r) {
			break
		}
		if unspaced(r) {
			return ""
		}
		i -= n
	}
	return s[i:]
}

func inWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r)
}

// unspaced reports whether r belongs to a script that puts no blanks between
// words, or whose words take endings that are apart from them (Korean).
func unspaced(r rune) bool {
	return r >= 0x0e00 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}
