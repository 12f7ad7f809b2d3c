package prompt

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"offprint/ui/theme"
)

func special(code rune) tea.KeyPressMsg { return tea.KeyPressMsg{Code: code} }

func letter(r rune) tea.KeyPressMsg { return tea.KeyPressMsg{Code: r, Text: string(r)} }

// TestSelected: what a line was prefilled with goes when something is typed or
// pasted, and at a deletion; other keys keep it to be edited.
func TestSelected(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		msgs []tea.Msg
		want string
	}{
		"nothing":         {nil, "Harbour Board"},
		"letters":         {[]tea.Msg{letter('O'), letter('s')}, "Os"},
		"paste":           {[]tea.Msg{tea.PasteMsg{Content: "Ida\nLund"}}, "Ida Lund"},
		"an empty paste":  {[]tea.Msg{tea.PasteMsg{}}, "Harbour Board"},
		"backspace":       {[]tea.Msg{special(tea.KeyBackspace)}, ""},
		"delete":          {[]tea.Msg{special(tea.KeyDelete), letter('x')}, "x"},
		"left":            {[]tea.Msg{special(tea.KeyLeft), letter('x')}, "Harbour Boarxd"},
		"home":            {[]tea.Msg{special(tea.KeyHome), letter('x')}, "xHarbour Board"},
		"end":             {[]tea.Msg{special(tea.KeyEnd), letter('x')}, "Harbour Boardx"},
		"end, backspace":  {[]tea.Msg{special(tea.KeyEnd), special(tea.KeyBackspace)}, "Harbour Boar"},
		"right, then all": {[]tea.Msg{special(tea.KeyRight), tea.KeyPressMsg{Code: 'u', Mod: tea.ModCtrl}}, ""},
	} {
		m := NewSelected("Harbour Board")
		for _, msg := range c.msgs {
			m.Update(msg)
		}
		if m.Value() != c.want {
			t.Errorf("%s: %q, want %q", name, m.Value(), c.want)
		}
	}
	m := NewSelected("Harbour Board")
	if m.SetValue("Osk"); m.Value() != "Osk" || m.selected {
		t.Errorf("set: %+v", m)
	}
	if m.Update(letter('x')); m.Value() != "Oskx" {
		t.Errorf("after it was set: %q", m.Value())
	}
}

// TestSelectedIsShown: the selection alone is drawn as one, as wide as the line
// is otherwise, and no longer once a key has ended it.
func TestSelectedIsShown(t *testing.T) {
	t.Parallel()
	s := theme.New(theme.Mono, true, colorprofile.TrueColor)
	for _, text := range []string{"Osk", "Хранители 港口", strings.Repeat("harbour ", 9)} {
		plain, m := New(text), NewSelected(text)
		want, got := plain.View(&s, 30), m.View(&s, 30)
		if ansi.Strip(got) != ansi.Strip(want) || m.CursorX() != plain.CursorX() {
			t.Errorf("%q is drawn as %q, want %q", text, got, want)
		}
		if want == got {
			t.Errorf("%q does not look selected: %q", text, got)
		}
		m.Update(special(tea.KeyEnd))
		plain.Update(special(tea.KeyEnd))
		if got := m.View(&s, 30); got != plain.View(&s, 30) {
			t.Errorf("%q still looks selected: %q", text, got)
		}
	}
}
