package pdf

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// TeX writes letters with accents as two characters where its fonts lack them,
// and its fonts of dots call their letters by their codes alone: a16.

// codeName matches the name of a letter that is its code.
var codeName = regexp.MustCompile(`^a(\d{1,3})$`)

// cork and knuth are the two encodings of such fonts, where they differ from ASCII.
var (
	cork  = split("`", "´", "ˆ", "˜", "¨", "˝", "˚", "ˇ", "˘", "¯", "˙", "¸", "˛", "‚", "‹", "›", "“", "”", "„", "«", "»", "–", "—", "", "", "ı", "ȷ", "ff", "fi", "fl", "ffi", "ffl")
	high  = split(strings.Fields("Ă Ą Ć Č Ď Ě Ę Ğ Ĺ Ľ Ł Ń Ň Ŋ Ő Ŕ Ř Ś Š Ş Ť Ţ Ű Ů Ÿ Ź Ž Ż Ĳ İ đ § ă ą ć č ď ě ę ğ ĺ ľ ł ń ň ŋ ő ŕ ř ś š ş ť ţ ű ů ÿ ź ž ż ĳ ¡ ¿ £")...)
	knuth = split("Γ", "Δ", "Θ", "Λ", "Ξ", "Π", "Σ", "Υ", "Φ", "Ψ", "Ω", "ff", "fi", "fl", "ffi", "ffl", "ı", "ȷ", "`", "´", "ˇ", "˘", "¯", "˚", "¸", "ß", "æ", "œ", "ø", "Æ", "Œ", "Ø")
)

func split(all ...string) []string { return all }

// bulletCode is the code of the bullet before the items of lists.
const bulletCode = 136

// dots returns what the codes of a font of dots mean; ok is false if its letters
// have other names.
func dots(names map[int]string) (table map[int]string, ok bool) {
	table = make(map[int]string, len(names))
	old := false // with Knuth's own encoding
	newer := false
	for code, name := range names {
		m := codeName.FindStringSubmatch(name)
		if m == nil {
			return nil, false
		}
		if n, err := strconv.Atoi(m[1]); err != nil || n != code || code < 0 || code > 255 {
			return nil, false
		}
		newer = newer || code >= 128
		old = old || code >= 11 && code <= 15 || code == 34 || code == 92
	}
	for code := range names {
		table[code] = texLetter(code, old && !newer)
	}
	if len(names) == 1 && names[bulletCode] != "" { // of the font with signs beside the letters
		table[bulletCode] = "•"
	}
	return table, len(names) > 0
}

// texLetter is what a code means in one of the two encodings.
func texLetter(code int, old bool) string {
	switch {
	case code == '\'':
		return "’"
	case code == '`':
		return "‘"
	case old:
		if s, ok := map[int]string{'"': "”", '\\': "“", '<': "¡", '>': "¿", '{': "–", '|': "—", '}': "˝", 127: "¨"}[code]; ok {
			return s
		}
		if code < len(knuth) {
			return knuth[code]
		}
	case code < len(cork):
		return cork[code]
	case code == 0xd7:
		return "Œ"
	case code == 0xf7:
		return "œ"
	case code == 0xdf:
		return "SS"
	case code == 0xff:
		return "ß"
	case code >= 0x80 && code < 0xc0:
		return high[code-0x80]
	case code == 127:
		return "-"
	}
	return string(rune(code))
}

// leading are the accents that are written before the letter that they stand above.
var leading = map[rune]rune{'¨': '\u0308', '´': '\u0301', 'ˆ': '\u0302', '˜': '\u0303', 'ˇ': '\u030c', '˘': '\u0306', '˚': '\u030a', '˝': '\u030b', '˙': '\u0307', '`': '\u0300'}

// composed puts accents to their letters: "Kleing¨arten". One of ASCII is an
// accent only within a word.
func composed(s string) string {
	if !strings.ContainsAny(s, "¨´ˆ˜ˇ˘˚˝˙`¸") {
		return s
	}
	runes := []rune(s)
	out := make([]rune, 0, len(runes))
	for i := 0; i < len(runes); i++ {
		r := runes[i]
		mark, ok := leading[r]
		if ok && i+1 < len(runes) && unicode.IsLetter(runes[i+1]) && (r != '`' || i > 0 && unicode.IsLetter(runes[i-1])) {
			letter := runes[i+1]
			if letter == 'ı' {
				letter = 'i'
			}
			if whole := []rune(norm.NFC.String(string([]rune{letter, mark}))); len(whole) == 1 {
				out = append(out, whole[0])
				i++
				continue
			}
		}
		if n := len(out); r == '¸' && n > 0 {
			if whole := []rune(norm.NFC.String(string([]rune{out[n-1], '\u0327'}))); len(whole) == 1 {
				out[n-1] = whole[0]
				continue
			}
		}
		out = append(out, r)
	}
	return string(out)
}
