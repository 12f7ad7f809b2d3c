package typeset

import (
	"image/color"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
)

// palette holds every style that a page uses once. Style 0 is none.
type palette struct {
	styles []uv.Style
	index  map[uv.Style]uint16
	steps  map[step]uint16
	parser *ansi.Parser
}

// step is a style and the escape sequence that changes it.
type step struct {
	from uint16
	sgr  string
}

func newPalette() *palette {
	return &palette{
		styles: []uv.Style{{}},
		index:  map[uv.Style]uint16{{}: 0},
		steps:  map[step]uint16{},
	}
}

// clone returns a palette that begins with the styles of p and grows apart from it.
func (p *palette) clone() *palette {
	c := newPalette()
	for _, s := range p.styles[1:] {
		c.add(s)
	}
	return c
}

// add returns the index of a style.
func (p *palette) add(s uv.Style) uint16 {
	s.Fg, s.Bg, s.UnderlineColor = plainColor(s.Fg), plainColor(s.Bg), plainColor(s.UnderlineColor)
	if i, ok := p.index[s]; ok {
		return i
	}
	if len(p.styles) >= 1<<16-1 {
		return 0
	}
	i := uint16(len(p.styles))
	p.styles = append(p.styles, s)
	p.index[s] = i
	return i
}

// plainColor makes colours of unknown make comparable.
func plainColor(c color.Color) color.Color {
	switch c.(type) {
	case nil, ansi.BasicColor, ansi.IndexedColor, ansi.RGBColor, color.RGBA:
		return c
	}
	r, g, b, a := c.RGBA()
	if a == 0 {
		return nil
	}
	return color.RGBA{uint8(r >> 8), uint8(g >> 8), uint8(b >> 8), 0xff}
}

// after returns the style that follows from one by an escape sequence (CSI ... m).
func (p *palette) after(from uint16, sgr []byte) uint16 {
	if string(sgr) == "\x1b[m" || string(sgr) == "\x1b[0m" {
		return 0
	}
	if to, ok := p.steps[step{from, string(sgr)}]; ok {
		return to
	}
	if p.parser == nil {
		p.parser = ansi.NewParser()
	}
	p.parser.Reset()
	ansi.DecodeSequence(sgr, 0, p.parser)
	s := p.styles[from]
	uv.ReadStyle(p.parser.Params(), &s)
	to := p.add(s)
	p.steps[step{from, string(sgr)}] = to
	return to
}

// fold lays a style over another: what it sets wins, attributes add up.
func fold(under, over uv.Style) uv.Style {
	if over.Fg != nil {
		under.Fg = over.Fg
	}
	if over.Bg != nil {
		under.Bg = over.Bg
	}
	if over.Underline != uv.UnderlineNone {
		under.Underline, under.UnderlineColor = over.Underline, over.UnderlineColor
	}
	under.Attrs |= over.Attrs
	return under
}
