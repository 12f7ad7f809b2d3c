package parse

import (
	"bytes"
	"strings"

	"codeberg.org/readeck/go-readability/v2"
	"github.com/JohannesKaufmann/html-to-markdown/v2/converter"
	"github.com/JohannesKaufmann/html-to-markdown/v2/plugin/base"
	"github.com/JohannesKaufmann/html-to-markdown/v2/plugin/commonmark"
	"github.com/JohannesKaufmann/html-to-markdown/v2/plugin/strikethrough"
	"github.com/JohannesKaufmann/html-to-markdown/v2/plugin/table"
	"golang.org/x/net/html"

	"offprint/reader"
	"offprint/reader/clean"
)

// page reads a saved HTML page.
func page(text string, notes *clean.Notes) reader.Article {
	doc, err := html.Parse(strings.NewReader(text))
	if err != nil {
		return tokensOnly(text, notes)
	}
	var f found
	art, err := readability.FromDocument(doc, nil)
	if err != nil || art.Node == nil {
		return tokensOnly(text, notes)
	}
	f.title, f.byline, f.outlet, f.language = art.Title(), art.Byline(), art.SiteName(), art.Language()
	if t, err := art.PublishedTime(); err == nil {
		f.published = t
	}
	conv := converter.NewConverter(converter.WithPlugins(base.NewBasePlugin(), commonmark.NewCommonmarkPlugin(), table.NewTablePlugin(table.WithHeaderPromotion(true)), strikethrough.NewStrikethroughPlugin()))
	md, err := conv.ConvertNode(art.Node)
	if err != nil {
		return tokensOnly(text, notes)
	}
	blocks := clean.Split(string(reader.Clean(string(bytes.TrimSpace(md)))), true)
	blocks = clean.Mend(blocks, false, notes)
	return f.article(blocks, notes)
}

// tokensOnly keeps the words of a page that cannot be read as a tree.
func tokensOnly(text string, notes *clean.Notes) reader.Article {
	var b strings.Builder
	z := html.NewTokenizer(strings.NewReader(text))
	skip := 0
	for {
		switch z.Next() {
		case html.ErrorToken:
			notes.Add(reader.RepairMarkup, "the page's structure is broken; its words were kept")
			return plainFile(b.String(), notes)
		case html.TextToken:
			if skip == 0 {
				b.WriteString(z.Token().Data)
			}
		case html.StartTagToken:
			name, _ := z.TagName()
			switch string(name) {
			case "script", "style", "noscript", "svg", "template":
				skip++
			case "p", "div", "h1", "h2", "h3", "h4", "li", "tr", "article", "section", "blockquote", "br", "ul", "ol":
				b.WriteString("\n\n")
			}
		case html.EndTagToken:
			name, _ := z.TagName()
			switch string(name) {
			case "script", "style", "noscript", "svg", "template":
				skip = max(0, skip-1)
			}
		}
	}
}
