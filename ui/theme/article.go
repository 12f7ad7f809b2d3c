package theme

import (
	"encoding/json"
	"fmt"
	"image/color"

	glamour "charm.land/glamour/v2/ansi"
	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
)

// Article is the style of article text, for package typeset. Values are
// shared between goroutines and pages: compare them by pointer, never change one.
type Article struct {
	// Glamour is the style that Glamour renders with.
	Glamour glamour.StyleConfig
	// Formatter is the name of the chroma formatter for code, as the terminal's colours allow.
	Formatter string
	Caption   uv.Style // a picture's caption
	Sign      uv.Style // bullets, numbers of lists, footnotes' numbers, rules
	Bar       uv.Style // ▎ before quoted paragraphs
	Key       uv.Style // a table's heads where it is shown as key: value lines
	Link      uv.Style // laid over a link's label
	Layers    Layers
}

// Layers are the classes that are painted over article text, in the order in
// which they are folded: a later one wins ground and text colour, attributes
// add up. Fields that are not set leave the text as it is.
type Layers struct {
	Entity    [7]uv.Style // by reader.EntityKind
	Quote     uv.Style
	Mark      uv.Style // the user's highlights
	Hit       uv.Style
	Current   uv.Style // the one that the track is at
	Selection uv.Style

	QuoteGutter uv.Style // the number and ▌
	MarkGutter  uv.Style // ▍
}

// layers makes the classes. Where there is no colour an underline, reverse
// video and the gutter tell them apart.
func (p *paint) layers() Layers {
	l := Layers{
		Quote:       uv.Style{Bg: p.ground(quoteTint)},
		Mark:        uv.Style{Bg: p.color(markTint)},
		Hit:         uv.Style{Fg: p.ground(hitText), Bg: p.ground(hit)},
		Current:     uv.Style{Fg: p.ground(currentText), Bg: p.ground(current), Attrs: uv.AttrBold},
		Selection:   uv.Style{Fg: p.ground(chosenText), Bg: p.ground(chosen)},
		QuoteGutter: uv.Style{Fg: p.color(quote)},
		MarkGutter:  uv.Style{Fg: p.color(mark), Attrs: uv.AttrBold},
	}
	switch {
	case p.plain:
		l.Mark.Attrs = uv.AttrBold
	case p.profile == colorprofile.ANSI: // no soft grounds there: black on yellow
		l.Mark.Fg = ansi.Black
	case p.profile == colorprofile.ANSI256:
		l.Mark.Fg = p.color(title)
	}
	for k := range l.Entity {
		switch {
		case p.noGround():
			l.Entity[k] = uv.Style{Underline: uv.UnderlineSingle}
		case p.profile == colorprofile.ANSI256:
			// Terminals of so many colours that do not know coloured
			// underlines take the sequence for blinking.
			l.Entity[k] = uv.Style{Underline: uv.UnderlineDotted}
		default:
			l.Entity[k] = uv.Style{Underline: uv.UnderlineDotted, UnderlineColor: p.color(kinds[k])}
		}
	}
	if p.noGround() {
		l.Hit.Attrs = uv.AttrReverse
		l.Current.Attrs = uv.AttrBold | uv.AttrReverse
		l.Selection.Attrs = uv.AttrReverse
	}
	return l
}

// ground is color for what is shown only where soft grounds can be had.
func (p *paint) ground(r role) color.Color {
	if p.noGround() {
		return nil
	}
	return p.color(r)
}

// article makes the style of article text.
func (p *paint) article(l Layers) *Article {
	a := &Article{
		Glamour:   p.glamour(),
		Formatter: "terminal16m",
		Caption:   uv.Style{Fg: p.color(caption), Attrs: uv.AttrItalic},
		Sign:      uv.Style{Fg: p.color(accent)},
		Bar:       uv.Style{Fg: p.color(line)},
		Key:       uv.Style{Fg: p.color(title), Attrs: uv.AttrBold},
		Link:      uv.Style{Fg: p.color(link), Underline: uv.UnderlineSingle},
		Layers:    l,
	}
	switch p.profile {
	case colorprofile.ANSI256:
		a.Formatter = "terminal256"
	case colorprofile.ANSI:
		a.Formatter = "terminal16"
	}
	return a
}

// glamour derives the Glamour style. Margins, bullets and bars are left out:
// package typeset lays those out itself.
func (p *paint) glamour() glamour.StyleConfig {
	yes := true
	block := func(r role, bold bool) glamour.StyleBlock {
		b := glamour.StyleBlock{StylePrimitive: glamour.StylePrimitive{Color: p.name(r)}}
		if bold {
			b.Bold = &yes
		}
		return b
	}
	c := glamour.StyleConfig{
		Document:      block(text, false),
		BlockQuote:    block(meta, false),
		Heading:       block(title, true),
		H1:            block(accent, true),
		H2:            block(accent, true),
		Strikethrough: glamour.StylePrimitive{CrossedOut: &yes, Color: p.name(faint)},
		Emph:          glamour.StylePrimitive{Italic: &yes},
		Strong:        glamour.StylePrimitive{Bold: &yes},
		ImageText:     glamour.StylePrimitive{Color: p.name(caption), Italic: &yes},
		Code:          block(code, false),
		DefinitionTerm: glamour.StylePrimitive{
			Bold: &yes,
		},
	}
	c.H1.Underline = &yes
	if p.plain {
		c.Code.Bold = &yes
	} else if p.profile == colorprofile.TrueColor || p.profile == colorprofile.ANSI256 {
		c.Code.BackgroundColor = p.name(codeGround)
	}
	c.CodeBlock.StyleBlock = block(code, false)
	if !p.plain {
		c.CodeBlock.Theme = p.chroma()
	}
	return c
}

// chroma names the syntax colouring that goes with the palette.
func (p *paint) chroma() string {
	if p.palette == &darkPalette || p.palette == &contrastDark {
		return "github-dark"
	}
	return "vs"
}

// TextStyle reads a Glamour style file (JSON).
func TextStyle(data []byte) (glamour.StyleConfig, error) {
	var c glamour.StyleConfig
	if err := json.Unmarshal(data, &c); err != nil {
		return glamour.StyleConfig{}, fmt.Errorf("read Glamour style: %w", err)
	}
	return c, nil
}

// WithText returns the styles with article text after a Glamour style, such
// as [TextStyle] reads. Captions, links and the layers stay the theme's.
func (s Styles) WithText(c glamour.StyleConfig) Styles {
	a := *s.Article
	a.Glamour = c
	s.Article = &a
	return s
}
