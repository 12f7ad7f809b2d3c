package overlay

import (
	tea "charm.land/bubbletea/v2"

	"github.com/sahilm/fuzzy"

	"offprint/reader"
	"offprint/ui/nav"
	"offprint/ui/picker"
	"offprint/ui/prompt"
)

// Choice is a list of options narrowed by what is typed.
type Choice struct {
	title   reader.Text
	options []nav.Option
	answer  func(int) tea.Msg
	input   prompt.Model
	shown   []int // options that match, the best first
	list    picker.Model
}

// NewChoice returns a choice as a request describes it.
func NewChoice(r nav.Choose) *Choice {
	c := &Choice{title: r.Title, options: r.Options, answer: r.Answer, input: prompt.New("")}
	c.narrow()
	return c
}

// narrow finds the options that match what is typed.
func (c *Choice) narrow() {
	c.shown = c.shown[:0]
	typed := c.input.Value()
	if typed == "" {
		for i := range c.options {
			c.shown = append(c.shown, i)
		}
	} else {
		for _, m := range fuzzy.FindFrom(typed, (*labels)(c)) {
			c.shown = append(c.shown, m.Index)
		}
	}
	c.list.SetLength(len(c.shown))
	c.list.Select(0)
}

// labels are the options as the matcher reads them.
type labels Choice

func (l *labels) String(i int) string {
	return string(l.options[i].Label) + " " + string(l.options[i].Detail)
}
func (l *labels) Len() int { return len(l.options) }

// Key chooses, narrows or closes.
func (c *Choice) Key(msg tea.Msg) (tea.Cmd, bool) {
	if k, ok := msg.(tea.KeyPressMsg); ok {
		switch k.String() {
		case "esc", "ctrl+c", "ctrl+g":
			return nil, true
		case "enter":
			if len(c.shown) == 0 {
				return nil, false
			}
			chosen, answer := c.shown[c.list.Cursor()], c.answer
			return func() tea.Msg { return answer(chosen) }, true
		case "up", "ctrl+p", "shift+tab":
			c.list.Move(-1)
			return nil, false
		case "down", "ctrl+n", "tab":
			c.list.Move(1)
			return nil, false
		case "pgup":
			c.list.Page(-1)
			return nil, false
		case "pgdown", "pgdn":
			c.list.Page(1)
			return nil, false
		}
	}
	if c.input.Update(msg) {
		c.narrow()
	}
	return nil, false
}

// choiceWidth is how many cells a choice takes where there is room.
const choiceWidth = 72

// Draw draws the choice.
func (c *Choice) Draw(look nav.Look, w, h int) (string, int, int) {
	inner := max(1, min(choiceWidth, w-4))
	rows := max(1, min(len(c.options), h-6))
	c.list.SetHeight(rows)
	s := look.Styles
	lines := []string{s.Overlay.Prompt.Render(" › ") + c.input.View(s, inner-4)}
	first, end := c.list.Visible()
	for i := first; i < end; i++ {
		lines = append(lines, c.line(look, i, inner))
	}
	if len(c.shown) == 0 {
		lines = append(lines, s.Faint.Render("   nothing matches"))
	}
	x, y := middle(w, h, inner+2, rows+3) // as if all were shown, so that it stays while one types
	return frame(look, c.title, "enter chooses · esc leaves", lines, inner, len(lines)), x, y
}

func (c *Choice) line(look nav.Look, i, w int) string {
	o := c.options[c.shown[i]]
	m := look.Cells
	detail := m.Cut(o.Detail, w/3)
	label := m.Fit(o.Label, w-4-m.Width(detail))
	if i == c.list.Cursor() {
		return look.Styles.Overlay.Selected.Render(m.FitStyled("  "+label+" "+detail, w))
	}
	return "  " + look.Styles.Overlay.Body.Render(label) + " " + look.Styles.Footer.Key.Render(detail)
}

// Cursor returns the text cursor within the box.
func (c *Choice) Cursor() (x, y int, ok bool) { return 4 + c.input.CursorX(), 1, true }
