package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"offprint/reader"
)

// run is a stretch between one pair of marks, within one block.
type run struct {
	start, end int32 // what is inside the marks
	open       int32 // where the opening mark begins
	after      int32 // behind the closing mark, or the end of the block
	block      int32
	next       int32 // the run that goes on with it in the next paragraph, or none
	from       int32 // the run that it goes on with, or none
	single     bool  // single marks
	dash       bool  // no marks, a dash before it
	dead       bool  // a title, a nickname: no quote
}

// mark is one quotation mark that stands for something.
type mark struct {
	start, end int
	run        int32
	side       rune // '(' opens, ')' closes
}

// sign is a possible quotation mark before pairing.
type sign struct {
	start, end  int
	style       style
	opens, ends bool // what its shape and surroundings allow
}

// style is the shape of a pair of marks.
type style uint8

const (
	styleStraight style = iota
	styleCurly
	styleDoubled // two apostrophes or grave accents
	styleAngle
	styleLow    // „ “ and „ ”
	styleSingle // ‘ ’ and ' '
	styleCorner // 「 」
	styleDash   // a dash before it, none behind it
)

// pair finds the runs of all prose blocks.
func (a *analysis) pair() {
	single := a.singleStyle()
	carried := int32(none)
	for i, b := range a.plain.Blocks {
		if !b.Kind.Prose() {
			continue
		}
		a.collect(b, single || b.Kind == reader.BlockHeading || i == 0)
		if a.language.dashes && a.pairDashes(i, b) {
			carried = none
			continue
		}
		carried = a.pairBlock(i, b, carried)
	}
}

// singleStyle reports whether the article quotes in single marks, as British
// papers do: no double marks at all and several single ones that open.
func (a *analysis) singleStyle() bool {
	if strings.ContainsAny(a.text, "\"“”„«»") || strings.Contains(a.text, "''") {
		return false
	}
	return strings.Count(a.text, "‘")+strings.Count(a.text, " '") >= 2
}

// collect gathers the possible marks of a block into a.signs.
func (a *analysis) collect(b reader.Block, single bool) {
	a.signs = a.signs[:0]
	text := a.text
	double := false
	for i := b.Start; i < b.End; {
		c := text[i]
		if c < utf8.RuneSelf && c != '"' && c != '\'' && c != '`' {
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:b.End])
		s, ok := a.signAt(b, i, r, n)
		if ok && (s.style != styleSingle || single) {
			a.signs = append(a.signs, s)
			double = double || s.style != styleSingle
			n = s.end - s.start
		}
		i += n
	}
	if double && single { // single marks are nested ones here
		kept := a.signs[:0]
		for _, s := range a.signs {
			if s.style != styleSingle {
				kept = append(kept, s)
			}
		}
		a.signs = kept
	}
}

// signAt classifies the character r at i.
func (a *analysis) signAt(b reader.Block, i int, r rune, n int) (sign, bool) {
	text := a.text
	s := sign{start: i, end: i + n}
	switch r {
	case '“':
		s.style, s.opens = styleCurly, true
		s.ends = a.low(b, i)
		if opens, ends := a.sides(b, i, i+n); ends && !opens && a.openBefore() {
			s.opens, s.ends = false, true // turned the wrong way
		}
	case '”', '‟':
		s.style, s.ends = styleCurly, true
		if i == b.Start || text[i-1] == ' ' && i+n < b.End && letterAt(text, i+n) {
			s.opens = true // a mark that was turned the wrong way, or Swedish use
		}
	case '„':
		s.style, s.opens = styleLow, true
	case '«':
		s.style, s.opens = styleAngle, true
		s.ends = !a.spaceBefore(b, i) // German books turn them round
	case '»':
		s.style, s.ends = styleAngle, true
		s.opens = a.spaceBefore(b, i) && i+n < b.End && letterAt(text, i+n)
	case '「', '『':
		s.style, s.opens = styleCorner, true
	case '」', '』':
		s.style, s.ends = styleCorner, true
	case '"', '＂':
		s.style = styleStraight
		s.opens, s.ends = a.sides(b, i, i+n)
		if s.ends && s.opens == false && i > b.Start && i+n < b.End && text[i-1] >= '0' && text[i-1] <= '9' && !a.openBefore() {
			return s, false // inches
		}
	case '\'', '`', '‘', '’':
		return a.apostropheSign(b, i, r, n)
	default:
		return s, false
	}
	return s, true
}

