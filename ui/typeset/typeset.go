// Package typeset lays an article out for the terminal: Markdown in, lines out,
// and every cell of every line knows the bytes of the source that it shows.
// That is what quotes, mentions, search hits, highlights, links, the mouse and
// the reading position are painted and found by, at any width and in any theme.
//
// It works block by block. Own code lays out what holds blocks (quotations,
// lists, footnotes); Glamour renders every leaf (a paragraph, a heading, a
// table, code) without wrapping it, each stretch of text carried through it
// inside an OSC 8 link whose address is a number; lines are then broken by
// UAX #14. A leaf does not depend on the width, so a page is set again at
// another width without rendering anything but its tables.
//
//	Set       text and width -> a Page; run it in a command, never in Update or View
//	Page      lines, and where source offsets stand in them; never changes
//	Flatten   ranges of the source with classes -> Marks, made once per change
//	Page.Paint  one line and its marks -> a string for the terminal
//
// What comes after the first 2.5 MB or so of one text takes its styles from
// samples that Glamour rendered; a test holds the two ways
// to the same cells.
//
// Nothing in a text reaches the terminal but characters: it was cleaned when
// it was read, references are cleaned where they are decoded, escape sequences
// are ours, and links go to the web or mail only.
//
// The first screen of a long text: set Options.Lines and Options.Around and
// only the blocks around that offset are parsed and rendered; [Page.Complete]
// tells. Set the same again without Lines behind it.
package typeset

import (
	"context"

	"github.com/charmbracelet/x/ansi"

	"offprint/reader"
	"offprint/ui/theme"
)

// LineNo numbers the lines of a Page from 0. It is neither a row of the screen
// nor an offset.
type LineNo int

// GutterWidth is the width, in cells, of what [Page.Gutter] returns.
const GutterWidth = 5

// Options say how to set a text.
type Options struct {
	// Width is how many cells a line may have, gutter not included. Less than 1 is 1.
	Width int
	// Style is the theme's; nil is a style without any colour.
	Style *theme.Article
	// Method is how the terminal measures characters.
	Method ansi.Method
	// Around is the source offset that is wanted on the screen; it matters
	// only with Lines.
	Around int
	// Lines is how many lines are wanted before and after Around at least;
	// 0 is all of them.
	Lines int
	// From is an earlier page of the same text, or nil. What it has rendered
	// is used again if style and method are the same. Another text's page is ignored.
	From *Page
}

// Set sets text. It never fails: hostile text costs its limits and no more.
// Once ctx is done it returns soon with what there is, [Page.Complete] false.
// It may run in any goroutine; several may run at once.
func Set(ctx context.Context, text reader.Text, o Options) *Page {
	o.Width = max(1, o.Width)
	if o.Style == nil {
		o.Style = plainStyle()
	}
	s := shapeOf(ctx, text, o)
	return s.page(ctx, o)
}

// Link is something in the text that leads elsewhere.
type Link struct {
	Span    reader.Span // of its label
	Address reader.Text // as written; not necessarily safe to open
	Image   bool        // a picture: Span is its caption
	// Target is the footnote that a sign leads to, which has no Address.
	Target reader.Span
	note   int // its number
}

// Heading is a heading of the text.
type Heading struct {
	Level int // 1 to 6
	Span  reader.Span
	Text  reader.Text
}

// Unit is a step in which a cursor moves through the text.
type Unit uint8

// The units.
const (
	Word Unit = iota
	Sentence
	Paragraph
)
