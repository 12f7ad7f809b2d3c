package typeset

import (
	"bytes"
	"strconv"
	"sync"

	gansi "charm.land/glamour/v2/ansi"
	"github.com/alecthomas/chroma/v2/styles"
	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"offprint/ui/theme"
)

// glamour renders leaves with Glamour, one kind of surroundings and one width
// each. It is not safe for concurrent use.
type glamour struct {
	renderer renderer.Renderer
	config   gansi.StyleConfig
	source   []byte // what the nodes of a job point into
	out      sink
}

// sink is a buffer that the renderer need not put another before.
type sink struct{ bytes.Buffer }

// Buffered returns 0: nothing is held back.
func (s *sink) Buffered() int { return 0 }

// Flush does nothing.
func (s *sink) Flush() error { return nil }

// place is where a leaf stands, as far as its style depends on it.
type place struct {
	quoted  bool
	heading bool
	plain   bool // code without syntax colouring
	wrap    int  // 0 is not wrapped at all
}

func newGlamour(style *theme.Article, p place) *glamour {
	c := bare(style.Glamour, p)
	r := gansi.NewRenderer(gansi.Options{
		WordWrap:         p.wrap,
		Styles:           c,
		InlineTableLinks: true,
		PreserveNewLines: true,
		ChromaFormatter:  style.Formatter,
	})
	return &glamour{
		renderer: renderer.NewRenderer(renderer.WithNodeRenderers(util.Prioritized(r, 1000))),
		config:   c,
	}
}

// bare takes out of a style whatever lays out blocks, since that is done here,
// and puts the style of paragraphs and quotations into that of the document.
func bare(c gansi.StyleConfig, p place) gansi.StyleConfig {
	if p.quoted {
		c.Document.StylePrimitive = cascade(c.Document.StylePrimitive, c.BlockQuote.StylePrimitive)
	}
	if !p.heading {
		c.Document.StylePrimitive = cascade(c.Document.StylePrimitive, c.Paragraph.StylePrimitive)
	}
	for _, b := range []*gansi.StyleBlock{&c.Document, &c.Paragraph, &c.Heading, &c.H1, &c.H2, &c.H3, &c.H4, &c.H5, &c.H6,
		&c.Table.StyleBlock, &c.CodeBlock.StyleBlock} {
		b.Margin, b.Indent, b.BlockPrefix, b.BlockSuffix = nil, nil, "", ""
	}
	c.Document.Prefix, c.Document.Suffix = "", ""
	c.Table.Prefix, c.Table.Suffix = "", ""
	if p.plain {
		c.CodeBlock.Theme, c.CodeBlock.Chroma = "", nil
	}
	return c
}

// cascade lays a style of Glamour's over another.
func cascade(under, over gansi.StylePrimitive) gansi.StylePrimitive {
	if over.Color != nil {
		under.Color = over.Color
	}
	if over.BackgroundColor != nil {
		under.BackgroundColor = over.BackgroundColor
	}
	for _, f := range []struct{ to, from **bool }{
		{&under.Underline, &over.Underline}, {&under.Bold, &over.Bold}, {&under.Upper, &over.Upper},
		{&under.Lower, &over.Lower}, {&under.Title, &over.Title}, {&under.Italic, &over.Italic},
		{&under.CrossedOut, &over.CrossedOut}, {&under.Inverse, &over.Inverse}, {&under.Blink, &over.Blink},
	} {
		if *f.from != nil {
			*f.to = *f.from
		}
	}
	return under
}

// begin starts a new job.
func (g *glamour) begin() { g.source = g.source[:0] }

// node returns the node for a run's text. The text is put between the escape
// sequences of a link whose address is the run's number: they are zero cells
// wide for everything that measures, and every writer of Glamour's closes and
// opens them again at a line's end. They end in BEL: of ESC \ the backslash
// would be eaten.
func (g *glamour) node(number int, shown []byte, f format) ast.Node {
	start := len(g.source)
	g.source = append(g.source, "\x1b]8;;"...)
	g.source = strconv.AppendInt(g.source, int64(number), 10)
	g.source = append(g.source, '\a')
	for _, c := range shown {
		switch {
		case c == '&':
			g.source = append(g.source, "&amp;"...)
			continue
		case c == '\\' && f&formatCode == 0:
			g.source = append(g.source, '\\')
		}
		g.source = append(g.source, c)
	}
	g.source = append(g.source, "\x1b]8;;\a"...)
	var n ast.Node = ast.NewTextSegment(text.NewSegment(start, len(g.source)))
	wrap := func(outer ast.Node) {
		outer.AppendChild(outer, n)
		n = outer
	}
	if f == formatBreak {
		return n
	}
	if f&formatCode != 0 {
		wrap(ast.NewCodeSpan())
	} else if f&formatStrike != 0 {
		wrap(east.NewStrikethrough())
	}
	if f&formatEmph != 0 {
		wrap(ast.NewEmphasis(1))
	}
	if f&formatStrong != 0 {
		wrap(ast.NewEmphasis(2))
	}
	return n
}

// render renders one block and returns what Glamour makes of it, good until
// the next job.
func (g *glamour) render(block ast.Node) []byte {
	doc := ast.NewDocument()
	doc.AppendChild(doc, block)
	g.out.Reset()
	if err := g.renderer.Render(&g.out, g.source, doc); err != nil {
		g.out.Reset() // the text is then shown without style: see shaper.lay
	}
	return g.out.Bytes()
}

// chromaMutex guards chroma's registry of styles, a map that Glamour writes a
// style file's colours into under one fixed name, for the whole process.
var chromaMutex sync.Mutex

// renderCode is render for a block of code.
func (g *glamour) renderCode(block ast.Node) []byte {
	chromaMutex.Lock()
	defer chromaMutex.Unlock()
	if g.config.CodeBlock.Chroma != nil {
		delete(styles.Registry, "charm")
	}
	return g.render(block)
}
