package prompt

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/textarea"

	"offprint/reader"
	"offprint/ui/theme"
)

// Area is a text of several lines being typed, such as a note. The keys are
// those of a line, and ctrl+j or alt+enter begins a new one.
type Area struct{ input textarea.Model }

// NewArea returns an area that begins with text, the cursor at its end.
func NewArea(text string) Area {
	in := textarea.New()
	in.Prompt, in.ShowLineNumbers = "", false
	in.CharLimit, in.MaxHeight, in.MaxWidth = 0, 0, 0
	in.KeyMap.InsertNewline = key.NewBinding(key.WithKeys("ctrl+j", "alt+enter"))
	in.SetVirtualCursor(false)
	in.Focus()
	in.SetValue(string(reader.Clean(text)))
	return Area{in}
}

// Update takes a key press or pasted text.
func (a *Area) Update(msg tea.Msg) {
	switch m := msg.(type) {
	case tea.KeyPressMsg:
		if m.Text != "" {
			k := m.Key()
			k.Text = string(reader.Clean(m.Text))
			msg = tea.KeyPressMsg(k)
		}
	case tea.PasteMsg:
		m.Content = string(reader.Clean(m.Content))
		msg = m
	}
	a.input, _ = a.input.Update(msg)
}

// Value returns what has been typed.
func (a *Area) Value() string { return a.input.Value() }

// Lines draws the area in lines of w cells: as many as the text takes, at least
// least and at most those there is room for.
func (a *Area) Lines(s *theme.Styles, w, least, most int) []string {
	styles := textarea.DefaultStyles(s.IsDark)
	styles.Focused = textarea.StyleState{Text: s.Overlay.Body, Placeholder: s.Faint, Selection: s.Overlay.Selected}
	a.input.SetStyles(styles)
	a.input.SetWidth(max(1, w))
	a.input.SetHeight(max(1, min(max(least, a.taken(w)), most)))
	return strings.Split(a.input.View(), "\n")
}

// taken returns about how many lines of w cells the text takes.
func (a *Area) taken(w int) int {
	n := 0
	for line := range strings.SplitSeq(a.input.Value(), "\n") {
		n += 1 + len([]rune(line))/max(1, w-6)
	}
	return n
}

// Cursor returns the cell of the cursor, counted from the area's corner.
func (a *Area) Cursor() (x, y int) {
	if c := a.input.Cursor(); c != nil {
		return c.X, c.Y
	}
	return 0, 0
}
