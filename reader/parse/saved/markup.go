package saved

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"offprint/reader/clean"
	"offprint/reader/parse/inner"
)

// ofMarkup tells pages of bookmarks and OPML by their beginning.
func ofMarkup(data []byte, head string) inner.Documents {
	low := strings.ToLower(head)
	switch {
	case strings.Contains(low, "<opml"):
		return outlines(data)
	case strings.Contains(low, "<!doctype netscape-bookmark-file"), strings.Contains(low, "<dt><a href") && strings.Contains(low, "add_date="):
		return bookmarks(data, false)
	case strings.Contains(low, "<a href") && strings.Contains(low, "time_added="), strings.Contains(low, "<title>instapaper: export"):
		return bookmarks(data, true)
	}
	return nil
}

// page is a page of bookmarks being read: tags of it are met one by one.
type page struct {
	l       *list
	z       *html.Tokenizer
	folders []string // those around, the outermost first; empty for the browser's own
	flat    bool     // headings tell the state, as services write it
	read    bool     // below the heading of what was read
	starred bool
	// excerpts says that what stands behind a link was taken from its page, as
	// Raindrop does; elsewhere the user wrote it.
	excerpts bool
	open     *inner.Document // the last bookmark, which a note may follow
}

// bookmarks reads the pages of bookmarks that browsers write, and those of
// Pocket and Instapaper, which are flat.
func bookmarks(data []byte, flat bool) inner.Documents {
	return listed(func(l *list) {
		text, _ := clean.Decode(data, true)
		p := &page{l: l, z: html.NewTokenizer(strings.NewReader(text)), flat: flat}
		for !l.ended {
			switch p.z.Next() {
			case html.ErrorToken:
				p.close()
				return
			case html.StartTagToken:
				p.start(p.z.Token())
			case html.EndTagToken:
				if t := p.z.Token(); t.DataAtom == atom.Dl && len(p.folders) > 0 {
					p.close()
					p.folders = p.folders[:len(p.folders)-1]
				}
			}
		}
	})
}

// start reads the beginning of a tag with the text behind it.
func (p *page) start(t html.Token) {
	switch t.DataAtom {
	case atom.H1:
		p.close()
		p.state(oneLine(p.text()))
	case atom.H3:
		p.close()
		own := value(t, "personal_toolbar_folder") != "" || value(t, "unfiled_bookmarks_folder") != ""
		name := oneLine(p.text())
		if own || ownFolder(name) {
			name = ""
		}
		if len(p.folders) < maxTags {
			p.folders = append(p.folders, name)
		}
	case atom.A:
		p.close()
		p.bookmark(t)
	case atom.Dd:
		switch words := p.text(); {
		case p.open == nil:
		case p.excerpts:
			p.open.Data = paragraphs(words)
		default:
			*p.open = noted(*p.open, words)
		}
		p.close()
	}
}

// state takes what a heading says of the links below it.
func (p *page) state(name string) {
	if !p.flat {
		return
	}
	low := strings.ToLower(name)
	p.read, p.starred, p.folders = strings.Contains(low, "archive"), low == "starred" || low == "liked", nil
	if !p.read && !p.starred && low != "unread" {
		p.folders = []string{name}
	}
}

// bookmark reads a link. It is added when what follows shows that no note does.
func (p *page) bookmark(t html.Token) {
	d := inner.Document{
		Kind: inner.Stub,
		Says: inner.Meta{Address: value(t, "href"), Tags: parts(firstOf(value(t, "tags"), value(t, "tag")), ",")},
		Kept: inner.Kept{Saved: firstOf(value(t, "add_date"), value(t, "time_added")), Read: p.read, Starred: p.starred},
	}
	p.excerpts = slices.ContainsFunc(t.Attr, func(a html.Attribute) bool { return a.Key == "data-cover" || a.Key == "data-important" })
	d.Says.Title = oneLine(p.text())
	for _, f := range p.folders {
		if f != "" {
			d.Says.Tags = appendNew(d.Says.Tags, f)
		}
	}
	p.open = &d
}

// close adds the bookmark that is open.
func (p *page) close() {
	if p.open == nil {
		return
	}
	d := *p.open
	p.open = nil
	p.l.bookmark(d)
}

// bookmark adds a bookmark, unless it leads to no page of the web.
func (l *list) bookmark(d inner.Document) {
	scheme, _, _ := strings.Cut(d.Says.Address, ":")
	switch scheme = strings.ToLower(scheme); scheme {
	case "javascript", "place", "data", "about", "chrome", "edge", "file":
		l.pass("they lead to no page of the web (" + scheme + ":)")
		return
	}
	l.add(d)
}

// text returns the text up to the next tag.
func (p *page) text() string {
	if p.z.Next() == html.TextToken {
		return p.z.Token().Data
	}
	return ""
}

func value(t html.Token, key string) string {
	for _, a := range t.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// ownFolder reports whether a folder is one that the browser makes for everybody.
func ownFolder(name string) bool {
	switch strings.ToLower(name) {
	case "bookmarks", "bookmarks bar", "bookmarks toolbar", "bookmarks menu", "other bookmarks", "mobile bookmarks", "favorites", "favorites bar",
		"unsorted", "unfiled", "lesezeichen", "lesezeichenleiste", "weitere lesezeichen", "lesezeichen-symbolleiste", "lesezeichen-menü", "barre de favoris", "autres favoris", "marcadores", "barra de marcadores", "otros marcadores":
		return true
	}
	return false
}

// outlines reads OPML: the links in it. Feeds are named by it too; they are no
// articles, and what was in them is not there.
func outlines(data []byte) inner.Documents {
	return listed(func(l *list) {
		text, _ := clean.Decode(data, true)
		z := html.NewTokenizer(strings.NewReader(text))
		feeds := 0
		for !l.ended {
			switch z.Next() {
			case html.ErrorToken:
				if feeds > 0 {
					var err error = inner.Passed(fmt.Sprintf("feeds are named in it, which are for other programs: %d", feeds))
					if l.all == 0 {
						err = fmt.Errorf("%w: %w", ErrNone, err)
					}
					l.yield(inner.Document{}, err)
					l.ended = true
				}
				return
			case html.StartTagToken, html.SelfClosingTagToken:
				t := z.Token()
				switch {
				case t.Data != "outline":
				case value(t, "xmlurl") != "":
					feeds++
				case value(t, "url") != "":
					l.add(noted(inner.Document{
						Kind: inner.Stub,
						Data: paragraphs(value(t, "description")),
						Says: inner.Meta{Title: oneLine(firstOf(value(t, "title"), value(t, "text"))), Address: value(t, "url")},
						Kept: inner.Kept{Saved: value(t, "created")},
					}, value(t, "_note")))
				}
			}
		}
	})
}

// rule is the line that stands between several articles in one file of Readeck.
var rule = []byte("\n" + strings.Repeat("-", 60) + "\nn# ")

// severalArticles reports whether a text is such a file.
func severalArticles(data []byte) bool {
	return bytes.HasPrefix(data, []byte("# ")) && bytes.Contains(data, rule)
}

// parted yields each of several articles in one Markdown file.
func parted(data []byte) inner.Documents {
	return listed(func(l *list) {
		for part := range bytes.SplitSeq(bytes.TrimPrefix(data, []byte("# ")), rule) {
			title, _, _ := bytes.Cut(part, []byte("\n"))
			d := inner.Document{Kind: inner.File, Name: clipped(string(title)) + ".md", Data: append([]byte("# "), part...)}
			if !l.add(d) {
				return
			}
		}
	})
}
