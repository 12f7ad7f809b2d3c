package sidebar

// PartAt returns the list at a line of the pane.
func (p *Pane) PartAt(y int) Part {
	if q, _ := p.split(p.focus); y < q {
		return Quotes
	}
	return Entities
}

// Click puts a list's cursor on what is at a line of the pane. It reports
// whether it was there before.
func (p *Pane) Click(y int) (same bool) {
	q, _ := p.split(p.focus)
	list, line := &p.quotes, (y-1)/quoteLines
	if y >= q {
		list, line = &p.entities, y-q-1
	}
	row, ok := list.RowAt(line)
	if !ok || y == 0 || y == q {
		return false
	}
	same = row == list.Cursor()
	list.Select(row)
	return same
}
