package pager

import (
	"sort"

	"offprint/reader"
	"offprint/ui/typeset"
)

// ScrollBy scrolls by lines, up if negative.
func (p *Pager) ScrollBy(lines int) { p.scrollTo(p.top + typeset.LineNo(lines)) }

// HalfPage scrolls by n half windows.
func (p *Pager) HalfPage(n int) { p.ScrollBy(n * max(1, p.h/2)) }

// FullPage scrolls by n windows, less two lines that stay in sight.
func (p *Pager) FullPage(n int) { p.ScrollBy(n * max(1, p.h-2)) }

// Top goes to the beginning.
func (p *Pager) Top() {
	p.goal = nil
	if p.page != nil && p.page.Span().Start > 0 {
		p.goal = &goal{reader.Span{}, AtTop}
		return
	}
	p.scrollTo(0)
}

// Bottom goes to the end.
func (p *Pager) Bottom() {
	if p.page == nil {
		return
	}
	if end := len(p.page.Source()); p.page.Span().End < end {
		p.goal = &goal{reader.Span{Start: end, End: end}, AtBottom}
		return
	}
	p.scrollTo(typeset.LineNo(p.page.Len()))
}

// GotoPart goes to a part of the text, 0 its beginning, 1 its end.
func (p *Pager) GotoPart(part float64) {
	if p.page == nil {
		return
	}
	if p.page.Complete() {
		p.scrollTo(typeset.LineNo(part*float64(p.page.Len()-p.h) + 0.5))
		return
	}
	at := int(part * float64(len(p.page.Source())))
	p.bring(reader.Span{Start: at, End: at}, AtTop)
}

// Goto brings a place into sight and makes it the focus, which is painted as
// the current thing and from which [Pager.NextOf] goes on. Of a thing in several
// parts, with other words between them, parts says what is painted.
func (p *Pager) Goto(s reader.Span, place Placement, parts ...reader.Span) {
	p.focus, p.parts = s, parts
	p.bring(s, place)
}

// SetPlace puts the source offset at the window's top, for instance a reading
// position that was kept.
func (p *Pager) SetPlace(offset int) {
	p.place = offset
	p.bring(reader.Span{Start: offset, End: offset}, AtTop)
}

// Place returns the source offset at the window's top: the reading position.
func (p *Pager) Place() int { return p.place }

// Focus returns the thing gone to last; ok is false if there is none.
func (p *Pager) Focus() (s reader.Span, ok bool) { return p.focus, !p.focus.Empty() }

// Unfocus forgets the thing gone to last.
func (p *Pager) Unfocus() { p.focus = reader.Span{} }

// PlaceFocus moves the line of the focus, or of the cursor, to a place in the window.
func (p *Pager) PlaceFocus(place Placement) {
	s := p.focus
	if p.cursor != nil {
		s = p.cursor.at
	}
	if s.Empty() {
		s = p.Visible()
		s.Start += s.Len() / 2
	}
	p.bring(s, place)
}

// NextOf returns the index of the first of spans after the focus, or after
// the window's top if there is none in sight; wrapped tells that it went on
// from the beginning. Spans are in order; of none the index is -1.
func (p *Pager) NextOf(spans []reader.Span) (i int, wrapped bool) {
	if len(spans) == 0 {
		return -1, false
	}
	from := p.from()
	i = sort.Search(len(spans), func(i int) bool { return spans[i].Start >= from })
	if i == len(spans) {
		return 0, true
	}
	return i, false
}

// PrevOf is NextOf in the other direction.
func (p *Pager) PrevOf(spans []reader.Span) (i int, wrapped bool) {
	if len(spans) == 0 {
		return -1, false
	}
	from := p.place
	if p.seesFocus() {
		from = p.focus.Start
	}
	i = sort.Search(len(spans), func(i int) bool { return spans[i].Start >= from }) - 1
	if i < 0 {
		return len(spans) - 1, true
	}
	return i, false
}

// from is the source offset from which the next thing is looked for.
func (p *Pager) from() int {
	if p.seesFocus() {
		return p.focus.Start + 1
	}
	return p.place
}

// seesFocus reports whether the focus is set and in the window: once the
// reader has scrolled away from it, going on from it would be a surprise.
func (p *Pager) seesFocus() bool {
	return !p.focus.Empty() && p.focus.Overlaps(p.Visible())
}

