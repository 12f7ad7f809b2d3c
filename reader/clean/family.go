package clean

import (
	"bytes"
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/text/encoding/htmlindex"
)

// The encodings of one byte a letter for Latin script differ in the letters of
// a few languages, by which they are told. Detection knows windows-1252 alone
// of them, and takes Arabic for Cyrillic.

// tongue is what a language writes beside ASCII, in lower case.
type tongue struct {
	code    string
	letters string
	names   []string // the encodings that its texts are in, the more frequent first
}

// western are the languages of windows-1252. A text that is one of them, read
// so, is in no other encoding.
var western = []tongue{
	{code: "de", letters: "äöüßé"}, {code: "fr", letters: "àâçéèêëîïôœùûüÿ"}, {code: "es", letters: "áéíñóúüçàèòïª"}, {code: "pt", letters: "áâãàçéêíóôõúüªº"},
	{code: "it", letters: "àèéìíîòóùú"}, {code: "nl", letters: "éèëïóöüáç"}, {code: "sv", letters: "åäöéü"}, {code: "da", letters: "æøåéöäòó"}, {code: "is", letters: "áðéíóúýþæö"},
}

// others are the languages that are written in other encodings.
var others = []tongue{
	{"pl", "ąćęłńóśźż", []string{"windows-1250", "iso-8859-2"}},
	{"cs", "áčďéěíňóřšťúůýžöü", []string{"windows-1250", "iso-8859-2"}},
	{"sk", "áäčďéíĺľňóôŕšťúýžöü", []string{"windows-1250", "iso-8859-2"}},
	{"hu", "áéíóöőúüű", []string{"windows-1250", "iso-8859-2"}},
	{"hr", "čćđšž", []string{"windows-1250", "iso-8859-2"}},
	{"sl", "čšžćđ", []string{"windows-1250", "iso-8859-2"}},
	{"ro", "ăâîşţ", []string{"windows-1250", "iso-8859-2"}},
	{"tr", "çğıöşüâîûi̇", []string{"windows-1254"}},
	{"lt", "ąčęėįšųūž", []string{"windows-1257"}},
	{"lv", "āčēģīķļņšūž", []string{"windows-1257"}},
	{"et", "äöõüšž", []string{"windows-1257"}},
	{"eo", "ĉĝĥĵŝŭ", []string{"iso-8859-3"}},
}

// arabic is told apart: none of its letters stands between Latin ones.
var arabic = tongue{"ar", "ءآأؤإئابةتثجحخدذرزسشصضطظعغـفقكلمنهوىيًٌٍَُِّْپچژگ", []string{"windows-1256", "iso-8859-6"}}

// What makes one encoding more likely than another.
const (
	fewLetters = 4    // beside ASCII: too few to tell by
	fits       = 0.98 // of them are those of the language
	fitsNot    = 0.93
	fitsTold   = 0.90 // where the page tells its language
)

// pageLanguage finds the language that a page tells.
var pageLanguage = regexp.MustCompile(`(?i)<html[^>]{0,500}?\slang\s*=\s*["']?([a-z]{2})\b`)

// family returns the encoding of data in place of name, which detection found
// or which is empty.
func family(data []byte, name string, page bool) string {
	sample := wideSample(data)
	if name == "koi8-r" && ukrainian(sample) {
		return "koi8-u"
	}
	read, ok := decodeAs(sample, name)
	if !ok {
		name = ""
		read, _ = decodeAs(sample, "windows-1252")
	}
	mixed, broken := script(read)
	if broken {
		if n, share := arabic.likeliest(sample, fewLetters); share >= fits {
			return n
		}
	}
	if !mixed && !latin(name) {
		return name
	}
	told := ""
	if m := pageLanguage.FindSubmatch(data[:min(len(data), declarationReach)]); page && m != nil {
		told = strings.ToLower(string(m[1]))
	}
	return byLetters(sample, name, told)
}

