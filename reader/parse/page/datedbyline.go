package page

import (
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"offprint/reader/parse/frame"
)

// datedByline returns the name that stands beside the day in a line near the
// title, with nothing but marks between them: Mar 12, 2024 • Jane Roe.
func (m *pageMeta) datedByline() string {
	if m.titleAt == nil {
		return ""
	}
	var line []frame.HeadPart
	var block *html.Node
	n, left := m.titleAt, piecesBefore
	for n = next(n, m.doc, true); n != nil && left > 0; n = next(n, m.doc, n.Type == html.ElementNode && hidden(n)) {
		text := pieceText(n)
		if text == "" {
			continue
		}
		left--
		if at := lineOf(n); at != block {
			if b := m.besideDay(line); b != "" {
				return b
			}
			line, block = nil, at
		}
		if len(text) <= frame.BylineReach && !m.outside(n) {
			line = append(line, frame.HeadParts(text, inCard(n))...)
		}
	}
	return m.besideDay(line)
}

// blockOf returns the block that a text stands in.
func blockOf(n *html.Node) *html.Node {
	for n = n.Parent; n != nil && !blockTag(n.DataAtom); {
		n = n.Parent
	}
	return n
}

// lineOf returns what holds the line that a text is a part of: its block, or
// the list of whose items it is one.
func lineOf(n *html.Node) *html.Node {
	at := blockOf(n)
	if at != nil && at.DataAtom == atom.Li {
		return at.Parent
	}
	return at
}

// besideDay returns the name in the first part of a line that holds or
// touches a day and is one.
func (m *pageMeta) besideDay(line []frame.HeadPart) string {
	for i, p := range line {
		if !p.Dated() && (i == 0 || !line[i-1].Dated()) && (i+1 == len(line) || !line[i+1].Dated()) {
			continue
		}
		if b := m.people([]string{p.Writer()}); b != "" {
			return b
		}
	}
	return ""
}
