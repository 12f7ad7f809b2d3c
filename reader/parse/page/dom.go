package page

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// attr returns the value of an attribute, empty if n has none.
func attr(n *html.Node, key string) string {
	for i := range n.Attr {
		if n.Attr[i].Key == key {
			return n.Attr[i].Val
		}
	}
	return ""
}

// next is the node after n in document order within root; with skip set,
// what is inside n is passed over.
func next(n, root *html.Node, skip bool) *html.Node {
	if !skip && n.FirstChild != nil {
		return n.FirstChild
	}
	for n != root && n != nil {
		if n.NextSibling != nil {
			return n.NextSibling
		}
		n = n.Parent
	}
	return nil
}

// textOf returns the words within n, white space folded. Scripts and styles are left out.
func textOf(n *html.Node) string {
	f := folding{out: make([]byte, 0, 64)}
	f.walk(n)
	return string(f.out)
}

// textLen is the length of what [textOf] returns, without making it.
func textLen(n *html.Node) int {
	f := folding{lengthOnly: true}
	f.walk(n)
	return f.length
}

// folding takes words one piece after the other and folds the white space
// between them to one blank; none stands at either end.
type folding struct {
	out        []byte
	length     int
	lengthOnly bool
	blank      bool // white space came since the last word
}

func (f *folding) walk(n *html.Node) {
	for c := n; c != nil; {
		skip := false
		switch {
		case c.Type == html.TextNode:
			f.add(c.Data)
		case c.Type == html.ElementNode && hidden(c):
			skip = true
		case c.Type == html.ElementNode && blockTag(c.DataAtom):
			f.blank = true
		}
		if c == n && (skip || c.FirstChild == nil) {
			break
		}
		c = next(c, n, skip)
	}
}

func (f *folding) add(s string) {
	begun := -1 // where the word begins that is being read
	for i := 0; i < len(s); {
		space, size := s[i] == ' ' || s[i]-'\t' < 5, 1
		if s[i] >= utf8.RuneSelf {
			var r rune
			r, size = utf8.DecodeRuneInString(s[i:])
			space = unicode.IsSpace(r)
		}
		switch {
		case !space && begun < 0:
			begun = i
		case space && begun >= 0:
			f.word(s[begun:i])
			begun = -1
		}
		f.blank = f.blank || space
		i += size
	}
	if begun >= 0 {
		f.word(s[begun:])
	}
}

// word adds a word, or the rest of one.
func (f *folding) word(w string) {
	apart := f.blank && f.length > 0
	f.blank = false
	f.length += len(w)
	if apart {
		f.length++
	}
	if f.lengthOnly {
		return
	}
	if apart {
		f.out = append(f.out, ' ')
	}
	f.out = append(f.out, w...)
}

// hidden reports whether an element's text is not shown.
func hidden(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Svg, atom.Textarea, atom.Select:
		return true
	}
	return false
}

// blockTag reports whether an element begins on a line of its own.
func blockTag(a atom.Atom) bool {
	switch a {
	case atom.P, atom.Div, atom.Section, atom.Article, atom.Aside, atom.Header, atom.Footer, atom.Nav, atom.Main, atom.Ul, atom.Ol, atom.Li,
		atom.Dl, atom.Dt, atom.Dd, atom.Table, atom.Thead, atom.Tbody, atom.Tr, atom.Td, atom.Th, atom.Blockquote, atom.Pre, atom.H1, atom.H2, atom.H3,
		atom.H4, atom.H5, atom.H6, atom.Figure, atom.Figcaption, atom.Hr, atom.Br, atom.Form, atom.Address, atom.Details, atom.Summary, atom.Caption, atom.Center:
		return true
	}
	return false
}

// remove takes n out of its tree.
func remove(n *html.Node) {
	if n.Parent != nil {
		n.Parent.RemoveChild(n)
	}
}

// unwrap puts the children of n in its place.
func unwrap(n *html.Node) {
	p := n.Parent
	if p == nil {
		return
	}
	for c := n.FirstChild; c != nil; c = n.FirstChild {
		n.RemoveChild(c)
		p.InsertBefore(c, n)
	}
	p.RemoveChild(n)
}

// rename makes another element of n.
func rename(n *html.Node, a atom.Atom) { n.DataAtom, n.Data = a, a.String() }

// element returns a new element with the children given.
func element(a atom.Atom, children ...*html.Node) *html.Node {
	n := &html.Node{Type: html.ElementNode, DataAtom: a, Data: a.String()}
	for _, c := range children {
		n.AppendChild(c)
	}
	return n
}

func textNode(s string) *html.Node { return &html.Node{Type: html.TextNode, Data: s} }

// within reports whether n stands inside an element of one of the kinds.
func within(n *html.Node, kinds ...atom.Atom) bool {
	for p := n.Parent; p != nil; p = p.Parent {
		for _, k := range kinds {
			if p.DataAtom == k {
				return true
			}
		}
	}
	return false
}

// elements returns the elements within n of one of the kinds, in document order.
func elements(n *html.Node, kinds ...atom.Atom) []*html.Node {
	var out []*html.Node
	for c := next(n, n, false); c != nil; c = next(c, n, false) {
		if c.Type != html.ElementNode {
			continue
		}
		for _, k := range kinds {
			if c.DataAtom == k {
				out = append(out, c)
				break
			}
		}
	}
	return out
}
