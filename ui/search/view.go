package search

import (
	tea "charm.land/bubbletea/v2"

	"offprint/reader"
	"offprint/store"
	"offprint/ui/rows"
)

// Resize gives the screen its size.
func (s *Screen) Resize(w, h int) tea.Cmd {
	s.w, s.h = w, h
	s.layOut()
	return nil
}

// each returns the height of a hit: title, line of text, and a blank where there is room.
func (s *Screen) each() int { return 2 + rows.Gap(s.h) }

// layOut gives the lists their lengths and heights.
func (s *Screen) layOut() {
	room := max(0, s.h-len(s.head())-rows.Gap(s.h))
	s.list.SetHeight(room)
	s.list.SetEven(len(s.hits), s.each())
	s.help.SetHeight(room)
	language := []rows.Head{{Lines: len(forms) + 2}}
	if len(s.recent.words) > 0 {
		language = append(language, rows.Head{Lines: 1})
	}
	s.help.SetHeads(language)
	s.help.SetEven(len(s.recent.words), 1)
}

// name stands before the line.
const name reader.Text = "SEARCH"

func (s *Screen) head() []string { return s.query.Head(s.look, s.w, name, s.count()) }

// count says how much was found, and how much could not be: "7 articles",
// "100+ articles", "7 articles · 300 wait for the index".
func (s *Screen) count() reader.Text {
	if s.helping() || !s.found || s.query.Err() != nil {
		return ""
	}
	said := rows.Counted(len(s.hits), "article", "articles")
	if s.more {
		said = rows.Number(len(s.hits)) + "+ articles"
	}
	if s.wait > 0 {
		said += " · " + rows.Counted(s.wait, "waits for the index", "wait for the index")
	}
	return said
}

// advice says what to do where nothing was found.
func (s *Screen) advice() reader.Text {
	if s.wait > 0 {
		return rows.Counted(s.wait, "article is", "articles are") + " not in the index yet."
	}
	return "Fewer words, or the beginning of one, find more."
}

// Draw returns the screen in exactly its size.
func (s *Screen) Draw() string {
	lines := s.head()
	for range rows.Gap(s.h) {
		lines = append(lines, "")
	}
	switch {
	case s.helping():
		lines = append(lines, s.help.Lines(s.drawHelp)...)
	case len(s.hits) == 0 && s.found && s.query.Err() == nil && !s.work.Busy():
		lines = append(lines, rows.Empty(s.look, s.w, "No article matches.", s.advice())...)
	default:
		now := s.now()
		lines = append(lines, s.list.Lines(func(i int) []string {
			at, _ := s.list.Even()
			hit := &s.hits[i]
			sign := noteSign(hit)
			return []string{
				rows.Article(s.look, hit.Row, now, s.w, i == at),
				rows.Bar(s.look, i == at) + "  " + s.look.Styles.Faint.Render(sign) + rows.Marked(s.look, shownLine(hit), hit.Marks, s.w-6-len(sign)),
			}
		})...)
	}
	return s.look.Cells.Block(lines, s.w, s.h)
}

// shownLine returns the line of text to show with a hit: where only the title
// or a field matched and there is none, the byline.
func shownLine(hit *store.Hit) reader.Text {
	if hit.Line == "" && hit.Row.Byline != "" {
		return "by " + hit.Row.Byline
	}
	return hit.Line
}

// noteSign stands before a line that is of a note of the reader.
func noteSign(hit *store.Hit) string {
	if hit.Note {
		return "note: "
	}
	return ""
}

// form is one form of the language and what it asks for.
type form struct{ write, means reader.Text }

// forms are the language in short.
var forms = []form{
	{"river dispute", "articles with both words"},
	{`"river dispute"`, "the words next to each other"},
	{"disput*", "words that begin so"},
	{"-opinion", "without this word; - stands before anything"},
	{"river OR lake", "one or the other; (…) groups"},
	{"title:river  by:meyer", "in the title; by an author"},
	{"source:times  tag:water", "from an outlet; with your tag"},
	{"after:2024-04  on:2024-04-19", "by date; also before:"},
	{"is:unread  has:quotes", "also is:starred, is:stub, has:notes"},
	{"said:lavrov", "somebody is quoted"},
	{"about:nato  mentions:nato", "is quoted about; is named"},
}

// drawHelp draws a row of what stands there while nothing is typed.
func (s *Screen) drawHelp(row int) []string {
	st, c := s.look.Styles, s.look.Cells
	switch row {
	case 0:
		return s.drawForms()
	case 1:
		return []string{"   " + st.List.Group.Render("Searched before")}
	}
	words := reader.CleanLine(s.recent.words[row-2])
	at, _ := s.help.Even()
	if row-2 == at {
		return []string{rows.Bar(s.look, true) + st.List.Selected.Render(c.Fit(words, s.w-3))}
	}
	return []string{rows.Bar(s.look, false) + st.Text.Render(c.Cut(words, s.w-3))}
}

func (s *Screen) drawForms() []string {
	st, c := s.look.Styles, s.look.Cells
	left := 0
	for _, f := range forms {
		left = max(left, c.Width(string(f.write)))
	}
	var lines []string
	for _, f := range forms {
		line := "   " + st.Accent.Render(c.Fit(f.write, left)) + "   "
		lines = append(lines, line+st.Faint.Render(c.Cut(f.means, s.w-left-7)))
	}
	return append(lines, "   "+st.Faint.Render(c.Cut("tab completes fields and their values", s.w-4)), "")
}

// Cursor returns where the text cursor is.
func (s *Screen) Cursor() (x, y int, ok bool) {
	return s.query.CursorX(s.look, s.w, name), 0, s.w > 0 && s.h > 0
}
