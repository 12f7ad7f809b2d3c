package markdown_test

import (
	"strings"
	"testing"

	"offprint/reader"
	"offprint/reader/markdown"
)

func TestPlain(t *testing.T) {
	t.Parallel()
	md := reader.Text("# A *title*\n\nOne line\nand **bold&mdash;text** \\*here\\* with `a*b`, [a link](http://x.example/) and <http://y.example>.  \nNext.[^n]\n\n" +
		"> Quoted &nGg; words\n\n- item one\n- [x] item two\n\n![A *caption* / AP](p.jpg)\n\n| a | b\\|c |\n|---|---|\n| 1 | `x\\|y` |\n\n[^n]: The note.\n\n```go\nx := 1\n\ny\n```\n\nTerm\n: Meaning\n\nwww.example.org is bare")
	p := markdown.Plain(md)
	want := []struct {
		kind reader.BlockKind
		text string
	}{
		{reader.BlockHeading, "A title"},
		{reader.BlockParagraph, "One line and bold—text *here* with a*b, a link and http://y.example.\nNext."},
		{reader.BlockQuotation, "Quoted ⋙̸ words"},
		{reader.BlockListItem, "item one"},
		{reader.BlockListItem, "item two"},
		{reader.BlockCaption, "A caption / AP"},
		{reader.BlockTable, "a\tb|c"},
		{reader.BlockTable, "1\tx|y"},
		{reader.BlockFootnote, "The note."},
		{reader.BlockCode, "x := 1\n\ny\n"},
		{reader.BlockListItem, "Term"},
		{reader.BlockListItem, "Meaning"},
		{reader.BlockParagraph, "www.example.org is bare"},
	}
	for i, b := range p.Blocks {
		if i >= len(want) {
			t.Fatalf("block %d too many: %q", i, p.Text[b.Start:b.End])
		}
		if got := p.Text[b.Start:b.End]; got != want[i].text || b.Kind != want[i].kind {
			t.Errorf("block %d: got %d %q, want %d %q", i, b.Kind, got, want[i].kind, want[i].text)
		}
	}
	if len(p.Blocks) != len(want) {
		t.Errorf("got %d blocks, want %d", len(p.Blocks), len(want))
	}
	for _, c := range []struct{ plain, source string }{
		{"bold—text", "bold&mdash;text"},
		{"—", "&mdash;"},
		{"*here*", "\\*here\\*"},
		{"line and bold", "line\nand **bold"},
		{"x|y", "x\\|y"},
		{"y.example", "y.example"},
		{"⋙", "&nGg;"},
	} {
		at := strings.Index(p.Text, c.plain)
		s := p.Span(at, at+len(c.plain))
		if got := string(md.Slice(s)); got != c.source {
			t.Errorf("source of %q: got %q, want %q", c.plain, got, c.source)
		}
		if start, end, ok := p.Range(s); !ok || start > at || end < at+len(c.plain) {
			t.Errorf("range of the source of %q: got %d-%d %v, want %d-%d", c.plain, start, end, ok, at, at+len(c.plain))
		}
	}
}

// TestPlayed: a paragraph that only leads to a film is no text of the article.
func TestPlayed(t *testing.T) {
	t.Parallel()
	for md, want := range map[string]reader.BlockKind{
		"[▶ films.example.org](https://films.example.org/1)":           reader.BlockCaption,
		"[▶ films.example.org](https://films.example.org/1) shows it.": reader.BlockParagraph,
		"[films.example.org](https://films.example.org/1)":             reader.BlockParagraph,
		"![The pier](pier.jpg)":                                        reader.BlockCaption,
	} {
		p := markdown.Plain(reader.Text(md))
		if len(p.Blocks) != 1 || p.Blocks[0].Kind != want {
			t.Errorf("%q: got %v, want one block of kind %d", md, p.Blocks, want)
		}
	}
}

// TestReference: references are decoded as HTML has them, and safely.
func TestReference(t *testing.T) {
	t.Parallel()
	for source, want := range map[string]string{
		"&amp; more": "&", "&mdash;": "—", "&#8212;": "—", "&#x2014;": "—", "&#X2014;x": "—", "&#27;": "␛", "&#x1b;[31m": "␛", "&#0;": "\ufffd",
		"&#xd800;": "\ufffd", "&#1114112;": "\ufffd", "&shy;": "", "&#10;": "\n", "&CounterClockwiseContourIntegral;": "∳",
	} {
		if got, n := markdown.Reference([]byte(source)); string(got) != want || n != strings.IndexByte(source, ';')+1 {
			t.Errorf("%s: got %q, %d bytes, want %q", source, got, n, want)
		}
	}
	for _, source := range []string{"&", "&;", "&amp", "&no such;", "&nosuch;", "&#;", "&#x;", "&#12345678;", "&#x1234567;", "&#-5;", "&#+5;", "&" + strings.Repeat("a", 40) + ";"} {
		if got, n := markdown.Reference([]byte(source)); n != 0 || got != "" {
			t.Errorf("%s: got %q, %d bytes, want none", source, got, n)
		}
	}
}