// byLetters returns the encoding of Latin script in which a sample fits a
// language best, that which the page tells before others; name if none fits
// better than windows-1252.
func byLetters(sample []byte, name, told string) string {
	read, _ := decodeAs(sample, "windows-1252")
	usual := best(read)
	for i := range others {
		if t := &others[i]; t.code == told {
			if n, share := t.likeliest(sample, 1); share >= fitsTold && share > usual {
				return n
			}
		}
	}
	if usual > fitsNot {
		return name
	}
	most, found := 0.0, name
	for i := range others {
		if n, share := others[i].likeliest(sample, fewLetters); share >= fits && share > most {
			most, found = share, n
		}
	}
	return found
}

// likeliest returns the encoding in which a sample fits the language best, and
// how well; 0 if there are fewer letters than few.
func (t *tongue) likeliest(sample []byte, few int) (name string, most float64) {
	for _, n := range t.names {
		if share, all := t.share(sample, n); all >= few && share > most {
			name, most = n, share
		}
	}
	return name, most
}

// latin reports whether an encoding is one of Latin script, or none was found.
func latin(name string) bool {
	switch name {
	case "", "windows-1252", "windows-1250", "windows-1254", "windows-1257", "windows-1258", "iso-8859-2", "iso-8859-3", "iso-8859-4",
		"iso-8859-10", "iso-8859-13", "iso-8859-14", "iso-8859-15", "iso-8859-16", "macintosh":
		return true
	}
	return false
}

// best is how well a text fits the western language that it fits best.
func best(text string) float64 {
	most := 0.0
	for i := range western {
		share, all := western[i].of(text)
		if all == 0 {
			return 1
		}
		most = max(most, share)
	}
	return most
}

// share is which part of the letters beside ASCII are those of the language if
// a sample is read in an encoding, and how many there are.
func (t *tongue) share(sample []byte, name string) (float64, int) {
	e, err := htmlindex.Get(name)
	if err != nil {
		return 0, 0
	}
	out, err := e.NewDecoder().Bytes(sample)
	if err != nil {
		return 0, 0
	}
	return t.of(string(out))
}

// of is share for a text. Quotation marks, dashes and the like say nothing;
// any other sign within a word says that this is another encoding.
func (t *tongue) of(text string) (float64, int) {
	own, all := 0, 0
	before := ' '
	for _, r := range text {
		if r >= 0x80 && (unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsControl(r) || r == '\uFFFD' || unicode.IsLetter(before) && !neutral(r)) {
			all++
			if strings.ContainsRune(t.letters, unicode.ToLower(r)) || r == 'İ' && t.code == "tr" {
				own++
			}
		}
		before = r
	}
	if all == 0 {
		return 0, 0
	}
	return float64(own) / float64(all), all
}

// neutral reports whether a sign stands behind words in any language.
func neutral(r rune) bool {
	return strings.ContainsRune("’‘”“„»«›‹…–—·•\u00a0®™©°€§¬­", r)
}

// script tells what is odd in a text: letters of two scripts in one word, which
// are none of one, or capital letters that follow small ones.
func script(text string) (mixed, broken bool) {
	words, both, turns, letters := 0, 0, 0, 0
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) }) {
		ascii, other := false, false
		before := 'A'
		for _, r := range word {
			if r < 0x80 {
				ascii = true
			} else {
				other = other || !unicode.Is(unicode.Latin, r)
				letters++
				if unicode.IsUpper(r) && unicode.IsLower(before) {
					turns++
				}
			}
			before = r
		}
		if other {
			words++
			if ascii {
				both++
			}
		}
	}
	return both*3 > words, turns*20 > letters
}

// ukrainian reports whether KOI8 is that of Ukraine: where Russia's draws
// boxes, it has letters, which stand in words.
func ukrainian(sample []byte) bool {
	for i, c := range sample {
		if bytes.IndexByte([]byte("\xa4\xa6\xa7\xad\xb4\xb6\xb7\xbd"), c) >= 0 && (i > 0 && sample[i-1] >= 0xc0 || i+1 < len(sample) && sample[i+1] >= 0xc0) {
			return true
		}
	}
	return false
}
