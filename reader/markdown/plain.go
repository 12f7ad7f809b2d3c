package markdown

import (
	"bytes"
	"sort"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"offprint/reader"
)

// Plain returns the text of md without its markup. A line break of the source
// is a blank, a hard one a newline; the marks of footnotes, the boxes of task
// lists and the texts of pictures within a line are left out, and so is raw
// HTML within a line.
func Plain(md reader.Text) reader.Plain {
	root, source := Parse(md)
	var b reader.PlainBuilder
	at := 0
	for _, bl := range blocks(root, source) {
		b.Begin()
		for _, p := range bl.pieces {
			if p.span.Empty() || p.span.Start < at { // no source of its own, or taken twice
				if p.span == (reader.Span{}) {
					b.Gap(p.text)
				}
				continue
			}
			b.Add(p.text, p.span)
			at = p.span.End
		}
		b.End(bl.kind)
	}
	return b.Plain()
}

// block is one block of the text while it is being collected.
type block struct {
	kind   reader.BlockKind
	pieces []piece
}

// piece is a stretch of text and its source; a piece without source is filler.
type piece struct {
	text string
	span reader.Span
}

func (b *block) start() int {
	for _, p := range b.pieces {
		if !p.span.Empty() {
			return p.span.Start
		}
	}
	return 0
}

// blocks returns the blocks of the tree that hold text, in the order of the
// source: the parser puts footnotes last, wherever they stand.
func blocks(root ast.Node, source []byte) []block {
	var all []block
	for n := root.FirstChild(); n != nil; n = following(n, root) {
		bl := block{kind: kindOf(n)}
		switch n.(type) {
		case *ast.Heading:
			bl.kind = reader.BlockHeading
			bl.pieces = inline(nil, n, source)
		case *ast.Paragraph, *ast.TextBlock, *east.DefinitionTerm:
			if caption := captionPieces(n, source); caption != nil {
				bl.kind, bl.pieces = reader.BlockCaption, caption
			} else {
				bl.pieces = inline(nil, n, source)
			}
		case *ast.CodeBlock, *ast.FencedCodeBlock, *ast.HTMLBlock:
			bl.kind, bl.pieces = reader.BlockCode, lines(n, source)
		case *east.TableHeader, *east.TableRow:
			bl.kind, bl.pieces = reader.BlockTable, row(n, source)
		}
		if bl.pieces = trim(bl.pieces); len(bl.pieces) > 0 {
			all = append(all, bl)
		}
	}
	sort.SliceStable(all, func(i, j int) bool { return all[i].start() < all[j].start() })
	return all
}

// following returns the block after n in depth first order, without
// recursion: the tree may be deep.
func following(n, root ast.Node) ast.Node {
	if c := n.FirstChild(); c != nil && c.Type() == ast.TypeBlock {
		return c
	}
	for n != root {
		if s := n.NextSibling(); s != nil {
			return s
		}
		n = n.Parent()
	}
	return nil
}

// kindOf tells what a paragraph at n is by what stands around it.
func kindOf(n ast.Node) reader.BlockKind {
	kind := reader.BlockParagraph
	for p := n.Parent(); p != nil; p = p.Parent() {
		switch p.(type) {
		case *ast.Blockquote:
			return reader.BlockQuotation
		case *east.Footnote:
			return reader.BlockFootnote
		case *ast.ListItem, *east.DefinitionList:
			kind = reader.BlockListItem
		}
	}
	return kind
}

// lines returns the lines of a block of code as they are.
func lines(n ast.Node, source []byte) []piece {
	var out []piece
	for i := range n.Lines().Len() {
		s := n.Lines().At(i)
		out = append(out, piece{string(source[s.Start:s.Stop]), reader.Span{Start: s.Start, End: s.Stop}})
	}
	return out
}

// row returns the cells of a table's row, apart by tabs.
func row(n ast.Node, source []byte) []piece {
	var out []piece
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if c != n.FirstChild() {
			out = append(out, piece{text: "\t"})
		}
		out = inline(out, c, source)
	}
	return out
}

// captionPieces returns the texts of the pictures of a paragraph that holds
// nothing else, nil if it does. A link to a film or a recording, which begins
// with [playMark], is a picture here.
func captionPieces(n ast.Node, source []byte) []piece {
	var out []piece
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		image := c
		if played(c, source) {
			out = inline(out, c, source)
			continue
		}
		if link, ok := c.(*ast.Link); ok && link.ChildCount() == 1 {
			image = link.FirstChild()
		}
		switch v := image.(type) {
		case *ast.Image:
			if len(out) > 0 {
				out = append(out, piece{text: "\n"})
			}
			out = inline(out, v, source)
		case *ast.Text:
			if !v.Segment.IsEmpty() {
				return nil
			}
		default:
			return nil
		}
	}
	return out
}

// played reports whether n is a link to what is played and not read.
func played(n ast.Node, source []byte) bool {
	if _, ok := n.(*ast.Link); !ok {
		return false
	}
	first, ok := n.FirstChild().(*ast.Text)
	return ok && bytes.HasPrefix(first.Segment.Value(source), []byte(playMark))
}

// playMark is what the text of such a link begins with.
const playMark = "▶ "

// trim takes the filler off both ends, and answers nil if nothing is left.
func trim(p []piece) []piece {
	for len(p) > 0 && p[0].span.Empty() {
		p = p[1:]
	}
	for len(p) > 0 && p[len(p)-1].span.Empty() {
		p = p[:len(p)-1]
	}
	return p
}
