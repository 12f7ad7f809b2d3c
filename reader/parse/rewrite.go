package parse

import (
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"offprint/reader"
	"offprint/reader/markdown"
)

// Characters of private use that carry Markdown of our own through the
// converter, which would escape it. They are taken out of the text first.
const (
	markAmpersand = '\uf8f0' // an ampersand that begins no reference
	markNote      = '\uf8f1' // [^ of a footnote
	markNoteEnd   = '\uf8f2' // ]
	markNoteText  = '\uf8f3' // ]: before the footnote's text
	markPicture   = '\uf8f4' // ![ of a picture
	markAddress   = '\uf8f5' // ]( before its address
	markClose     = '\uf8f6' // )
)

// rewrite prepares the article's tree for the conversion: it cleans all text,
// and makes of what Markdown has no form for something that it has.
func rewrite(root *html.Node, base *url.URL) {
	cleanTexts(root)
	for _, n := range elements(root, atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Svg, atom.Button, atom.Form, atom.Input, atom.Select, atom.Textarea, atom.Object, atom.Canvas) {
		if n.DataAtom == atom.Form {
			unwrap(n)
			continue
		}
		remove(n)
	}
	for _, n := range elements(root, atom.Iframe, atom.Video, atom.Audio, atom.Embed) {
		rewriteMedia(n, base)
	}
	rewriteNotes(root)
	for _, n := range elements(root, atom.A) {
		rewriteLink(n, base)
	}
	for _, n := range elements(root, atom.Figure) {
		rewriteFigure(n, base)
	}
	for _, n := range elements(root, atom.P, atom.Div, atom.Span, atom.Small, atom.Figcaption, atom.Em) {
		rewriteCaption(n)
	}
	for _, n := range elements(root, atom.Img) {
		rewriteImage(n, base)
	}
	for _, n := range elements(root, atom.Sup, atom.Sub) {
		rewriteRaised(n)
	}
	for _, n := range elements(root, atom.Dt, atom.Summary, atom.Dd, atom.Details, atom.Dl, atom.Caption) {
		rewriteOdd(n)
	}
	for _, n := range elements(root, atom.Table) {
		rewriteTable(n)
	}
	limitNesting(root)
	for _, n := range elements(root, atom.Em, atom.I, atom.Strong, atom.B, atom.Del, atom.S, atom.Strike) {
		rewriteEmphasis(n)
	}
}

// cleanTexts makes all text safe, and marks the ampersands that a reader of
// Markdown would take for the beginning of a reference.
func cleanTexts(root *html.Node) {
	for n := root; n != nil; n = next(n, root, false) {
		switch n.Type {
		case html.TextNode:
			n.Data = strings.Map(func(r rune) rune {
				if r >= markAmpersand && r <= markClose {
					return -1
				}
				return r
			}, string(reader.Clean(n.Data)))
			if !within(n, atom.Pre, atom.Code) {
				n.Data = strings.ReplaceAll(strings.ReplaceAll(n.Data, "\u00a0", " "), "&", string(markAmpersand))
			}
		case html.ElementNode:
			for i := range n.Attr {
				n.Attr[i].Val = string(reader.CleanLine(n.Attr[i].Val))
			}
		}
	}
}

// webTarget returns the absolute address if it is one that may be kept.
func webTarget(href string, base *url.URL) string {
	href = strings.TrimSpace(href)
	if href == "" || href[0] == '#' || len(href) > 4000 {
		return ""
	}
	u, err := url.Parse(href)
	if err != nil {
		return ""
	}
	if base != nil {
		u = base.ResolveReference(u)
	}
	switch u.Scheme {
	case "http", "https":
		if u.Host == "" {
			return ""
		}
	case "mailto":
	default:
		return ""
	}
	return strings.NewReplacer("(", "%28", ")", "%29", "<", "%3C", ">", "%3E", " ", "%20", "\\", "%5C", "&", "&").Replace(u.String())
}

// rewriteLink keeps links to other pages and makes text of the rest.
func rewriteLink(n *html.Node, base *url.URL) {
	href := webTarget(attr(n, "href"), base)
	if href == "" || base != nil && strings.Contains(href, "#") && strings.HasPrefix(href, base.String()+"#") {
		unwrap(n)
		return
	}
	n.Attr = []html.Attribute{{Key: "href", Val: href}}
}

// rewriteMedia makes a link of what is played and not read.
func rewriteMedia(n *html.Node, base *url.URL) {
	src := attr(n, "src")
	for _, s := range elements(n, atom.Source) {
		src = firstFilled(src, attr(s, "src"))
	}
	href := webTarget(src, base)
	u, err := url.Parse(href)
	if href == "" || err != nil || n.Parent == nil || !player(u) {
		remove(n)
		return
	}
	a := element(atom.A, textNode("▶ "+strings.TrimPrefix(u.Host, "www.")))
	a.Attr = []html.Attribute{{Key: "href", Val: href}}
	n.Parent.InsertBefore(element(atom.P, a), n)
	remove(n)
}

// player reports whether an address is that of a film or a recording.
func player(u *url.URL) bool {
	for _, host := range []string{"youtube", "youtu.be", "vimeo", "dailymotion", "soundcloud", "spotify", "archive.org", "ted.com"} {
		if strings.Contains(u.Host, host) {
			return true
		}
	}
	p := strings.ToLower(u.Path)
	for _, end := range []string{".mp4", ".mp3", ".webm", ".ogg", ".m4a", ".wav"} {
		if strings.HasSuffix(p, end) {
			return true
		}
	}
	return false
}

