package overlay

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"offprint/ui/nav"
	"offprint/ui/rows/rowstest"
)

// A text of several lines stays one: what is typed goes where the cursor is,
// ctrl+j begins a line, enter ends it all.
func TestAreaKeepsLines(t *testing.T) {
	t.Parallel()
	var got string
	a := NewArea(nav.Ask{Title: "Note", Initial: "first\n\tsecond", Answer: func(s string) tea.Msg { got = s; return nil }})
	press := func(k tea.Key) (tea.Cmd, bool) { return a.Key(tea.KeyPressMsg(k)) }
	for _, r := range " more" {
		press(tea.Key{Text: string(r), Code: r})
	}
	press(tea.Key{Code: 'j', Mod: tea.ModCtrl})
	a.Key(tea.PasteMsg{Content: "third\x1b]52;c;eA==\x07\nfourth"})
	box, x, y := a.Draw(rowstest.Look(), 60, 20)
	shown := ansi.Strip(box)
	for _, want := range []string{"│ first ", "second more ", "│ third", "│ fourth ", "ctrl+j new line"} {
		if !strings.Contains(shown, want) {
			t.Errorf("%q is missing:\n%s", want, shown)
		}
	}
	if cx, cy, ok := a.Cursor(); !ok || cx != 2+len("fourth") || cy != 4 {
		t.Errorf("the cursor is at %d, %d %v in the box at %d, %d:\n%s", cx, cy, ok, x, y, shown)
	}
	cmd, done := press(tea.Key{Code: tea.KeyEnter})
	if !done || cmd == nil {
		t.Fatal("enter does not end it")
	}
	cmd()
	if lines := strings.Split(got, "\n"); len(lines) != 4 || lines[0] != "first" || !strings.HasSuffix(lines[1], "second more") || lines[3] != "fourth" || strings.ContainsRune(got, '\x1b') {
		t.Errorf("answered %q", got)
	}
}

// The box fits every window, and what is typed is in sight.
func TestAreaFits(t *testing.T) {
	t.Parallel()
	a := NewArea(nav.Ask{Title: "Note", Initial: strings.Repeat("Хранители 港口 harbour\n", 40) + "the end"})
	for _, size := range [][2]int{{1, 1}, {7, 3}, {20, 6}, {60, 20}, {160, 45}} {
		box, x, y := a.Draw(rowstest.Look(), size[0], size[1])
		lines := strings.Split(box, "\n")
		for _, l := range lines {
			if n := ansi.StringWidth(l); size[0] > 4 && n+x > size[0] {
				t.Errorf("at %v a line has %d cells from %d on", size, n, x)
			}
		}
		if size[1] > 4 && len(lines)+y > size[1] {
			t.Errorf("at %v the box has %d lines from %d on", size, len(lines), y)
		}
		cx, cy, _ := a.Cursor()
		if size[0] > 40 && (cy >= len(lines) || !strings.Contains(ansi.Strip(lines[cy]), "the end") || cx != 9) {
			t.Errorf("at %v the cursor is at %d, %d:\n%s", size, cx, cy, ansi.Strip(box))
		}
	}
}
