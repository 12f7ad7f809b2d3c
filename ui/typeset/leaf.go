package typeset

import (
	"bytes"
	"strconv"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/util"

	"offprint/reader"
	"offprint/reader/markdown"
)

// leaf is the text of one leaf block as it is to be shown: escapes and
// character references resolved, markup gone, and where each part comes from.
type leaf struct {
	text   []byte
	pieces []piece
	runs   []run
}

// piece ties text to its source. It reaches to the next piece's at.
type piece struct {
	at        int // in the leaf's text
	src, size int // in the source; src is -1 if there is none
	literal   bool
}

// run is text of one format.
type run struct {
	from, to int // in the leaf's text
	format   format
}

// format is what Markdown says about a run.
type format uint8

const (
	formatEmph format = 1 << iota
	formatStrong
	formatStrike
	formatCode
	formatBreak // a line break, no text
	formatLow   // its digits are set low; no run has it
)

// noSource marks what is shown without standing in the source.
const noSource = -1

// gatherer collects the text of a leaf from its syntax tree.
type gatherer struct {
	leaf
	source []byte
	base   int // of source in the article
	links  []Link
}

// inlines gathers the children of n.
func (g *gatherer) inlines(n ast.Node, f format) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		g.inline(c, f)
	}
}

func (g *gatherer) inline(n ast.Node, f format) {
	switch v := n.(type) {
	case *ast.Text:
		g.plain(v, f)
	case *ast.String:
		g.add(string(reader.Clean(string(v.Value))), noSource, 0, false, f)
	case *ast.CodeSpan:
		g.inlines(n, f|formatCode)
	case *ast.Emphasis:
		if v.Level > 1 {
			g.inlines(n, f|formatStrong)
		} else {
			g.inlines(n, f|formatEmph)
		}
	case *east.Strikethrough:
		if g.low(n) {
			g.inlines(n, f|formatLow)
		} else {
			g.inlines(n, f|formatStrike)
		}
	case *ast.Link:
		g.link(n, string(v.Destination), false, f)
	case *ast.AutoLink:
		g.autoLink(v, f)
	case *ast.Image:
		g.add(pictureSign, noSource, 0, false, f|formatEmph)
		g.link(n, string(v.Destination), true, f|formatEmph)
	case *east.FootnoteLink:
		g.noteSign(v, f)
	case *ast.RawHTML:
		if isBreak(v, g.source) {
			g.lineBreak()
		}
	}
}

// low reports whether what single tildes enclose stands low, as in H~2~O: they
// follow a letter, a digit or a bracket. Otherwise they strike words through.
func (g *gatherer) low(n ast.Node) bool {
	first, ok := n.FirstChild().(*ast.Text)
	if !ok || first.Segment.Start < 2 || g.source[first.Segment.Start-1] != '~' {
		return false
	}
	switch before, _ := utf8.DecodeLastRune(g.source[:first.Segment.Start-1]); before {
	case ')', ']':
		return true
	default:
		return unicode.IsLetter(before) || unicode.IsDigit(before)
	}
}

// plain gathers text and the line's end behind it.
func (g *gatherer) plain(n *ast.Text, f format) {
	if n.IsRaw() || f&formatCode != 0 {
		g.raw(n.Segment.Start, n.Segment.Stop, f)
	} else {
		g.decoded(n.Segment.Start, n.Segment.Stop, f)
	}
	switch {
	case n.HardLineBreak():
		g.lineBreak()
	case n.SoftLineBreak():
		g.softBreak(n, f)
	}
}

// pictureSign stands before a picture's caption.
const pictureSign = "▣ "

// link gathers what has an address.
func (g *gatherer) link(n ast.Node, address string, image bool, f format) {
	first := len(g.pieces)
	g.inlines(n, f)
	if s := g.spanFrom(first); !s.Empty() {
		g.links = append(g.links, Link{Span: s, Address: reader.CleanLine(unescaped(address)), Image: image})
	}
}

// noteSign gathers the sign of a footnote as a link to it. The parser does not
// tell where it stands: behind what was gathered last.
func (g *gatherer) noteSign(n *east.FootnoteLink, f format) {
	const farthest = 4 << 10 // bytes of markup and addresses in between
	sign, from := "["+strconv.Itoa(n.Index)+"]", 0
	for p := n.Parent(); p != nil; p = p.Parent() {
		if p.Type() == ast.TypeBlock && p.Lines().Len() > 0 {
			from = p.Lines().At(0).Start
			break
		}
	}
	for i := len(g.pieces) - 1; i >= 0; i-- {
		if p := g.pieces[i]; p.src != noSource {
			from = max(from, p.src+p.size-g.base)
			break
		}
	}
	rest := g.source[min(from, len(g.source)):]
	rest = rest[:min(len(rest), farthest)]
	start := bytes.Index(rest, []byte("[^"))
	length := bytes.IndexByte(rest[max(0, start):], ']') + 1
	if start < 0 || length == 0 {
		g.add(sign, noSource, 0, false, f)
		return
	}
	first := len(g.pieces)
	g.add(sign, g.base+from+start, length, false, f)
	g.links = append(g.links, Link{Span: g.spanFrom(first), note: n.Index})
}

