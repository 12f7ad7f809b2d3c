package typeset

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"

	"offprint/reader"
)

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
