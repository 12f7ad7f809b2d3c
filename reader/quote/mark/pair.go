package mark

import (
	"unicode/utf8"

	"offprint/reader"
	"offprint/reader/quote/word"
)

// Run is a stretch between one pair of marks, within one block.
type Run struct {
	Start, End int32 // what is inside the marks
	Open       int32 // where the opening mark begins
	after      int32 // behind the closing mark, or the end of the block
	block      int32
	next       int32 // the run that goes on with it in the next paragraph, or none
	From       int32 // the run that it goes on with, or none
	Dash       bool  // no marks, a dash before it
	Dead       bool  // a title, a nickname: no quote
}

// Mark is one quotation mark that stands for something.
type Mark struct {
	start, End int
	Run        int32
	Side       rune // '(' opens, ')' closes
}

// Pair begins with the article p, in the language l, and finds the runs of all
// its prose blocks.
func (a *Analysis) Pair(p *reader.Plain, l *word.Language) {
	a.Plain, a.Text, a.Language = p, p.Text, l
	a.Runs, a.marks, a.signs, a.at = a.Runs[:0], a.marks[:0], a.signs[:0], cursor{}
	single := a.singleStyle()
	carried := int32(None)
	for i, b := range a.Plain.Blocks {
		if !b.Kind.Prose() {
			continue
		}
		a.collect(b, single || b.Kind == reader.BlockHeading || i == 0)
		if a.Language.Dashes && a.pairDashes(i, b) {
			carried = None
			continue
		}
		a.turnFrames(b)
		carried = a.pairBlock(i, b, carried)
	}
}

// pairBlock pairs a.signs; carried is the run of the paragraph before that is
// still open. It returns the run that this block leaves open, or none.
func (a *Analysis) pairBlock(index int, b reader.Block, carried int32) int32 {
	open := None
	first := len(a.Runs)
	for k := range a.signs {
		s := &a.signs[k]
		switch {
		case k == 0 && carried != None && s.start <= b.Start && !s.opens && s.style == styleAngle && (len(a.signs) > 1 || a.opensNext(index)):
			open = k // a mark that closes elsewhere, again at the head of each paragraph
		case open == None:
			if s.opens {
				open = k
			} else if k == 0 && carried != None && s.ends {
				// the paragraph goes on without a new opening mark
				a.addRun(index, b.Start, b.Start, s.start, s.end, s.style)
			} else if a.misplaced(k) {
				open = k
			}
		case s.ends && (agree(a.signs[open].style, s.style) || a.closesAngle(open, k)):
			o := a.signs[open]
			a.addRun(index, o.start, o.end, s.start, s.end, s.style)
			open = None
		case s.opens && agree(a.signs[open].style, s.style):
			if !a.nested(k) && !a.nestedOpen(index, b, open, k) {
				a.endUnclosed(index, open, k)
				open = k // the one before was never closed
			} else if c := a.outerEnd(k); c > k {
				a.signs[k].opens, a.signs[k].ends = false, false
				a.signs[c].opens, a.signs[c].ends = false, false
			}
		}
	}
	return a.leftOpen(index, b, open, first, carried)
}

// closesAngle reports whether the curly sign k closes the angle that sign open
// opened: no other does, and no curly one was opened between them.
func (a *Analysis) closesAngle(open, k int) bool {
	if a.signs[open].style != styleAngle || a.signs[k].style != styleCurly || a.signs[k].opens || k != open+1 {
		return false
	}
	for _, s := range a.signs[k+1:] {
		if s.style == styleAngle && s.ends {
			return false
		}
	}
	return true
}

// misplaced reports whether the sign k, which its surroundings let only close,
// rather opens because nothing is open: said," We sail". A straight mark does
// if the next sign closes too.
func (a *Analysis) misplaced(k int) bool {
	return a.signs[k].style == styleStraight && a.signs[k].ends && k+1 < len(a.signs) && a.signs[k+1].style == styleStraight && a.signs[k+1].ends && !a.signs[k+1].opens
}

