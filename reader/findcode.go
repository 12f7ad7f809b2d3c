package reader

import (
	"encoding/binary"
	"errors"
	"math"
)

// ErrFindingsCode is what DecodeFindings returns for bytes that make no sense.
var ErrFindingsCode = errors.New("the code of the findings is damaged")

// findingsCode is the version of the encoding, its first byte.
// Version 1 has no roles of entities.
const findingsCode = 2

// EncodeFindings returns what was found in an article, its repairs, quotes and
// entities, in a few bytes. Chances are kept to three digits. [DecodeFindings]
// reads it again. Archives keep this, so old versions must stay readable.
func EncodeFindings(d *Digest) []byte {
	e := findingsEncoder{append(make([]byte, 0, 64+24*len(d.Quotes)+24*len(d.Entities)), findingsCode)}
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
	return e.code
}

// DecodeFindings fills d with what EncodeFindings wrote; what is none is nil.
// code may be foreign: texts come out clean, spans lie within the size bytes of
// the Markdown, though in any order, and kinds are known ones. It fails with
// ErrFindingsCode, and then d has no findings.
func DecodeFindings(code []byte, size int, d *Digest) error {
	c := findingsDecoder{codeReader: codeReader{code: code}, size: size}
	version := c.number()
	if version < 1 || version > findingsCode {
		return ErrFindingsCode
	}
	d.Article.Repairs = each(&c, leastRepair, func(r *Repair) {
		r.Kind, r.Text = RepairKind(c.line()), Clean(string(c.bytes()))
	})
	d.Quotes = each(&c, leastQuote, c.quote)
	d.Entities = each(&c, leastEntity, func(t *Entity) { c.entity(t, version) })
	if c.bad {
		d.Article.Repairs, d.Quotes, d.Entities = nil, nil, nil
		return ErrFindingsCode
	}
	return nil
}

type findingsEncoder struct{ code []byte }

func (e *findingsEncoder) count(n int) { e.code = binary.AppendUvarint(e.code, uint64(n)) }

func (e *findingsEncoder) text(s string) {
	e.count(len(s))
	e.code = append(e.code, s...)
}

// chance writes a number from 0 to 1 to three digits.
func (e *findingsEncoder) chance(f float64) {
	e.count(int(math.Round(min(max(f, 0), 1) * 1000)))
}

// spans writes places relative to each other: most follow one another.
func (e *findingsEncoder) spans(list []Span) {
	e.count(len(list))
	at := 0
	for _, s := range list {
		e.code = binary.AppendVarint(e.code, int64(s.Start-at))
		e.count(max(0, s.Len()))
		at = s.End
	}
}

func (e *findingsEncoder) quote(q *Quote) {
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

func (e *findingsEncoder) entity(t *Entity) {
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

// The fewest bytes that each takes.
const (
	leastRepair = 2
	leastQuote  = 8
	leastEntity = 6
	leastSpan   = 2
	leastText   = 1
)

// findingsDecoder reads findings. A long article has ten thousand of them, and
// few names: spans are cut from one slice, and a name that was met before is
// not cleaned again.
type findingsDecoder struct {
	codeReader
	size  int // of the Markdown
	lines map[string]Text
	room  []Span // free capacity
}

// atOnce is how many elements are allocated before they are there, at most.
const atOnce = 1 << 14

// each reads a list whose elements take least bytes or more.
func each[T any](c *findingsDecoder, least int, read func(*T)) []T {
	n := c.list(least)
	if n == 0 {
		return nil
	}
	list := make([]T, 0, min(n, atOnce))
	for i := 0; i < n && !c.bad; i++ {
		var zero T
		list = append(list, zero)
		read(&list[i])
	}
	return list
}

func (c *findingsDecoder) line() Text {
	b := c.bytes()
	if t, ok := c.lines[string(b)]; ok { // makes no string
		return t
	}
	t := CleanLine(string(b))
	if c.lines == nil {
		c.lines = map[string]Text{}
	}
	c.lines[string(b)] = t
	return t
}

// roomFor is how many spans are allocated at once, at most.
const roomFor = 1024

// take returns an empty slice for n spans. What is appended beyond them does
// not reach those of others.
func (c *findingsDecoder) take(n int) []Span {
	if n > roomFor/4 {
		return make([]Span, 0, min(n, atOnce))
	}
	if n > len(c.room) {
		c.room = make([]Span, min(roomFor, n+len(c.code)/leastSpan))
	}
	list := c.room[:0:n]
	c.room = c.room[n:]
	return list
}

func (c *findingsDecoder) spans() []Span {
	n := c.list(leastSpan)
	if n == 0 {
		return nil
	}
	list := c.take(n)
	at := 0
	for range n {
		start := at + c.signed()
		end := start + c.number()
		if c.bad || start < 0 || end > c.size {
			c.fail()
			return nil
		}
		list = append(list, Span{Start: start, End: end})
		at = end
	}
	return list
}

func (c *findingsDecoder) quote(q *Quote) {
	q.Kind = QuoteKind(min(c.number(), int(QuoteDirect)))
	q.Content, q.Source, q.Cue = c.spans(), c.spans(), c.spans()
	q.Speaker.Name = c.line()
	q.Speaker.Kind = SpeakerKind(min(c.number(), int(SpeakerRole)))
	q.Speaker.Inferred = c.number() == 1
	q.Confidence = c.chance()
}

func (c *findingsDecoder) entity(t *Entity, version int) {
	t.Name = c.line()
	t.Kind = EntityKind(min(c.number(), int(EntityWork)))
	t.Mentions = c.spans()
	if version > 1 {
		t.Roles = c.spans()
	}
	t.Aliases = each(c, leastText, func(a *Text) { *a = c.line() })
	t.Country = string(c.line())
	t.Confidence = c.chance()
}

func (c *findingsDecoder) chance() float64 { return float64(min(c.number(), 1000)) / 1000 }
