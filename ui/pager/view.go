package pager

import (
	"strings"

	"offprint/reader"
	"offprint/ui/typeset"
)

// View returns the window: exactly as many lines as it is high, each exactly
// as many cells wide. It only joins what is ready.
func (p *Pager) View() string {
	var b strings.Builder
	left, gutter := p.left(), p.gutterWidth()
	over := p.over()
	for y := range p.h {
		if y > 0 {
			b.WriteByte('\n')
		}
		l := p.top + typeset.LineNo(y)
		if p.page == nil || int(l) >= p.page.Len() {
			blanks(&b, p.w)
			continue
		}
		blanks(&b, left)
		if gutter > 0 {
			b.WriteString(p.page.Gutter(l, p.marks))
		}
		room := p.w - left - gutter
		b.WriteString(p.page.Paint(l, p.marks, room, over...))
		blanks(&b, room-min(room, p.page.LineWidth(l)))
	}
	return b.String()
}

// over are the marks that change with every key and so are not in the
// prepared ones.
func (p *Pager) over() []typeset.Mark {
	var m []typeset.Mark
	parts := p.parts
	if len(parts) == 0 && !p.focus.Empty() {
		parts = []reader.Span{p.focus}
	}
	for _, s := range parts {
		if s.Overlaps(p.focus) {
			m = append(m, typeset.Mark{Span: s, Class: typeset.ClassCurrent})
		}
	}
	if p.cursor != nil {
		if s, ok := p.Selection(); ok && p.Anchored() {
			m = append(m, typeset.Mark{Span: s, Class: typeset.ClassSelection})
		}
		m = append(m, typeset.Mark{Span: p.cursor.at, Class: typeset.ClassCurrent})
	}
	return m
}

// gutterWidth is how many cells the gutter takes in this window.
func (p *Pager) gutterWidth() int {
	if !p.gutter || p.w < 30 {
		return 0
	}
	return typeset.GutterWidth
}

// rightMargin is how many cells are left free at the right.
func (p *Pager) rightMargin() int {
	if p.w < 30 {
		return 0
	}
	return 1
}

// left is how many cells are left free at the left: the text stands in the
// middle of a wide window.
func (p *Pager) left() int {
	return max(0, (p.w-p.gutterWidth()-p.TextWidth()-p.rightMargin())/2)
}

func blanks(b *strings.Builder, n int) {
	const some = "                                                                "
	for ; n > len(some); n -= len(some) {
		b.WriteString(some)
	}
	b.WriteString(some[:max(0, n)])
}
