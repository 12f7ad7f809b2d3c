package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// Mojibake mends text in UTF-8 that was read as windows-1252 and written as
// UTF-8 again (â€™ for ’, Ã© for é). It does so only where it is certain: the
// sequence decodes, what it decodes to is a letter or mark of the kinds that
// are lost this way, and no word of a language is spelt like that. It must see
// the text before control characters are taken out: half the sequences hold one.
// What a text says of such sequences stays, see spared.
//
// Where the control characters are gone already, what is left of quotation
// marks is mended in English.
func Mojibake(text string, notes *Notes) string {
	if notes.AsIs {
		return text
	}
	return lostMarks(misreadTwice(text, notes), notes)
}

// misreadTwice mends what was read as windows-1252.
func misreadTwice(text string, notes *Notes) string {
	text = misreadUTF8(misreadLatin(text, notes), notes)
	if !suspicious(text) {
		return text
	}
	cyrillic := strings.Count(text, "Ð")*200 > len(text) && strings.Count(text, "Ñ")*400 > len(text)
	return mendSequences(text, func(s string, prev rune) (string, int) { return misread(s, prev, cyrillic) }, notes)
}

// suspicious is a cheap look for what all mojibake of this kind holds: one of
// ÂÃâÅÄÐÑð before another character that is not ASCII.
func suspicious(text string) bool {
	for {
		i := strings.IndexByte(text, 0xc3)
		if i < 0 || i+2 >= len(text) {
			return false
		}
		switch text[i+1] {
		case 0x82, 0x83, 0x84, 0x85, 0x90, 0x91, 0xa2, 0xb0:
			if text[i+2] >= utf8.RuneSelf {
				return true
			}
		}
		text = text[i+2:]
	}
}

// misread decodes the sequence that s begins with, if it is one; used is its
// length in s. In a text that is full of letters of Cyrillic, cyrillic, those are certain.
func misread(s string, prev rune, cyrillic bool) (out string, used int) {
	var raw [4]byte
	want, got := 0, 0
	for i, r := range s {
		c, ok := oneByte(r)
		if !ok {
			break
		}
		if got == 0 {
			switch {
			case c >= 0xc2 && c <= 0xdf:
				want = 2
			case c >= 0xe0 && c <= 0xef:
				want = 3
			case c >= 0xf0 && c <= 0xf4:
				want = 4
			default:
				return "", 0
			}
		} else if c < 0x80 || c > 0xbf {
			break
		}
		raw[got] = c
		if got++; got == want {
			used = i + utf8.RuneLen(r)
			break
		}
	}
	if got == 0 || got < want {
		return "", 0
	}
	r, n := utf8.DecodeRune(raw[:want])
	if n != want || !(cyrillic && (r < 0xc0 || unicode.Is(unicode.Cyrillic, r))) && !certain(r, want, prev, s[used:]) {
		return "", 0
	}
	return string(r), used
}

// certain reports whether r, which took n characters of mojibake after prev,
// cannot be what somebody wrote.
func certain(r rune, n int, prev rune, rest string) bool {
	switch n {
	case 4:
		return true // ðŸ and two more: emoji
	case 3:
		// General punctuation, currency, letterlike, arrows: â€, â‚¬, â„¢.
		return r >= 0x2010 && r <= 0x22ff || r == 0xfeff || r == 0x200b
	}
	next, _ := utf8.DecodeRuneInString(rest)
	if unicode.IsUpper(prev) && !unicode.IsLower(next) {
		return false // a word in capitals may end in Ã or Â before a mark
	}
	if r < 0xc0 { // Â and a sign
		return r == 0xa0 || r == 0xad || !unicode.IsLetter(prev)
	}
	return unicode.IsLetter(prev) || unicode.IsLower(next) || next == 'Ã' || next == 'Â'
}

// oneByte returns the byte that windows-1252 has for r; the bytes that it
// leaves free stand for themselves, as they do in browsers.
func oneByte(r rune) (byte, bool) {
	if r < 0x100 && !(r >= 0x80 && r < 0xa0) {
		return byte(r), r >= 0x80
	}
	if r >= 0x80 && r < 0xa0 {
		return byte(r), true
	}
	c, ok := charmap.Windows1252.EncodeRune(r)
	return c, ok && c >= 0x80
}
