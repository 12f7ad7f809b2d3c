package saved

import (
	"bufio"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"time"

	"golang.org/x/net/html"

	"offprint/reader/parse/inner"
)

// isEvernote reports whether a file begins as an export of Evernote does (.enex).
func isEvernote(head string) bool {
	return strings.HasPrefix(head, "<") && strings.Contains(head, "<en-export")
}

// evernote yields the notes of an export: pages that were clipped, and what
// somebody wrote. Whose account it was stands with each as its author, who is
// none of the page.
func evernote(r io.Reader) inner.Documents {
	return listed(func(l *list) {
		d := xml.NewDecoder(&unattached{r: bufio.NewReaderSize(r, 64<<10)})
		d.Strict, d.Entity, d.AutoClose = false, xml.HTMLEntity, xml.HTMLAutoClose
		d.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil }
		for !l.ended {
			t, err := d.Token()
			if start, ok := t.(xml.StartElement); err == nil && ok && start.Name.Local == "note" {
				var n evernoteNote
				if err = d.DecodeElement(&n, &start); err == nil {
					l.add(n.document())
				}
			}
			switch {
			case err == nil:
			case err == io.EOF:
				return
			default:
				l.ended = !l.yield(inner.Document{}, fmt.Errorf("%w: the rest could not be read", inner.ErrDamaged))
				return
			}
		}
	})
}

// evernoteNote is a note as it stands in an export.
type evernoteNote struct {
	Title   string   `xml:"title"`
	Content string   `xml:"content"`
	Created string   `xml:"created"`
	Tags    []string `xml:"tag"`
	Address string   `xml:"note-attributes>source-url"`
}

func (n *evernoteNote) document() inner.Document {
	d := withText(inner.Document{Says: inner.Meta{Title: oneLine(n.Title), Address: n.Address}}, n.Content)
	for _, t := range n.Tags {
		if t = oneLine(t); t != "" && len(d.Says.Tags) < maxTags {
			d.Says.Tags = appendNew(d.Says.Tags, t)
		}
	}
	if t, err := time.Parse("20060102T150405Z", strings.TrimSpace(n.Created)); err == nil {
		d.Kept.Saved = t.Format(time.RFC3339)
	}
	d.Kept.Passages = evernotePassages(n.Content)
	return d
}

// evernotePassages returns what was marked in a note.
func evernotePassages(content string) []inner.Passage {
	if !strings.Contains(content, "highlight") {
		return nil
	}
	var out []inner.Passage
	var marked strings.Builder
	depth := 0 // spans that are open since the one that marks
	for z := html.NewTokenizer(strings.NewReader(content)); ; {
		switch z.Next() {
		case html.ErrorToken:
			return out
		case html.StartTagToken:
			t := z.Token()
			style := value(t, "style")
			switch {
			case t.Data != "span":
			case depth > 0, strings.Contains(style, "en-highlight"), strings.Contains(style, "evernote-highlight"):
				depth++
			}
		case html.TextToken:
			if depth > 0 {
				marked.WriteString(z.Token().Data)
			}
		case html.EndTagToken:
			if t := z.Token(); t.Data != "span" || depth == 0 {
				continue
			}
			if depth--; depth == 0 {
				if text := oneLine(marked.String()); text != "" && len(out) < maxPassages {
					out = append(out, inner.Passage{Text: text})
				}
				marked.Reset()
			}
		}
	}
}

// unattached reads an export without the pictures and papers in it, each of
// which would be held as a whole.
type unattached struct {
	r       *bufio.Reader
	out     []byte
	dropped bool // what comes is attached
	err     error
}

func (u *unattached) Read(p []byte) (int, error) {
	for len(u.out) == 0 {
		if u.err != nil {
			return 0, u.err
		}
		u.fill()
	}
	n := copy(p, u.out)
	u.out = u.out[n:]
	return n, nil
}

// fill reads up to the next tag.
func (u *unattached) fill() {
	text, err := u.r.ReadSlice('<')
	if err != nil && err != bufio.ErrBufferFull {
		u.err = err
	}
	if !u.dropped {
		u.out = append(u.out[:0], text...)
	}
	if err != nil {
		return
	}
	next, _ := u.r.Peek(6)
	switch {
	case !u.dropped && (strings.HasPrefix(string(next), "data ") || strings.HasPrefix(string(next), "data>")):
		u.dropped, u.out = true, append(u.out, "data>"...)
	case u.dropped && string(next) == "/data>":
		u.dropped, u.out = false, append(u.out[:0], '<')
	}
}
