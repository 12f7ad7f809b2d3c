package keys

import (
	"testing"

	tea "charm.land/bubbletea/v2"
)

// TestOtherLayouts: a key is known by its place where the letter on it means
// nothing: told by the terminal, or by the Cyrillic layouts.
func TestOtherLayouts(t *testing.T) {
	t.Parallel()
	scopes := []Scope{Article, Desk, Motion, Global}
	for name, c := range map[string]struct {
		msg  tea.KeyPressMsg
		want Action
	}{
		"j on a Greek layout":          {tea.KeyPressMsg{Code: 'ξ', Text: "ξ", BaseCode: 'j'}, MoveDown},
		"G on a Greek layout":          {tea.KeyPressMsg{Code: 'γ', Text: "Γ", BaseCode: 'g', Mod: tea.ModShift}, MoveBottom},
		"G on a Russian layout":        {tea.KeyPressMsg{Code: 'п', Text: "П", Mod: tea.ModShift}, MoveBottom},
		"a base that is no Latin one":  {tea.KeyPressMsg{Code: 'ξ', Text: "ξ", BaseCode: 'ж'}, ""},
		"ctrl held":                    {tea.KeyPressMsg{Code: 'ξ', BaseCode: 'j', Mod: tea.ModCtrl}, ""},
		"its own letter goes first":    {tea.KeyPressMsg{Code: 'k', Text: "k", BaseCode: 'j'}, MoveUp},
		"a letter of no known layout":  {tea.KeyPressMsg{Code: '橋', Text: "橋"}, ""},
		"down told as an arrow":        {tea.KeyPressMsg{Code: tea.KeyDown}, MoveDown},
		"a base that is no key either": {tea.KeyPressMsg{Code: 'ξ', Text: "ξ", BaseCode: '~'}, ""},
	} {
		got := NewReader(defaults(t, nil)).Press(c.msg, scopes)
		if got.Action != c.want || got.Unbound != (c.want == "") {
			t.Errorf("%s: %+v, want %q", name, got, c.want)
		}
	}
}

// TestPendingIsTold: the footer shows a count and the keys typed so far, until
// they are used, given up or mean nothing.
func TestPendingIsTold(t *testing.T) {
	t.Parallel()
	scopes := []Scope{Article, Desk, Motion, Global}
	r := NewReader(defaults(t, nil))
	state := func() (string, string, bool) {
		typed, count, any := r.Pending()
		s := ""
		for _, k := range typed {
			s += k
		}
		return s, count, any
	}
	for _, step := range []struct {
		key          string
		typed, count string
	}{
		{"1", "", "1"}, {"0", "", "10"}, {"g", "g", "10"}, {"esc", "", ""}, // given up
		{"g", "g", ""}, {"g", "", ""}, // used
		{"4", "", "4"}, {"~", "", ""}, // means nothing
		{"m", "m", ""}, {"esc", "", ""}, {"m", "m", ""}, {"ctrl+d", "", ""},
		{"7", "", "7"}, {"esc", "", ""},
		{"g", "g", ""}, {"5", "", ""}, // a digit behind a prefix is no count
		{"1", "", "1"}, {"2", "", "12"}, {"3", "", "123"}, {"4", "", "1234"}, {"5", "", "12345"}, {"6", "", "123456"}, {"7", "", "1234567"},
		{"8", "", "1234567"}, // no list is as long
	} {
		r.Press(press(step.key), scopes)
		typed, count, any := state()
		if typed != step.typed || count != step.count || any != (typed != "" || count != "") {
			t.Fatalf("after %s: %q %q %v, want %q %q", step.key, typed, count, any, step.typed, step.count)
		}
	}
	if got := r.Press(press("j"), scopes); got != (Press{Action: MoveDown, Count: 1234567}) {
		t.Errorf("a long count: %+v", got)
	}
	r.Press(press("g"), scopes)
	r.Reset()
	if _, _, any := r.Pending(); any {
		t.Error("keys are pending after a reset")
	}
}

