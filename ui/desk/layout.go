package desk

import (
	tea "charm.land/bubbletea/v2"
)

// rect is a part of the screen, in cells and lines.
type rect struct{ x, y, w, h int }

// layout tells where the panes are. A pane that is not on the screen has width 0.
type layout struct {
	crumb               bool // the line at the top that says where one is
	list, article, side rect
	drawer              bool // the sidebar lies over the article
}

// The widths from which three and two panes fit beside each other, and the
// least that panes take. 66 to 76 columns of text read well; three panes leave
// the article at least 55.
const (
	threePanes = 120
	twoPanes   = 90
	leastList  = 34
	leastSide  = 30
	drawerMost = 36
	crumbFrom  = 16 // lines
)

// arrange cuts the screen for the panes.
func (d *Desk) arrange() layout {
	var l layout
	l.crumb = d.h >= crumbFrom && (d.w >= twoPanes || d.focus == PaneList)
	body := rect{0, 0, d.w, d.h}
	if l.crumb {
		body.y, body.h = 1, d.h-1
	}
	side := d.focus == PaneQuotes || d.focus == PaneEntities
	switch {
	case d.w < twoPanes:
		d.onePane(&l, body, side)
	case d.textOnly:
		l.article = body
	case d.w < threePanes:
		d.twoPanes(&l, body, side)
	default:
		d.threePanes(&l, body)
	}
	return l
}

func (d *Desk) onePane(l *layout, body rect, side bool) {
	if d.focus == PaneList {
		l.list = body
		return
	}
	l.article = body
	if side {
		w := min(drawerMost, body.w-4)
		if body.w <= 60 || d.linear {
			w = body.w
		}
		l.drawer = true
		l.side = rect{body.x + body.w - w, body.y, w, body.h}
	}
}

func (d *Desk) twoPanes(l *layout, body rect, side bool) {
	w := max(leastList, body.w/3)
	switch {
	case side:
		l.article, l.side = cut(body, body.w-w-1)
	case d.hideList:
		l.article = body
	default:
		l.list, l.article = cut(body, w)
	}
}

func (d *Desk) threePanes(l *layout, body rect) {
	rest := body
	if !d.hideList || d.focus == PaneList {
		l.list, rest = cut(rest, max(leastList, body.w/4))
	}
	l.article = rest
	if !d.sideHidden() {
		l.article, l.side = cut(rest, rest.w-max(leastSide, body.w/5)-1)
	}
}

// cut parts r at column w; a column between the parts is left for a separator.
func cut(r rect, w int) (left, right rect) {
	left = rect{r.x, r.y, w, r.h}
	right = rect{r.x + w + 1, r.y, r.w - w - 1, r.h}
	return left, right
}

// Resize gives the desk its size.
func (d *Desk) Resize(w, h int) tea.Cmd {
	d.w, d.h = w, h
	return d.place()
}

// place gives the panes their parts of the screen.
func (d *Desk) place() tea.Cmd {
	d.panes = d.arrange()
	var cmds []tea.Cmd
	if r := d.panes.list; r.w > 0 {
		cmds = append(cmds, d.list.Resize(r.w, r.h))
	}
	if r := d.panes.article; r.w > 0 {
		d.article.SetLed(d.led())
		cmds = append(cmds, d.article.Resize(r.w, r.h))
	}
	if r := d.panes.side; r.w > 0 {
		w, h := r.w, r.h
		if d.panes.drawer {
			w, h = w-2, h-2 // its box
		}
		d.side.Resize(w, h)
	}
	return tea.Batch(cmds...)
}
