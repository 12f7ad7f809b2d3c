package overlay

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"offprint/reader"
	"offprint/ui/nav"
)

// Sheet is text to read. Arrows scroll it, any other key closes it.
type Sheet struct {
	title reader.Text
	lines []reader.Text
	top   int
	rows  int // as last drawn
	total int
}

// NewSheet returns a sheet as a request describes it.
func NewSheet(r nav.Show) *Sheet { return &Sheet{title: r.Title, lines: r.Lines} }

// Key scrolls or closes.
func (s *Sheet) Key(msg tea.Msg) (tea.Cmd, bool) {
	k, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return nil, false
	}
	switch k.String() {
	case "down", "j":
		s.top++
	case "up", "k":
		s.top--
	case "pgdown", "pgdn", "space":
		s.top += s.rows
	case "pgup", "b":
		s.top -= s.rows
	default:
		return nil, true
	}
	s.top = max(0, min(s.top, s.total-s.rows))
	return nil, false
}

// Draw draws the sheet; long lines are wrapped under their own beginning.
func (s *Sheet) Draw(look nav.Look, w, h int) (string, int, int) {
	inner := max(1, min(choiceWidth+8, w-4))
	var lines []string
	for _, l := range s.lines {
		indent := len(l) - len(strings.TrimLeft(string(l), " "))
		for i, part := range look.Cells.Wrap(l, max(1, inner-2)) {
			if i > 0 {
				part = strings.Repeat(" ", min(indent+2, inner/2)) + strings.TrimLeft(part, " ")
			}
			lines = append(lines, " "+look.Styles.Overlay.Body.Render(look.Cells.FitStyled(part, inner-2)))
		}
	}
	s.total, s.rows = len(lines), max(1, min(len(lines), h-4))
	s.top = max(0, min(s.top, s.total-s.rows))
	x, y := middle(w, h, inner+2, s.rows+2)
	return frame(look, s.title, lines[s.top:min(s.total, s.top+s.rows)], inner, s.rows), x, y
}

// Cursor reports that a sheet has no text cursor.
func (s *Sheet) Cursor() (x, y int, ok bool) { return 0, 0, false }
