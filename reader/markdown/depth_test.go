package markdown_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"offprint/reader"
	"offprint/reader/markdown"
)

// depths returns how deep emphasis, and how deep quotes and lists, nest in a text.
func depths(md string) (emphasis, containers int) {
	root, _ := markdown.Parse(reader.Clean(md))
	e, c := 0, 0
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		by := 1
		if !entering {
			by = -1
		}
		switch n.(type) {
		case *ast.Emphasis, *east.Strikethrough:
			e += by
		case *ast.Blockquote, *ast.ListItem, *east.DefinitionDescription:
			c += by
		}
		emphasis, containers = max(emphasis, e), max(containers, c)
		return ast.WalkContinue, nil
	})
	return emphasis, containers
}

// marked makes a paragraph of words and marks.
func marked(r *rand.Rand, pieces []string, n int) string {
	var b strings.Builder
	for range n {
		b.WriteString(pieces[r.IntN(len(pieces))])
	}
	return b.String()
}

// TestLimitHoldsTheDepth: whatever comes in, what comes out nests no deeper
// than is allowed, for the parser itself.
func TestLimitHoldsTheDepth(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(15, 16))
	inline := []string{"*", "**", "***", "_", "__", "~~", "*a", "a*", "_b", "b_", "~~c", "c~~", " ", "x", "«", ".", "\n", "****", "\\", "[", "](y)"}
	outer := []string{"> ", "- ", "1. ", ">", "* ", "    ", ": ", "2) ", "+ "}
	for range 1500 {
		md := marked(r, outer, r.IntN(60)) + marked(r, inline, r.IntN(200))
		if r.IntN(3) == 0 {
			md = strings.Repeat(inline[r.IntN(11)]+"a ", r.IntN(60)) + strings.Repeat("a"+inline[r.IntN(11)]+" ", r.IntN(60))
		}
		once, _ := markdown.Limit(string(reader.Clean(md)))
		if e, c := depths(once); e > 2*markdown.MaxDepth || c > markdown.MaxDepth {
			t.Fatalf("%q became %q, in which emphasis nests %d and quotes and lists %d deep", md, once, e, c)
		}
	}
}

// TestLimitLeavesTheRest: a text that does not nest deep is read the same
// after it was limited, however many of its marks wait for an end.
func TestLimitLeavesTheRest(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(17, 18))
	pieces := []string{"*", "**", "_", "__", "~~", "word", "wörd ", " ", ", ", ".", "(", ")", "\n", "5*3", "snake_case", " *so* ", " **so** ", " _so_ ", "***"}
	kept := 0
	for range 3000 {
		md := string(reader.Clean("a " + marked(r, pieces, r.IntN(60)) + " z"))
		if e, _ := depths(md); e > 4 {
			continue
		}
		kept++
		limited, _ := markdown.Limit(md)
		was, is := markdown.Plain(reader.Clean(md)), markdown.Plain(reader.Clean(limited))
		if was.Text != is.Text {
			t.Fatalf("%q became %q: it showed\n%q and shows\n%q", md, limited, was.Text, is.Text)
		}
	}
	if kept < 1000 {
		t.Errorf("only %d texts were tried", kept)
	}
}

// TestInline: what of a line is text and what only marks it up.
func TestInline(t *testing.T) {
	t.Parallel()
	for md, want := range map[string]string{
		"a <b>bold</b> word":              "a bold word",
		"a ![picture](p.jpg) word":        "a  word",
		"a [![picture](p.jpg)](x) word":   "a  word",
		"a `co*d*e` word":                 "a co*d*e word",
		"a `` c`d `` word":                "a c`d word",
		"a `co\nde` word":                 "a co de word",
		"a\\\nb":                          "a\nb",
		"a  \nb":                          "a\nb",
		"a\nb":                            "a b",
		"&amp;lt; &copy; &#65; &#x42; &x": "&lt; © A B &x",
		"\\# \\a \\\\":                    "# \\a \\",
		"x[^1]\n\n[^1]: note":             "x\n\nnote",
		"~~gone~~ stays":                  "gone stays",
		"<https://a.example/> b":          "https://a.example/ b",
		"https://a.example/b_c_d e":       "https://a.example/b_c_d e",
		"[text][ref]\n\n[ref]: https://x": "text",
		"- [ ] open\n- [x] done":          "open\n\ndone",
		"# A #\n\nB\n===\n\n---\n\nC":     "A\n\nB\n\nC",
		"> > a\n> b":                      "a b",
		"| a | b |\n|:-|-:|\n| *c* | |":   "a\tb\n\nc",
		"    code\n\n<div>x</div>":        "code\n\n\n<div>x</div>",
		"":                                "",
		"***":                             "",
		"![](p.jpg)":                      "",
		"<!-- note --> a":                 "<!-- note --> a",
	} {
		p := markdown.Plain(reader.Clean(md))
		if p.Text != want {
			t.Errorf("%q: %q, want %q", md, p.Text, want)
		}
	}
}