// openBefore reports whether an odd number of signs came before.
func (a *analysis) openBefore() bool { return len(a.signs)%2 == 1 }

// low reports whether the mark “ at i closes a „ before it.
func (a *analysis) low(b reader.Block, i int) bool {
	for j := len(a.signs) - 1; j >= 0; j-- {
		switch s := a.signs[j]; {
		case s.style == styleLow:
			return true
		case s.style == styleCurly:
			return false
		}
	}
	return false
}

// apostropheSign tells doubled marks and single marks from apostrophes.
func (a *analysis) apostropheSign(b reader.Block, i int, r rune, n int) (sign, bool) {
	text := a.text
	if j := i + n; j < b.End {
		if q, m := utf8.DecodeRuneInString(text[j:b.End]); q == r || r == '\'' && q == '’' || r == '’' && q == '\'' {
			s := sign{start: i, end: j + m, style: styleDoubled}
			s.opens, s.ends = a.sides(b, i, j+m)
			if r == '`' || r == '‘' {
				s.opens, s.ends = true, false
			}
			return s, true
		}
	}
	s := sign{start: i, end: i + n, style: styleSingle}
	if !a.mayQuote(b, i, i+n) {
		return s, false
	}
	s.opens, s.ends = a.sides(b, i, i+n)
	switch r {
	case '‘':
		s.opens, s.ends = true, false
	case '’':
		s.opens = false
	case '`':
		s.ends = false
	}
	if s.ends && i > b.Start && (text[i-1] == 's') && !a.openBefore() {
		return s, false // a plural's possessive
	}
	return s, s.opens != s.ends
}

// mayQuote reports whether the single mark between i and end can be a
// quotation mark: it stands not inside a word (it's), not before a year ('90s),
// and not behind a plural's s while a better closing mark follows.
func (a *analysis) mayQuote(b reader.Block, i, end int) bool {
	text := a.text
	before := i > b.Start && letterAt(text[:b.End], i-runeBefore(text, i))
	after := end < b.End && (letterAt(text, end) || text[end] >= 'A' && text[end] <= 'Z')
	switch {
	case before && after:
		return false
	case after && text[end] >= '0' && text[end] <= '9':
		return false
	case after && end+1 < b.End && text[end] == 'n' && isApostrophe(firstRune(text[end+1:])):
		return false
	case before && text[i-1] == 's' && a.openBefore():
		rest := text[end:b.End]
		for k, r := range rest {
			if r == '‘' || r == '\'' && k > 0 && rest[k-1] == ' ' {
				break
			}
			if isApostrophe(r) && k > 0 && strings.IndexByte(".,!?", rest[k-1]) >= 0 {
				return false
			}
		}
	}
	return true
}

// runeBefore returns the length of the character before byte i.
func runeBefore(s string, i int) int {
	_, n := utf8.DecodeLastRuneInString(s[:i])
	return n
}

func (a *analysis) spaceBefore(b reader.Block, i int) bool {
	if i <= b.Start {
		return true
	}
	r, _ := utf8.DecodeLastRuneInString(a.text[b.Start:i])
	return unicode.IsSpace(r) || strings.ContainsRune("([{—–-/‘'“\"…", r)
}

// sides tells from what stands around a mark without direction whether it may
// open and whether it may close.
func (a *analysis) sides(b reader.Block, i, end int) (opens, ends bool) {
	before := a.spaceBefore(b, i)
	after := end >= b.End
	if !after {
		r, _ := utf8.DecodeRuneInString(a.text[end:b.End])
		after = unicode.IsSpace(r) || strings.ContainsRune(".,;:!?)]}—–-/’'”\"…", r)
	}
	switch {
	case before && !after:
		return true, false
	case after && !before:
		return false, true
	}
	return true, true
}

