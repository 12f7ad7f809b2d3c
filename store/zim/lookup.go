package zim

import (
	"cmp"
	"context"
	"encoding/binary"
	"fmt"
	"strings"

	"offprint/reader"
)

// Page is a page of a file: what a title leads to. With the file's UUID its
// Path is the identity of what the page is about.
type Page struct {
	Path  reader.Text
	Title reader.Text

	number uint32 // of its entry
	entry  entry
}

// titleList is where the entries stand in the order of their titles: n numbers
// of 4 bytes.
type titleList struct {
	off uint64
	n   uint32
}

// findTitles finds the list of titles: the header's, or, in files that have
// none, the one that is an entry of its own and not packed. A file without
// any is still read: its pages are found by path.
func (f *File) findTitles() error {
	if f.head.titles != noOffset {
		if !f.holds(f.head.titles, uint64(f.head.entries), 4) {
			return fmt.Errorf("%w: its list of titles is not inside it", ErrCorrupt)
		}
		f.titles = titleList{f.head.titles, f.head.entries}
		return nil
	}
	for _, path := range [...]string{"listing/titleOrdered/v0", "listing/titleOrdered/v1"} {
		_, e, ok, err := f.findPath('X', path)
		if err != nil {
			return err
		}
		if !ok || e.redirects() {
			continue
		}
		off, size, err := f.stored(e.cluster, e.blob)
		if err != nil {
			return err
		}
		f.titles = titleList{off, uint32(min(size/4, uint64(f.head.entries)))}
		return nil
	}
	return nil
}

// byTitle reads the entry at that place in the order of titles.
func (f *File) byTitle(place uint32) (uint32, entry, error) {
	var b [4]byte
	if err := f.read(f.titles.off+4*uint64(place), b[:]); err != nil {
		return 0, entry{}, err
	}
	n := binary.LittleEndian.Uint32(b[:])
	e, err := f.at(n)
	return n, e, err
}

// firstTitle returns the first place whose title is not before that one.
func (f *File) firstTitle(space byte, title string) (uint32, error) {
	from, to := uint32(0), f.titles.n
	for from < to {
		mid := from + (to-from)/2
		_, e, err := f.byTitle(mid)
		if err != nil {
			return 0, err
		}
		if cmp.Or(cmp.Compare(e.space, space), strings.Compare(e.title, title)) < 0 {
			from = mid + 1
		} else {
			to = mid
		}
	}
	return from, nil
}

// mostAlike is how many entries of one title are looked at. A title that more
// share is not a name of one thing.
const mostAlike = 8

// titled returns the entries of exactly that title; more than mostAlike if there are.
func (f *File) titled(title string) ([]uint32, error) {
	space := f.pages()
	place, err := f.firstTitle(space, title)
	if err != nil {
		return nil, err
	}
	var found []uint32
	for ; place < f.titles.n && len(found) <= mostAlike; place++ {
		n, e, err := f.byTitle(place)
		if err != nil {
			return nil, err
		}
		if e.space != space || e.title != title {
			break
		}
		found = append(found, n)
	}
	return found, nil
}

// mostHops is how many redirects in a row are followed.
const mostHops = 8

// follow returns the page that an entry is or leads to; false if it leads to
// no page: a picture, a deleted entry, or in a circle.
func (f *File) follow(n uint32) (Page, bool, error) {
	for range mostHops {
		e, err := f.at(n)
		if err != nil {
			return Page{}, false, err
		}
		if !e.redirects() {
			page := Page{Path: reader.CleanLine(e.path), Title: reader.CleanLine(e.title), number: n, entry: e}
			return page, e.space == f.pages() && f.html[e.mime], nil
		}
		n = e.target
	}
	return Page{}, false, nil
}

// Lookup returns the one page that a title leads to, by itself or by
// redirects. It is false if no page has the title, or if several pages do. The
// first letter may be in lower case. No cluster is opened.
//
// The title is looked for among the titles and, with underscores for blanks,
// among the paths: some files hold redirects by path alone.
func (f *File) Lookup(ctx context.Context, title string) (Page, bool, error) {
	var one Page
	found := false
	for _, t := range spellings(title) {
		if err := ctx.Err(); err != nil {
			return Page{}, false, err
		}
		entries, err := f.titled(t)
		if err != nil {
			return Page{}, false, err
		}
		n, _, ok, err := f.findPath(f.pages(), strings.ReplaceAll(t, " ", "_"))
		if err != nil {
			return Page{}, false, err
		}
		if ok {
			entries = append(entries, n)
		}
		if len(entries) > mostAlike {
			return Page{}, false, nil
		}
		for _, n := range entries {
			page, ok, err := f.follow(n)
			switch {
			case err != nil:
				return Page{}, false, err
			case !ok:
			case found && page.number != one.number:
				return Page{}, false, nil
			default:
				one, found = page, true
			}
		}
	}
	return one, found, nil
}
