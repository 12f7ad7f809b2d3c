package page

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"offprint/reader/parse/phrase"
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
		if textLen(p) > 200 {
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
	if phrase.WordRune(before) {
		moveEdge(n, false)
	}
	if phrase.WordRune(after) {
		moveEdge(n, true)
	}
	if f := firstText(n); f == nil || n.FirstChild == nil {
		unwrap(n)
	}
}

// edgePieces is how many pieces of text that are nothing but marks are moved
// out of one end at most.
const edgePieces = 8

// moveEdge moves the marks at one end of n's text out of it.
func moveEdge(n *html.Node, end bool) {
	for range edgePieces {
		t := firstText(n)
		if end {
			t = lastText(n)
		}
		if t == nil {
			return
		}
		kept, moved := cutMarks(t.Data, end)
		if moved == "" {
			return
		}
		at := n
		if end {
			at = n.NextSibling
		}
		n.Parent.InsertBefore(textNode(moved), at)
		if kept == "" { // nothing but marks: what is beyond them is at the edge now
			remove(t)
			continue
		}
		t.Data = kept
		if end && strings.ContainsAny(moved, "\"'”’»“") {
			moveEdge(n, false) // its other half
		}
		return
	}
}

// cutMarks cuts what is no letter and no digit off one end of a text.
func cutMarks(text string, end bool) (kept, moved string) {
	odd := func(r rune) bool { return !phrase.WordRune(r) }
	if end {
		kept = strings.TrimRightFunc(text, odd)
		return kept, text[len(kept):]
	}
	kept = strings.TrimLeftFunc(text, odd)
	return kept, text[:len(text)-len(kept)]
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
