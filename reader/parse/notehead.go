package parse

import (
	"strings"

	"offprint/reader"
	"offprint/reader/clean"
	"offprint/reader/parse/date"
	"offprint/reader/parse/frame"
	"offprint/reader/parse/phrase"
)

// What programs that clip pages into notes write above their text: a title in
// the manner of pandoc, a heading instead of a title, what they found of the
// page as a list or as a quote.

// percentLines are the lines of a title as pandoc has it: title, authors, date.
const percentLines = 3

// percentHead takes the lines with % at the beginning of a text, and returns
// what is behind them.
func percentHead(text string, f *frame.Found) string {
	rest := text
	var lines []string
	for len(lines) < percentLines && strings.HasPrefix(rest, "%") && !strings.HasPrefix(rest, "%%") {
		line, behind, _ := strings.Cut(rest, "\n")
		lines, rest = append(lines, strings.TrimSpace(line[1:])), behind
	}
	if len(lines) == 0 || lines[0] == "" || strings.TrimSpace(rest) == "" || !strings.HasPrefix(strings.TrimLeft(rest, " \r"), "\n") {
		return text
	}
	f.Title = phrase.StripMarks(lines[0])
	if len(lines) > 1 {
		f.Byline = phrase.Byline(phrase.StripMarks(lines[1]))
	}
	if len(lines) > 2 {
		f.Published, _ = date.Parse(lines[2], true)
	}
	return rest
}

// orgHead takes the lines with which a text of Org mode begins, #+TITLE: and
// its like, and returns what is behind them.
func orgHead(text string, f *frame.Found) string {
	rest, known := text, map[string]any{}
	for strings.HasPrefix(rest, "#+") {
		line, behind, _ := strings.Cut(rest, "\n")
		if key, value, ok := strings.Cut(line[2:], ":"); ok {
			known[strings.ToLower(key)] = strings.Trim(strings.TrimSpace(value), "<>[]")
		}
		rest = behind
	}
	if firstOf(known, "title") == "" || strings.TrimSpace(rest) == "" {
		return text
	}
	takeKeys(f, known)
	return rest
}

// keyedHead takes the lines in which Notion and Logseq tell what they know of a
// page, above its text or below its title, if the page's address is among them.
func keyedHead(blocks []clean.Block, f *frame.Found) []clean.Block {
	for i := 0; i < min(2, len(blocks)-1); i++ {
		b := &blocks[i]
		if b.Kind != clean.Prose || len(b.Lines) < 2 || len(b.Lines) > keyedMost {
			continue
		}
		known := map[string]any{}
		for _, line := range b.Lines {
			key, value, ok := strings.Cut(line, ":")
			if !ok || len(key) > keyMost || strings.Contains(key, "  ") {
				return blocks
			}
			known[strings.ToLower(strings.TrimSpace(key))] = phrase.StripMarks(strings.TrimSpace(strings.TrimLeft(value, ":")))
		}
		address := firstAddress(known, "url", "source", "link")
		if address == "" {
			return blocks
		}
		known["source"] = address // so that the page was created when it was clipped
		takeKeys(f, known)
		return append(blocks[:i:i], blocks[i+1:]...)
	}
	return blocks
}

// How long the name of a field is at most, in bytes, and how many fields there are.
const (
	keyMost   = 24
	keyedMost = 40
)

// titleAbove takes the heading of the first rank that a note without a title begins with.
func titleAbove(blocks []clean.Block, f *frame.Found) []clean.Block {
	if f.Title != "" || len(blocks) < 2 || blocks[0].Kind != clean.Heading {
		return blocks
	}
	if lines := blocks[0].Lines; strings.HasPrefix(lines[0], "# ") || len(lines) == 2 && strings.HasPrefix(lines[1], "=") {
		f.Title = phrase.StripMarks(lines[0])
		return blocks[1:]
	}
	return blocks
}

// dropExcerpt takes the quote that MarkDownload puts above a text for what the
// page says of itself, with the line below it.
func dropExcerpt(blocks []clean.Block, f *frame.Found, notes *clean.Notes) []clean.Block {
	if notes.AsIs || len(blocks) < 2 || blocks[0].Kind != clean.Quote || strings.Trim(blocks[0].Lines[0], "># ") != "Excerpt" {
		return blocks
	}
	var said []string
	for _, l := range blocks[0].Lines[1:] {
		said = append(said, strings.TrimLeft(l, "> "))
	}
	f.Description = phrase.FirstFilled(f.Description, strings.TrimSpace(strings.Join(said, "\n")))
	notes.Add(reader.RepairNavigation, blocks[0].Text())
	if blocks = blocks[1:]; blocks[0].Kind == clean.Rule {
		blocks = blocks[1:]
	}
	return blocks
}

// noteReach is how far from the beginning of a note the list stands of what is
// known of its page, in blocks.
const noteReach = 4

// listedHead takes the list below the heading Metadata, as Readwise writes it
// into notes: Author: Jane Roe.
func listedHead(blocks []clean.Block, f *frame.Found) []clean.Block {
	for i := 0; i+2 < len(blocks) && i < noteReach; i++ {
		if blocks[i].Kind != clean.Heading || blocks[i+1].Kind != clean.List || frame.HeadingLine(&blocks[i]) != "metadata" {
			continue
		}
		probe := *f
		for _, line := range blocks[i+1].Lines {
			key, value, ok := strings.Cut(strings.TrimLeft(line, "-*+ "), ":")
			if !ok {
				return blocks
			}
			value = phrase.StripMarks(strings.TrimSpace(value))
			switch strings.ToLower(strings.Trim(key, "*_ ")) {
			case "author", "authors":
				probe.Byline = phrase.FirstFilled(probe.Byline, phrase.Byline(value))
			case "url", "source":
				probe.Address = phrase.FirstFilled(probe.Address, phrase.WebAddress(value))
			case "published", "published date", "publish date":
				if t, ok := date.Parse(value, true); ok && probe.Published.IsZero() {
					probe.Published = t
				}
			}
		}
		if probe.Address == "" {
			return blocks
		}
		*f = probe
		rest := append([]clean.Block{}, blocks[:i]...)
		if blocks = blocks[i+2:]; len(blocks) > 1 && frame.HeadingLine(&blocks[0]) == "full document" {
			blocks = blocks[1:]
		}
		return append(rest, blocks...)
	}
	return blocks
}
