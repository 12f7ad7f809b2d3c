package overlay

import (
	"slices"
	"strings"

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
	shown   []row
	most    int // rows while nothing is typed
	list    picker.Model
}

// row is a line of the list: an option, or the name of the group that begins with it.
type row struct {
	option int
	head   bool
}

// NewChoice returns a choice as a request describes it.
func NewChoice(r nav.Choose) *Choice {
	c := &Choice{title: r.Title, options: r.Options, answer: r.Answer, input: prompt.New("")}
	c.narrow()
	c.most = len(c.shown)
	return c
}

// narrow finds the options that match what is typed, the best first; while
// nothing is typed all are there, in their groups.
func (c *Choice) narrow() {
	c.shown = c.shown[:0]
	if typed := c.input.Value(); typed != "" {
		for _, m := range fuzzy.FindFrom(typed, (*labels)(c)) {
			c.shown = append(c.shown, row{option: m.Index})
		}
		slices.SortStableFunc(c.shown, func(a, b row) int {
			return far(&c.options[a.option], typed) - far(&c.options[b.option], typed)
		})
	} else {
		var group reader.Text
		for i, o := range c.options {
			if o.Group != group {
				group = o.Group
				c.shown = append(c.shown, row{i, true})
			}
			c.shown = append(c.shown, row{option: i})
		}
	}
	c.list.SetLength(len(c.shown))
	c.list.Select(0)
	c.past(1)
}

// far tells how far what is typed is from an option: 0 if its label begins with
// it, 1 if a word of it does, 2 if it is in it, 3 if its letters are.
func far(o *nav.Option, typed string) int {
	l, t := strings.ToLower(string(o.Label)), strings.ToLower(typed)
	switch {
	case strings.HasPrefix(l, t):
		return 0
	case strings.Contains(l, " "+t), strings.Contains(" "+string(o.Also), " "+t):
		return 1
	case strings.Contains(l, t):
		return 2
	}
	return 3
}

// past moves the cursor on from the name of a group, in the direction of by,
// and back where there is no option in that direction.
func (c *Choice) past(by int) {
	if at := c.list.Cursor(); at < len(c.shown) && c.shown[at].head {
		if by < 0 && at == 0 {
			by = 1
		}
		c.list.Move(by)
	}
}

// labels are the options as the matcher reads them.
type labels Choice

func (l *labels) String(i int) string {
	o := l.options[i]
	return string(o.Label) + " " + string(o.Detail) + " " + string(o.Group) + " " + string(o.Also)
}
func (l *labels) Len() int { return len(l.options) }

// Key chooses, narrows or closes.
func (c *Choice) Key(msg tea.Msg) (tea.Cmd, bool) {
	if k, ok := msg.(tea.KeyPressMsg); ok {
		switch k.String() {
		case "esc", "ctrl+c", "ctrl+g":
			return nil, true
		case "?": // which opened it, if it is the help
			if c.input.Value() == "" {
				return nil, true
			}
		case "enter":
			if len(c.shown) == 0 {
				return nil, false
			}
			chosen, answer := c.shown[c.list.Cursor()].option, c.answer
			return func() tea.Msg { return answer(chosen) }, true
		case "up", "ctrl+p", "shift+tab":
			c.list.Move(-1)
			c.past(-1)
			return nil, false
		case "down", "ctrl+n", "tab":
			c.list.Move(1)
			c.past(1)
			return nil, false
		case "pgup":
			c.list.Page(-1)
			c.past(-1)
			return nil, false
		case "pgdown", "pgdn":
			c.list.Page(1)
			c.past(1)
			return nil, false
		}
	}
	if c.input.Update(msg) {
		c.narrow()
	}
	return nil, false
}

// firstRow is the line of the box on which its first row stands: below the edge
// and what is typed.
const firstRow = 2

// Click puts the cursor on an option.
func (c *Choice) Click(y int) (again bool) {
	at, ok := c.list.RowAt(y - firstRow)
	if !ok || c.shown[at].head {
		return false
	}
	again = at == c.list.Cursor()
	c.list.Select(at)
	return again
}

// choiceWidth is how many cells a choice takes where there is room.
const choiceWidth = 72

// Draw draws the choice.
func (c *Choice) Draw(look nav.Look, w, h int) (string, int, int) {
	inner := max(1, min(choiceWidth, w-4))
	rows := max(1, min(c.most, h-6))
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
	foot := reader.Text("enter chooses · esc leaves")
	if inner > 50 {
		foot = "up and down move · " + foot
	}
	return frame(look, c.title, foot, lines, inner, len(lines)), x, y
}

func (c *Choice) line(look nav.Look, i, w int) string {
	o := c.options[c.shown[i].option]
	m := look.Cells
	if c.shown[i].head {
		return " " + look.Styles.List.Group.Render(m.Cut(o.Group, w-2))
	}
	if c.input.Value() != "" && o.Group != "" {
		o.Label += " · " + o.Group
	}
	// Half the row, as titles may be alike and details not, or what the label leaves of it.
	detail := m.Cut(o.Detail, max(w/2, w-5-m.Width(string(o.Label))))
	label := m.Fit(o.Label, w-4-m.Width(detail))
	if i == c.list.Cursor() {
		return look.Styles.Overlay.Selected.Render(m.FitStyled("  "+label+" "+detail, w))
	}
	return "  " + look.Styles.Overlay.Body.Render(label) + " " + look.Styles.Footer.Key.Render(detail)
}

// Cursor returns the text cursor within the box.
func (c *Choice) Cursor() (x, y int, ok bool) { return 4 + c.input.CursorX(), 1, true }
