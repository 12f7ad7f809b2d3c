package page

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"offprint/reader/parse/date"
	"offprint/reader/parse/frame"
	"offprint/reader/parse/phrase"
)

// How long the paragraph between the title and the text may be, in bytes, and
// how far behind the title it is looked for, in pieces of text.
const (
	leadLeast = 50
	leadMost  = 900
	leadReach = 30
	leadMany  = 2 // paragraphs that are looked at

	subtitleLeast = 12 // where the page marks it as the title's second line
)

// leads returns the paragraphs that stand right behind the title: the summary
// that many sites set apart from the text, where the extraction misses it.
func (m *pageMeta) leads() []string {
	if m.titleAt == nil {
		return nil
	}
	out := m.behindTitle()
	if s := m.summary(); s != "" && !slices.Contains(out, s) {
		out = append([]string{s}, out...)
	}
	return out
}

// behindTitle returns those of the first paragraphs behind the title that can
// be a summary.
func (m *pageMeta) behindTitle() []string {
	var out []string
	var other *html.Node // the last part that is about something else
	left, seen := leadReach, 0
	for n := next(m.titleAt, m.doc, true); n != nil && left > 0; {
		if n.Type == html.TextNode && strings.TrimSpace(n.Data) != "" {
			left--
		}
		skip := false
		if n.Type == html.ElementNode {
			if skip = besideText(n) && !m.teaser(n); !skip {
				if m.aboutOther(n) {
					other = n
				}
				text, is := m.lead(n)
				if is && n != other && (other == nil || !inside(n, other)) {
					out = append(out, text)
				}
				if skip = text != ""; skip {
					seen++
				}
			}
			if seen == leadMany {
				break
			}
		}
		n = next(n, m.doc, skip)
	}
	return out
}

// asideNames are parts of the names of what stands between a title and its text
// and is about something else, in lower case.
var asideNames = []string{"cookie", "consent", "modal", "popup", "tooltip", "donat", "caption", "carousel", "annotation", "image", "picture", "browser", "old-ie", "fineprint", "muted", "metadata"}

// besideText reports whether an element stands beside a text wherever it is.
func besideText(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Nav, atom.Aside, atom.Form, atom.Figure, atom.Ul, atom.Footer:
		return true
	}
	return hidden(n) || bystander(n)
}

// teaser reports whether n is a paragraph beside the title that is marked as a
// teaser: elsewhere those announce other articles, here it is the summary.
func (m *pageMeta) teaser(n *html.Node) bool {
	return n.DataAtom == atom.P && m.above()[n.Parent] && !invisible(n) && len(elements(n, atom.A)) == 0 && hasWord(strings.ToLower(attr(n, "class")), "teaser")
}

// aboutOther reports whether an element behind the title holds no summary: it
// belongs to the site, to a picture or to another article.
func (m *pageMeta) aboutOther(n *html.Node) bool {
	if m.above()[n] {
		return false
	}
	class := strings.ToLower(attr(n, "class"))
	return n.DataAtom == atom.Article || class != "" && holdsAny(class, asideNames)
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
		at := blockOf(n)
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
		if phrase.WordRune(r) {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// lead returns the text of n if it is running text that is no link, no byline
// and no date, and whether it can be a summary.
func (m *pageMeta) lead(n *html.Node) (text string, is bool) {
	switch n.DataAtom {
	case atom.P, atom.H2, atom.H3, atom.Div, atom.Span, atom.Strong:
	default:
		return "", false
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode && blockTag(c.DataAtom) && c.DataAtom != atom.Br {
			return "", false
		}
	}
	text = textOf(n)
	if len(text) < leadLeast && !(len(text) >= subtitleLeast && subtitle(n)) || len(text) > leadMost || frame.CaptionLine(text) || len(elements(n, atom.Math)) > 0 {
		return "", false
	}
	for _, a := range elements(n, atom.A) {
		if textLen(a)*2 > len(text) {
			return "", false
		}
	}
	if m.described(text) || (leadClass(n) || m.teaser(n)) && !strings.Contains(text, " | ") {
		return text, true
	}
	ends := phrase.EndsSentence(text) || phrase.Asks(text)
	if n.DataAtom != atom.P && !ends {
		return "", false
	}
	return text, ends && !onReading(text) && !m.isByline(text)
}

// described reports whether a text is what the page tells other programs as its summary.
func (m *pageMeta) described(text string) bool {
	head := squeezed(text, leadLeast)
	for _, k := range []string{"description", "og:description"} {
		if d := squeezed(m.tag(k), leadLeast); d != "" && d == head {
			return true
		}
	}
	return false
}

// noticeMost is how long a text is at most that is about how a page is read, in bytes.
const noticeMost = 300

// onReading reports whether a text is about how the page is read: what the
// browser must be able to, and what the site keeps in it.
func onReading(text string) bool {
	low := strings.ToLower(text)
	return len(text) <= noticeMost && holdsAny(low, []string{"browser", "navegador", "navigateur", "przeglądark", "браузер", "javascript", "cookie"})
}

// isByline reports whether a text begins with the name of who wrote the page:
// it says who that is.
func (m *pageMeta) isByline(text string) bool {
	name := m.byline()
	return strings.Contains(name, " ") && strings.HasPrefix(text, name)
}

// leadClass reports whether an element is marked as the summary.
func leadClass(n *html.Node) bool {
	for p, i := n, 0; p != nil && i < 3; p, i = p.Parent, i+1 {
		class := strings.ToLower(attr(p, "class") + " " + attr(p, "data-gu-name") + " " + attr(p, "data-component") + " " + attr(p, "data-testid"))
		for _, c := range []string{"lead", "intro", "standfirst", "dek", "subtitle", "sub-title", "subhead", "summary", "vorspann", "chapo", "chapeau", "bajada", "entradilla", "excerpt", "abstract", "teaser-text", "description", "subtitul", "untertitel", "sottotitol", "sous-titre"} {
			if strings.Contains(class, c) {
				return true
			}
		}
	}
	return false
}

// subtitle reports whether an element itself is marked as the second line of the title.
func subtitle(n *html.Node) bool {
	class := strings.ToLower(attr(n, "class"))
	if _, dated := date.Within(textOf(n), false); dated {
		return false
	}
	return holdsAny(class, []string{"subtitle", "sub-title", "standfirst", "untertitel", "sous-titre", "sottotitolo", "subtitulo"})
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
