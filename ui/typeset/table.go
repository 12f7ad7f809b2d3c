package typeset

import (
	"bytes"
	"context"

	"github.com/charmbracelet/x/ansi"
	east "github.com/yuin/goldmark/extension/ast"

	"offprint/reader"
)

// table is a table's content. It is laid out for each width: as a grid by
// Glamour, or as key: value lines where a grid has no room.
type table struct {
	align  []east.Alignment
	head   []*leaf
	rows   [][]*leaf
	quoted bool
}

const (
	leastGrid   = 50  // cells of width that a grid needs
	leastColumn = 7   // cells of width for each column
	maxGrid     = 600 // cells of a table that is still laid out as a grid
	rowsAtOnce  = 16  // rows of a bigger table that make one block
)

// table shapes a table. One too big for a grid is laid at once.
func (s *shaper) table(n *east.Table) {
	t := &table{align: n.Alignments, quoted: s.quoted()}
	for r := n.FirstChild(); r != nil; r = r.NextSibling() {
		var row []*leaf
		for c := r.FirstChild(); c != nil && len(row) < len(t.align); c = c.NextSibling() {
			row = append(row, s.gather(c, 0))
		}
		if _, ok := r.(*east.TableHeader); ok {
			t.head = row
		} else {
			t.rows = append(t.rows, row)
		}
	}
	if len(t.align)*(len(t.rows)+1) <= maxGrid {
		b := &block{kind: kindTable, table: t}
		s.keep(b)
		b.span = t.span()
		return
	}
	for i := 0; i < len(t.rows); i += rowsAtOnce {
		if s.stopped = s.stopped || s.ctx.Err() != nil; s.stopped {
			return
		}
		s.keep(&block{kind: kindRow, scattered: i == 0, glyphs: s.pairs(t, i, min(i+rowsAtOnce, len(t.rows)))})
	}
}

// span returns the source of all that the table shows.
func (t *table) span() reader.Span {
	all := reader.Span{Start: -1}
	for _, row := range append([][]*leaf{t.head}, t.rows...) {
		for _, l := range row {
			g := gatherer{leaf: *l}
			if s := g.spanFrom(0); !s.Empty() {
				if all.Start < 0 {
					all.Start = s.Start
				}
				all.End = max(all.End, s.End)
			}
		}
	}
	if all.Start < 0 {
		return reader.Span{}
	}
	return all
}

// gridsAtOnce is how many cells of tables are laid out for a first screen or a
// new width; of more, those far from the place wanted wait for the whole page.
const gridsAtOnce = 500

// tables lays out the page's tables at its width.
func (p *Page) tables(ctx context.Context, s *shape, o Options) {
	cells := 0
	for _, b := range s.blocks {
		if b.table != nil {
			cells += len(b.table.align) * (len(b.table.rows) + 1)
		}
	}
	if cells == 0 {
		return
	}
	t := &shaper{ctx: ctx, style: s.style, method: s.method, palette: s.palette.clone(),
		engines: map[place]*glamour{}, patterns: map[patternKey]pattern{}}
	p.blocks = append([]*block{}, s.blocks...)
	reach := o.Lines * o.Width
	near := reader.Span{Start: o.Around - reach, End: o.Around + reach}
	for i, b := range s.blocks {
		if b.table == nil {
			continue
		}
		n := *b
		n.scattered = true
		if ctx.Err() != nil || o.Lines > 0 && cells > gridsAtOnce && !b.span.Overlaps(near) {
			p.deferred = true
		} else {
			t.tabulate(&n, p.width-b.first.room(p.width))
		}
		p.blocks[i] = &n
	}
	p.palette = t.palette.styles
}

// tabulate lays out the block's table in a room of so many cells.
func (s *shaper) tabulate(b *block, room int) {
	if room >= leastGrid && room >= leastColumn*len(b.table.align) {
		var ok bool
		if b.glyphs, ok = s.grid(b.table, room); ok {
			return
		}
	}
	b.kind, b.glyphs = kindRow, s.pairs(b.table, 0, len(b.table.rows))
}

// pairs lays out rows as key: value lines, the keys of the first row tied to
// the table's head.
func (s *shaper) pairs(t *table, from, to int) glyphs {
	var all gatherer
	for r, row := range t.rows[from:to] {
		if r > 0 {
			all.lineBreak()
			all.lineBreak()
		}
		for c, value := range row {
			if c > 0 {
				all.lineBreak()
			}
			if c < len(t.head) && len(t.head[c].text) > 0 {
				all.copy(t.head[c], formatStrong, from+r == 0)
				all.add(": ", noSource, 0, false, 0)
			}
			all.copy(value, 0, true)
		}
	}
	if len(t.rows) == 0 {
		for c, h := range t.head {
			if c > 0 {
				all.lineBreak()
			}
			all.copy(h, formatStrong, true)
		}
	}
	b := block{glyphs: s.lay(&all.leaf, place{quoted: t.quoted}, 0)}
	b.breaks()
	return b.glyphs
}

