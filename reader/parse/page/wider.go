package page

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// What counts as a paragraph of running text when parts of a page are weighed:
// its length in bytes, and the share of its text that may be links.
const (
	runningLeast = 80
	runningLinks = 0.3
)

// widerShare is the share of the page's running text that its article's part
// holds at least; widerMissed is how much of that the guess holds at most if it
// has missed some of it.
const (
	widerShare  = 0.85
	widerMissed = 0.7
)

// widerReach is how far above the paragraphs of the guess the part may stand,
// in elements; widerHeld is how much of it the guess holds at least.
const (
	widerReach = 3
	widerHeld  = 0.1
)

// widerPart returns the part of the page that holds the article where the guess
// has missed paragraphs of it, else nil.
func widerPart(doc, guess *html.Node, m *pageMeta) *html.Node {
	paragraphs := running(doc, m.titleAt)
	if len(paragraphs) < 3 {
		return nil
	}
	have := map[string]bool{}
	for _, p := range elements(guess, atom.P, atom.Li, atom.Blockquote, atom.Div) {
		have[paragraphKey(p)] = true
	}
	var own []paragraph
	for _, p := range paragraphs {
		if have[paragraphKey(p.node)] {
			own = append(own, p)
		}
	}
	part := wholePart(doc, guess, paragraphs, own)
	if part == nil {
		reach := shapeReach
		if m.ld.thread {
			reach = threadReach
		}
		part = kinPart(guess, paragraphs, own, reach)
	}
	if part != nil {
		dropTeasers(part, own)
	}
	return part
}

// wholePart returns the smallest part of the page that holds nearly all of its
// paragraphs behind the title, if the guess holds too few of those, its own, and
// stands right among them; else nil.
func wholePart(doc, guess *html.Node, paragraphs, own []paragraph) *html.Node {
	part := sharedPart(paragraphs, doc)
	all, count := lengthIn(part, paragraphs)
	held, holds := lengthIn(part, own)
	enough := float64(held) >= widerMissed*float64(all) && float64(holds) >= widerMissed*float64(count)
	if enough || part.DataAtom == atom.Body || part.DataAtom == atom.Html {
		return nil
	}
	if held == 0 {
		if !strings.Contains(textOf(part), beginning(textOf(guess))) {
			return nil
		}
	} else if float64(held) < widerHeld*float64(all) || !near(sharedPart(own, doc), part) {
		return nil
	}
	return part
}

// lengthIn returns the bytes and the number of those of the paragraphs that stand in part.
func lengthIn(part *html.Node, paragraphs []paragraph) (length, count int) {
	for _, p := range paragraphs {
		if inside(p.node, part) {
			length += p.length
			count++
		}
	}
	return length, count
}

// near reports whether part stands at most widerReach above n.
func near(n, part *html.Node) bool {
	for range widerReach {
		if n == part || n == nil {
			break
		}
		n = n.Parent
	}
	return n == part
}

// beginning returns the first bytes of a text.
func beginning(s string) string { return s[:min(len(s), runningLeast)] }

// dropTeasers takes out of part what announces other articles: whatever stands
// with a heading that is a link, as far up as none of the article's own
// paragraphs does.
func dropTeasers(part *html.Node, own []paragraph) {
	holds := map[*html.Node]bool{}
	for _, p := range own {
		for n := p.node; n != nil && !holds[n]; n = n.Parent {
			holds[n] = true
		}
	}
	for _, h := range elements(part, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6) {
		if !isLink(h) || !inside(h, part) {
			continue
		}
		n := h
		for n.Parent != part && !holds[n.Parent] {
			n = n.Parent
		}
		if !holds[n] {
			remove(n)
		}
	}
}

// isLink reports whether a heading is a link, or stands in one.
func isLink(h *html.Node) bool {
	links := 0
	for _, a := range elements(h, atom.A) {
		links += textLen(a)
	}
	return links > 0 && links*2 > textLen(h) || within(h, atom.A)
}

// paragraph is one of running text, its length in bytes.
type paragraph struct {
	node   *html.Node
	length int
}

// running returns the paragraphs of a page behind its title that are running
// text and stand in no part that is plainly about something else.
func running(doc, title *html.Node) []paragraph {
	var out []paragraph
	n := doc.FirstChild
	if title != nil {
		n = title
	}
	for n != nil {
		skip := n.Type == html.ElementNode && (hidden(n) || invisible(n) || n.DataAtom == atom.Figure || n.DataAtom == atom.Aside || n.DataAtom == atom.Nav || n.DataAtom == atom.Footer || n.DataAtom == atom.Form || n.DataAtom == atom.Li || marked(n))
		if !skip && n.DataAtom == atom.P {
			skip = true
			if text := textOf(n); len(text) >= runningLeast {
				links := 0
				for _, a := range elements(n, atom.A) {
					links += textLen(a)
				}
				if float64(links) < runningLinks*float64(len(text)) {
					out = append(out, paragraph{n, len(text)})
				}
			}
		}
		n = next(n, doc, skip)
	}
	return out
}

// marked reports whether an element's names mark it as no part of the article.
func marked(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Body, atom.Html, atom.Article, atom.Main:
		return false
	}
	return marks(strings.ToLower(attr(n, "class"))) || marks(strings.ToLower(attr(n, "id")))
}

// sharedPart returns the smallest element that holds nearly all of the paragraphs.
func sharedPart(paragraphs []paragraph, doc *html.Node) *html.Node {
	length := make(map[*html.Node]int, len(paragraphs))
	for _, p := range paragraphs {
		length[p.node] = p.length
	}
	weight := map[*html.Node]int{}
	all := weigh(doc, length, weight)
	part := doc
	for {
		c := part.FirstChild
		for c != nil && float64(weight[c]) < widerShare*float64(all) {
			c = c.NextSibling
		}
		if c == nil {
			return part
		}
		part = c
	}
}

// weigh fills weight with the bytes of the paragraphs inside each element, and
// returns those of n.
func weigh(n *html.Node, length, weight map[*html.Node]int) int {
	sum := 0
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if own := length[c]; own > 0 {
			sum += own
		} else if c.FirstChild != nil {
			sum += weigh(c, length, weight)
		}
	}
	if sum > 0 {
		weight[n] = sum
	}
	return sum
}

// paragraphKey is what a paragraph is known by: how it begins.
func paragraphKey(n *html.Node) string {
	var b strings.Builder
	for c := n; c != nil && b.Len() < runningLeast; c = next(c, n, c.Type == html.ElementNode && hidden(c)) {
		if c.Type == html.TextNode {
			b.WriteString(strings.Join(strings.Fields(c.Data), ""))
		}
	}
	return b.String()
}
