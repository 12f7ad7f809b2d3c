package frame

import (
	"strings"

	"offprint/reader"
	"offprint/reader/clean"
	"offprint/reader/parse/phrase"
)

// tailBlocks is how many blocks at the end may belong to the tail.
const tailBlocks = 14

// takeTail takes the original address and the site's navigation off the end.
func takeTail(blocks []clean.Block, f *Found, notes *clean.Notes) []clean.Block {
	for n := 0; n < tailBlocks && len(blocks) > 0; n++ {
		last := &blocks[len(blocks)-1]
		switch {
		case f.Address == "" && addressBlock(blocks, f):
			if len(last.Lines) == 1 && len(blocks) > 1 && sourceLabel(blocks[len(blocks)-2].Text()) {
				blocks = blocks[:len(blocks)-1]
			}
		case last.Kind == clean.Rule:
		case len(last.Lines) == 1 && topicLine(last, f):
		case !notes.AsIs && (clean.Navigation(last) || last.Links > 0 && last.Left == "" && len(last.Lines) == 1):
			notes.Add(reader.RepairNavigation, last.Text())
		default:
			return blocks
		}
		blocks = blocks[:len(blocks)-1]
	}
	return blocks
}

// addressBlock takes the last block if it tells the article's address: alone
// under a label, or on one line with it.
func addressBlock(blocks []clean.Block, f *Found) bool {
	last := blocks[len(blocks)-1]
	if len(last.Lines) > 2 || last.Kind != clean.Prose && last.Kind != clean.HTML {
		return false
	}
	if len(last.Lines) == 2 && !sourceLabel(last.Lines[0]) {
		return false
	}
	line := strings.TrimSpace(last.Lines[len(last.Lines)-1])
	if sourceLine(line, f) {
		return true
	}
	labelled := len(last.Lines) == 2 || len(blocks) > 1 && sourceLabel(blocks[len(blocks)-2].Text())
	a := phrase.WebAddress(line)
	if a == "" || !labelled && len(blocks) < 2 {
		return false
	}
	f.Address = a
	return true
}

// sourceLabel reports whether the line says that the article's address follows.
func sourceLabel(line string) bool {
	switch strings.ToLower(strings.Trim(strings.TrimSpace(line), " :*_")) {
	case "original url", "original", "original article", "original link", "original source", "source", "source url", "url", "link", "permalink",
		"read the original", "read the original article", "read original", "read more at", "saved from", "from", "via", "quelle", "fuente", "fonte", "источник", "article url", "originally published at":
		return true
	}
	return false
}

// sourceLine takes a line that holds both label and address: "Source: https://…",
// "[Original article](https://…)".
func sourceLine(line string, f *Found) bool {
	if f.Address != "" {
		return false
	}
	line = strings.TrimSpace(line)
	if label, rest, ok := strings.Cut(line, ": "); ok && sourceLabel(label) {
		if a := phrase.WebAddress(rest); a != "" {
			f.Address = a
			return true
		}
	}
	if strings.HasPrefix(line, "[") && strings.HasSuffix(line, ")") {
		if label, address, ok := strings.Cut(line[1:len(line)-1], "]("); ok && sourceLabel(label) {
			if a := phrase.WebAddress(address); a != "" {
				f.Address = a
				return true
			}
		}
	}
	return false
}
