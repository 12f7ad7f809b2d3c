package ui

import (
	"strings"
	"testing"
	"unicode"

	"offprint/ui/uitest"
)

// startAccessible runs the reader on the demo as it is for somebody who has it read aloud.
func startAccessible(t testing.TB, w, h int) (*uitest.Driver, *model) {
	t.Helper()
	o := options(t, openDemo(t))
	o.Accessible, o.Desk.Linear = true, true
	m := newModel(o)
	return uitest.New(t, m, w, h), m
}

// No screen shows lines, boxes and signs, or two things beside each other, and
// the cursor is always somewhere.
func TestLinear(t *testing.T) {
	t.Parallel()
	for name, keys := range map[string]string{
		"list": "", "list, moved": "j j j", "folded": "za j", "starred": "* j", "selected": "x j x", "article": "enter", "scrolled": "enter space",
		"quotes": "enter alt+3 j", "entities": "enter alt+4 j", "help": "?", "palette": ":", "about": "enter gi", "archive": "ge", "all quotes": "gq",
		"highlights": "gm", "imports": "I", "search": "s d r e d g", "entity": "ge enter", "filter": "/ d r e d g enter",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d, m := startAccessible(t, 80, 24)
			d.Keys(keys)
			text := d.Text()
			for _, r := range text {
				if r >= 0x2500 && r <= 0x25ff || strings.ContainsRune("★✓❝≈", r) || unicode.Is(unicode.Braille, r) {
					t.Errorf("%q is on the screen:\n%s", r, text)
					break
				}
			}
			if c := m.View().Cursor; c == nil || c.X < 0 || c.X >= 80 || c.Y < 0 || c.Y >= 24 {
				t.Errorf("the cursor is nowhere: %v", c)
			}
		})
	}
}

// The cursor goes with the chosen row, in lists and boxes, and to the text of an article.
func TestLinearCursor(t *testing.T) {
	t.Parallel()
	d, m := startAccessible(t, 80, 24)
	line := func() string {
		t.Helper()
		return d.Frame()[m.View().Cursor.Y]
	}
	d.Keys("j")
	first := line()
	if !strings.Contains(first, ">") {
		t.Errorf("the cursor is on %q, want the chosen row", first)
	}
	d.Keys("j")
	if second := line(); second == first || !strings.Contains(second, ">") {
		t.Errorf("the cursor is on %q after %q", second, first)
	}
	d.Keys("*")
	if !strings.Contains(line(), "starred") {
		t.Errorf("the row does not say that it is starred: %q", line())
	}
	d.Keys("enter")
	begins := m.View().Cursor.Y
	if text := line(); begins < 3 || !strings.HasPrefix(text, "      ") || strings.TrimSpace(d.Frame()[begins-1]) != "" {
		t.Errorf("the cursor is on line %d of the article, %q, want the first of its text", begins, text)
	}
	d.Keys("n n")
	if y := m.View().Cursor.Y; y == begins || !strings.Contains(line(), " 2  ") {
		t.Errorf("the cursor is on %q after going to a quote", line())
	}
	d.Keys("gt") // a box or a screen may open; the cursor is within it
	if m.View().Cursor == nil {
		t.Error("no cursor")
	}
}

// However wide the window is, one thing is shown at a time.
func TestLinearWide(t *testing.T) {
	t.Parallel()
	d, _ := startAccessible(t, 200, 40)
	shows(t, d, "unread")
	lacks(t, d, "QUOTES", "min ·")
	d.Keys("enter")
	lacks(t, d, "ARTICLES", "QUOTES")
	d.Keys("alt+3")
	shows(t, d, "QUOTES")
}

// A notice stays until a key is pressed.
func TestLinearNotice(t *testing.T) {
	t.Parallel()
	d, _ := startAccessible(t, 80, 24)
	d.Keys("D")
	if last := d.Frame()[23]; !strings.Contains(last, "eleted") && !strings.Contains(last, "rash") {
		t.Fatalf("no notice: %q", last)
	}
	d.Keys("j")
	if last := d.Frame()[23]; strings.Contains(last, "eleted") {
		t.Errorf("the notice is still there: %q", last)
	}
}
