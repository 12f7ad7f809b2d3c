package parse

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

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
	if s := m.summary(); s != "" && !slices.Contains(out, s) {
		out = append([]string{s}, out...)
	}
	return out
}

// summaryReach is how far behind the title a paragraph may stand that the page
// gives for its summary, in pieces of text.
const summaryReach = 120

// summary returns the paragraph behind the title whose words the page tells
// other programs as its summary, empty if it shows none.
func (m *pageMeta) summary() string {
	var told []string
	for _, k := range []string{"description", "og:description", "twitter:description"} {
		if d := squeezed(m.tag(k), leadLeast); len(d) >= leadLeast {
			told = append(told, d)
		}
	}
	if len(told) == 0 {
		return ""
	}
	left := summaryReach
	for n := next(m.titleAt, m.doc, true); n != nil && left > 0; n = next(n, m.doc, n.Type == html.ElementNode && hidden(n)) {
		if n.Type != html.TextNode || strings.TrimSpace(n.Data) == "" {
			continue
		}
		left--
		at := n.Parent
		for at != nil && !blockTag(at.DataAtom) {
			at = at.Parent
		}
		if at == nil || at.DataAtom == atom.Body || !slices.Contains(told, squeezed(n.Data, leadLeast)) {
			continue
		}
		if text := textOf(at); len(text) <= leadMost {
			return text
		}
		return ""
	}
	return ""
}

// squeezed returns the first letters and digits of a text, n bytes and a little more.
func squeezed(s string, n int) string {
	var b strings.Builder
	for _, r := range s {
		if b.Len() >= n {
			break
		}
		if wordRune(r) {
			b.WriteRune(r)
		}
	}
	return b.String()
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
	if len(text) < leadLeast || len(text) > leadMost || captionLine(text) || len(elements(n, atom.Math)) > 0 {
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
			have += " " + head // some pages have it twice, for wide and for narrow screens
			root.InsertBefore(element(atom.P, textNode(leads[i])), root.FirstChild)
		}
	}
}