// pairBlock pairs a.signs; carried is the run of the paragraph before that is
// still open. It returns the run that this block leaves open, or none.
func (a *analysis) pairBlock(index int, b reader.Block, carried int32) int32 {
	open := none
	first := len(a.runs)
	for k := range a.signs {
		s := &a.signs[k]
		switch {
		case open == none:
			if s.opens {
				open = k
			} else if k == 0 && carried != none && s.ends {
				// the paragraph goes on without a new opening mark
				a.addRun(index, b.Start, b.Start, s.start, s.end, s.style)
			}
		case s.ends && agree(a.signs[open].style, s.style) && (!s.opens || !a.startsNew(open, k)):
			o := a.signs[open]
			a.addRun(index, o.start, o.end, s.start, s.end, s.style)
			open = none
		case s.opens && agree(a.signs[open].style, s.style):
			if !a.nested(open, k) {
				open = k // the one before was never closed
			} else if c := a.outerEnd(k); c > k {
				a.signs[k].opens, a.signs[k].ends = false, false
				a.signs[c].opens, a.signs[c].ends = false, false
			}
		}
	}
	return a.leftOpen(index, b, open, first, carried)
}

// leftOpen deals with a mark that the block did not close.
func (a *analysis) leftOpen(index int, b reader.Block, open, first int, carried int32) int32 {
	left := int32(none)
	if open != none {
		o := a.signs[open]
		whole := o.start == b.Start || o.start <= b.Start+2
		if a.opensNext(index) || whole && o.style != styleSingle && b.Kind != reader.BlockHeading {
			a.addRun(index, o.start, o.end, b.End, b.End, o.style)
			if a.opensNext(index) {
				left = int32(len(a.runs) - 1)
			}
		}
	}
	if carried != none && first < len(a.runs) && int(a.runs[first].open) <= b.Start+2 {
		a.runs[carried].next = int32(first)
		a.runs[first].from = carried
	}
	return left
}

// opensNext reports whether the next prose block begins with an opening mark.
func (a *analysis) opensNext(index int) bool {
	for _, b := range a.plain.Blocks[index+1:] {
		if !b.Kind.Prose() {
			continue
		}
		r, n := utf8.DecodeRuneInString(a.text[b.Start:b.End])
		switch r {
		case '“', '"', '„', '«', '‘', '»':
			return true
		case '\'', '`':
			return b.Start+n < b.End && rune(a.text[b.Start+n]) == r
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
	case open == styleSingle || end == styleSingle || open == styleAngle || end == styleAngle || open == styleCorner || end == styleCorner:
		return false
	case open == styleLow:
		return end == styleCurly || end == styleStraight
	}
	return end != styleLow
}

// startsNew reports whether the sign k, which could close as well as open,
// rather opens: the open one is followed by more marks that open than close.
func (a *analysis) startsNew(open, k int) bool { return false }

// nested reports whether the opening sign k stands inside the open one: two
// closing signs follow before the next opening one.
func (a *analysis) nested(open, k int) bool {
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
func (a *analysis) outerEnd(k int) int {
	for c := k + 1; c < len(a.signs); c++ {
		if a.signs[c].ends {
			return c
		}
	}
	return none
}

func (a *analysis) addRun(block, open, start, end, after int, s style) {
	opened, closing := start, end
	for start < end && a.text[start] == ' ' {
		start++
	}
	for end > start && a.text[end-1] == ' ' {
		end--
	}
	if start >= end {
		return
	}
	id := int32(len(a.runs))
	a.runs = append(a.runs, run{
		start: int32(start), end: int32(end), open: int32(open), after: int32(after),
		block: int32(block), next: none, from: none, single: s == styleSingle, dash: s == styleDash,
	})
	if open < opened {
		a.marks = append(a.marks, mark{open, opened, id, '('})
	}
	if closing < after {
		a.marks = append(a.marks, mark{closing, after, id, ')'})
	}
}

// markAt returns the mark that begins at byte i, if one does. Calls must ask
// for growing offsets.
func (a *analysis) markAt(i int) *mark {
	for a.nextMark < len(a.marks) && a.marks[a.nextMark].start < i {
		a.nextMark++
	}
	if a.nextMark < len(a.marks) && a.marks[a.nextMark].start == i {
		return &a.marks[a.nextMark]
	}
	return nil
}

// runAt returns the run that holds byte i, or none. Calls must ask for
// growing offsets.
func (a *analysis) runAt(i int) int32 {
	for a.nextRun < len(a.runs) && int(a.runs[a.nextRun].end) <= i {
		a.nextRun++
	}
	if a.nextRun < len(a.runs) && int(a.runs[a.nextRun].start) <= i {
		return int32(a.nextRun)
	}
	return none
}
