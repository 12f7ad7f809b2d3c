package page

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// flattened returns the text of a message: what is hidden goes, and tables
// that only lay it out become what is in them.
func flattened(doc *html.Node) *html.Node {
	root := doc
	if all := elements(doc, atom.Body); len(all) > 0 {
		root = all[0]
	}
	var gone []*html.Node
	for n := next(root, root, false); n != nil; n = next(n, root, false) {
		if n.Type == html.ElementNode && unseen(n) {
			gone = append(gone, n)
		}
	}
	for _, n := range gone {
		remove(n)
	}
	tables := elements(root, atom.Table)
	for _, t := range slices.Backward(tables) {
		if tabular(t) {
			continue
		}
		for _, n := range elements(t, atom.Thead, atom.Tbody, atom.Tfoot, atom.Tr, atom.Td, atom.Th, atom.Caption) {
			if tableOf(n) == t {
				rename(n, atom.Div)
			}
		}
		rename(t, atom.Div)
	}
	return root
}

// tableOf returns the table that a cell or row belongs to, nil if there is none.
func tableOf(n *html.Node) *html.Node {
	for n = n.Parent; n != nil && n.DataAtom != atom.Table; n = n.Parent {
	}
	return n
}

// unseen reports whether an element is in a message for programs only: the
// line that lists of messages show, and pictures that tell that it was opened.
func unseen(n *html.Node) bool {
	style := strings.ReplaceAll(strings.ToLower(attr(n, "style")), " ", "")
	for _, s := range []string{"display:none", "max-height:0", "visibility:hidden", "font-size:0px;line-height:0", "mso-hide:all"} {
		if strings.Contains(style, s) {
			return true
		}
	}
	return n.DataAtom == atom.Img && (attr(n, "width") == "1" || attr(n, "height") == "1" || attr(n, "width") == "0")
}

// tabular reports whether a table holds data: at least two rows of at least
// two filled cells each, none of them long, and no table in it.
func tabular(t *html.Node) bool {
	if len(elements(t, atom.Table)) > 0 || strings.EqualFold(attr(t, "role"), "presentation") {
		return false
	}
	if len(elements(t, atom.Th)) > 1 {
		return true
	}
	rows := elements(t, atom.Tr)
	if len(rows) < 2 {
		return false
	}
	for _, r := range rows {
		filled := 0
		for _, c := range elements(r, atom.Td) {
			n := textLen(c)
			if n > 200 {
				return false
			}
			if n > 0 {
				filled++
			}
		}
		if filled < 2 {
			return false
		}
	}
	return true
}
