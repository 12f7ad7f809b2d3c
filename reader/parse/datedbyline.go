package parse

import (
	"regexp"
	"strings"
	"time"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// besideMarks are what stands between the parts of the line below a title: the
// day, who wrote it, how long it takes to read.
var besideMarks = regexp.MustCompile(`\s+[-–—/]\s+|\s*[•·|∙]\s*`)

// headPart is such a part: a day, perhaps with a name before it, or words that
// can be a name.
type headPart struct {
	name string
	day  time.Time
}

func (p *headPart) dated() bool { return !p.day.IsZero() }

// writer returns the byline that a part is, empty if it is none: a first and a
// last name and nothing else, or a word such as By before them.
func (p *headPart) writer() string {
	var probe found
	if bylineOf(p.name, &probe) {
		return probe.byline
	}
	if fullName(p.name) {
		return p.name
	}
	return ""
}

// datedByline returns the name that stands beside the day in a line near the
// title, with nothing but marks between them: Mar 12, 2024 • Jane Roe.
func (m *pageMeta) datedByline() string {
	if m.titleAt == nil {
		return ""
	}
	var line []headPart
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
		if len(text) <= bylineReach && !m.outside(n) {
			line = append(line, headParts(text, inCard(n))...)
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

// headParts parts a line, or a piece of one, at the marks in it. A name in a
// link to something else than a writer's page is that of a section, and left empty.
func headParts(text string, linked bool) []headPart {
	var out []headPart
	for _, part := range besideMarks.Split(text, -1) {
		part = strings.Trim(part, " ,|")
		if part == "" || readingTime.MatchString(part) || clockOnly(part) {
			continue
		}
		var p headPart
		p.name, p.day = dayApart(part)
		if linked {
			p.name = ""
		}
		out = append(out, p)
	}
	return out
}

// dayApart parts a day from the name that stands before or behind it.
func dayApart(part string) (name string, day time.Time) {
	var probe found
	if dateLine(part, &probe) {
		return "", probe.published
	}
	if head, tail, ok := strings.Cut(part, ", "); ok && dateLine(tail, &probe) { // Jane Roe, 12.03.2024
		return head, probe.published
	}
	if i := strings.LastIndex(part, ", "); i > 0 && dateLine(part[:i], &probe) { // 12.03.2024, 10:15 Uhr, Jane Roe
		return part[i+2:], probe.published
	}
	for _, by := range [...]string{" by ", " von ", " par ", " por "} {
		if head, tail, ok := strings.Cut(part, by); ok && dateLine(head, &probe) { // Posted on 12 March 2024 by Jane Roe in News
			name, _, _ = strings.Cut(tail, " in ")
			return name, probe.published
		}
	}
	return part, day
}

// besideDay returns the name in the first part of a line that holds or
// touches a day and is one.
func (m *pageMeta) besideDay(line []headPart) string {
	for i, p := range line {
		if !p.dated() && (i == 0 || !line[i-1].dated()) && (i+1 == len(line) || !line[i+1].dated()) {
			continue
		}
		if b := m.people([]string{p.writer()}); b != "" {
			return b
		}
	}
	return ""
}

// whoAndWhen takes a line of a text that tells who wrote it and when, and
// nothing else but how long it takes to read.
func whoAndWhen(line string, f *found) bool {
	line = stripMarks(strings.TrimSpace(line))
	if len(line) > bylineReach || f.byline != "" || !f.published.IsZero() {
		return false
	}
	byline, day := "", time.Time{}
	for _, p := range headParts(line, false) {
		switch {
		case p.name != "" && (byline != "" || p.writer() == ""), p.dated() && !day.IsZero():
			return false
		case p.name != "":
			byline = p.writer()
		}
		if p.dated() {
			day = p.day
		}
	}
	if byline == "" || day.IsZero() {
		return false
	}
	f.byline, f.published = byline, day
	return true
}
