package rows

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"offprint/ui/keys"
)

// draw returns lines that name the row they belong to.
func draw(heights func(row int) int) func(int) []string {
	return func(row int) []string {
		var lines []string
		for i := range heights(row) {
			lines = append(lines, fmt.Sprintf("%d.%d", row, i))
		}
		return lines
	}
}

// sample is two heads without a stop, two with one, and 50 rows of 3 lines.
func sample() *Model {
	m := &Model{}
	m.SetHeight(10)
	m.SetHeads([]Head{{4, false}, {2, true}, {1, false}, {2, true}})
	m.SetEven(50, 3)
	return m
}

func (m *Model) heightOf(row int) int {
	from, to := m.linesOf(row)
	return to - from
}

func TestCursorGoesFromStopToStop(t *testing.T) {
	t.Parallel()
	m := sample()
	var got []int
	for range 5 {
		row, ok := m.Row()
		if !ok {
			t.Fatal("the cursor is on no row")
		}
		got = append(got, row)
		m.Move(1)
	}
	if want := "[1 3 4 5 6]"; fmt.Sprint(got) != want {
		t.Errorf("rows %v, want %s", got, want)
	}
	if i, ok := m.Even(); !ok || i != 3 {
		t.Errorf("even row %d %v, want 3", i, ok)
	}
	if m.Stops() != 52 {
		t.Errorf("%d stops, want 52", m.Stops())
	}
}

func TestLinesAreCutAtTheEdges(t *testing.T) {
	t.Parallel()
	m := sample()
	m.SelectEven(2) // its last line is on the screen, with a row's margin
	lines := m.Lines(draw(m.heightOf))
	if len(lines) != 10 {
		t.Fatalf("%d lines, want 10", len(lines))
	}
	text := strings.Join(lines, " ")
	for _, want := range []string{"6.0 6.1 6.2", "7.2"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q does not show %q", text, want)
		}
	}
}

// Above the first stop stands something: going up shows it.
func TestUpFromTheFirstStopShowsTheHead(t *testing.T) {
	t.Parallel()
	m := &Model{}
	m.SetHeight(3)
	m.SetHeads([]Head{{6, false}, {2, true}})
	m.SetEven(5, 1)
	m.SelectEven(3)
	m.Select(0)
	for range 10 {
		m.Move(-1)
	}
	if first, _ := m.Visible(); first != 0 || m.Lines(draw(m.heightOf))[0] != "0.0" {
		t.Errorf("the head is not shown: %q", m.Lines(draw(m.heightOf)))
	}
	for range 10 {
		m.Move(1)
	}
	if row, _ := m.Row(); row < 2 {
		t.Errorf("going down again stays at row %d", row)
	}
}

func TestAListWithoutStopsScrolls(t *testing.T) {
	t.Parallel()
	m := &Model{}
	m.SetHeight(3)
	m.SetHeads([]Head{{10, false}})
	m.Move(2)
	if got := m.Lines(draw(m.heightOf))[0]; got != "0.2" {
		t.Errorf("after two steps down: %s", got)
	}
	m.Page(5)
	if got := m.Lines(draw(m.heightOf))[2]; got != "0.9" {
		t.Errorf("at the end: %s", got)
	}
	m.Page(-5)
	if got := m.Lines(draw(m.heightOf))[0]; got != "0.0" {
		t.Errorf("at the top: %s", got)
	}
}

func TestHeadsKeepTheCursorOnItsEvenRow(t *testing.T) {
	t.Parallel()
	m := sample()
	m.SelectEven(20)
	m.SetHeads([]Head{{1, true}})
	if i, ok := m.Even(); !ok || i != 20 {
		t.Errorf("even row %d %v, want 20", i, ok)
	}
}

// Whatever is done, the cursor's row is in sight unless the screen shows what
// stands above the first, and never more lines are drawn than there are.
func TestAnyMovesKeepTheCursorInSight(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(1, 2))
	actions := []keys.Action{
		keys.MoveDown, keys.MoveUp, keys.MovePageDown, keys.MovePageUp, keys.MoveHalfDown,
		keys.MoveHalfUp, keys.MoveTop, keys.MoveBottom, keys.MovePercent,
	}
	for range 200 {
		m := &Model{}
		m.SetHeight(random.IntN(20))
		var heads []Head
		for range random.IntN(4) {
			heads = append(heads, Head{random.IntN(5), random.IntN(2) == 0})
		}
		m.SetHeads(heads)
		m.SetEven(random.IntN(30), 1+random.IntN(4))
		for range 50 {
			m.Act(keys.Press{Action: actions[random.IntN(len(actions))], Count: random.IntN(5)})
			lines := m.Lines(draw(m.heightOf))
			if want := min(m.height, m.Height()); len(lines) != want {
				t.Fatalf("%d lines are drawn, want %d: %+v", len(lines), want, m)
			}
			from, to := m.extent()
			if m.cursor > 0 && m.height > 0 && (to <= m.top || from >= m.top+m.height) && to > from {
				t.Fatalf("the cursor's lines %d to %d are not in sight: %+v", from, to, m)
			}
		}
	}
}

func TestPageReachesTheEnd(t *testing.T) {
	t.Parallel()
	m := sample()
	for range 40 {
		m.Page(1)
	}
	if i, _ := m.Even(); i != 49 {
		t.Errorf("after many pages down: row %d, want 49", i)
	}
	for range 40 {
		m.Page(-1)
	}
	if m.Cursor() != 0 || m.top != 0 {
		t.Errorf("after many pages up: stop %d, line %d, want the top", m.Cursor(), m.top)
	}
}
