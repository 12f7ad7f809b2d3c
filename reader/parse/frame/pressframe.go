package frame

import (
	"slices"
	"strings"
	"unicode/utf8"

	"offprint/reader"
	"offprint/reader/clean"
	"offprint/reader/parse/phrase"
)

// releaseLines are the lines above a press release that say what it is, in
// lower case and without marks.
var releaseLines = []string{
	"for immediate release", "immediate release", "for release", "press release", "news release", "media release", "pressemitteilung", "pressemeldung", "medienmitteilung", "zur sofortigen veröffentlichung", "communiqué de presse", "pour diffusion immédiate", "comunicado de prensa", "nota de prensa", "comunicato stampa",
}

// recordLabels are the labels below a text under which its site files it, in
// lower case, a colon behind them.
var recordLabels = []string{
	"component", "components", "component(s)", "topic", "topics", "topic(s)", "tag", "tags", "tag(s)", "category", "categories", "press release number", "release number", "press release no.", "release no.", "keywords", "schlagwörter", "schlagworte", "themen", "mots-clés", "etiquetas",
}

// The limits of what is taken for such a frame, in blocks and in characters.
const (
	frameBlocks = 14
	recordLine  = 120
)

// dropFrame drops what offices put above and below their press releases: that
// it is one, and how it is filed.
func dropFrame(blocks []clean.Block, f *Found, notes *clean.Notes) []clean.Block {
	if notes.AsIs {
		return blocks
	}
	if n := frameHead(blocks); n > 0 && n < len(blocks) {
		blocks = dropNoted(blocks, 0, n, notes)
	}
	if from := frameTail(blocks, f); from > 0 && from < len(blocks) {
		blocks = dropNoted(blocks, from, len(blocks), notes)
	}
	return blocks
}

// dropNoted drops the blocks from one to before another, and says so.
func dropNoted(blocks []clean.Block, from, to int, notes *clean.Notes) []clean.Block {
	for i := from; i < to; i++ {
		if blocks[i].Kind != clean.Rule {
			notes.Add(reader.RepairNavigation, blocks[i].Text())
		}
	}
	return slices.Delete(blocks, from, to)
}

// frameHead returns how many blocks stand above the text up to the line that
// says what it is; above that line are rules and the name of a section only.
func frameHead(blocks []clean.Block) int {
	for i := range blocks[:min(len(blocks), 4)] {
		b := &blocks[i]
		line := strings.ToLower(strings.Trim(phrase.StripMarks(strings.Join(b.Lines, " ")), " .:|–—-"))
		switch {
		case slices.Contains(releaseLines, line):
			return i + 1
		case b.Kind == clean.Rule:
		case b.Kind == clean.Heading && len(strings.Fields(line)) <= 3:
		default:
			return 0
		}
	}
	return 0
}

// frameTail returns the block from which nothing but labels and what is filed
// under them stands below the text; 0 if there is none.
func frameTail(blocks []clean.Block, f *Found) int {
	from := 0
	for i := len(blocks) - 1; i > 0 && i >= len(blocks)-frameBlocks; i-- {
		b := &blocks[i]
		line := strings.TrimSpace(b.Text())
		if recordLabel(line) {
			from = i
			continue
		}
		if !filed(b, line) {
			break
		}
		if endMark(line) || f != nil && !f.Published.IsZero() && updateLine(line) {
			if from == 0 || from == i+1 {
				from = i
			}
		}
	}
	return from
}

// recordLabel reports whether a line is a label and nothing else.
func recordLabel(line string) bool {
	label, ok := strings.CutSuffix(phrase.StripMarks(line), ":")
	return ok && slices.Contains(recordLabels, strings.ToLower(strings.TrimSpace(label)))
}

// filed reports whether a block can stand under such a label: it is short, no
// sentence, and leads nowhere else.
func filed(b *clean.Block, line string) bool {
	switch b.Kind {
	case clean.Rule:
		return true
	case clean.Prose, clean.List, clean.Heading:
		return len(line) < phrase.FieldReach && utf8.RuneCountInString(phrase.StripMarks(line)) <= recordLine && !phrase.EndsSentence(line) && !strings.HasSuffix(line, "?") && !strings.HasSuffix(line, "!")
	}
	return false
}

// updateLine reports whether a line says when the page was changed, and no more.
func updateLine(line string) bool {
	var probe Found
	for _, head := range []string{"Updated ", "Last updated", "Last modified", "Stand: ", "Aktualisiert", "Mis à jour", "Actualizado"} {
		if strings.HasPrefix(line, head) {
			return dateLine(strings.TrimLeft(strings.TrimPrefix(line, head), ": "), &probe)
		}
	}
	return false
}

// endMark reports whether a line is the mark by which a press release ends.
func endMark(line string) bool {
	switch strings.ReplaceAll(strings.ReplaceAll(line, " ", ""), `\`, "") {
	case "###", "##", "####", "-30-", "–30–", "-ENDS-", "-END-", "ENDS", "-Ende-", "(Ende)":
		return true
	}
	return false
}
