package frame

import (
	"strings"

	"offprint/reader"
	"offprint/reader/clean"
	"offprint/reader/parse/phrase"
)

// How far from the beginning the title is looked for behind what a site has
// above it, in blocks, and how much of that there is in a line, in words.
const (
	siteBlocks = 12
	siteLine   = 6
	menuLine   = 4
	topLine    = 15 // where all of it is one block
	menuItems  = 3  // at least
	longTitle  = 4  // as few words as the name of a site seldom has
)

// dropSiteHead drops what stands above the title in the text of a whole page:
// the name of the site, its menu, the line that skips both. It must be plain
// that there is one, and the title be told by the byline or date below it.
func dropSiteHead(blocks []clean.Block, notes *clean.Notes) []clean.Block {
	if notes.AsIs {
		return blocks
	}
	blocks = lineByLine(blocks)
	framed := false
	for i := 0; i < min(len(blocks)-1, siteBlocks); i++ {
		b := &blocks[i]
		if framed && setIn(b) {
			b.Kind = clean.Prose
		}
		switch {
		case framed && titleOf(blocks[i:]) != "" && tells(blocks[i+1].Lines[0]):
			if above := &blocks[i-1]; above.Kind == clean.Prose && len(strings.Fields(above.Lines[0])) >= longTitle && phrase.FullName(strings.TrimSpace(b.Lines[0])) {
				b.Lines[0] = "By " + strings.TrimSpace(b.Lines[0]) // who wrote what stands above
				i--
			}
			for _, above := range blocks[:i] {
				notes.Add(reader.RepairNavigation, above.Text())
			}
			return blocks[i:]
		case menu(b), skips(b):
			framed = true
		case b.Kind != clean.Prose && b.Kind != clean.Rule || !shortLines(b, siteLine):
			return blocks
		}
	}
	return blocks
}

// lineByLine makes a block of each line of the first one, if that is the whole
// top of a page, as it is copied.
func lineByLine(blocks []clean.Block) []clean.Block {
	if len(blocks) == 0 || !skips(&blocks[0]) || len(blocks[0].Lines) == 1 || len(blocks[0].Lines) > siteBlocks || !shortLines(&blocks[0], topLine) {
		return blocks
	}
	var out []clean.Block
	for _, line := range blocks[0].Lines {
		out = append(out, clean.Block{Kind: clean.Prose, Lines: []string{line}})
	}
	return append(out, blocks[1:]...)
}

// skips reports whether a block begins with the line by which a page's top is skipped.
func skips(b *clean.Block) bool {
	return b.Kind == clean.Prose && strings.HasPrefix(strings.ToLower(b.Lines[0]), "skip to ")
}

// setIn reports whether a line is no item of the menu above it, but set in as
// Firefox sets headings in where it saves a page as text.
func setIn(b *clean.Block) bool {
	line := strings.TrimLeft(b.Lines[0], " ")
	return b.Kind == clean.List && len(b.Lines) == 1 && line == strings.TrimLeft(line, "-*+•0123456789")
}

// tells reports whether a line says who wrote a text, or when.
func tells(line string) bool {
	var probe Found
	return BylineOf(line, &probe) || dateLine(line, &probe) || whoAndWhen(line, &probe)
}

// menu reports whether a block is a list of a few words each, as sites have
// their sections.
func menu(b *clean.Block) bool {
	dotted := strings.HasPrefix(strings.TrimLeft(b.Lines[0], " "), "•")
	return (b.Kind == clean.List || dotted) && len(b.Lines) >= menuItems && shortLines(b, menuLine)
}

// shortLines reports whether no line of a block has more than so many words, or
// ends as a sentence does. Addresses behind the words of a link do not count.
func shortLines(b *clean.Block, most int) bool {
	for _, line := range b.Lines {
		line, _, _ = strings.Cut(line, " <")
		line = strings.TrimLeft(line, " -*+•")
		if len(strings.Fields(line)) > most || phrase.EndsSentence(line) {
			return false
		}
	}
	return true
}
