package article

import (
	"fmt"
	"slices"
	"time"

	"charm.land/lipgloss/v2"

	"offprint/reader"
	"offprint/ui/cells"
	"offprint/ui/rows"
)

// head is what stands above the text: the whole title, then who wrote it, when
// and where. It is laid out for the pane's size, so that drawing only joins it.
type head struct{ title, facts []reader.Text }

// progressCells is the width of how far the article was read: "100%", "◌ stub".
const progressCells = 6

// HeadLines is how many lines stand above the text: title, byline, a blank.
func (p *Pane) HeadLines() int {
	switch {
	case p.h < 8:
		return 1
	case p.h < 12:
		return 2
	}
	return max(1, len(p.head.title)) + max(1, len(p.head.facts)) + 1
}

// layHead lays the head out anew and leaves the pager the rest of the pane: call
// it after a change of the size or of what is told of the article.
func (p *Pane) layHead() {
	p.head = head{}
	p.pager.SetWidth(p.w)
	if p.article != nil {
		titles, facts := headMost(p.h)
		p.head.title = p.layTitle(titles)
		fits := func(t reader.Text) bool { return p.look.Cells.Width(string(t)) <= p.lastRoom() }
		p.head.facts = layFacts(p.factsFor(fits), facts, fits)
	}
	p.pager.Resize(p.w, max(0, p.h-p.HeadLines()))
}

// headMost is how many lines the title and what is told of the article may take
// in a pane of h lines.
func headMost(h int) (title, facts int) {
	switch {
	case h < 18:
		return 1, 1
	case h < 28:
		return 2, 1
	}
	return 3, 2
}

// layTitle breaks the title into at most n lines; what they do not hold is cut.
func (p *Pane) layTitle(n int) []reader.Text {
	title := p.article.Row.Title
	if title == "" {
		title = "(untitled)"
	}
	var out []reader.Text
	lines := p.look.Cells.Wrap(title, max(1, p.titleRoom()))
	if len(lines) <= n {
		lines = balanced(p.look.Cells, title, max(1, p.titleRoom()))
	}
	for i, l := range lines {
		if i == n-1 && len(lines) > n {
			out = append(out, reader.CleanLine(l+" "+lines[n])) // drawing cuts it
			break
		}
		out = append(out, reader.CleanLine(l))
	}
	return out
}

// balanced breaks a title into as few lines as fit, of about the same length: a
// last word does not stand alone.
func balanced(c cells.Measure, title reader.Text, w int) []string {
	lines := c.Wrap(title, w)
	for w--; w > 0 && len(lines) > 1; w-- {
		closer := c.Wrap(title, w)
		if len(closer) > len(lines) {
			break
		}
		lines = closer
	}
	return lines
}

// titleRoom is how many cells a line of the title has: those of the text below
// it, or what is left of them where it is the only line.
func (p *Pane) titleRoom() int {
	if p.HeadLines() == 1 {
		return p.lastRoom()
	}
	return p.pager.TextWidth()
}

// lastRoom is how many cells the last line of the head has before how far the
// article was read.
func (p *Pane) lastRoom() int { return max(1, p.pager.TextWidth()-progressCells-2) }

// fact is one thing told of an article. The higher its rank, the sooner it is
// left out where there is no room.
type fact struct {
	text reader.Text
	rank int
}

// The ranks of how many words an article has, and how many highlights.
const (
	rankWords = 4
	rankMarks = 6
)

// facts lists "AFP", "Fri 19 Apr 2024", "299 words · 2 min", "★", "#iran" and the
// like, the date in the layout that is given.
func (p *Pane) facts(layout string) []fact {
	r := p.article.Row
	facts := []fact{{r.Byline, 0}, {date(r.Published, layout), 0}, {r.Outlet, 3}}
	if r.Stub {
		facts = append(facts, fact{"saved " + date(r.Added, "2 Jan 2006"), 1})
	} else {
		facts = append(facts, fact{rows.Number(r.Words) + " words", rankWords},
			fact{reader.CleanLine(fmt.Sprintf("%d min", minutes(r.Words))), 1})
	}
	if r.Starred {
		facts = append(facts, fact{rows.Star(p.look.Styles), 2})
	}
	switch {
	case r.Copies == 1:
		facts = append(facts, fact{"≈ 1 near copy", 5})
	case r.Copies > 1:
		facts = append(facts, fact{reader.CleanLine(fmt.Sprintf("≈ %d near copies", r.Copies)), 5})
	}
	for i, t := range r.Tags {
		facts = append(facts, fact{"#" + t, 7 + i})
	}
	if n := len(p.article.Highlights); n > 0 {
		facts = append(facts, fact{reader.CleanLine(fmt.Sprintf("%d highlighted", n)), rankMarks})
	}
	return facts
}

