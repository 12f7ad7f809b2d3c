package typeset

import (
	"offprint/reader"
)

// Class is what a range of the text is marked as. Later classes are painted
// over earlier ones.
type Class uint8

// The classes. Links need not be marked: a page knows its own.
const (
	ClassEntity Class = iota // Mark.Kind tells the kind
	ClassQuote               // Mark.Number is shown in the gutter
	ClassMark                // the user's highlight; shown in the gutter too
	ClassHit
	ClassCurrent // the one that the track is at
	ClassSelection
	classes
)

// Mark is one range of the source with a class.
type Mark struct {
	Span   reader.Span
	Class  Class
	Kind   reader.EntityKind // ClassEntity
	Number int               // ClassQuote: the quote's number, from 1; 0 is none
}

// Marks are marks made ready for painting: make them when a layer changes, not
// for each frame. They never change and may be shared. A nil *Marks has none.
type Marks struct {
	segments []segment
}
