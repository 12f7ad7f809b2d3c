package desk

import (
	tea "charm.land/bubbletea/v2"

	"offprint/ui/keys"
	"offprint/ui/sidebar"
)

// wheelLines is how far one notch of the wheel scrolls.
const wheelLines = 3

// Mouse takes the mouse: a click gives the focus and chooses, a click on what
// is chosen opens it, the wheel scrolls the pane under the pointer; dragged over
// the text it chooses a passage.
func (d *Desk) Mouse(msg tea.MouseMsg) tea.Cmd {
	at := msg.Mouse()
	if _, moved := msg.(tea.MouseMotionMsg); moved {
		if at.Button != tea.MouseLeft || d.focus != PaneArticle {
			return nil
		}
		return d.after(d.article.Drag(at.X-d.panes.article.x, at.Y-d.panes.article.y))
	}
	pane, ok := d.paneAt(at.X, at.Y)
	if !ok {
		return nil
	}
	switch msg.(type) {
	case tea.MouseWheelMsg:
		return d.after(d.wheel(pane, at.Button))
	case tea.MouseClickMsg:
		if at.Button == tea.MouseLeft {
			return d.after(d.click(pane, at.X, at.Y))
		}
	}
	return nil
}

// paneAt returns the pane at a cell of the screen.
func (d *Desk) paneAt(x, y int) (Pane, bool) {
	in := func(r rect) bool { return r.w > 0 && x >= r.x && x < r.x+r.w && y >= r.y && y < r.y+r.h }
	switch {
	case in(d.panes.side):
		if d.side.PartAt(y-d.panes.side.y) == sidebar.Entities {
			return PaneEntities, true
		}
		return PaneQuotes, true
	case in(d.panes.list):
		return PaneList, true
	case in(d.panes.article):
		return PaneArticle, true
	}
	return 0, false
}

func (d *Desk) wheel(p Pane, button tea.MouseButton) tea.Cmd {
	press := keys.Press{Action: keys.MoveDown, Count: wheelLines}
	if button == tea.MouseWheelUp {
		press.Action = keys.MoveUp
	}
	switch p {
	case PaneList:
		return d.list.Wheel(press.Count, press.Action == keys.MoveDown)
	case PaneArticle:
		cmd, _ := d.article.Act(press)
		return cmd
	case PaneQuotes, PaneEntities:
		press.Count = 1
		part, _ := p.part()
		d.side.Act(part, press)
	}
	return nil
}

func (d *Desk) click(p Pane, x, y int) tea.Cmd {
	again := d.focus == p
	focus := d.setFocus(p)
	switch p {
	case PaneList:
		if cmd, same := d.list.Click(y - d.panes.list.y); same && again {
			return tea.Batch(focus, cmd, d.openCurrent())
		} else {
			return tea.Batch(focus, cmd)
		}
	case PaneArticle:
		return tea.Batch(focus, d.article.Click(x-d.panes.article.x, y-d.panes.article.y))
	case PaneQuotes, PaneEntities:
		if d.side.Click(y-d.panes.side.y) && again {
			press := keys.Press{Action: keys.QuoteJump}
			if p == PaneEntities {
				press.Action = keys.EntityJump
			}
			cmd, _ := d.actPane(press)
			return tea.Batch(focus, cmd)
		}
	}
	return focus
}
