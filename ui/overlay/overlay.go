// Package overlay holds the boxes that lie over the screen for a moment: a
// choice ([Choice], also the palette and the help), a line to type ([Line])
// or several ([Area]), and text to read ([Sheet]). While one is open it gets all keys.
package overlay

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"offprint/reader"
	"offprint/ui/nav"
)

// Overlay is a box over the screen.
type Overlay interface {
	// Key takes a key press or a paste. done closes the overlay; cmd runs either way.
	Key(msg tea.Msg) (cmd tea.Cmd, done bool)
	// Draw returns the box for a window of w by h cells, and its upper left corner.
	Draw(look nav.Look, w, h int) (box string, x, y int)
	// Cursor returns the text cursor within the box as last drawn.
	Cursor() (x, y int, ok bool)
}

// Pointed is an overlay in which one can click: on line y of the box as last
// drawn. again reports that what is there was chosen before.
type Pointed interface {
	Click(y int) (again bool)
}

// frame draws lines in a box with a title, its inside exactly w by h cells.
// foot stands in its lower edge, if there is room: the keys that end it.
func frame(look nav.Look, title, foot reader.Text, lines []string, w, h int) string {
	s, c := look.Styles.Overlay, look.Cells
	name := c.Cut(title, max(0, w-4))
	top := s.Border.Render("╭─ ") + s.Title.Render(name) + s.Border.Render(" "+strings.Repeat("─", max(0, w-3-c.Width(name)))+"╮")
	side := s.Border.Render("│")
	var b strings.Builder
	b.WriteString(top)
	for _, l := range strings.Split(c.Block(lines, w, h), "\n") {
		b.WriteString("\n" + side + l + side)
	}
	end := ""
	if n := c.Width(string(foot)); n > 0 && n+6 <= w {
		end = " " + string(foot) + " ─"
		w -= n + 3
	}
	b.WriteString("\n" + s.Border.Render("╰"+strings.Repeat("─", w)+end+"╯"))
	return b.String()
}

// middle returns the corner of a box of w by h cells in the middle of the window.
func middle(windowW, windowH, w, h int) (x, y int) {
	return max(0, (windowW-w)/2), max(0, (windowH-h)/3)
}
