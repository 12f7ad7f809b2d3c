// Package prompt is text being typed: one line, such as a search or a filter
// ([Model]), or several, such as a note ([Area]). They are the text fields of
// Bubbles with readline keys, given nothing but clean text, and drawn to an
// exact width with a cursor that screen readers follow.
package prompt

import (
	tea "charm.land/bubbletea/v2"

	"charm.land/bubbles/v2/textinput"

	"offprint/reader"
	"offprint/ui/theme"
)

// Model is a line being typed.
type Model struct {
	input textinput.Model
	last  string
}

// New returns a line that begins with text, the cursor at its end.
func New(text string) Model {
	in := textinput.New()
	in.Prompt = ""
	in.SetVirtualCursor(false)
	in.Focus()
	in.SetValue(string(reader.CleanLine(text)))
	in.CursorEnd()
	return Model{input: in, last: in.Value()}
}

// Update takes a key press or pasted text. It reports whether the text changed.
func (m *Model) Update(msg tea.Msg) (changed bool) {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		if msg.Text != "" {
			k := msg.Key()
			k.Text = string(reader.Clean(msg.Text))
			m.input, _ = m.input.Update(tea.KeyPressMsg(k))
			break
		}
		m.input, _ = m.input.Update(msg)
	case tea.PasteMsg:
		msg.Content = string(reader.CleanLine(msg.Content))
		m.input, _ = m.input.Update(msg)
	}
	changed = m.input.Value() != m.last
	m.last = m.input.Value()
	return changed
}

// Value returns what has been typed.
func (m *Model) Value() string { return m.input.Value() }

// SetValue replaces the text; the cursor goes to its end.
func (m *Model) SetValue(text string) {
	m.input.SetValue(string(reader.CleanLine(text)))
	m.input.CursorEnd()
	m.last = m.input.Value()
}

// View draws the line in w cells.
func (m *Model) View(s *theme.Styles, w int) string {
	styles := textinput.DefaultStyles(s.IsDark)
	styles.Focused.Text = s.Overlay.Body
	styles.Focused.Placeholder = s.Faint
	m.input.SetStyles(styles)
	m.input.SetWidth(max(1, w-1))
	return m.input.View()
}

// CursorX returns the cell of the cursor, counted from the left of the line.
func (m *Model) CursorX() int {
	if c := m.input.Cursor(); c != nil {
		return c.X
	}
	return 0
}
