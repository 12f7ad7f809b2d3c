package desk

import (
	"strings"

	"offprint/reader"
	"offprint/store"
	"offprint/ui/cells"
	"offprint/ui/rows"
)

// The least size at which anything useful can be shown.
const leastW, leastH = 40, 8

// Draw returns the desk in exactly its size.
func (d *Desk) Draw() string {
	if d.w < leastW || d.h < leastH-1 {
		lines := d.look.Cells.Wrap("offprint needs a window of 40 by 8 at least", max(1, d.w))
		if len(lines) > d.h {
			lines = []string{d.look.Cells.Cut("needs 40 by 8", d.w)}
		}
		return d.look.Cells.Block(lines, d.w, d.h)
	}
	separator := d.look.Styles.Pane.Separator.Render("│")
	var blocks []string
	if d.panes.list.w > 0 {
		blocks = append(blocks, d.list.Draw(d.focus == PaneList))
	}
	if d.panes.article.w > 0 {
		blocks = append(blocks, d.article.Draw(d.focus == PaneArticle))
	}
	if d.panes.side.w > 0 && !d.panes.drawer {
		blocks = append(blocks, d.side.Draw(d.sideFocused()))
	}
	body := cells.Beside(separator, blocks...)
	if d.panes.drawer {
		body = d.underDrawer(body)
	}
	if d.panes.crumb {
		body = d.crumb() + "\n" + body
	}
	return body
}

// underDrawer lays the drawer over the article, whose lines end there with a whole word.
func (d *Desk) underDrawer(body string) string {
	air := min(1, d.panes.side.x-1) // between the text and the box
	x, y := d.panes.side.x-1-air, d.panes.side.y-1-d.panes.article.y
	lines := strings.Split(body, "\n")
	for i := max(0, y); i < len(lines); i++ {
		lines[i] = d.look.Cells.FitStyled(d.look.Cells.Words(lines[i], x), d.w)
	}
	return cells.Over(strings.Join(lines, "\n"), d.drawer(cells.Blank(air)), x, y)
}

// drawer draws the sidebar in a box; before stands in front of each line.
func (d *Desk) drawer(before string) string {
	border := d.look.Styles.Pane.Border
	line := strings.Repeat("─", max(0, d.panes.side.w))
	var b strings.Builder
	b.WriteString(before + border.Render("╭"+line+"╮"))
	for _, l := range strings.Split(d.side.Draw(true), "\n") {
		b.WriteString("\n" + before + border.Render("│") + l + border.Render("│"))
	}
	b.WriteString("\n" + before + border.Render("╰"+line+"╯"))
	return b.String()
}

// here is the article that one is at: the open one, or the one under the list's
// cursor while the list has the focus.
func (d *Desk) here() (store.Row, bool) {
	if a := d.article.Article(); a != nil && d.focus != PaneList {
		return a.Row, true
	}
	return d.list.Current()
}

// where names the part of the archive that one is in.
func (d *Desk) where() reader.Text {
	g, ok := d.list.Group()
	if !ok {
		return "Archive"
	}
	if r, ok := d.here(); ok && !g.Day.IsZero() {
		return month(r)
	}
	if g.Label == "" {
		return "Archive"
	}
	return g.Label
}

// month is the month that an article is filed under.
func month(r store.Row) reader.Text {
	date := r.Published
	if date.IsZero() {
		date = r.Added
	}
	return reader.CleanLine(date.Format("January 2006"))
}

// between stands between the parts of the line that says where one is.
const between = " › "

func trail(parts []reader.Text) (t reader.Text) {
	for i, p := range parts {
		if i > 0 {
			t += between
		}
		t += p
	}
	return t
}

// crumb draws the line that says where one is.
func (d *Desk) crumb() string {
	s, c := d.look.Styles, d.look.Cells
	parts := []reader.Text{"Archive"}
	if q := d.list.View().Query; !q.All() && !d.list.Typing() { // else it is on the line that is typed
		parts = append(parts, reader.CleanLine(q.String()))
	}
	if where := d.where(); where != "Archive" {
		parts = append(parts, where)
	}
	if r, ok := d.here(); ok && r.Outlet != "" && r.Outlet != parts[len(parts)-1] {
		parts = append(parts, r.Outlet)
	}
	_, unread := d.list.Count()
	right := rows.Number(unread) + " unread "
	switch {
	case d.bare:
		right = ""
	case d.panes.list.w == 0:
		right = d.list.Position() + " · " + right
	}
	room := d.w - c.Width(string(right)) - 2
	for len(parts) > 1 && c.Width(string(trail(parts))) > room {
		parts = parts[1:] // where one is matters more than the way there
	}
	left := ""
	for i, part := range parts {
		style := s.Pane.Crumb
		if i == len(parts)-1 {
			style = s.Pane.Here
		}
		if i > 0 {
			left += s.Pane.Crumb.Render(between)
		}
		left += style.Render(c.Cut(part, room))
	}
	return " " + c.FitStyled(left, room) + " " + s.List.Count.Render(string(right))
}

// Cursor returns where the text cursor is; ok is false if there is none.
func (d *Desk) Cursor() (x, y int, ok bool) {
	if cx := d.list.CursorX(); cx >= 0 && d.panes.list.w > 0 {
		return d.panes.list.x + cx, d.panes.list.y, true
	}
	if cx, cy, ok := d.article.Cursor(); ok && d.panes.article.w > 0 {
		return d.panes.article.x + cx, d.panes.article.y + cy, true
	}
	return 0, 0, false
}

// TextTop is the line on which the article's text begins, 0 if another pane has the keys.
func (d *Desk) TextTop() int {
	if d.focus != PaneArticle || d.panes.article.w == 0 {
		return 0
	}
	return d.panes.article.y + d.article.HeadLines()
}
