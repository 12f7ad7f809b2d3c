package typeset

import (
	"context"
	"strings"

	"offprint/reader"
	"offprint/reader/markdown"
)

// window shapes the part of the text around an offset that fills the lines
// wanted, so that the first screen of a long text costs what that of a short
// one does. It returns nil if that would be all of the text. References to
// what stands outside (footnotes, link definitions) show as written until the
// whole is there.
func window(ctx context.Context, text reader.Text, around int, o Options) *shape {
	back := o.Lines / 2 * o.Width
	for size := max(1000, o.Lines*o.Width*5/4); ; size *= 4 {
		span := cutAround(string(text), around-back, around+size)
		if span.Start == 0 && span.End == len(text) && len(text) < 2*size {
			return nil
		}
		s := newShaper(ctx, text, span, o)
		s.limit = &limit{around: around, lines: o.Lines, width: o.Width}
		s.budget = maxColouredFirst
		root, source := markdown.Parse(tame(text[span.Start:span.End]))
		s.source = source
		s.children(root)
		s.limit.close(s)
		r := s.done()
		if s.limit.full() || span.End == len(text) || ctx.Err() != nil {
			return r
		}
	}
}

// maxColouredFirst is how many bytes of code are coloured for a first screen:
// that costs about 2.5 ms for each 1,000.
const maxColouredFirst = 3 << 10

// limit ends shaping once there are lines enough.
type limit struct {
	around, lines, width int
	seen                 int // blocks counted
	got                  int // lines from around on
}

func (l *limit) full() bool { return l.got >= l.lines }

// count takes the blocks that have been added and reports whether they are enough.
func (l *limit) count(blocks []*block) bool {
	for ; l.seen < len(blocks); l.seen++ {
		if b := blocks[l.seen]; b.span.End > l.around {
			l.got += b.height(l.around, l.width)
		}
	}
	return l.full()
}

// close notes how much of the source has been shaped.
func (l *limit) close(s *shaper) {
	if !l.full() {
		return
	}
	s.stopped = true
	for _, b := range s.blocks {
		if !b.span.Empty() {
			s.span.End = b.span.End
		}
	}
}

// height returns how many lines the block takes at a width, from the source
// offset on.
func (b *block) height(from, width int) int {
	if b.table != nil {
		return 2 + len(b.table.rows)
	}
	n := 0
	if b.gap && b.span.Start > from {
		n = 1
	}
	room := max(1, width-max(b.rest.room(width), b.turned.room(width)))
	for i := 0; i < len(b.cells); {
		to, next := b.lineEnd(i, room)
		if s := spanOf(b.cells[i:to]); s.End > from {
			n++
		}
		i = next
	}
	return n
}

// enough reports whether the shape of a part will do for a screen around an offset.
func (s *shape) enough(around int, o Options) bool {
	if around < s.span.Start || around >= s.span.End {
		return false
	}
	l := limit{around: around, lines: o.Lines, width: o.Width}
	return l.count(s.blocks)
}

// slack is how far a window may reach beyond what was asked for, in bytes, to
// end where a block does.
const slack = 8 << 10

// cutAround returns a part of the text that holds the bytes from one offset to
// another and begins and ends between blocks, as far as that can be told line
// by line: not within fenced code, and rather not within a list. A paragraph
// that is too long is cut between words.
func cutAround(text string, from, to int) reader.Span {
	from, to = max(0, from), min(len(text), to)
	c := cutter{text: text, from: from, to: to, start: [3]int{0, -1, -1}, end: [3]int{-1, -1, -1}}
	c.start[0] = -1
	if from <= slack {
		c.start[strong] = 0
	}
	if to < len(text) {
		c.scan()
	} else {
		c.end[strong] = len(text)
		if c.start[strong] < 0 {
			c.scan()
		}
	}
	s := reader.Span{Start: c.pick(c.start), End: c.pick(c.end)}
	if s.Start < 0 {
		s.Start = wordStart(text, from)
	}
	if s.End < 0 {
		s.End = len(text)
		if to+slack < len(text) {
			s.End = wordStart(text, to)
		}
	}
	return s
}

// How good a place for a cut is.
const (
	weak   = iota // the beginning of a line
	fair          // of a line after a blank one
	strong        // of a line that begins a block whatever stands before
)

// cutter looks for places to cut.
type cutter struct {
	text       string
	from, to   int
	start, end [3]int // the best of each kind found, -1 if none
}

func (c *cutter) pick(at [3]int) int {
	for kind := strong; kind >= weak; kind-- {
		if at[kind] >= 0 {
			return at[kind]
		}
	}
	return -1
}

// scan goes over the lines from the text's beginning, since only there it is
// known that no code is open.
func (c *cutter) scan() {
	fence, afterBlank := "", true
	for at := 0; at < len(c.text) && at <= c.to+slack; {
		next := len(c.text)
		if n := strings.IndexByte(c.text[at:], '\n'); n >= 0 {
			next = at + n + 1
		}
		line := c.text[at:next]
		if fence == "" && c.note(at, line, afterBlank) {
			return
		}
		trimmed := strings.TrimLeft(line, " >\t")
		if mark := fenceOf(trimmed); mark != "" {
			switch {
			case fence == "":
				fence = mark
			case strings.HasPrefix(trimmed, fence):
				fence = ""
			}
		}
		afterBlank = strings.TrimLeft(line, " \t\n") == ""
		at = next
	}
}

// note takes a line's beginning as a place for a cut. It reports true when
// nothing better can come.
func (c *cutter) note(at int, line string, afterBlank bool) bool {
	kind := weak
	if afterBlank && line != "\n" {
		kind = fair
		if !strings.ContainsRune(" \t-*+:0123456789[<|\n", rune(line[0])) {
			kind = strong
		}
	}
	if at <= c.from && at >= c.from-slack {
		c.start[kind] = at
	}
	if at >= c.to && c.end[kind] < 0 {
		c.end[kind] = at
	}
	return c.end[strong] >= 0
}

// fenceOf returns the three characters that a line of fenced code begins or ends with.
func fenceOf(line string) string {
	for _, f := range []string{"```", "~~~"} {
		if strings.HasPrefix(line, f) {
			return f
		}
	}
	return ""
}

// wordStart returns the beginning of the first word at or after the offset,
// or a character's if there is none near.
func wordStart(text string, at int) int {
	if n := strings.IndexByte(text[at:min(len(text), at+200)], ' '); n >= 0 {
		return at + n + 1
	}
	for at < len(text) && text[at]&0xc0 == 0x80 {
		at++
	}
	return at
}
