package markdown_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"offprint/reader"
	"offprint/reader/markdown"
)

// FuzzPlain: whatever the text, the plain text holds no control character,
// its blocks follow each other, every character of it has a source within the
// text, that is the same character wherever the two are equally long, and
// going there and back covers it again.
func FuzzPlain(f *testing.F) {
	for _, s := range []string{
		"# A\n\n> q\n> - x\n\n1. a\n\n   b\n", "a&nGg;b &#27; &#x1b;[31m &amp;#27;", "![a\nb](x)\n",
		"| a | `\\|\\|` | \n|-|-|\n| [^1] | **x |\n\n[^1]: y\n[^2]: z", "x<br>y<b>z</b>\n\n<div>\nq\n</div>",
		"`a\nb` http://a.b/c?d=e_f_g www.a.bc\\&amp;\\\\", "a  \nb\\\nc", "a\n: b\n\n: c", "\ta\tb\n-\tc\n\n\td", "[a]: b\n[a]",
		"日本**語(x)**は", "- [ ] [x](y)", "~~&**#27;**~~",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		md, _ := markdown.Limit(string(reader.Clean(s)))
		checkPlain(t, reader.Clean(md))
	})
}

func checkPlain(t *testing.T, md reader.Text) {
	p := markdown.Plain(md)
	if !utf8.ValidString(p.Text) && utf8.ValidString(string(md)) {
		t.Errorf("not UTF-8: %q", p.Text)
	}
	if i := strings.IndexFunc(p.Text, func(r rune) bool { return unicode.IsControl(r) && r != '\n' && r != '\t' }); i >= 0 {
		t.Errorf("control character at %d of %q", i, p.Text)
	}
	end := 0
	for i, b := range p.Blocks {
		if b.Start >= b.End || b.Start < end || i > 0 && p.Text[end:b.Start] != "\n\n" {
			t.Fatalf("block %d: %+v after %d in %q", i, b, end, p.Text)
		}
		end = b.End
	}
	if end != len(p.Text) {
		t.Errorf("text goes on after the last block: %q", p.Text[end:])
	}
	for i, r := range p.Text {
		n := utf8.RuneLen(r)
		span := p.Span(i, i+n)
		if span.Start < 0 || span.End > len(md) || span.End < span.Start {
			t.Fatalf("span %+v of byte %d is outside the text", span, i)
		}
		if span.Empty() {
			continue
		}
		if span.Len() == n && string(md)[span.Start:span.End] != p.Text[i:i+n] {
			t.Fatalf("byte %d is %q, its source %q", i, p.Text[i:i+n], string(md)[span.Start:span.End])
		}
		start, stop, ok := p.Range(span)
		if !ok || start > i || stop < i+n {
			t.Fatalf("range of %+v is %d-%d, %v, want it to hold %d-%d", span, start, stop, ok, i, i+n)
		}
	}
}

// BenchmarkPlain guards the opening and adding of articles: an article of 600
// words within 0.3 ms.
func BenchmarkPlain(b *testing.B) {
	md := reader.Text(strings.Repeat("The *minister* said on Friday that \"nothing\" had been decided about [the plan](https://example.org/plan).\n\n", 40))
	b.SetBytes(int64(len(md)))
	for b.Loop() {
		markdown.Plain(md)
	}
}
