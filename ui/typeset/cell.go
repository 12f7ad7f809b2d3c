package typeset

import (
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
	"golang.org/x/text/unicode/norm"
)

// cell is one grapheme as it is shown.
type cell struct {
	at    uint32 // in the block's text; it reaches to the next cell's at
	src   int32  // in the article; noSource if it shows none of it
	size  uint16 // bytes of source
	style uint16 // index in the palette
	width uint8  // cells of the terminal
	flags flags
}

type flags uint8

const (
	mayBreak  flags = 1 << iota // a line may end after this cell
	mustBreak                   // a line ends here; the cell itself shows nothing
	blank                       // is dropped at a line's end
)

// glyphs is text cut into cells; the styles are not yet known.
type glyphs struct {
	text  []byte
	cells []cell
	ends  []int // of each of the leaf's runs, in cells
}

// maxCluster is how many bytes one grapheme may be shown with: more are
// combining marks piled up to smear over other lines.
const maxCluster = 64

// cut cuts the leaf's text into graphemes and finds the source of each.
func (l *leaf) cut(m ansi.Method) glyphs {
	g := glyphs{text: make([]byte, 0, len(l.text)+8), cells: make([]cell, 0, len(l.text)+1)}
	piece := 0
	for _, r := range l.runs {
		if r.format == formatBreak {
			g.lineBreak()
		}
		for i := r.from; i < r.to; {
			if l.text[i] == '\n' { // between lines of code
				g.lineBreak()
				i++
				continue
			}
			end, shown, width := l.grapheme(i, r.to, m)
			for piece+1 < len(l.pieces) && l.pieces[piece+1].at <= i {
				piece++
			}
			c := cell{at: uint32(len(g.text)), width: uint8(min(width, 255))}
			c.src, c.size = l.source(piece, i, end)
			if len(shown) == 1 && shown[0] == ' ' {
				c.flags = blank
			}
			g.text = append(g.text, shown...)
			g.cells = append(g.cells, c)
			i = end
		}
		g.ends = append(g.ends, len(g.cells))
	}
	return g
}

// lineBreak appends a cell that ends a line.
func (g *glyphs) lineBreak() {
	g.cells = append(g.cells, cell{at: uint32(len(g.text)), src: noSource, flags: mustBreak})
}

// grapheme returns the end of the grapheme at i, how it is shown and how wide that is.
func (l *leaf) grapheme(i, to int, m ansi.Method) (end int, shown []byte, width int) {
	end = i + 1
	if l.text[i] < utf8.RuneSelf && (end == to || l.text[end] < utf8.RuneSelf) {
		return end, l.text[i:end], 1
	}
	c, width := ansi.FirstGraphemeCluster(l.text[i:to], m)
	end = i + max(1, len(c))
	shown = l.text[i:end]
	if len(shown) > 1 {
		shown, width = presentable(shown, width, m)
	}
	return end, shown, width
}

// source returns where the text from start to end comes from; p is the piece
// that holds start.
func (l *leaf) source(p, start, end int) (src int32, size uint16) {
	from, to := noSource, noSource
	for ; p < len(l.pieces) && l.pieces[p].at < end; p++ {
		v := l.pieces[p]
		if v.src == noSource {
			continue
		}
		a, b := v.src, v.src+v.size
		if v.literal {
			a, b = max(a, v.src+start-v.at), min(b, v.src+end-v.at)
		}
		if from == noSource {
			from = a
		}
		to = b
	}
	if from == noSource || to <= from {
		return noSource, 0
	}
	return int32(from), uint16(min(to-from, 1<<16-1))
}

// presentable returns a grapheme of more than one byte as it can be shown. A
// terminal that counts code points (wcwidth) draws joined emoji, skin tones
// and emoji variants wider or narrower than it counts, so it gets the first
// emoji alone.
func presentable(c []byte, width int, m ansi.Method) ([]byte, int) {
	if len(c) > maxCluster {
		c = firstRunes(c, 9)
		width = m.StringWidth(string(c))
	}
	if m != ansi.WcWidth || len(c) < 4 {
		return c, width
	}
	first, n := utf8.DecodeRune(c)
	if n == len(c) {
		return c, width
	}
	if first >= 0x1100 && first < 0x1160 { // letters of a Hangul syllable, each counted for itself
		c = norm.NFC.Bytes(c)
		return c, m.StringWidth(string(c))
	}
	out := plainEmoji(c, first, n)
	if out == nil {
		return c, width
	}
	return out, m.StringWidth(string(out))
}

// plainEmoji leaves out of a cluster, whose first character has n bytes, what
// only changes the look of an emoji; nil if there is nothing of the kind.
func plainEmoji(c []byte, first rune, n int) []byte {
	var out []byte
	joined := false
	for i := n; i < len(c); {
		r, size := utf8.DecodeRune(c[i:])
		switch {
		case r == 0xfe0f, r >= 0x1f3fb && r <= 0x1f3ff:
			if out == nil {
				out = append([]byte{}, c[:i]...)
			}
		case r == 0x200d && emoji(first):
			joined = true
			if out == nil {
				out = append([]byte{}, c[:i]...)
			}
		case out != nil && !joined:
			out = append(out, c[i:i+size]...)
		}
		if joined {
			break
		}
		i += size
	}
	return out
}

// emoji reports whether r is a picture: after such a one, and not within
// Indic or Arabic text, a joiner makes one picture of several.
func emoji(r rune) bool { return r >= 0x2190 && (r >= 0x1f000 || unicode.Is(unicode.So, r)) }

func firstRunes(b []byte, n int) []byte {
	end := 0
	for ; n > 0 && end < len(b); n-- {
		_, size := utf8.DecodeRune(b[end:])
		end += size
	}
	return b[:end]
}
