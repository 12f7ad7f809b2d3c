package zim

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"fmt"
	"strings"
)

// entry is one line of the directory.
type entry struct {
	mime          uint16
	space         byte   // the namespace
	cluster, blob uint32 // where the content is; of no meaning in a redirect
	target        uint32 // the entry that a redirect leads to
	path, title   string // as in the file: not clean
}

// The values of entry.mime that are no MIME types.
const (
	mimeRedirect = 0xffff
	mimeLink     = 0xfffe // of old files, as the next: nothing to be read
	mimeDeleted  = 0xfffd
)

func (e *entry) redirects() bool { return e.mime == mimeRedirect }

// How much of the file is read for an entry: enough for nearly all at first,
// then as much as any may have.
const (
	usualEntry = 256
	maxEntry   = 8 << 10
)

// at reads the entry of that number, counted from 0 in the order of paths.
func (f *File) at(n uint32) (entry, error) {
	if n >= f.head.entries {
		return entry{}, fmt.Errorf("%w: there is no entry %d", ErrCorrupt, n)
	}
	var p [8]byte
	if err := f.read(f.head.paths+8*uint64(n), p[:]); err != nil {
		return entry{}, err
	}
	off := binary.LittleEndian.Uint64(p[:])
	if !f.holds(off, 1, 1) {
		return entry{}, fmt.Errorf("%w: entry %d is not inside it", ErrCorrupt, n)
	}
	for _, most := range [...]uint64{usualEntry, maxEntry} {
		b := make([]byte, min(most, f.size-off))
		if err := f.read(off, b); err != nil {
			return entry{}, err
		}
		if e, ok := parseEntry(b); ok {
			return e, nil
		}
	}
	return entry{}, fmt.Errorf("%w: entry %d has no end", ErrCorrupt, n)
}

// parseEntry reads the entry that b begins with; false if it does not end there.
func parseEntry(b []byte) (entry, bool) {
	le := binary.LittleEndian
	if len(b) < 16 {
		return entry{}, false
	}
	e := entry{mime: le.Uint16(b), space: b[3]}
	switch e.mime {
	case mimeRedirect:
		e.target = le.Uint32(b[8:])
		b = b[12:]
	case mimeLink, mimeDeleted:
		b = b[8:]
	default:
		e.cluster, e.blob = le.Uint32(b[8:]), le.Uint32(b[12:])
		b = b[16:]
	}
	path, b, ok := bytes.Cut(b, []byte{0})
	if !ok {
		return entry{}, false
	}
	title, _, ok := bytes.Cut(b, []byte{0})
	if !ok {
		return entry{}, false
	}
	e.path, e.title = string(path), string(title)
	if e.title == "" {
		e.title = e.path
	}
	return e, true
}

// findPath returns the entry of exactly that path, by binary search.
func (f *File) findPath(space byte, path string) (n uint32, e entry, ok bool, err error) {
	from, to := uint32(0), f.head.entries
	for from < to {
		mid := from + (to-from)/2
		if e, err = f.at(mid); err != nil {
			return 0, entry{}, false, err
		}
		switch order := cmp.Or(cmp.Compare(e.space, space), strings.Compare(e.path, path)); {
		case order == 0:
			return mid, e, true, nil
		case order < 0:
			from = mid + 1
		default:
			to = mid
		}
	}
	return 0, entry{}, false, nil
}
