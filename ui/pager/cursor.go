package pager

import (
	"offprint/reader"
	"offprint/ui/typeset"
)

// cursor is a word or sentence that the user moves through the text.
type cursor struct {
	unit   typeset.Unit
	at     reader.Span
	anchor *reader.Span // where the selection began
}

// SetCursor puts a cursor on the unit at a source offset; a negative offset
// is the focus if it is in sight, else the window's first line.
func (p *Pager) SetCursor(offset int, u typeset.Unit) {
	if p.page == nil {
		return
	}
	if offset < 0 {
		offset = p.Visible().Start
		if p.seesFocus() {
			offset = p.focus.Start
		}
	}
	p.cursor = &cursor{unit: u, at: p.page.UnitAt(offset, u)}
}

// Cursor returns what the cursor is on; ok is false if there is no cursor.
func (p *Pager) Cursor() (s reader.Span, ok bool) {
	if p.cursor == nil {
		return reader.Span{}, false
	}
	return p.cursor.at, true
}

// SetUnit makes the cursor one of words, sentences or paragraphs.
func (p *Pager) SetUnit(u typeset.Unit) {
	if p.cursor != nil && p.page != nil {
		p.cursor.unit, p.cursor.at = u, p.page.UnitAt(p.cursor.at.Start, u)
	}
}

// MoveCursor moves the cursor by n of its units, back if negative, and keeps
// it in sight.
func (p *Pager) MoveCursor(n int) {
	if p.cursor == nil || p.page == nil {
		return
	}
	for ; n != 0; n -= sign(n) {
		step := p.page.Next
		if n < 0 {
			step = p.page.Prev
		}
		s, ok := step(p.cursor.at, p.cursor.unit)
		if !ok {
			break
		}
		p.cursor.at = s
	}
	p.bring(p.cursor.at, Nearest)
}

// CursorTo puts the cursor on the unit at a source offset.
func (p *Pager) CursorTo(offset int) {
	if p.cursor != nil && p.page != nil {
		p.cursor.at = p.page.UnitAt(offset, p.cursor.unit)
		p.bring(p.cursor.at, Nearest)
	}
}

// MoveCursorLines moves the cursor by lines, keeping its column.
func (p *Pager) MoveCursorLines(n int) {
	if p.cursor == nil || p.page == nil {
		return
	}
	l, col, _ := p.page.Find(p.cursor.at.Start)
	for to := l + typeset.LineNo(n); to >= 0 && int(to) < p.page.Len(); to += typeset.LineNo(sign(n)) {
		if offset, ok := p.page.SourceAt(to, min(col, p.page.LineWidth(to)-1)); ok {
			p.cursor.at = p.page.UnitAt(offset, p.cursor.unit)
			break
		}
	}
	p.bring(p.cursor.at, Nearest)
}

// Anchor begins a selection at the cursor.
func (p *Pager) Anchor() {
	if p.cursor != nil {
		at := p.cursor.at
		p.cursor.anchor = &at
	}
}

// Cover selects from the unit at the beginning of s to the one at its end, on
// which the cursor is then.
func (p *Pager) Cover(s reader.Span) {
	if p.cursor == nil || p.page == nil || s.Empty() {
		return
	}
	first := p.page.UnitAt(s.Start, p.cursor.unit)
	p.cursor.anchor = &first
	p.cursor.at = p.page.UnitAt(s.End-1, p.cursor.unit)
}

// Anchored reports whether a selection has begun.
func (p *Pager) Anchored() bool { return p.cursor != nil && p.cursor.anchor != nil }

// Swap moves the cursor to the selection's other end.
func (p *Pager) Swap() {
	if p.Anchored() {
		p.cursor.at, *p.cursor.anchor = *p.cursor.anchor, p.cursor.at
		p.bring(p.cursor.at, Nearest)
	}
}

// Selection returns what is selected: from where the selection began to the
// cursor, both included; without a beginning what the cursor is on.
func (p *Pager) Selection() (s reader.Span, ok bool) {
	if p.cursor == nil {
		return reader.Span{}, false
	}
	s = p.cursor.at
	if a := p.cursor.anchor; a != nil {
		s = reader.Span{Start: min(s.Start, a.Start), End: max(s.End, a.End)}
	}
	return s, !s.Empty()
}

// DropCursor takes cursor and selection away.
func (p *Pager) DropCursor() { p.cursor = nil }

func sign(n int) int {
	switch {
	case n < 0:
		return -1
	case n > 0:
		return 1
	}
	return 0
}
