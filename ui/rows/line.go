package rows

import (
	tea "charm.land/bubbletea/v2"

	"offprint/reader"
	"offprint/ui/nav"
	"offprint/ui/prompt"
)

// Line is the line above a list in which a few words are typed that the rows
// must have. The zero value is empty. [Query] is the line for those that are a query.
type Line struct {
	input  *prompt.Model // nil while nothing is typed
	text   string        // as it stands
	before string        // as it stood before it was edited
}

// NewLine returns a line with text on it.
func NewLine(text string) Line { return Line{text: text} }

// Edit begins to type.
func (l *Line) Edit() {
	m := prompt.New(l.text)
	l.input, l.before = &m, l.text
	l.text = m.Value()
}

// Typing reports whether the line is being typed.
func (l *Line) Typing() bool { return l.input != nil }

// Text returns what stands on the line.
func (l *Line) Text() string { return l.text }

// End ends typing. Without keep the line is what it was before; changed tells
// that this is something else.
func (l *Line) End(keep bool) (changed bool) {
	l.input = nil
	if keep || l.text == l.before {
		return false
	}
	l.text = l.before
	return true
}

// Take takes a key press or a paste while the line is typed: enter keeps it,
// esc brings back what stood there before. It reports whether the text changed.
func (l *Line) Take(msg tea.Msg) (changed bool) {
	if k := Key(msg); k == "enter" || k == "esc" {
		return l.End(k == "enter")
	}
	return l.put(msg)
}

// put takes a key press or a paste as text.
func (l *Line) put(msg tea.Msg) (changed bool) {
	if changed = l.input.Update(msg); changed {
		l.text = l.input.Value()
	}
	return changed
}

// set puts text on the line, cleaned where it is typed.
func (l *Line) set(text string) {
	if l.input != nil {
		l.input.SetValue(text)
		text = l.input.Value()
	}
	l.text = text
}

// Head draws the line in w cells: its name, what is typed, and right at its end.
func (l *Line) Head(look nav.Look, w int, name, right reader.Text) string {
	line, _, _ := l.draw(look, w, name, right)
	return line
}

// draw is Head; it tells where the text begins, and how many cells it has.
func (l *Line) draw(look nav.Look, w int, name, right reader.Text) (line string, indent, room int) {
	s, c := look.Styles, look.Cells
	label := " " + string(name) + "  "
	end := " " + string(c.Cut(right, max(0, w/2))) + " "
	indent = c.Width(label)
	room = w - indent - c.Width(end)
	if l.input == nil {
		text := c.Fit(reader.CleanLine(l.text), room)
		return s.Pane.Title.Render(label) + s.Text.Render(text) + s.List.Count.Render(end), indent, room
	}
	text := c.FitStyled(l.input.View(s, room), room)
	return s.Overlay.Prompt.Render(label) + text + s.List.Count.Render(end), indent, room
}

// CursorX returns the cell of the text cursor in what [Line.Head] draws; -1 if nothing is typed.
func (l *Line) CursorX(look nav.Look, w int, name reader.Text) int {
	if l.input == nil {
		return -1
	}
	return max(0, min(w-1, look.Cells.Width(" "+string(name)+"  ")+l.input.CursorX()))
}
