// Package bundle reads files that hold other files: zip, tar, and either of
// these or a single file packed with gzip. Nothing is ever extracted to disk:
// each entry is read into memory, within limits, and yielded.
//
// A zip's directory is not believed: entries that overlap, that are packed
// more tightly than text ever is, or that are larger than they say are
// refused one by one.
//
// Begin with [Open] for a zip, [Read] for the others.
package bundle

import (
	"archive/zip"
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"offprint/reader/parse/inner"
)

// The directory of a zip is in memory before the first entry is read, so that
// its length and the number of entries are limited.
const (
	maxDirectory = 24 << 20 // bytes
	maxEntries   = 250000
)

// An entry of at least suspectSize bytes that is packed by more than
// suspectRatio is no text and no page: those reach a thirtieth.
const (
	suspectSize  = 64 << 10
	suspectRatio = 60
)

// Zip is an open zip file.
type Zip struct {
	// Cut is set if the directory is missing and was made anew from what is there; see [ErrCut].
	Cut    bool
	files  []*zip.File
	byName map[string]*zip.File
	lying  map[*zip.File]bool // overlap others
	in     *inner.Input
	budget *inner.Budget
}

// IsZip reports whether data begins as a zip file does.
func IsZip(data []byte) bool { return bytes.HasPrefix(data, []byte("PK\x03\x04")) }

// IsPage reports whether data begins as a page does that SingleFile has packed:
// what unpacks itself in a browser, with a zip file behind it.
func IsPage(data []byte) bool {
	return bytes.Contains(data[:min(len(data), 256)], []byte("<html data-sfz"))
}

// metered is an input that is read up to a limit while there is one.
type metered struct {
	in   *inner.Input
	left int64
	none bool // there is no limit any more
}

func (m *metered) ReadAt(p []byte, at int64) (int, error) {
	if m.left -= int64(len(p)); m.left < 0 && !m.none {
		return 0, inner.ErrLarge
	}
	return m.in.ReadAt(p, at)
}

// Open reads the directory of a zip file. What is read from it comes out of
// the budget. It fails with [inner.ErrDamaged] or [inner.ErrLarge].
func Open(in *inner.Input, b *inner.Budget) (*Zip, error) {
	m := &metered{in: in, left: maxDirectory}
	r, err := zip.NewReader(m, in.Size())
	if errors.Is(err, inner.ErrLarge) || r != nil && len(r.File) > maxEntries {
		return nil, fmt.Errorf("%w: it has more than %d entries, or a directory of more than %d MiB", inner.ErrLarge, maxEntries, maxDirectory>>20)
	}
	cut := err != nil && !errors.Is(err, zip.ErrInsecurePath)
	if cut {
		if r = mended(in, b); r == nil {
			return nil, fmt.Errorf("%w: the zip file has no directory that can be read", inner.ErrDamaged)
		}
	}
	m.none = true
	z := &Zip{Cut: cut, files: r.File, byName: make(map[string]*zip.File, len(r.File)), in: in, budget: b}
	for _, f := range r.File {
		if _, ok := z.byName[f.Name]; !ok {
			z.byName[f.Name] = f
		}
	}
	z.lying = overlapping(r.File)
	return z, nil
}

// overlapping returns the entries whose data is also that of others: an honest
// zip file has none, and a dishonest one yields the same bytes a thousand times.
func overlapping(files []*zip.File) map[*zip.File]bool {
	type extent struct {
		f        *zip.File
		from, to int64
	}
	lying := map[*zip.File]bool{}
	all := make([]extent, 0, len(files))
	for _, f := range files {
		from, err := f.DataOffset()
		if err != nil || f.CompressedSize64 > 1<<40 {
			lying[f] = true
			continue
		}
		all = append(all, extent{f, from, from + int64(f.CompressedSize64)})
	}
	slices.SortFunc(all, func(a, b extent) int { return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(a.to, b.to)) })
	last := -1
	for i := range all {
		if all[i].from == all[i].to {
			continue // folders and empty files have no data to overlap
		}
		if last >= 0 && all[i].from < all[last].to {
			lying[all[i].f], lying[all[last].f] = true, true
			if all[i].to <= all[last].to {
				continue
			}
		}
		last = i
	}
	return lying
}

// Names returns the names of the files in the zip, in its order.
func (z *Zip) Names() []string {
	names := make([]string, 0, len(z.files))
	for _, f := range z.files {
		if !f.FileInfo().IsDir() {
			names = append(names, f.Name)
		}
	}
	return names
}

// Has reports whether there is a file of that name.
func (z *Zip) Has(name string) bool { return z.byName[name] != nil }

// Read returns the content of the file of that name, [inner.MaxDocument] at most.
func (z *Zip) Read(name string) ([]byte, error) { return z.ReadLarge(name, inner.MaxDocument) }

