package rows

import (
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"offprint/reader"
	"offprint/store"
	"offprint/ui/cells"
	"offprint/ui/rows/rowstest"
)

func TestMarkedShowsTheFirstHit(t *testing.T) {
	t.Parallel()
	line := reader.Text("The council of the lower valley voted on Tuesday to open the sluice for the first time in eleven years")
	at := strings.Index(string(line), "sluice")
	marks := []reader.Span{{Start: at, End: at + len("sluice")}}
	look := rowstest.Look()
	for w := 1; w < 130; w++ {
		drawn := Marked(look, line, marks, w)
		if got := ansi.StringWidth(drawn); got > w {
			t.Fatalf("%d cells, want at most %d", got, w)
		}
		if w >= 20 && !strings.Contains(drawn, look.Styles.Match.Hit.Render("sluice")) {
			t.Errorf("in %d cells the hit is not marked: %q", w, ansi.Strip(drawn))
		}
	}
	if got := ansi.Strip(Marked(look, line, nil, 200)); got != string(line) {
		t.Errorf("whole line: %q", got)
	}
}

// Marks that do not fit the line, or overlap, do no harm.
func TestMarkedWithForeignMarks(t *testing.T) {
	t.Parallel()
	line := reader.Text("für 中国 ok")
	for _, marks := range [][]reader.Span{
		{{Start: 90, End: 99}},
		{{Start: 2, End: 1}},
		{{Start: 1, End: 3}, {Start: 2, End: 7}},
		{{Start: -4, End: 2}},
	} {
		drawn := ansi.Strip(Marked(rowstest.Look(), line, marks, 40))
		if !strings.Contains(drawn, "ok") {
			t.Errorf("marks %v: %q", marks, drawn)
		}
	}
}

func TestWrappedSaysWhenThereIsMore(t *testing.T) {
	t.Parallel()
	var c cells.Measure
	text := reader.Text("one two three four five six seven")
	got := Wrapped(c, text, 10, 2)
	if len(got) != 2 || !strings.HasSuffix(got[1], "…") {
		t.Errorf("%q, want two lines, the last with an ellipsis", got)
	}
	if got := Wrapped(c, "one two", 10, 2); len(got) != 1 || got[0] != "one two" {
		t.Errorf("%q, want one line", got)
	}
	long := reader.CleanLine(strings.Repeat("word ", 1000))
	if got := Wrapped(c, long, 2000, 2); !strings.HasSuffix(got[len(got)-1], "…") {
		t.Errorf("a text that was cut does not say so: %q", got[len(got)-1][1100:])
	}
}

func TestMonths(t *testing.T) {
	t.Parallel()
	months := []store.Month{
		{Year: 2025, Month: time.November, Count: 8},
		{Year: 2026, Month: time.January, Count: 1},
	}
	lines := Months(rowstest.Look(), months, 40)
	if got, want := ansi.Strip(lines[0]), "█ ▁"; got != want {
		t.Errorf("bars %q, want %q", got, want)
	}
	if got, want := ansi.Strip(lines[1]), "Nov 2025 – Jan 2026 · at most 8 i…"; !strings.HasPrefix(got, want[:30]) {
		t.Errorf("label %q", got)
	}
	var many []store.Month
	for y := 1900; y < 2026; y++ {
		many = append(many, store.Month{Year: y, Month: time.May, Count: y})
	}
	for w := 1; w < 60; w++ {
		for _, l := range Months(rowstest.Look(), many, w) {
			if got := ansi.StringWidth(l); got > w {
				t.Fatalf("%d cells, want at most %d: %q", got, w, ansi.Strip(l))
			}
		}
	}
	if Months(rowstest.Look(), nil, 40) != nil {
		t.Error("no counts draw something")
	}
}

func TestDaysAndNumbers(t *testing.T) {
	t.Parallel()
	now := rowstest.Now()
	for _, c := range []struct {
		got, want reader.Text
	}{
		{Day(time.Time{}, now), "no date"},
		{Day(now.Add(-3*time.Hour), now), "Today"},
		{Day(now.AddDate(0, 0, -1), now), "Yesterday"},
		{Day(time.Date(2024, 4, 19, 0, 0, 0, 0, time.UTC), now), "19 Apr 2024"},
		{Between(now.AddDate(-1, 0, 0), now, now), "15 Jan 2025 – Today"},
		{Between(now, now, now), "Today"},
		{Number(0), "0"},
		{Number(999), "999"},
		{Number(100412), "100,412"},
		{Number(-1234567), "-1,234,567"},
		{Counted(1, "article", "articles"), "1 article"},
		{Counted(2113, "article", "articles"), "2,113 articles"},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}

// The right part of a first line has half of it and more where the left part is
// short; the left part is never cut for more than half.
func TestTitleShares(t *testing.T) {
	t.Parallel()
	look := rowstest.Look()
	right := reader.CleanLine(strings.Repeat("right ", 30))
	for left, want := range map[reader.Text]int{"x": 64, reader.CleanLine(strings.Repeat("left ", 8)): 54, reader.CleanLine(strings.Repeat("left ", 30)): 48} {
		if got := Rightmost(look, left, 100); got != want {
			t.Errorf("beside %d cells: %d, want %d", len(left), got, want)
		}
		line := ansi.Strip(Title(look, left, right, look.Styles.Text, 100, false))
		if n := ansi.StringWidth(line); n > 100 || !strings.Contains(line, "…") {
			t.Errorf("%q has %d cells", line, n)
		}
	}
}
