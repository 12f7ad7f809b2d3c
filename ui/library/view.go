package library

import (
	"time"

	"charm.land/lipgloss/v2"

	"offprint/reader"
	"offprint/store"
	"offprint/ui/cells"
	"offprint/ui/rows"
)

// headLines is how many lines stand above the rows: the pane's heading.
const headLines = 1

// Draw returns the pane in exactly its size. focused tells whether keys go to it.
func (p *Pane) Draw(focused bool) string {
	lines := make([]string, 0, p.h)
	if p.filter.line != nil {
		lines = append(lines, p.filter.line.Head(p.look, p.w, filterName, "")...)
	} else {
		lines = append(lines, p.head(focused))
	}
	if p.list.Len() == 0 {
		lines = append(lines, p.empty()...)
		return p.look.Cells.Block(lines, p.w, p.h)
	}
	first, end := p.list.Visible()
	for v := first; v < end; v++ {
		lines = append(lines, p.lines(v, v == first, focused)...)
	}
	return p.look.Cells.Block(lines, p.w, p.h)
}

// filterName stands before the filter while it is typed.
const filterName reader.Text = "/"

// head draws the pane's heading.
func (p *Pane) head(focused bool) string {
	s, c := p.look.Styles, p.look.Cells
	style := s.Pane.Unfocused
	if focused {
		style = s.Pane.Title
	}
	all, _ := p.Count()
	name := reader.Text("ARTICLES")
	if n := len(p.selected.ids); p.selected.anchor >= 0 {
		name = "SELECTING"
	} else if n > 0 {
		name = rows.Number(n) + " SELECTED"
	}
	right := p.Position() + " · " + p.viewName() + " "
	switch {
	case p.Bare():
		right = ""
	case !p.view.Query.All():
		right = rows.Number(all) + " with " + reader.CleanLine(p.view.Query.String()) + " "
		if n := p.waiting(); n > 0 { // first: what is cut stands in the line at the top, too
			right = rows.Number(n) + " not indexed · " + right
		}
	}
	room := p.w - c.Width(" "+string(name)) - 1
	return style.Render(" "+string(name)) + " " + s.List.Count.Render(c.Right(right, room))
}

// waiting counts the articles that the filter could not look for words in yet.
func (p *Pane) waiting() int {
	if p.listing == nil {
		return 0
	}
	return p.listing.Waiting()
}

// Position is the cursor's article among those of all groups: "2/18".
func (p *Pane) Position() reader.Text {
	return rows.Number(p.ordinal()) + "/" + rows.Number(p.total())
}

// ordinal counts the cursor's article from 1 over all groups.
func (p *Pane) ordinal() int {
	g, item := p.locate(p.list.Cursor())
	n := max(0, item) + 1
	for i := range g {
		n += p.groups[i].Count
	}
	if len(p.groups) == 0 {
		return 0
	}
	return n
}

// total counts the articles of all groups: by tag, one with two tags is there twice.
func (p *Pane) total() int {
	n := 0
	for _, g := range p.groups {
		n += g.Count
	}
	return n
}

func (p *Pane) viewName() reader.Text {
	by := [...]reader.Text{"date", "outlet", "tag", "all", "day", "month", "year"}[min(p.view.Group, store.GroupYear)]
	order := [...]reader.Text{"", " oldest", " added", " by title", " longest"}[min(p.view.Sort, store.SortLongest)]
	return by + order
}

// line draws one visual row. The first line of the screen shows the group it
// is in, if its head has scrolled away.
func (p *Pane) line(v int, first, focused bool) string {
	g, item := p.locate(v)
	if item < 0 || first && p.headed() && v != p.list.Cursor() {
		return p.groupLine(g, v == p.list.Cursor() && item < 0, focused)
	}
	r, here := p.row(v)
	if !here {
		return p.look.Styles.Faint.Render("    ┄")
	}
	_, _, below := p.place(v)
	return p.articleLine(r, below >= 0, v == p.list.Cursor(), p.inRange(v), focused)
}

