package saved

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"

	"offprint/reader/parse/bundle"
	"offprint/reader/parse/inner"
)

// maxList is how long one list within an archive may be, in bytes.
const maxList = 16 << 20

// OfZip returns what an archive of a service lists, nil if it is none of these.
func OfZip(z *bundle.Zip) inner.Documents {
	names := z.Names()
	root := rootOf(names)
	if lists := slices.Collect(filtered(names, func(n string) bool { return omnivoreList(strings.TrimPrefix(n, root)) })); len(lists) > 0 {
		if lists = knownLists(z, lists); len(lists) > 0 {
			return omnivore(z, root, lists)
		}
	}
	if infos := slices.Collect(filtered(names, func(n string) bool { return readeckInfo(strings.TrimPrefix(n, root)) })); len(infos) > 0 && z.Has(root+"data.json") {
		return readeck(z, infos)
	}
	if tables := slices.Collect(filtered(names, pocketPart)); len(tables) > 0 {
		return pocket(z, tables, slices.Collect(filtered(names, pocketHighlights)))
	}
	return nil
}

// rootOf returns the one folder that everything is in, where somebody has
// packed an archive anew; empty if there is none.
func rootOf(names []string) string {
	root := ""
	for _, n := range names {
		folder, _, ok := strings.Cut(n, "/")
		switch {
		case folder == "__MACOSX" || path.Base(n) == ".DS_Store":
		case !ok || root != "" && folder+"/" != root:
			return ""
		default:
			root = folder + "/"
		}
	}
	return root
}

func filtered(names []string, keep func(string) bool) func(func(string) bool) {
	return func(yield func(string) bool) {
		for _, n := range names {
			if keep(n) && !yield(n) {
				return
			}
		}
	}
}

// pocketPart reports whether a name is that of a table of Pocket: part_000000.csv.
func pocketPart(name string) bool {
	base := path.Base(name)
	return strings.HasPrefix(base, "part_") && strings.HasSuffix(base, ".csv")
}

// pocketHighlights reports whether a name is that of a list of highlights.
func pocketHighlights(name string) bool {
	return path.Base(path.Dir(name)) == "annotations" && path.Ext(name) == ".json"
}

// pocket reads the tables of an archive and joins the highlights to them.
// Those of articles that are in no table are entries of their own.
func pocket(z *bundle.Zip, tables, highlights []string) inner.Documents {
	return listed(func(l *list) {
		marked := group{}
		for _, name := range highlights {
			l.each(z, name, func(d inner.Document) bool { marked.add(d); return true })
		}
		joined := map[int]bool{}
		for _, name := range tables {
			l.each(z, name, func(d inner.Document) bool {
				if i, ok := marked.at[address(d.Says.Address)]; ok && !joined[i] {
					d.Kept.Passages, joined[i] = marked.documents[i].Kept.Passages, true
				}
				return l.add(d)
			})
		}
		for i, d := range marked.documents {
			if !joined[i] && !l.add(d) {
				return
			}
		}
	})
}

// each calls f for the documents of a list within an archive. What is wrong
// with the list is told.
func (l *list) each(z *bundle.Zip, name string, f func(inner.Document) bool) {
	if l.ended {
		return
	}
	data, err := z.ReadLarge(name, maxList)
	if err == nil && string(bytes.Join(bytes.Fields(data), nil)) == "[]" {
		return // nothing was highlighted
	}
	documents := Of(data, name)
	if err == nil && documents == nil {
		err = fmt.Errorf("%w: the list is none of the service's", inner.ErrDamaged)
	}
	if err != nil {
		l.ended = !l.yield(inner.Document{Name: name}, err)
		return
	}
	for d, err := range documents {
		if errors.Is(err, ErrNone) {
			continue
		}
		if err != nil {
			if l.ended = !l.yield(inner.Document{Name: name}, err); l.ended {
				return
			}
			continue
		}
		if !f(d) {
			return
		}
	}
}

// readeckInfo reports whether a name is that of what a backup says of an article.
func readeckInfo(name string) bool {
	return strings.HasPrefix(name, "bookmarks/") && path.Base(name) == "info.json" && strings.Count(name, "/") == 2
}

// readeck reads a backup of Readeck: what it says of each article, and its
// text. The rest of it, with the keys to the user's account, is not looked at.
func readeck(z *bundle.Zip, infos []string) inner.Documents {
	return listed(func(l *list) {
		for _, name := range infos {
			r, err := recordIn(z, name)
			if err != nil {
				if l.ended = !l.yield(inner.Document{Name: name}, err); l.ended {
					return
				}
				continue
			}
			d := readeckEntry(r)
			file := path.Dir(name) + "/container/index.html"
			if z.Has(file) {
				if data, err := z.Read(file); err == nil {
					d = withText(d, string(data))
				}
			}
			if !l.add(d) {
				return
			}
		}
	})
}

func recordIn(z *bundle.Zip, name string) (record, error) {
	data, err := z.ReadLarge(name, maxList)
	if err != nil {
		return nil, err
	}
	var v any
	if json.Unmarshal(data, &v) != nil || asRecord(v) == nil {
		return nil, fmt.Errorf("%w: it cannot be read", inner.ErrDamaged)
	}
	return asRecord(v), nil
}

func readeckEntry(r record) inner.Document {
	d := inner.Document{
		Kind: inner.Stub,
		Data: paragraphs(r.get("description")),
		Says: inner.Meta{
			Title: oneLine(r.get("title")), Byline: strings.Join(r.names("authors"), ", "), Outlet: oneLine(r.get("sitename", "site")),
			Address: r.get("url", "initialurl"), Language: r.get("lang"), Date: r.get("published"), Tags: r.names("labels"),
		},
		Kept: inner.Kept{Saved: r.get("created"), Read: r.is("isarchived"), Starred: r.is("ismarked")},
	}
	for _, v := range r.list("annotations") {
		a := asRecord(v)
		d.Kept.Passages = append(d.Kept.Passages, inner.Passage{Text: a.get("text"), Note: a.get("note"), Made: a.get("created")})
	}
	return d
}
