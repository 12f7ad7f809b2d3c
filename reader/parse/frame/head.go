package frame

import (
	"strings"
	"time"
	"unicode/utf8"

	"offprint/reader"
	"offprint/reader/clean"
	"offprint/reader/parse/phrase"
)

// headBlocks is how many blocks after the title may belong to the head.
const headBlocks = 7

// captionNext is how long the text behind a caption is at least, in characters.
const captionNext = 30

// TitleReach is how long a title may be, in characters.
const TitleReach = 220

// takeHead takes title, byline, date, captions and topics off the beginning of
// the blocks. Each is taken only where it is plain what it is, and only in
// front of the first paragraph.
func takeHead(blocks []clean.Block, f *Found, notes *clean.Notes) []clean.Block {
	blocks = dropLeading(dropSiteHead(blocks, notes), notes)
	if len(blocks) == 0 {
		return blocks
	}
	titled := f.Title != ""
	if !titled {
		blocks = splitHead(blocks)
		if f.Title = titleOf(blocks); f.Title != "" {
			titled = true
			blocks = blocks[1:]
		}
	}
	var rest, summary []clean.Block
	taken := 0
	for i := range blocks {
		b := &blocks[i]
		if i >= headBlocks || !takeField(b, f, titled, nextProse(blocks[i+1:])) {
			if !notes.AsIs && len(b.Lines) == 1 && clean.Navigation(b) && i < headBlocks {
				notes.Add(reader.RepairNavigation, b.Text())
				continue
			}
			if titled && taken == 0 && summary == nil && i+2 < len(blocks) && isSummary(b, &blocks[i+1]) {
				summary = blocks[i : i+1 : i+1]
				continue
			}
			rest = blocks[i:]
			break
		}
		taken++
	}
	return append(summary, rest...)
}

// summaryLine is how long the line between title and byline is at most, in characters.
const summaryLine = 300

// isSummary reports whether a line stands between the title and the line that
// says who wrote the text: it is the first of the text.
func isSummary(b, next *clean.Block) bool {
	if b.Kind != clean.Prose || len(b.Lines) != 1 || utf8.RuneCountInString(b.Lines[0]) > summaryLine || next.Kind != clean.Prose || len(next.Lines) > 2 {
		return false
	}
	var probe Found
	return BylineOf(next.Lines[0], &probe) || whoAndWhen(next.Lines[0], &probe)
}

// dropLeading drops the site's navigation above the title.
func dropLeading(blocks []clean.Block, notes *clean.Notes) []clean.Block {
	for len(blocks) > 1 && !notes.AsIs && (blocks[0].Kind == clean.Rule || clean.Navigation(&blocks[0])) {
		if blocks[0].Kind != clean.Rule {
			notes.Add(reader.RepairNavigation, blocks[0].Text())
		}
		blocks = blocks[1:]
	}
	return blocks
}

// splitHead makes a block of each line of the first one, if they are the
// title, the byline and the date written without blank lines between.
func splitHead(blocks []clean.Block) []clean.Block {
	b := blocks[0]
	if b.Kind != clean.Prose || len(b.Lines) < 2 {
		return blocks
	}
	var probe Found
	if !BylineOf(b.Lines[1], &probe) && !dateLine(b.Lines[1], &probe) {
		return splitTitle(blocks)
	}
	lines := b.Lines
	var body []clean.Block
	if len(lines) > headLines { // the text follows without a blank line
		body = []clean.Block{{Kind: clean.Prose, Lines: lines[2:]}}
		lines = lines[:2]
	}
	var out []clean.Block
	for _, l := range lines {
		out = append(out, clean.Block{Kind: clean.Prose, Lines: []string{strings.TrimSpace(l)}})
	}
	return append(append(out, body...), blocks[1:]...)
}

// headLines is how many lines a block has at most that is nothing but the head.
const headLines = 6

// fieldsFollow reports whether the next block is a byline or a date, so that
// what stands before it must be the title.
func fieldsFollow(blocks []clean.Block) bool {
	var probe Found
	b := &blocks[0]
	return len(b.Lines) == 1 && (BylineOf(b.Lines[0], &probe) || dateLine(b.Lines[0], &probe) || b.Links == 1 && b.Left == "")
}

// nextProse returns the length of the next paragraph in characters: a line
// belongs to the head only if text follows it.
func nextProse(blocks []clean.Block) int {
	for i := range blocks {
		if blocks[i].Kind == clean.Prose {
			return utf8.RuneCountInString(blocks[i].Text())
		}
	}
	return 0
}

// takeField takes a block of the head into f, and reports false if it is none.
func takeField(b *clean.Block, f *Found, titled bool, next int) bool {
	if b.Kind == clean.Picture {
		return false
	}
	if b.Kind == clean.Rule {
		return next > 0
	}
	if b.Kind == clean.List && len(b.Lines) == 1 { // 19. April 2024
		return f.Published.IsZero() && dateLine(b.Lines[0], f)
	}
	if b.Kind != clean.Prose || len(b.Lines) > 4 {
		return false
	}
	if len(b.Lines) > 1 {
		return takeLines(b, f, titled)
	}
	line := strings.TrimSpace(b.Lines[0])
	switch {
	case f.Title != "" && phrase.StripMarks(line) == f.Title:
		return true
	case f.Byline == "" && BylineOf(line, f), f.Published.IsZero() && dateLine(line, f), topicLine(b, f), sourceLine(line, f), sameDay(line, f), titled && whoAndWhen(line, f):
		return true
	case f.Byline == "" && titled && f.Published.IsZero() && b.Links == 1 && b.Left == "" && phrase.NameLike(phrase.StripMarks(line)):
		f.Byline = phrase.StripMarks(line)
		return true
	case next > captionNext && CaptionLine(line):
		f.captions = append(f.captions, line)
		return true
	}
	return false
}

// takeLines takes a block of several short lines, all of which must be fields.
func takeLines(b *clean.Block, f *Found, titled bool) bool {
	probe := *f
	for _, l := range b.Lines {
		one := clean.Block{Kind: clean.Prose, Lines: []string{l}}
		if !takeField(&one, &probe, titled, 1<<20) {
			return false
		}
	}
	*f = probe
	return true
}

// sameDay reports whether the line repeats the date that is known already.
func sameDay(line string, f *Found) bool {
	var probe Found
	if f.Published.IsZero() || !dateLine(line, &probe) {
		return false
	}
	return probe.Published.Format(time.DateOnly) == f.Published.Format(time.DateOnly)
}
