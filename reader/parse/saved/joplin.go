package saved

import (
	"bytes"
	"errors"
	"regexp"
	"strconv"
	"strings"

	"offprint/reader/parse/inner"
)

// Joplin exports each of its items as a text file that ends with what it knows
// of the item, a line for each key: a folder of them (RAW), or a tar file
// (JEX). Notes are items, folders and tags are, and that a note has a tag is.

// The kinds of its items that matter.
const (
	joplinNote    = "1"
	joplinTag     = "5"
	joplinNoteTag = "6"
)

var (
	joplinName = regexp.MustCompile(`^(?:\./)?[0-9a-f]{32}\.md\x00`)
	joplinID   = regexp.MustCompile(`(?:^|\n)id: [0-9a-f]{32}\n`)
	joplinEnd  = regexp.MustCompile(`\ntype_: \d+\s*$`)
)

// IsJEX reports whether a tar file that begins so is an export of Joplin.
func IsJEX(head []byte) bool { return joplinName.Match(head[:min(len(head), 100)]) }

// IsJoplin reports whether data is an item of Joplin.
func IsJoplin(data []byte) bool {
	return joplinEnd.Match(data[max(0, len(data)-64):]) && joplinID.Match(data)
}

// OfJoplin returns the note that an item is.
func OfJoplin(data []byte) inner.Documents {
	return func(yield func(inner.Document, error) bool) {
		it := readItem(data)
		if !it.note() {
			yield(inner.Document{}, ErrNone)
			return
		}
		yield(it.document(nil))
	}
}

// OfJEX returns the notes of an export, whose entries are yielded anew each
// time: the tags of a note stand behind it.
func OfJEX(entries func(*inner.Budget) inner.Documents, b *inner.Budget) inner.Documents {
	return func(yield func(inner.Document, error) bool) {
		first := *b
		names, tagged := map[string]string{}, map[string][]string{}
		for d, err := range entries(&first) {
			if err != nil || len(d.Data) > 4096 || !IsJoplin(d.Data) {
				continue
			}
			switch it := readItem(d.Data); it.keys["type_"] {
			case joplinTag:
				names[it.keys["id"]] = it.title
			case joplinNoteTag:
				tagged[it.keys["note_id"]] = append(tagged[it.keys["note_id"]], it.keys["tag_id"])
			}
		}
		for d, err := range entries(b) {
			if err == nil && IsJoplin(d.Data) {
				it := readItem(d.Data)
				if !it.note() {
					continue
				}
				var tags []string
				for _, id := range tagged[it.keys["id"]] {
					if name := names[id]; name != "" && len(tags) < maxTags {
						tags = append(tags, name)
					}
				}
				d, err = it.document(tags)
			}
			if !yield(d, err) {
				return
			}
		}
	}
}

// joplinItem is an item with what is known of it.
type joplinItem struct {
	title, body string
	keys        map[string]string
}

// note reports whether an item is a note that is not in the trash.
func (it *joplinItem) note() bool {
	deleted := it.keys["deleted_time"]
	return it.keys["type_"] == joplinNote && (deleted == "" || deleted == "0")
}

func readItem(data []byte) joplinItem {
	all := joplinID.FindAllIndex(data, -1)
	at := all[len(all)-1][0]
	it := joplinItem{keys: map[string]string{}}
	for line := range strings.Lines(string(data[at:])) {
		if key, value, ok := strings.Cut(strings.TrimSpace(line), ":"); ok {
			it.keys[key] = strings.TrimSpace(value)
		}
	}
	title, body, _ := strings.Cut(string(bytes.TrimLeft(data[:at], "\ufeff")), "\n")
	it.title, it.body = strings.TrimSpace(title), strings.TrimSpace(body)
	return it
}

// document returns a note. Its Markdown gets the front matter that clippings have.
func (it *joplinItem) document(tags []string) (inner.Document, error) {
	d := inner.Document{Name: firstOf(it.title, it.keys["id"]) + ".md", Says: inner.Meta{Title: oneLine(it.title), Byline: oneLine(it.keys["author"]), Address: it.keys["source_url"], Tags: tags}}
	if it.keys["encryption_applied"] == "1" {
		return d, errors.New("a note that is encrypted")
	}
	d.Kept.Saved = firstOf(it.keys["user_created_time"], it.keys["created_time"])
	if it.keys["markup_language"] == "2" {
		return withText(d, it.body), nil
	}
	var b strings.Builder
	b.WriteString("---\n")
	for _, f := range [][2]string{{"title", d.Says.Title}, {"author", d.Says.Byline}, {"source", address(d.Says.Address)}, {"saved", d.Kept.Saved}} {
		if f[1] != "" {
			b.WriteString(f[0] + ": " + strconv.Quote(f[1]) + "\n")
		}
	}
	if len(tags) > 0 {
		b.WriteString("tags:\n")
	}
	for _, t := range tags {
		b.WriteString("  - " + strconv.Quote(t) + "\n")
	}
	d.Data = []byte(b.String() + "---\n\n" + it.body)
	return d, nil
}
