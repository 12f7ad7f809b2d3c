package highlights

import (
	tea "charm.land/bubbletea/v2"

	"offprint/reader"
	"offprint/ui/cells"
	"offprint/ui/rows"
)

// Resize gives the screen its size.
func (s *Screen) Resize(w, h int) tea.Cmd {
	s.w, s.h = w, h
	s.layOut()
	return s.list.Want()
}

// shape is what the heights of rows depend on.
type shape struct {
	cells cells.Measure
	w, h  int
}

// wordLines is how many lines of a passage are shown at most, and of a note.
func (s *Screen) wordLines() int {
	if s.h < rows.Roomy {
		return 1
	}
	return 3
}

// widest is how many cells a line of a passage has at most.
const widest = 104

// passage returns the lines of a highlight's words.
func (s *Screen) passage(r *row) []string {
	words := r.words
	if words == "" { // a note that was made on all of it
		words = "the whole article"
	}
	return rows.Wrapped(s.look.Cells, words, min(s.w-6, widest), s.wordLines())
}

// note returns the lines of a highlight's note, or else of the day it was made.
func (s *Screen) note(r *row) []string {
	if r.Note == "" {
		return []string{s.look.Cells.Cut("highlighted "+rows.Day(r.Created, s.now()), s.w-6)}
	}
	return rows.Wrapped(s.look.Cells, "note: "+reader.CleanLine(string(r.Note)), min(s.w-6, widest), s.wordLines())
}

// layOut gives the list its height and those of its rows: title, passage, note, a blank.
func (s *Screen) layOut() {
	gap := rows.Gap(s.h)
	s.list.SetHeight(max(0, s.h-len(s.head())-gap))
	if now := (shape{s.look.Cells, s.w, s.h}); now != s.shape {
		s.shape = now
		s.list.SetHeights(3+gap, func(r row) int { return 1 + len(s.passage(&r)) + len(s.note(&r)) + gap })
	}
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
	st := s.look.Styles
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
	for _, l := range s.passage(&r) {
		lines = append(lines, bar+st.Quote.Gutter.Render("▍")+" "+st.Text.Render(l))
	}
	style := st.Faint
	if r.Note != "" {
		style = st.Meta
	}
	for _, l := range s.note(&r) {
		lines = append(lines, bar+"  "+style.Render(l))
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
