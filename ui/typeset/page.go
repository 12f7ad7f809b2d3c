package typeset

import (
	"sort"
	"strings"

	uv "github.com/charmbracelet/ultraviolet"

	"offprint/reader"
)

// palettes are the styles that the cells' numbers stand for.
type palettes = []uv.Style

// Len returns the number of lines. It is at least 1.
func (p *Page) Len() int { return len(p.lines) }

// Width returns the width the page was set at, in cells.
func (p *Page) Width() int { return p.width }

// Source returns the text that was set.
func (p *Page) Source() reader.Text { return p.text }

// Span returns the part of the source that the page shows: all of it once it is complete.
func (p *Page) Span() reader.Span { return p.shape.span }

// Complete reports whether the page holds the whole text, all of it laid out.
func (p *Page) Complete() bool { return p.shape.complete && !p.deferred }

// Links returns the links and pictures of the text, in order.
func (p *Page) Links() []Link { return p.shape.links }

// Headings returns the headings of the text, in order.
func (p *Page) Headings() []Heading { return p.shape.headings }

// has reports whether there is such a line.
func (p *Page) has(l LineNo) bool { return l >= 0 && int(l) < len(p.lines) }

// cells returns the cells of a line's text and the block they are of.
func (p *Page) cells(l LineNo) (*block, []cell) {
	n := p.lines[l]
	if n.kind == lineBlank {
		return nil, nil
	}
	b := p.blocks[n.block]
	return b, b.cells[n.from:n.to]
}

// affix returns what stands before a line's text, and how many cells of it are shown.
func (p *Page) affix(l LineNo) (a affix, room int) {
	n := p.lines[l]
	if n.block < 0 {
		return affix{}, 0
	}
	a = p.blocks[n.block].affix(n.kind)
	return a, a.room(p.width)
}

// LineWidth returns how many cells line l has.
func (p *Page) LineWidth(l LineNo) int {
	if !p.has(l) {
		return 0
	}
	_, width := p.affix(l)
	_, cells := p.cells(l)
	for _, c := range cells {
		width += int(c.width)
	}
	return width
}

// LineText returns the line as it is shown, without styles.
func (p *Page) LineText(l LineNo) string {
	if !p.has(l) {
		return ""
	}
	var s strings.Builder
	a, room := p.affix(l)
	for i, c := range a.shown(room) {
		s.WriteString(a.cellText(len(a.cells)-len(a.shown(room))+i, c))
	}
	if b, cells := p.cells(l); len(cells) > 0 {
		from := int(p.lines[l].from)
		s.Write(b.text[cells[0].at:b.end(from+len(cells)-1)])
	}
	return s.String()
}

// shown returns the last cells of the affix that fit in room: what stands
// next to the text matters most.
func (a affix) shown(room int) []cell {
	width := a.width
	for i, c := range a.cells {
		if width <= room {
			return a.cells[i:]
		}
		width -= int(c.width)
	}
	return nil
}

// cellText returns the text of cell i of the affix.
func (a affix) cellText(i int, c cell) string {
	if i+1 < len(a.cells) {
		return a.text[c.at:a.cells[i+1].at]
	}
	return a.text[c.at:]
}

// Start returns the source offset that line l begins with; of a line without
// text that of the next one that has some.
func (p *Page) Start(l LineNo) int {
	switch {
	case l < 0:
		return p.shape.span.Start
	case int(l) >= len(p.lines):
		return p.shape.span.End
	}
	return int(p.lines[l].src)
}

// End returns the source offset behind the last thing that is shown on line
// l, or on the last line before it that shows something.
func (p *Page) End(l LineNo) int {
	for l = min(l, LineNo(len(p.lines)-1)); l >= 0; l-- {
		if _, cells := p.cells(l); len(cells) > 0 {
			if s := spanOf(cells); !s.Empty() {
				return s.End
			}
		}
	}
	return p.shape.span.Start
}

// blockAt returns the block that shows the source offset, or the last one
// that begins before it; -1 if there is none.
func (p *Page) blockAt(offset int) int {
	i := sort.Search(len(p.order), func(i int) bool { return p.blocks[p.order[i]].span.Start > offset })
	if i == 0 {
		if len(p.order) == 0 {
			return -1
		}
		return p.order[0]
	}
	return p.order[i-1]
}

