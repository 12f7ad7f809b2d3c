// Package rows is what screens that list places in articles share: a list of
// rows of several lines that is fetched page by page, the line in which its
// query is typed, and how an article, a line of its text and a count by month
// are drawn.
//
// [List] is where to begin: it fetches its rows in commands and draws those
// that are in sight. Under it lies [Model], which counts lines and knows where
// the cursor is; it holds no rows. [Query] is the line at the top, [Line] one
// that is no query. naming.go asks what the user knows better than the makers:
// who said a quote, which name is another's.
package rows

import (
	"slices"
	"sort"

	"offprint/ui/keys"
)

// Head is one row that stands before the even rows of a list.
type Head struct {
	Lines int  // its height
	Stop  bool // the cursor stops at it
}

// Model counts the lines of a list and keeps its cursor. Rows count from 0:
// first the heads, of any height, then rows of one height, or nearly: see
// uneven.go. The cursor goes from stop to stop: over some of the heads and over
// every even row. Nothing in it walks the even rows. The zero value is an empty list.
type Model struct {
	starts []int        // first line of each head, and the line after the last
	stops  []int        // the heads at which the cursor stops
	tail   int          // even rows
	each   int          // their height, at least 1 if there are any
	uneven map[int]page // those of another height

	height int // lines on the screen
	cursor int // a stop, counted from 0
	top    int // first line on the screen
}

// SetHeads says what stands before the even rows. The cursor stays on its even row if it is on one.
func (m *Model) SetHeads(heads []Head) {
	row, on := m.Even()
	m.starts, m.stops = make([]int, len(heads)+1), nil
	for i, h := range heads {
		m.starts[i+1] = m.starts[i] + max(0, h.Lines)
		if h.Stop {
			m.stops = append(m.stops, i)
		}
	}
	if on {
		m.SelectEven(row)
		return
	}
	m.Select(m.cursor)
}

// SetEven says how many even rows there are and how many lines each takes.
func (m *Model) SetEven(n, lines int) {
	m.tail, m.each = max(0, n), max(1, lines)
	m.Select(m.cursor)
}

// SetHeight says how many lines are on the screen.
func (m *Model) SetHeight(h int) {
	m.height = max(0, h)
	m.follow()
}

// Stops returns how many rows the cursor can be on.
func (m *Model) Stops() int { return len(m.stops) + m.tail }

// Cursor returns the stop that the cursor is at, from 0.
func (m *Model) Cursor() int { return m.cursor }

// Row returns the row that the cursor is on; false if it can be on none.
func (m *Model) Row() (row int, ok bool) {
	if m.cursor < len(m.stops) {
		return m.stops[m.cursor], true
	}
	return m.heads() + m.cursor - len(m.stops), m.cursor < m.Stops()
}

// Even returns the even row that the cursor is on, from 0; false if it is on none.
func (m *Model) Even() (row int, ok bool) {
	row = m.cursor - len(m.stops)
	return max(0, row), row >= 0 && row < m.tail
}

// Select puts the cursor at a stop, or the nearest there is, and makes it visible.
func (m *Model) Select(stop int) {
	m.cursor = max(0, min(stop, m.Stops()-1))
	m.follow()
}

// SelectEven puts the cursor on an even row.
func (m *Model) SelectEven(row int) { m.Select(len(m.stops) + row) }

// Move moves the cursor by stops, down if n is positive. Beyond the first stop
// it uncovers what stands above it; where there is no stop it scrolls.
func (m *Model) Move(n int) {
	first, end := m.extent()
	switch {
	case n < 0 && m.cursor == 0, m.Stops() == 0:
		m.scroll(n)
	case n > 0 && first >= m.top+m.height: // the cursor is still below
		m.scroll(min(n*linesAStep, end-m.top-m.height))
	default:
		m.Select(m.cursor + n)
	}
}

// linesAStep is how far one step goes over lines without a stop.
const linesAStep = 2

// Page moves by pages; halves are allowed (0.5).
func (m *Model) Page(pages float64) {
	lines := int(pages * float64(max(1, m.height)))
	if lines == 0 {
		lines = 1
		if pages < 0 {
			lines = -1
		}
	}
	first, _ := m.extent()
	goal := m.stopAt(first + lines)
	if goal == m.cursor {
		goal += sign(lines)
	}
	m.scroll(lines)
	m.Select(goal)
	if m.cursor == 0 && lines < 0 {
		m.top = 0
		m.follow()
	}
}

// Percent puts the cursor at a percentage of the way.
func (m *Model) Percent(p int) { m.Select(max(0, min(p, 100)) * max(0, m.Stops()-1) / 100) }

