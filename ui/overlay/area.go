package overlay

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"offprint/reader"
	"offprint/ui/nav"
	"offprint/ui/prompt"
)

// NewAsk returns a line to type, or several, as a request asks for.
func NewAsk(r nav.Ask) Overlay {
	if r.Several {
		return NewArea(r)
	}
	return NewLine(r)
}

// Area asks for a text of several lines.
type Area struct {
	ask   nav.Ask
	input prompt.Area
}

// NewArea returns an area as a request describes it, which suggests nothing.
func NewArea(r nav.Ask) *Area { return &Area{ask: r, input: prompt.NewArea(r.Initial)} }

// Key takes text; enter ends it as it does a line.
func (a *Area) Key(msg tea.Msg) (tea.Cmd, bool) {
	if k, ok := msg.(tea.KeyPressMsg); ok {
		switch k.String() {
		case "esc", "ctrl+c", "ctrl+g":
			return nil, true
		case "enter":
			text, answer := strings.TrimSpace(a.input.Value()), a.ask.Answer
			return func() tea.Msg { return answer(text) }, true
		}
	}
	a.input.Update(msg)
	return nil, false
}

// areaRows is how many lines an area has before anything is typed: it does not
// grow with each of the first.
const areaRows = 4

// Draw draws the text with what surrounds it.
func (a *Area) Draw(look nav.Look, w, h int) (string, int, int) {
	inner := max(1, min(choiceWidth, w-4))
	lines := a.input.Lines(look.Styles, max(1, inner-2), min(areaRows, max(1, h-4)), max(1, h-4))
	for i, l := range lines {
		lines[i] = " " + l
	}
	x, y := middle(w, h, inner+2, len(lines)+2)
	foot := reader.Text("enter keeps · ctrl+j new line · esc leaves")
	return frame(look, a.ask.Title, foot, lines, inner, len(lines)), x, y
}

// Cursor returns the text cursor within the box.
func (a *Area) Cursor() (x, y int, ok bool) {
	x, y = a.input.Cursor()
	return x + 2, y + 1, true
}
