// Package warc reads web archives as crawlers make them: WARC 1.0 and 1.1,
// plain or packed with gzip or zstd, and WACZ, a zip file of those with a list of the
// pages in it. What is yielded are the pages that somebody went to see, not
// the frames, scripts and answers of services that came with them.
//
// Damaged archives give all that is readable: after a bad piece of gzip data
// the next is looked for, after a bad record the next line that begins one.
//
// Begin with [Is] or [IsZstd] and [Read], or [IsZipped] and [ReadZipped].
package warc

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"offprint/reader/parse/inner"
	"offprint/reader/parse/message"
)

// The limits of an archive.
const (
	maxHeader = 64 << 10 // bytes of a record's header
	maxPages  = 1 << 20  // in a file
	maxEmbeds = 4 << 20  // addresses of parts of pages
)

// Is reports whether data, or what it unpacks to, begins a WARC file. head
// unpacks the beginning of gzip data.
func Is(data []byte) bool { return bytes.HasPrefix(data, []byte("WARC/")) }

// record is one record: what a server answered, or something about it.
type record struct {
	head  *message.Part
	block []byte
}

func (r *record) kind() string { return strings.ToLower(r.head.Get("warc-type")) }

// address returns what the record is about.
func (r *record) address() string { return strings.Trim(r.head.Get("warc-target-uri"), "<>") }

// walk is what goes through an archive.
type walk struct {
	budget *inner.Budget
	want   func(*record) int64 // how many bytes of a record's block are to be read, by its header; none skips it
	use    func(*record) bool  // false ends the walk
	buf    *bufio.Reader       // for the records of one piece after the other
}

// records goes through the records of an archive, and returns what was wrong
// with it.
func (w *walk) records(in *inner.Input) error {
	head := inner.Head(in, 5)
	switch {
	case Is(head):
		_, err := w.plain(inner.From(in, 0))
		return err
	case bytes.HasPrefix(head, frameMark), bytes.HasPrefix(head, dictionaryMark):
		return w.framed(in)
	}
	return w.members(in)
}

// members goes through an archive of which each record is packed with gzip by itself.
func (w *walk) members(in *inner.Input) (wrong error) {
	p := packing{in: in, packed: bufio.NewReaderSize(nil, 256<<10)}
	p.seek(0)
	bombs := 0
	for at := int64(0); at < in.Size(); {
		err := p.open()
		if err == nil {
			var more bool
			begun := at
			more, err = w.plain(inner.Loose(w.budget.Reader(p.z), func() int64 { return p.position() - begun }))
			if !more || w.budget.Spent() {
				return errors.Join(wrong, err)
			}
		}
		if err == nil {
			at = p.position()
			continue
		}
		wrong = err
		if bombs += bomb(err); bombs >= maxBombs {
			return fmt.Errorf("%w; the rest was left out", wrong)
		}
		if at = inner.Find(in, []byte("\x1f\x8b\x08"), at+1); at < 0 {
			break
		}
		p.seek(at)
	}
	return wrong
}

// packing is an archive whose members are read one after the other, and where
// its reading stands.
type packing struct {
	in     *inner.Input
	rest   *io.SectionReader // from the last seek on
	packed *bufio.Reader     // of rest
	z      *gzip.Reader      // of one member; nil before the first
}

// seek has the next member be read from a position.
func (p *packing) seek(at int64) {
	p.rest = inner.From(p.in, at)
	p.packed.Reset(p.rest)
}

// position returns up to where the archive was read.
func (p *packing) position() int64 {
	read, _ := p.rest.Seek(0, io.SeekCurrent)
	return p.in.Size() - p.rest.Size() + read - int64(p.packed.Buffered())
}

// open begins the next member.
func (p *packing) open() (err error) {
	if p.z == nil {
		p.z, err = gzip.NewReader(p.packed)
	} else {
		err = p.z.Reset(p.packed)
	}
	if err == nil {
		p.z.Multistream(false)
	}
	return err
}

// maxBombs is how many records that are packed too tightly are passed over.
const maxBombs = 3

func bomb(err error) int {
	if errors.Is(err, inner.ErrBomb) {
		return 1
	}
	return 0
}

// plain reads the records of unpacked data. more is false when use wants none.
func (w *walk) plain(r io.Reader) (more bool, err error) {
	if w.buf == nil {
		w.buf = bufio.NewReaderSize(nil, 64<<10)
	}
	br := w.buf
	br.Reset(r)
	for {
		head, err := header(br)
		if head == nil {
			return true, ended(err)
		}
		size, bad := strconv.ParseInt(head.Get("content-length"), 10, 64)
		if bad != nil || size < 0 {
			continue // the next line that begins a record is looked for
		}
		rec := &record{head: head}
		if n := min(size, w.want(rec)); n > 0 {
			rec.block = make([]byte, 0, min(n, 64<<10))
			rec.block, err = grow(br, rec.block, n)
			size -= int64(len(rec.block))
			if len(rec.block) > 0 && !w.use(rec) {
				return false, nil
			}
		}
		if err == nil {
			err = skip(br, r, size)
		}
		if err != nil {
			if errors.Is(err, io.EOF) {
				err = io.ErrUnexpectedEOF
			}
			return true, ended(err)
		}
	}
}

// skip passes over n bytes: most of a large archive are pictures and films,
// which need not be read where the file is no stream.
func skip(br *bufio.Reader, r io.Reader, n int64) error {
	in, ok := r.(*inner.Input)
	beyond := n - int64(br.Buffered())
	if !ok || beyond <= 0 {
		_, err := io.CopyN(io.Discard, br, n)
		return err
	}
	at, err := in.Seek(0, io.SeekCurrent)
	if err != nil || beyond > in.Size()-at {
		return io.ErrUnexpectedEOF
	}
	_, err = in.Seek(beyond, io.SeekCurrent)
	br.Reset(in)
	return err
}

// grow reads n bytes, as far as there are so many.
func grow(r io.Reader, into []byte, n int64) ([]byte, error) {
	buf := bytes.NewBuffer(into)
	_, err := io.CopyN(buf, r, n)
	return buf.Bytes(), err
}

// ended tells the end of the data from damage.
func ended(err error) error {
	switch {
	case err == nil, errors.Is(err, io.EOF):
		return nil
	case errors.Is(err, inner.ErrLarge), errors.Is(err, inner.ErrBomb):
		return err
	}
	return fmt.Errorf("%w: %w", inner.ErrDamaged, err)
}

// header reads up to the end of the next record's header; nil at the end.
func header(br *bufio.Reader) (*message.Part, error) {
	for {
		line, err := br.ReadSlice('\n')
		if bytes.HasPrefix(line, []byte("WARC/")) && err == nil {
			break
		}
		if err != nil && !errors.Is(err, bufio.ErrBufferFull) {
			return nil, err
		}
	}
	var head []byte
	for len(head) < maxHeader {
		line, err := br.ReadSlice('\n')
		head = append(head, line...)
		if err != nil && !errors.Is(err, bufio.ErrBufferFull) {
			return nil, err
		}
		if len(bytes.TrimRight(line, "\r\n")) == 0 {
			break
		}
	}
	return message.Read(head), nil
}