func (g *gatherer) autoLink(n *ast.AutoLink, f format) {
	label := n.Label(g.source)
	// The label is cut from source; what is left behind it tells where.
	at := cap(g.source) - cap(label)
	if len(label) == 0 || at < 0 || at+len(label) > len(g.source) {
		return
	}
	first := len(g.pieces)
	g.raw(at, at+len(label), f)
	address := string(n.URL(g.source))
	if n.AutoLinkType == ast.AutoLinkEmail && !hasPrefixFold(address, "mailto:") {
		address = "mailto:" + address
	}
	if s := g.spanFrom(first); !s.Empty() {
		g.links = append(g.links, Link{Span: s, Address: reader.CleanLine(address)})
	}
}

// spanFrom returns the source of the pieces from the first on.
func (g *gatherer) spanFrom(first int) reader.Span {
	s := reader.Span{Start: -1}
	for _, p := range g.pieces[first:] {
		if p.src == noSource {
			continue
		}
		if s.Start < 0 {
			s.Start = p.src
		}
		s.End = p.src + p.size
	}
	if s.Start < 0 {
		return reader.Span{}
	}
	return s
}

// add appends text that stands at src in the article.
func (g *gatherer) add(text string, src, size int, literal bool, f format) {
	if text == "" {
		return
	}
	f &^= formatLow
	at := len(g.text)
	g.text = append(g.text, text...)
	g.pieces = append(g.pieces, piece{at, src, size, literal})
	if n := len(g.runs); n > 0 && g.runs[n-1].format == f && g.runs[n-1].to == at {
		g.runs[n-1].to = len(g.text)
		return
	}
	g.runs = append(g.runs, run{at, len(g.text), f})
}

func (g *gatherer) lineBreak() {
	g.runs = append(g.runs, run{len(g.text), len(g.text), formatBreak})
}

// softBreak appends the blank that a line's end in the source stands for. Two
// ideographs need none between them.
func (g *gatherer) softBreak(n *ast.Text, f format) {
	end := n.Segment.Stop
	for end < len(g.source) && g.source[end] != '\n' {
		end++
	}
	if last, _ := utf8.DecodeLastRune(g.text); ideographic(last) {
		if next, ok := n.NextSibling().(*ast.Text); ok && next.Segment.Start < len(g.source) {
			if first, _ := utf8.DecodeRune(g.source[next.Segment.Start:]); ideographic(first) {
				return
			}
		}
	}
	if end >= len(g.source) {
		g.add(" ", noSource, 0, false, f)
		return
	}
	g.add(" ", g.base+end, 1, false, f)
}

// ideographic reports whether r belongs to a script written without blanks.
func ideographic(r rune) bool {
	switch {
	case r < 0x2e80:
		return false
	case r >= 0x3000 && r <= 0x303f, r >= 0xff00 && r <= 0xff60:
		return true
	}
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana)
}

// raw appends source as it is; a line's end is a blank.
func (g *gatherer) raw(start, end int, f format) {
	from := start
	for i := start; i < end; i++ {
		if g.source[i] == '\n' {
			g.literal(from, i, f)
			g.add(" ", g.base+i, 1, false, f)
			from = i + 1
		}
	}
	g.literal(from, end, f)
}

func (g *gatherer) literal(start, end int, f format) {
	if start < end {
		g.add(string(g.source[start:end]), g.base+start, end-start, true, f)
	}
}

// decoded appends source with escapes and character references resolved.
func (g *gatherer) decoded(start, end int, f format) {
	low := f&formatLow != 0
	from := start
	for i := start; i < end; {
		text, n := "", 0
		switch c := g.source[i]; {
		case low && '0' <= c && c <= '9':
			text, n = string('₀'+rune(c-'0')), 1
		case c == '\\' && i+1 < end && util.IsPunct(g.source[i+1]):
			text, n = string(g.source[i+1:i+2]), 2
		case c == '&':
			said, length := markdown.Reference(g.source[i:end])
			text, n = harmless([]byte(said)), length
		}
		if n == 0 {
			i++
			continue
		}
		g.literal(from, i, f)
		g.add(text, g.base+i, n, false, f)
		i += n
		from = i
	}
	g.literal(from, end, f)
}
