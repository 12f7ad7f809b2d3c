package picker

import (
	"math/rand/v2"
	"testing"
)

// The cursor is always in the list and on the screen, and the screen is never
// emptier than it must be, whatever is done.
func TestCursorStaysVisible(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(1, 2))
	var m Model
	for i := range 20000 {
		switch r.IntN(8) {
		case 0:
			m.SetLength(r.IntN(60))
		case 1:
			m.SetHeight(r.IntN(20))
		case 2:
			m.Move(r.IntN(30) - 15)
		case 3:
			m.Select(r.IntN(80) - 10)
		case 4:
			m.Page(float64(r.IntN(5)-2) / 2)
		case 5:
			m.Scroll(r.IntN(9) - 4)
		case 6:
			m.Percent(r.IntN(120) - 10)
		case 7:
			m.RowAt(r.IntN(30) - 3)
		}
		first, end := m.Visible()
		if m.Len() > 0 && m.Height() > 0 && (m.Cursor() < first || m.Cursor() >= end) {
			t.Fatalf("step %d: cursor %d outside %d..%d", i, m.Cursor(), first, end)
		}
		if want := min(m.Len(), m.Height()); end-first != want {
			t.Fatalf("step %d: %d rows visible of %d in %d lines", i, end-first, m.Len(), m.Height())
		}
	}
}

func TestRowAt(t *testing.T) {
	t.Parallel()
	var m Model
	m.SetHeight(5)
	m.SetLength(100)
	m.Select(50)
	first, _ := m.Visible()
	if row, ok := m.RowAt(2); !ok || row != first+2 {
		t.Errorf("RowAt(2) = %d, %v; want %d", row, ok, first+2)
	}
	if _, ok := m.RowAt(5); ok {
		t.Error("a line below the list has a row")
	}
}