// rewriteFigure makes one picture with its caption of a figure; what else it
// holds (a table, code, a quote) stays, and so does its caption.
func rewriteFigure(n *html.Node, base *url.URL) {
	if n.Parent == nil {
		return
	}
	caption := ""
	for _, c := range elements(n, atom.Figcaption) {
		if caption == "" {
			caption = textOf(c)
		}
		if len(elements(n, atom.Table, atom.Pre, atom.Blockquote)) == 0 {
			remove(c)
		} else {
			rename(c, atom.P)
		}
	}
	if len(elements(n, atom.Table, atom.Pre, atom.Blockquote, atom.P)) > 0 {
		rename(n, atom.Div)
		return
	}
	src, alt := "", ""
	for _, img := range elements(n, atom.Img) {
		src = firstFilled(src, webTarget(firstFilled(attr(img, "src"), attr(img, "data-src")), base))
		alt = firstFilled(alt, attr(img, "alt"))
	}
	if caption = firstFilled(caption, alt, textOf(n)); caption != "" {
		n.Parent.InsertBefore(pictureNode(caption, src), n)
	}
	remove(n)
}

// rewriteCaption makes a picture's caption of text that the page marks as one.
func rewriteCaption(n *html.Node) {
	if n.Parent == nil || n.DataAtom != atom.Figcaption && !captionClass(attr(n, "class")) {
		return
	}
	text := textOf(n)
	if text == "" || len(text) > captionReach || len(elements(n, atom.P, atom.H2, atom.Ul, atom.Table)) > 1 || len(elements(n, atom.Img)) > 0 || strings.ContainsRune(text, markPicture) {
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
	caption = strings.ReplaceAll(caption, "&", string(markAmpersand))
	return element(atom.P, textNode(string(markPicture)+caption+string(markAddress)), element(atom.Code, textNode(src)), textNode(string(markClose)))
}

// rewriteImage keeps pictures that say something, alone or in a line.
func rewriteImage(n *html.Node, base *url.URL) {
	if n.Parent == nil {
		return
	}
	alt := strings.TrimSpace(attr(n, "alt"))
	if len(strings.Fields(alt)) < 2 || len(alt) > 1000 {
		remove(n)
		return
	}
	src := webTarget(firstFilled(attr(n, "src"), attr(n, "data-src")), base)
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

// raised and lowered are the characters that have such a form in Unicode.
const (
	raisedFrom  = "0123456789+-−=()ni"
	raisedTo    = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ"
	loweredFrom = "0123456789+-−=()"
	loweredTo   = "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎"
)

// rewriteRaised makes characters of their own of raised and lowered text.
func rewriteRaised(n *html.Node) {
	text := strings.TrimSpace(textOf(n))
	if n.Parent == nil || text == "" || len(elements(n, atom.A)) > 0 || strings.ContainsRune(text, markNote) {
		unwrap(n)
		return
	}
	from, to := raisedFrom, raisedTo
	if n.DataAtom == atom.Sub {
		from, to = loweredFrom, loweredTo
	}
	if out, ok := mapped(text, from, to); ok {
		n.Parent.InsertBefore(textNode(out), n)
		remove(n)
		return
	}
	letters := true
	for _, r := range text {
		letters = letters && (unicode.IsLetter(r) || r == '.' || r == '™' || r == '®')
	}
	if !letters || n.DataAtom == atom.Sub && utf8.RuneCountInString(text) > 3 {
		sign := "^("
		if n.DataAtom == atom.Sub {
			sign = "_("
		}
		n.Parent.InsertBefore(textNode(sign), n)
		if n.NextSibling != nil {
			n.Parent.InsertBefore(textNode(")"), n.NextSibling)
		} else {
			n.Parent.AppendChild(textNode(")"))
		}
	}
	unwrap(n)
}

func mapped(text, from, to string) (string, bool) {
	keys, values := []rune(from), []rune(to)
	var b strings.Builder
	for _, r := range text {
		found := false
		for i, k := range keys {
			if k == r {
				b.WriteRune(values[i])
				found = true
				break
			}
		}
		if !found {
			return "", false
		}
	}
	return b.String(), true
}

// rewriteOdd makes paragraphs of definition lists, foldable parts and the captions of tables.
func rewriteOdd(n *html.Node) {
	switch n.DataAtom {
	case atom.Dt, atom.Summary:
		strong := element(atom.Strong)
		for c := n.FirstChild; c != nil; c = n.FirstChild {
			n.RemoveChild(c)
			strong.AppendChild(c)
		}
		n.AppendChild(strong)
		rename(n, atom.P)
	case atom.Caption:
		if t := n.Parent; t != nil && t.Parent != nil {
			t.RemoveChild(n)
			rename(n, atom.P)
			t.Parent.InsertBefore(n, t)
		}
	default:
		rename(n, atom.Div)
	}
}

// limitNesting flattens quotes and lists nested too deep.
func limitNesting(root *html.Node) {
	for _, n := range elements(root, atom.Blockquote, atom.Ul, atom.Ol) {
		depth := 0
		for p := n.Parent; p != nil; p = p.Parent {
			switch p.DataAtom {
			case atom.Blockquote, atom.Ul, atom.Ol:
				depth++
			}
		}
		if depth >= markdown.MaxDepth-1 {
			rename(n, atom.Div)
			for c := n.FirstChild; c != nil; c = c.NextSibling {
				if c.DataAtom == atom.Li {
					rename(c, atom.P)
				}
			}
		}
	}
}
