package library

import (
	"strings"

	"offprint/reader"
	"offprint/store"
	"offprint/ui/cells"
	"offprint/ui/rows"
)

// A pane that is narrower than roomForDate shows twenty cells of a title in one
// line, which tells few articles from each other. Where it is high enough each
// row has two lines then: a title goes on in the second, and a group's head has
// a blank line above it. Below a short title stand its outlet and date.
const (
	narrowLines = 2
	narrowFrom  = 16 // lines of the pane
)

// rowLines is how many lines each row takes.
func (p *Pane) rowLines() int {
	switch {
	case p.look.Styles.Words || p.titles == 1:
		return 1
	case p.titles == narrowLines || p.w < roomForDate && p.h >= narrowFrom:
		return narrowLines
	}
	return 1
}

// lines draws one visual row in as many lines as each takes.
func (p *Pane) lines(v int, first, focused bool) []string {
	if p.rowLines() == 1 {
		return []string{p.line(v, first, focused)}
	}
	if r, below, is := p.articleAt(v, first); is {
		return p.articleLines(r, below, v == p.list.Cursor(), p.inRange(v), focused)
	}
	if g, item := p.locate(v); item < 0 || first && p.headed() && v != p.list.Cursor() {
		return []string{"", p.groupLine(g, v == p.list.Cursor() && item < 0, focused)}
	}
	return []string{p.line(v, first, focused), ""}
}

// articleAt returns the article that is drawn at a visual row, unless that
// shows a group's head or is not here yet.
func (p *Pane) articleAt(v int, first bool) (r store.Row, below, is bool) {
	_, item, copied := p.place(v)
	if item < 0 || first && p.headed() && v != p.list.Cursor() {
		return store.Row{}, false, false
	}
	r, is = p.row(v)
	return r, copied >= 0, is
}

// articleLines draws
//
//	┃● The first words of a   4❝
//	┃  title and those after them
func (p *Pane) articleLines(r store.Row, below, here, ranged, focused bool) []string {
	s, c := p.look.Styles, p.look.Cells
	bar := " "
	sign, mark := p.sign(r, ranged)
	if here || r.ID == p.open.id {
		bar = "┃"
	}
	if below {
		r.Copies = 0 // the row above tells
	}
	right := p.counts(r)
	top, rest := parted(c, titleOf(r, below), p.w-5-c.Width(right), p.w-5)
	aside := ""
	if rest == "" { // what wider rows tell beside the title
		aside = c.Cut(p.aside(r, below), p.w-5)
	}
	if here {
		style := p.selection(focused)
		rest += aside
		return []string{
			" " + s.List.Bar.Render(bar) + style.Render(c.FitStyled(sign+" "+top+" "+right, p.w-2)),
			" " + s.List.Bar.Render(bar) + style.Render(c.FitStyled("  "+rest, p.w-2)),
		}
	}
	style := s.Text
	if r.Read {
		style = s.List.Read
	}
	return []string{
		" " + s.List.Bar.Render(bar) + mark.Render(sign) + " " + style.Render(top) + " " + p.styledCounts(right),
		" " + s.List.Bar.Render(bar) + "  " + style.Render(rest) + s.List.Count.Render(aside),
	}
}

// aside is the outlet and the date of a row, as far as its group and its title
// do not tell them.
func (p *Pane) aside(r store.Row, below bool) reader.Text {
	date := reader.CleanLine(strings.TrimSpace(p.dateIn(r)))
	switch {
	case below || r.Outlet == "" || p.listing.Grouping() == store.GroupOutlet:
		return date
	case date == "":
		return r.Outlet
	}
	return r.Outlet + " · " + date
}

// parted breaks a title after the words that fill w cells, with blanks behind
// them; the rest is cut to the cells of the second line.
func parted(c cells.Measure, t reader.Text, w, second int) (top, rest string) {
	words := rows.Wrapped(c, t, max(1, w), narrowLines)
	if len(words) == 0 {
		return cells.Blank(w), ""
	}
	top = words[0]
	if after, ok := strings.CutPrefix(string(t), top); ok && len(words) > 1 {
		rest = c.Cut(reader.CleanLine(after), second)
	} else if len(words) > 1 {
		rest = words[1]
	}
	return c.FitStyled(top, w), rest
}
