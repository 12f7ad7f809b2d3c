package page

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"offprint/reader/parse/frame"
	"offprint/reader/parse/phrase"
)

// shownWords is how many words a title has at least that is found by its words
// alone, and kickerMost how long a line above a title is at most, in bytes.
const (
	shownWords = 3
	kickerMost = 60
)

// shownTitle finds the title on a page that has no heading for it: an element
// that holds nothing but what the page calls itself, or a part of that beside
// the name of the site.
func (m *pageMeta) shownTitle() string {
	told := map[string]bool{}
	for _, t := range []string{m.ld.headline, m.tag("og:title", "twitter:title", "dc.title", "headline"), m.titleTag} {
		if t = strings.Join(strings.Fields(t), " "); t == "" {
			continue
		}
		told[t] = true
		for _, mark := range []string{" | ", " - ", " – ", " — ", ": ", " » ", " :: ", " · "} {
			head, tail, _ := strings.Cut(t, mark)
			told[head], told[tail] = true, true
		}
	}
	best := ""
	for n := m.doc.FirstChild; n != nil; n = next(n, m.doc, n.Type == html.ElementNode && hidden(n)) {
		if n.Type != html.TextNode || len(n.Data) > frame.TitleReach || n.Parent == nil || within(n, atom.Head, atom.A, atom.Nav, atom.Footer, atom.P) {
			continue
		}
		text := strings.Join(strings.Fields(n.Data), " ")
		if len(text) > len(best) && told[text] && len(strings.Fields(text)) >= shownWords {
			best = text
			m.titleAt, m.holders = n.Parent, nil
		}
	}
	return best
}

// kickers returns the lines that stand right above the title, in the same part
// of the page: under what the site has filed the article.
func (m *pageMeta) kickers() []string {
	var out []string
	if m.titleAt == nil {
		return nil
	}
	for n, up := m.titleAt, 0; up < kickerReach && n != nil && n.DataAtom != atom.Body; n, up = n.Parent, up+1 {
		for s := n.PrevSibling; s != nil; s = s.PrevSibling {
			if text := textOf(s); text != "" && len(text) <= kickerMost && !phrase.EndsSentence(text) {
				out = append(out, text)
			}
		}
	}
	return out
}

// kickerReach is how far above the title such lines stand, in elements.
const kickerReach = 3