// TestLetterArguments: the key after m is its letter, whatever it is bound to,
// and a count before it is kept.
func TestLetterArguments(t *testing.T) {
	t.Parallel()
	scopes := []Scope{Article, Desk, Motion, Global}
	for _, c := range []struct {
		keys []string
		want Press
	}{
		{[]string{"m", "j"}, Press{Action: SetMark, Arg: 'j'}},
		{[]string{"m", "5"}, Press{Action: SetMark, Arg: '5'}},
		{[]string{"3", "m", "q"}, Press{Action: SetMark, Arg: 'q', Count: 3}},
		{[]string{"m", "ж"}, Press{Action: SetMark, Arg: 'ж'}},
		{[]string{"m", "space"}, Press{Unbound: true}},
		{[]string{"m", "ctrl+d"}, Press{Unbound: true}},
		{[]string{"m", "esc"}, Press{}},
		{[]string{"m", "esc", "j"}, Press{Action: MoveDown}},
	} {
		r := NewReader(defaults(t, nil))
		var got Press
		for _, k := range c.keys {
			got = r.Press(press(k), scopes)
		}
		if got != c.want {
			t.Errorf("%v: %+v, want %+v", c.keys, got, c.want)
		}
	}
	if n := (Press{}).N(); n != 1 {
		t.Errorf("no count is %d times", n)
	}
	if n := (Press{Count: 4}).N(); n != 4 {
		t.Errorf("a count of 4 is %d times", n)
	}
}

// noted writes down what a window or a list was told to do.
type noted struct {
	did   string
	by    float64
	lines int
}

func (n *noted) ScrollBy(k int)        { n.did, n.by = "scroll", float64(k) }
func (n *noted) FullPage(k int)        { n.did, n.by = "full", float64(k) }
func (n *noted) HalfPage(k int)        { n.did, n.by = "half", float64(k) }
func (n *noted) Top()                  { n.did = "top" }
func (n *noted) Bottom()               { n.did = "bottom" }
func (n *noted) GotoPart(part float64) { n.did, n.by = "part", part }
func (n *noted) Move(k int)            { n.did, n.by = "move", float64(k) }
func (n *noted) Page(part float64)     { n.did, n.by = "page", part }
func (n *noted) Select(i int)          { n.did, n.by = "select", float64(i) }
func (n *noted) Len() int              { return n.lines }
func (n *noted) Percent(percent int)   { n.did, n.by = "percent", float64(percent) }

// TestMotions: what each motion does to a window and to a list, with a count and without.
func TestMotions(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		press        Press
		window, list string
		wby, lby     float64
	}{
		{Press{Action: MoveDown}, "scroll", "move", 1, 1},
		{Press{Action: MoveUp, Count: 3}, "scroll", "move", -3, -3},
		{Press{Action: MovePageDown, Count: 2}, "full", "page", 2, 2},
		{Press{Action: MovePageUp}, "full", "page", -1, -1},
		{Press{Action: MoveHalfDown}, "half", "page", 1, 0.5},
		{Press{Action: MoveHalfUp, Count: 3}, "half", "page", -3, -1.5},
		{Press{Action: MoveTop}, "top", "select", 0, 0},
		{Press{Action: MoveBottom}, "bottom", "select", 0, 9},
		{Press{Action: MovePercent, Count: 50}, "part", "percent", 0.5, 50},
		{Press{Action: MovePercent, Count: 900}, "part", "percent", 1, 900},
		{Press{Action: Quit}, "", "", 0, 0},
		{Press{}, "", "", 0, 0},
	} {
		var w noted
		if known := Scroll(&w, c.press); known != (c.window != "") || w.did != c.window || w.by != c.wby {
			t.Errorf("a window, %+v: %v, %s %v; want %s %v", c.press, known, w.did, w.by, c.window, c.wby)
		}
		l := noted{lines: 10}
		if known := Move(&l, c.press); known != (c.list != "") || l.did != c.list || l.by != c.lby {
			t.Errorf("a list, %+v: %v, %s %v; want %s %v", c.press, known, l.did, l.by, c.list, c.lby)
		}
	}
}
