package library

import tea "charm.land/bubbletea/v2"

// Wheel scrolls the rows.
func (p *Pane) Wheel(lines int, down bool) tea.Cmd {
	if !down {
		lines = -lines
	}
	p.goal, p.open.gone = 0, 0
	p.list.Scroll(lines)
	return p.want()
}

// Click puts the cursor on the row at a line of the pane. same reports that it was there before.
func (p *Pane) Click(y int) (cmd tea.Cmd, same bool) {
	row, ok := p.list.RowAt(y - headLines)
	if !ok {
		return nil, false
	}
	same = row == p.list.Cursor()
	p.goal, p.open.gone = 0, 0
	p.list.Select(row)
	return p.want(), same
}