// layFacts sets facts on at most n lines that fit, and leaves out whole ones
// until that is so. What may not be left out is cut when it is drawn.
func layFacts(facts []fact, n int, fits func(reader.Text) bool) []reader.Text {
	for {
		lines := fillFacts(facts, fits)
		worst := 0
		for i, f := range facts {
			if f.text != "" && f.rank > 0 && f.rank >= facts[worst].rank {
				worst = i
			}
		}
		if len(lines) <= n || facts[worst].rank == 0 {
			return lines[:min(n, len(lines))]
		}
		facts[worst] = fact{}
	}
}

// factsFor lists the facts in words that fit on one line, if there are such:
// how many words an article has and the day of the week need no line of their
// own, and the text does not move down when the first passage is highlighted.
func (p *Pane) factsFor(fits func(reader.Text) bool) []fact {
	facts := p.facts("Mon 2 Jan 2006")
	short := p.facts("2 Jan 2006")
	brief, briefer := without(facts, rankWords), without(short, rankWords)
	for _, f := range [][]fact{facts, brief, briefer, without(brief, rankMarks), without(briefer, rankMarks)} {
		if len(fillFacts(f, fits)) == 1 {
			return f
		}
	}
	if p.w < 60 {
		return short
	}
	return facts
}

// without leaves out the facts of a rank.
func without(facts []fact, rank int) []fact {
	return slices.DeleteFunc(slices.Clone(facts), func(f fact) bool { return f.rank == rank })
}

// fillFacts puts as many facts on each line as fit.
func fillFacts(facts []fact, fits func(reader.Text) bool) []reader.Text {
	var lines []reader.Text
	for _, f := range facts {
		if f.text == "" {
			continue
		}
		if last := len(lines) - 1; last >= 0 && fits(lines[last]+" · "+f.text) {
			lines[last] += " · " + f.text
		} else {
			lines = append(lines, f.text)
		}
	}
	return lines
}

// drawHead draws the head above the text, with which it has its edges in common.
// Its last line ends in how far the article was read.
func (p *Pane) drawHead(focused bool) []string {
	s, c := p.look.Styles, p.look.Cells
	style := s.Pane.Here
	if focused {
		style = s.Pane.Title
	}
	var lines []string
	add := func(t reader.Text, style lipgloss.Style, last bool) {
		line := cells.Blank(p.pager.TextLeft())
		if !last {
			lines = append(lines, line+style.Render(c.Cut(t, p.pager.TextWidth())))
			return
		}
		lines = append(lines, line+style.Render(c.Fit(t, p.lastRoom()))+"  "+
			s.List.Count.Render(c.Right(p.readSoFar(), progressCells)))
	}
	for _, t := range p.head.title {
		add(t, style, p.HeadLines() == 1)
	}
	for i, t := range p.head.facts {
		add(t, s.Meta, i == len(p.head.facts)-1)
	}
	if len(p.head.facts) == 0 {
		add("", s.Meta, true)
	}
	lines = append(lines, "")
	return lines[:min(p.HeadLines(), p.h, len(lines))]
}

// readSoFar says how far the article was read, or that there is no text.
func (p *Pane) readSoFar() reader.Text {
	switch {
	case p.article.Row.Stub && p.look.Styles.Words:
		return "stub"
	case p.article.Row.Stub:
		return stubMark
	}
	return reader.CleanLine(fmt.Sprintf("%d%%", int(p.Progress()*100)))
}

// stubMark stands for how far an article was read where only its address was saved.
const stubMark = "◌ stub"

// wordsAMinute is how fast people read news on a screen: Brysbaert (2019), a
// meta-analysis of 190 studies, gives 238 words a minute for non-fiction.
const wordsAMinute = 238

func minutes(words int) int { return max(1, (words+wordsAMinute/2)/wordsAMinute) }

func date(t time.Time, layout string) reader.Text {
	if t.IsZero() {
		return ""
	}
	return reader.CleanLine(t.Format(layout))
}
