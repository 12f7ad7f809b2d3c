// Package picker is a list of any length of which only the visible rows are
// ever asked for. Rows are numbers; the owner draws them. It keeps a cursor and
// the first visible row, and is cheap at any length: nothing in it walks the list.
package picker

// Model is the state of a list: how long it is, where the cursor and the
// first visible row are. Rows count from 0. The zero value is an empty list.
type Model struct {
	length, height int
	cursor, top    int
}

// margin is how many rows stay visible beyond the cursor, where there are any.
const margin = 2

// SetLength says how many rows there are.
func (m *Model) SetLength(n int) {
	m.length = max(0, n)
	m.Select(m.cursor)
}

// SetHeight says how many rows are visible.
func (m *Model) SetHeight(h int) {
	m.height = max(0, h)
	m.follow()
}

// Len returns the number of rows.
func (m *Model) Len() int { return m.length }

// Height returns the number of visible rows.
func (m *Model) Height() int { return m.height }

// Cursor returns the row that the cursor is on; 0 in an empty list.
func (m *Model) Cursor() int { return m.cursor }

// Visible returns the rows on the screen, from first up to but not including end.
func (m *Model) Visible() (first, end int) {
	return m.top, min(m.length, m.top+m.height)
}

// Select puts the cursor on a row, or the nearest there is, and makes it visible.
func (m *Model) Select(row int) {
	m.cursor = max(0, min(row, m.length-1))
	m.follow()
}

// Move moves the cursor by rows, down if n is positive.
func (m *Model) Move(n int) { m.Select(m.cursor + n) }

// Page moves the cursor and the rows by pages; halves are allowed (0.5).
func (m *Model) Page(pages float64) {
	n := int(pages * float64(max(1, m.height)))
	if n == 0 && pages != 0 {
		n = 1
		if pages < 0 {
			n = -1
		}
	}
	m.top += n
	m.Move(n)
}

// Scroll moves the rows under the cursor, which stays on the screen: for the mouse wheel.
func (m *Model) Scroll(n int) {
	if m.height == 0 || m.length == 0 {
		return
	}
	m.top += n
	m.clampTop()
	m.cursor = max(m.top, min(m.cursor, m.top+m.height-1, m.length-1))
}

// Percent puts the cursor at a percentage of the way.
func (m *Model) Percent(p int) { m.Select(max(0, min(p, 100)) * max(0, m.length-1) / 100) }

// RowAt returns the row at a line of the screen, counted from 0, and whether there is one.
func (m *Model) RowAt(y int) (row int, ok bool) {
	row = m.top + y
	return row, y >= 0 && y < m.height && row < m.length
}

// follow moves the visible rows so that the cursor is among them.
func (m *Model) follow() {
	edge := min(margin, max(0, (m.height-1)/2))
	m.top = min(m.top, m.cursor-edge)
	m.top = max(m.top, m.cursor-m.height+1+edge)
	m.clampTop()
}

func (m *Model) clampTop() {
	m.top = max(0, min(m.top, m.length-m.height))
}
