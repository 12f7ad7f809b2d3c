package parse

import (
	"slices"
	"strings"

	"offprint/reader"
	"offprint/reader/clean"
	"offprint/reader/markdown"
)

// plainFile reads a text that need not be Markdown, though parts of it may be.
func plainFile(text string, notes *clean.Notes) reader.Article {
	var f found
	text = orgHead(text, &f)
	blocks := clean.Split(string(reader.Clean(text)), false)
	if holdsHTML(text) {
		blocks = readableMarkup(blocks, notes)
	}
	blocks = ofText(clean.Mend(clean.Columns(blocks), true, notes), &f, notes)
	words := clean.WordsFor(blocks)
	blocks = clean.Unwrap(blocks, words, notes)
	blocks = clean.PartSentences(blocks, notes)
	blocks = clean.JoinParagraphs(blocks, f.title, isCaption, words, notes)
	blocks = clean.Escape(blocks, notes)
	f.opening(text)
	return f.article(blocks, notes)
}

// holdsHTML reports whether a text holds the tags of a page, and not only
// angle brackets: several of the commonest, some of them closed.
func holdsHTML(text string) bool {
	n := 0
	for _, tag := range []string{"<p>", "</p>", "<br", "<b>", "</b>", "<i>", "</i>", "<em>", "</em>", "<strong>", "</strong>", "</a>", "<div", "</div>", "<span", "</span>", "<li>", "</li>"} {
		n += min(3, strings.Count(text, tag))
	}
	return n >= 4
}

// markdownFile reads Markdown with or without front matter.
func markdownFile(text string, notes *clean.Notes) reader.Article {
	front, kind, body := cutFrontMatter(text)
	var f found
	readFrontMatter(front, kind, &f)
	if front == "" {
		body = percentHead(body, &f)
	}
	for _, s := range []*string{&f.title, &f.byline, &f.outlet} {
		*s = clean.Entities(*s, notes)
	}
	if title, site := cutSite(f.title, outletOf(f.address)); site != "" {
		f.title, f.outlet = title, firstFilled(f.outlet, site)
	}
	blocks := readableMarkup(clean.Split(string(reader.Clean(body)), true), notes)
	blocks = clean.Mend(blocks, false, notes)
	blocks = clean.WikiLinks(blocks, notes)
	f.marked = clean.Marks(blocks, notes)
	if front == "" {
		blocks = ofText(keyedHead(listedHead(blocks, &f), &f), &f, notes)
	} else {
		blocks = dropExcerpt(dropTitle(titleAbove(blocks, &f), f.title), &f, notes)
	}
	blocks = clean.JoinParagraphs(blocks, f.title, isCaption, clean.WordsFor(blocks), notes)
	clipped := len(blocks) > 0 || webAddress(f.address) == ""
	if !clipped { // only the address was
		blocks = description(f.description, f.address, notes)
	}
	a := f.article(blocks, notes)
	a.Stub = !clipped
	return a
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
	return "![" + strings.NewReplacer(`\[`, `\[`, `\]`, `\]`, "[", `\[`, "]", `\]`).Replace(escapeAngles(strings.TrimSpace(caption))) + "]()"
}

// field makes a text of one line safe, even where it is decoded once more.
func field(s string) reader.Text { return reader.CleanLine(safeReferences(s)) }

// The limits of the tags of one article.
const (
	maxTags = 100
	tagSize = 200 // bytes
)

// fields makes tags safe. Each is told once.
func fields(tags []string) []reader.Text {
	var out []reader.Text
	for _, t := range tags[:min(len(tags), maxTags)] {
		if len(t) > tagSize {
			t = strings.ToValidUTF8(t[:tagSize], "")
		}
		if t := field(t); t != "" && !slices.ContainsFunc(out, func(u reader.Text) bool { return strings.EqualFold(string(u), string(t)) }) {
			out = append(out, t)
		}
	}
	return out
}

// inlineText returns the words of a line of Markdown.
func inlineText(line string) string {
	line, _ = markdown.Limit(line)
	p := markdown.Plain(reader.Clean(line))
	return strings.Join(strings.Fields(p.Text), " ")
}
