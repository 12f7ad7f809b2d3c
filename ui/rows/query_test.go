package rows

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"github.com/charmbracelet/x/ansi"

	"offprint/store/query"
	"offprint/ui/rows/rowstest"
)

func typed(q *Query, text string) (asked int) {
	for _, r := range text {
		if q.Type(tea.KeyPressMsg{Code: r, Text: string(r)}) {
			asked++
		}
	}
	return asked
}

func tab(q *Query) bool { return q.Type(tea.KeyPressMsg{Code: tea.KeyTab}) }

func TestQueryKeepsTheLastThatCouldBeRead(t *testing.T) {
	t.Parallel()
	q := NewQuery("")
	q.Edit()
	typed(q, "iran (")
	if q.Err() == nil || q.Query().String() != "iran*" {
		t.Errorf("err %v, query %q; want an error and iran*", q.Err(), q.Query().String())
	}
	typed(q, "a)")
	if q.Err() != nil {
		t.Errorf("closed: %v", q.Err())
	}
	typed(q, " (")
	if q.End(true); q.Text() != "iran (a) (" || q.Err() == nil || !q.Typing() {
		t.Errorf("after enter: %q %v, want it to be typed on", q.Text(), q.Err())
	}
	typed(q, "b)")
	if q.End(true); q.Text() != "iran a b*" || q.Err() != nil || q.Typing() {
		t.Errorf("after enter: %q %v, want it kept", q.Text(), q.Err())
	}
}

func TestQueryComesBackWithEsc(t *testing.T) {
	t.Parallel()
	q := NewQuery("said:lavrov")
	q.Edit()
	typed(q, " x")
	if !q.End(false) || q.Text() != "said:lavrov" {
		t.Errorf("after esc: %q", q.Text())
	}
	q.Edit()
	if q.End(true); q.Text() != "said:lavrov" {
		t.Errorf("nothing was typed, yet it is %q", q.Text())
	}
	q.Edit()
	if q.End(false) {
		t.Error("nothing was typed, yet it is another query")
	}
}

func TestComplaintPointsAtThePlace(t *testing.T) {
	t.Parallel()
	q := NewQuery("")
	q.Edit()
	typed(q, "nato bye:meyer")
	lines := q.Head(rowstest.Look(), 60, "SEARCH", "")
	if len(lines) < 3 {
		t.Fatalf("%d lines, want the line, the marks and the reason", len(lines))
	}
	line, marks := ansi.Strip(lines[0]), ansi.Strip(lines[1])
	if at := strings.Index(line, "bye"); at != strings.Index(marks, "^^^") || strings.Count(marks, "^") != 3 {
		t.Errorf("%q\n%q: the marks do not stand under bye", line, marks)
	}
	if reason := ansi.Strip(lines[2]); !strings.Contains(reason, "there is no such field") {
		t.Errorf("reason %q", reason)
	}
	for _, l := range lines {
		if w := ansi.StringWidth(l); w > 60 {
			t.Errorf("%q is %d cells wide", ansi.Strip(l), w)
		}
	}
}

func TestTabCompletes(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		typed string
		tabs  int
		want  string
	}{
		{"so", 1, "source:"},
		{"iran b", 1, "iran by:"},
		{"iran b", 2, "iran before:"},
		{"iran b", 3, "iran by:"},
		{"-is:st", 1, "-is:starred"},
		{"has:", 2, "has:highlights"},
		{"source:the", 1, `source:"The Reporter"`},
		{`source:"the`, 1, `source:"The Reporter"`},
		{"tag:wa", 1, "tag:water"},
		{"zzz", 1, "zzz"},
	} {
		q := NewQuery("")
		q.SetValues("source", []string{"Ember", "The Reporter"})
		q.SetValues("tag", []string{"water"})
		q.Edit()
		typed(q, c.typed)
		for range c.tabs {
			tab(q)
		}
		if q.Text() != c.want {
			t.Errorf("%q and %d tabs: %q, want %q", c.typed, c.tabs, q.Text(), c.want)
		}
	}
}

func TestTermCanBeWritten(t *testing.T) {
	t.Parallel()
	q := Term(query.FieldSaid, `Dwayne "The Rock" Johnson`)
	again, err := query.Parse(q.String())
	if err != nil || again.String() != q.String() {
		t.Errorf("%q: %v", q.String(), err)
	}
}

func TestWordsLeaveFieldsOut(t *testing.T) {
	t.Parallel()
	q, err := query.Parse(`river "lower valley" -opinion said:meyer (dam OR lake*)`)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := Words(q), "river lower valley dam lake"; got != want {
		t.Errorf("words %q, want %q", got, want)
	}
}
