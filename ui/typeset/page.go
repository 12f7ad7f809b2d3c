package typeset

import (
	"offprint/reader"
)

// Page is a text set at one width. It never changes and may be handed between
// goroutines.
type Page struct {
	text  reader.Text
	shape *shape
	width int
	lines []line
}

// Len returns the number of lines. It is at least 1.
func (p *Page) Len() int { return len(p.lines) }

// Width returns the width the page was set at, in cells.
func (p *Page) Width() int { return p.width }

// Source returns the text that was set.
func (p *Page) Source() reader.Text { return p.text }

// Span returns the part of the source that the page shows: all of it once it is complete.
func (p *Page) Span() reader.Span { return p.shape.span }

// Complete reports whether the page holds the whole text.
func (p *Page) Complete() bool { return p.shape.complete }
