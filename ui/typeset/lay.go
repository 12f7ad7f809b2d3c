package typeset

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
	"offprint/reader"
)

// chunk is a part of what Glamour rendered: text of one style and of one run.
type chunk struct {
	text  []byte
	style uint16
	run   int // -1 if it belongs to none
}

// chunks cuts Glamour's output into text of one style and run. A newline is a
// chunk of its own; a run begins with a chunk without text. Escape sequences other than colours and our own marks are left out.
func (p *palette) chunks(out []byte, yield func(chunk)) {
	style, run := uint16(0), -1
	for len(out) > 0 {
		n := bytes.IndexAny(out, "\x1b\n")
		if n < 0 {
			n = len(out)
		}
		if n > 0 {
			yield(chunk{out[:n], style, run})
			out = out[n:]
			continue
		}
		if out[0] == '\n' {
			yield(chunk{out[:1], style, -1})
			out = out[1:]
			continue
		}
		seq, rest := sequence(out)
		switch {
		case len(seq) > 2 && seq[1] == '[' && seq[len(seq)-1] == 'm':
			style = p.after(style, seq)
		case bytes.HasPrefix(seq, []byte("\x1b]8;")):
			if run = runOf(seq); run >= 0 {
				yield(chunk{nil, style, run})
			}
		}
		out = rest
	}
}

// sequence splits the escape sequence off that b begins with.
func sequence(b []byte) (seq, rest []byte) {
	if len(b) < 2 {
		return b, nil
	}
	switch b[1] {
	case '[':
		for i := 2; i < len(b); i++ {
			if b[i] >= 0x40 && b[i] <= 0x7e {
				return b[:i+1], b[i+1:]
			}
		}
		return b, nil
	case ']':
		for i := 2; i < len(b); i++ {
			if b[i] == '\a' {
				return b[:i+1], b[i+1:]
			}
			if b[i] == 0x1b {
				end := min(i+2, len(b))
				return b[:end], b[end:]
			}
		}
		return b, nil
	}
	return b[:1], b[1:]
}

// runOf returns the run's number of an OSC 8 sequence, -1 for the one that closes.
func runOf(seq []byte) int {
	seq = bytes.TrimRight(seq, "\x1b\\\a")
	i := bytes.LastIndexByte(seq, ';')
	n, err := strconv.Atoi(string(seq[i+1:]))
	if err != nil {
		return -1
	}
	return n
}

// layer puts together the cells of a leaf and the styles that Glamour gave
// them, along with the text that Glamour added on its own.
type layer struct {
	glyphs
	leaf   *leaf
	method ansi.Method
	out    glyphs
	run    int // the run that is being laid
	next   int // the next cell of it
}

// lay renders the leaf and returns its cells with their styles.
func (s *shaper) lay(l *leaf, p place, level int) glyphs {
	k := patternKey{place: p, level: level}
	if s.spent += len(l.text) + leafCost; s.spent > glamourBudget {
		if g, ok := s.flowed(l, k); ok {
			return g
		}
	}
	g := s.glamour(p)
	g.begin()
	y := s.layer(l)
	node := k.node()
	for i, r := range l.runs {
		node.AppendChild(node, g.node(i, y.shown(i), r.format))
	}
	s.palette.chunks(g.render(node), y.chunk)
	y.finish(len(l.runs))
	return y.out.trimmed()
}

// layer returns a layer for a leaf, nothing laid yet.
func (s *shaper) layer(l *leaf) *layer {
	y := &layer{glyphs: l.cut(s.method), leaf: l, method: s.method}
	y.out.cells = make([]cell, 0, len(y.cells)+4)
	y.out.text = make([]byte, 0, len(y.text)+16)
	return y
}

// begin returns the first cell of a run.
func (y *layer) begin(run int) int {
	if run == 0 {
		return 0
	}
	return y.ends[run-1]
}

// shown returns the text of a run.
func (y *layer) shown(run int) []byte {
	from, to := y.begin(run), y.ends[run]
	if from == to {
		return nil
	}
	return y.text[y.cells[from].at:y.end(to-1)]
}

// end returns where the text of cell i ends.
func (g *glyphs) end(i int) uint32 {
	if i+1 < len(g.cells) {
		return g.cells[i+1].at
	}
	return uint32(len(g.text))
}

