package parse

import (
	"strings"

	"offprint/reader"
	"offprint/reader/clean"
	"offprint/reader/markdown"
)

// plainFile reads a text that need not be Markdown, though parts of it may be.
func plainFile(text string, notes *clean.Notes) reader.Article {
	var f found
	blocks := clean.Split(string(reader.Clean(text)), false)
	blocks = clean.Mend(blocks, true, notes)
	blocks = takeTail(takeHead(blocks, &f, notes), &f, notes)
	blocks = clean.DropNavigation(blocks, notes)
	words := clean.WordsFor(blocks)
	blocks = clean.Unwrap(blocks, words, notes)
	blocks = clean.PartSentences(blocks, notes)
	blocks = clean.JoinParagraphs(blocks, isCaption, words, notes)
	blocks = clean.Escape(blocks, notes)
	return f.article(blocks, notes)
}

// markdownFile reads Markdown with or without front matter.
func markdownFile(text string, notes *clean.Notes) reader.Article {
	front, kind, body := cutFrontMatter(text)
	var f found
	readFrontMatter(front, kind, &f)
	blocks := clean.Split(string(reader.Clean(body)), true)
	blocks = clean.Mend(blocks, false, notes)
	if front == "" {
		blocks = takeTail(takeHead(blocks, &f, notes), &f, notes)
		blocks = clean.DropNavigation(blocks, notes)
	} else {
		blocks = dropTitle(blocks, f.title)
	}
	blocks = clean.JoinParagraphs(blocks, isCaption, clean.WordsFor(blocks), notes)
	return f.article(blocks, notes)
}

// dropTitle drops a first heading that only repeats the title.
func dropTitle(blocks []clean.Block, title string) []clean.Block {
	if len(blocks) > 0 && blocks[0].Kind == clean.Heading && stripMarks(blocks[0].Lines[0]) == title {
		return blocks[1:]
	}
	return blocks
}

// isCaption reports whether the block is a caption among the text.
func isCaption(b *clean.Block) bool { return len(b.Lines) == 1 && captionLine(b.Lines[0]) }

// picture returns a stand-alone picture of that caption.
func picture(caption string) string {
	return "![" + strings.NewReplacer("[", `\[`, "]", `\]`).Replace(strings.TrimSpace(caption)) + "]()"
}

// article puts together what was found and the body.
func (f *found) article(blocks []clean.Block, notes *clean.Notes) reader.Article {
	var head []clean.Block
	for _, c := range f.captions {
		head = append(head, clean.Block{Kind: clean.Picture, Lines: []string{picture(c)}})
	}
	a := reader.Article{
		Title:     reader.CleanLine(f.title),
		Byline:    reader.CleanLine(f.byline),
		Published: f.published,
		Address:   reader.CleanLine(f.address),
		Outlet:    reader.CleanLine(f.outlet),
		Markdown:  body(clean.Join(append(head, blocks...)), notes),
	}
	if a.Outlet == "" {
		a.Outlet = reader.CleanLine(outletOf(f.address))
	}
	for _, t := range f.tags {
		if t := reader.CleanLine(t); t != "" {
			a.Tags = append(a.Tags, t)
		}
	}
	a.Language = languageOf(f.language, a.Markdown)
	return a
}

// body makes the text of the article safe: nesting within bounds, nothing in
// it that a reader of Markdown would decode to a control character.
func body(md string, notes *clean.Notes) reader.Text {
	md, cut := markdown.Limit(md)
	if cut {
		notes.Add(reader.RepairDepth, "deep nesting was flattened")
	}
	return reader.Clean(md)
}

// inlineText returns the words of a line of Markdown.
func inlineText(line string) string {
	p := markdown.Plain(reader.Clean(line))
	return strings.Join(strings.Fields(p.Text), " ")
}
