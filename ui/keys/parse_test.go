package keys

import (
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
)

// TestParseKeys: how bindings are written in the settings, and what of them is refused.
func TestParseKeys(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"gg": "g|g", "]q": "]|q", "ctrl+w h": "ctrl+w|h", "space": "space", "alt+down": "alt+down", "x": "x", "ж": "ж", "жж": "ж|ж",
		"f1": "f1", "f12 f": "f12|f", "f": "f", "f1x": "f|1|x", "fi": "f|i", "f:": "f|:", "f/": "f|/", "f0": "f0", "f9": "f9",
		"+": "+", "ctrl+x ctrl+s": "ctrl+x|ctrl+s", "g +": "g|+", "++": "+|+", "abc": "a|b|c",
		"shift+tab": "shift+tab", "alt+ctrl+x": "ctrl+alt+x", "super+shift+ctrl+f5": "ctrl+shift+super+f5", "ctrl+ctrl+x": "ctrl+x",
		"alt+é": "alt+é", " \t x ": "x",
	} {
		got, err := ParseKeys(in)
		if err != nil || strings.Join(got, "|") != want {
			t.Errorf("%q: %q, %v; want %s", in, got, err, want)
		}
	}
	for in, want := range map[string]string{
		"": "names no key", " ": "names no key",
		"hyper+x": `no modifier is called "hyper"`, "Ctrl+x": `no modifier is called "Ctrl"`, "ctrl+hyper+x": `no modifier is called "hyper"`,
		"pagedown":      `no key is called "pagedown"; keys one after the other have blanks`,
		"abcd":          `no key is called "abcd"`,
		"ctrl+pagedown": `no key is called "pagedown"`, "alt+ab": `no key is called "ab"`, "g ctrl+fx": `no key is called "fx"`,
		"ctrl+": `no key is called "ctrl+"`,
	} {
		if got, err := ParseKeys(in); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %q, %v; want %s", in, got, err, want)
		}
	}
}

// TestLabels: bindings as the footer, help and README show them.
func TestLabels(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"g g": "gg", "gg": "gg", "ctrl+w h": "ctrl+w h", "g ctrl+w": "g ctrl+w", "up": "↑", "g left": "g ←", "right down": "→ ↓",
		"alt+up": "alt+up", "pagedown": "pagedown", // what cannot be read stays as it is
	} {
		if got := Label(in); got != want {
			t.Errorf("Label(%q) = %q, want %q", in, got, want)
		}
	}
	m := defaults(t, Overrides{"article": {"next-quote": {}}})
	if got := m.First(NextQuote); got != "" {
		t.Errorf("an action without keys is on %q", got)
	}
	if got := m.First("article.no-such-thing"); got != "" {
		t.Errorf("what is no action is on %q", got)
	}
	if r, ok := m.Row("article.no-such-thing"); ok {
		t.Errorf("what is no action has the row %v", r)
	}
	if len(m.Rows()) != len(Table()) {
		t.Errorf("%d rows of %d", len(m.Rows()), len(Table()))
	}
}

// TestDigitsAreCounts: a digit that begins a binding could never be pressed.
func TestDigitsAreCounts(t *testing.T) {
	t.Parallel()
	for _, k := range []string{"1", "9", "5 x", "5x"} {
		if _, err := New(Overrides{"desk": {"list": {k}}}); err == nil || !strings.Contains(err.Error(), "begins a count") {
			t.Errorf("%q for an action: %v", k, err)
		}
	}
	for _, k := range []string{"0", "g 1", "alt+5", "f5"} {
		m, err := New(Overrides{"desk": {"list": {k}}})
		if err != nil {
			t.Errorf("%q for an action: %v", k, err)
			continue
		}
		var got Press
		r, names := NewReader(m), map[string]tea.KeyPressMsg{"alt+5": {Code: '5', Mod: tea.ModAlt}, "f5": {Code: tea.KeyF5}}
		parts, _ := ParseKeys(k)
		for _, part := range parts {
			msg, ok := names[part]
			if !ok {
				msg = press(part)
			}
			got = r.Press(msg, []Scope{List, Desk, Motion, Global})
		}
		if got.Action != PaneList {
			t.Errorf("%q pressed: %+v", k, got)
		}
	}
}

// TestAnyBindingIsPressed: whatever key a terminal can tell of, a binding of
// its name is called by pressing it.
func TestAnyBindingIsPressed(t *testing.T) {
	t.Parallel()
	codes := []rune{'x', 'é', 'ж', tea.KeyEnter, tea.KeyTab, tea.KeyBackspace, tea.KeyDelete, tea.KeyInsert, tea.KeyUp, tea.KeyDown, tea.KeyLeft,
		tea.KeyRight, tea.KeyHome, tea.KeyEnd, tea.KeyPgUp, tea.KeyPgDown, tea.KeyF1, tea.KeyF12, tea.KeySpace}
	for _, code := range codes {
		for _, mod := range []tea.KeyMod{0, tea.ModCtrl, tea.ModAlt, tea.ModCtrl | tea.ModAlt, tea.ModShift | tea.ModAlt | tea.ModCtrl, tea.ModSuper | tea.ModShift} {
			msg := tea.KeyPressMsg{Code: code, Mod: mod}
			name := keyName(msg)
			parts, err := ParseKeys(name)
			if err != nil || !slices.Equal(parts, []string{name}) {
				t.Errorf("%s cannot be bound: %q, %v", name, parts, err)
			}
		}
	}
}

// FuzzParseKeys: what is read, written with blanks, reads the same, and no
// binding that is accepted panics in a label or as a setting.
func FuzzParseKeys(f *testing.F) {
	for _, s := range []string{"gg", "ctrl+w h", "alt+ctrl+x", "++", "f12", "space space", "5j", "ctrl++", "+a", "\x00"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		parts, err := ParseKeys(s)
		if err != nil {
			if Label(s) != s {
				t.Errorf("%q is no binding and labelled %q", s, Label(s))
			}
			return
		}
		again, err := ParseKeys(strings.Join(parts, " "))
		if err != nil || !slices.Equal(again, parts) {
			t.Errorf("%q reads as %q, which reads as %q, %v", s, parts, again, err)
		}
		if _, err := New(Overrides{"article": {"next-quote": {s}}}); err == nil && Label(s) == "" {
			t.Errorf("%q has no label", s)
		}
	})
}
