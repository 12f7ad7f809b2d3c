package library

import tea "charm.land/bubbletea/v2"

// Wheel scrolls by lines, and by one row at least.
func (p *Pane) Wheel(lines int, down bool) tea.Cmd {
	lines = max(1, lines/p.rowLines())
	if !down {
		lines = -lines
	}
	p.goal, p.open.gone = 0, 0
	p.list.Scroll(lines)
	return p.want()
}

// Click puts the cursor on the row at a line of the pane. same reports that it was there before.
func (p *Pane) Click(y int) (cmd tea.Cmd, same bool) {
	row, ok := p.rowAt(y - headLines)
	if !ok {
		return nil, false
	}
	same = row == p.list.Cursor()
	p.goal, p.open.gone = 0, 0
	p.list.Select(row)
	return p.want(), same
}

// rowAt returns the row at a line below the heading.
func (p *Pane) rowAt(y int) (row int, ok bool) {
	if y < 0 {
		return 0, false
	}
	return p.list.RowAt(y / p.rowLines())
}
