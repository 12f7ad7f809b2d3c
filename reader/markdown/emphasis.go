package markdown

import (
	"unicode"
	"unicode/utf8"
)

// maxRuns is how many runs of delimiters a paragraph may have. Within code and
// links they do not mean what [emphasis] takes them for; the parser's time
// grows with the square of those that are open.
const maxRuns = 4000

// emphasis follows the delimiters of a paragraph as the rules of CommonMark
// have them pair (section 6.2 of version 0.31), to know how many are open.
type emphasis struct {
	open   []opener
	levels int // that open nests
	runs   int // of delimiters so far
}

// opener is a run of delimiters that waits for its end.
type opener struct {
	delimiter byte
	length    int // in bytes
	left      int // of them not paired yet
	closes    bool
}

// run takes the run of n delimiters at s[i] and reports whether it must be
// escaped, lest emphasis nests too deep.
func (e *emphasis) run(s string, i, n int) bool {
	opens, closes := flanks(s, i, n)
	if !opens && !closes {
		return false
	}
	if e.runs++; n > maxRun || e.runs > maxRuns {
		return true
	}
	o := opener{s[i], n, n, closes}
	if closes {
		e.close(&o, opens)
	}
	if !opens || o.left == 0 {
		return false
	}
	levels := nests(o.left)
	if e.levels+levels > MaxDepth {
		return o.left == n // a part that has closed something is left alone
	}
	e.open, e.levels = append(e.open, o), e.levels+levels
	return false
}

// close pairs a run with those that are open. What is open between two that
// pair is dropped.
func (e *emphasis) close(by *opener, opens bool) {
	for i := len(e.open) - 1; i >= 0 && by.left > 0; i-- {
		o := &e.open[i]
		if o.delimiter != by.delimiter || !pair(*o, *by, opens) {
			continue
		}
		n := min(o.left, by.left)
		o.left, by.left = o.left-n, by.left-n
		if o.left > 0 {
			i++
		}
		e.open = e.open[:i]
		e.levels = 0
		for _, o := range e.open {
			e.levels += nests(o.left)
		}
	}
}

// pair is the rule of three: where one of both can open and close, lengths
// that add up to a multiple of three pair only if both are one.
func pair(o, by opener, opens bool) bool {
	return !o.closes && !opens || (o.length+by.length)%3 != 0 || o.length%3 == 0 && by.length%3 == 0
}

// nests returns how many levels n delimiters make: two are one, strong.
func nests(n int) int { return (n + 1) / 2 }

// flanks tells whether the run of n delimiters at s[i] can open and close.
func flanks(s string, i, n int) (opens, closes bool) {
	before, after := ' ', ' '
	if i > 0 {
		before, _ = utf8.DecodeLastRuneInString(s[:i])
	}
	if i+n < len(s) {
		after, _ = utf8.DecodeRuneInString(s[i+n:])
	}
	left := !unicode.IsSpace(after) && (!wordless(after) || unicode.IsSpace(before) || wordless(before))
	right := !unicode.IsSpace(before) && (!wordless(before) || unicode.IsSpace(after) || wordless(after))
	if s[i] == '_' {
		return left && (!right || wordless(before)), right && (!left || wordless(after))
	}
	return left, right
}

// wordless reports whether r is punctuation.
func wordless(r rune) bool { return unicode.IsPunct(r) || unicode.IsSymbol(r) }