// Visible returns the source that the window shows.
func (p *Pager) Visible() reader.Span {
	if p.page == nil || p.h == 0 {
		return reader.Span{Start: p.place, End: p.place}
	}
	last := min(int(p.top)+p.h, p.page.Len()) - 1
	return reader.Span{Start: p.page.Start(p.top), End: p.page.End(typeset.LineNo(last))}
}

// Progress returns how much of the text has been read, 0 to 1: what lies
// above the window's bottom.
func (p *Pager) Progress() float64 {
	if p.page == nil {
		return 0
	}
	if p.page.Complete() {
		return min(1, float64(int(p.top)+p.h)/float64(p.page.Len()))
	}
	return min(1, float64(p.Visible().End)/float64(max(1, len(p.page.Source()))))
}

// AtTop reports whether nothing lies above the window.
func (p *Pager) AtTop() bool { return p.top <= 0 }

// AtBottom reports whether nothing lies below the window.
func (p *Pager) AtBottom() bool {
	return p.page != nil && int(p.top)+p.h >= p.page.Len() && p.page.Span().End >= len(p.page.Source())
}

// SourceAt returns the source offset of the cell at column x and row y of the
// window, for the mouse; ok is false where there is no text.
func (p *Pager) SourceAt(x, y int) (offset int, ok bool) {
	if p.page == nil || y < 0 || y >= p.h || int(p.top)+y >= p.page.Len() {
		return 0, false
	}
	return p.page.SourceAt(p.top+typeset.LineNo(y), x-p.left()-p.gutterWidth())
}

// RowOf returns the row of the window and the column where the source offset
// is shown, for labels laid over the text; ok is false if it is out of sight.
func (p *Pager) RowOf(offset int) (x, y int, ok bool) {
	if p.page == nil {
		return 0, 0, false
	}
	l, col, ok := p.page.Find(offset)
	y = int(l - p.top)
	if !ok || y < 0 || y >= p.h {
		return 0, 0, false
	}
	return p.left() + p.gutterWidth() + col, y, true
}

// bring brings a place into sight.
func (p *Pager) bring(s reader.Span, place Placement) {
	p.goal = &goal{s, place}
	p.settle()
}

// settle puts the window where it belongs on the page at hand: at the goal
// if the page holds it, else at the place.
func (p *Pager) settle() {
	if p.page == nil {
		return
	}
	if p.goal != nil && p.holdsGoal() {
		p.reach(*p.goal)
		p.goal = nil
		return
	}
	p.top = p.clamp(p.page.LineOf(p.place))
}

// reach scrolls to a goal that the page holds.
func (p *Pager) reach(g goal) {
	first := p.page.LineOf(g.span.Start)
	last := max(first, p.page.LineOf(max(g.span.Start, g.span.End-1)))
	rows := typeset.LineNo(p.h)
	to := p.clamp(p.page.LineOf(p.place))
	switch g.place {
	case AtTop:
		to = first
	case AtBottom:
		to = last - rows + 1
	case Centre:
		to = first - max(0, (rows-(last-first+1))/2)
	case Nearest:
		margin := min(2, max(0, (rows-1)/2)) // lines of context
		if last+margin > to+rows-1 {
			to = last + margin - rows + 1
		}
		if first-margin < to {
			to = first - margin
		}
	}
	if g.place == AtTop {
		p.top, p.place = p.clamp(to), g.span.Start
		return
	}
	p.scrollTo(to)
}

// scrollTo puts a line at the window's top, as far as there are lines.
func (p *Pager) scrollTo(l typeset.LineNo) {
	if p.page == nil {
		return
	}
	p.goal = nil
	l = p.clamp(l)
	if l != p.top {
		p.top = l
		p.place = p.page.Start(l)
	}
}

// clamp keeps the window on the page.
func (p *Pager) clamp(l typeset.LineNo) typeset.LineNo {
	return max(0, min(l, typeset.LineNo(p.page.Len()-p.h)))
}

// holdsGoal reports whether the page at hand shows the place asked for, or
// none is asked for.
func (p *Pager) holdsGoal() bool {
	at := p.place
	if p.goal != nil {
		at = p.goal.span.Start
	}
	s := p.page.Span()
	return p.page.Complete() || s.Start <= at && (at < s.End || s.End >= len(p.page.Source()))
}
