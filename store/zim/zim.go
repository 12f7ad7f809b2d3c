// Package zim reads ZIM files: an encyclopedia in one file, to be used without
// a network. The archive's names are looked up in one that the user has.
//
// [Open] reads the header, [File.Article] answers who or what a name is, with
// the first paragraph of its page. Below it lie [File.Lookup], which follows
// titles and redirects (lookup.go), and [File.Paragraph], which reads a page
// (paragraph.go).
//
// The file is never read into memory and never trusted. Pages are found by
// binary search over the directory, which is not packed: looking up a title
// unpacks nothing. A page is unpacked up to its end and no further, within
// fixed limits (cluster.go). Every offset is checked against the file; what
// does not fit is [ErrCorrupt], never a panic.
//
// Both layouts are read: the old one with articles in namespace A, and the one
// since version 6.1 with everything in namespace C.
package zim

import (
	"errors"
	"fmt"
	"io"
	"os"
	"sync"
	"time"

	"offprint/reader"
)

// What can be wrong with a ZIM file.
var (
	ErrNotZIM  = errors.New("not a ZIM file")
	ErrVersion = errors.New("a version of ZIM that is not read")
	ErrCorrupt = errors.New("the ZIM file is damaged")
	ErrPacked  = errors.New("packed in a way that is not read")
	ErrTooBig  = errors.New("larger than is read")
)

// File is an open ZIM file. It may be used by several goroutines at once; all
// its reading is done by ReadAt. Nothing of the file is kept but the header.
type File struct {
	r    io.ReaderAt
	size uint64
	head header
	html map[uint16]bool // the MIME types that are pages

	titles  titleList
	source  func() reader.Text
	closing io.Closer
}

// Open opens the ZIM file at path. Errors of the system are returned as they
// are; what is wrong with the content is one of this package's errors, wrapped.
func Open(path string) (*File, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	info, err := f.Stat()
	if err == nil && !info.Mode().IsRegular() {
		err = ErrNotZIM
	}
	var z *File
	if err == nil {
		z, err = New(f, info.Size())
	}
	if err != nil {
		_ = f.Close()
		return nil, fmt.Errorf("open %s: %w", path, err)
	}
	z.closing = f
	return z, nil
}

// New reads the header of a ZIM file of size bytes. It reads some hundred
// bytes, however large the file is. Close does not close r.
func New(r io.ReaderAt, size int64) (*File, error) {
	f := &File{r: r, size: uint64(max(0, size))}
	if err := f.readHeader(); err != nil {
		return nil, err
	}
	if err := f.readTypes(); err != nil {
		return nil, err
	}
	if err := f.findTitles(); err != nil {
		return nil, err
	}
	f.source = sync.OnceValue(f.readSource)
	return f, nil
}

// Close closes the file that Open opened.
func (f *File) Close() error {
	if f.closing == nil {
		return nil
	}
	return f.closing.Close()
}

// UUID returns the identity of the file's content, in the usual form of 36 characters.
func (f *File) UUID() reader.Text {
	u := f.head.uuid
	return reader.CleanLine(fmt.Sprintf("%x-%x-%x-%x-%x", u[:4], u[4:6], u[6:8], u[8:10], u[10:]))
}

// Source returns what the file calls itself and when it was made, such as
// "Wikipedia, 2024-01-15"; empty if it does not say.
func (f *File) Source() reader.Text { return f.source() }

// maxMetadata is how many bytes of a field of metadata are read.
const maxMetadata = 256

// readSource reads the metadata that Source is made of.
func (f *File) readSource() reader.Text {
	field := func(name string) reader.Text {
		_, d, ok, err := f.findPath('M', name)
		if err != nil || !ok || d.redirects() {
			return ""
		}
		data, err := f.blob(d.cluster, d.blob, maxMetadata)
		if err != nil {
			return ""
		}
		return reader.CleanLine(string(data))
	}
	title, date := field("Title"), field("Date")
	if _, err := time.Parse(time.DateOnly, string(date)); err != nil || title == "" {
		return title
	}
	return title + ", " + date
}

// read fills buf with the bytes at off.
func (f *File) read(off uint64, buf []byte) error {
	if !f.holds(off, uint64(len(buf)), 1) {
		return fmt.Errorf("%w: it ends before byte %d", ErrCorrupt, off)
	}
	if _, err := f.r.ReadAt(buf, int64(off)); err != nil {
		if errors.Is(err, io.EOF) { // it was cut while open
			return fmt.Errorf("%w: it ends before byte %d", ErrCorrupt, off)
		}
		return fmt.Errorf("read the ZIM file: %w", err)
	}
	return nil
}

// holds reports whether n items of width bytes at off lie inside the file.
func (f *File) holds(off, n, width uint64) bool {
	return off <= f.size && n <= (f.size-off)/width
}
