package child

import (
	"encoding/binary"
	"strings"
	"time"

	"offprint/reader"
)

// decoder reads what encoder wrote, or what a child that was taken over by
// the file it parsed wants the parent to believe. Whatever it is given, texts
// are clean, spans and offsets lie within the article in the order that they
// promise, and kinds are known ones; else bad is set and the rest reads as nothing.
type decoder struct {
	s    string
	size int // of the article's Markdown
	bad  bool
}

func (d *decoder) fail() {
	d.bad, d.s = true, ""
}

func (d *decoder) byte() byte {
	if d.s == "" {
		d.fail()
		return 0
	}
	b := d.s[0]
	d.s = d.s[1:]
	return b
}

func (d *decoder) flag() bool { return d.byte() == 1 }

// kind reads a value of an enumeration that goes up to last.
func (d *decoder) kind(last byte) byte {
	b := d.byte()
	if b > last {
		d.fail()
		return 0
	}
	return b
}

func (d *decoder) uvarint() uint64 {
	var v uint64
	for shift := uint(0); shift < 63; shift += 7 {
		b := d.byte()
		v |= uint64(b&0x7f) << shift
		if b < 0x80 {
			return v
		}
	}
	d.fail()
	return 0
}

func (d *decoder) count() int {
	v := d.uvarint()
	if v > 1<<40 {
		d.fail()
		return 0
	}
	return int(v)
}

// list reads the length of a list; every element takes a byte at least.
func (d *decoder) list() int {
	n := d.count()
	if n > len(d.s) {
		d.fail()
		return 0
	}
	return n
}

func (d *decoder) raw() string {
	n := d.list()
	s := d.s[:n]
	d.s = d.s[n:]
	return s
}

// exact reads a text that others count bytes of: one that is not clean is refused.
func (d *decoder) exact() reader.Text {
	s := d.raw()
	t := reader.Clean(s)
	if string(t) != s {
		d.fail()
		return ""
	}
	return t
}

func (d *decoder) text() reader.Text { return reader.Clean(d.raw()) }

// line reads a text of one line. Most need nothing done.
func (d *decoder) line() reader.Text { return reader.CleanLine(d.raw()) }

// code reads a short name for programs, such as a language.
func (d *decoder) code() string { return strings.Clone(string(d.line())) }

func (d *decoder) lines() []reader.Text {
	n := d.list()
	if n == 0 {
		return nil
	}
	list := make([]reader.Text, 0, min(n, 1024))
	for range n {
		list = append(list, d.line())
		if d.bad {
			return nil
		}
	}
	return list
}

func (d *decoder) time() time.Time {
	b := d.raw()
	if b == "" {
		return time.Time{}
	}
	var t time.Time
	if err := t.UnmarshalBinary([]byte(b)); err != nil || t.Year() < 0 || t.Year() > 9999 {
		d.fail()
		return time.Time{}
	}
	return t
}

// decodeSource reads what the parent sends of a file, before its content.
func decodeSource(b []byte) (reader.Source, error) {
	d := decoder{s: string(b)}
	s := reader.Source{
		Name: d.raw(), Format: reader.Format(d.kind(byte(reader.FormatExport))), Modified: d.time(),
		Address: d.raw(), Charset: d.raw(), AsIs: d.flag(),
	}
	s.Resume.Again, s.Resume.Given = d.flag(), d.count()
	for n := d.list(); n > 0 && !d.bad; n-- {
		s.Resume.Without = append(s.Resume.Without, reader.LeftOut{Document: d.count(), Why: d.line()})
	}
	if d.bad || d.s != "" {
		return reader.Source{}, errFrame
	}
	return s, nil
}

// decodeFrom reads a document that articles are made from, nil for none.
func decodeFrom(b []byte) (*reader.Document, error) {
	if len(b) == 0 {
		return nil, nil
	}
	at, d := 0, reader.Document{}
	for _, field := range []*string{&d.Name, &d.Charset} {
		n, w := binary.Uvarint(b[at:])
		if w <= 0 || n > uint64(len(b)-at-w) {
			return nil, errFrame
		}
		at += w
		*field = string(b[at : at+int(n)])
		at += int(n)
	}
	d.Data = b[at:]
	return &d, nil
}

// decodeDigest reads one article with what was found in it.
func decodeDigest(b []byte) (reader.Digest, error) {
	d := decoder{s: string(b)}
	var g reader.Digest
	d.article(&g.Article)
	plain, err := reader.DecodePlain(g.Article.Markdown, []byte(d.raw()))
	if err != nil {
		return reader.Digest{}, errFrame
	}
	for _, k := range plain.Blocks {
		if k.Kind > reader.BlockFootnote {
			return reader.Digest{}, errFrame
		}
	}
	g.Plain = plain
	if reader.DecodeFindings([]byte(d.raw()), d.size, &g) != nil || !sound(&g) {
		return reader.Digest{}, errFrame
	}
	g.Words = min(d.count(), len(plain.Text))
	if d.bad || d.s != "" {
		return reader.Digest{}, errFrame
	}
	return g, nil
}

func (d *decoder) article(a *reader.Article) {
	a.Markdown = d.exact()
	d.size = len(a.Markdown)
	a.Title = d.line()
	a.Byline = d.line()
	a.Published = d.time()
	a.Outlet = d.line()
	a.Address = d.line()
	a.Language = d.code()
	a.Format = reader.Format(d.kind(byte(reader.FormatExport)))
	a.Tags = d.lines()
	a.Stub = d.flag()
	a.Kept.Saved = d.time()
	a.Kept.Read = d.flag()
	a.Kept.Starred = d.flag()
	for n := d.list(); n > 0 && !d.bad; n-- {
		a.Kept.Passages = append(a.Kept.Passages, reader.Passage{Text: d.text(), Note: d.text(), Made: d.time()})
	}
}

// sound reports whether findings keep what makers promise: every entity is
// mentioned, and places stand in order.
func sound(g *reader.Digest) bool {
	for i := range g.Quotes {
		if q := &g.Quotes[i]; !inOrder(q.Content) || !inOrder(q.Source) || !inOrder(q.Cue) {
			return false
		}
	}
	for i := range g.Entities {
		if t := &g.Entities[i]; len(t.Mentions) == 0 || !inOrder(t.Mentions) || !inOrder(t.Roles) {
			return false
		}
	}
	return true
}

func inOrder(list []reader.Span) bool {
	for i := 1; i < len(list); i++ {
		if list[i].Start < list[i-1].Start || list[i].End < list[i-1].End {
			return false
		}
	}
	return true
}
