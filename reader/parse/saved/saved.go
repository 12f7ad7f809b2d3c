// Package saved reads what services and browsers give their users who leave:
// lists of the articles that somebody saved, with tags, dates, what was read
// and starred, and highlights. Where a list carries the text of an article it
// is yielded with it; what carries none is yielded as [inner.Stub].
//
// A list is told by its content: by the columns of a table, the keys of JSON,
// the marks of a page. Its name says nothing, and services have renamed theirs.
//
//	Of       tables, JSON, pages of bookmarks, OPML, links kept as files, several articles in one Markdown file
//	Stream   lists in JSON, tables and exports of Evernote that are too large to be held
//	OfJoplin a note of Joplin, and OfJEX those that it exports as one file
//	OfPacked the bookmarks that Firefox has packed
//	OfZip    the archives of Pocket, Omnivore and Readeck
//
// One row of the table in columns.go or keys.go is one service. To add one,
// write its row and a case in the testdata of package parse.
package saved

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	"offprint/reader/clean"
	"offprint/reader/parse/inner"
)

// The limits of a list.
const (
	maxEntries  = 100000
	maxReasons  = 10      // for leaving entries out, that are told one by one
	maxField    = 8 << 10 // bytes of an address, title or name
	maxPassages = 5000    // of one article
)

// headReach is how much of a file is looked at to tell what it is, in bytes.
const headReach = 8 << 10

// ErrNone is what a list yields that is sound and names no article.
var ErrNone error = inner.Passed("no page is listed")

// Of returns what data lists, nil if it is no list of a kind that is known. name
// is the file's; it is the title of a link that is kept as a file.
func Of(data []byte, name string) inner.Documents {
	head := opening(data)
	switch {
	case head == "":
		return nil
	case linkFile(head):
		return link(data, name)
	case head[0] == '{' && bookmarkTree(head):
		return bookmarksOf(data)
	case head[0] == '{', head[0] == '[':
		if one := ofExtracted(data); one != nil {
			return one
		}
		return ofJSON(data)
	case isEvernote(head):
		return evernote(bytes.NewReader(data))
	case head[0] == '<':
		return ofMarkup(data, head)
	}
	if t := tableOf(head); t != nil {
		return t.read(data)
	}
	if severalArticles(data) {
		return parted(data)
	}
	return nil
}

// opening returns the beginning of data as text, without blanks before it.
func opening(data []byte) string {
	head := data[:min(len(data), headReach)]
	if bytes.HasPrefix(head, []byte("\xff\xfe")) || bytes.HasPrefix(head, []byte("\xfe\xff")) {
		text, _ := clean.Decode(head[:len(head)&^1], false)
		return strings.TrimSpace(text)
	}
	return strings.TrimSpace(strings.TrimPrefix(string(head), "\ufeff"))
}

// list is a list being read: it counts what is yielded and what is left out.
type list struct {
	yield   func(inner.Document, error) bool
	all     int // entries met
	kept    int
	ended   bool            // nothing more is wanted
	reasons []string        // for leaving entries out, in the order met
	without map[string]int  // entries left out, by reason
	passed  map[string]bool // reasons for which nothing is lost
}

// listed returns the documents that read adds to a list.
func listed(read func(l *list)) inner.Documents {
	return func(yield func(inner.Document, error) bool) {
		l := &list{yield: yield, without: map[string]int{}, passed: map[string]bool{}}
		read(l)
		l.end()
	}
}

// add yields a document if it is one that can be read or found again: with
// a text, a web address, or highlights. It reports whether more is wanted.
func (l *list) add(d inner.Document) bool {
	m := &d.Says
	letter := strings.HasPrefix(m.Address, "mailto:") && m.Title != "" // forwarded to the service
	m.Address = address(m.Address)
	switch {
	case l.ended:
		return false
	case l.all >= maxEntries:
		l.ended = true
		l.yield(inner.Document{}, fmt.Errorf("%w: more than %d entries; the rest was left out", inner.ErrLarge, maxEntries))
		return false
	case m.Address == "" && d.Kind == inner.Stub && len(d.Kept.Passages) == 0 && !letter:
		return l.pass("without an address of the web")
	}
	m.Title, m.Byline, m.Outlet = clipped(m.Title), clipped(m.Byline), clipped(m.Outlet)
	d.Kept.Passages = d.Kept.Passages[:min(len(d.Kept.Passages), maxPassages)]
	if d.Name == "" {
		d.Name = firstOf(m.Title, m.Address)
	}
	l.all++
	l.kept++
	l.ended = !l.yield(d, nil)
	return !l.ended
}

// pass counts an entry that is left out because there is nothing to read in it.
func (l *list) pass(reason string) bool {
	l.passed[reason] = true
	return l.skip(reason)
}

// skip counts an entry that is left out. It reports whether more is wanted.
func (l *list) skip(reason string) bool {
	l.all++
	if l.without[reason] == 0 && len(l.reasons) < maxReasons {
		l.reasons = append(l.reasons, reason)
	}
	l.without[reason]++
	return !l.ended
}

// end tells what was left out, and that nothing was there.
func (l *list) end() {
	for _, r := range l.reasons {
		if l.ended {
			return
		}
		said := fmt.Sprintf("%d of %d entries were left out: %s", l.without[r], l.all, r)
		err := errors.New(said)
		if l.passed[r] {
			err = inner.Passed(said)
		}
		l.ended = !l.yield(inner.Document{}, err)
	}
	if l.all == 0 && !l.ended {
		l.yield(inner.Document{}, fmt.Errorf("%w: the list is empty", ErrNone))
	}
}

// address returns a web address as it is written elsewhere, empty if it is none.
func address(s string) string {
	s = strings.TrimSpace(s)
	scheme, rest, ok := strings.Cut(s, "://")
	if scheme = strings.ToLower(scheme); !ok || scheme != "http" && scheme != "https" || len(s) > maxField {
		return ""
	}
	return scheme + "://" + strings.ReplaceAll(rest, " ", "%20")
}

func clipped(s string) string {
	if len(s) > maxField {
		return strings.ToValidUTF8(s[:maxField], "")
	}
	return s
}

// firstOf returns the first of the values that says anything.
func firstOf(values ...string) string {
	for _, v := range values {
		if v = strings.TrimSpace(v); v != "" {
			return v
		}
	}
	return ""
}

// paragraphs joins texts that say something, a blank line apart, as the data of a stub.
func paragraphs(texts ...string) []byte {
	var said []string
	for _, t := range texts {
		if t = strings.TrimSpace(t); t != "" {
			said = append(said, t)
		}
	}
	return []byte(strings.Join(said, "\n\n"))
}