// chunk takes the next chunk of Glamour's output.
func (y *layer) chunk(c chunk) {
	switch {
	case c.run < 0 && len(c.text) == 1 && c.text[0] == '\n':
		y.out.lineBreak()
	case c.run < 0:
		y.own(c)
	case c.run < len(y.ends):
		y.finish(c.run)
		if y.leaf.runs[c.run].format == formatBreak {
			y.finish(c.run + 1)
			return
		}
		y.match(c)
	}
}

// harmless returns text of Glamour's without controls and line ends: what a
// style file puts in is not ours.
func harmless(b []byte) string {
	return strings.ReplaceAll(string(reader.Clean(string(b))), "\n", " ")
}

// own lays text that Glamour put in itself, such as a heading's signs.
func (y *layer) own(c chunk) {
	y.out.appendText(harmless(c.text), c.style, y.method)
}

// appendText appends text that has no source.
func (g *glyphs) appendText(s string, style uint16, m ansi.Method) {
	for s != "" {
		cluster, width := ansi.FirstGraphemeCluster(s, m)
		if cluster == "" {
			return
		}
		c := cell{at: uint32(len(g.text)), src: noSource, style: style, width: uint8(min(width, 255))}
		if cluster == " " {
			c.flags = blank
		}
		g.text = append(g.text, cluster...)
		g.cells = append(g.cells, c)
		s = s[len(cluster):]
	}
}

// match gives the chunk's style to the cells that it shows. A style may have
// changed the letters' case; what cannot be found again is shown without source.
func (y *layer) match(c chunk) {
	rest := c.text
	for len(rest) > 0 && y.next < y.ends[y.run] {
		k := y.cells[y.next]
		own := y.text[k.at:y.glyphs.end(y.next)]
		switch {
		case bytes.HasPrefix(rest, own):
			y.take(own, c.style)
			rest = rest[len(own):]
		default:
			n := foldedPrefix(rest, own)
			if n == 0 {
				y.own(chunk{rest, c.style, -1})
				return
			}
			y.take([]byte(harmless(rest[:n])), c.style)
			rest = rest[n:]
		}
	}
	if len(rest) > 0 {
		y.own(chunk{rest, c.style, -1})
	}
}

// take lays the next cell, shown as given.
func (y *layer) take(shown []byte, style uint16) {
	k := y.cells[y.next]
	k.at, k.style = uint32(len(y.out.text)), style
	if own := y.text[y.cells[y.next].at:y.glyphs.end(y.next)]; !bytes.Equal(own, shown) {
		k.width = uint8(min(255, y.method.StringWidth(string(shown))))
	}
	y.out.text = append(y.out.text, shown...)
	y.out.cells = append(y.out.cells, k)
	y.next++
}

// foldedPrefix returns how many bytes of b are own in another case.
func foldedPrefix(b, own []byte) int {
	end := 0
	for range utf8.RuneCount(own) {
		_, n := utf8.DecodeRune(b[end:])
		end += n
	}
	if end > 0 && strings.EqualFold(string(b[:end]), string(own)) {
		return end
	}
	return 0
}

// finish lays what is left of the runs before the given one: line breaks, and
// text that Glamour did not show.
func (y *layer) finish(run int) {
	for y.run < run {
		for y.next < y.ends[y.run] {
			k := y.cells[y.next]
			if k.flags&mustBreak != 0 {
				k.at = uint32(len(y.out.text))
				y.out.cells = append(y.out.cells, k)
				y.next++
				continue
			}
			y.take(y.text[k.at:y.glyphs.end(y.next)], 0)
		}
		y.run++
	}
}

// trimmed drops line breaks and blanks without source at both ends.
func (g glyphs) trimmed() glyphs {
	for len(g.cells) > 0 && g.cells[0].flags&mustBreak != 0 {
		g.cells = g.cells[1:]
	}
	for n := len(g.cells); n > 0 && (g.cells[n-1].flags&mustBreak != 0 || g.cells[n-1].flags&blank != 0 && g.cells[n-1].src == noSource); n-- {
		g.text = g.text[:g.cells[n-1].at]
		g.cells = g.cells[:n-1]
	}
	return g
}
