// Package prompt is text being typed: one line, such as a search or a filter
// ([Model]), or several, such as a note ([Area]). They are the text fields of
// Bubbles with readline keys, given nothing but clean text, and drawn to an
// exact width with a cursor that screen readers follow. A line can begin with
// text that is there to be replaced ([NewSelected]).
package prompt

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/textinput"
	"charm.land/lipgloss/v2"

	"offprint/reader"
	"offprint/ui/theme"
)

// Model is a line being typed.
type Model struct {
	input    textinput.Model
	last     string
	selected bool // all of it, as it was prefilled: what is typed replaces it
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

// NewSelected returns a line prefilled with text that is selected: what is typed
// or pasted first replaces it, deleting empties the line, and any other key
// keeps the text to be edited.
func NewSelected(text string) Model {
	m := New(text)
	m.selected = m.Value() != ""
	return m
}

// Update takes a key press or pasted text. It reports whether the text changed.
func (m *Model) Update(msg tea.Msg) (changed bool) {
	if m.selected {
		m.unselect(msg)
	}
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

// unselect ends the selection; the text goes if the message replaces or deletes it.
func (m *Model) unselect(msg tea.Msg) {
	gone := false
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		keys := m.input.KeyMap
		gone = reader.Clean(msg.Text) != "" || key.Matches(msg, keys.DeleteCharacterBackward, keys.DeleteCharacterForward,
			keys.DeleteWordBackward, keys.DeleteWordForward, keys.DeleteBeforeCursor, keys.DeleteAfterCursor)
	case tea.PasteMsg:
		gone = reader.CleanLine(msg.Content) != ""
	default:
		return
	}
	m.selected = false
	if gone {
		m.input.SetValue("")
	}
}

// Value returns what has been typed.
func (m *Model) Value() string { return m.input.Value() }

// SetValue replaces the text; the cursor goes to its end.
func (m *Model) SetValue(text string) {
	m.input.SetValue(string(reader.CleanLine(text)))
	m.input.CursorEnd()
	m.last, m.selected = m.input.Value(), false
}

// View draws the line in w cells.
func (m *Model) View(s *theme.Styles, w int) string {
	styles := textinput.DefaultStyles(s.IsDark)
	styles.Focused.Text = s.Overlay.Body
	styles.Focused.Placeholder = s.Faint
	m.input.SetStyles(styles)
	m.input.SetWidth(max(1, w-1))
	if !m.selected {
		return m.input.View()
	}
	// The field fills its width in the style of its text, so the blanks after a
	// selection are drawn here.
	mark := styles.Focused.Text.Reverse(true)
	if text := m.input.Value(); lipgloss.Width(text) < w {
		return mark.Render(text) + styles.Focused.Text.Render(strings.Repeat(" ", w-lipgloss.Width(text)))
	}
	styles.Focused.Text = mark
	m.input.SetStyles(styles)
	return m.input.View()
}

// CursorX returns the cell of the cursor, counted from the left of the line.
func (m *Model) CursorX() int {
	if c := m.input.Cursor(); c != nil {
		return c.X
	}
	return 0
}
