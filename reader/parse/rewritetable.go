package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// rewriteTable makes text of tables that only lay out a page: with a single
// column, with other tables in them, or with paragraphs in their cells.
func rewriteTable(t *html.Node) {
	if t.Parent == nil {
		return
	}
	rows, columns := 0, 0
	for _, tr := range elements(t, atom.Tr) {
		n := 0
		for c := tr.FirstChild; c != nil; c = c.NextSibling {
			if c.DataAtom == atom.Td || c.DataAtom == atom.Th {
				n++
			}
		}
		columns = max(columns, n)
		rows++
	}
	layout := columns <= 1 || rows <= 1 && len(elements(t, atom.Th)) == 0 || len(elements(t, atom.Table, atom.Ul, atom.Ol, atom.Pre, atom.Blockquote, atom.H2, atom.H3)) > 0 ||
		attr(t, "role") == "presentation" || longCells(t)
	if !layout {
		return
	}
	for _, n := range elements(t, atom.Thead, atom.Tbody, atom.Tfoot, atom.Tr, atom.Td, atom.Th, atom.Colgroup, atom.Col) {
		rename(n, atom.Div)
	}
	rename(t, atom.Div)
}

// longCells reports whether the cells hold running text.
func longCells(t *html.Node) bool {
	long := 0
	for _, p := range elements(t, atom.P) {
		if len(textOf(p)) > 200 {
			long++
		}
	}
	return long > 1
}

// rewriteEmphasis moves blanks and marks out of emphasis where Markdown could
// not close it otherwise: <em>"So,"</em>he said.
func rewriteEmphasis(n *html.Node) {
	if n.Parent == nil {
		return
	}
	if strings.TrimSpace(textOf(n)) == "" || within(n, n.DataAtom) {
		unwrap(n)
		return
	}
	before, after := edge(n, false), edge(n, true)
	if wordRune(before) {
		moveEdge(n, false)
	}
	if wordRune(after) {
		moveEdge(n, true)
	}
	if f := firstText(n); f == nil || n.FirstChild == nil {
		unwrap(n)
	}
}

// moveEdge moves the marks at one end of n's text out of it.
func moveEdge(n *html.Node, end bool) {
	t := firstText(n)
	if end {
		t = lastText(n)
	}
	if t == nil {
		return
	}
	odd := func(r rune) bool { return !wordRune(r) }
	var kept, moved string
	if end {
		kept = strings.TrimRightFunc(t.Data, odd)
		moved = t.Data[len(kept):]
	} else {
		kept = strings.TrimLeftFunc(t.Data, odd)
		moved = t.Data[:len(t.Data)-len(kept)]
	}
	if moved == "" || kept == "" {
		return
	}
	if end && strings.ContainsAny(moved, "\"'”’»“") {
		defer moveEdge(n, false) // its other half
	}
	t.Data = kept
	if end {
		n.Parent.InsertBefore(textNode(moved), n.NextSibling)
	} else {
		n.Parent.InsertBefore(textNode(moved), n)
	}
}

// edge returns the character beside n: behind it if after is set. A block's edge is a blank.
func edge(n *html.Node, after bool) rune {
	s := n.PrevSibling
	if after {
		s = n.NextSibling
	}
	if s == nil {
		return ' '
	}
	var t *html.Node
	if s.Type == html.TextNode {
		t = s
	} else if after {
		t = firstText(s)
	} else {
		t = lastText(s)
	}
	if t == nil || t.Data == "" || s.Type == html.ElementNode && blockTag(s.DataAtom) {
		return ' '
	}
	r, _ := utf8.DecodeLastRuneInString(t.Data)
	if after {
		r, _ = utf8.DecodeRuneInString(t.Data)
	}
	return r
}

func firstText(n *html.Node) *html.Node {
	for c := n; c != nil; c = next(c, n, false) {
		if c.Type == html.TextNode && c.Data != "" {
			return c
		}
	}
	return nil
}

func lastText(n *html.Node) *html.Node {
	for c := n; c != nil; c = c.LastChild {
		if c.Type == html.TextNode {
			return c
		}
	}
	return nil
}

func wordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}
