package keys

import (
	"strings"
	"testing"
)

// slowDistance is the Levenshtein distance by its definition.
func slowDistance(a, b string) int {
	if a == "" || b == "" {
		return len(a) + len(b)
	}
	if a[0] == b[0] {
		return slowDistance(a[1:], b[1:])
	}
	return 1 + min(slowDistance(a[1:], b), slowDistance(a, b[1:]), slowDistance(a[1:], b[1:]))
}

// TestDistance: the nearest name is found by the distance of Levenshtein.
func TestDistance(t *testing.T) {
	t.Parallel()
	names := []string{"", "a", "ab", "ba", "quote", "qoute", "quota", "quit", "next", "text", "extra"}
	for _, a := range names {
		for _, b := range names {
			if got, want := distance(a, b), slowDistance(a, b); got != want {
				t.Errorf("%q and %q are %d apart, want %d", a, b, got, want)
			}
		}
	}
	m := defaults(t, nil)
	for typed, want := range map[Action]Action{
		"article.next-quot": NextQuote, "motion.dwn": MoveDown, "global.qit": Quit, "motion.page-dn": MovePageDown,
	} {
		if got := m.nearest(typed); got != want {
			t.Errorf("nearest to %s is %s, want %s", typed, got, want)
		}
	}
}

// TestClashes: keys that begin others are refused both ways round, in one
// scope and in scopes that hold together; elsewhere they are free.
func TestClashes(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		o    Overrides
		want string // "" is none
	}{
		{Overrides{"article": {"next-quote": {"m x"}}}, `article.set-mark`},                                                // m takes a letter
		{Overrides{"article": {"next-quote": {"] q x"}, "previous-quote": {"] q"}}}, "of which one begins with the other"}, // in one scope
		{Overrides{"article": {"next-quote": {"] q"}, "previous-quote": {"] q x"}}}, "of which one begins with the other"},
		{Overrides{"list": {"select": {"f9 x"}}, "desk": {"list": {"f9"}}}, "of which one begins with the other"}, // in scopes that hold together
		{Overrides{"list": {"select": {"f9"}}, "desk": {"list": {"f9 x"}}}, "of which one begins with the other"},
		{Overrides{"list": {"select": {"f9"}}, "desk": {"list": {"f9"}}}, `are both on "f9"`},
		{Overrides{"list": {"select": {"f9"}}, "rows": {"open": {"f9"}}}, ""}, // the two never hold together
		{Overrides{"list": {"select": {"f9"}}, "article": {"next-quote": {"f9"}}}, ""},
		{Overrides{"list": {"select": {"f9", "f 9"}}}, ""},
	} {
		_, err := New(c.o)
		if (err == nil) != (c.want == "") || err != nil && !strings.Contains(err.Error(), c.want) {
			t.Errorf("%v: %v, want %q", c.o, err, c.want)
		}
	}
}

// TestScopesHaveNames: help and README have a heading for every scope of the table.
func TestScopesHaveNames(t *testing.T) {
	t.Parallel()
	for _, r := range Table() {
		if s := r.Action.Scope(); s.Heading() == string(s) || s.Heading() == "" {
			t.Errorf("%s has no heading", s)
		}
	}
	if got := Scope("other").Heading(); got != "other" {
		t.Errorf("a scope that is none is headed %q", got)
	}
	text := Markdown()
	for _, r := range Table() {
		if has := strings.Contains(text, strings.ReplaceAll(r.Help, "|", `\|`)); len(r.Keys) > 0 && !has {
			t.Errorf("the README's table leaves out %s", r.Action)
		}
	}
	if strings.Contains(text, "| ` ` |") || strings.Contains(text, "|  |") {
		t.Error("a row without keys or help")
	}
}
