// Package pager shows a typeset page through a window and moves over it. It
// keeps the place as a source offset, so that neither a new width nor a new
// theme moves the text. It knows no keys, no archive and no screens: its owner
// turns keys into calls such as [Pager.ScrollBy] and [Pager.Goto].
//
//	p := pager.New()
//	p.Resize(w, h)
//	if o, ok := p.Wants(); ok {
//		// in a command: page := typeset.Set(ctx, text, o with Style and Method)
//	}
//	p.SetPage(page)
//	p.View() // exactly w by h cells
//
// Until a new page comes the old one is shown, cut to the window. Begin with
// [New], [Pager.Wants] and [Pager.Goto].
package pager

import (
	"strings"

	"offprint/reader"
	"offprint/ui/typeset"
)

// Measure is how many cells a line of text has at most, unless set otherwise:
// longer lines are hard to read.
const Measure = 74

// Pager is a window on a page.
type Pager struct {
	page  *typeset.Page
	marks *typeset.Marks

	w, h    int // cells
	measure int
	gutter  bool

	// top is the page's line at the window's top. place is the source offset
	// that it stands for: it changes only when the user moves, so that the
	// text does not drift over resizes.
	top   typeset.LineNo
	place int
	goal  *goal // where to go once a page holds it

	focus  reader.Span   // the thing gone to last; painted as current
	parts  []reader.Span // of the focus: what of it is painted, if not all
	cursor *cursor
}

// goal is a place asked for that the page did not hold yet.
type goal struct {
	span  reader.Span
	place Placement
}

// Placement tells where in the window a place gone to shall stand.
type Placement uint8

// The placements.
const (
	Nearest Placement = iota // scroll only if it cannot be seen, and then no more than needed
	Centre
	AtTop
	AtBottom
)

// New returns an empty pager.
func New() *Pager { return &Pager{measure: Measure, gutter: true} }

// Resize sets the size of the window, in cells.
func (p *Pager) Resize(w, h int) {
	p.w, p.h = max(0, w), max(0, h)
	p.settle()
}

// SetWidth sets the width alone, for an owner that has to know [Pager.TextWidth]
// before the height: [Pager.Resize] follows.
func (p *Pager) SetWidth(w int) { p.w = max(0, w) }

// SetMeasure sets how many cells a line of text has at most; less than 1 is [Measure].
func (p *Pager) SetMeasure(cells int) {
	if cells < 1 {
		cells = Measure
	}
	p.measure = cells
}

// SetGutter tells whether quotes' numbers and bars are shown at the left. A
// narrow window shows none.
func (p *Pager) SetGutter(on bool) { p.gutter = on }

// SetMarks sets what is painted over the text; nil is nothing.
func (p *Pager) SetMarks(m *typeset.Marks) { p.marks = m }

// SetPage sets what is shown. The place stays the same source offset, also if
// the text has grown at its end; of another text the window shows the
// beginning, unless [Pager.SetPlace] or [Pager.Goto] comes before or after it.
func (p *Pager) SetPage(page *typeset.Page) {
	if p.page != nil && page != nil && !strings.HasPrefix(string(page.Source()), string(p.page.Source())) && p.goal == nil {
		p.place, p.cursor, p.focus = 0, nil, reader.Span{}
	}
	p.page = page
	p.settle()
}

// Page returns what is shown; nil if nothing has been set.
func (p *Pager) Page() *typeset.Page { return p.page }

// Clear takes the page away and forgets place, focus and cursor: call it
// before another article is loaded, then perhaps SetPlace.
func (p *Pager) Clear() {
	p.page, p.marks, p.goal, p.cursor = nil, nil, nil, nil
	p.top, p.place, p.focus = 0, 0, reader.Span{}
}

// TextWidth returns the width that a page for this window should be set at.
func (p *Pager) TextWidth() int {
	return max(1, min(p.measure, p.w-p.gutterWidth()-p.rightMargin()))
}

// TextLeft returns the column of the window in which its text begins.
func (p *Pager) TextLeft() int { return p.left() + p.gutterWidth() }

// FullWidth returns how wide a window must be for lines of the whole measure.
func (p *Pager) FullWidth() int {
	full := Pager{measure: p.measure, gutter: p.gutter, w: 1 << 20}
	return full.gutterWidth() + full.measure + full.rightMargin()
}

// Wants returns the options of the page to be set next, and whether one is
// needed: the width is another, or the page does not hold the whole text. A
// page without the wanted place is asked for the first screens around it,
// then for everything. Style and Method are left to the caller, who also asks
// again when they change ([Pager.WantsFor]).
func (p *Pager) Wants() (typeset.Options, bool) {
	if p.page != nil && p.page.Width() == p.TextWidth() && p.holdsGoal() {
		if p.page.Complete() {
			return typeset.Options{}, false
		}
		return typeset.Options{Width: p.TextWidth(), From: p.page}, true
	}
	return p.WantsFor(), true
}

// WantsFor returns the options of a page of the first screens around the
// place, for instance after a change of the theme. If the page at hand is
// complete and only the width is new, all of it is set: that costs little.
func (p *Pager) WantsFor() typeset.Options {
	around := p.place
	if p.goal != nil {
		around = p.goal.span.Start
	}
	return typeset.Options{Width: p.TextWidth(), Around: around, Lines: max(1, p.h) + 2, From: p.page}
}
