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
	head                int  // lines that the article's head had when the drawer was placed
}

// The widths from which three and two panes fit beside each other, and what
// panes take at least and at most. 66 to 76 columns of text read well: three
// panes leave the article at least 66, and the list takes what the article has
// over. Of two panes one is the article; the other is the list while one
// chooses in it, and the sidebar while one reads.
const (
	threePanes = 132
	twoPanes   = 90
	leastList  = 30
	leastSide  = 28
	mostSide   = 44
	drawerMost = 36
	drawerFrom = 10 // lines that a drawer below the article's head has at least
	crumbFrom  = 16 // lines
)

// arrange cuts the screen for the panes.
func (d *Desk) arrange() layout {
	var l layout
	l.crumb = d.h >= crumbFrom
	body := rect{0, 0, d.w, d.h}
	if l.crumb {
		body.y, body.h = 1, d.h-1
	}
	side := d.focus == PaneQuotes || d.focus == PaneEntities
	switch {
	case d.bare:
		l.list = body
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

// twoPanes has the other pane equally wide whichever it is, so that the text
// keeps its lines.
func (d *Desk) twoPanes(l *layout, body rect, side bool) {
	w := clamp(body.w-1-d.article.Wants(), leastList, body.w/3)
	switch {
	case d.focus != PaneList && (side || !d.sideHidden()):
		l.article, l.side = cut(body, body.w-w-1)
	case d.hideList && d.focus != PaneList:
		l.article = body
	default:
		l.list, l.article = cut(body, w)
	}
}

// threePanes has each pane as wide as it is with the others, whether they are
// hidden or not.
func (d *Desk) threePanes(l *layout, body rect) {
	side := clamp(body.w/5, leastSide, mostSide)
	rest := body
	if !d.hideList || d.focus == PaneList {
		l.list, rest = cut(rest, clamp(body.w-2-side-d.article.Wants(), leastList, body.w*3/10))
	}
	l.article = rest
	if !d.sideHidden() {
		l.article, l.side = cut(rest, rest.w-side-1)
	}
}

func clamp(n, least, most int) int { return max(least, min(n, most)) }

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
		cmds = append(cmds, d.article.Resize(r.w, r.h))
	}
	if r := d.panes.side; r.w > 0 {
		if d.panes.drawer {
			r = d.inDrawer(r)
			d.panes.side, d.panes.head = r, d.article.HeadLines()
		}
		d.side.Resize(r.w, r.h)
	}
	return tea.Batch(cmds...)
}

// inDrawer returns what a drawer that lies on r holds: the box is around it, and
// the head of the article stays in sight where there is room.
func (d *Desk) inDrawer(r rect) rect {
	if head := d.article.HeadLines() - 1; r.w < d.panes.article.w && r.h-head >= drawerFrom {
		r.y, r.h = r.y+head, r.h-head
	}
	return rect{r.x + 1, r.y + 1, r.w - 2, r.h - 2}
}
