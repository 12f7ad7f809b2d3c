package page

import (
	"net/url"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"offprint/reader/parse/frame"
	"offprint/reader/parse/phrase"
)

// rewriteFigure makes one picture with its caption of a figure; what else it
// holds (a table, code, a quote) stays, and so does its caption.
func rewriteFigure(n *html.Node, base *url.URL) {
	if n.Parent == nil {
		return
	}
	captions := elements(n, atom.Figcaption)
	for _, c := range captions {
		remove(c)
	}
	paragraphs := len(elements(n, atom.P)) > 0 && (textLen(n) > frame.CaptionReach || len(elements(n, atom.Img)) == 0)
	if paragraphs || len(elements(n, atom.Table, atom.Pre, atom.Blockquote)) > 0 {
		for _, c := range captions {
			rename(c, atom.P)
			n.AppendChild(c)
		}
		rename(n, atom.Div)
		return
	}
	caption := ""
	for _, c := range captions {
		caption = phrase.FirstFilled(caption, strings.TrimPrefix(textOf(c), "Image caption, "))
	}
	src, alt := "", ""
	for _, img := range elements(n, atom.Img) {
		src = phrase.FirstFilled(src, webTarget(phrase.FirstFilled(attr(img, "src"), attr(img, "data-src")), base))
		alt = phrase.FirstFilled(alt, attr(img, "alt"))
	}
	if caption = phrase.FirstFilled(caption, textOf(n), alt); caption != "" && !advertises(caption) {
		n.Parent.InsertBefore(pictureNode(caption, src), n)
	}
	remove(n)
}

// advertises reports whether a text only says that an advertisement follows.
func advertises(text string) bool {
	switch strings.ToLower(strings.Trim(text, " -–—*[]()")) {
	case "advertisement", "advertising", "ad", "sponsored", "anzeige", "werbung", "publicidad", "publicité", "pubblicità", "publicidade", "advertentie", "реклама", "reklama", "إعلان", "广告", "広告":
		return true
	}
	return false
}

// rewriteCaption makes a picture's caption of text that the page marks as one.
func rewriteCaption(n *html.Node) {
	if n.Parent == nil || n.DataAtom != atom.Figcaption && !captionClass(attr(n, "class")) {
		return
	}
	text := textOf(n)
	if text == "" || len(text) > frame.CaptionReach || len(elements(n, atom.P, atom.H2, atom.Ul, atom.Table)) > 1 || len(elements(n, atom.Img)) > 0 || strings.ContainsRune(text, markPicture) {
		return
	}
	n.Parent.InsertBefore(pictureNode(text, ""), n)
	remove(n)
}

// captionClass reports whether a class marks a caption or the credit of a picture.
func captionClass(class string) bool {
	for _, name := range strings.Fields(strings.ToLower(class)) {
		for _, c := range []string{"caption", "credit", "bildunterschrift", "bildtext", "bildnachweis", "img-desc", "image-desc", "image-copyright", "photographer", "leyenda", "legende", "epigrafe", "pie-foto", "fotograf"} {
			if strings.Contains(name, c) && !strings.Contains(name, "has-") && !strings.Contains(name, "no-") {
				return true
			}
		}
	}
	return false
}

// pictureNode returns a paragraph that becomes a stand-alone picture.
func pictureNode(caption, src string) *html.Node {
	if strings.Contains(caption, "</") { // it was written as HTML, and escaped
		if words := strings.Join(strings.Fields(pageWords(strings.ReplaceAll(caption, string(markAmpersand), "&"))), " "); words != "" {
			caption = words
		}
	}
	caption = strings.NewReplacer("&", string(markAmpersand), "*", string(markStar), "[", string(markLeft), "]", string(markRight)).Replace(caption)
	return element(atom.P, textNode(string(markPicture)+caption+string(markAddress)), element(atom.Code, textNode(src)), textNode(string(markClose)))
}

// rewriteImage keeps pictures that say something, alone or in a line.
func rewriteImage(n *html.Node, base *url.URL) {
	if n.Parent == nil || rewriteInline(n) {
		return
	}
	alt := strings.TrimSpace(attr(n, "alt"))
	if len(strings.Fields(alt)) < 2 || len(alt) > 1000 {
		remove(n)
		return
	}
	src := webTarget(phrase.FirstFilled(attr(n, "src"), attr(n, "data-src")), base)
	p := n.Parent
	if p.DataAtom == atom.A && p.Parent != nil {
		unwrap(p)
		p = n.Parent
	}
	if p.DataAtom == atom.P && p.Parent != nil && textOf(p) != "" {
		p.Parent.InsertBefore(pictureNode(alt, src), p)
	} else if p.DataAtom == atom.P {
		p.Parent.InsertBefore(pictureNode(alt, src), p)
	} else {
		p.InsertBefore(pictureNode(alt, src), n)
	}
	remove(n)
}
