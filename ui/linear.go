package ui

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// What Options.Accessible does to the screen: one thing at a time, nothing
// beside another, no lines and signs, states in words (theme.Styles.Words),
// the cursor where one reads, and no change without a key or news.

// linearWidth is how wide the screen is at most: no two things fit beside each other.
const linearWidth = 80

// width is the part of a window's width that is used.
func (m *model) width(w int) int {
	if m.o.Accessible {
		return min(w, linearWidth)
	}
	return w
}

// spoken puts blanks in the place of lines and boxes, and characters of the
// keyboard in that of signs: a frame as it is read aloud, as wide as it was.
func spoken(frame string) string { return strings.Map(spokenRune, frame) }

func spokenRune(r rune) rune {
	switch r {
	case '┃', '›', '▶':
		return '>'
	case '‹', '◀':
		return '<'
	case '▌': // beside a quote, which has a number too
		return ' '
	case '▍': // beside a highlight
		return '*'
	case '↳': // before what is left of a long line of code
		return ' '
	case '✎': // beside one with a note
		return '+'
	case '·':
		return ','
	case '●', '★', '▪', '■':
		return '*'
	case '○', '◌', '◐':
		return 'o'
	case '▾', '▼':
		return '-'
	case '▸':
		return '+'
	case '✓':
		return 'x'
	case '❝':
		return '"'
	case '≈':
		return '~'
	}
	if r >= 0x2500 && r <= 0x25a3 { // lines, and blocks of which bars are made
		return ' '
	}
	return r
}

// reading returns where the eye is: the chosen row, the quote that one is at,
// else the beginning of the text.
func (m *model) reading(frame string) (x, y int) {
	chosen := []string{begins(m.look.Styles.List.Selected.Render("x")), begins(m.look.Styles.Overlay.Selected.Render("x"))}
	lines := strings.Split(frame, "\n")
	for _, start := range chosen {
		for y, line := range lines {
			if before, _, ok := strings.Cut(line, start); ok && start != "" {
				return ansi.StringWidth(before), y
			}
		}
	}
	if m.upper != nil || m.overlay != nil {
		return 0, 0
	}
	if bg := m.look.Styles.Layers.Current.Bg; bg != nil { // the quote or hit that one is at
		ground := strings.Trim(ansi.NewStyle().BackgroundColor(bg).String(), "\x1b[m")
		for y, line := range lines {
			if before, _, ok := strings.Cut(line, ground); ok {
				return ansi.StringWidth(before[:max(0, strings.LastIndexByte(before, '\x1b'))]), y
			}
		}
	}
	return 0, m.desk.TextTop()
}

// begins returns what a style writes before a text "x".
func begins(rendered string) string {
	before, _, _ := strings.Cut(rendered, "x")
	return before
}

// empty is a frame with nothing on it.
func (m *model) empty() string { return m.look.Cells.Block(nil, m.w, m.h) }
