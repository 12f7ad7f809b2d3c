package zim

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"slices"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"
	"github.com/ulikunitz/xz"
)

// written is an entry of a file that a test makes: a page, or a redirect to a path.
type written struct {
	space       byte
	path, title string
	body        string
	to          string
}

// shape is what a file that a test makes looks like.
type shape struct {
	old     bool // namespaces as they were before version 6.1
	kind    byte // packing of clusters
	wide    bool // offsets of 8 bytes
	listing bool // the titles are an entry and not in the header
	each    int  // blobs in a cluster; 0: 3
}

// number puts n behind b in as many bytes as width tells.
func number(b []byte, n uint64, width int) []byte {
	for range width {
		b = append(b, byte(n))
		n >>= 8
	}
	return b
}

// packed makes a cluster of blobs.
func (s shape) packed(tb testing.TB, kind byte, blobs [][]byte) []byte {
	tb.Helper()
	width := 4
	first := kind
	if s.wide {
		width, first = 8, kind|wideOffsets
	}
	var plain []byte
	at := uint64(width * (len(blobs) + 1))
	plain = number(plain, at, width)
	for _, b := range blobs {
		at += uint64(len(b))
		plain = number(plain, at, width)
	}
	plain = append(plain, bytes.Join(blobs, nil)...)
	out := bytes.NewBuffer([]byte{first})
	var err error
	switch kind {
	case packedZstd:
		var w *zstd.Encoder
		if w, err = zstd.NewWriter(out, zstd.WithEncoderConcurrency(1)); err == nil {
			_, _ = w.Write(plain)
			err = w.Close()
		}
	case packedXZ:
		var w *xz.Writer
		if w, err = (xz.WriterConfig{DictCap: 1 << 16}).NewWriter(out); err == nil {
			_, _ = w.Write(plain)
			err = w.Close()
		}
	default:
		out.Write(plain)
	}
	if err != nil {
		tb.Fatal(err)
	}
	return out.Bytes()
}

// byTitles returns the list of entries in the order of their titles.
func byTitles(entries []written) []byte {
	titles := make([]uint32, len(entries))
	for i := range titles {
		titles[i] = uint32(i)
	}
	title := func(n uint32) string { return cmp.Or(entries[n].title, entries[n].path) }
	slices.SortStableFunc(titles, func(a, b uint32) int {
		return cmp.Or(cmp.Compare(entries[a].space, entries[b].space), strings.Compare(title(a), title(b)))
	})
	var out []byte
	for _, n := range titles {
		out = number(out, uint64(n), 4)
	}
	return out
}

// begin makes the header, with the places still to be filled in, and the types.
func (s shape) begin(entries, clusters int) []byte {
	out := make([]byte, headerSize, 1<<16)
	le := binary.LittleEndian
	le.PutUint32(out[0:], magic)
	if s.old {
		le.PutUint16(out[4:], 5)
	} else {
		le.PutUint16(out[4:], 6)
		le.PutUint16(out[6:], 1)
	}
	copy(out[8:], "\x01\x23\x45\x67\x89\xab\xcd\xef\x01\x23\x45\x67\x89\xab\xcd\xef")
	le.PutUint32(out[24:], uint32(entries))
	le.PutUint32(out[28:], uint32(clusters))
	le.PutUint64(out[40:], noOffset)
	le.PutUint64(out[56:], headerSize)
	return append(out, "text/html\x00image/png\x00application/octet-stream\x00\x00"...)
}

// write makes a ZIM file.
func (s shape) write(tb testing.TB, entries []written) []byte {
	tb.Helper()
	entries = slices.Clone(entries)
	if s.listing {
		entries = append(entries, written{space: 'X', path: "listing/titleOrdered/v1"})
	}
	slices.SortFunc(entries, func(a, b written) int {
		return cmp.Or(cmp.Compare(a.space, b.space), strings.Compare(a.path, b.path))
	})
	ordered := byTitles(entries)
	dir, offsets, clusters := s.directory(tb, entries, ordered)
	out := s.begin(len(entries), len(clusters))
	begin := uint64(len(out))
	out = append(out, dir...)
	le := binary.LittleEndian
	le.PutUint64(out[32:], uint64(len(out)))
	for _, o := range offsets {
		out = number(out, begin+o, 8)
	}
	if !s.listing {
		le.PutUint64(out[40:], uint64(len(out)))
		out = append(out, ordered...)
	}
	le.PutUint64(out[48:], uint64(len(out)))
	at := uint64(len(out) + 8*len(clusters))
	for _, c := range clusters {
		out = number(out, at, 8)
		at += uint64(len(c))
	}
	return append(out, bytes.Join(clusters, nil)...)
}

// directory makes the entries and their clusters. The list of titles, if it is
// an entry, has a cluster of its own that is not packed.
func (s shape) directory(tb testing.TB, entries []written, ordered []byte) (dir []byte, offsets []uint64, clusters [][]byte) {
	tb.Helper()
	var blobs [][]byte
	flush := func() {
		if len(blobs) > 0 {
			clusters = append(clusters, s.packed(tb, s.kind, blobs))
			blobs = nil
		}
	}
	for _, e := range entries {
		offsets = append(offsets, uint64(len(dir)))
		mime, cluster, blob := uint64(0), uint64(len(clusters)), uint64(len(blobs))
		switch {
		case e.to != "":
			mime = mimeRedirect
			cluster = uint64(slices.IndexFunc(entries, func(o written) bool { return o.space == e.space && o.path == e.to }))
		case e.space == 'X':
			flush()
			mime, cluster, blob = 2, uint64(len(clusters)), 0
			clusters = append(clusters, s.packed(tb, packedNot, [][]byte{ordered}))
		default:
			if strings.HasSuffix(e.path, ".png") {
				mime = 1
			}
			if blobs = append(blobs, []byte(e.body)); len(blobs) == cmp.Or(s.each, 3) {
				flush()
			}
		}
		dir = append(number(dir, mime, 2), 0, e.space)
		dir = number(number(dir, 0, 4), cluster, 4)
		if e.to == "" {
			dir = number(dir, blob, 4)
		}
		dir = append(append(dir, e.path...), 0)
		dir = append(append(dir, e.title...), 0)
	}
	flush()
	return dir, offsets, clusters
}
