package typeset

import (
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"offprint/reader"
	"offprint/reader/markdown"
)

// holder is a block around the one that is being laid: a quotation, an item
// of a list. Its sign stands before the first line within it alone.
type holder struct {
	first, rest affix
	used        bool
	quote       bool
}

// maxDepth is how many holders are shown around a block; those further in
// leave no more trace at the left.
const maxDepth = 16

// all parses and shapes the whole text.
func (s *shaper) all() {
	root, source := markdown.Parse(tame(s.text))
	s.source = source
	s.children(root)
}

// children shapes the blocks within n.
func (s *shaper) children(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if s.stopped = s.stopped || s.ctx.Err() != nil; s.stopped {
			return
		}
		s.node(c)
	}
}

// node shapes one block.
func (s *shaper) node(n ast.Node) {
	switch v := n.(type) {
	case *ast.Heading:
		s.heading(v)
	case *ast.Paragraph, *ast.TextBlock:
		if !s.captions(n) {
			s.flow(n, 0)
		}
	case *ast.Blockquote:
		bar := newAffix(s.method, styledText{"▎ ", s.styleOf(s.style.Bar)})
		s.within(&holder{first: bar, rest: bar, quote: true}, n)
	case *ast.List:
		s.list(v)
	case *east.DefinitionTerm:
		s.flow(n, formatStrong)
	case *east.DefinitionDescription:
		s.tight = v.IsTight
		indent := newAffix(s.method, styledText{"  ", 0})
		s.within(&holder{first: indent, rest: indent}, n)
	case *east.FootnoteList:
		s.rule()
		s.children(n)
	case *east.Footnote:
		s.footnote(v)
	case *ast.FencedCodeBlock:
		s.code(n, string(v.Language(s.source)))
	case *ast.CodeBlock, *ast.HTMLBlock:
		s.code(n, "")
	case *ast.ThematicBreak:
		s.rule()
	case *east.Table:
		s.table(v)
	default: // a kind of block that a later parser may bring: its blocks at least
		s.children(n)
	}
}

// footnote shapes a footnote behind its number.
func (s *shaper) footnote(n *east.Footnote) {
	s.tight = n.PreviousSibling() != nil
	sign := newAffix(s.method, styledText{"[" + strconv.Itoa(n.Index) + "] ", s.styleOf(s.style.Sign)})
	before := len(s.blocks)
	s.within(&holder{first: sign, rest: indentOf(sign)}, n)
	if len(s.blocks) > before {
		s.found.notes[n.Index] = s.blocks[before].span
	}
}

// within shapes the blocks within n, held by h.
func (s *shaper) within(h *holder, n ast.Node) {
	s.stack = append(s.stack, h)
	s.children(n)
	s.stack = s.stack[:len(s.stack)-1]
}

// list shapes a list: signs of one width, so that the texts are in line.
func (s *shaper) list(l *ast.List) {
	c := &s.style.Glamour
	width := 0
	if l.IsOrdered() {
		width = len(strconv.Itoa(l.Start + max(0, l.ChildCount()-1)))
	}
	number := l.Start
	for item := l.FirstChild(); item != nil; item = item.NextSibling() {
		sign := or(c.Item.BlockPrefix, "• ")
		if l.IsOrdered() {
			n := strconv.Itoa(number)
			sign = strings.Repeat(" ", max(0, width-len(n))) + n + or(c.Enumeration.BlockPrefix, ". ")
			number++
		}
		if box := taskOf(item); box != nil {
			sign = or(c.Task.Unticked, "☐ ")
			if box.IsChecked {
				sign = or(c.Task.Ticked, "☑ ")
			}
		}
		if l.IsTight && item != l.FirstChild() {
			s.tight = true
		}
		s.item(l, item, strings.TrimRight(harmless([]byte(sign)), " ")+" ")
	}
}

// item shapes an item of a list, whose blocks stand close if the list does.
func (s *shaper) item(l *ast.List, item ast.Node, sign string) {
	first := newAffix(s.method, styledText{sign, s.styleOf(s.style.Sign)})
	s.stack = append(s.stack, &holder{first: first, rest: indentOf(first)})
	for c := item.FirstChild(); c != nil; c = c.NextSibling() {
		if s.stopped = s.stopped || s.ctx.Err() != nil; s.stopped {
			break
		}
		if l.IsTight && c != item.FirstChild() {
			s.tight = true
		}
		s.node(c)
	}
	s.stack = s.stack[:len(s.stack)-1]
}

