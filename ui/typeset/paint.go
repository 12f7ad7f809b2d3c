package typeset

import (
	"sort"
	"strconv"
	"strings"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"

	"offprint/reader"
)

// Paint returns line l for the terminal, cut to room cells: the text as
// Glamour styled it, links as OSC 8, marks laid over it. over are few marks
// that change too often to be prepared. Styles and links are closed at its end.
func (p *Page) Paint(l LineNo, m *Marks, room int, over ...Mark) string {
	if !p.has(l) {
		return ""
	}
	w := painter{page: p, marks: m.look(), over: over, room: room}
	a, width := p.affix(l)
	shown := a.shown(width)
	for i, c := range shown {
		w.put(a.cellText(len(a.cells)-len(shown)+i, c), c.width, p.palette[c.style])
		width -= int(c.width)
	}
	for ; width > 0; width-- {
		w.put(" ", 1, uv.Style{})
	}
	b, cells := p.cells(l)
	from := int(p.lines[l].from)
	for i := range cells {
		w.cell(b, from+i, from+len(cells))
	}
	w.close()
	return w.out.String()
}

// painter writes one line.
type painter struct {
	page  *Page
	marks look
	over  []Mark
	out   strings.Builder
	room  int

	style    uv.Style // what the terminal is at
	address  string   // of the link that is open
	last     ground   // what the style was made from
	made     uv.Style // that style
	haveMade bool
	mask     mask // of the cell before
}

// ground is what a cell's style is made from.
type ground struct {
	style uint16
	mask  mask
	link  bool
}

// cell writes cell i of a block; end is where its line ends.
func (w *painter) cell(b *block, i, end int) {
	c := &b.cells[i]
	var link *Link
	if c.src != noSource {
		w.mask = w.classes(int(c.src), int(c.src)+int(c.size))
		link = w.link(int(c.src))
	} else {
		// What has no source of its own is marked if both neighbours are, so that there are no holes.
		w.mask &= w.following(b, i, end)
	}
	address := ""
	if link != nil {
		address = safeAddress(link.Address)
	}
	from := ground{c.style, w.mask, link != nil && !link.Image}
	if !w.haveMade || from != w.last {
		w.made, w.last, w.haveMade = w.fold(from), from, true
	}
	if int(c.width) > w.room {
		w.room = 0
		return
	}
	w.setLink(address)
	w.put(string(b.text[c.at:b.end(i)]), c.width, w.made)
}

// classes returns the marks that a stretch of the source has.
func (w *painter) classes(start, end int) mask { return w.mark(&w.marks, start, end) }

func (w *painter) mark(marks *look, start, end int) mask {
	m := marks.over(start, end)
	for _, o := range w.over {
		if o.Span.Start < end && start < o.Span.End {
			m |= 1 << o.bit()
		}
	}
	return m
}

// following returns the classes of the next cell that has a source.
func (w *painter) following(b *block, i, end int) mask {
	for ; i < end; i++ {
		if c := b.cells[i]; c.src != noSource {
			ahead := w.marks
			return w.mark(&ahead, int(c.src), int(c.src)+int(c.size))
		}
	}
	return 0
}

// link returns the link whose label holds the source offset, or nil.
func (w *painter) link(at int) *Link {
	links := w.page.shape.links
	i := sort.Search(len(links), func(i int) bool { return links[i].Span.Start > at }) - 1
	// A picture within a link's label begins later than the link: look back a little.
	for n := 0; i >= 0 && n < 4; i, n = i-1, n+1 {
		if links[i].Span.Holds(at) {
			return &links[i]
		}
	}
	return nil
}

// fold lays the classes over a cell's style, in their order.
func (w *painter) fold(f ground) uv.Style {
	s := w.page.palette[f.style]
	a := w.page.shape.style
	if f.link {
		s = fold(s, a.Link)
	}
	if k, ok := f.mask.kind(); ok {
		s = fold(s, a.Layers.Entity[k])
	}
	for _, layer := range []struct {
		class Class
		style *uv.Style
	}{
		{ClassQuote, &a.Layers.Quote}, {ClassMark, &a.Layers.Mark}, {ClassHit, &a.Layers.Hit},
		{ClassCurrent, &a.Layers.Current}, {ClassSelection, &a.Layers.Selection},
	} {
		if f.mask.has(layer.class) {
			s = fold(s, *layer.style)
		}
	}
	return s
}

// put writes text in a style, if there is room for it.
func (w *painter) put(text string, width uint8, s uv.Style) {
	if int(width) > w.room {
		w.room = 0
		return
	}
	w.room -= int(width)
	if !s.Equal(&w.style) {
		w.out.WriteString(s.Diff(&w.style))
		w.style = s
	}
	w.out.WriteString(text)
}

// setLink opens or closes a link of the terminal's.
func (w *painter) setLink(address string) {
	if address == w.address {
		return
	}
	if address == "" {
		w.out.WriteString(ansi.ResetHyperlink())
	} else {
		w.out.WriteString(ansi.SetHyperlink(address))
	}
	w.address = address
}

func (w *painter) close() {
	w.setLink("")
	if !w.style.IsZero() {
		w.out.WriteString(ansi.ResetStyle)
	}
}

// Gutter returns what stands before line l, GutterWidth cells: the number of
// a quote that begins there, the bar of a quote or highlight that it shows, a
// pencil where a highlight with a note begins.
func (p *Page) Gutter(l LineNo, m *Marks) string {
	const none = "     "
	if m == nil || !p.has(l) {
		return none
	}
	_, cells := p.cells(l)
	s := spanOf(cells)
	if s.Empty() {
		return none
	}
	look := m.look()
	var all mask
	for _, c := range cells {
		if c.src != noSource {
			all |= look.over(int(c.src), int(c.src)+int(c.size))
		}
	}
	if !all.has(ClassQuote) && !all.has(ClassMark) {
		return none
	}
	layers := &p.shape.style.Layers
	var b strings.Builder
	number, bar, mark := "   ", " ", " "
	if all.has(ClassQuote) {
		number, bar = m.number(p.reach(l, s)), "▌"
	}
	b.WriteString(styled(layers.QuoteGutter, number+bar))
	if all.has(ClassMark) {
		mark = "▍"
		if m.noted(p.reach(l, s)) {
			mark = "✎"
		}
	}
	b.WriteString(styled(layers.MarkGutter, mark))
	return b.String()
}

// reach widens the source of a line to the markup between it and the lines
// around it, so that a quote is numbered though it begins with a sign of markup.
func (p *Page) reach(l LineNo, s reader.Span) reader.Span {
	if before := p.End(l - 1); l > 0 && before <= s.Start {
		s.Start = before
	}
	return s
}

// number returns the number of the first quote that begins in s, three cells wide.
func (m *Marks) number(s reader.Span) string {
	i := sort.Search(len(m.numbers), func(i int) bool { return m.numbers[i].start >= s.Start })
	if i == len(m.numbers) || m.numbers[i].start >= s.End {
		return "   "
	}
	n := strconv.Itoa(m.numbers[i].number)
	if len(n) > 3 {
		return "···"
	}
	return "   "[len(n):] + n
}

// noted reports whether a highlight with a note begins in s.
func (m *Marks) noted(s reader.Span) bool {
	i := sort.SearchInts(m.notes, s.Start)
	return i < len(m.notes) && m.notes[i] < s.End
}

func styled(s uv.Style, text string) string {
	if strings.TrimSpace(text) == "" {
		return text
	}
	return s.Styled(text)
}
