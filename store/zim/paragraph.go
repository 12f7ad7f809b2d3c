package zim

import (
	"bytes"
	"context"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"offprint/reader"
)

// How much of a page is read for its first paragraph, and how long that may
// be, in bytes. Styles and boxes of facts stand before it.
const (
	maxPage      = 512 << 10
	maxParagraph = 2000
)

// fewLetters is what a first paragraph has at least: shorter ones are coordinates and the like.
const fewLetters = 20

// Paragraph returns the first paragraph of running text of a page as one line,
// notes and boxes left out; empty if it has none. It unpacks the page's
// cluster up to the page.
func (f *File) Paragraph(ctx context.Context, page Page) (reader.Text, error) {
	if err := ctx.Err(); err != nil {
		return "", err
	}
	data, err := f.blob(page.entry.cluster, page.entry.blob, maxPage)
	if err != nil {
		return "", err
	}
	if err := ctx.Err(); err != nil {
		return "", err
	}
	return firstParagraph(data), nil
}

// firstParagraph finds the first paragraph in a page of HTML.
func firstParagraph(data []byte) reader.Text {
	root, err := html.Parse(bytes.NewReader(data))
	if err != nil { // nested too deeply for a page of text
		return ""
	}
	var found reader.Text
	var walk func(*html.Node) bool
	walk = func(n *html.Node) bool {
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if c.Type != html.ElementNode || beside(c) {
				continue
			}
			if c.DataAtom == atom.P {
				if text := paragraphText(c); letters(string(text)) >= fewLetters {
					found = text
					return true
				}
			}
			if walk(c) {
				return true
			}
		}
		return false
	}
	walk(root)
	return found
}

// paragraphText is the text of an element as one line, cut to maxParagraph.
func paragraphText(n *html.Node) reader.Text {
	var b strings.Builder
	var write func(*html.Node)
	write = func(n *html.Node) {
		for c := n.FirstChild; c != nil && b.Len() < 2*maxParagraph; c = c.NextSibling {
			switch {
			case c.Type == html.TextNode:
				b.WriteString(c.Data)
			case c.Type != html.ElementNode || beside(c):
			case c.DataAtom == atom.Br:
				b.WriteByte(' ')
			default:
				write(c)
			}
		}
	}
	write(n)
	return cut(reader.CleanLine(withoutHoles(string(reader.CleanLine(b.String())))))
}

// withoutHoles mends what is left where notes and sounds were taken out:
// "Kyiv ( ; Ukrainian: Київ )".
func withoutHoles(s string) string {
	return holes.Replace(holes.Replace(s))
}

// holes are the marks that such gaps leave.
var holes = strings.NewReplacer(
	"( ; ", "(", "(; ", "(", "( , ", "(", "(, ", "(", "( ", "(", " )", ")", "()", "", "[]", "", " ,", ",", " .", ".",
	"  ", " ",
)

// cut shortens a text to maxParagraph bytes, at the end of a word.
func cut(t reader.Text) reader.Text {
	if len(t) <= maxParagraph {
		return t
	}
	t = t.Slice(reader.Span{End: maxParagraph})
	if i := strings.LastIndexByte(string(t), ' '); i > 0 {
		t = t[:i]
	}
	return t + " …"
}

func letters(s string) int {
	n := 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n
}

// besideElements are the elements whose text is none of the running text.
var besideElements = map[atom.Atom]bool{
	atom.Head: true, atom.Style: true, atom.Script: true, atom.Noscript: true, atom.Template: true,
	atom.Table: true, atom.Figure: true, atom.Nav: true, atom.Aside: true, atom.Header: true, atom.Footer: true,
	atom.Form: true, atom.Button: true, atom.Select: true, atom.Audio: true, atom.Video: true, atom.Svg: true,
	atom.Math: true, atom.Iframe: true, atom.Object: true, atom.Textarea: true,
}

// besideClasses are the classes that encyclopedias give to such text.
var besideClasses = map[string]bool{
	"hatnote": true, "infobox": true, "navbox": true, "thumb": true, "metadata": true, "noprint": true, "reference": true,
	"mw-ref": true, "mw-editsection": true, "mw-empty-elt": true, "shortdescription": true, "toc": true, "sidebar": true,
	"ambox": true, "ext-phonos": true, "rt-commentedText": true, "geo-inline-hidden": true, "mw-file-description": true,
	"homonymie": true, "bandeau-container": true, "dablink": true, "siehe-auch": true,
}

// beside reports whether an element's text is none of the running text.
func beside(n *html.Node) bool {
	if besideElements[n.DataAtom] {
		return true
	}
	for _, a := range n.Attr {
		switch a.Key {
		case "class":
			for _, class := range strings.Fields(a.Val) {
				if besideClasses[class] {
					return true
				}
			}
		case "id":
			if a.Val == "coordinates" || a.Val == "toc" {
				return true
			}
		case "style":
			if strings.Contains(strings.ReplaceAll(a.Val, " ", ""), "display:none") {
				return true
			}
		case "hidden":
			return true
		}
	}
	return false
}
