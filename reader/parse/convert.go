package parse

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
	return unmark(string(out)), nil
}

// unmark puts the Markdown that rewrite marked in its place.
func unmark(md string) string {
	md = strings.ReplaceAll(md, string(markAddress)+"`", string(markAddress))
	md = strings.ReplaceAll(md, "`"+string(markClose), string(markClose))
	return strings.NewReplacer(
		string(markNote), "[^", string(markNoteEnd), "]", string(markNoteText), "]:",
		string(markPicture), "![", string(markAddress), "](", string(markClose), ")",
		string(markAmpersand), "&",
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
