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
	if y == 0 || y == q { // a heading
		return false
	}
	var list interface {
		Cursor() int
		Select(int)
		RowAt(int) (int, bool)
	}
	if list = &p.entities; y < q {
		list, q = &p.quotes, 0
	}
	row, ok := list.RowAt(y - q - 1)
	if !ok {
		return false
	}
	same = row == list.Cursor()
	list.Select(row)
	return same
}