// copy appends another leaf, with or without its source.
func (g *gatherer) copy(l *leaf, f format, sourced bool) {
	next := 0
	for _, r := range l.runs {
		for ; next < len(l.pieces) && l.pieces[next].at < r.to; next++ {
			p := l.pieces[next]
			end := len(l.text)
			if next+1 < len(l.pieces) {
				end = l.pieces[next+1].at
			}
			if !sourced {
				p.src, p.size, p.literal = noSource, 0, false
			}
			g.add(string(l.text[p.at:end]), p.src, p.size, p.literal, r.format|f)
		}
		if r.format == formatBreak {
			g.add(" ", noSource, 0, false, f)
		}
	}
}

// grid lays out a table with Glamour; ok is false if it does not fit.
func (s *shaper) grid(t *table, width int) (g glyphs, ok bool) {
	e := s.glamour(place{quoted: t.quoted, wrap: width})
	e.begin()
	y := gridLayer{method: s.method, lines: s.styleOf(s.style.Bar)}
	n := east.NewTable()
	n.Alignments = t.align
	n.AppendChild(n, east.NewTableHeader(y.row(e, t, t.head, formatStrong)))
	for _, r := range t.rows {
		n.AppendChild(n, y.row(e, t, r, 0))
	}
	s.palette.chunks(e.render(n), y.chunk)
	g = y.out.trimmed().withoutBlankLine()
	at := 0
	for _, c := range g.cells {
		if at += int(c.width); c.flags&mustBreak != 0 {
			at = 0
		}
		if at > width {
			return glyphs{}, false
		}
	}
	return g, len(g.cells) > 0
}

// withoutBlankLine drops the first line if it shows nothing: Glamour sets one
// before a table.
func (g glyphs) withoutBlankLine() glyphs {
	for i, c := range g.cells {
		switch {
		case c.flags&mustBreak != 0:
			g.cells = g.cells[i+1:]
			return g
		case c.flags&blank == 0:
			return g
		}
	}
	return g
}

// gridLayer ties a rendered table to its source. Rows are wrapped by cells,
// so that runs take turns: each is followed by itself.
type gridLayer struct {
	runs   []gridRun
	out    glyphs
	method ansi.Method
	lines  uint16 // the style of the lines between cells
}

type gridRun struct {
	glyphs
	next int
}

// row makes the node of a row and notes its runs.
func (y *gridLayer) row(e *glamour, t *table, row []*leaf, f format) *east.TableRow {
	n := east.NewTableRow(t.align)
	for c := range t.align {
		cellNode := east.NewTableCell()
		cellNode.Alignment = t.align[c]
		n.AppendChild(n, cellNode)
		if c >= len(row) {
			continue
		}
		all := row[c].cut(y.method)
		from := 0
		for i, r := range row[c].runs {
			to := all.ends[i]
			if r.format == formatBreak {
				cellNode.AppendChild(cellNode, e.node(len(y.runs), []byte(" "), 0))
				y.runs = append(y.runs, gridRun{})
			} else if from < to {
				part := glyphs{text: all.text[:all.end(to-1)], cells: all.cells[from:to]}
				cellNode.AppendChild(cellNode, e.node(len(y.runs), part.text[part.cells[0].at:], r.format|f))
				y.runs = append(y.runs, gridRun{glyphs: part})
			}
			from = to
		}
	}
	return n
}

// chunk takes the next chunk of the rendered table.
func (y *gridLayer) chunk(c chunk) {
	if len(c.text) == 1 && c.text[0] == '\n' {
		y.out.lineBreak()
		return
	}
	if c.run < 0 || c.run >= len(y.runs) {
		if c.style == 0 {
			c.style = y.lines
		}
		y.out.appendText(harmless(c.text), c.style, y.method)
		return
	}
	r := &y.runs[c.run]
	for rest := c.text; len(rest) > 0; {
		own, n := r.take(rest)
		if own == nil {
			n = len(firstRunes(rest, 1))
			y.out.appendText(harmless(rest[:n]), c.style, y.method)
		} else {
			k := *own
			k.at, k.style = uint32(len(y.out.text)), c.style
			y.out.text = append(y.out.text, harmless(rest[:n])...)
			y.out.cells = append(y.out.cells, k)
		}
		rest = rest[n:]
	}
}

// take returns the run's next cell that b begins with, passing over blanks
// that were lost where a cell's text was wrapped, and how much of b it is.
func (r *gridRun) take(b []byte) (c *cell, n int) {
	for i := r.next; i < len(r.cells); i++ {
		own := r.text[r.cells[i].at:r.end(i)]
		if bytes.HasPrefix(b, own) {
			n = len(own)
		} else {
			n = foldedPrefix(b, own)
		}
		if n > 0 {
			r.next = i + 1
			return &r.cells[i], n
		}
		if r.cells[i].flags&blank == 0 {
			break
		}
	}
	return nil, 0
}
