package overlay

import (
	"fmt"
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
	case "pgdown", "pgdn", "space", "ctrl+f":
		s.top += s.rows
	case "pgup", "b", "ctrl+b":
		s.top -= s.rows
	case "d", "ctrl+d":
		s.top += (s.rows + 1) / 2
	case "u", "ctrl+u":
		s.top -= (s.rows + 1) / 2
	case "g", "home":
		s.top = 0
	case "G", "end":
		s.top = s.total
	default:
		return nil, true
	}
	s.top = max(0, min(s.top, s.total-s.rows))
	return nil, false
}

// hang returns where the rest of a wrapped line stands: under what follows a
// name and two blanks or more, else a little to the right of its beginning.
func hang(look nav.Look, l reader.Text, w int) int {
	text := string(l)
	begin := len(text) - len(strings.TrimLeft(text, " "))
	in := begin + 2
	if i := strings.Index(text[begin:], "  "); i >= 0 {
		i += begin
		in = look.Cells.Width(text[:len(text)-len(strings.TrimLeft(text[i:], " "))])
	}
	return min(in, w/2)
}

// Draw draws the sheet; long lines are wrapped under their own beginning.
func (s *Sheet) Draw(look nav.Look, w, h int) (string, int, int) {
	inner := max(1, min(choiceWidth+8, w-4))
	var lines []string
	for _, l := range s.lines {
		in := hang(look, l, inner-2)
		for i, part := range wrapHanging(look, l, max(1, inner-2), in) {
			if i > 0 {
				part = strings.Repeat(" ", in) + part
			}
			lines = append(lines, " "+look.Styles.Overlay.Body.Render(look.Cells.FitStyled(part, inner-2)))
		}
	}
	s.total, s.rows = len(lines), max(1, min(len(lines), h-4))
	s.top = max(0, min(s.top, s.total-s.rows))
	x, y := middle(w, h, inner+2, s.rows+2)
	foot := reader.Text("esc closes")
	if s.total > s.rows {
		foot = reader.CleanLine(fmt.Sprintf("%d–%d of %d · j and k scroll · esc closes", s.top+1, s.top+s.rows, s.total))
	}
	return frame(look, s.title, foot, lines[s.top:min(s.total, s.top+s.rows)], inner, s.rows), x, y
}

// wrapHanging breaks a line at w cells, what follows the first break at w less in.
func wrapHanging(look nav.Look, l reader.Text, w, in int) []string {
	parts := look.Cells.Wrap(l, w)
	if len(parts) < 2 {
		return parts
	}
	if name := look.Cells.Fit(reader.CleanLine(parts[0]), in); look.Cells.Width(strings.TrimRight(parts[0], " ")) < in {
		// What follows the name is one long word: it begins beside it all the same.
		rest := look.Cells.Wrap(reader.CleanLine(strings.TrimPrefix(string(l), parts[0])), max(1, w-in))
		return append([]string{name + rest[0]}, rest[1:]...)
	}
	rest := strings.TrimLeft(strings.TrimPrefix(string(l), parts[0]), " ")
	return append(parts[:1:1], look.Cells.Wrap(reader.CleanLine(rest), max(1, w-in))...)
}

// Cursor reports that a sheet has no text cursor.
func (s *Sheet) Cursor() (x, y int, ok bool) { return 0, 0, false }
