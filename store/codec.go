package store

import (
	"encoding/binary"
	"errors"
	"math"

	"offprint/reader"
)

// errFindings is what reading stored findings gives when they make no sense.
// The article is still readable: callers show it without findings.
var errFindings = errors.New("stored findings are damaged")

// findingsCode is the version of the encoding below, its first byte.
// Version 1 has no roles of entities.
const findingsCode = 2

// encodeFindings returns what was found in an article in a few bytes.
func encodeFindings(d *reader.Digest) []byte {
	e := encoder{b: append(make([]byte, 0, 64+24*len(d.Quotes)+24*len(d.Entities)), findingsCode)}
	e.count(len(d.Article.Repairs))
	for _, r := range d.Article.Repairs {
		e.text(string(r.Kind))
		e.text(string(r.Text))
	}
	e.count(len(d.Quotes))
	for i := range d.Quotes {
		e.quote(&d.Quotes[i])
	}
	e.count(len(d.Entities))
	for i := range d.Entities {
		e.entity(&d.Entities[i])
	}
	return e.b
}

// decodeFindings fills d with what encodeFindings wrote. All strings are cleaned; spans lie within size bytes.
func decodeFindings(b []byte, size int, d *reader.Digest) error {
	c := decoder{b: b, size: size}
	version := c.count()
	if version < 1 || version > findingsCode {
		return errFindings
	}
	d.Article.Repairs = make([]reader.Repair, c.list())
	for i := range d.Article.Repairs {
		d.Article.Repairs[i] = reader.Repair{Kind: reader.RepairKind(c.line()), Text: c.text()}
	}
	d.Quotes = make([]reader.Quote, c.list())
	for i := range d.Quotes {
		c.quote(&d.Quotes[i])
	}
	d.Entities = make([]reader.Entity, c.list())
	for i := range d.Entities {
		c.entity(&d.Entities[i], version)
	}
	if c.bad {
		d.Article.Repairs, d.Quotes, d.Entities = nil, nil, nil
		return errFindings
	}
	return nil
}

type encoder struct{ b []byte }

func (e *encoder) count(n int) { e.b = binary.AppendUvarint(e.b, uint64(n)) }

func (e *encoder) text(s string) {
	e.count(len(s))
	e.b = append(e.b, s...)
}

// chance writes a number from 0 to 1 to three digits.
func (e *encoder) chance(f float64) { e.count(int(math.Round(min(max(f, 0), 1) * 1000))) }

// spans writes places relative to each other: most follow one another.
func (e *encoder) spans(list []reader.Span) {
	e.count(len(list))
	at := 0
	for _, s := range list {
		e.b = binary.AppendVarint(e.b, int64(s.Start-at))
		e.count(max(0, s.Len()))
		at = s.End
	}
}

func (e *encoder) quote(q *reader.Quote) {
	e.count(int(q.Kind))
	e.spans(q.Content)
	e.spans(q.Source)
	e.spans(q.Cue)
	e.text(string(q.Speaker.Name))
	e.count(int(q.Speaker.Kind))
	inferred := 0
	if q.Speaker.Inferred {
		inferred = 1
	}
	e.count(inferred)
	e.chance(q.Confidence)
}

func (e *encoder) entity(t *reader.Entity) {
	e.text(string(t.Name))
	e.count(int(t.Kind))
	e.spans(t.Mentions)
	e.spans(t.Roles)
	e.count(len(t.Aliases))
	for _, a := range t.Aliases {
		e.text(string(a))
	}
	e.text(t.Country)
	e.chance(t.Confidence)
}

// decoder reads stored findings. A long article has ten thousand of them, and
// few names: spans are cut from one slice, and a name that was met before is
// not cleaned again.
type decoder struct {
	b     []byte
	size  int // of the Markdown
	bad   bool
	lines map[string]reader.Text
	room  []reader.Span // free capacity
}

func (c *decoder) count() int {
	v, n := binary.Uvarint(c.b)
	if n <= 0 || v > 1<<40 {
		c.bad, c.b = true, nil
		return 0
	}
	c.b = c.b[n:]
	return int(v)
}

// list reads the length of a list; every element takes a byte at least.
func (c *decoder) list() int {
	n := c.count()
	if n > len(c.b) {
		c.bad, c.b = true, nil
		return 0
	}
	return n
}

func (c *decoder) raw() []byte {
	n := c.list()
	b := c.b[:n]
	c.b = c.b[n:]
	return b
}

func (c *decoder) text() reader.Text { return reader.Clean(string(c.raw())) }

func (c *decoder) line() reader.Text {
	b := c.raw()
	if t, ok := c.lines[string(b)]; ok { // makes no string
		return t
	}
	t := reader.CleanLine(string(b))
	if c.lines == nil {
		c.lines = map[string]reader.Text{}
	}
	c.lines[string(b)] = t
	return t
}

// roomFor is how many spans are allocated at once, at most.
const roomFor = 1024

// take returns an empty slice for n spans. What is appended beyond them does
// not reach those of others.
func (c *decoder) take(n int) []reader.Span {
	if n > roomFor/4 {
		return make([]reader.Span, 0, n)
	}
	if n > len(c.room) {
		c.room = make([]reader.Span, min(roomFor, n+len(c.b)/2)) // a span takes two bytes at least
	}
	list := c.room[:0:n]
	c.room = c.room[n:]
	return list
}

func (c *decoder) chance() float64 { return float64(min(c.count(), 1000)) / 1000 }

func (c *decoder) spans() []reader.Span {
	n := c.list()
	if n == 0 {
		return nil
	}
	list := c.take(n)
	at := 0
	for range n {
		v, k := binary.Varint(c.b)
		if k <= 0 || v > 1<<40 || v < -1<<40 {
			c.bad, c.b = true, nil
			return nil
		}
		c.b = c.b[k:]
		start := at + int(v)
		end := start + c.count()
		if start < 0 || end > c.size {
			c.bad = true
			return nil
		}
		list = append(list, reader.Span{Start: start, End: end})
		at = end
	}
	return list
}

func (c *decoder) quote(q *reader.Quote) {
	q.Kind = reader.QuoteKind(min(c.count(), int(reader.QuoteDirect)))
	q.Content, q.Source, q.Cue = c.spans(), c.spans(), c.spans()
	q.Speaker.Name = c.line()
	q.Speaker.Kind = reader.SpeakerKind(min(c.count(), int(reader.SpeakerRole)))
	q.Speaker.Inferred = c.count() == 1
	q.Confidence = c.chance()
}

func (c *decoder) entity(t *reader.Entity, version int) {
	t.Name = c.line()
	t.Kind = reader.EntityKind(min(c.count(), int(reader.EntityWork)))
	t.Mentions = c.spans()
	if version > 1 {
		t.Roles = c.spans()
	}
	if n := c.list(); n > 0 {
		t.Aliases = make([]reader.Text, n)
		for i := range t.Aliases {
			t.Aliases[i] = c.line()
		}
	}
	t.Country = string(c.line())
	t.Confidence = c.chance()
}

// encodeIDs writes numbers one after the other.
func encodeIDs(ids []int64) []byte {
	b := make([]byte, 0, 3*len(ids))
	for _, id := range ids {
		b = binary.AppendUvarint(b, uint64(id))
	}
	return b
}

// decodeIDs reads what encodeIDs wrote, up to the first damage.
func decodeIDs(b []byte) []int64 {
	ids := make([]int64, 0, len(b)/2)
	for len(b) > 0 {
		v, n := binary.Uvarint(b)
		if n <= 0 {
			break
		}
		ids = append(ids, int64(v))
		b = b[n:]
	}
	return ids
}
