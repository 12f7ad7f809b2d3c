package zim

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"math"
	"strings"
)

// header is what the first 80 bytes say. Offsets are bytes of the file.
type header struct {
	major, minor uint16
	uuid         [16]byte
	entries      uint32
	clusters     uint32
	paths        uint64 // 8 bytes an entry: where it stands, by path
	titles       uint64 // 4 bytes an entry: its number, by title; noOffset if there is none
	pointers     uint64 // 8 bytes a cluster: where it stands
	types        uint64 // the MIME types
}

const (
	magic      = 0x044D495A
	headerSize = 80
	noOffset   = math.MaxUint64
)

// readHeader reads the header and checks that its tables lie inside the file.
func (f *File) readHeader() error {
	var b [headerSize]byte
	if f.size < headerSize {
		return ErrNotZIM
	}
	if err := f.read(0, b[:]); err != nil {
		return err
	}
	le := binary.LittleEndian
	if le.Uint32(b[0:]) != magic {
		return ErrNotZIM
	}
	f.head = header{
		major: le.Uint16(b[4:]), minor: le.Uint16(b[6:]), uuid: [16]byte(b[8:24]),
		entries: le.Uint32(b[24:]), clusters: le.Uint32(b[28:]), paths: le.Uint64(b[32:]), titles: le.Uint64(b[40:]),
		pointers: le.Uint64(b[48:]), types: le.Uint64(b[56:]),
	}
	if f.head.major != 5 && f.head.major != 6 {
		return fmt.Errorf("%w: %d.%d", ErrVersion, f.head.major, f.head.minor)
	}
	if !f.holds(f.head.paths, uint64(f.head.entries), 8) {
		return fmt.Errorf("%w: its list of paths is not inside it", ErrCorrupt)
	}
	if !f.holds(f.head.pointers, uint64(f.head.clusters), 8) {
		return fmt.Errorf("%w: its list of clusters is not inside it", ErrCorrupt)
	}
	return nil
}

// pages is the namespace that pages are in.
func (f *File) pages() byte {
	if f.head.major == 6 && f.head.minor >= 1 {
		return 'C'
	}
	return 'A'
}

// maxTypes is how many bytes of MIME types are read. Real files have some hundred.
const maxTypes = 16 << 10

// readTypes reads the list of MIME types, each ended by a zero byte and the
// list by an empty one, and keeps the numbers of those that are pages.
func (f *File) readTypes() error {
	if !f.holds(f.head.types, 1, 1) {
		return fmt.Errorf("%w: its list of types is not inside it", ErrCorrupt)
	}
	b := make([]byte, min(maxTypes, f.size-f.head.types))
	if err := f.read(f.head.types, b); err != nil {
		return err
	}
	f.html = make(map[uint16]bool)
	for n := uint16(0); ; n++ {
		end := bytes.IndexByte(b, 0)
		if end < 0 {
			return fmt.Errorf("%w: its list of types has no end", ErrCorrupt)
		}
		if end == 0 {
			return nil
		}
		if name := strings.ToLower(string(b[:end])); name == "text/html" || strings.HasPrefix(name, "text/html;") {
			f.html[n] = true
		}
		b = b[end+1:]
	}
}
