package zim

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
)

// A cluster is a byte that tells how it is packed, then, packed or not, the
// offsets of its blobs (the first also tells how many there are, the last is
// where the last blob ends), then the blobs. It is read from its beginning up
// to the blob that is wanted.

// The kinds of packing, the low four bits of the first byte. 2 and 3 were
// zlib and bzip2 in the first files ever made.
const (
	packedNot  = 1 // 0 too
	packedXZ   = 4
	packedZstd = 5
)

// wideOffsets is set in the first byte if offsets have 8 bytes in place of 4.
const wideOffsets = 0x10

// maxUnpacked is how many bytes of a cluster are unpacked at most, to its blob's
// end. Clusters of articles have 1 to 2 MB. It is also the most that a
// decoder may keep of what it has unpacked.
const maxUnpacked = 16 << 20

// cluster finds a cluster: how it is packed, and where what follows begins.
func (f *File) cluster(n uint32) (kind byte, off uint64, err error) {
	if n >= f.head.clusters {
		return 0, 0, fmt.Errorf("%w: there is no cluster %d", ErrCorrupt, n)
	}
	var p [8]byte
	if err := f.read(f.head.pointers+8*uint64(n), p[:]); err != nil {
		return 0, 0, err
	}
	off = binary.LittleEndian.Uint64(p[:])
	if err := f.read(off, p[:1]); err != nil {
		return 0, 0, err
	}
	return p[0], off + 1, nil
}

// blob returns the first bytes of a blob, as many as most allows.
func (f *File) blob(cluster, blob uint32, most uint64) ([]byte, error) {
	kind, off, err := f.cluster(cluster)
	if err != nil {
		return nil, err
	}
	if kind&0xf <= packedNot {
		off, size, err := f.stored(cluster, blob)
		if err != nil {
			return nil, err
		}
		data := make([]byte, min(size, most))
		return data, f.read(off, data)
	}
	packed := io.NewSectionReader(f.r, int64(off), int64(f.size-off))
	r, done, err := unpack(kind&0xf, packed)
	if err != nil {
		return nil, fmt.Errorf("cluster %d: %w", cluster, err)
	}
	defer done()
	data, err := readBlob(r, width(kind), blob, most)
	if err != nil {
		return nil, fmt.Errorf("cluster %d: %w", cluster, err)
	}
	return data, nil
}

// width returns how many bytes an offset has.
func width(kind byte) uint64 {
	if kind&wideOffsets != 0 {
		return 8
	}
	return 4
}

func offset(b []byte) uint64 {
	if len(b) == 8 {
		return binary.LittleEndian.Uint64(b)
	}
	return uint64(binary.LittleEndian.Uint32(b))
}

// stored finds a blob of a cluster that is not packed: its place in the file and its size.
func (f *File) stored(cluster, blob uint32) (off, size uint64, err error) {
	kind, begin, err := f.cluster(cluster)
	if err != nil {
		return 0, 0, err
	}
	if kind&0xf > packedNot {
		return 0, 0, fmt.Errorf("%w: cluster %d is packed", ErrCorrupt, cluster)
	}
	w := width(kind)
	var b [8]byte
	if err := f.read(begin, b[:w]); err != nil {
		return 0, 0, err
	}
	table := offset(b[:w])
	if !fits(table, w, blob) {
		return 0, 0, fmt.Errorf("%w: cluster %d has no blob %d", ErrCorrupt, cluster, blob)
	}
	var ends [2]uint64
	for i := range ends {
		if err := f.read(begin+(uint64(blob)+uint64(i))*w, b[:w]); err != nil {
			return 0, 0, err
		}
		ends[i] = offset(b[:w])
	}
	if ends[0] < table || ends[1] < ends[0] || !f.holds(begin, ends[1], 1) {
		return 0, 0, fmt.Errorf("%w: blob %d of cluster %d is not inside it", ErrCorrupt, blob, cluster)
	}
	return begin + ends[0], ends[1] - ends[0], nil
}

// fits reports whether a table of offsets of that many bytes has a beginning and an end for the blob.
func fits(table, w uint64, blob uint32) bool {
	return table%w == 0 && uint64(blob)+1 < table/w
}

// readBlob reads a blob of an unpacked stream.
func readBlob(r io.Reader, w uint64, blob uint32, most uint64) ([]byte, error) {
	s := stream{r: r}
	table, err := s.offset(w)
	if err != nil {
		return nil, err
	}
	if !fits(table, w, blob) {
		return nil, fmt.Errorf("%w: it has no blob %d", ErrCorrupt, blob)
	}
	start := table
	if blob > 0 {
		if err := s.skip(uint64(blob) * w); err != nil {
			return nil, err
		}
		if start, err = s.offset(w); err != nil {
			return nil, err
		}
	}
	end, err := s.offset(w)
	if err != nil {
		return nil, err
	}
	if start < table || end < start {
		return nil, fmt.Errorf("%w: blob %d is not inside it", ErrCorrupt, blob)
	}
	if err := s.skip(start); err != nil {
		return nil, err
	}
	data := make([]byte, min(end-start, most, maxUnpacked-start))
	return data, s.fill(data)
}

// stream is unpacked data that counts what was read of it.
type stream struct {
	r  io.Reader
	at uint64
}

// offset reads one offset of w bytes.
func (s *stream) offset(w uint64) (uint64, error) {
	var b [8]byte
	err := s.fill(b[:w])
	return offset(b[:w]), err
}

// skip goes forward to a place.
func (s *stream) skip(to uint64) error {
	if to > maxUnpacked {
		return ErrTooBig
	}
	if to < s.at {
		return fmt.Errorf("%w: its blobs overlap its table", ErrCorrupt)
	}
	n, err := io.CopyN(io.Discard, s.r, int64(to-s.at))
	s.at += uint64(n)
	return damaged(err)
}

// fill reads as much as b holds.
func (s *stream) fill(b []byte) error {
	n, err := io.ReadFull(s.r, b)
	s.at += uint64(n)
	return damaged(err)
}

// damaged says what an error of a decoder means.
func damaged(err error) error {
	switch {
	case err == nil, errors.Is(err, ErrCorrupt), errors.Is(err, ErrTooBig):
		return err
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return fmt.Errorf("%w: it ends too early", ErrCorrupt)
	}
	return fmt.Errorf("%w: %w", ErrCorrupt, err)
}
