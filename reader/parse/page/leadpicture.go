package page

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"offprint/reader/parse/frame"
)

// openingLeast is how long the caption of a picture above the text is at least, in bytes.
const openingLeast = 12

// opening returns the picture that stands between the title and the text, with
// its caption, as an element of its own: the extraction drops it with the head
// of the article. Leads are the paragraphs that may stand above it. It is nil
// if there is none.
func (m *pageMeta) opening(leads []string) *html.Node {
	if m.titleAt == nil {
		return nil
	}
	left := leadReach
	for n := next(m.titleAt, m.doc, true); n != nil && left > 0; {
		skip := false
		switch {
		case n.Type == html.TextNode:
			if strings.TrimSpace(n.Data) != "" {
				left--
			}
		case n.Type != html.ElementNode:
		case n.DataAtom == atom.Figure || captionClass(attr(n, "class")):
			if out := captioned(n); out != nil {
				return out
			}
			skip = true
		case n.DataAtom == atom.Article && !m.above()[n]:
			return nil
		case n.DataAtom == atom.P:
			skip = true
			if text := textOf(n); len(text) >= runningLeast && !slices.Contains(leads, text) {
				return nil
			}
		default:
			skip = besideText(n) || invisible(n)
		}
		n = next(n, m.doc, skip)
	}
	return nil
}

// captioned returns a figure, or what is marked as a caption beside a picture,
// anew: the first picture and the caption. It is nil if it has no caption, or
// announces another page as a card does.
func captioned(n *html.Node) *html.Node {
	picture, caption := n, n
	if n.DataAtom == atom.Figure {
		captions := elements(n, atom.Figcaption)
		if len(captions) == 0 {
			return nil
		}
		caption = captions[0]
	} else if picture = n.Parent; picture == nil || within(n, atom.A) {
		return nil
	}
	if len(elements(n, atom.H1, atom.H2, atom.H3, atom.H4, atom.Table, atom.Pre, atom.Blockquote)) > 0 {
		return nil
	}
	images := elements(picture, atom.Img)
	text := textOf(caption)
	if len(images) == 0 || len(text) < openingLeast || len(text) > frame.CaptionReach {
		return nil
	}
	img := &html.Node{Type: html.ElementNode, DataAtom: atom.Img, Data: "img", Attr: slices.Clone(images[0].Attr)}
	return element(atom.Figure, img, element(atom.Figcaption, textNode(text)))
}

// addOpening puts the picture above the text before it if the text lacks it.
func addOpening(root, picture *html.Node) {
	if picture == nil {
		return
	}
	text := textOf(picture)
	if !strings.Contains(textOf(root), text[:min(len(text), leadLeast)]) {
		root.InsertBefore(picture, root.FirstChild)
	}
}
