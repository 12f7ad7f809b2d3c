package page

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// What a part of a page is worth is measured once for each element that holds
// it. A page whose text, each byte as often as elements hold it, is more than
// treeWeight is made shallower: no block that holds others stands more than
// treeDepth deep then.
const (
	treeWeight = 64 << 20
	treeDepth  = 40
)

// parseTree parses a page. The error is that it is nested too deep.
func parseTree(text string) (*html.Node, error) {
	doc, err := html.Parse(strings.NewReader(StripData(text)))
	if err != nil {
		return nil, err
	}
	weight := 0
	eachDepth(doc, func(n *html.Node, depth int) {
		if n.Type == html.TextNode {
			weight += depth * len(n.Data)
		}
	})
	if weight > treeWeight {
		shallow(doc)
	}
	return doc, nil
}

// eachDepth calls visit for all nodes of a tree, in document order, with the
// number of elements that hold them.
func eachDepth(doc *html.Node, visit func(n *html.Node, depth int)) {
	depth := 0
	for n := doc; n != nil; {
		visit(n, depth)
		if n.FirstChild != nil {
			n = n.FirstChild
			depth++
			continue
		}
		for n != nil && n.NextSibling == nil {
			n = n.Parent
			depth--
		}
		if n != nil {
			n = n.NextSibling
		}
	}
}

// shallow puts what stands in blocks too deep in their place.
func shallow(doc *html.Node) {
	var deep []*html.Node
	eachDepth(doc, func(n *html.Node, depth int) {
		if depth > treeDepth && n.Type == html.ElementNode && blockTag(n.DataAtom) && n.DataAtom != atom.Figure {
			deep = append(deep, n)
		}
	})
	for _, n := range deep { // the outer ones first: they hold little else
		switch {
		case holdsBlock(n):
			unwrap(n)
		case n.DataAtom == atom.Li || n.DataAtom == atom.Td || n.DataAtom == atom.Th || n.DataAtom == atom.Dd || n.DataAtom == atom.Dt:
			rename(n, atom.P)
		}
	}
}

// holdsBlock reports whether a child of n begins on a line of its own and can hold text.
func holdsBlock(n *html.Node) bool {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode && blockTag(c.DataAtom) && c.DataAtom != atom.Br && c.DataAtom != atom.Hr {
			return true
		}
	}
	return false
}