// linesOf returns the range of lines of a block, without the blank before it.
func (p *Page) linesOf(block int) (from, to int) {
	from = sort.Search(len(p.lines), func(i int) bool { return int(p.lines[i].block) >= block })
	to = sort.Search(len(p.lines), func(i int) bool { return int(p.lines[i].block) > block })
	for from < to && p.lines[from].kind == lineBlank {
		from++
	}
	return from, to
}

// LineOf returns the line that shows the source offset, or what comes last
// before it.
func (p *Page) LineOf(offset int) LineNo {
	l, _, _ := p.Find(offset)
	return l
}

// Find returns the line and the column, in cells, where the source offset is
// shown; where it is not (markup), of what comes last before it in its block,
// and ok is false.
func (p *Page) Find(offset int) (l LineNo, col int, ok bool) {
	index := p.blockAt(offset)
	if index < 0 {
		return 0, 0, false
	}
	b := p.blocks[index]
	best := -1 // the cell with the greatest source that is not after offset
	if !b.scattered {
		best = b.cellBefore(offset)
	} else {
		for i, c := range b.cells {
			if c.src != noSource && int(c.src) <= offset && (best < 0 || c.src > b.cells[best].src) {
				best = i
			}
		}
	}
	from, to := p.linesOf(index)
	if best < 0 {
		best = 0
	} else {
		ok = offset < int(b.cells[best].src)+int(b.cells[best].size)
	}
	n := from + sort.Search(to-from, func(i int) bool { return int(p.lines[from+i].from) > best }) - 1
	n = max(from, min(n, to-1))
	_, col = p.affix(LineNo(n))
	for i := int(p.lines[n].from); i < min(best, int(p.lines[n].to)); i++ {
		col += int(b.cells[i].width)
	}
	return LineNo(n), col, ok
}

// cellBefore returns the last cell whose source begins at or before offset, of
// a block whose cells are in the order of the source; -1 if there is none.
func (b *block) cellBefore(offset int) int {
	lo, hi := 0, len(b.cells)
	for lo < hi {
		mid := (lo + hi) / 2
		m := mid
		for m < hi && b.cells[m].src == noSource {
			m++
		}
		switch {
		case m == hi:
			hi = mid
		case int(b.cells[m].src) <= offset:
			lo = m + 1
		default:
			hi = mid
		}
	}
	for lo--; lo >= 0 && b.cells[lo].src == noSource; lo-- {
	}
	return lo
}

// SourceAt returns the source offset of the cell at a column of a line; ok is
// false where there is no text.
func (p *Page) SourceAt(l LineNo, col int) (offset int, ok bool) {
	if !p.has(l) {
		return 0, false
	}
	_, at := p.affix(l)
	_, cells := p.cells(l)
	for _, c := range cells {
		if col >= at && col < at+int(c.width) && c.src != noSource {
			return int(c.src), true
		}
		at += int(c.width)
	}
	return 0, false
}

// Text returns what is shown of a part of the source, as it is to be copied:
// a paragraph is one line, blocks are a blank line apart.
func (p *Page) Text(s reader.Span) reader.Text {
	var out strings.Builder
	for _, index := range p.order {
		b := p.blocks[index]
		if !b.span.Overlaps(s) {
			continue
		}
		if out.Len() > 0 {
			out.WriteString("\n\n")
		}
		b.copyText(&out, s)
	}
	return reader.Clean(out.String())
}

// copyText writes what the block shows of the source.
func (b *block) copyText(out *strings.Builder, s reader.Span) {
	last := -1
	for i, c := range b.cells {
		if c.src == noSource || !s.Overlaps(reader.Span{Start: int(c.src), End: int(c.src) + int(c.size)}) {
			continue
		}
		if last >= 0 {
			b.copyBetween(out, last+1, i)
		}
		out.Write(b.text[c.at:b.end(i)])
		last = i
	}
}

// copyBetween writes what stands between two cells that are copied: line
// breaks, signs. In a grid that is lines and other cells, a blank for all.
func (b *block) copyBetween(out *strings.Builder, from, to int) {
	if b.kind == kindTable {
		if from < to {
			out.WriteByte(' ')
		}
		return
	}
	for i := from; i < to; i++ {
		if b.cells[i].flags&mustBreak != 0 {
			out.WriteByte('\n')
			continue
		}
		out.Write(b.text[b.cells[i].at:b.end(i)])
	}
}