// taskOf returns the box that an item of a list of tasks begins with.
func taskOf(item ast.Node) *east.TaskCheckBox {
	if b := item.FirstChild(); b != nil {
		box, _ := b.FirstChild().(*east.TaskCheckBox)
		return box
	}
	return nil
}

func or(s, instead string) string {
	if s == "" {
		return instead
	}
	return s
}

// indentOf returns blanks as wide as a.
func indentOf(a affix) affix {
	r := affix{text: strings.Repeat(" ", a.width), width: a.width}
	for i := range a.width {
		r.cells = append(r.cells, cell{at: uint32(i), src: noSource, width: 1, flags: blank})
	}
	return r
}

// affixes returns what stands before the first line of the next block and
// before its others.
func (s *shaper) affixes() (first, rest affix) {
	for i, h := range s.stack {
		if i < maxDepth {
			if h.used {
				first = first.plus(h.rest)
			} else {
				first = first.plus(h.first)
			}
			rest = rest.plus(h.rest)
		}
		h.used = true
	}
	return first, rest
}

// between returns what stands before a blank line before the next block: the
// bars of the quotations that both blocks are in.
func (s *shaper) between() affix {
	var a affix
	for i, h := range s.stack {
		if i >= len(s.last) || s.last[i] != h || i >= maxDepth {
			break
		}
		a = a.plus(h.rest)
	}
	return a
}

// quoted reports whether the block to come stands in a quotation.
func (s *shaper) quoted() bool {
	for _, h := range s.stack {
		if h.quote {
			return true
		}
	}
	return false
}

// gather collects the text of a leaf.
func (s *shaper) gather(n ast.Node, f format) *leaf {
	g := gatherer{source: s.source, base: s.base}
	g.inlines(n, f)
	s.found.links = append(s.found.links, g.links...)
	return &g.leaf
}

// flow shapes running text.
func (s *shaper) flow(n ast.Node, f format) {
	l := s.gather(n, f)
	if len(l.text) == 0 {
		return
	}
	b := &block{kind: kindText}
	b.glyphs = s.lay(l, place{quoted: s.quoted()}, 0)
	b.breaks()
	s.keep(b)
}

func (s *shaper) heading(n *ast.Heading) {
	l := s.gather(n, 0)
	if len(l.text) == 0 {
		return
	}
	b := &block{kind: kindHeading, level: n.Level}
	b.glyphs = s.lay(l, place{quoted: s.quoted(), heading: true}, n.Level)
	b.breaks()
	s.keep(b)
	s.found.headings = append(s.found.headings, Heading{n.Level, b.span, reader.CleanLine(string(l.text))})
}

// captions shapes a paragraph that holds pictures and nothing else: their
// captions, each by itself. It reports false if n is no such paragraph.
func (s *shaper) captions(n ast.Node) bool {
	var pictures []ast.Node
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		image := c
		if link, ok := c.(*ast.Link); ok && link.ChildCount() == 1 {
			image = link.FirstChild()
		}
		switch v := image.(type) {
		case *ast.Image:
			pictures = append(pictures, v)
		case *ast.Text:
			if !v.Segment.IsEmpty() && strings.TrimSpace(string(v.Segment.Value(s.source))) != "" {
				return false
			}
		default:
			return false
		}
	}
	for _, p := range pictures {
		s.caption(p.(*ast.Image))
	}
	return len(pictures) > 0
}

func (s *shaper) caption(n *ast.Image) {
	g := gatherer{source: s.source, base: s.base}
	g.add(pictureSign, noSource, 0, false, 0)
	g.link(n, string(n.Destination), true, 0)
	if len(g.text) == len(pictureSign) {
		return // no caption
	}
	s.found.links = append(s.found.links, g.links...)
	b := &block{kind: kindCaption}
	b.glyphs = s.lay(&g.leaf, place{quoted: s.quoted()}, 0)
	s.restyle(b)
	b.breaks()
	s.keep(b)
}

// restyle gives a caption the theme's style.
func (s *shaper) restyle(b *block) {
	for i := range b.cells {
		c := &b.cells[i]
		c.style = s.styleOf(fold(s.palette.styles[c.style], s.style.Caption))
	}
}

// rule is a line across between two parts of the text.
func (s *shaper) rule() {
	b := &block{kind: kindRule}
	b.appendText("────────", s.styleOf(s.style.Bar), s.method)
	s.keep(b)
}
