package zim

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"io"

	"github.com/klauspost/compress/zstd"
	"github.com/ulikunitz/xz/lzma"
)

// unpack returns what a cluster holds. done must be called when it was read.
func unpack(kind byte, packed io.Reader) (r io.Reader, done func(), err error) {
	switch kind {
	case packedZstd:
		d, err := zstd.NewReader(packed, zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true),
			zstd.WithDecoderMaxWindow(maxUnpacked))
		if err != nil {
			return nil, nil, damaged(err)
		}
		return d, d.Close, nil
	case packedXZ:
		r, err := unpackXZ(bufio.NewReader(packed))
		return r, func() {}, err
	}
	return nil, nil, fmt.Errorf("%w: kind %d", ErrPacked, kind)
}

// unpackXZ reads the headers of an xz stream of one LZMA2 block and unpacks
// it. The headers are read here because they ask for a dictionary of 64 MB in
// most ZIM files, whose clusters have 1 MB: since no more than maxUnpacked is
// ever unpacked, a dictionary of that size does.
func unpackXZ(r *bufio.Reader) (io.Reader, error) {
	var stream [12]byte
	if _, err := io.ReadFull(r, stream[:]); err != nil {
		return nil, damaged(err)
	}
	if !bytes.HasPrefix(stream[:], []byte("\xfd7zXZ\x00")) {
		return nil, fmt.Errorf("%w: no xz stream", ErrCorrupt)
	}
	size, err := r.Peek(1)
	if err != nil {
		return nil, damaged(err)
	}
	block := make([]byte, (int(size[0])+1)*4)
	if _, err := io.ReadFull(r, block); err != nil {
		return nil, damaged(err)
	}
	sum := len(block) - 4
	if len(block) < 8 || crc32.ChecksumIEEE(block[:sum]) != binary.LittleEndian.Uint32(block[sum:]) {
		return nil, fmt.Errorf("%w: wrong checksum of an xz block", ErrCorrupt)
	}
	dictionary, err := lzma2Dictionary(block[:sum])
	if err != nil {
		return nil, err
	}
	c := lzma.Reader2Config{DictCap: int(max(lzma.MinDictCap, min(dictionary, maxUnpacked)))}
	unpacked, err := c.NewReader2(r)
	if err != nil {
		return nil, damaged(err)
	}
	return unpacked, nil
}

// What the flags of an xz block tell.
const (
	xzFilters  = 0x03 // how many, less one
	xzReserved = 0x3c
	xzPacked   = 0x40 // the packed size is given
	xzUnpacked = 0x80 // so is the unpacked size
	xzLZMA2    = 0x21
)

// lzma2Dictionary returns the size of the dictionary that an xz block header
// asks for, in bytes.
func lzma2Dictionary(block []byte) (uint64, error) {
	flags, rest := block[1], block[2:]
	if flags&(xzFilters|xzReserved) != 0 {
		return 0, fmt.Errorf("%w: xz with several filters", ErrPacked)
	}
	number := func() uint64 {
		n, used := binary.Uvarint(rest)
		if used <= 0 {
			rest = nil
			return 0
		}
		rest = rest[used:]
		return n
	}
	for _, given := range [...]byte{xzPacked, xzUnpacked} {
		if flags&given != 0 {
			number()
		}
	}
	if id, n := number(), number(); id != xzLZMA2 || n != 1 || len(rest) == 0 || rest[0] > 40 {
		return 0, fmt.Errorf("%w: xz without LZMA2", ErrPacked)
	}
	return (2 | uint64(rest[0]&1)) << (rest[0]/2 + 11), nil
}
