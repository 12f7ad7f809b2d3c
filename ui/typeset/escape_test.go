package typeset

import (
	"context"
	"strconv"
	"strings"
	"testing"

	"offprint/reader"
	"offprint/ui/theme"
)

// payloads are sequences that make a terminal do something.
var payloads = []string{
	"\x1b]52;c;aGk=\a", "\x1b]0;title\a", "\x1b]0;title\x1b\\", "\x1b[2J", "\x1b[31m", "\x1b[?1049h", "\x1b[?1000h", "\x1bc",
	"\x1bP1$r\x1b\\", "\x1b_Gi=1\x1b\\", "\x1b^pm\x1b\\", "\x1bXsos\x1b\\", "\u009b31m", "\u009d0;t\u009c", "\u0090q\u009c",
	"\x1b]8;;file:///etc/passwd\ax", "\x1b]8;;7\ax", "\x1b[6n", "\x1b]9;7;x\a", "\r\x1b[Aover", "\x0e\x0f", "\x7f\x08", "a\u202eb\u2066c",
	"e" + strings.Repeat("\u0301", 40), "\x1b]8;;" + strings.Repeat("x", 60), "\x1b",
}

// places are where a payload stands in Markdown: § is the payload.
var places = []string{
	"a § b", "# §", "§\n===", "*§*", "**§**", "~~§~~", "~~&**§**~~", "`§`", "- §", "1. §", "- [ ] §", "> §", "> - §",
	"| § | b |\n|---|---|\n| § | `§` |", "|a|\n|-|\n|**§**|", "[§](http://example.org/)", "[a](http://example.org/§)", "[a](<http://example.org/§>)",
	"[a](http://example.org/ \"§\")", "[a][r]\n\n[r]: http://example.org/§ '§'", "![§](x.png)", "![a](http://example.org/§)", "<http://example.org/§>",
	"http://example.org/§", "<a§@example.org>", "```§\n§\n```", "```go\nx := \"§\" // §\n```", "    §", "<div>§</div>", "a <b>§</b> <!-- § -->",
	"a[^1]\n\n[^1]: §", "a[^§]\n\n[^§]: b", "Term §\n: §", "a  \n§\\\nb", "\\§", "&§;",
}

// encodings write a payload so that it becomes one after some decoding.
var encodings = map[string]func(string) string{
	"raw": func(s string) string { return s },
	"decimal": func(s string) string {
		return each(s, func(r rune) string { return "&#" + strconv.Itoa(int(r)) + ";" })
	},
	"hexadecimal": func(s string) string {
		return each(s, func(r rune) string { return "&#x" + strconv.FormatInt(int64(r), 16) + ";" })
	},
	"twice": func(s string) string {
		return each(s, func(r rune) string { return "&amp;#" + strconv.Itoa(int(r)) + ";" })
	},
	"split": func(s string) string {
		return each(s, func(r rune) string { return "&**#" + strconv.Itoa(int(r)) + ";**" })
	},
}

// each encodes the characters of s that are not plain.
func each(s string, encode func(rune) string) string {
	var b strings.Builder
	for _, r := range s {
		if r >= ' ' && r < 0x7f {
			b.WriteRune(r)
		} else {
			b.WriteString(encode(r))
		}
	}
	return b.String()
}

// TestNoPayloadReachesTheTerminal: no payload, at any place of Markdown and in
// any encoding, leaves anything but text, our colours and safe links.
func TestNoPayloadReachesTheTerminal(t *testing.T) {
	t.Parallel()
	style := article(theme.Dark)
	for name, encode := range encodings {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			for i, payload := range payloads {
				if testing.Short() && i%5 != 0 {
					continue
				}
				for _, place := range places {
					text := reader.Clean(strings.ReplaceAll(place, "§", encode(payload)))
					for _, width := range []int{70, 20} {
						p := Set(context.Background(), text, Options{Width: width, Style: style})
						for l := range LineNo(p.Len()) {
							checkHarmless(t, p.Paint(l, nil, width))
							checkHarmless(t, p.LineText(l))
						}
						if got := p.Text(reader.Span{End: len(text)}); got != reader.Clean(string(got)) {
							t.Fatalf("copied text %q", got)
						}
						for _, k := range p.Links() {
							checkHarmless(t, string(k.Address))
						}
						for _, h := range p.Headings() {
							checkHarmless(t, string(h.Text))
						}
					}
				}
			}
		})
	}
}

// TestHostileStyleFile: a style file's own strings are no way to the terminal
// either, and the text comes through it whole.
func TestHostileStyleFile(t *testing.T) {
	t.Parallel()
	nasty := `"prefix":"\u001b]52;c;aGk=\u0007<","suffix":">\u001b]8;;1\u0007\u009b2J","block_prefix":"\r\n\u001b[2J"`
	for _, config := range []string{
		`{"document":{` + nasty + `,"margin":9,"indent":3},"paragraph":{` + nasty + `,"indent":2},"heading":{` + nasty + `}}`,
		`{"text":{` + nasty + `},"strong":{` + nasty + `,"upper":true},"emph":{"format":"\u001b]0;{{.text}}\u0007"}}`,
		`{"code":{` + nasty + `},"code_block":{` + nasty + `,"margin":4},"table":{` + nasty + `,"column_separator":"\u001b[2J","row_separator":"\n","center_separator":"\u0007"}}`,
		`{"text":{"format":"{{.nothing"},"item":{"block_prefix":"\u001b[2J* "},"task":{"ticked":"\n\n","unticked":"\u0007"},"enumeration":{"block_prefix":"\t)"}}`,
		`{"code_block":{"theme":"no such theme"},"strikethrough":{"title":true,"lower":true},"h1":{"upper":true,"format":"x"}}`,
	} {
		c, err := theme.TextStyle([]byte(config))
		if err != nil {
			t.Fatal(err)
		}
		style := *article(theme.Dark)
		style.Glamour = c
		for _, width := range []int{60, 17} {
			p := Set(context.Background(), clean, Options{Width: width, Style: &style})
			for l := range LineNo(p.Len()) {
				line := p.Paint(l, nil, width)
				checkHarmless(t, line)
				if got := p.LineWidth(l); got > width {
					t.Fatalf("line %d has %d cells of %d: %q", l, got, width, line)
				}
			}
			for _, word := range []string{"minister", "decided", "struck", "println", "Alma", "emphasis"} {
				s := span(t, clean, word)
				if l, _, ok := p.Find(s.Start); !ok || !p.has(l) {
					t.Errorf("%s: %q has no place", config, word)
				}
			}
		}
	}
}
