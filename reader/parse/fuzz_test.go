package parse_test

import (
	"errors"
	"html"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"

	"offprint/reader"
	"offprint/reader/markdown"
	"offprint/reader/parse"
)

// seeds are texts with what has slipped through filters elsewhere: escape
// sequences raw, as references, decoded twice, cut in two by emphasis; schemes
// behind references and escapes; controls of the direction.
var seeds = []string{
	"Title\n\nBy [AFP](#)\n\nApril 19, 2024\n\nThe text goes on and\n\non. **Bol**d \x1b[31m &#27;[0m &amp;#27; &amp;amp;#x1b; ~~&**#27;**~~",
	"---\ntitle: \"a\\e[31m\"\nauthor: &x [a, *x]\ndate: 2024-01-01\n---\n\n# h\n\n[x](java&#115;cript:alert(1)) <javascript:x> ![a](data:image/png;base64,AAAA)",
	"<!doctype html><title>T&amp;#27; | S</title><meta property=og:title content=\"&amp;amp;#27;\"><h1>T&#27;</h1><p>text &amp;#27;[31m <a href=\"javascript:x\">y</a> <code>&amp;#x1b;</code><pre>&amp;#27;\n</pre><sup><a href=#n1>1</a></sup><ol><li id=n1>note",
	"<html><body><article><p>x<sup>2</sup> H<sub>2</sub>O <em>\"So,\"</em>he</p><figure><img src=a.png><figcaption>Cap [a](b) ](x)</figcaption></figure><dl><dt>a<dd>b</dl><table><tr><td>1<td>2<tr><td colspan=2>3</table>",
	"+++\ntitle = \"x\"\ndate = 2024-01-01\n+++\n{{< youtube abc >}} {% image \"a\" \"b\u009b31m\" %} <b>x</b> <br> <script>\n\nx\n\n</script> <x>y</x>",
	"> > - 1. [a]: javascript:x\n> [a] [b][a]\n\n[c]: <data:x>\n[c]\n\n`<b>` \\<b> \\\\<b> <b\nx>",
	"\xff\xfea\x00\x1b\x00]\x00", "caf\xe9 na\xefve", "a\u202eb\u2066c\u200bd\u00ade\x00f\x07", "a &&shy;#27; &&shy&shy;#x1b; &am&shy;p;#27; \\&#27; \\\\&#27; `&#27;`", "a|b\n-|-\n`<b>|`|</b>", "1986. A\n=\n: x\n\n    <b>\n\n* * *\n***\n",
}

// FuzzParse: whatever the bytes, an article comes out or one of the two
// errors; all its strings are clean and stay so when references in them are
// decoded, once or twice; links lead to web and mail addresses only; no HTML
// is left in the text; spans of the plain text lie within it.
func FuzzParse(f *testing.F) {
	for _, s := range seeds {
		for format := range 4 {
			f.Add([]byte(s), format)
		}
	}
	f.Fuzz(func(t *testing.T, data []byte, format int) {
		if len(data) > 1<<16 {
			return
		}
		articles, err := parse.Parse(reader.Source{Name: "a\x1b[31m.txt", Format: reader.Format(format & 3), Data: data})
		if err != nil {
			if !errors.Is(err, parse.ErrEmpty) && !errors.Is(err, parse.ErrBinary) && !errors.Is(err, parse.ErrOther) {
				t.Fatalf("other error: %v", err)
			}
			return
		}
		for _, a := range articles {
			checkArticle(t, a)
		}
	})
}

func checkArticle(t *testing.T, a reader.Article) {
	fields := []reader.Text{a.Title, a.Byline, a.Outlet, a.Address}
	fields = append(fields, a.Tags...)
	for _, r := range a.Repairs {
		fields = append(fields, r.Text)
	}
	for _, s := range fields {
		if got := reader.CleanLine(string(s)); got != s {
			t.Errorf("field is not clean: %q", s)
		}
	}
	if got := reader.Clean(string(a.Markdown)); got != a.Markdown {
		t.Errorf("text is not clean: %q", a.Markdown)
	}
	for _, p := range a.Kept.Passages {
		for _, s := range []reader.Text{p.Text, p.Note} {
			if got := reader.Clean(string(s)); got != s {
				t.Errorf("passage is not clean: %q", s)
			}
			noControl(t, "passage decoded twice", strings.ReplaceAll(html.UnescapeString(html.UnescapeString(string(s))), "\t", " "))
		}
	}
	if a.Title == "" {
		t.Errorf("no title for %q", a.Markdown)
	}
	checkTree(t, a.Markdown)
	p := markdown.Plain(a.Markdown)
	noControl(t, "plain text", strings.ReplaceAll(p.Text, "\t", " "))
	var b strings.Builder
	if err := rendered.Convert([]byte(a.Markdown), &b); err != nil {
		t.Fatal(err)
	}
	once := html.UnescapeString(b.String())
	noControl(t, "rendered text", once)
	noControl(t, "rendered text decoded again", html.UnescapeString(once))
	if s := p.Span(0, len(p.Text)); s.Start < 0 || s.End > len(a.Markdown) {
		t.Errorf("span %v is outside %d bytes", s, len(a.Markdown))
	}
}

// rendered is another reader of the same Markdown.
var rendered = goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote, extension.DefinitionList))

// checkTree looks for links of other schemes and for HTML.
func checkTree(t *testing.T, md reader.Text) {
	root, source := markdown.Parse(md)
	web := func(a []byte) {
		s := strings.ToLower(html.UnescapeString(string(a)))
		if !strings.HasPrefix(s, "http://") && !strings.HasPrefix(s, "https://") && !strings.HasPrefix(s, "mailto:") {
			t.Errorf("link to %q in %q", s, md)
		}
	}
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch v := n.(type) {
		case *ast.Link:
			web(v.Destination)
		case *ast.Image:
			if len(v.Destination) > 0 {
				web(v.Destination)
			}
		case *ast.AutoLink:
			if v.AutoLinkType != ast.AutoLinkEmail {
				web(v.URL(source))
			}
		case *ast.RawHTML, *ast.HTMLBlock:
			t.Errorf("HTML left in %q", md)
		}
		return ast.WalkContinue, nil
	})
}

func noControl(t *testing.T, what, s string) {
	if !utf8.ValidString(s) {
		t.Errorf("%s is not UTF-8: %q", what, s)
	}
	if i := strings.IndexFunc(s, func(r rune) bool {
		return unicode.IsControl(r) && r != '\n' || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069
	}); i >= 0 {
		t.Errorf("%s holds a control character: %q", what, s[max(0, i-20):min(len(s), i+20)])
	}
}
