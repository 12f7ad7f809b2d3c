package saved

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/pierrec/lz4/v4"

	"offprint/reader/parse/inner"
)

// Browsers keep their bookmarks in JSON: Chrome, and those that were made of
// it, in the file Bookmarks of a profile, Firefox in the backups that it makes
// by itself or when it is asked to, packed or not.

// bookmarkTree tells the bookmarks of a browser by the beginning of their file.
func bookmarkTree(head string) bool {
	return strings.Contains(head, `"text/x-moz-place-container"`) || strings.Contains(head, `"roots"`) && strings.Contains(head, `"bookmark_bar"`)
}

// packedMark is what a file that Firefox has packed begins with. Four bytes of
// the length of what was packed follow, lowest first, then one block of LZ4.
var packedMark = []byte("mozLz40\x00")

// IsPacked reports whether data begins as a file of Firefox's that is packed.
func IsPacked(data []byte) bool { return bytes.HasPrefix(data, packedMark) }

// OfPacked returns what a packed file of Firefox's lists, which comes out of the budget.
func OfPacked(data []byte, name string, b *inner.Budget) inner.Documents {
	refused := func(err error) inner.Documents {
		return func(yield func(inner.Document, error) bool) { yield(inner.Document{}, err) }
	}
	block := data[len(packedMark):]
	if len(block) < 4 {
		return refused(fmt.Errorf("%w: a packed file of Firefox", inner.ErrDamaged))
	}
	size := int64(binary.LittleEndian.Uint32(block))
	if !b.Take(size) {
		return refused(fmt.Errorf("%w: a packed file of Firefox", inner.ErrLarge))
	}
	out := make([]byte, size)
	n, err := lz4.UncompressBlock(block[4:], out)
	if err != nil {
		return refused(fmt.Errorf("%w: a packed file of Firefox", inner.ErrDamaged))
	}
	if list := Of(out[:n], name); list != nil {
		return list
	}
	return refused(fmt.Errorf("%w: Firefox packed something else in it than bookmarks", ErrNone))
}

// node is a bookmark or a folder of them, with the keys of either browser.
type node struct {
	Title, Name   string
	URI, URL      string
	Tags          string
	DateAdded     any // microseconds since 1970
	DateSince1601 any `json:"date_added"` // microseconds
	Root          string
	Children      []node
	Annos         []struct{ Name, Value any }
	Meta          struct{ Description string } `json:"meta_info"`
	Roots         map[string]json.RawMessage
}

// bookmarksOf reads the bookmarks that a browser keeps.
func bookmarksOf(data []byte) inner.Documents {
	return listed(func(l *list) {
		var top node
		if !readable(data, &top) {
			l.ended = !l.yield(inner.Document{}, fmt.Errorf("%w: bookmarks of a browser", inner.ErrDamaged))
			return
		}
		l.nodes(top.Children, nil)
		for _, key := range slices.Sorted(maps.Keys(top.Roots)) {
			var root node
			if readable(top.Roots[key], &root) && key != "trash" { // numbers stand beside them
				l.nodes(root.Children, nil)
			}
		}
	})
}

// readable reads a node; what holds something else than it should is left empty.
func readable(data []byte, into *node) bool {
	err := json.Unmarshal(data, into)
	_, odd := errors.AsType[*json.UnmarshalTypeError](err)
	return err == nil || odd
}

// nodes adds the bookmarks of a folder and of those in it. folders are the
// names of those around them, but for the browser's own.
func (l *list) nodes(all []node, folders []string) {
	for i := range all {
		n := &all[i]
		if l.ended {
			return
		}
		if at := n.URI + n.URL; at != "" {
			l.bookmark(n.bookmark(folders))
			continue
		}
		within := folders
		if name := oneLine(n.Title + n.Name); n.Root == "" && name != "" && len(folders) < maxTags {
			within = append(slices.Clip(folders), name)
		}
		if n.Root != "tagsFolder" { // names again what stands elsewhere
			l.nodes(n.Children, within)
		}
	}
}

// bookmark returns a bookmark as a document.
func (n *node) bookmark(folders []string) inner.Document {
	d := inner.Document{
		Kind: inner.Stub,
		Says: inner.Meta{Title: oneLine(n.Title + n.Name), Address: n.URI + n.URL, Tags: parts(n.Tags, ",")},
		Kept: inner.Kept{Saved: textOf(n.DateAdded)},
	}
	if t, err := strconv.ParseInt(textOf(n.DateSince1601), 10, 64); err == nil {
		d.Kept.Saved = strconv.FormatInt(t/1e6-secondsTo1970, 10)
	}
	for _, f := range folders {
		d.Says.Tags = appendNew(d.Says.Tags, f)
	}
	own := n.Meta.Description
	for _, a := range n.Annos {
		if a.Name == "bookmarkProperties/description" {
			own = textOf(a.Value)
		}
	}
	return noted(d, own)
}

// secondsTo1970 are the seconds from the beginning of 1601, from which Chrome counts.
const secondsTo1970 = 11644473600
