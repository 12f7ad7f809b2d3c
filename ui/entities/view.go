package entities

import (
	tea "charm.land/bubbletea/v2"

	"offprint/reader"
	"offprint/store"
	"offprint/ui/rows"
)

// headLines is how many lines stand above the names: the filter and the kinds.
const headLines = 2

// Resize gives the screen its size.
func (s *Screen) Resize(w, h int) tea.Cmd {
	s.w, s.h = w, h
	s.list.SetHeight(max(0, h-headLines))
	return s.list.Want()
}

// title stands before the filter.
const title reader.Text = "ENTITIES"

// Draw returns the screen in exactly its size.
func (s *Screen) Draw() string {
	lines := []string{s.filter.Head(s.look, s.w, title, s.list.Count()), s.kinds()}
	if n, _ := s.list.Known(); n == 0 {
		lines = append(lines, s.empty()...)
		return s.look.Cells.Block(lines, s.w, s.h)
	}
	at, _ := s.list.Even()
	lines = append(lines, s.list.Lines(func(i int) []string { return s.drawName(i, i == at) })...)
	return s.look.Cells.Block(lines, s.w, s.h)
}

// kindsWidth is the width from which all kinds of names are written.
const kindsWidth = 72

// kinds draws the kinds of names; the one that is shown stands between brackets.
func (s *Screen) kinds() string {
	st := s.look.Styles
	if s.w < kindsWidth {
		return "  " + st.Accent.Render("["+string(kindName(s.kind))+"]") + st.Faint.Render("  tab goes on")
	}
	line := "  "
	for k := reader.EntityOther; k <= reader.EntityWork; k++ {
		label := kindName(k)
		if k == s.kind {
			line += st.Accent.Render("[" + string(label) + "]")
		} else {
			line += st.Faint.Render(" " + string(label) + " ")
		}
	}
	return line
}

// kindName names a kind of names; what belongs to none stands for all.
func kindName(k reader.EntityKind) reader.Text {
	if k == reader.EntityOther {
		return "all"
	}
	return rows.Kinds(k)
}

// nameCells is how wide the column of names is at most: what is told of a name
// stands near it.
const nameCells = 44

// drawName draws "L Iran      2,113 articles  31 quotes  3 Jan 2022 – 19 Apr 2024".
func (s *Screen) drawName(i int, here bool) []string {
	st, c := s.look.Styles, s.look.Cells
	bar := rows.Bar(s.look, here)
	r, ok := s.list.At(i)
	if !ok {
		return rows.Waiting(s.look, here)
	}
	kind := st.Entity.Of(r.Kind)
	right := s.told(&r)
	letter := kind.Letter + " "
	text := c.Fit(r.Name, min(nameCells, s.w-3-c.Width(letter)-c.Width(right)))
	if here {
		return []string{bar + st.List.Selected.Render(c.FitStyled(letter+text+right, s.w-3))}
	}
	return []string{bar + kind.Kind.Render(letter) + kind.Name.Render(text) + st.List.Count.Render(right)}
}

// told is what stands behind a name, as far as the screen has room: how many
// articles name it, how many quotes are by it, and when.
func (s *Screen) told(r *store.EntityRow) string {
	c := s.look.Cells
	if s.w < 40 {
		return c.Right(rows.Number(r.Articles), 6) + " "
	}
	told := c.Right(rows.Counted(r.Articles, "article ", "articles"), 15)
	if s.w >= 70 {
		quotes := reader.Text("")
		if r.Quotes > 0 {
			quotes = rows.Counted(r.Quotes, "quote ", "quotes")
		}
		told += c.Right(quotes, 13)
	}
	switch {
	case s.w >= 100:
		told += "   " + c.Fit(rows.Between(r.First, r.Last, s.now()), 27)
	case s.w >= 56:
		told += "  " + c.Fit(rows.Years(r.First, r.Last), 9)
	}
	return told + " "
}

// empty says what would be here.
func (s *Screen) empty() []string {
	switch {
	case s.filter.Text() != "":
		return s.list.Empty(s.look, s.w, "No name has these words.", "/ changes the filter, tab the kind of names.")
	case s.kind != reader.EntityOther:
		return s.list.Empty(s.look, s.w, "No "+rows.Kinds(s.kind)+" are named.", "tab goes on to the next kind of names.")
	}
	return s.list.Empty(s.look, s.w, "Here stand the people, organisations and places that articles name.",
		"None has been found yet. Quit and run: offprint FOLDER")
}

// Cursor returns where the text cursor is; ok is false if there is none.
func (s *Screen) Cursor() (x, y int, ok bool) {
	x = s.filter.CursorX(s.look, s.w, title)
	return x, 0, x >= 0 && s.h > 0
}
