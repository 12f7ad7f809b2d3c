package epub

import (
	"path"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"offprint/reader/parse/inner"
)

// The limits of what makes an article.
const (
	leastText = 60 // bytes of text below which a file is a divider or a picture
	indexPart = 70 // percentage of a file's text in links above which it is an index
	// ownText is how much text, in bytes, makes what stands before the first of
	// the places below a line of the table of contents more than their heading.
	ownText = 200
	// sectionText is how much text, in bytes, a list of articles has for each.
	sectionText = 500
)

// articles yields the articles of the book.
func (b *book) articles(yield func(inner.Document, error) bool) {
	var open *inner.Document // may go on in the next file
	var began look
	send := func() bool {
		d := open
		open = nil
		return d == nil || yield(*d, nil)
	}
	for _, it := range b.spine {
		text, address, err := b.text(it.Href)
		if err != nil {
			if !send() || !yield(inner.Document{Name: it.Href}, err) {
				return
			}
			continue
		}
		lines := b.toc[it.Href]
		look := examine(text)
		if open != nil && len(lines) == 0 && b.named > 1 && look.text > 0 && !look.index() && (look.below(began) || split(open.Name, it.Href)) {
			open.Data = append(append(open.Data, '\n'), body(text)...)
			continue
		}
		if look.index() || look.text < leastText || b.section(it.Href, text, look.text) {
			continue
		}
		for _, p := range parted(text, lines) {
			if !send() {
				return
			}
			open, began = b.document(it.Href, address, p), examine(p.text)
		}
	}
	send()
}

// split reports whether a program has cut one file into these two, which then
// have the same name and a number: "bridge_split_000.html".
func split(before, after string) bool {
	a, _, cutA := strings.Cut(before, "_split_")
	b, _, cutB := strings.Cut(after, "_split_")
	return cutA && cutB && a == b
}

// section reports whether a file only introduces others of the book: it links
// to several of them, with little text for each.
func (b *book) section(name, text string, size int) bool {
	others := map[string]bool{}
	z := html.NewTokenizer(strings.NewReader(text))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return len(others) > 1 && size/len(others) < sectionText
		case html.StartTagToken:
			if t := z.Token(); t.Data == "a" {
				if to := within(path.Dir(name), attr(t, "href")); to != name && b.spined[to] {
					others[to] = true
				}
			}
		}
	}
}

func (b *book) document(name, address string, p part) *inner.Document {
	d := &inner.Document{Name: name, Kind: inner.Whole, Data: []byte(p.text), Else: b.meta}
	d.Says.Title, d.Says.Address = p.title, address
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
	cuts := outer(text, places(text, lines), lines)
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
	depth int
}

// outer leaves out the places that stand in the table of contents below one
// with a text of its own: they are its sections and no articles.
func outer(text string, all []place, lines []entry) []place {
	if len(all) > 0 && lines[0].fragment == "" {
		all = slices.Insert(all, 0, place{0, "", lines[0].depth})
		return outerOf(text, all)[1:]
	}
	return outerOf(text, all)
}

func outerOf(text string, all []place) []place {
	within := -1 // depth of the line whose sections are left out
	var out []place
	for i, p := range all {
		if within >= 0 && p.depth > within {
			continue
		}
		within = -1
		out = append(out, p)
		if i+1 < len(all) && all[i+1].depth > p.depth && examine(text[p.at:all[i+1].at]).text >= ownText {
			within = p.depth
		}
	}
	return out
}

// places finds where the fragments stand, in the order of the text.
func places(text string, lines []entry) []place {
	want := map[string]entry{}
	for _, l := range lines {
		if l.fragment != "" {
			want[l.fragment] = l
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
				if l, ok := want[id]; ok && id != "" && !noBeginning[t.DataAtom] {
					out = append(out, place{at, l.title, l.depth})
					delete(want, id)
				}
			}
		}
		at += n
	}
}

// noBeginning are the elements in which no article begins: notes, and where
// they are referred to, which programs take for lines of a table of contents.
var noBeginning = map[atom.Atom]bool{atom.Li: true, atom.Sup: true, atom.Sub: true, atom.Td: true, atom.Dd: true, atom.Dt: true}

// look is what is seen of a file at a glance.
type look struct {
	text, linked int // bytes of text, and of text in links
	heading      int // the level of the heading before the text; 0 if there is none
}

// below reports whether a file goes on with what another began: it has no
// heading, or one of a lower level.
func (l look) below(began look) bool {
	return l.heading == 0 || began.heading > 0 && l.heading > began.heading
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
				if l.heading == 0 && l.text < leastText {
					l.heading = int(name[1] - '0')
				}
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
