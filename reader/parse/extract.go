package parse

import (
	"strings"

	"codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// leastArticle is the length below which the extraction has missed the
// article and the whole page is taken, in bytes.
const leastArticle = 140

// articleIn returns the part of the page that holds the article, without
// what belongs to the site. The page is changed.
func articleIn(doc *html.Node, m *pageMeta) *html.Node {
	leads := m.leads()
	marked := markedBody(doc)
	p := readability.NewParser()
	p.KeepClasses = true
	art, err := p.ParseDocument(doc, nil)
	var root *html.Node
	if err == nil && art.Node != nil {
		root = art.Node
		prune(root)
	}
	// The page's own mark of its article wins where the guess has missed most of it.
	length := 0
	if root != nil {
		length = len(textOf(root))
	}
	if marked != nil {
		prune(marked)
		if n := len(textOf(marked)); n > leastArticle && float64(length) < 0.6*float64(n) {
			root, length = marked, n
		}
	}
	if root == nil || length < leastArticle {
		root = wholePage(doc)
	}
	addLeads(root, leads)
	return root
}

// bodyShare is the share of a declared text that must be on the page itself;
// bodyLeast is how long it is at least, in bytes.
const (
	bodyShare = 0.5
	bodyLeast = 500
)

// declared returns the text that a page declares for programs, where little of
// it was found on the page: such pages are put together by scripts.
func declared(root *html.Node, body string) *html.Node {
	if len(body) < bodyLeast || float64(len(textOf(root))) >= bodyShare*float64(len(body)) {
		return root
	}
	body = html.UnescapeString(body)
	if strings.Contains(body, "</") {
		if doc, err := html.Parse(strings.NewReader(stripData(body))); err == nil {
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
		if len(textOf(n))*2 < len(textOf(body)) {
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

// How long the paragraph between the title and the text may be, in bytes, and
// how far behind the title it is looked for, in pieces of text.
const (
	leadLeast = 50
	leadMost  = 900
	leadReach = 30
)

// leads returns the paragraphs that stand right behind the title: the summary
// that many sites set apart from the text, where the extraction misses it.
func (m *pageMeta) leads() []string {
	if m.titleAt == nil {
		return nil
	}
	var out []string
	skip := true
	left := leadReach
	for n := m.titleAt; n != nil && left > 0; {
		n = next(n, m.doc, skip)
		skip = false
		if n == nil {
			break
		}
		if n.Type == html.TextNode && strings.TrimSpace(n.Data) != "" {
			left--
		}
		if n.Type != html.ElementNode {
			continue
		}
		if hidden(n) || n.DataAtom == atom.Nav || n.DataAtom == atom.Aside || n.DataAtom == atom.Form || n.DataAtom == atom.Figure || n.DataAtom == atom.Ul || n.DataAtom == atom.Footer || bystander(n) {
			skip = true
			continue
		}
		if text := m.lead(n); text != "" {
			out = append(out, text)
			skip = true
			if len(out) == 2 {
				break
			}
		}
	}
	return out
}

// lead returns the text of n if it can be a summary: running text that is no
// link, no byline and no date.
func (m *pageMeta) lead(n *html.Node) string {
	switch n.DataAtom {
	case atom.P, atom.H2, atom.H3, atom.Div, atom.Span, atom.Strong:
	default:
		return ""
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode && blockTag(c.DataAtom) && c.DataAtom != atom.Br {
			return ""
		}
	}
	text := textOf(n)
	if len(text) < leadLeast || len(text) > leadMost || captionLine(text) {
		return ""
	}
	for _, a := range elements(n, atom.A) {
		if len(textOf(a))*2 > len(text) {
			return ""
		}
	}
	if n.DataAtom != atom.P && !leadClass(n) && !sentence(text) {
		return ""
	}
	return text
}

// leadClass reports whether an element is marked as the summary.
func leadClass(n *html.Node) bool {
	for p, i := n, 0; p != nil && i < 3; p, i = p.Parent, i+1 {
		class := strings.ToLower(attr(p, "class"))
		for _, c := range []string{"lead", "intro", "standfirst", "dek", "subtitle", "sub-title", "subhead", "summary", "vorspann", "chapo", "chapeau", "bajada", "entradilla", "excerpt", "abstract", "teaser-text", "description"} {
			if strings.Contains(class, c) {
				return true
			}
		}
	}
	return false
}

// addLeads puts the summary before the text if the text lacks it.
func addLeads(root *html.Node, leads []string) {
	if len(leads) == 0 {
		return
	}
	have := textOf(root)
	for i := len(leads) - 1; i >= 0; i-- {
		if head := leads[i][:min(len(leads[i]), leadLeast)]; !strings.Contains(have, head) {
			root.InsertBefore(element(atom.P, textNode(leads[i])), root.FirstChild)
		}
	}
}
