package page

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// kinShare is the share of the running text in a part that the guess holds, or
// that is made as what it holds is, from which on the part is the article's.
const kinShare = 0.95

// kinPart returns the smallest part of the page that holds the paragraphs of
// the guess, its own, and those that it missed though they stand among them, or
// right before or behind, and are made as they are; nil if it missed none, or if
// much else stands among them. Editors that put pages together of pieces set
// each paragraph apart, and the guess drops some of the pieces.
func kinPart(guess *html.Node, paragraphs, own []paragraph, reach int) *html.Node {
	if len(own) == 0 {
		return nil
	}
	held, shapes := map[*html.Node]bool{}, map[string]bool{}
	for _, p := range own {
		held[p.node] = true
		shapes[shape(p.node, reach)] = true
	}
	from, to := 0, len(paragraphs)
	for !held[paragraphs[from].node] {
		from++
	}
	for !held[paragraphs[to-1].node] {
		to--
	}
	from, to = outward(paragraphs, from, to, func(p paragraph) bool { s := shape(p.node, reach); return s != "" && shapes[s] })
	kin, all, missed := 0, 0, false
	for _, p := range paragraphs[from:to] {
		all += p.length
		if held[p.node] {
			kin += p.length
		} else if shapes[shape(p.node, reach)] {
			kin += p.length
			missed = true
		}
	}
	if !missed || float64(kin) < kinShare*float64(all) {
		return nil
	}
	part := commonPart(paragraphs[from:to])
	if part == nil {
		return nil
	}
	return cutOut(part, paragraphs[from].node, paragraphs[to-1].node, textLen(guess))
}

// outwardLeast is the share of the paragraphs that stand right before and
// behind those of the guess, and are made as they are, from which on they are
// the article's: what is shorter can be about who wrote it, or the site.
const outwardLeast = 0.25

// outward returns from and to moved outward over paragraphs that are like those between.
func outward(paragraphs []paragraph, from, to int, like func(paragraph) bool) (int, int) {
	first, behind := from, to
	for first > 0 && like(paragraphs[first-1]) {
		first--
	}
	for behind < len(paragraphs) && like(paragraphs[behind]) {
		behind++
	}
	inner, outer := 0, 0
	for i := first; i < behind; i++ {
		if outer += paragraphs[i].length; i >= from && i < to {
			inner += paragraphs[i].length
		}
	}
	if float64(outer-inner) < outwardLeast*float64(outer) {
		return from, to
	}
	return first, behind
}

// cutOut returns an element that holds the children of part from the one that
// holds first to the one that holds last, taken from there; nil if they hold
// fewer than so many bytes of text.
func cutOut(part, first, last *html.Node, least int) *html.Node {
	child := func(n *html.Node) *html.Node {
		for n.Parent != part {
			n = n.Parent
		}
		return n
	}
	from, end := child(first), child(last).NextSibling
	length := 0
	for c := from; c != end; c = c.NextSibling {
		length += textLen(c)
	}
	if length < least {
		return nil
	}
	out := element(atom.Div)
	for c := from; c != end; {
		behind := c.NextSibling
		remove(c)
		out.AppendChild(c)
		c = behind
	}
	return out
}

// shapeReach is how many elements tell how a paragraph is made; threadReach is
// the same where question and answers stand in parts with names of their own.
const (
	shapeReach  = 3
	threadReach = 2
)

// shape tells how a paragraph is made: the names of its classes and of those of
// the elements around it, without names that count or measure.
func shape(n *html.Node, reach int) string {
	var b strings.Builder
	for i := 0; n != nil && i < reach; i, n = i+1, n.Parent {
		for _, c := range strings.Fields(attr(n, "class")) {
			if !strings.ContainsAny(c, "0123456789") {
				b.WriteString(c)
				b.WriteByte(' ')
			}
		}
	}
	return b.String()
}

// commonPart returns the smallest element that holds all of the paragraphs.
func commonPart(paragraphs []paragraph) *html.Node {
	part := paragraphs[0].node.Parent
	for _, p := range paragraphs[1:] {
		for part != nil && !inside(p.node, part) {
			part = part.Parent
		}
	}
	return part
}
