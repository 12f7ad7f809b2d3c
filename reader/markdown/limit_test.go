package markdown_test

import (
	"strings"
	"testing"

	"offprint/reader"
	"offprint/reader/markdown"
	"offprint/reader/readertest"
)

// shapes are texts that parsers of Markdown are known to be slow on, or to
// recurse in: each repeats a piece.
var shapes = []struct{ name, head, piece, tail string }{
	{"list in list on a line", "", "- ", "x"},
	{"ordered lists on a line", "", "1. ", "x"},
	{"quotes", "", ">", "x"},
	{"quotes apart", "", "> ", "x"},
	{"quotes and lists", "", "> - ", "x"},
	{"definitions", "term\n", ": ", "x"},
	{"emphasis", "", "*a **a ", "x"},
	{"emphasis closed", strings.Repeat("*a **a ", 2000), "a** a* ", ""},
	{"stars", "", "*", "a"},
	{"stars both sides", strings.Repeat("*", 5000) + "a", "*", ""},
	{"emphasis within words", "", "a**b", "c* "},
	{"underscores", "", "_a __a ", ""},
	{"emphasis that others end", "", "*a_ ", ""},
	{"emphasis that ends within links", "", "*a [b*](d) c_ ", ""},
	{"emphasis that ends within code", "", "*a `b*` c_ ", ""},
	{"strikethrough", "", "~~a ~a ", ""},
	{"brackets", "", "[", "a"},
	{"brackets closed", strings.Repeat("[", 5000), "]", ""},
	{"links", "", "[a](", ""},
	{"link texts", "", "[a](<b", ""},
	{"pictures", "", "![", "a"},
	{"pictures closed", strings.Repeat("![", 3000), "](a)", ""},
	{"backticks", "", "`a``b```c", ""},
	{"tags", "", "<a ", ""},
	{"comments", "", "<!-- ", ""},
	{"instructions", "", "<? ", ""},
	{"declarations", "", "<!A ", ""},
	{"ampersands", "", "&a", ""},
	{"footnotes", "", "[^a", ""},
	{"footnote definitions", "x[^a]\n\n", "[^a]: [^a]\n", ""},
	{"references", "", "[a]: b\n", "[a]"},
	{"titles", "", "[a]: <b> \"", ""},
	{"addresses", "", "http://a.b(", ""},
	{"mail", "", "a@b.", ""},
	{"fences", "", "```\n", "x"},
	{"headings", "", "# a\n", ""},
	{"underlines", "", "a\n=\n", ""},
	{"table", strings.Repeat("|a", 3000) + "\n" + strings.Repeat("|-", 3000) + "\n", "|b\n", ""},
	{"pipes in code", "|a|\n|-|\n", "|`\\|", "`|"},
	{"escapes", "", "\\", ""},
	{"rules", "", "- - -\n", ""},
	{"blank quotes", "", ">\n", ""},
	{"hard breaks", "", "a  \n", "x"},
	{"nested list", "", "", ""},
}

func (s shape) text(size int) string {
	if s.name == "nested list" {
		var b strings.Builder
		for i := 0; b.Len() < size; i++ {
			b.WriteString(strings.Repeat("  ", i) + "- a\n")
		}
		return b.String()
	}
	return s.head + strings.Repeat(s.piece, size/max(1, len(s.piece))) + s.tail
}

// TestShapesTakeLinearTime asks for every shape to be read in time that grows with its size.
func TestShapesTakeLinearTime(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	for _, s := range shapes {
		t.Run(s.name, func(t *testing.T) {
			var md string
			var p reader.Plain
			readertest.Linear(t, shape(s).text(48<<10), shape(s).text(240<<10), func(text string) {
				md, _ = markdown.Limit(string(reader.Clean(text)))
				p = markdown.Plain(reader.Clean(md))
			})
			if p.Text == "" && s.name != "rules" && s.name != "blank quotes" && s.name != "fences" && s.name != "comments" {
				t.Errorf("nothing left of it: %.60q", md)
			}
		})
	}
}

type shape struct{ name, head, piece, tail string }

// TestLimit shows what is flattened and what is not.
func TestLimit(t *testing.T) {
	t.Parallel()
	deep := strings.Repeat("> ", markdown.MaxDepth)
	for _, c := range []struct{ name, in, want string }{
		{"ordinary", "- a\n  - *b **c** d*\n\n> > quote [x](y) ~~z~~\n", ""},
		{"as deep as may be", deep + "x\n", ""},
		{"quotes too deep", deep + "> > x\n", deep + "x\n"},
		{"items too deep", strings.Repeat("- ", 18) + "x", strings.Repeat("- ", 16) + `\- - x`},
		{"numbers too deep", strings.Repeat("1. ", 17) + "x", strings.Repeat("1. ", 16) + `1\. x`},
		{"emphasis too deep", strings.Repeat("*a ", 17), strings.Repeat("*a ", 16) + `\*a `},
		{"many runs that close", strings.Repeat("*a* ", 100), ""},
		{"many runs that never close", strings.Repeat("5*3 ", 10), ""},
		{"code is left alone", "```\n" + strings.Repeat("[", 100) + "\n" + strings.Repeat(" ", 200) + "x\n```\n", ""},
		{"far to the right", strings.Repeat(" ", 100) + "x", strings.Repeat(" ", 64) + "x"},
	} {
		want, cut := c.want, c.want != ""
		if !cut {
			want = c.in
		}
		if got, was := markdown.Limit(c.in); got != want || was != cut {
			t.Errorf("%s: got %q, %v, want %q, %v", c.name, got, was, want, cut)
		}
	}
}

// FuzzLimit: what comes out is within the limits, so that limiting it again changes nothing.
func FuzzLimit(f *testing.F) {
	for _, s := range shapes {
		f.Add(shape(s).text(300))
	}
	f.Fuzz(func(t *testing.T, s string) {
		once, _ := markdown.Limit(string(reader.Clean(s)))
		if twice, cut := markdown.Limit(once); cut {
			t.Errorf("limited again: %q became %q", once, twice)
		}
	})
}
