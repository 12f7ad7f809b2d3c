package typeset

import (
	"context"
	"maps"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"offprint/reader"
	"offprint/reader/markdown"
	"offprint/reader/readertest"
	"offprint/ui/theme"
)

// hostile are shapes that parsers and renderers of Markdown are slow at, run
// out of stack on, or never return from.
func hostile(z size) map[string]string {
	all := hostileBlocks(z)
	maps.Copy(all, hostileInlines(z))
	maps.Copy(all, hostileText(z))
	return all
}

// size is a part of 12 of the full size of hostile shapes.
type size int

func (z size) again(s string, n int) string { return strings.Repeat(s, max(1, n/3*int(z)/12)) }

func hostileBlocks(z size) map[string]string {
	var steps strings.Builder
	for i := range 50 * int(z) {
		steps.WriteString(strings.Repeat(" ", 2*min(i, 400)) + "- a\n")
	}
	return map[string]string{
		"quotes on one line":      z.again("> ", 60000) + "a",
		"close quotes":            z.again(">", 100000) + "a",
		"lists on one line":       z.again("- ", 12000) + "a",
		"rule of many":            z.again("- ", 12000),
		"numbers on one line":     z.again("1. ", 10000) + "a",
		"mixed holders":           z.again("> 1. - * ", 4000) + "a",
		"list by steps":           steps.String(),
		"blocks of html":          z.again("<div>\n", 20000),
		"footnotes nested":        z.again("[^1]: ", 10000) + "a[^1]",
		"terms":                   z.again("a\n: b\n\n", 5000) + z.again(": ", 20000) + "x",
		"table of many columns":   z.again("|a", 3000) + "|\n" + z.again("|-", 3000) + "|\n" + z.again("|b", 3000) + "|\n",
		"table of many rows":      "|a|b|\n|-|-|\n" + z.again("|c|d|\n", 20000),
		"table of short rows":     z.again("|a", 100) + "|\n" + z.again("|-", 100) + "|\n" + z.again("|\n", 1500),
		"pipes":                   z.again("|", 60000) + "\n" + z.again("-|", 30000),
		"many paragraphs":         z.again("a\n\n", 30000),
		"code":                    "```go\n" + z.again("x := `'\"(/*", 20000) + "\n```",
		"code open":               "```\n" + z.again("```a\n", 30000),
		"headings":                z.again("# a\n", 15000),
		"underlined headings":     z.again("a\n=\n", 10000) + z.again("a\n", 20000) + "=",
		"task boxes":              z.again("- [ ] ", 5000) + "\n" + z.again("- [x] a\n", 4000),
		"quotes and fences":       z.again("> ```\n", 30000),
		"quotes of growing depth": growing(33 * int(z)),
	}
}

func hostileInlines(z size) map[string]string {
	var ticks, refs, notes strings.Builder
	for i := range 50 * int(z) {
		ticks.WriteString("e" + strings.Repeat("`", i))
	}
	for i := range 250 * int(z) {
		refs.WriteString("[" + strings.Repeat("x", 1+i%50) + "]: y" + z.again("z", i%9) + "\n\n")
		notes.WriteString("[^" + strings.Repeat("n", 1+i%40) + "] ")
	}
	return map[string]string{
		"emphasis nested":       z.again("*a **a ", 40000) + "b" + z.again(" a** a*", 40000),
		"emphasis open":         z.again("*a ", 60000),
		"emphasis other ends":   z.again("a_ ", 60000) + z.again("*a_ ", 20000),
		"strong of many":        z.again("**x [a*b**c*](d)", 6000),
		"strikes":               z.again("~~a ", 40000),
		"brackets open":         z.again("[", 60000),
		"brackets closed":       z.again("]", 60000),
		"brackets nested":       z.again("[", 40000) + "a" + z.again("]", 40000),
		"links open":            z.again("[a](b", 15000),
		"links in links":        z.again("[a", 30000) + z.again("](b)", 30000),
		"pictures in links":     z.again("![[]()", 20000),
		"pictures nested":       z.again("![", 20000) + "a" + z.again("](b)", 20000),
		"backticks":             ticks.String(),
		"angles":                z.again("<", 60000) + z.again("<!--", 20000) + z.again("<?", 20000) + z.again("<a href='", 9000),
		"escapes":               z.again("\\", 100000) + z.again("\\*", 20000),
		"references to letters": z.again("&#27;", 20000) + z.again("&amp", 20000) + z.again("&#x1b;[31m", 5000) + z.again("&", 50000),
		"definitions of links":  refs.String() + z.again("[xxxx][xx] ", 5000),
		"footnotes":             notes.String() + "\n\n" + z.again("[^n]: a\n\n", 3000) + z.again("[^n", 10000),
		"bare addresses":        z.again("http://a.b", 20000) + z.again("www.", 20000) + z.again("a@b.", 20000),
	}
}