// Act moves the cursor, if that is what the key asks for.
func (m *Model) Act(press keys.Press) bool {
	switch press.Action {
	case keys.MoveDown:
		m.Move(press.N())
	case keys.MoveUp:
		m.Move(-press.N())
	case keys.MovePageDown:
		m.Page(float64(press.N()))
	case keys.MovePageUp:
		m.Page(-float64(press.N()))
	case keys.MoveHalfDown:
		m.Page(0.5)
	case keys.MoveHalfUp:
		m.Page(-0.5)
	case keys.MoveTop:
		m.Select(0)
		m.top = 0
	case keys.MoveBottom:
		m.Select(m.Stops() - 1)
	case keys.MovePercent:
		m.Percent(press.Count)
	default:
		return false
	}
	return true
}

// Visible returns the rows of which something is on the screen, from first up
// to but not including end.
func (m *Model) Visible() (first, end int) {
	if m.height == 0 || m.Height() == 0 {
		return 0, 0
	}
	return m.rowAt(m.top), min(m.rowAt(m.top+m.height-1)+1, m.heads()+m.tail)
}

// RowAt returns the row at a line of the screen; false if there is none.
func (m *Model) RowAt(y int) (row int, ok bool) {
	if y < 0 || y >= m.height || m.top+y >= m.Height() {
		return 0, false
	}
	return m.rowAt(m.top + y), true
}

// Click puts the cursor on the row at line y of a screen of h lines that the
// list fills to its foot. It reports whether it was there before.
func (m *Model) Click(y, h int) (again bool) {
	row, ok := m.RowAt(y - (h - m.height))
	if !ok {
		return false
	}
	stop := len(m.stops) + row - m.heads()
	if row < m.heads() {
		if stop, ok = slices.BinarySearch(m.stops, row); !ok {
			return false
		}
	}
	again = stop == m.cursor
	m.Select(stop)
	return again
}

// VisibleEven is Visible over the even rows alone.
func (m *Model) VisibleEven() (first, end int) {
	first, end = m.Visible()
	return max(0, first-m.heads()), max(0, end-m.heads())
}

// Lines returns the lines on the screen, at most as many as its height. draw
// returns the lines of one row; more or fewer than its height are cut or filled.
func (m *Model) Lines(draw func(row int) []string) []string {
	lines := make([]string, 0, m.height)
	first, end := m.Visible()
	for row := first; row < end; row++ {
		from, to := m.linesOf(row)
		drawn := draw(row)
		for y := max(from, m.top); y < min(to, m.top+m.height); y++ {
			line := ""
			if at := y - from; at < len(drawn) {
				line = drawn[at]
			}
			lines = append(lines, line)
		}
	}
	return lines
}

func (m *Model) heads() int { return max(0, len(m.starts)-1) }

func (m *Model) headLines() int {
	if len(m.starts) == 0 {
		return 0
	}
	return m.starts[len(m.starts)-1]
}

// Height returns how many lines all rows take.
func (m *Model) Height() int { return m.headLines() + m.evenAt(m.tail) }

// linesOf returns the lines of a row: its first and the one after its last.
func (m *Model) linesOf(row int) (from, to int) {
	if row < m.heads() {
		return m.starts[row], m.starts[row+1]
	}
	row -= m.heads()
	return m.headLines() + m.evenAt(row), m.headLines() + m.evenAt(row+1)
}

// rowAt returns the row that a line belongs to; lines beyond the end belong to the row after the last.
func (m *Model) rowAt(line int) int {
	if line < m.headLines() {
		return sort.Search(m.heads(), func(i int) bool { return m.starts[i+1] > line })
	}
	return m.heads() + m.evenRowAt(line-m.headLines())
}

// stopAt returns the stop nearest to a line, not after it unless it is the first.
func (m *Model) stopAt(line int) int {
	row := m.rowAt(max(0, line))
	if row >= m.heads() {
		return len(m.stops) + row - m.heads()
	}
	return max(0, sort.SearchInts(m.stops, row+1)-1)
}

// extent returns the lines of the cursor's row.
func (m *Model) extent() (from, to int) {
	row, ok := m.Row()
	if !ok {
		return 0, 0
	}
	return m.linesOf(row)
}

// follow moves the screen so that the cursor's row is on it: its last line,
// and before that its first.
func (m *Model) follow() {
	if m.Stops() == 0 {
		m.clamp()
		return
	}
	from, to := m.extent()
	if margin := m.each; to-from+2*margin <= m.height { // the rows beside it too
		from, to = from-margin, to+margin
	}
	if m.cursor == 0 && to <= m.height { // what stands above the first row
		from = 0
	}
	m.top = max(m.top, to-m.height)
	m.top = min(m.top, from)
	m.clamp()
}

// scroll moves the screen alone.
func (m *Model) scroll(n int) {
	m.top += n
	m.clamp()
}

func (m *Model) clamp() { m.top = max(0, min(m.top, m.Height()-m.height)) }

func sign(n int) int {
	if n < 0 {
		return -1
	}
	return 1
}
