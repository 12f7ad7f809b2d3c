package highlights

import (
	tea "charm.land/bubbletea/v2"

	"offprint/reader"
	"offprint/ui/rows"
)

// Resize gives the screen its size.
func (s *Screen) Resize(w, h int) tea.Cmd {
	s.w, s.h = w, h
	s.layOut()
	return s.list.Want()
}

// passageLines is how many lines of a passage are shown.
func (s *Screen) passageLines() int {
	if s.h < rows.Roomy {
		return 1
	}
	return 2
}

// layOut gives the list its height and that of its rows: title, passage, note, a blank.
func (s *Screen) layOut() {
	s.list.SetHeight(max(0, s.h-len(s.head())-rows.Gap(s.h)))
	s.list.SetLines(2 + s.passageLines() + rows.Gap(s.h))
}

// name stands before the filter.
const name reader.Text = "HIGHLIGHTS"

func (s *Screen) head() []string { return s.query.Head(s.look, s.w, name, s.list.Count()) }

// Draw returns the screen in exactly its size.
func (s *Screen) Draw() string {
	lines := s.head()
	for range rows.Gap(s.h) {
		lines = append(lines, "")
	}
	if n, _ := s.list.Known(); n == 0 {
		lines = append(lines, s.empty()...)
		return s.look.Cells.Block(lines, s.w, s.h)
	}
	at, _ := s.list.Even()
	lines = append(lines, s.list.Lines(func(i int) []string { return s.drawRow(i, i == at) })...)
	return s.look.Cells.Block(lines, s.w, s.h)
}

// drawRow draws the article, the passage and the note.
func (s *Screen) drawRow(i int, here bool) []string {
	st, c := s.look.Styles, s.look.Cells
	r, ok := s.list.At(i)
	bar := rows.Bar(s.look, here)
	if !ok {
		return rows.Waiting(s.look, here)
	}
	title := r.Row.Title
	if title == "" {
		title = "(untitled)"
	}
	right := rows.Source(s.look, r.Row, s.now(), s.w)
	switch {
	case r.Lost && r.Row.Stub:
		right = "its text is not here yet"
	case r.Lost:
		right = "not in the text"
	}
	lines := []string{rows.Title(s.look, title, right, st.Title, s.w, here)}
	words := r.words
	if words == "" { // a note that was made on all of it
		words = "the whole article"
	}
	for _, l := range rows.Wrapped(c, words, s.w-6, s.passageLines()) {
		lines = append(lines, bar+st.Quote.Gutter.Render("▍")+" "+st.Text.Render(l))
	}
	if r.Note != "" {
		note := reader.CleanLine(string(r.Note))
		lines = append(lines, bar+"  "+st.Meta.Render(c.Cut("note: "+note, s.w-6)))
	} else {
		lines = append(lines, bar+"  "+st.Faint.Render(c.Cut("highlighted "+rows.Day(r.Created, s.now()), s.w-6)))
	}
	return lines
}

// empty says what would be here, and the key that fills it.
func (s *Screen) empty() []string {
	if !s.query.Query().All() {
		return s.list.Empty(s.look, s.w, "Nothing is highlighted in the articles that match.", "/ changes the filter.")
	}
	return s.list.Empty(s.look, s.w, "Here stand the passages that you highlight, with your notes.",
		"v in an article chooses a passage, x highlights it, a adds a note.")
}

// Cursor returns where the text cursor is; ok is false if there is none.
func (s *Screen) Cursor() (x, y int, ok bool) {
	x = s.query.CursorX(s.look, s.w, name)
	return x, 0, x >= 0 && s.h > 0
}