func hostileText(z size) map[string]string {
	return map[string]string{
		"links with blanks":    z.again("[a](<b", 15000),
		"combining":            "e" + z.again("\u0301", 50000) + z.again("&#769;", 10000),
		"one word":             z.again("a", 500000),
		"one paragraph":        z.again("all work and no play ", 50000),
		"blank lines":          z.again("\n", 500000),
		"blanks":               z.again(" ", 300000) + "a",
		"line ends":            z.again("a  \n", 50000),
		"wide":                 z.again("中", 100000) + z.again("👨‍👩‍👧", 10000) + z.again("👍🏽", 10000),
		"right to left":        z.again("שלום ", 40000),
		"spaces of many kinds": z.again("\u00a0\u2003\u3000", 30000),
	}
}
func growing(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.Repeat(">", i) + " a\n")
	}
	return b.String()
}

// limited is a text as articles have it.
func limited(s string) reader.Text {
	md, _ := markdown.Limit(string(reader.Clean(s)))
	return reader.Clean(md)
}

// TestHostileTextTakesLinearTime: every shape is set in time that grows with
// its size, its first screen, too, and is drawn without harm, also at the
// least width.
func TestHostileTextTakesLinearTime(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("takes seconds")
	}
	short := hostile(3)
	for name, s := range hostile(12) {
		t.Run(name, func(t *testing.T) {
			var first, p *Page
			readertest.Linear(t, short[name], s, func(s string) {
				text := limited(s)
				first = Set(context.Background(), text, Options{Width: 74, Lines: 47, Around: len(text) / 3, Style: article(theme.Dark)})
			})
			readertest.Linear(t, short[name], s, func(s string) {
				p = Set(context.Background(), limited(s), Options{Width: 74, Style: article(theme.Dark)})
			})
			narrow := Set(context.Background(), limited(s), Options{Width: 3, Style: article(theme.Dark), From: p})
			for _, page := range []*Page{first, p, narrow} {
				for l := LineNo(0); int(l) < min(page.Len(), 300); l++ {
					line := page.Paint(l, nil, page.Width())
					if got := ansi.WcWidth.StringWidth(line); got > page.Width() {
						t.Fatalf("line %d has %d cells of %d", l, got, page.Width())
					}
					checkHarmless(t, line)
				}
			}
		})
	}
}

// FuzzSet: whatever the text and the width, no line is wider than the page or
// holds a control character or an escape sequence but our own, every source
// lies within the text, and a part can be set around any offset.
func FuzzSet(f *testing.F) {
	f.Add(string(torture), uint8(60), uint16(100))
	for _, s := range []string{
		"a&#27;]8;;x&#7;b &#x9b;31m &amp;#27; `&#27;` ~~&**#27;**~~", "[a&#10;b](http://x/&#27;)", "|a&#27;|\n|-|\n|\\|&nbsp;|",
		"- [ ] &#x202e;x\n\t1. `` ` ``", "![a](b)\n![c](d)", "> - > 1) a\n[^1]\n\n[^1]: x\n    y", "é&#x301;&#x301;👨‍👩‍👧", "```x\n&#27;\\*\n```",
		"a\n: b\n\n: c", "# a\\\nb", "<div>\n&#27;</div>", "a<br>b  \nc", "www.a.b\\&<x@y.z>", "~~~\n", "* * *\n- - -",
	} {
		f.Add(s, uint8(len(s)), uint16(3))
	}
	style := article(theme.Dark)
	f.Fuzz(func(t *testing.T, s string, w uint8, at uint16) {
		text := reader.Clean(s)
		width, around := int(w)%130+1, int(at)%(len(text)+1)
		p := Set(context.Background(), text, Options{Width: width, Style: style})
		if !p.Complete() || p.Len() < 1 {
			t.Fatalf("complete %v, %d lines", p.Complete(), p.Len())
		}
		for l := range LineNo(p.Len()) {
			line := p.Paint(l, nil, width)
			if got := ansi.WcWidth.StringWidth(line); got > width || got != p.LineWidth(l) {
				t.Fatalf("line %d: %d cells of %d, LineWidth %d: %q", l, got, width, p.LineWidth(l), line)
			}
			checkHarmless(t, line)
			_, cells := p.cells(l)
			if s := spanOf(cells); !s.Empty() && (s.Start < 0 || s.End > len(text)) {
				t.Fatalf("line %d shows %v of %d bytes", l, s, len(text))
			}
		}
		part := window(context.Background(), text, around, Options{Width: width, Lines: 3, Style: style})
		if part != nil {
			if q := part.page(context.Background(), Options{Width: width, Style: style}); q.Len() < 1 || part.span.End > len(text) {
				t.Fatalf("part %v of %d bytes", part.span, len(text))
			}
		}
		for _, u := range []Unit{Word, Sentence, Paragraph} {
			if next, ok := p.Next(p.UnitAt(around, u), u); ok && next.Empty() {
				t.Fatalf("unit %d: empty", u)
			}
		}
		p.Text(reader.Span{Start: around, End: len(text)})
	})
}
