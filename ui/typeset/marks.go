package typeset

import (
	"math/bits"
	"sort"

	"offprint/reader"
)

// Class is what a range of the text is marked as. Later classes are painted
// over earlier ones.
type Class uint8

// The classes. Links need not be marked: a page knows its own.
const (
	ClassEntity    Class = iota // Mark.Kind tells the kind
	ClassQuote                  // Mark.Number is shown in the gutter
	ClassMark                   // the user's highlight; shown in the gutter too
	ClassHit                    // found by a search
	ClassCurrent                // the one that the track is at
	ClassSelection              // chosen with the cursor
)

// Mark is one range of the source with a class.
type Mark struct {
	Span   reader.Span
	Class  Class
	Kind   reader.EntityKind // ClassEntity
	Number int               // ClassQuote: the quote's number, from 1; 0 is none
	Noted  bool              // ClassMark: it has a note, of which the gutter tells where it begins
}

// Marks are marks made ready for painting: make them when a layer changes, not
// for each frame. They never change and may be shared. A nil *Marks has none.
type Marks struct {
	segments []segment // disjoint, in order, none without a class
	numbers  []numbered
	notes    []int // where highlights with a note begin, in order
}

// segment is a stretch of the source with the classes that hold in it.
type segment struct {
	start, end int
	mask       mask
}

// mask is a set of classes: one bit for each, and one for each kind of entity.
type mask uint16

// kindBit is the bit of the first kind of entity; ClassEntity has none of its own.
const kindBit = 8

// bit returns the mark's bit.
func (m Mark) bit() int {
	if m.Class == ClassEntity {
		return kindBit + int(min(m.Kind, reader.EntityWork))
	}
	return int(m.Class)
}

func (m mask) has(c Class) bool { return m&(1<<c) != 0 }

// kind returns the kind of entity in the mask; the rarest wins where several overlap.
func (m mask) kind() (k reader.EntityKind, ok bool) {
	top := bits.Len16(uint16(m)) - 1
	if top < kindBit {
		return 0, false
	}
	return reader.EntityKind(top - kindBit), true
}

// numbered is where a quote with a number begins.
type numbered struct{ start, number int }

// end is one end of a mark.
type end struct {
	at, bit, step int
}

// Flatten makes marks ready for painting. They may overlap and come in any order.
func Flatten(marks []Mark) *Marks {
	r := &Marks{}
	first := map[int]int{}
	ends := make([]end, 0, 2*len(marks))
	for _, m := range marks {
		if m.Span.Empty() {
			continue
		}
		if m.Class == ClassMark && m.Noted {
			r.notes = append(r.notes, m.Span.Start)
		}
		ends = append(ends, end{m.Span.Start, m.bit(), 1}, end{m.Span.End, m.bit(), -1})
		if m.Class == ClassQuote && m.Number > 0 {
			if at, ok := first[m.Number]; !ok || m.Span.Start < at {
				first[m.Number] = m.Span.Start
			}
		}
	}
	sort.Slice(ends, func(i, j int) bool { return ends[i].at < ends[j].at })
	for n, at := range first {
		r.numbers = append(r.numbers, numbered{at, n})
	}
	sort.Slice(r.numbers, func(i, j int) bool {
		a, b := r.numbers[i], r.numbers[j]
		return a.start < b.start || a.start == b.start && a.number < b.number
	})
	sort.Ints(r.notes)
	r.sweep(ends)
	return r
}

// sweep goes over the ends in order and counts what is open.
func (r *Marks) sweep(ends []end) {
	var open [16]int
	var now mask
	at := 0
	for i := 0; i < len(ends); {
		if now != 0 && ends[i].at > at {
			r.append(segment{at, ends[i].at, now})
		}
		for at = ends[i].at; i < len(ends) && ends[i].at == at; i++ {
			e := ends[i]
			if open[e.bit] += e.step; open[e.bit] > 0 {
				now |= 1 << e.bit
			} else {
				now &^= 1 << e.bit
			}
		}
	}
}

func (r *Marks) append(s segment) {
	if n := len(r.segments); n > 0 && r.segments[n-1].end == s.start && r.segments[n-1].mask == s.mask {
		r.segments[n-1].end = s.end
		return
	}
	r.segments = append(r.segments, s)
}

// look walks over marks in step with cells, which mostly come in the order of the source.
type look struct {
	segments []segment
	next     int // the first segment that ends after the cell looked up last
	last     int
}

// look returns a walk over the marks; r may be nil.
func (r *Marks) look() look {
	if r == nil {
		return look{}
	}
	return look{segments: r.segments, last: -1}
}

// over returns the classes that cover a byte of the stretch from start to end.
func (w *look) over(start, end int) mask {
	if len(w.segments) == 0 {
		return 0
	}
	if start < w.last || w.last < 0 {
		w.next = sort.Search(len(w.segments), func(i int) bool { return w.segments[i].end > start })
	}
	w.last = start
	for w.next < len(w.segments) && w.segments[w.next].end <= start {
		w.next++
	}
	var m mask
	for i := w.next; i < len(w.segments) && w.segments[i].start < end; i++ {
		m |= w.segments[i].mask
	}
	return m
}
