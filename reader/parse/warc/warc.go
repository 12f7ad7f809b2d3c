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
	maxPages  = 20000
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

// records calls use with each record of an archive until that returns false,
// and returns what was wrong with the archive.
func records(data []byte, b *inner.Budget, use func(*record) bool) error {
	if Is(data) {
		_, err := plain(bytes.NewReader(data), b, use)
		return err
	}
	if bytes.HasPrefix(data, frameMark) || bytes.HasPrefix(data, dictionaryMark) {
		return framed(data, b, use)
	}
	var wrong error
	for len(data) > 0 {
		r := bytes.NewReader(data)
		z, err := gzip.NewReader(r)
		if err == nil {
			z.Multistream(false)
			var more bool
			more, err = plain(b.Reader(z), b, use)
			if !more || b.Spent() {
				return errors.Join(wrong, err)
			}
		}
		if err == nil {
			data = data[len(data)-r.Len():]
			continue
		}
		wrong = err
		next := bytes.Index(data[1:], []byte("\x1f\x8b\x08"))
		if next < 0 {
			break
		}
		data = data[1+next:]
	}
	return wrong
}

// plain reads the records of unpacked data. more is false when use wants none.
func plain(r io.Reader, b *inner.Budget, use func(*record) bool) (more bool, err error) {
	br := bufio.NewReaderSize(r, 32<<10)
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
		if wanted(rec) {
			rec.block = make([]byte, 0, min(size, 64<<10))
			rec.block, err = grow(br, rec.block, min(size, inner.MaxDocument))
			size -= int64(len(rec.block))
			if len(rec.block) > 0 && !use(rec) {
				return false, nil
			}
		}
		if err == nil {
			_, err = io.CopyN(io.Discard, br, size)
		}
		if err != nil {
			if errors.Is(err, io.EOF) {
				err = io.ErrUnexpectedEOF
			}
			return true, ended(err)
		}
	}
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
	case errors.Is(err, inner.ErrLarge):
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

// wanted reports whether anything is to be learned from a record.
func wanted(r *record) bool {
	switch r.kind() {
	case "response", "resource", "conversion", "request":
		return true
	}
	return false
}
