package rows

import "sort"

// Even rows may still differ in height, page by page of those that are here:
// rows that are not here count with the height that SetEven says. How many
// pages are here is bounded, so that places are found without walking the rows.

// page says where the rows of one page begin: lines from the page's first, and
// the line after its last.
type page []int

// surplus is how many lines a page has more than rows of one height would.
func (p page) surplus(each int) int { return p[len(p)-1] - (len(p)-1)*each }

// setPage says how high the rows of a page are; nil heights make them even again.
func (m *Model) setPage(at int, heights []int) {
	if heights == nil {
		delete(m.uneven, at)
		return
	}
	p := make(page, len(heights)+1)
	for i, h := range heights {
		p[i+1] = p[i] + max(1, h)
	}
	if m.uneven == nil {
		m.uneven = map[int]page{}
	}
	m.uneven[at] = p
}

// hold calls change, which may move lines, so that the cursor's row stays where it is on the screen.
func (m *Model) hold(change func()) {
	before, _ := m.extent()
	off := before - m.top
	change()
	if _, ok := m.Row(); ok {
		from, _ := m.extent()
		m.top = from - off
	}
	m.follow()
}

// evenAt returns the line at which an even row begins, from the first of them.
func (m *Model) evenAt(row int) int {
	line := row * m.each
	for at, p := range m.uneven {
		switch in := row - at*PageRows; {
		case in >= len(p)-1:
			line += p.surplus(m.each)
		case in > 0:
			line += p[in] - in*m.each
		}
	}
	return line
}

// evenRowAt returns the even row that a line belongs to, counted from the first line of them.
func (m *Model) evenRowAt(line int) int {
	if len(m.uneven) == 0 {
		return line / max(1, m.each)
	}
	return sort.Search(m.tail, func(row int) bool { return m.evenAt(row+1) > line })
}
