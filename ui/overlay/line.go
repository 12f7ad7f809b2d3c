package overlay

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"offprint/reader"
	"offprint/ui/nav"
	"offprint/ui/picker"
	"offprint/ui/prompt"
)

// Line asks for one line of text, and offers some under it.
type Line struct {
	ask     nav.Ask
	input   prompt.Model
	offered []reader.Text
	chosen  int // of offered; -1: what is typed
	list    picker.Model
}

// NewLine returns a line as a request describes it.
func NewLine(r nav.Ask) *Line {
	l := &Line{ask: r, input: prompt.New(r.Initial)}
	if r.Replace {
		l.input = prompt.NewSelected(r.Initial)
	}
	l.offer()
	l.choose(-1)
	return l
}

// offer fetches the suggestions for what is typed.
func (l *Line) offer() {
	if l.ask.Suggest == nil {
		return
	}
	l.offered = l.ask.Suggest(l.input.Value())
	l.list.SetLength(len(l.offered))
	l.choose(-1)
	typed := strings.TrimSpace(l.input.Value())
	if !l.ask.Take || typed == "" {
		return
	}
	same := func(o reader.Text) bool { return strings.EqualFold(string(o), typed) }
	l.choose(max(0, slices.IndexFunc(l.offered, same)))
}

// choose puts the cursor on a suggestion, or the nearest there is; -1 is the line typed.
func (l *Line) choose(i int) {
	l.chosen = max(-1, min(i, len(l.offered)-1))
	l.list.Select(max(0, l.chosen))
}

// Key takes text; the arrows choose among the suggestions, tab goes on typing
// at the chosen one or the first.
func (l *Line) Key(msg tea.Msg) (tea.Cmd, bool) {
	if k, ok := msg.(tea.KeyPressMsg); ok {
		switch k.String() {
		case "esc", "ctrl+c", "ctrl+g":
			return nil, true
		case "enter":
			text, answer := strings.TrimSpace(l.input.Value()), l.ask.Answer
			if l.chosen >= 0 {
				text = string(l.offered[l.chosen])
			}
			return func() tea.Msg { return answer(text) }, true
		case "down", "ctrl+n":
			l.choose(l.chosen + 1)
			return nil, false
		case "up", "ctrl+p":
			l.choose(l.chosen - 1)
			return nil, false
		case "tab":
			if len(l.offered) > 0 {
				l.input.SetValue(string(l.offered[max(0, l.chosen)]))
				l.offer()
			}
			return nil, false
		}
	}
	if l.input.Update(msg) {
		l.offer()
	}
	return nil, false
}

// Click chooses a suggestion.
func (l *Line) Click(y int) (again bool) {
	at, ok := l.list.RowAt(y - firstRow)
	if !ok || at >= len(l.offered) {
		return false
	}
	again = at == l.chosen
	l.choose(at)
	return again
}

// offeredRows is how many suggestions are shown at a time. The box is as high
// when there are fewer, so that nothing moves while one types.
const offeredRows = 6

// Draw draws the line and its suggestions.
func (l *Line) Draw(look nav.Look, w, h int) (string, int, int) {
	inner := max(1, min(choiceWidth, w-4))
	s := look.Styles
	lines := []string{s.Overlay.Prompt.Render(" › ") + l.input.View(s, inner-4)}
	rows := 0
	if l.ask.Suggest != nil {
		rows = max(1, min(offeredRows, h-4))
	}
	l.list.SetHeight(rows)
	first, end := l.list.Visible()
	for i := first; i < end; i++ {
		label := look.Cells.Fit(l.offered[i], max(0, inner-4))
		if i == l.chosen {
			lines = append(lines, s.Overlay.Selected.Render(look.Cells.FitStyled("  "+label, inner)))
			continue
		}
		lines = append(lines, "  "+s.Overlay.Body.Render(label))
	}
	x, y := middle(w, h, inner+2, rows+3)
	foot := reader.Text("enter keeps · esc leaves")
	if rows > 0 && inner > 60 {
		foot = "up and down choose · tab completes · " + foot
	}
	return frame(look, l.ask.Title, foot, lines, inner, rows+1), x, y
}

// Cursor returns the text cursor within the box.
func (l *Line) Cursor() (x, y int, ok bool) { return 4 + l.input.CursorX(), 1, true }
