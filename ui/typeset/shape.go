package typeset

import (
	"context"
	"sort"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"

	"offprint/reader"
	"offprint/ui/theme"
)

// shape is a text rendered but not yet broken into lines: what all widths
// have in common. It never changes once it is made.
type shape struct {
	text     reader.Text
	style    *theme.Article
	method   ansi.Method
	span     reader.Span // of the text that it holds
	complete bool
	blocks   []*block
	order    []int // of blocks with source, by source; nil if they are in order
	links    []Link
	headings []Heading
	palette  *palette
}

// block is one leaf: a paragraph, a heading, a caption, code, a table.
type block struct {
	kind        blockKind
	scattered   bool  // its cells are not in the order of the source
	gap         bool  // a blank line stands before it
	first, rest affix // before its first line, before the others
	between     affix // before the blank line
	turned      affix // kindCode: before what is left of a line that is too long
	glyphs
	span  reader.Span // of the source shown; empty if there is none
	table *table      // kindTable
	level int         // kindHeading
}

type blockKind uint8

const (
	kindText blockKind = iota
	kindHeading
	kindCaption
	kindCode // lines are kept, a long one goes on below
	kindRule
	kindTable
	kindRow // a row of a table, or several as key: value
)

// affix is what stands before the lines of a block: bars, bullets, indents.
type affix struct {
	text  string
	cells []cell
	width int
}

// styledText is a string for an affix.
type styledText struct {
	text  string
	style uint16
}

// newAffix makes an affix of its parts.
func newAffix(m ansi.Method, parts ...styledText) affix {
	var g glyphs
	for _, p := range parts {
		g.appendText(p.text, p.style, m)
	}
	a := affix{text: string(g.text), cells: g.cells}
	for _, c := range g.cells {
		a.width += int(c.width)
	}
	return a
}

// plus returns a followed by b.
func (a affix) plus(b affix) affix {
	r := affix{text: a.text + b.text, width: a.width + b.width}
	r.cells = append(append(r.cells, a.cells...), b.cells...)
	for i := len(a.cells); i < len(r.cells); i++ {
		r.cells[i].at += uint32(len(a.text))
	}
	return r
}

// plainStyle is a style without colours.
func plainStyle() *theme.Article { return &theme.Article{} }

// shapeOf returns the text's shape, that of an earlier page if it will do.
func shapeOf(ctx context.Context, text reader.Text, o Options) *shape {
	around := max(0, min(o.Around, len(text)))
	if f := o.From; f != nil && f.shape.text == text && f.shape.style == o.Style && f.shape.method == o.Method {
		if f.shape.complete || o.Lines > 0 && f.shape.enough(around, o) {
			return f.shape
		}
	}
	if o.Lines > 0 && len(text) > smallText {
		if s := window(ctx, text, around, o); s != nil {
			return s
		}
	}
	s := newShaper(ctx, text, reader.Span{End: len(text)}, o)
	s.all()
	return s.done()
}

// smallText is how long a text may be, in bytes, to be shaped as a whole for
// the first screen.
const smallText = 3000

// shaper makes a shape. It serves one goroutine.
type shaper struct {
	ctx     context.Context
	style   *theme.Article
	method  ansi.Method
	source  []byte // what was parsed
	base    int    // where that begins in the article
	palette *palette
	engines map[place]*glamour

	patterns map[patternKey]pattern
	spent    int // of glamourBudget

	blocks []*block
	found  found
	text   reader.Text
	span   reader.Span

	stack   []*holder
	last    []*holder // the stack of the block before
	tight   bool      // no blank lines between the blocks to come
	stopped bool      // ctx was done
	limit   *limit    // nil if all of the text is wanted
	budget  int       // bytes of code that may still be coloured
}

// found is what a text leads to: places outside, and its own headings and footnotes.
type found struct {
	links    []Link
	headings []Heading
	notes    map[int]reader.Span // by their numbers
}

// resolved returns the links in order; those to a footnote have its place.
func (f *found) resolved() []Link {
	var out []Link
	for _, l := range f.links {
		if l.note > 0 {
			l.Target = f.notes[l.note]
			if l.Target.Empty() {
				continue
			}
		}
		out = append(out, l)
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].Span.Start < out[j].Span.Start })
	return out
}

func newShaper(ctx context.Context, text reader.Text, span reader.Span, o Options) *shaper {
	return &shaper{
		ctx: ctx, style: o.Style, method: o.Method, base: span.Start,
		palette: newPalette(), engines: map[place]*glamour{}, patterns: map[patternKey]pattern{},
		text: text, span: span, budget: maxColoured, found: found{notes: map[int]reader.Span{}},
	}
}

// maxColoured is how many bytes of code are coloured in one article: the
// lexers are regular expressions that hostile code can hold up.
const maxColoured = 32 << 10

func (s *shaper) glamour(p place) *glamour {
	g := s.engines[p]
	if g == nil {
		g = newGlamour(s.style, p)
		s.engines[p] = g
	}
	return g
}

// styleOf returns the palette's index of a style.
func (s *shaper) styleOf(st uv.Style) uint16 { return s.palette.add(st) }

// done closes the shape.
func (s *shaper) done() *shape {
	r := &shape{
		text: s.text, style: s.style, method: s.method, span: s.span,
		complete: !s.stopped && s.span == reader.Span{End: len(s.text)},
		blocks:   s.blocks, links: s.found.resolved(), headings: s.found.headings, palette: s.palette,
	}
	at, ordered := -1, true
	for i, b := range r.blocks {
		if b.span.Empty() {
			continue
		}
		r.order = append(r.order, i)
		ordered = ordered && b.span.Start >= at
		at = b.span.Start
	}
	if !ordered {
		sort.SliceStable(r.order, func(i, j int) bool {
			return r.blocks[r.order[i]].span.Start < r.blocks[r.order[j]].span.Start
		})
	}
	return r
}

// keep appends a block.
func (s *shaper) keep(b *block) {
	b.span = spanOf(b.cells)
	b.gap = len(s.blocks) > 0 && !s.tight
	s.tight = false
	b.first, b.rest = s.affixes()
	b.between = s.between()
	if b.kind == kindCode {
		b.turned = b.rest.plus(newAffix(s.method, styledText{"↳ ", s.styleOf(s.style.Sign)}))
	}
	s.last = append(s.last[:0], s.stack...)
	s.blocks = append(s.blocks, b)
	if s.limit != nil && s.limit.count(s.blocks) {
		s.stopped = true
	}
}

// spanOf returns the source that the cells show.
func spanOf(cells []cell) reader.Span {
	s := reader.Span{Start: -1}
	for _, c := range cells {
		if c.src == noSource {
			continue
		}
		if from := int(c.src); s.Start < 0 || from < s.Start {
			s.Start = from
		}
		s.End = max(s.End, int(c.src)+int(c.size))
	}
	if s.Start < 0 {
		return reader.Span{}
	}
	return s
}
