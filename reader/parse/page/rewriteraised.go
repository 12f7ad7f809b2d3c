package page

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// raised and lowered are the characters that have such a form in Unicode.
const (
	raisedFrom  = "0123456789+-−=()ni"
	raisedTo    = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ"
	loweredFrom = "0123456789+-−=()"
	loweredTo   = "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎"
)

// rewriteRaised makes characters of their own of raised and lowered text.
func rewriteRaised(n *html.Node) {
	text := strings.TrimSpace(textOf(n))
	if n.Parent == nil || text == "" || len(elements(n, atom.A)) > 0 || strings.ContainsRune(text, markNote) {
		unwrap(n)
		return
	}
	from, to := raisedFrom, raisedTo
	if n.DataAtom == atom.Sub {
		from, to = loweredFrom, loweredTo
	}
	if out, ok := mapped(text, from, to); ok {
		n.Parent.InsertBefore(textNode(out), n)
		remove(n)
		return
	}
	letters := true
	for _, r := range text {
		letters = letters && (unicode.IsLetter(r) || r == '.' || r == '™' || r == '®')
	}
	if !letters || n.DataAtom == atom.Sub && utf8.RuneCountInString(text) > 3 {
		sign := "^("
		if n.DataAtom == atom.Sub {
			sign = "_("
		}
		n.Parent.InsertBefore(textNode(sign), n)
		if n.NextSibling != nil {
			n.Parent.InsertBefore(textNode(")"), n.NextSibling)
		} else {
			n.Parent.AppendChild(textNode(")"))
		}
	}
	unwrap(n)
}

func mapped(text, from, to string) (string, bool) {
	keys, values := []rune(from), []rune(to)
	var b strings.Builder
	for _, r := range text {
		found := false
		for i, k := range keys {
			if k == r {
				b.WriteRune(values[i])
				found = true
				break
			}
		}
		if !found {
			return "", false
		}
	}
	return b.String(), true
}
