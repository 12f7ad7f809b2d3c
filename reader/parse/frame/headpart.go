package frame

import (
	"regexp"
	"strings"
	"time"

	"offprint/reader/parse/phrase"
)

// clockOnly reports whether a text is a time of day, and no more.
func clockOnly(s string) bool {
	for _, form := range []string{"15:04", "3:04 pm", "3:04 PM", "15:04 Uhr", "15.04 Uhr"} {
		if _, err := time.Parse(form, s); err == nil {
			return true
		}
	}
	return false
}

// besideMarks are what stands between the parts of the line below a title: the
// day, who wrote it, how long it takes to read.
var besideMarks = regexp.MustCompile(`\s+[-–—/]\s+|\s*[•·|∙]\s*`)

// HeadPart is a part of the line below a title: a day, perhaps with a name
// before it, or words that can be a name.
type HeadPart struct {
	name string
	day  time.Time
}

// Dated reports whether a part holds a day.
func (p *HeadPart) Dated() bool { return !p.day.IsZero() }

// Writer returns the byline that a part is, empty if it is none: a first and a
// last name and nothing else, or a word such as By before them.
func (p *HeadPart) Writer() string {
	var probe Found
	if BylineOf(p.name, &probe) {
		return probe.Byline
	}
	if phrase.FullName(p.name) {
		return p.name
	}
	return ""
}

// HeadParts parts a line, or a piece of one, at the marks in it. A name in a
// link to something else than a writer's page is that of a section, and left empty.
func HeadParts(text string, linked bool) []HeadPart {
	var out []HeadPart
	for _, part := range besideMarks.Split(text, -1) {
		part = strings.Trim(part, " ,|")
		if part == "" || readingTime.MatchString(part) || clockOnly(part) {
			continue
		}
		var p HeadPart
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
	var probe Found
	if dateLine(part, &probe) {
		return "", probe.Published
	}
	if head, tail, ok := strings.Cut(part, ", "); ok && dateLine(tail, &probe) { // Jane Roe, 12.03.2024
		return head, probe.Published
	}
	if i := strings.LastIndex(part, ", "); i > 0 && dateLine(part[:i], &probe) { // 12.03.2024, 10:15 Uhr, Jane Roe
		return part[i+2:], probe.Published
	}
	for _, by := range [...]string{" by ", " von ", " par ", " por "} {
		if head, tail, ok := strings.Cut(part, by); ok && dateLine(head, &probe) { // Posted on 12 March 2024 by Jane Roe in News
			name, _, _ = strings.Cut(tail, " in ")
			return name, probe.Published
		}
	}
	return part, day
}

// whoAndWhen takes a line of a text that tells who wrote it and when, and
// nothing else but how long it takes to read.
func whoAndWhen(line string, f *Found) bool {
	line = phrase.StripMarks(strings.TrimSpace(line))
	if len(line) > BylineReach || f.Byline != "" || !f.Published.IsZero() {
		return false
	}
	byline, day := "", time.Time{}
	for _, p := range HeadParts(line, false) {
		switch {
		case p.name != "" && (byline != "" || p.Writer() == ""), p.Dated() && !day.IsZero():
			return false
		case p.name != "":
			byline = p.Writer()
		}
		if p.Dated() {
			day = p.day
		}
	}
	if byline == "" || day.IsZero() {
		return false
	}
	f.Byline, f.Published = byline, day
	return true
}
