package overlay

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"offprint/reader"
	"offprint/ui/cells"
	"offprint/ui/nav"
	"offprint/ui/theme"
)

func press(name string) tea.KeyPressMsg {
	return map[string]tea.KeyPressMsg{
		"up": {Code: tea.KeyUp}, "down": {Code: tea.KeyDown}, "pgdown": {Code: tea.KeyPgDown},
		"pgup": {Code: tea.KeyPgUp}, "enter": {Code: tea.KeyEnter},
	}[name]
}

// grouped is a choice of six in three groups; what is chosen is its label.
func grouped() *Choice {
	options := []nav.Option{
		{Label: "open", Group: "List"}, {Label: "unfold all groups", Group: "List"},
		{Label: "next", Group: "Article"}, {Label: "sort", Group: "Rows"}, {Label: "copy", Group: "Rows"},
		{Label: "move the other", Group: "Rows"},
	}
	return NewChoice(nav.Choose{Title: "Help", Options: options, Answer: func(i int) tea.Msg { return options[i].Label }})
}

func plain() nav.Look {
	styles := theme.New(theme.Mono, true, colorprofile.Ascii)
	return nav.Look{Styles: &styles, Cells: cells.Measure{}}
}

// chosen presses keys and returns what enter chooses then.
func chosen(t *testing.T, keys ...string) reader.Text {
	t.Helper()
	c := grouped()
	look := plain()
	c.Draw(look, 60, 12)
	for _, k := range keys {
		msg, text := press(k), []rune(k)
		if msg.Code == 0 {
			for _, r := range text {
				c.Key(tea.KeyPressMsg{Code: r, Text: string(r)})
			}
			continue
		}
		c.Key(msg)
	}
	cmd, done := c.Key(press("enter"))
	if !done {
		t.Fatalf("%q chose nothing", keys)
	}
	return cmd().(reader.Text)
}

// The names of groups are no choice: the cursor goes past them either way.
func TestCursorPassesGroups(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		keys string
		want reader.Text
	}{
		{"", "open"}, {"up", "open"}, {"down", "unfold all groups"}, {"down down", "next"},
		{"down down down", "sort"}, {"down down down up", "next"}, {"down down up", "unfold all groups"},
		{"pgdown pgdown pgdown", "move the other"}, {"pgdown pgdown pgdown pgup pgup pgup", "open"},
	} {
		if got := chosen(t, strings.Fields(c.keys)...); got != c.want {
			t.Errorf("%q chose %q, want %q", c.keys, got, c.want)
		}
	}
}

// What begins with the letters typed comes before what only has them in that order.
func TestBestFirst(t *testing.T) {
	t.Parallel()
	for typed, want := range map[string]reader.Text{"o": "open", "so": "sort", "oth": "move the other", "al": "unfold all groups", "rows": "sort"} {
		if got := chosen(t, typed); got != want {
			t.Errorf("%q chose %q, want %q", typed, got, want)
		}
	}
}

// Each group has its name above it once; what is typed takes the names away.
func TestGroupsHaveNames(t *testing.T) {
	t.Parallel()
	c := grouped()
	look := plain()
	box, _, _ := c.Draw(look, 60, 40)
	lines := strings.Split(ansi.Strip(box), "\n")
	var names []string
	for _, l := range lines {
		l = strings.Trim(l, "│ ")
		if l == "List" || l == "Article" || l == "Rows" {
			names = append(names, l)
		}
	}
	if got := strings.Join(names, " "); got != "List Article Rows" {
		t.Errorf("names %q in\n%s", got, ansi.Strip(box))
	}
}

// A detail is whole where the label leaves it room, and has half the row beside
// a label of any length; the row stays within the box.
func TestDetailTakesTheRoomThereIs(t *testing.T) {
	t.Parallel()
	look := plain()
	detail := reader.Text("The Harbour and Valley Reporter · 16 Oct 2025")
	for label, want := range map[reader.Text]string{
		"Ferry": string(detail), "A ferry that nobody needs is built at last, and sleeps all winter": "The Harbour and Valley Reporter",
	} {
		box, _, _ := NewChoice(nav.Choose{Title: "In", Options: []nav.Option{{Label: label, Detail: detail}}}).Draw(look, 80, 24)
		lines := strings.Split(ansi.Strip(box), "\n")
		if !strings.Contains(lines[2], want) || ansi.StringWidth(lines[2]) != ansi.StringWidth(lines[0]) {
			t.Errorf("%q is missing or the row too wide:\n%s", want, strings.Join(lines, "\n"))
		}
	}
}
