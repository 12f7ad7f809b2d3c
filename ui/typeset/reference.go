package typeset

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"

	"offprint/reader"
)

// maxReference is how long a character reference can be, in bytes.
const maxReference = 34

// reference decodes the character reference that b begins with and returns
// its length, 0 if there is none. The source was cleaned before anything was
// decoded, so what comes out of a reference is cleaned here.
func reference(b []byte) (string, int) {
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
		return harmless(e.Characters), end + 1
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
	return harmless([]byte(string(r))), end + 1
}

// unescaped resolves the escapes and references of a link's address.
func unescaped(address string) string {
	if !strings.ContainsAny(address, `\&`) {
		return address
	}
	g := gatherer{source: []byte(address)}
	g.decoded(0, len(address), 0)
	return string(g.text)
}

// isBreak reports whether raw HTML is a line break.
func isBreak(n *ast.RawHTML, source []byte) bool {
	if n.Segments.Len() != 1 {
		return false
	}
	s := n.Segments.At(0)
	return bytes.EqualFold(bytes.Trim(source[s.Start:s.Stop], "<>/ "), []byte("br"))
}

func hasPrefixFold(s, prefix string) bool {
	return len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}

// safeAddress returns the address if it may be given to the terminal as a
// link: the web or mail, in printable ASCII.
func safeAddress(a reader.Text) string {
	s := string(a)
	if !hasPrefixFold(s, "https://") && !hasPrefixFold(s, "http://") && !hasPrefixFold(s, "mailto:") || len(s) > maxAddress {
		return ""
	}
	for i := range len(s) {
		if s[i] <= ' ' || s[i] >= 0x7f {
			return ""
		}
	}
	return s
}

// maxAddress is the longest address that terminals take, in bytes.
const maxAddress = 2083
