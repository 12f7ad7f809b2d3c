package keys

import (
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
)

func press(s string) tea.KeyPressMsg {
	switch s {
	case "esc":
		return tea.KeyPressMsg{Code: tea.KeyEscape}
	case "space":
		return tea.KeyPressMsg{Code: tea.KeySpace, Text: " "}
	case "ctrl+d":
		return tea.KeyPressMsg{Code: 'd', Mod: tea.ModCtrl}
	}
	r := []rune(s)[0]
	return tea.KeyPressMsg{Code: r, Text: s}
}

func defaults(t *testing.T, o Overrides) *Map {
	t.Helper()
	m, err := New(o)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestDefaultsDoNotClash(t *testing.T) {
	t.Parallel()
	m := defaults(t, nil)
	// Scopes that hold together: a key of the inner must not be a prefix of a key of the outer, or the reverse.
	for _, scopes := range [][]Scope{{List, Desk, Motion, Global}, {Article, Desk, Motion, Global}, {Quotes, Desk, Motion, Global}, {Entities, Desk, Motion, Global}, {Rows, Motion, Global}} {
		all := map[string]Action{}
		for _, s := range scopes {
			for seq, a := range m.bound[s] {
				if _, taken := all[seq]; !taken {
					all[seq] = a
				}
			}
		}
		for seq, a := range all {
			for other, b := range all {
				if strings.HasPrefix(other, seq+" ") {
					t.Errorf("%s (%s) hides %s (%s)", a, seq, b, other)
				}
			}
		}
	}
}

func TestEveryActionIsExplained(t *testing.T) {
	t.Parallel()
	seen := map[Action]bool{}
	for _, r := range Table() {
		if r.Help == "" || r.Action.Scope() == "" {
			t.Errorf("%q has no help or no scope", r.Action)
		}
		if seen[r.Action] {
			t.Errorf("%s stands twice in the table", r.Action)
		}
		seen[r.Action] = true
	}
}

func TestReader(t *testing.T) {
	t.Parallel()
	scopes := []Scope{Article, Desk, Motion, Global}
	for _, tc := range []struct {
		keys string
		want Press
	}{
		{"j", Press{Action: MoveDown}},
		{"5 j", Press{Action: MoveDown, Count: 5}},
		{"1 0 j", Press{Action: MoveDown, Count: 10}},
		{"g g", Press{Action: MoveTop}},
		{"5 0 %", Press{Action: MovePercent, Count: 50}},
		{"] q", Press{Action: NextQuote}},
		{"3 ] q", Press{Action: NextQuote, Count: 3}},
		{"m a", Press{Action: SetMark, Arg: 'a'}},
		{"' '", Press{Action: GoMark, Arg: '\''}},
		{"g esc j", Press{Action: MoveDown}},
		{"5 esc j", Press{Action: MoveDown}},
		{"ctrl+d", Press{Action: MoveHalfDown}},
		{"о", Press{Action: MoveDown}}, // j on a Russian layout
		{"п п", Press{Action: MoveTop}},
		{"g ~", Press{Unbound: true}},
		{"~", Press{Unbound: true}},
	} {
		r := NewReader(defaults(t, nil))
		var got Press
		for _, k := range strings.Fields(tc.keys) {
			got = r.Press(press(k), scopes)
		}
		if got != tc.want {
			t.Errorf("%s: got %+v, want %+v", tc.keys, got, tc.want)
		}
		if _, _, pending := r.Pending(); pending {
			t.Errorf("%s: keys are left pending", tc.keys)
		}
	}
}

func TestInnerScopeWins(t *testing.T) {
	t.Parallel()
	r := NewReader(defaults(t, nil))
	if got := r.Press(press("b"), []Scope{Select, Article, Motion}); got.Action != SelWordBack {
		t.Errorf("b while selecting: got %s", got.Action)
	}
	if got := r.Press(press("b"), []Scope{Article, Motion}); got.Action != MovePageUp {
		t.Errorf("b while reading: got %s", got.Action)
	}
}

func TestOverrides(t *testing.T) {
	t.Parallel()
	defaults(t, Overrides{"motion": {"down": {"ctrl+j"}}, "list": {"select": {"j"}}})                     // the other has moved away
	defaults(t, Overrides{"select": {"word-back": {"b"}}, "list": {"sort": {"x"}, "select": {"ctrl+x"}}}) // as it was, and exchanged
	m := defaults(t, Overrides{"article": {"next-quote": {"alt+down", "gj"}}})
	if got := m.First(NextQuote); got != "alt+down" {
		t.Errorf("first key: got %q", got)
	}
	r := NewReader(m)
	r.Press(press("g"), []Scope{Article, Motion})
	if got := r.Press(press("j"), []Scope{Article, Motion}); got.Action != NextQuote {
		t.Errorf("gj: got %+v", got)
	}
	for _, tc := range []struct {
		o    Overrides
		want string
	}{
		{Overrides{"article": {"next-qoute": {"x"}}}, `did you mean "article.next-quote"?`},
		{Overrides{"article": {"next-quote": {"n"}}}, `are both on "n"`},
		{Overrides{"motion": {"down": {"x", "n"}}}, `motion.down and list.select are both on "x"`},
		{Overrides{"list": {"select": {"g"}}}, `"g"`},
		{Overrides{"motion": {"down": {"n o"}}}, `motion.down is on "no" and article.next on "n", of which one begins with the other`},
		{Overrides{"motion": {"down": {"pagedown"}}}, `no key is called "pagedown"`},
		{Overrides{"list": {"select": {"j"}}}, `list.select and motion.down are both on "j"`},
		{Overrides{"article": {"next-quote": {"hyper+x"}}}, `no modifier is called "hyper"`},
		{Overrides{"article": {"next-quote": {""}}}, "names no key"},
	} {
		if _, err := New(tc.o); err == nil || !strings.Contains(err.Error(), tc.want) {
			t.Errorf("%v: got %v, want %q", tc.o, err, tc.want)
		}
	}
}

func TestContinuations(t *testing.T) {
	t.Parallel()
	m := defaults(t, nil)
	rows := m.Continuations([]string{"y"}, []Scope{Article, Global})
	var labels []string
	for _, r := range rows {
		labels = append(labels, r.Keys[0])
	}
	slices.Sort(labels)
	if got := strings.Join(labels, ""); got != "bclmpqy" {
		t.Errorf("after y: got %q", got)
	}
}

// Words that find an action, too, are those of one that there is, and none that its help has.
func TestAlso(t *testing.T) {
	t.Parallel()
	help := map[Action]string{}
	for _, r := range Table() {
		help[r.Action] = r.Help
	}
	for a, words := range also {
		said, ok := help[a]
		if !ok {
			t.Errorf("%s is no action", a)
		}
		for w := range strings.FieldsSeq(words) {
			if slices.Contains(strings.Fields(said), w) {
				t.Errorf("%s is found by %q as it is", a, w)
			}
		}
	}
}
