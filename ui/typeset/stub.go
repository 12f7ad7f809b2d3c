package typeset

import (
	"context"

	"offprint/reader"
	"offprint/ui/theme"
)

type shape struct {
	span     reader.Span
	complete bool
}
type line struct{}
type segment struct{}

func plainStyle() *theme.Article                                      { return nil }
func shapeOf(ctx context.Context, text reader.Text, o Options) *shape { return &shape{} }
func (s *shape) page(ctx context.Context, o Options) *Page {
	return &Page{shape: s, lines: make([]line, 1)}
}

// LineWidth returns how many cells line l has.
func (p *Page) LineWidth(l LineNo) int { return 0 }

// LineText returns the line as it is shown, without styles.
func (p *Page) LineText(l LineNo) string { return "" }

// Start returns the source offset that line l begins with; of a blank line
// that of the next line with text.
func (p *Page) Start(l LineNo) int { return 0 }

// End returns the source offset behind the last thing shown up to the end of line l.
func (p *Page) End(l LineNo) int { return 0 }

// LineOf returns the line that shows the source offset, or what comes last
// before it.
func (p *Page) LineOf(offset int) LineNo { return 0 }

// Find returns the line and the column, in cells, of the source offset; ok is
// false if nothing of it is shown.
func (p *Page) Find(offset int) (l LineNo, col int, ok bool) { return 0, 0, false }

// SourceAt returns the source offset of the cell at a column of a line; ok is
// false where there is no text.
func (p *Page) SourceAt(l LineNo, col int) (offset int, ok bool) { return 0, false }

// Text returns what is shown of a part of the source, as it is to be copied:
// a paragraph is one line, blocks are a blank line apart.
func (p *Page) Text(s reader.Span) reader.Text { return "" }

// Links returns the links and pictures of the text, in order.
func (p *Page) Links() []Link { return nil }

// Headings returns the headings of the text, in order.
func (p *Page) Headings() []Heading { return nil }

// UnitAt returns the unit at the source offset, or the next one.
func (p *Page) UnitAt(offset int, u Unit) reader.Span { return reader.Span{} }

// Next returns the unit after s; ok is false at the end.
func (p *Page) Next(s reader.Span, u Unit) (next reader.Span, ok bool) { return s, false }

// Prev returns the unit before s; ok is false at the beginning.
func (p *Page) Prev(s reader.Span, u Unit) (prev reader.Span, ok bool) { return s, false }

// Paint returns line l for the terminal, cut to room cells: the text as
// Glamour styled it, links as OSC 8, marks laid over it. over are few marks
// that change too often to be prepared. Styles and links are closed at its end.
func (p *Page) Paint(l LineNo, m *Marks, room int, over ...Mark) string { return "" }

// Gutter returns what stands before line l, GutterWidth cells: the number of
// a quote that begins there, the bar of a quote or highlight that it shows.
func (p *Page) Gutter(l LineNo, m *Marks) string { return "     " }

// Flatten makes marks ready for painting. They may overlap and come in any order.
func Flatten(marks []Mark) *Marks { return &Marks{} }
