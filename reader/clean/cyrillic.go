package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"offprint/reader"
)

// Cyrillic text is lost in whole words, not letter by letter, so that the text
// as a whole tells whether it was read wrongly. Two ways are known:
//
//	Ïðèâåò        windows-1251 (or KOI8-R) read as windows-1252
//	РџСЂРёРІРµС‚  UTF-8 read as windows-1251
//
// Both are mended only where no language could have meant what stands there.

const (
	soleLeast   = 5 // words of accented letters alone that make a text suspicious
	soleLetters = 3 // how long such a word is at least
	pairsInRow  = 4 // pairs of UTF-8 read as windows-1251 that no word has
)

// misreadLatin mends text in an encoding for Cyrillic that was read as
// windows-1252: nearly all words with an accented letter consist of nothing else.
func misreadLatin(text string, notes *Notes) string {
	if strings.Count(text, "\xc3")*40 < len(text) {
		return text
	}
	sole, mixed := accentedWords(text)
	if len(sole) < soleLeast || mixed*10 > len(sole) {
		return text
	}
	for _, page := range []*charmap.Charmap{charmap.Windows1251, charmap.KOI8R} {
		if likeRussian(strings.Join(sole, " "), page) {
			notes.Add(reader.RepairEncoding, "read in the wrong encoding: "+sole[0]+" is "+reread(sole[0], page))
			return reread(text, page)
		}
	}
	return text
}

// accented reports whether r is a letter of windows-1252 that stands for one
// of windows-1251.
func accented(r rune) bool { return r >= 0xc0 && r <= 0xff || r == 0xa8 || r == 0xb8 }

// accentedWords returns the words of a text that consist of accented letters
// alone, and how many have other letters too.
func accentedWords(text string) (sole []string, mixed int) {
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return !accented(r) && !unicode.IsLetter(r) }) {
		n, other := 0, 0
		for _, r := range word {
			if accented(r) {
				n++
			} else {
				other++
			}
		}
		switch {
		case n > 0 && other > 0:
			mixed++
		case n >= soleLetters && len(sole) < 5000:
			sole = append(sole, word)
		}
	}
	return sole, mixed
}

// likeRussian reports whether the words become words by the code page: mostly
// in lower case, and of the letters that are the commonest in Russian,
// Ukrainian, Bulgarian and Serbian.
func likeRussian(words string, page *charmap.Charmap) bool {
	letters, common, lower := 0, 0, 0
	for _, r := range reread(words, page) {
		if !unicode.IsLetter(r) {
			continue
		}
		letters++
		if unicode.IsLower(r) {
			lower++
		}
		if strings.ContainsRune("оаеинтсрвлОАЕИНТСРВЛ", r) {
			common++
		}
	}
	return lower*10 >= letters*8 && common*10 >= letters*6
}

// reread returns the text with each accented letter in the place that it has
// in the code page. Others stay: they are the same in both, or came later.
func reread(text string, page *charmap.Charmap) string {
	return strings.Map(func(r rune) rune {
		switch {
		case accented(r), r == 0xb9 && page == charmap.Windows1251, (r == 0xa3 || r == 0xb3) && page == charmap.KOI8R:
			return page.DecodeByte(byte(r))
		}
		return r
	}, text)
}

// misreadUTF8 mends UTF-8 that was read as windows-1251. Where the whole text
// was, every sequence that decodes is mended; where it was not, the marks alone
// that become three characters of which the first two never stand together.
func misreadUTF8(text string, notes *Notes) string {
	whole := (strings.Count(text, "Р")+strings.Count(text, "С"))*400 > len(text) && pairs(text)
	if !whole && !strings.Contains(text, "вЂ") {
		return text
	}
	return mendSequences(text, func(s string, _ rune) (string, int) {
		out, n := utf8At(s)
		if r, _ := utf8.DecodeRuneInString(out); !whole && (r < 0x2010 || r > 0x22ff) {
			return "", 0
		}
		return out, n
	}, notes)
}

// pairs reports whether a text has several letters of UTF-8 in a row that were
// read as two of windows-1251 each.
func pairs(text string) bool {
	row := 0
	for i := 0; i < len(text); {
		out, n := utf8At(text[i:])
		if r, _ := utf8.DecodeRuneInString(out); n == 0 || !unicode.Is(unicode.Cyrillic, r) {
			_, n = utf8.DecodeRuneInString(text[i:])
			i += n
			row = 0
			continue
		}
		if row++; row >= pairsInRow {
			return true
		}
		i += n
	}
	return false
}

// utf8At decodes the character of UTF-8 that s begins with, read as
// windows-1251; n is its length in s, 0 if there is none.
func utf8At(s string) (out string, n int) {
	var raw [4]byte
	want, got := 0, 0
	for i, r := range s {
		if r < utf8.RuneSelf {
			return "", 0
		}
		c, ok := charmap.Windows1251.EncodeRune(r)
		if !ok && r == 0x98 { // left free by the code page
			c, ok = 0x98, true
		}
		switch {
		case !ok, got == 0 && (c < 0xc2 || c > 0xf4), got > 0 && (c < 0x80 || c > 0xbf):
			return "", 0
		case got == 0 && c >= 0xf0:
			want = 4
		case got == 0 && c >= 0xe0:
			want = 3
		case got == 0:
			want = 2
		}
		raw[got] = c
		if got++; got == want {
			if whole, size := utf8.DecodeRune(raw[:want]); size != want || whole == utf8.RuneError {
				return "", 0
			}
			return string(raw[:want]), i + utf8.RuneLen(r)
		}
	}
	return "", 0
}
