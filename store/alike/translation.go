package alike

import (
	"strings"
	"unicode"
)

// A quote and its translation share no words, but names, numbers and the
// words that many languages have from one root: Eskalation, эскалация. Such a
// word is known by its sound: its consonants in Latin letters, those that
// languages confuse made one, a vowel only where it begins the word.

// soundLetters is how much of a word's sound tells it from others: endings differ.
const soundLetters = 4

// latinOf maps the letters of other alphabets, and the marked ones of ours, to
// what they sound like; "" is a letter that is not heard.
var latinOf = map[rune]string{
	'а': "a", 'б': "b", 'в': "v", 'г': "g", 'ґ': "g", 'д': "d", 'е': "e", 'ё': "e", 'є': "e", 'ж': "s", 'з': "s", 'и': "i",
	'і': "i", 'ї': "i", 'й': "i", 'к': "k", 'л': "l", 'м': "m", 'н': "n", 'о': "o", 'п': "p", 'р': "r", 'с': "s", 'т': "t",
	'у': "u", 'ф': "f", 'х': "h", 'ц': "s", 'ч': "s", 'ш': "s", 'щ': "s", 'ъ': "", 'ы': "i", 'ь': "", 'э': "e", 'ю': "u", 'я': "a",
	'ä': "a", 'à': "a", 'â': "a", 'á': "a", 'å': "a", 'æ': "a", 'ç': "s", 'é': "e", 'è': "e", 'ê': "e", 'ë': "e", 'í': "i",
	'î': "i", 'ï': "i", 'ñ': "n", 'ó': "o", 'ô': "o", 'ö': "o", 'ø': "o", 'œ': "o", 'ß': "s", 'ú': "u", 'ù': "u", 'û': "u",
	'ü': "u", 'š': "s", 'ž': "s", 'č': "s", 'ć': "s", 'ś': "s", 'ł': "l", 'ń': "n", 'ý': "i",
}

// soundings are the letters that stand for one sound, the longer first.
var soundings = strings.NewReplacer(
	"tsch", "s", "sch", "s", "tch", "s", "ch", "s", "sh", "s", "zh", "s", "ts", "s", "tz", "s", "cz", "s", "ph", "f", "kh", "h",
	"ck", "k", "ce", "se", "ci", "si", "cy", "si", "qu", "k", "c", "k", "q", "k", "x", "ks", "z", "s", "w", "v", "j", "i", "y", "i",
)

// soundOf returns what a word sounds like.
func soundOf(word string) string {
	var latin strings.Builder
	for _, r := range strings.ToLower(word) {
		if s, ok := latinOf[r]; ok {
			latin.WriteString(s)
		} else if r < unicode.MaxASCII {
			latin.WriteRune(r)
		}
	}
	var out []byte
	for i, c := range []byte(soundings.Replace(latin.String())) {
		switch {
		case strings.IndexByte("aeiou", c) >= 0:
			if i == 0 {
				out = append(out, 'A')
			}
			continue
		case c == 'h' && i > 0 || c < 'a' || c > 'z':
			continue
		}
		if len(out) == 0 || out[len(out)-1] != c {
			out = append(out, c)
		}
	}
	return string(out)
}

// sounds returns what in a text can be known again in another language, with
// what it weighs: numbers and names more than other long words.
func sounds(text string) map[string]int {
	found := map[string]int{}
	first := true
	for _, w := range strings.FieldsFunc(joinDigits(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '’' && r != '\'' }) {
		begins := first
		first = false
		if unicode.IsDigit([]rune(w)[0]) {
			found["#"+w] = min(len(w), 2)
			continue
		}
		s, letters := soundOf(w), len([]rune(w))
		weigh := 0
		switch upper := unicode.IsUpper([]rune(w)[0]) && !begins; {
		case upper && letters >= 4 && len(s) >= 3:
			weigh = 2
		case letters >= 6 && len(s) >= soundLetters:
			weigh = 1
		}
		if weigh > 0 {
			found[s[:min(len(s), soundLetters)]] = weigh
		}
	}
	return found
}

// joinDigits leaves out what parts the digits of one number: 1,200 and 1 200.
func joinDigits(text string) string {
	r := []rune(text)
	digit := func(i int) bool { return i >= 0 && i < len(r) && unicode.IsDigit(r[i]) }
	out := make([]rune, 0, len(r))
	for i, c := range r {
		if strings.ContainsRune(",. \u00a0\u202f", c) && digit(i-1) && digit(i+1) && digit(i+2) && digit(i+3) && !digit(i+4) {
			continue
		}
		out = append(out, c)
	}
	return string(out)
}

// Names reports whether two names can be one person's in two languages:
// the last words sound alike, and the first ones begin alike if both have one.
func Names(a, b string) bool {
	x, y := strings.Fields(a), strings.Fields(b)
	if len(x) == 0 || len(y) == 0 {
		return false
	}
	s, t := soundOf(x[len(x)-1]), soundOf(y[len(y)-1])
	if s != t || len(s) < 2 {
		return false
	}
	if len(x) == 1 || len(y) == 1 {
		return true
	}
	f, g := soundOf(x[0]), soundOf(y[0])
	return f != "" && g != "" && f[0] == g[0]
}

// Bounds for what is taken for a translation. Few are found rather than wrong ones.
const (
	tongueLetters = 30 // letters of each quote at least
	tongueLonger  = 2.2
	tongueShared  = 3 // weight
	tongueSole    = 2 // the same if the speaker has but one quote in either article
	tonguePart    = 0.3
)

// Translations reports whether two quotes by one speaker, in different
// languages, can be translations of one another, and how much they share.
// sole tells that either article has but one quote by the speaker.
func Translations(a, b string, sole bool) (weight int, ok bool) {
	m, n := float64(letters(a)), float64(letters(b))
	if m < tongueLetters || n < tongueLetters || m > tongueLonger*n || n > tongueLonger*m {
		return 0, false
	}
	x, y := sounds(a), sounds(b)
	shared := 0
	numbers := [3]int{}
	for k, w := range x {
		v, both := y[k]
		if both {
			shared++
			weight += min(w, v)
		}
		if k[0] == '#' && w > 1 {
			numbers[0]++
			if both {
				numbers[2]++
			}
		}
	}
	for k, w := range y {
		if k[0] == '#' && w > 1 {
			numbers[1]++
		}
	}
	if numbers[0] > 0 && numbers[1] > 0 && numbers[2] == 0 {
		return weight, false // other numbers: another statement
	}
	if sole && weight >= tongueSole {
		return weight, true
	}
	return weight, shared >= 2 && weight >= tongueShared && float64(shared) >= tonguePart*float64(min(len(x), len(y)))
}

// Long reports whether a quote is long enough to be known again in another language.
func Long(quote string) bool { return letters(quote) >= tongueLetters }

func letters(s string) int {
	n := 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n
}
