package zim

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"math/rand/v2"
	"testing"
	"unicode/utf8"

	"offprint/reader"
)

// try asks a file that may be damaged for all its names. What comes back must
// be safe to show and every error one of the package's.
func try(t *testing.T, what string, data []byte) (failed bool) {
	t.Helper()
	good := func(err error) bool {
		if err == nil {
			return true
		}
		failed = true
		for _, known := range [...]error{ErrNotZIM, ErrVersion, ErrCorrupt, ErrPacked, ErrTooBig} {
			if errors.Is(err, known) {
				return true
			}
		}
		return false
	}
	f, err := New(bytes.NewReader(data), int64(len(data)))
	if !good(err) {
		t.Errorf("%s: open: %v", what, err)
	}
	if err != nil {
		return true
	}
	for _, name := range []reader.Text{"Ada Brenner", "Brenner", "Ostmark", "Loop A", "Tidal Board", "Long Ship", "Vesper"} {
		a, err := f.Article(context.Background(), Name{Text: name, Kind: reader.EntityPlace})
		if !good(err) {
			t.Errorf("%s: %s: %v", what, name, err)
		}
		if a != nil && (a.Paragraph != reader.CleanLine(string(a.Paragraph)) || !utf8.ValidString(string(a.Path)) || len(a.Paragraph) > maxParagraph+8) {
			t.Errorf("%s: %s: got %q", what, name, *a)
		}
	}
	return failed
}

// kinds are one shape of each packing, in both layouts.
var kinds = map[string]shape{
	"plain old": {old: true, kind: packedNot}, "plain": {kind: packedNot, wide: true, listing: true},
	"xz old": {old: true, kind: packedXZ}, "zstd": {kind: packedZstd},
}

// xzEnd is how many bytes at the end of an xz stream are not needed to unpack it.
const xzEnd = 40

func TestCutFiles(t *testing.T) {
	t.Parallel()
	for name, s := range kinds {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			data := s.write(t, things(s.old))
			f := open(t, data)
			_, last, err := f.cluster(f.head.clusters - 1) // which holds metadata only: a page is shown without
			if err != nil {
				t.Fatal(err)
			}
			for n := 0; n < len(data); n += 1 + len(data)/150 {
				if !try(t, fmt.Sprint("cut at ", n), data[:n:n]) && n < int(last)-xzEnd {
					t.Errorf("cut at %d of %d: no error", n, len(data))
				}
			}
		})
	}
}

func TestFlippedBits(t *testing.T) {
	t.Parallel()
	for name, s := range kinds {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			data := s.write(t, things(s.old))
			random := rand.New(rand.NewPCG(1, 2))
			for range 300 {
				b := bytes.Clone(data)
				at := random.IntN(8 * len(b))
				b[at/8] ^= 1 << (at % 8)
				try(t, fmt.Sprint("bit ", at), b)
			}
		})
	}
}

// Tables whose numbers lie in every way that a number can.
func TestLyingNumbers(t *testing.T) {
	t.Parallel()
	numbers := []uint64{0, 1, 3, 80, 1 << 16, 1<<31 - 1, 1 << 31, 1<<32 - 1, 1 << 32, 1 << 62, 1<<63 - 1, 1 << 63, 1<<64 - 2, 1<<64 - 1}
	le := binary.LittleEndian
	for name, s := range kinds {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			data := s.write(t, things(s.old))
			f := open(t, data)
			places := []uint64{24, 32, 40, 48, 56, f.head.paths, f.head.paths + 8*3, f.head.pointers, f.titles.off, f.titles.off + 8}
			for n := range f.head.entries {
				e, err := f.at(n)
				if err != nil {
					t.Fatal(err)
				}
				if e.path == "Ostmark" || e.redirects() {
					places = append(places, le.Uint64(data[f.head.paths+8*uint64(n):])+8)
				}
			}
			if s.kind == packedNot { // the table of offsets
				begin := le.Uint64(data[f.head.pointers:]) + 1
				places = append(places, begin, begin+4, begin+8)
			}
			for _, at := range places {
				for _, n := range numbers {
					for _, width := range []int{4, 8} {
						b := bytes.Clone(data)
						copy(b[at:], number(nil, n, width))
						try(t, fmt.Sprintf("%d at %d", n, at), b)
					}
				}
			}
		})
	}
}

// A small cluster that unpacks to much more than an article has.
func TestBombs(t *testing.T) {
	t.Parallel()
	big := bytes.Repeat([]byte("<p>"), (maxUnpacked+1<<20)/3)
	for name, kind := range map[string]byte{"xz": packedXZ, "zstd": packedZstd} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if testing.Short() {
				t.Skip("it unpacks 16 MB")
			}
			data := shape{kind: kind}.write(t, []written{
				{space: 'C', path: "A", body: string(big)}, {space: 'C', path: "B", body: page("This is behind very much of nothing at all.")},
			})
			f := open(t, data)
			if _, err := f.Article(t.Context(), Name{Text: "B", Kind: reader.EntityPlace}); !errors.Is(err, ErrTooBig) {
				t.Errorf("got %v, want %v", err, ErrTooBig)
			}
			if a, err := f.Article(t.Context(), Name{Text: "A", Kind: reader.EntityPlace}); a != nil || err != nil {
				t.Errorf("a page of 17 MB: got %v, %v", a, err)
			}
		})
	}
}

func TestUnknownPacking(t *testing.T) {
	t.Parallel()
	for _, kind := range []byte{2, 3, 6, 15} {
		data := shape{kind: kind}.write(t, things(false))
		f := open(t, data)
		if _, err := f.Article(t.Context(), Name{Text: "Ostmark", Kind: reader.EntityPlace}); !errors.Is(err, ErrPacked) {
			t.Errorf("kind %d: got %v, want %v", kind, err, ErrPacked)
		}
	}
}

// FuzzZIM: whatever the bytes, there is no panic, every error is one of the
// package's, and what is found is safe to show. Offsets in the fuzzed bytes
// lead anywhere.
func FuzzZIM(f *testing.F) {
	for _, s := range kinds {
		f.Add(s.write(f, things(s.old)[:8]))
	}
	f.Fuzz(func(t *testing.T, data []byte) { try(t, "fuzz", data) })
}

// FuzzCluster: a packed cluster of any bytes gives no more than was asked for, or an error.
func FuzzCluster(f *testing.F) {
	for _, kind := range []byte{packedXZ, packedZstd} {
		f.Add(kind, shape{}.packed(f, kind, [][]byte{[]byte("one"), []byte("another")})[1:], uint32(1))
	}
	f.Fuzz(func(t *testing.T, kind byte, data []byte, blob uint32) {
		r, done, err := unpack(kind&0xf, bytes.NewReader(data))
		if err != nil {
			return
		}
		defer done()
		const most = 64
		if got, err := readBlob(r, width(kind), blob, most); err == nil && len(got) > most {
			t.Errorf("got %d bytes, want %d at most", len(got), most)
		}
	})
}
