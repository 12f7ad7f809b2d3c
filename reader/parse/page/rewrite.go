package page

import (
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"offprint/reader"
	"offprint/reader/markdown"
	"offprint/reader/parse/phrase"
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
	markStar      = '\uf8f7' // a star that is one, which the converter leaves to close emphasis
	markLeft      = '\uf8f8' // the brackets within a caption
	markRight     = '\uf8f9'
)

// rewrite prepares the article's tree for the conversion: it cleans all text,
// and makes of what Markdown has no form for something that it has.
func rewrite(root *html.Node, base *url.URL) {
	cleanTexts(root)
	partRows(root)
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
	for _, n := range elements(root, atom.Math) {
		rewriteMath(n)
	}
	rewriteNotes(root)
	rewriteLinks(root, base)
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

// partRows puts blanks between the elements of a row that a browser sets apart:
// spans and times alone in their element, with nothing between them.
func partRows(root *html.Node) {
	var row *html.Node // the parent that was looked at last
	alone := false
	for _, n := range elements(root, atom.Span, atom.Time, atom.A) {
		before := n.PrevSibling
		if before == nil || before.Type != html.ElementNode || before.DataAtom != atom.Span && before.DataAtom != atom.Time && before.DataAtom != atom.A {
			continue
		}
		if row != n.Parent {
			row, alone = n.Parent, rowAlone(n.Parent) && !within(n, atom.Pre, atom.Code)
		}
		if !alone {
			continue
		}
		end, _ := utf8.DecodeLastRuneInString(textOf(before))
		begin, _ := utf8.DecodeRuneInString(textOf(n))
		if (phrase.WordRune(end) || strings.ContainsRune(".,:;!?)”", end)) && (unicode.IsUpper(begin) || unicode.IsDigit(begin)) && utf8.RuneCountInString(textOf(before)) > 1 {
			n.Parent.InsertBefore(textNode(" "), n)
		}
	}
}

// rowAlone reports whether an element holds no text of its own.
func rowAlone(n *html.Node) bool {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.TextNode && strings.TrimSpace(c.Data) != "" {
			return false
		}
	}
	return true
}

// rewriteLinks goes over links and pictures, one of which may stand in the other.
func rewriteLinks(root *html.Node, base *url.URL) {
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
	for _, n := range elements(root, atom.A) {
		if textOf(n) == "" { // its picture said nothing, either
			remove(n)
		}
	}
}

// textMarks marks what a reader of Markdown could take for more than text.
var textMarks = strings.NewReplacer("\u00a0", " ", "&", string(markAmpersand), "*", string(markStar))

// cleanTexts makes all text safe, and marks the ampersands that a reader of
// Markdown would take for the beginning of a reference, and the stars that it
// would take for an end of emphasis.
func cleanTexts(root *html.Node) {
	for n := root; n != nil; n = next(n, root, false) {
		switch n.Type {
		case html.TextNode:
			n.Data = strings.Map(func(r rune) rune {
				if r >= markAmpersand && r <= markRight {
					return -1
				}
				return r
			}, string(reader.Clean(n.Data)))
			if !within(n, atom.Pre, atom.Code) {
				n.Data = textMarks.Replace(n.Data)
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
		src = phrase.FirstFilled(src, attr(s, "src"))
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
