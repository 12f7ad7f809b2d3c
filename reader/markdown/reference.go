package markdown

import (
	"bytes"
	"strconv"
	"unicode/utf8"

	"github.com/yuin/goldmark/util"

	"offprint/reader"
)

// maxReference is how long a character reference can be, in bytes.
const maxReference = 34

// Reference decodes the character reference that b begins with, such as &amp;
// or &#8212;, and returns its length in bytes, 0 if there is none. The source was
// cleaned before anything was decoded, so what comes out of it is cleaned here.
func Reference(b []byte) (reader.Text, int) {
	end := bytes.IndexByte(b[:min(len(b), maxReference)], ';')
	if end < 2 {
		return "", 0
	}
	name := string(b[1:end])
	if name[0] != '#' {
		e, ok := util.LookUpHTML5EntityByName(name)
		if !ok {
			return "", 0
		}
		return reader.Clean(string(e.Characters)), end + 1
	}
	digits, base, most := name[1:], 10, 7
	if digits != "" && (digits[0] == 'x' || digits[0] == 'X') {
		digits, base, most = digits[1:], 16, 6
	}
	if len(digits) > most {
		return "", 0
	}
	v, err := strconv.ParseUint(digits, base, 32)
	if err != nil {
		return "", 0
	}
	r := rune(v)
	if v == 0 || !utf8.ValidRune(r) {
		r = utf8.RuneError
	}
	return reader.Clean(string(r)), end + 1
}
