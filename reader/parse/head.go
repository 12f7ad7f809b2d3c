package parse

import (
	"regexp"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"offprint/reader"
	"offprint/reader/clean"
)

// headBlocks is how many blocks after the title may belong to the head.
const headBlocks = 7

// captionNext is how long the text behind a caption is at least, in characters.
const captionNext = 30

// titleReach is how long a title may be, in characters.
const titleReach = 220

// takeHead takes title, byline, date, captions and topics off the beginning of
// the blocks. Each is taken only where it is plain what it is, and only in
// front of the first paragraph.
func takeHead(blocks []clean.Block, f *found, notes *clean.Notes) []clean.Block {
	blocks = dropLeading(dropSiteHead(blocks, notes), notes)
	if len(blocks) == 0 {
		return blocks
	}
	titled := f.title != ""
	if !titled {
		blocks = splitHead(blocks)
		if f.title = titleOf(blocks); f.title != "" {
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
	var probe found
	return bylineOf(next.Lines[0], &probe) || whoAndWhen(next.Lines[0], &probe)
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
	var probe found
	if !bylineOf(b.Lines[1], &probe) && !dateLine(b.Lines[1], &probe) {
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

// splitTitle makes a block of the first line, if it is a title right above
// running text: short, and the next line begins anew and is much longer.
func splitTitle(blocks []clean.Block) []clean.Block {
	b := blocks[0]
	first, second := strings.TrimSpace(b.Lines[0]), strings.TrimSpace(b.Lines[1])
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(second, "\"“‘«("))
	if len(first) > titleReach || runningText(first) || unicode.IsLower(r) || !headline(first, second) && (len(second) < 100 || len(second)*2 < len(first)*3) {
		return blocks
	}
	head := clean.Block{Kind: clean.Prose, Lines: []string{first}}
	b.Lines = b.Lines[1:]
	return append([]clean.Block{head, b}, blocks[1:]...)
}

// headline reports whether a line is a title because it is all in capitals, and
// the one below it is not.
func headline(first, second string) bool {
	capitals := func(s string) bool { return strings.ToUpper(s) == s && strings.ToLower(s) != s }
	return len(strings.Fields(first)) >= 3 && len(strings.Fields(second)) >= 5 && capitals(first) && !capitals(second)
}

// paddedTitle returns the title of a text that is one long line, its parts
// apart by runs of blanks: the first part that is as long as a title. It names
// the article, and stays in the text.
func paddedTitle(text string) string {
	text = strings.TrimSpace(text)
	line, _, _ := strings.Cut(text[:min(len(text), 4000)], "\n")
	if len(line) < 400 || !strings.Contains(line[:400], "   ") {
		return ""
	}
	for part := range strings.SplitSeq(line, "   ") {
		words := strings.Fields(part)
		if len(words) >= 5 && len(words) <= 25 && len(part) <= titleReach {
			return strings.Join(words, " ")
		}
	}
	return ""
}

// titleOf returns the title if the first block is one: a heading, or a line
// that does not end as a sentence does and has more text below.
func titleOf(blocks []clean.Block) string {
	b := blocks[0]
	switch b.Kind {
	case clean.Heading:
		line := strings.TrimSpace(b.Lines[0])
		return stripMarks(strings.TrimSpace(strings.Trim(line, "#")))
	case clean.Prose:
	default:
		return ""
	}
	if len(b.Lines) > 2 || len(blocks) < 2 {
		return ""
	}
	line := stripMarks(strings.TrimSpace(strings.Join(b.Lines, " ")))
	line = strings.TrimSpace(strings.TrimPrefix(strings.TrimPrefix(line, "Title:"), "TITLE:"))
	if utf8.RuneCountInString(line) > titleReach || captionLine(line) || wireLine.MatchString(line) || !fieldsFollow(blocks[1:]) && runningText(line) {
		return ""
	}
	if _, ok := parseDate(line, true); ok {
		return ""
	}
	if r, _ := utf8.DecodeRuneInString(strings.TrimLeft(line, "\"'“‘«([¿¡")); !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '$' && r != '#' && r != '@' {
		return ""
	}
	return line
}

// wireLine begins the text of an agency, never a title: a place in capitals,
// perhaps a day, the agency, a dash. ELMSTEAD, Dec 20 (Tidewire) - Results of
var wireLine = regexp.MustCompile(`^\p{Lu}[\p{Lu}.,'/ -]+(?:, \p{L}{3,9}\.? \d{1,2})? \(\p{Lu}[\p{L} .]{1,30}\) ?[-–—] `)

// questionReach is how long a title that ends in a mark may be, in characters.
const questionReach = 100

// runningText reports whether a line is more likely the first sentence of a
// text than its title: it ends as one, holds the end of another, is long for a
// question, or begins in the middle of one.
func runningText(line string) bool {
	if sentence(line) {
		return true
	}
	end, _ := utf8.DecodeLastRuneInString(strings.TrimRight(line, "\"'”’»)"))
	if (end == '?' || end == '!') && utf8.RuneCountInString(line) > questionReach {
		return true
	}
	first, n := utf8.DecodeRuneInString(line)
	second, _ := utf8.DecodeRuneInString(line[n:])
	if unicode.IsLower(first) && !unicode.IsUpper(second) {
		return true
	}
	for i := 0; i+2 < len(line); i++ {
		if c := line[i]; (c == '.' || c == '!' || c == '?') && line[i+1] == ' ' && line[i+2] >= 'A' && line[i+2] <= 'Z' && !endsInitial(line[:i]) && utf8.RuneCountInString(line) > questionReach {
			return true
		}
	}
	return strings.Contains(line, "\" said ") || strings.Contains(line, "” said ")
}

// sentence reports whether line ends as running text does.
func sentence(line string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(line, "\"'”’»)"))
	switch r {
	case '.', ',', ';', ':', '。', '，', '-':
		return !strings.HasSuffix(line, "U.S.") && !strings.HasSuffix(line, "U.N.")
	}
	return false
}

// fieldsFollow reports whether the next block is a byline or a date, so that
// what stands before it must be the title.
func fieldsFollow(blocks []clean.Block) bool {
	var probe found
	b := &blocks[0]
	return len(b.Lines) == 1 && (bylineOf(b.Lines[0], &probe) || dateLine(b.Lines[0], &probe) || b.Links == 1 && b.Left == "")
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
func takeField(b *clean.Block, f *found, titled bool, next int) bool {
	if b.Kind == clean.Picture {
		return false
	}
	if b.Kind == clean.Rule {
		return next > 0
	}
	if b.Kind == clean.List && len(b.Lines) == 1 { // 19. April 2024
		return f.published.IsZero() && dateLine(b.Lines[0], f)
	}
	if b.Kind != clean.Prose || len(b.Lines) > 4 {
		return false
	}
	if len(b.Lines) > 1 {
		return takeLines(b, f, titled)
	}
	line := strings.TrimSpace(b.Lines[0])
	switch {
	case f.title != "" && stripMarks(line) == f.title:
		return true
	case f.byline == "" && bylineOf(line, f), f.published.IsZero() && dateLine(line, f), topicLine(b, f), sourceLine(line, f), sameDay(line, f), titled && whoAndWhen(line, f):
		return true
	case f.byline == "" && titled && f.published.IsZero() && b.Links == 1 && b.Left == "" && nameLike(stripMarks(line)):
		f.byline = stripMarks(line)
		return true
	case next > captionNext && captionLine(line):
		f.captions = append(f.captions, line)
		return true
	}
	return false
}

// takeLines takes a block of several short lines, all of which must be fields.
func takeLines(b *clean.Block, f *found, titled bool) bool {
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
func sameDay(line string, f *found) bool {
	var probe found
	if f.published.IsZero() || !dateLine(line, &probe) {
		return false
	}
	return probe.published.Format(time.DateOnly) == f.published.Format(time.DateOnly)
}
