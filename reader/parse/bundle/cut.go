package bundle

import (
	"archive/zip"
	"bufio"
	"bytes"
	"compress/flate"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"

	"offprint/reader/parse/inner"
)

// A zip whose end is missing, as that of a download that broke off, has lost
// its directory and not its files: each begins with a header of its own. A new
// directory is made of these and put behind the file.

// ErrCut is what is told of such a file beside what can be read of it.
var ErrCut = fmt.Errorf("%w: the end of the zip file is missing, which names what is in it; what can be read was", inner.ErrDamaged)

const (
	fileHead  = "PK\x03\x04"
	fileSize  = 30 // of a file's header without name and more
	entrySize = 46 // of its entry in the directory
	maxGaps   = 1000
	described = 8 // the flag of a file whose sizes stand behind it
)

// mended returns the directory made anew; nil if no file can be found.
func mended(in *inner.Input, b *inner.Budget) *zip.Reader {
	spent := *b // what is unpacked to be measured is read once more
	var directory bytes.Buffer
	entries, gaps := 0, 0
	for at := int64(0); at >= 0 && entries < maxEntries && directory.Len() < maxDirectory && gaps < maxGaps; {
		f, ok := headAt(in, at)
		if ok {
			ok = f.measure(in, &spent)
		}
		if !ok {
			gaps++
			at = inner.Find(in, []byte(fileHead), at+1)
			continue
		}
		f.enter(&directory)
		entries++
		if at = f.end(); f.described {
			at += descriptor(in, at)
		}
	}
	if entries == 0 {
		return nil
	}
	size := directory.Len()
	end := []byte("PK\x05\x06\x00\x00\x00\x00")
	end = binary.LittleEndian.AppendUint16(end, uint16(entries))
	end = binary.LittleEndian.AppendUint16(end, uint16(entries))
	end = binary.LittleEndian.AppendUint32(end, uint32(size))
	end = binary.LittleEndian.AppendUint32(end, uint32(in.Size()))
	directory.Write(append(end, 0, 0))
	r, err := zip.NewReader(&joined{in, directory.Bytes()}, in.Size()+int64(directory.Len()))
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return nil
	}
	return r
}

// joined is an input with more behind it.
type joined struct {
	in   *inner.Input
	more []byte
}

func (j *joined) ReadAt(p []byte, at int64) (n int, err error) {
	if at < j.in.Size() {
		n, err = j.in.ReadAt(p[:min(int64(len(p)), j.in.Size()-at)], at)
		if err != nil && !errors.Is(err, io.EOF) {
			return n, err
		}
	}
	if n < len(p) {
		n += copy(p[n:], j.more[min(int64(len(j.more)), max(0, at+int64(n)-j.in.Size())):])
	}
	if n < len(p) {
		return n, io.EOF
	}
	return n, nil
}

// header is that of one file in a zip.
type header struct {
	at, data       int64 // where it begins, and its data
	name           []byte
	fixed          []byte // from version to date, as it stands there
	crc            uint32
	packed, unpack int64
	described      bool // its sizes stand behind it
}

// headAt reads the header of a file.
func headAt(in *inner.Input, at int64) (f header, ok bool) {
	h := inner.At(in, at, fileSize)
	if len(h) < fileSize || string(h[:4]) != fileHead || at >= 1<<32-1 {
		return f, false
	}
	le := binary.LittleEndian
	n, more := int(le.Uint16(h[26:])), int(le.Uint16(h[28:]))
	f = header{
		at: at, data: at + fileSize + int64(n+more), name: inner.At(in, at+fileSize, n), fixed: h[4:14],
		crc: le.Uint32(h[14:]), packed: int64(le.Uint32(h[18:])), unpack: int64(le.Uint32(h[22:])),
	}
	return f, len(f.name) == n && n > 0 && f.data <= in.Size()
}

func (f *header) end() int64 { return f.data + f.packed }

// measure finds out how long the data of a file is. It reports false if that
// cannot be known, or if it is cut off in the middle and nothing of it can be read.
func (f *header) measure(in *inner.Input, b *inner.Budget) bool {
	flags, method := binary.LittleEndian.Uint16(f.fixed[2:]), binary.LittleEndian.Uint16(f.fixed[4:])
	binary.LittleEndian.PutUint16(f.fixed[2:], flags&^described)
	switch {
	case flags&described == 0 && f.end() <= in.Size():
		return f.packed < 1<<32-1
	case flags&described == 0:
		f.packed = in.Size() - f.data
		f.unpack = f.packed
		return method == zip.Store && f.packed > 0 // its beginning can be read
	case method != zip.Deflate:
		return false
	}
	f.described = true
	packed := &counted{r: bufio.NewReaderSize(inner.From(in, f.data), 64<<10)}
	crc := crc32.NewIEEE()
	n, err := io.Copy(crc, b.Reader(inner.Loose(flate.NewReader(packed), func() int64 { return packed.n })))
	f.packed, f.unpack, f.crc = packed.n, n, crc.Sum32()
	return err == nil
}

// descriptor returns the length of what stands behind the data of a file: its
// sizes, in one of four forms, and then the next header or the directory.
func descriptor(in *inner.Input, at int64) int64 {
	for _, n := range []int64{16, 12, 24, 20} {
		if next := string(inner.At(in, at+n, 4)); next == fileHead || next == "PK\x01\x02" {
			return n
		}
	}
	return 0
}

// enter writes a file's entry of the directory.
func (f *header) enter(to *bytes.Buffer) {
	le := binary.LittleEndian
	b := append(make([]byte, 0, entrySize), "PK\x01\x02\x14\x00"...)
	b = append(b, f.fixed...)
	b = le.AppendUint32(b, f.crc)
	b = le.AppendUint32(b, uint32(f.packed))
	b = le.AppendUint32(b, uint32(f.unpack))
	b = le.AppendUint16(b, uint16(len(f.name)))
	b = append(b, make([]byte, 12)...) // no more, no remark, the first disk, no attributes
	b = le.AppendUint32(b, uint32(f.at))
	to.Write(b)
	to.Write(f.name)
}

// counted counts the bytes that are taken, one by one.
type counted struct {
	r *bufio.Reader
	n int64
}

func (c *counted) ReadByte() (byte, error) {
	b, err := c.r.ReadByte()
	if err == nil {
		c.n++
	}
	return b, err
}

func (c *counted) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += int64(n)
	return n, err
}
