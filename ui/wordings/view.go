package wordings

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"offprint/reader"
	"offprint/store"
	"offprint/ui/cells"
	"offprint/ui/rows"
)

// The sizes at which the layout changes.
const (
	wide   = 90 // cells from which the two stand side by side
	widest = 80 // cells of a line of words at most
	indent = 3  // cells before every line
)

// Resize gives the screen its size.
func (s *Screen) Resize(w, h int) tea.Cmd {
	s.w, s.h = w, h
	s.layOut()
	return nil
}

// layOut draws the two quotes again.
func (s *Screen) layOut() {
	s.body = nil
	if s.quote == nil {
		return
	}
	st := s.look.Styles
	gone, added := s.struck, func(words string) string { return st.Accent.Bold(true).Render(words) }
	other := s.other()
	switch {
	case other == nil:
		s.body = append(s.block(s.quote, s.first, gone, s.w, true), s.none()...)
	case s.w < wide:
		s.body = append(s.block(s.quote, s.first, gone, s.w, !s.right), "")
		s.body = append(s.body, s.block(other, s.second, added, s.w, s.right)...)
	default:
		s.body = s.beside(s.block(s.quote, s.first, gone, s.column(), !s.right), s.block(other, s.second, added, s.column(), s.right))
	}
	s.body = append(s.body, s.listing()...)
	s.scroll(0)
}

// column is the width of one of two columns.
func (s *Screen) column() int { return (s.w - 1) / 2 }

// beside joins two columns. Where nothing is listed below they fill the screen.
func (s *Screen) beside(left, right []string) []string {
	c, sep := s.look.Cells, s.look.Styles.Pane.Separator.Render("│")
	lines := make([]string, max(len(left), len(right)))
	if len(s.others) < listed {
		lines = make([]string, max(len(lines), s.room()))
	}
	for i := range lines {
		var l, r string
		if i < len(left) {
			l = left[i]
		}
		if i < len(right) {
			r = right[i]
		}
		lines[i] = c.FitStyled(l, s.column()) + sep + r
	}
	return lines
}

// listed is from how many wordings on they are listed under the one that is shown.
const listed = 2

// listing names all wordings, each on a line: where and when, and how it begins.
func (s *Screen) listing() []string {
	if len(s.others) < listed {
		return nil
	}
	st, c := s.look.Styles, s.look.Cells
	room := max(0, s.w-indent-1)
	lines := []string{"", " " + st.List.Group.Render("All wordings"), ""}
	for i := range s.others {
		q := &s.others[i]
		day := " · " + string(rows.Day(q.Row.Published, s.now()))
		if q.Row.Outlet == "" {
			day = strings.TrimPrefix(day, " · ")
		}
		where := c.Fit(reader.CleanLine(c.Cut(q.Row.Outlet, max(0, room/3-c.Width(day)))+day), room/3) + "  "
		words := c.Fit(shown(q), room-c.Width(where))
		if i == s.at {
			lines = append(lines, rows.Bar(s.look, true)+st.List.Selected.Render(where+words))
			continue
		}
		lines = append(lines, rows.Bar(s.look, false)+st.Text.Render(where)+st.Faint.Render(words))
	}
	return lines
}

// whence says where and when a quote stands.
func (s *Screen) whence(q *store.QuoteRow) reader.Text {
	where := rows.Day(q.Row.Published, s.now())
	if q.Row.Outlet != "" {
		where = q.Row.Outlet + " · " + where
	}
	return where
}

// none says that nothing was found.
func (s *Screen) none() []string {
	return append([]string{""}, rows.Empty(s.look, s.w, "No other wording was found in the weeks around.",
		"Those in another language are known by the names and numbers in them.")...)
}

