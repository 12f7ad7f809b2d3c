package rows

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"offprint/ui/keys"
)

// Lines and rows agree with a plain sum over all rows, whichever pages differ.
func TestUnevenRowsAreWhereTheirHeightsPutThem(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(1, 2))
	for range 30 {
		m := &Model{}
		m.SetHeads([]Head{{r.IntN(4), false}, {2, true}})
		n := r.IntN(5 * PageRows)
		heights := slices.Repeat([]int{3}, n)
		for p := 0; p*PageRows < n; p++ {
			if r.IntN(2) == 0 {
				continue
			}
			page := heights[p*PageRows : min(n, (p+1)*PageRows)]
			for i := range page {
				page[i] = 1 + r.IntN(6)
			}
			m.setPage(p, page)
		}
		m.SetEven(n, 3)
		line := m.headLines()
		for i, h := range heights {
			if from, to := m.linesOf(2 + i); from != line || to != line+h {
				t.Fatalf("row %d of %d stands at %d to %d, want %d to %d", i, n, from, to, line, line+h)
			}
			if first, last := m.rowAt(line), m.rowAt(line+h-1); first != 2+i || last != 2+i {
				t.Fatalf("the lines of row %d of %d belong to rows %d to %d", i, n, first-2, last-2)
			}
			line += h
		}
		if m.Height() != line {
			t.Fatalf("%d lines, want %d", m.Height(), line)
		}
	}
}

// tall is a height of 1 to 4 lines that a row always has.
func tall(i int) int { return 1 + i*7%4 }

// Whatever is fetched or dropped above, the cursor's row stays in sight, and
// what is drawn are whole rows in their order.
func TestUnevenListShowsTheCursor(t *testing.T) {
	t.Parallel()
	s, l := numbers(9_000), newList(20)
	l.SetHeights(2, tall)
	drain(l, l.Load(s.fetch, 4_321))
	r := rand.New(rand.NewPCG(3, 4))
	moves := []keys.Action{keys.MoveDown, keys.MoveUp, keys.MovePageDown, keys.MovePageUp, keys.MoveHalfUp, keys.MoveBottom, keys.MoveTop, keys.MoveHalfDown}
	for step := range 600 {
		act(l, moves[min(r.IntN(40)%9, len(moves)-1)])
		at, _ := l.Even()
		lines := l.Lines(func(row int) []string {
			v, ok := l.At(row)
			if !ok {
				t.Fatalf("step %d: row %d is not here", step, row)
			}
			return slices.Repeat([]string{fmt.Sprint(v)}, tall(v))
		})
		if len(lines) != 20 || slices.Contains(lines, "") {
			t.Fatalf("step %d at row %d: %q", step, at, lines)
		}
		if got := count(lines, fmt.Sprint(at)); got != tall(at) {
			t.Fatalf("step %d: %d of %d lines of row %d are in sight: %q", step, got, tall(at), at, lines)
		}
	}
}

func count(lines []string, text string) int {
	n := 0
	for _, l := range lines {
		if l == text {
			n++
		}
	}
	return n
}

// A page that comes in above, a reload and other heights leave the cursor's row on its line.
func TestUnevenListStaysInPlace(t *testing.T) {
	t.Parallel()
	s, l := numbers(1000), newList(20)
	l.SetHeights(2, tall)
	drain(l, l.Load(s.fetch, 505))
	for range 3 {
		act(l, keys.MoveUp)
	}
	from, _ := l.extent()
	off := from - l.top
	drain(l, l.Reload())
	if from, _ := l.extent(); from-l.top != off {
		t.Errorf("after a reload the row stands at line %d, want %d", from-l.top, off)
	}
	l.SetHeights(2, func(i int) int { return 5 - tall(i) })
	if from, _ := l.extent(); from-l.top != off {
		t.Errorf("with other heights the row stands at line %d, want %d", from-l.top, off)
	}
	if at, _ := l.Even(); at != 502 {
		t.Errorf("the cursor is on row %d, want 502", at)
	}
}
