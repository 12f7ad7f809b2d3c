package typeset

import (
	"context"
	"maps"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"offprint/reader"
	"offprint/ui/theme"
)

// hostile are shapes that parsers and renderers of Markdown are slow at, run
// out of stack on, or never return from.
func hostile() map[string]string {
	all := hostileBlocks()
	maps.Copy(all, hostileInlines())
	maps.Copy(all, hostileText())
	return all
}

func again(s string, n int) string { return strings.Repeat(s, max(1, n/3)) }

func hostileBlocks() map[string]string {
	var steps strings.Builder
	for i := range 600 {
		steps.WriteString(strings.Repeat(" ", 2*min(i, 400)) + "- a\n")
	}
	return map[string]string{
		"quotes on one line":      again("> ", 60000) + "a",
		"close quotes":            again(">", 100000) + "a",
		"lists on one line":       again("- ", 12000) + "a",
		"rule of many":            again("- ", 12000),
		"numbers on one line":     again("1. ", 10000) + "a",
		"mixed holders":           again("> 1. - * ", 4000) + "a",
		"list by steps":           steps.String(),
		"blocks of html":          again("<div>\n", 20000),
		"footnotes nested":        again("[^1]: ", 10000) + "a[^1]",
		"terms":                   again("a\n: b\n\n", 5000) + again(": ", 20000) + "x",
		"table of many columns":   again("|a", 3000) + "|\n" + again("|-", 3000) + "|\n" + again("|b", 3000) + "|\n",
		"table of many rows":      "|a|b|\n|-|-|\n" + again("|c|d|\n", 20000),
		"table of short rows":     again("|a", 100) + "|\n" + again("|-", 100) + "|\n" + again("|\n", 1500),
		"pipes":                   again("|", 60000) + "\n" + again("-|", 30000),
		"many paragraphs":         again("a\n\n", 30000),
		"code":                    "```go\n" + again("x := `'\"(/*", 20000) + "\n```",
		"code open":               "```\n" + again("```a\n", 30000),
		"headings":                again("# a\n", 15000),
		"underlined headings":     again("a\n=\n", 10000) + again("a\n", 20000) + "=",
		"task boxes":              again("- [ ] ", 5000) + "\n" + again("- [x] a\n", 4000),
		"quotes and fences":       again("> ```\n", 30000),
		"quotes of growing depth": growing(400),
	}
}

func hostileInlines() map[string]string {
	var ticks, refs, notes strings.Builder
	for i := range 600 {
		ticks.WriteString("e" + strings.Repeat("`", i))
	}
	for i := range 3000 {
		refs.WriteString("[" + strings.Repeat("x", 1+i%50) + "]: y" + again("z", i%9) + "\n\n")
		notes.WriteString("[^" + strings.Repeat("n", 1+i%40) + "] ")
	}
	return map[string]string{
		"emphasis nested":       again("*a **a ", 40000) + "b" + again(" a** a*", 40000),
		"emphasis open":         again("*a ", 60000),
		"emphasis other ends":   again("a_ ", 60000) + again("*a_ ", 20000),
		"strong of many":        again("**x [a*b**c*](d)", 6000),
		"strikes":               again("~~a ", 40000),
		"brackets open":         again("[", 60000),
		"brackets closed":       again("]", 60000),
		"brackets nested":       again("[", 40000) + "a" + again("]", 40000),
		"links open":            again("[a](b", 15000),
		"links in links":        again("[a", 30000) + again("](b)", 30000),
		"pictures in links":     again("![[]()", 20000),
		"pictures nested":       again("![", 20000) + "a" + again("](b)", 20000),
		"backticks":             ticks.String(),
		"angles":                again("<", 60000) + again("<!--", 20000) + again("<?", 20000) + again("<a href='", 9000),
		"escapes":               again("\\", 100000) + again("\\*", 20000),
		"references to letters": again("&#27;", 20000) + again("&amp", 20000) + again("&#x1b;[31m", 5000) + again("&", 50000),
		"definitions of links":  refs.String() + again("[xxxx][xx] ", 5000),
		"footnotes":             notes.String() + "\n\n" + again("[^n]: a\n\n", 3000) + again("[^n", 10000),
		"bare addresses":        again("http://a.b", 20000) + again("www.", 20000) + again("a@b.", 20000),
	}
}

func hostileText() map[string]string {
	return map[string]string{
		"links with blanks":    again("[a](<b", 15000),
		"combining":            "e" + again("\u0301", 50000) + again("&#769;", 10000),
		"one word":             again("a", 500000),
		"one paragraph":        again("all work and no play ", 50000),
		"blank lines":          again("\n", 500000),
		"blanks":               again(" ", 300000) + "a",
		"line ends":            again("a  \n", 50000),
		"wide":                 again("中", 100000) + again("👨‍👩‍👧", 10000) + again("👍🏽", 10000),
		"right to left":        again("שלום ", 40000),
		"spaces of many kinds": again("\u00a0\u2003\u3000", 30000),
	}
}
func growing(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.Repeat(">", i) + " a\n")
	}
	return b.String()
}

// limitOfText is how long any text may take.
const limitOfText = 2 * time.Second

// timed sets a text and tells how long that took, of three times the best if
// the machine was busy.
func timed(text reader.Text, o Options) (p *Page, best time.Duration) {
	for i := 0; i < 3 && (i == 0 || best > limitOfText); i++ {
		began := time.Now()
		p = Set(context.Background(), text, o)
		if took := time.Since(began); i == 0 || took < best {
			best = took
		}
	}
	return p, best
}

// TestHostileTextCostsItsLimits: every shape is set within two seconds at a
// usual and at the least width, and is drawn without harm.
func TestHostileTextCostsItsLimits(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("measures time")
	}
	for name, s := range hostile() {
		t.Run(name, func(t *testing.T) {
			text := reader.Clean(s)
			first, screen := timed(text, Options{Width: 74, Lines: 47, Around: len(text) / 3, Style: article(theme.Dark)})
			p, whole := timed(text, Options{Width: 74, Style: article(theme.Dark), From: first})
			if screen > limitOfText || whole > limitOfText {
				t.Errorf("first screen %v, whole %v", screen, whole)
			}
			narrow := Set(context.Background(), text, Options{Width: 3, Style: article(theme.Dark), From: p})
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