// block draws one quote in w cells: where it stands, who said it, its words.
func (s *Screen) block(q *store.QuoteRow, words []word, differs func(words string) string, w int, here bool) []string {
	st, c := s.look.Styles, s.look.Cells
	line := func(t reader.Text, style lipgloss.Style) string {
		return rows.Bar(s.look, here) + style.Render(c.Cut(t, w-indent-1))
	}
	who, style := rows.Speaker(&q.Quote)+rows.Unsure(st, &q.Quote, here), st.Quote.Speaker
	if !q.Quote.Attributed() {
		style = st.Quote.Unattributed
	}
	if s.foreign() {
		who += " · in " + language(q.Row.Language)
	}
	if q.Sources > 1 {
		who += " · in " + rows.Number(q.Sources) + " articles"
	}
	lines := []string{line(s.whence(q), st.Title)}
	if q.Row.Title != "" {
		lines = append(lines, line(q.Row.Title, st.Faint))
	}
	lines = append(lines, line(who, style), "")
	for _, l := range s.flow(words, min(widest, w-indent-1), differs) {
		lines = append(lines, cells.Blank(indent)+l)
	}
	return lines
}

// piece is a word, or a part of one that is too long for a line.
type piece struct {
	text       string
	blank, own bool
}

// flow breaks words into lines of at most w cells and styles them.
func (s *Screen) flow(words []word, w int, differs func(words string) string) []string {
	c := s.look.Cells
	var lines []string
	var line []piece
	used := 0
	for _, word := range words {
		for i, text := range c.Wrap(word.text, w) {
			p := piece{text, i == 0 && word.blank && used > 0, word.own}
			n := c.Width(text)
			if p.blank {
				n++
			}
			if used > 0 && (i > 0 || used+n > w) {
				lines = append(lines, s.draw(line, differs))
				line, used, p.blank, n = nil, 0, false, c.Width(text)
			}
			line, used = append(line, p), used+n
		}
	}
	if used > 0 {
		lines = append(lines, s.draw(line, differs))
	}
	return lines
}

// draw styles a line. Words that differ are marked together with the blanks between them.
func (s *Screen) draw(line []piece, differs func(words string) string) string {
	var out strings.Builder
	for i := 0; i < len(line); {
		own, begun := line[i].own, i
		var run strings.Builder
		for ; i < len(line) && line[i].own == own; i++ {
			switch {
			case !line[i].blank:
			case i > begun:
				run.WriteByte(' ')
			default:
				out.WriteByte(' ')
			}
			run.WriteString(line[i].text)
		}
		if own {
			out.WriteString(differs(run.String()))
			continue
		}
		out.WriteString(s.look.Styles.Text.Render(run.String()))
	}
	return out.String()
}

// struck strikes words out. A style that strikes out would write every character apart.
func (s *Screen) struck(words string) string {
	return ansi.NewStyle(ansi.AttrStrikethrough).Styled(s.look.Styles.Error.Bold(false).Render(words))
}

// room is how many lines of the two quotes are in sight.
func (s *Screen) room() int { return max(0, s.h-1-rows.Gap(s.h)) }

// scroll moves the lines that are in sight.
func (s *Screen) scroll(n int) { s.top = max(0, min(s.top+n, len(s.body)-s.room())) }

// Draw returns the screen in exactly its size.
func (s *Screen) Draw() string {
	st, c := s.look.Styles, s.look.Cells
	right := ""
	if n := len(s.others); n > 0 {
		right = c.Cut(rows.Number(s.at+1)+" of "+rows.Number(n)+" ", max(0, s.w/2))
	}
	lines := []string{" " + st.Pane.Title.Render(c.Fit("OTHER WORDINGS", s.w-2-c.Width(right))) + " " + st.List.Count.Render(right)}
	for range rows.Gap(s.h) {
		lines = append(lines, "")
	}
	if s.err != nil {
		lines = append(lines, rows.Empty(s.look, s.w, "The quotes could not be read.", "ctrl+l tries again.")...)
	}
	lines = append(lines, s.body[min(s.top, len(s.body)):]...)
	return c.Block(lines, s.w, s.h)
}
