package page

import (
	"strings"

	"codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"offprint/reader/parse/phrase"
)

// leastArticle is the length below which the extraction has missed the
// article and the whole page is taken, in bytes.
const leastArticle = 140

// articleIn returns the part of the page that holds the article, without
// what belongs to the site. The page is changed.
func articleIn(doc *html.Node, m *pageMeta) *html.Node {
	leads := m.leads()
	opening := m.opening(leads)
	root := guessed(doc, m)
	length := 0
	if root != nil {
		length = textLen(root)
	}
	// The page's own mark of its article wins where the guess has missed most of it.
	if marked := markedBody(doc); marked != nil {
		prune(marked, phrase.Host(m.address()))
		if n := textLen(marked); n > leastArticle && float64(length) < 0.6*float64(n) {
			root, length = marked, n
		}
	}
	if root == nil || length < leastArticle {
		root = wholePage(doc)
	}
	have := textLen(root)
	root = declared(root, longer(m.ld.body, m.stateBody(have)), have)
	addOpening(root, opening)
	addLeads(root, leads)
	return root
}

// guessed returns the part of the page that looks most like an article, nil if
// none does. Where that misses paragraphs which stand beside it, it is the part
// that holds them all.
func guessed(doc *html.Node, m *pageMeta) *html.Node {
	p := readability.NewParser()
	p.KeepClasses = true
	art, err := p.ParseDocument(doc, nil)
	if err != nil || art.Node == nil {
		return nil
	}
	root := art.Node
	settleKinds(root)
	if wider := widerPart(doc, root, m); wider != nil {
		root = wider
	}
	prune(root, phrase.Host(m.address()))
	return root
}

// settleKinds settles what an element is where the extraction changed only one
// of its two names: tables, quotes and the like that it made a div stay what
// they were, and of the rest it is right.
func settleKinds(root *html.Node) {
	for n := root; n != nil; n = next(n, root, false) {
		if n.Type != html.ElementNode || n.DataAtom == 0 || n.Data == n.DataAtom.String() {
			continue
		}
		switch n.DataAtom {
		case atom.Table, atom.Pre, atom.Blockquote, atom.Figure, atom.Dl, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
			if n.Data == "div" {
				n.Data = n.DataAtom.String()
			}
		}
		n.DataAtom = atom.Lookup([]byte(n.Data))
	}
}

// bodyShare is the share of a declared text that must be on the page itself;
// bodyLeast is how long it is at least, in bytes.
const (
	bodyShare = 0.5
	bodyLeast = 500
)

// declared returns the text that a page declares for programs, where little of
// it was found on the page, have bytes: such pages are put together by scripts.
func declared(root *html.Node, body string, have int) *html.Node {
	if len(body) < bodyLeast || float64(have) >= bodyShare*float64(len(body)) {
		return root
	}
	body = html.UnescapeString(body)
	if strings.Contains(body, "</") {
		if doc, err := parseTree(body); err == nil {
			return wholePage(doc)
		}
	}
	out := element(atom.Div)
	for line := range strings.Lines(body) {
		if line = strings.TrimSpace(line); line != "" {
			out.AppendChild(element(atom.P, textNode(line)))
		}
	}
	return out
}

// wholePage returns the page without its navigation.
func wholePage(doc *html.Node) *html.Node {
	body := doc
	if all := elements(doc, atom.Body); len(all) > 0 {
		body = all[0]
	}
	for _, n := range elements(body, atom.Nav, atom.Footer, atom.Aside, atom.Header) {
		if textLen(n)*2 < textLen(body) {
			remove(n)
		}
	}
	return body
}

// markedBody returns the element that the page marks as the text of its
// article, nil if it marks none or several.
func markedBody(doc *html.Node) *html.Node {
	var found *html.Node
	for n := doc.FirstChild; n != nil; n = next(n, doc, false) {
		if n.Type != html.ElementNode {
			continue
		}
		class := " " + strings.ToLower(attr(n, "class")) + " "
		is := strings.EqualFold(attr(n, "itemprop"), "articleBody")
		for _, c := range []string{" entry-content ", " post-content ", " article-body ", " article-content ", " article__body ", " post-body ", " article-text ", " articlebody ", " story-body "} {
			is = is || strings.Contains(class, c)
		}
		if !is || found != nil && inside(n, found) {
			continue
		}
		if found != nil {
			return nil
		}
		found = n
	}
	return found
}

func inside(n, root *html.Node) bool {
	for p := n.Parent; p != nil; p = p.Parent {
		if p == root {
			return true
		}
	}
	return false
}