// leftOpen deals with a mark that the block did not close.
func (a *Analysis) leftOpen(index int, b reader.Block, open, first int, carried int32) int32 {
	left := int32(None)
	if open != None {
		o := a.signs[open]
		whole := o.start == b.Start || o.start <= b.Start+2
		if a.opensNext(index) || (whole || a.startsSpeechAt(b, o)) && o.style != styleSingle && o.style != styleSmall && b.Kind != reader.BlockHeading {
			goesOn := a.opensNext(index) || a.closesNext(index, o.style)
			end := b.End
			if at := a.frameUnclosed(o.end, b.End); at != None && !goesOn {
				end = at
			}
			a.addRun(index, o.start, o.end, end, end, o.style)
			if goesOn {
				left = int32(len(a.Runs) - 1)
			}
		}
	}
	if carried != None && first < len(a.Runs) && int(a.Runs[first].Open) <= b.Start+2 {
		a.Runs[carried].next = int32(first)
		a.Runs[first].From = carried
	}
	return left
}

// opensNext reports whether the next prose block begins with an opening mark.
func (a *Analysis) opensNext(index int) bool {
	for _, b := range a.Plain.Blocks[index+1:] {
		if !b.Kind.Prose() {
			continue
		}
		r, n := utf8.DecodeRuneInString(a.Text[b.Start:b.End])
		switch r {
		case '“', '"', '„', '«', '‘', '»':
			return true
		case '\'', '`':
			return b.Start+n < b.End && rune(a.Text[b.Start+n]) == r
		}
		return false
	}
	return false
}

// agree reports whether marks of the two styles can make a pair. Copy that
// was typed on several machines mixes straight, curly and doubled marks.
func agree(open, end style) bool {
	switch {
	case open == end:
		return true
	case open == styleSingle || end == styleSingle || open == styleAngle || end == styleAngle || open == styleCorner || end == styleCorner || open == styleSmall || end == styleSmall:
		return false
	case open == styleLow:
		return end == styleCurly || end == styleStraight
	}
	return end != styleLow
}

// nested reports whether the opening sign k stands inside an open one: two
// closing signs follow before the next opening one.
func (a *Analysis) nested(k int) bool {
	ends := 0
	for _, s := range a.signs[k+1:] {
		if s.opens && !s.ends {
			break
		}
		ends++
	}
	return ends >= 2
}

// outerEnd returns the sign that closes the inner one k.
func (a *Analysis) outerEnd(k int) int {
	for c := k + 1; c < len(a.signs); c++ {
		if a.signs[c].ends {
			return c
		}
	}
	return None
}

func (a *Analysis) addRun(block, open, start, end, after int, s style) {
	opened, closing := start, end
	for start < end && a.Text[start] == ' ' {
		start++
	}
	for end > start && a.Text[end-1] == ' ' {
		end--
	}
	if start >= end {
		return
	}
	id := int32(len(a.Runs))
	a.Runs = append(a.Runs, Run{
		Start: int32(start), End: int32(end), Open: int32(open), after: int32(after),
		block: int32(block), next: None, From: None, Dash: s == styleDash,
	})
	if open < opened {
		a.marks = append(a.marks, Mark{open, opened, id, '('})
	}
	if closing < after {
		a.marks = append(a.marks, Mark{closing, after, id, ')'})
	}
}

// MarkAt returns the mark that begins at byte i, if one does. Calls must ask
// for growing offsets.
func (a *Analysis) MarkAt(i int) *Mark {
	for a.at.mark < len(a.marks) && a.marks[a.at.mark].start < i {
		a.at.mark++
	}
	if a.at.mark < len(a.marks) && a.marks[a.at.mark].start == i {
		return &a.marks[a.at.mark]
	}
	return nil
}

// RunAt returns the run that holds byte i, or none. Calls must ask for
// growing offsets.
func (a *Analysis) RunAt(i int) int32 {
	for a.at.run < len(a.Runs) && int(a.Runs[a.at.run].End) <= i {
		a.at.run++
	}
	if a.at.run < len(a.Runs) && int(a.Runs[a.at.run].Start) <= i {
		return int32(a.at.run)
	}
	return None
}

// None is the index of nothing.
const None = -1
