// Package mark finds the quotation marks of an article and pairs them.
//
// [Analysis.Pair] reads every block of prose once and gives [Run]s, the
// stretches between two marks, in the order of the text:
//
//	sign.go      what may be a mark: its shape, and what stands beside it
//	pair.go      signs -> runs; one goes on over paragraphs that each begin with
//	             a mark
//	dash.go      speech behind a dash, as Russian, French and Spanish print it
//	unclosed.go  runs whose closing mark is missing
//	turned.go    marks glued to the wrong word
//
// Whether a run is a quote, a title or a word held at arm's length is not told
// here; Dead is set by whoever finds that it is none.
package mark

import (
	"offprint/reader"
	"offprint/reader/quote/word"
)

// Analysis is the work on the marks of one article; the next one uses its
// tables again. Package grammar builds on it.
type Analysis struct {
	Plain    *reader.Plain
	Text     string // Plain.Text
	Language *word.Language
	Runs     []Run

	marks []Mark
	signs []sign // of the block at hand
	at    cursor
}

// cursor is how far the questions that ask for growing places have come.
type cursor struct {
	mark int // of marks
	run  int // of Runs
}