func (p *Pane) groupLine(g int, here, focused bool) string {
	s, c := p.look.Styles, p.look.Cells
	group := p.groups[g]
	sign := "▾"
	if p.folds.groups[p.foldKey(group)] {
		sign = "▸"
	}
	count := string(rows.Number(group.Count))
	label := c.Fit(p.label(group), p.w-5-c.Width(count))
	line := " " + sign + " " + label + " " + count + " "
	if here {
		return p.selection(focused).Render(c.FitStyled(line, p.w))
	}
	return s.List.Group.Render(" "+sign+" "+label) + " " + s.List.Count.Render(count) + " "
}

func (p *Pane) selection(focused bool) lipgloss.Style {
	if focused {
		return p.look.Styles.List.Selected
	}
	return p.look.Styles.List.Unfocused
}

// label names a group for people.
func (p *Pane) label(g store.Group) reader.Text {
	switch p.listing.Grouping() {
	case store.GroupDay:
		return day(g.Day, p.now())
	case store.GroupMonth:
		return reader.CleanLine(g.Day.Format("January 2006"))
	case store.GroupYear:
		return reader.CleanLine(g.Day.Format("2006"))
	case store.GroupTag:
		if g.Label == "" {
			return "no tag"
		}
		return "#" + g.Label
	}
	if g.Label == "" {
		return "unknown outlet"
	}
	return g.Label
}

// day writes a date as people say it: Today, Yesterday, Fri 19 Apr 2024.
func day(d, now time.Time) reader.Text {
	if d.IsZero() {
		return "no date"
	}
	y, m, n := now.Date()
	today := time.Date(y, m, n, 0, 0, 0, 0, time.UTC)
	switch today.Sub(d) {
	case 0:
		return "Today"
	case 24 * time.Hour:
		return "Yesterday"
	}
	return reader.CleanLine(d.Format("Mon 2 Jan 2006"))
}

// empty says why there is nothing, and what to do.
func (p *Pane) empty() []string {
	s, c := p.look.Styles, p.look.Cells
	var say []reader.Text
	switch {
	case p.err != nil:
		say = []reader.Text{"The list could not be read.", "ctrl+l tries again."}
	case p.listing == nil:
		return nil
	case p.filter.line != nil && p.filter.line.Err() != nil:
		return nil
	case !p.view.Query.All():
		say = []reader.Text{"Nothing matches.", "esc shows all articles."}
		if n := p.waiting(); n > 0 {
			say = append(say, rows.Counted(n, "article is", "articles are")+" not in the index yet.")
		}
	default:
		return p.welcome()
	}
	lines := []string{""}
	for _, t := range say {
		for _, l := range c.Wrap(t, max(1, p.w-4)) {
			lines = append(lines, "  "+s.Faint.Render(l))
		}
	}
	return lines
}

// welcome tells a newcomer how articles come into the archive.
func (p *Pane) welcome() []string {
	s, c := p.look.Styles, p.look.Cells
	lines := []string{"", "  " + s.Text.Bold(true).Render("No articles yet."), ""}
	say := func(t reader.Text, style lipgloss.Style, indent int) {
		for _, l := range c.Wrap(t, max(1, p.w-indent-2)) {
			lines = append(lines, cells.Blank(indent)+style.Render(l))
		}
	}
	for _, way := range []struct{ command, does reader.Text }{
		{"offprint demo", "shows eighteen articles to try it on"},
		{"offprint FOLDER", "adds the articles in a folder, then reads"},
		{"offprint add https://…", "fetches one page and keeps it"},
	} {
		say(way.command, s.Accent, 2)
		say(way.does, s.Faint, 4)
	}
	lines = append(lines, "")
	say("q leaves, ? lists every key. What another offprint adds appears here by itself.", s.Faint, 2)
	return lines
}

// CursorX returns the cell of the text cursor in the pane's first line while
// the filter is typed, -1 otherwise.
func (p *Pane) CursorX() int {
	if p.filter.line == nil {
		return -1
	}
	return p.filter.line.CursorX(p.look, p.w, filterName)
}
