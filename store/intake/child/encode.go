package child

import (
	"encoding/binary"
	"time"

	"offprint/reader"
)

// encoder writes values one after the other; decoder reads them in the same order.
type encoder struct{ b []byte }

func (e *encoder) byte(v byte)    { e.b = append(e.b, v) }
func (e *encoder) count(n int)    { e.b = binary.AppendUvarint(e.b, uint64(max(0, n))) }
func (e *encoder) text(s string)  { e.count(len(s)); e.b = append(e.b, s...) }
func (e *encoder) bytes(s []byte) { e.count(len(s)); e.b = append(e.b, s...) }

func (e *encoder) flag(v bool) {
	if v {
		e.byte(1)
	} else {
		e.byte(0)
	}
}

// time writes a time with its zone; the zero time is no bytes.
func (e *encoder) time(t time.Time) {
	if t.IsZero() {
		e.count(0)
		return
	}
	b, err := t.MarshalBinary()
	if err != nil { // a zone that is not told in whole minutes
		b, _ = t.UTC().MarshalBinary()
	}
	e.bytes(b)
}

func (e *encoder) texts(list []reader.Text) {
	e.count(len(list))
	for _, t := range list {
		e.text(string(t))
	}
}

func (e *encoder) source(s *reader.Source) {
	e.text(s.Name)
	e.byte(byte(s.Format))
	e.time(s.Modified)
	e.text(s.Address)
	e.text(s.Charset)
	e.flag(s.AsIs)
	e.flag(s.Resume.Again)
	e.count(s.Resume.Given)
	e.count(len(s.Resume.Without))
	for _, l := range s.Resume.Without {
		e.count(l.Document)
		e.text(string(l.Why))
	}
}

// digest writes all that is known of an article.
func (e *encoder) digest(d *reader.Digest) {
	e.article(&d.Article)
	e.bytes(d.Plain.Encode(d.Article.Markdown))
	e.bytes(reader.EncodeFindings(d))
	e.count(d.Words)
}

// article writes an article without its repairs, which are findings.
func (e *encoder) article(a *reader.Article) {
	e.text(string(a.Markdown)) // first: spans are checked against it
	e.text(string(a.Title))
	e.text(string(a.Byline))
	e.time(a.Published)
	e.text(string(a.Outlet))
	e.text(string(a.Address))
	e.text(a.Language)
	e.byte(byte(a.Format))
	e.texts(a.Tags)
	e.flag(a.Stub)
	e.time(a.Kept.Saved)
	e.flag(a.Kept.Read)
	e.flag(a.Kept.Starred)
	e.count(len(a.Kept.Passages))
	for _, p := range a.Kept.Passages {
		e.text(string(p.Text))
		e.text(string(p.Note))
		e.time(p.Made)
	}
}
