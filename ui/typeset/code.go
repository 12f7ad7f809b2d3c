package typeset

import (
	"bytes"

	"github.com/alecthomas/chroma/v2/lexers"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
)

// maxColouredBlock is how long a block of code may be, in bytes, to be coloured.
const maxColouredBlock = 8 << 10

// code shapes a block of code. Glamour colours it; its lines are kept and each
// is tied to its line of the source.
func (s *shaper) code(n ast.Node, language string) {
	l := s.codeLeaf(n)
	if len(l.text) == 0 {
		return
	}
	config := &s.style.Glamour.CodeBlock
	coloured := (config.Theme != "" || config.Chroma != nil) && language != "" && len(l.text) <= min(maxColouredBlock, s.budget) && lexers.Get(language) != nil
	if coloured {
		s.budget -= len(l.text)
	}
	g := s.glamour(place{plain: !coloured})
	g.begin()
	y := s.layer(l)
	y.ends = []int{len(y.cells)}
	out := g.renderCode(g.codeNode(l.text, language, coloured))
	s.palette.chunks(bytes.TrimPrefix(out, []byte("\n")), y.codeChunk) // Glamour sets a blank line before
	y.finish(1)
	b := &block{kind: kindCode, glyphs: y.out.trimmed()}
	s.keep(b)
}

// codeNode returns the node for a block of code. Code that is not coloured
// passes through Glamour's replacer of escapes.
func (g *glamour) codeNode(code []byte, language string, coloured bool) ast.Node {
	if !coloured {
		code = bytes.ReplaceAll(code, []byte(`\`), []byte(`\\`))
	}
	g.source = append(append(g.source, code...), language...)
	n := ast.NewFencedCodeBlock(ast.NewTextSegment(text.NewSegment(len(code), len(g.source))))
	n.Lines().Append(text.NewSegment(0, len(code))) // Glamour joins lines one by one, which takes the square of their number
	return n
}

// codeLeaf returns the lines of a block of code, each with its newline.
func (s *shaper) codeLeaf(n ast.Node) *leaf {
	g := gatherer{source: s.source, base: s.base}
	for i := range n.Lines().Len() {
		seg := n.Lines().At(i)
		line := bytes.TrimRight(seg.Value(s.source), "\n")
		if seg.Padding > 0 {
			g.add(string(line[:min(seg.Padding, len(line))]), noSource, 0, false, formatCode)
			line = line[min(seg.Padding, len(line)):]
		}
		g.add(string(line), s.base+seg.Start, len(line), true, formatCode)
		g.add("\n", noSource, 0, false, formatCode)
	}
	return &g.leaf
}

// codeChunk takes the next chunk of a rendered block of code, in which no run
// is marked: the text itself is followed. What is not in the source is left out.
func (y *layer) codeChunk(c chunk) {
	for rest := c.text; len(rest) > 0; {
		if rest[0] == '\n' {
			y.lineEnd()
			rest = rest[1:]
			continue
		}
		n := len(firstRunes(rest, 1))
		if y.next < len(y.cells) && y.cells[y.next].flags&mustBreak == 0 {
			own := y.text[y.cells[y.next].at:y.glyphs.end(y.next)]
			if len(own) > 0 && bytes.HasPrefix(rest, own) {
				y.take(own, c.style)
				n = len(own)
			}
		}
		rest = rest[n:]
	}
}

// lineEnd ends a line of code: what Glamour left out of it is laid plainly.
func (y *layer) lineEnd() {
	for y.next < len(y.cells) {
		k := y.cells[y.next]
		if k.flags&mustBreak != 0 {
			y.next++
			break
		}
		y.take(y.text[k.at:y.glyphs.end(y.next)], 0)
	}
	y.out.lineBreak()
}
