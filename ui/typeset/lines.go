package typeset

import (
	"context"

	"offprint/reader"
)

// line is one line of a page: cells of a block, or the blank before it.
type line struct {
	block    int32 // of the page's blocks
	from, to int32 // of the block's cells
	src      int32 // what it begins with in the source; of a line without any, what the next one does
	kind     lineKind
}

type lineKind uint8

const (
	lineFirst lineKind = iota // the first of a block
	lineRest
	lineTurned // what is left of a line of code that was too long
	lineBlank  // before a block
)

// leastText is how many cells of a line signs and indents leave to the text;
// of a narrow line it is two thirds.
const leastText = 12

// room returns how many cells of a line the affix may take.
func (a affix) room(width int) int { return min(a.width, max(width/3, width-leastText)) }

// page breaks the shape into lines.
func (s *shape) page(ctx context.Context, o Options) *Page {
	p := &Page{text: s.text, shape: s, width: o.Width, blocks: s.blocks, order: s.order, palette: s.palette.styles}
	p.tables(ctx, s, o)
	p.lines = make([]line, 0, len(s.text)/max(20, o.Width)+4*len(s.blocks)+1)
	for i, b := range p.blocks {
		p.breakLines(i, b)
	}
	if len(p.lines) == 0 {
		p.lines = append(p.lines, line{block: -1, kind: lineBlank})
	}
	p.number()
	return p
}

// number finds what each line begins with in the source.
func (p *Page) number() {
	next := int32(p.shape.span.End)
	for i := len(p.lines) - 1; i >= 0; i-- {
		l := &p.lines[i]
		if l.kind != lineBlank {
			for _, c := range p.blocks[l.block].cells[l.from:l.to] {
				if c.src != noSource {
					next = c.src
					break
				}
			}
		}
		l.src = next
	}
}

// breakLines breaks a block into lines, each as long as may be.
func (p *Page) breakLines(index int, b *block) {
	if b.gap {
		p.lines = append(p.lines, line{block: int32(index), kind: lineBlank})
	}
	kind := lineFirst
	for i := 0; i <= len(b.cells); {
		to, next := b.lineEnd(i, p.width-b.affix(kind).room(p.width))
		p.lines = append(p.lines, line{int32(index), int32(i), int32(to), 0, kind})
		if next >= len(b.cells) {
			break
		}
		kind = lineRest
		if b.kind == kindCode && b.cells[next-1].flags&mustBreak == 0 {
			kind = lineTurned
		}
		i = next
	}
}

// affix returns what stands before a line of the block.
func (b *block) affix(kind lineKind) affix {
	switch kind {
	case lineFirst:
		return b.first
	case lineRest:
		return b.rest
	case lineTurned:
		return b.turned
	}
	return b.between
}

// lineEnd returns the end of the line that begins with cell from, and where
// the next one begins; that is len(b.cells) at the block's end.
func (b *block) lineEnd(from, room int) (to, next int) {
	hang := b.kind != kindCode && b.kind != kindTable
	width, allowed := 0, -1
	for i := from; i < len(b.cells); i++ {
		c := &b.cells[i]
		if c.flags&mustBreak != 0 {
			return b.trimEnd(from, i, hang), i + 1
		}
		if over := width+int(c.width) > room; over && !(hang && c.flags&blank != 0) {
			switch {
			case b.kind == kindCode && i > from && b.begins(i) == ' ':
				return i, i + 1
			case allowed > from:
				return b.trimEnd(from, allowed, hang), allowed
			case i > from:
				return b.trimEnd(from, i, hang), i
			}
			// One character is wider than the line: it cannot be shown.
			return from, i + 1
		}
		width += int(c.width)
		if c.flags&mayBreak != 0 || 2*width > room && b.turnsAfter(i) {
			allowed = i + 1
		}
	}
	return b.trimEnd(from, len(b.cells), hang), len(b.cells)
}

// begins returns the first byte of a cell, 0 if it shows nothing.
func (b *block) begins(i int) byte {
	if at := b.cells[i].at; at < b.end(i) {
		return b.text[at]
	}
	return 0
}

// turnsAfter reports whether a line of code that is too long may go on below
// after a cell: so that words stay whole, and what goes on begins with no blank.
func (b *block) turnsAfter(i int) bool {
	if b.kind != kindCode || i+1 < len(b.cells) && b.begins(i+1) == ' ' {
		return false
	}
	switch b.begins(i) {
	case ' ', ',', ';', '(', '{', '[', '/', '&', '|', '=':
		return true
	}
	return false
}

// trimEnd takes blanks off a line's end.
func (b *block) trimEnd(from, to int, hang bool) int {
	for hang && to > from && b.cells[to-1].flags&blank != 0 {
		to--
	}
	return to
}

// Page is a text set at one width. It never changes and may be handed between
// goroutines.
type Page struct {
	text    reader.Text
	shape   *shape
	width   int
	blocks  []*block // of the shape, tables set at this width
	order   []int    // of blocks with source, by source
	lines   []line
	palette palettes
	// deferred is set when tables far from the place wanted are not laid out yet.
	deferred bool
}
