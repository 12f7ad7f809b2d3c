package page

import (
	"strings"
	"sync"

	"github.com/JohannesKaufmann/html-to-markdown/v2/converter"
	"github.com/JohannesKaufmann/html-to-markdown/v2/plugin/base"
	"github.com/JohannesKaufmann/html-to-markdown/v2/plugin/commonmark"
	"github.com/JohannesKaufmann/html-to-markdown/v2/plugin/strikethrough"
	"github.com/JohannesKaufmann/html-to-markdown/v2/plugin/table"
	"golang.org/x/net/html"
)

// toMarkdown is made at the first page; it may be shared.
var toMarkdown = sync.OnceValue(func() *converter.Converter {
	return converter.NewConverter(converter.WithPlugins(
		base.NewBasePlugin(),
		commonmark.NewCommonmarkPlugin(commonmark.WithHorizontalRule("---")),
		table.NewTablePlugin(table.WithHeaderPromotion(true), table.WithSpanCellBehavior(table.SpanBehaviorEmpty)),
		strikethrough.NewStrikethroughPlugin(),
	))
})

// convert returns a tree that [rewrite] has prepared as Markdown.
func convert(root *html.Node) (string, error) {
	out, err := toMarkdown().ConvertNode(root)
	if err != nil {
		return "", err
	}
	return unmark(partLists(string(out))), nil
}

// listEnd is what the converter writes between two lists that follow one another.
const listEnd = "<!--THE END-->"

// partLists gives the second of two lists that follow one another other marks,
// by which Markdown knows that it is another list; raw HTML is kept nowhere.
func partLists(md string) string {
	if !strings.Contains(md, listEnd) {
		return md
	}
	var b strings.Builder
	prefix, parting, other, fenced := "", false, false, false
	for line := range strings.Lines(md) {
		head, rest := listPrefix(line)
		bare := strings.TrimSpace(rest)
		switch {
		case strings.HasPrefix(bare, "```"):
			fenced = !fenced
		case fenced:
		case bare == listEnd:
			parting = !parting || head != prefix || !other
			prefix, other = head, parting
			continue
		case bare == "" || !parting || strings.HasPrefix(head, prefix+" "):
		case head == prefix && itemOf(rest) > 0:
			if n := itemOf(rest); other {
				line = head + rest[:n-1] + otherMark(rest[n-1]) + rest[n:]
			}
		default:
			parting, other = false, false
		}
		b.WriteString(line)
	}
	return b.String()
}

// listPrefix cuts the blanks and the marks of quotes off the beginning of a line.
func listPrefix(line string) (head, rest string) {
	rest = strings.TrimLeft(line, " >")
	return line[:len(line)-len(rest)], rest
}

// itemOf returns the length of the mark that a line of the converter begins
// with if it is an item of a list, without the blank behind it; else 0.
func itemOf(s string) int {
	n := 0
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	if n+1 < len(s) && (n > 0 && s[n] == '.' || n == 0 && s[0] == '-') && s[n+1] == ' ' {
		return n + 1
	}
	return 0
}

// otherMark returns the mark that begins a list apart from one with mark.
func otherMark(mark byte) string {
	if mark == '-' {
		return "*"
	}
	return ")"
}

// unmark puts the Markdown that rewrite marked in its place.
func unmark(md string) string {
	md = strings.ReplaceAll(md, string(markAddress)+"`", string(markAddress))
	md = strings.ReplaceAll(md, "`"+string(markClose), string(markClose))
	return strings.NewReplacer(
		string(markNote), "[^", string(markNoteEnd), "]", string(markNoteText), "]:",
		string(markPicture), "![", string(markAddress), "](", string(markClose), ")",
		string(markAmpersand), "&", string(markStar), `\*`, string(markLeft), `\[`, string(markRight), `\]`,
	).Replace(escapeReferences(md))
}

// escapeReferences puts a backslash before the ampersands that would begin a
// character reference: the page showed those letters, not what they stand for.
func escapeReferences(md string) string {
	if !strings.ContainsRune(md, markAmpersand) {
		return md
	}
	amp := string(markAmpersand)
	var b strings.Builder
	for {
		i := strings.Index(md, amp)
		if i < 0 {
			b.WriteString(md)
			return b.String()
		}
		b.WriteString(md[:i])
		md = md[i+len(amp):]
		end := strings.IndexByte(md[:min(len(md), 34)], ';')
		if end > 0 && !strings.ContainsAny(md[:end], " \n") {
			b.WriteByte('\\')
		}
		b.WriteByte('&')
	}
}
