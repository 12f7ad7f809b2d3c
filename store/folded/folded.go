// Package folded says what a word is, for all of the archive: the index, the
// queries, the checks of phrases, the keys of names and tags and the marks in
// hits go through it, so that they agree. Words are folded: lower case,
// without accents. SQLite's FTS5 gets text that is folded already ([Text]) and
// only parts it at blanks.
// Letters that have no accent but that few keyboards have are folded to what
// people type for them (letters.go): "strasse" finds Straße, "oeuvre" œuvre.
//
// [Words] and [Each] give the words of a text, [Key] the form under which
// spellings are one, [FindPhrase] the places where words stand in a row, and
// [Places] those where letters stand, be it within a word.
package folded

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Each calls yield for every word of s with its place and its folded
// form, until yield returns false. A script that is written without blanks
// yields character by character; such words are found as phrases.
func Each(s string, yield func(start, end int, word string) bool) {
	each(s, Form, yield)
}

func each(s string, form int, yield func(start, end int, word string) bool) {
	var buf [64]byte
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf && !asciiWord(c) {
			i++
			continue
		}
		end, word := wordAt(s, i, form, buf[:0])
		if end == i { // not a word's character
			_, n := utf8.DecodeRuneInString(s[i:])
			i += n
			continue
		}
		if len(word) > 0 && !yield(i, end, string(word)) {
			return
		}
		i = end
	}
}

// wordAt appends the folded word that begins at start and returns its end, which is start if there is none.
func wordAt(s string, start, form int, word []byte) (int, []byte) {
	end := start
	for end < len(s) {
		c := s[end]
		if c < utf8.RuneSelf {
			if !asciiWord(c) {
				break
			}
			if 'A' <= c && c <= 'Z' {
				c += 'a' - 'A'
			}
			word = append(word, c)
			end++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[end:])
		kind := classify(r)
		if kind == runeOther || kind == runeAlone && end > start || kind == runeMark && end == start {
			break
		}
		word = appendFolded(word, r, kind, form, s[end:end+n])
		end += n
		if kind == runeAlone {
			break
		}
	}
	return end, word
}

func asciiWord(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9'
}

// What a character is to a word.
const (
	runeOther = iota // parts words
	runeWord
	runeMark  // joins the word before it and is left out
	runeAlone // is a word by itself
)

func classify(r rune) int {
	switch {
	case r < 0x250: // Latin, by far the most
		if unicode.IsLetter(r) || r == 0xb2 || r == 0xb3 || r == 0xb9 {
			return runeWord
		}
		return runeOther
	case r >= 0x300 && r <= 0x36f:
		return runeMark
	case r >= 0xe00 && r <= 0xeff, r >= 0x1000 && r <= 0x109f, r >= 0x1780 && r <= 0x17ff,
		r >= 0x3040 && r <= 0x30ff, r >= 0x3400 && r <= 0x9fff, r >= 0xf900 && r <= 0xfaff, r >= 0x20000 && r <= 0x3ffff:
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			return runeAlone
		}
		if unicode.IsMark(r) {
			return runeMark
		}
		return runeOther
	case unicode.IsLetter(r), unicode.IsNumber(r), unicode.Is(unicode.Co, r):
		return runeWord
	case unicode.Is(unicode.Mn, r), unicode.Is(unicode.Mc, r):
		return runeMark
	case r == 0x200c, r == 0x200d: // joiners stand inside words
		return runeMark
	}
	return runeOther
}

// appendFolded appends r in lower case without its accents. Cyrillic keeps
// them, as they make other letters there, but for the two dots of yo, which most texts leave out.
func appendFolded(word []byte, r rune, kind, form int, as string) []byte {
	if kind == runeMark {
		return word
	}
	if r >= 0x400 && r < 0x530 {
		r = unicode.ToLower(r)
		if r == 'ё' {
			r = 'е'
		}
		return utf8.AppendRune(word, r)
	}
	if to := plain(r, form); to != "" {
		return append(word, to...)
	}
	if r < 0x250 || r >= 0x370 && r < 0x400 || r >= 0x1e00 && r < 0x2000 {
		if d := norm.NFD.PropertiesString(as).Decomposition(); len(d) > 0 {
			r, _ = utf8.DecodeRune(d)
			if to := plain(r, form); to != "" { // an accent stood on one of them
				return append(word, to...)
			}
		}
	}
	return utf8.AppendRune(word, unicode.ToLower(r))
}

// Words returns the folded words of s.
func Words(s string) []string {
	var list []string
	Each(s, func(_, _ int, w string) bool {
		list = append(list, w)
		return true
	})
	return list
}

// Text returns the folded words of s as the index wants them, and calls meet
// with each of more than three bytes. It makes no string of each word, as Each
// does: half of the words of an archive are among its commonest few hundred.
func Text(s string, meet func(word []byte)) string {
	out := make([]byte, 0, len(s)+len(s)/16)
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf && !asciiWord(c) {
			i++
			continue
		}
		before := len(out)
		if before > 0 {
			out = append(out, ' ')
		}
		begun := len(out)
		end, next := wordAt(s, i, Form, out)
		switch {
		case end == i: // not a word's character
			_, n := utf8.DecodeRuneInString(s[i:])
			i += n
			out = out[:before]
			continue
		case len(next) == begun: // all of it is left out
			next = next[:before]
		case len(next)-begun > 3:
			meet(next[begun:])
		}
		out, i = next, end
	}
	return string(out)
}

// Key returns the folded words of s with a blank between them: a key under
// which spellings of a name or tag are one.
func Key(s string) string { return strings.Join(Words(s), " ") }

// Former returns the words of s as an earlier version folded them, if they are
// others than [Words]; nil if not. What that version left in an archive as
// numbers made of words is found by it, nothing else.
func Former(s string) []string {
	if strings.IndexFunc(s, newlyPlain) < 0 {
		return nil
	}
	var words []string
	each(s, former, func(_, _ int, w string) bool {
		words = append(words, w)
		return true
	})
	return words
}

// HasPhrase reports whether the folded words stand in a row in s; the last
// one may be a beginning only.
func HasPhrase(s string, words []string, prefix bool) bool {
	return len(FindPhrase(s, words, prefix, 1)) > 0
}

// FindPhrase returns up to limit places where the words stand in a row.
func FindPhrase(s string, words []string, prefix bool, limit int) [][2]int {
	var found [][2]int
	if len(words) == 0 {
		return nil
	}
	// open are the runs begun: how many words matched, and where they began.
	type run struct{ matched, start int }
	var open []run
	Each(s, func(start, end int, w string) bool {
		keep := open[:0]
		if len(words) > 0 && Fits(w, words, 0, prefix) {
			open = append(open, run{0, start})
		}
		for _, r := range open {
			if !Fits(w, words, r.matched, prefix) {
				continue
			}
			if r.matched++; r.matched == len(words) {
				found = append(found, [2]int{r.start, end})
				continue
			}
			keep = append(keep, r)
		}
		open = keep
		return len(found) < limit
	})
	return found
}

// Fits reports whether a folded word is the word at place i; the last may be a beginning only.
func Fits(w string, words []string, i int, prefix bool) bool {
	if prefix && i == len(words)-1 {
		return strings.HasPrefix(w, words[i])
	}
	return w == words[i]
}