// ReadLarge returns the content of the file of that name, most bytes at most.
func (z *Zip) ReadLarge(name string, most uint64) ([]byte, error) {
	f, err := z.file(name)
	if err != nil {
		return nil, err
	}
	switch {
	case f.UncompressedSize64 > most:
		return nil, fmt.Errorf("%w: more than %d MiB", inner.ErrLarge, most>>20)
	case f.UncompressedSize64 > suspectSize && f.UncompressedSize64/suspectRatio > f.CompressedSize64:
		return nil, inner.ErrBomb
	}
	r, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("%w: %w", inner.ErrDamaged, err)
	}
	defer r.Close()
	data, err := z.budget.Read(r, int64(f.UncompressedSize64))
	if err != nil && !errors.Is(err, inner.ErrLarge) {
		err = fmt.Errorf("%w: %w", inner.ErrDamaged, err)
	}
	return data, err
}

// file returns the entry of that name if it is one that can be read.
func (z *Zip) file(name string) (*zip.File, error) {
	f := z.byName[name]
	switch {
	case f == nil:
		return nil, fmt.Errorf("%w: there is no %q in it", inner.ErrDamaged, name)
	case z.lying[f]:
		return nil, fmt.Errorf("%w: it overlaps another file", inner.ErrDamaged)
	case f.Flags&1 != 0:
		return nil, errors.New("it is encrypted")
	case !f.FileInfo().Mode().IsRegular():
		return nil, errors.New("no regular file")
	}
	return f, nil
}

// Input returns the file of that name to be read where it is, whatever its
// size, if it is stored as it is; else its content, most bytes at most.
func (z *Zip) Input(name string, most uint64) (*inner.Input, error) {
	f, err := z.file(name)
	if err == nil && f.Method == zip.Store && f.CompressedSize64 == f.UncompressedSize64 {
		at, err := f.DataOffset()
		if size := int64(min(f.CompressedSize64, 1<<62)); err == nil && at <= z.in.Size() {
			return io.NewSectionReader(z.in, at, min(size, z.in.Size()-at)), nil
		}
	}
	data, err := z.ReadLarge(name, most)
	return inner.Bytes(data), err
}

// Documents yields the files in a zip that may hold articles: those whose names
// say otherwise, hidden ones and the parts of saved pages are passed over.
func (z *Zip) Documents() inner.Documents {
	return func(yield func(inner.Document, error) bool) {
		names := z.Names()
		keep := chosen(names)
		for _, name := range names {
			if !keep(name) {
				continue
			}
			if z.budget.Spent() {
				yield(inner.Document{Name: name}, fmt.Errorf("%w: the rest of the archive was left out", inner.ErrLarge))
				return
			}
			if f, err := z.file(name); err == nil && f.UncompressedSize64 > inner.MaxDocument && (ending(name) == ".mbox" || f.Method == zip.Store) {
				if !z.large(f, yield) {
					return
				}
				continue
			}
			data, err := z.Read(name)
			if !yield(inner.Document{Name: name, Data: data}, err) {
				return
			}
		}
	}
}

// large yields a file that is too large to be held: what is stored as it is
// where it lies, a mailbox as it is unpacked. It reports whether more is wanted.
func (z *Zip) large(f *zip.File, yield func(inner.Document, error) bool) bool {
	if f.Method == zip.Store {
		in, err := z.Input(f.Name, inner.MaxDocument)
		return yield(inner.Document{Name: f.Name, Large: in}, err)
	}
	r, err := f.Open()
	if err != nil {
		return yield(inner.Document{Name: f.Name}, fmt.Errorf("%w: %w", inner.ErrDamaged, err))
	}
	defer r.Close()
	packed := int64(min(f.CompressedSize64, 1<<62))
	return yield(inner.Document{Name: f.Name, Stream: inner.Loose(z.budget.Reader(r), func() int64 { return packed })}, nil)
}

// Office reports whether the zip is a document of an office program or a
// program, which hold markup that is no article.
func (z *Zip) Office() bool {
	if z.Has("[Content_Types].xml") || z.Has("META-INF/MANIFEST.MF") {
		return true
	}
	f := z.byName["mimetype"]
	if f == nil || f.UncompressedSize64 > 200 {
		return false
	}
	data, err := z.Read("mimetype")
	return err == nil && strings.HasPrefix(string(data), "application/vnd.")
}

// damaged tells an error of unpacking as damage.
func damaged(err error) error {
	if err == nil || errors.Is(err, io.EOF) || errors.Is(err, inner.ErrLarge) || errors.Is(err, inner.ErrBomb) {
		return err
	}
	return fmt.Errorf("%w: %w", inner.ErrDamaged, err)
}
