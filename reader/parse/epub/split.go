package epub

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"offprint/reader/parse/inner"
)

// The limits of what makes an article.
const (
	leastText = 60 // bytes of text below which a file is a divider or a picture
	indexPart = 70 // percentage of a file's text in links above which it is an index
)

// articles yields the articles of the book.
func (b *book) articles(yield func(inner.Document, error) bool) {
	var open *inner.Document // may go on in the next file
	send := func() bool {
		d := open
		open = nil
		return d == nil || yield(*d, nil)
	}
	for _, it := range b.spine {
		text, err := b.text(it.Href)
		if err != nil {
			if !send() || !yield(inner.Document{Name: it.Href}, err) {
				return
			}
			continue
		}
		lines := b.toc[it.Href]
		look := examine(text)
		if open != nil && len(lines) == 0 && b.named > 1 && !look.headed && look.text > 0 && !look.index() {
			open.Data = append(append(open.Data, '\n'), body(text)...)
			continue
		}
		if look.index() || look.text < leastText {
			continue
		}
		for _, p := range parted(text, lines) {
			if !send() {
				return
			}
			open = b.document(it.Href, p)
		}
	}
	send()
}

func (b *book) document(name string, p part) *inner.Document {
	d := &inner.Document{Name: name, Kind: inner.Whole, Data: []byte(p.text), Else: b.meta}
	d.Says.Title = p.title
	return d
}

// part is a piece of a file with its line in the table of contents.
type part struct{ title, text string }

// parted cuts a file at the places that the table of contents names, if those
// are at least two. What stands before the first is the file's own beginning.
func parted(text string, lines []entry) []part {
	title := ""
	if len(lines) > 0 {
		title = lines[0].title
	}
	cuts := places(text, lines)
	if len(cuts) < 2 {
		return []part{{title, text}}
	}
	var out []part
	head := text[:cuts[0].at]
	if examine(head).text >= leastText {
		own := ""
		if lines[0].fragment == "" {
			own = lines[0].title
		}
		out = append(out, part{own, head})
	}
	for i, c := range cuts {
		end := len(text)
		if i+1 < len(cuts) {
			end = cuts[i+1].at
		}
		if piece := text[c.at:end]; examine(piece).text >= leastText {
			out = append(out, part{c.title, piece})
		}
	}
	return out
}

// place is where a line of the table of contents leads to, in bytes of the file.
type place struct {
	at    int
	title string
}

// places finds where the fragments stand, in the order of the text.
func places(text string, lines []entry) []place {
	want := map[string]string{}
	for _, l := range lines {
		if l.fragment != "" {
			want[l.fragment] = l.title
		}
	}
	if len(want) < 2 {
		return nil
	}
	var out []place
	z := html.NewTokenizer(strings.NewReader(text))
	for at := 0; ; {
		kind := z.Next()
		if kind == html.ErrorToken {
			return out
		}
		n := len(z.Raw())
		if kind == html.StartTagToken || kind == html.SelfClosingTagToken {
			t := z.Token()
			for _, id := range []string{attr(t, "id"), attr(t, "name")} {
				if title, ok := want[id]; ok && id != "" {
					out = append(out, place{at, title})
					delete(want, id)
				}
			}
		}
		at += n
	}
}

// look is what is seen of a file at a glance.
type look struct {
	text, linked int  // bytes of text, and of text in links
	headed       bool // a heading stands before the text
}

// index reports whether a file is a list of links.
func (l look) index() bool { return l.text > 0 && l.linked*100 > l.text*indexPart }

func examine(text string) look {
	var l look
	z := html.NewTokenizer(strings.NewReader(body(text)))
	links, skip := 0, 0
	for {
		switch z.Next() {
		case html.ErrorToken:
			return l
		case html.TextToken:
			if n := len(strings.TrimSpace(string(z.Text()))); skip == 0 {
				l.text += n
				if links > 0 {
					l.linked += n
				}
			}
		case html.StartTagToken:
			name, _ := z.TagName()
			switch atom.Lookup(name) {
			case atom.A:
				links++
			case atom.H1, atom.H2, atom.H3:
				l.headed = l.headed || l.text < leastText
			case atom.Script, atom.Style:
				skip++
			}
		case html.EndTagToken:
			name, _ := z.TagName()
			switch atom.Lookup(name) {
			case atom.A:
				links = max(0, links-1)
			case atom.Script, atom.Style:
				skip = max(0, skip-1)
			}
		}
	}
}

// body returns what stands between the tags of the body, all of a text without them.
func body(text string) string {
	low := strings.ToLower(text)
	if len(low) != len(text) {
		return text // a letter changed its length: the positions are not those of the text
	}
	if i := strings.Index(low, "<body"); i >= 0 {
		if end := strings.IndexByte(text[i:], '>'); end >= 0 {
			text, low = text[i+end+1:], low[i+end+1:]
		}
	}
	if i := strings.LastIndex(low, "</body"); i >= 0 {
		text = text[:i]
	}
	return text
}

// expand writes empty elements as HTML has them: XHTML may close any element
// at once, and a reader of HTML would take <title/> for the beginning of a
// title that never ends.
func expand(text string) string {
	if !strings.Contains(text, "/>") {
		return text
	}
	var b strings.Builder
	b.Grow(len(text) + 256)
	for {
		i := strings.Index(text, "/>")
		if i < 0 {
			b.WriteString(text)
			return b.String()
		}
		b.WriteString(text[:i])
		start := strings.LastIndexByte(text[:i], '<')
		name := ""
		if start >= 0 && !strings.Contains(text[start:i], ">") {
			name = text[start+1 : i]
			if end := strings.IndexAny(name, " \t\r\n/"); end >= 0 {
				name = name[:end]
			}
		}
		if void(name) {
			b.WriteString("/>")
		} else {
			b.WriteString("></" + name + ">")
		}
		text = text[i+2:]
	}
}

// void reports whether an element of that name has no end tag in HTML, or is none of HTML.
func void(name string) bool {
	switch strings.ToLower(name) {
	case "title", "script", "style", "div", "span", "p", "a", "i", "b", "em", "strong", "iframe", "textarea", "td", "th", "tr", "li", "ul", "ol", "section", "h1", "h2", "h3", "h4", "sup", "sub", "small", "u", "code", "pre", "noscript", "select", "button", "video", "audio", "object", "figure", "caption", "blockquote":
		return false
	}
	return true
}
