package parse

import (
	"strings"

	"offprint/reader"
	"offprint/reader/clean"
	"offprint/reader/parse/frame"
	"offprint/reader/parse/page"
	"offprint/reader/parse/phrase"
)

// plainFile reads a text that need not be Markdown, though parts of it may be.
func plainFile(text string, notes *clean.Notes) reader.Article {
	var f frame.Found
	text = orgHead(text, &f)
	blocks := clean.Split(string(reader.Clean(text)), false)
	if holdsHTML(text) {
		blocks = readableMarkup(blocks, notes)
	}
	blocks = frame.FromText(clean.Mend(clean.Columns(blocks), true, notes), &f, notes)
	words := clean.WordsFor(blocks)
	blocks = clean.Unwrap(blocks, words, notes)
	blocks = clean.PartSentences(blocks, notes)
	blocks = clean.JoinParagraphs(blocks, f.Title, frame.IsCaption, words, notes)
	blocks = clean.Escape(blocks, notes)
	f.Open(text)
	return f.Article(blocks, notes)
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
	var f frame.Found
	readFrontMatter(front, kind, &f)
	if front == "" {
		body = percentHead(body, &f)
	}
	for _, s := range []*string{&f.Title, &f.Byline, &f.Outlet} {
		*s = clean.Entities(*s, notes)
	}
	if title, site := phrase.CutSite(f.Title, phrase.Host(f.Address)); site != "" {
		f.Title, f.Outlet = title, phrase.FirstFilled(f.Outlet, site)
	}
	blocks := readableMarkup(clean.Split(string(reader.Clean(body)), true), notes)
	blocks = clean.Mend(blocks, false, notes)
	blocks = clean.WikiLinks(blocks, notes)
	f.Marked = clean.Marks(blocks, notes)
	if front == "" {
		blocks = frame.FromText(keyedHead(listedHead(blocks, &f), &f), &f, notes)
	} else {
		blocks = dropExcerpt(dropTitle(titleAbove(blocks, &f), f.Title), &f, notes)
	}
	blocks = clean.JoinParagraphs(blocks, f.Title, frame.IsCaption, clean.WordsFor(blocks), notes)
	clipped := len(blocks) > 0 || phrase.WebAddress(f.Address) == ""
	if !clipped { // only the address was
		blocks = page.Description(f.Description, f.Address, notes)
	}
	a := f.Article(blocks, notes)
	a.Stub = !clipped
	return a
}

// dropTitle drops a first heading that only repeats the title.
func dropTitle(blocks []clean.Block, title string) []clean.Block {
	if len(blocks) > 0 && blocks[0].Kind == clean.Heading && phrase.StripMarks(blocks[0].Lines[0]) == title {
		return blocks[1:]
	}
	return blocks
}
