package parse

import (
	"strings"

	"offprint/reader"
	"offprint/reader/clean"
	"offprint/reader/parse/page"
)

// readableMarkup makes Markdown of the HTML in the blocks, and of the
// shortcodes that site generators fill in. What has no meaning in a text goes.
func readableMarkup(blocks []clean.Block, notes *clean.Notes) []clean.Block {
	blocks = wholeElements(blocks)
	out := make([]clean.Block, 0, len(blocks))
	for _, b := range blocks {
		switch b.Kind {
		case clean.Code:
			out = append(out, b)
			continue
		case clean.HTML:
			notes.Add(reader.RepairMarkup, b.Text())
			out = append(out, page.Block(b.Text())...)
			continue
		}
		text := b.Text()
		if !strings.ContainsAny(text, "<{") {
			out = append(out, b)
			continue
		}
		fixed := shortcodes(text)
		if strings.Contains(fixed, "<") {
			fixed = page.Inline(fixed)
		}
		if fixed != text {
			notes.Add(reader.RepairMarkup, text)
			if strings.TrimSpace(fixed) == "" {
				continue
			}
			b.Lines = strings.Split(strings.Trim(fixed, "\n"), "\n")
			if strings.HasPrefix(fixed, "![") && b.Kind == clean.Prose && len(b.Lines) == 1 && strings.HasSuffix(fixed, ")") {
				b.Kind = clean.Picture
			}
		}
		out = append(out, b)
	}
	return out
}

// wholeElements joins to a block of HTML the blocks that follow up to the end
// of its script, style or comment, which may hold blank lines.
func wholeElements(blocks []clean.Block) []clean.Block {
	var out []clean.Block
	for i := 0; i < len(blocks); i++ {
		b := blocks[i]
		if b.Kind == clean.HTML {
			low := strings.ToLower(b.Text())
			for _, p := range [][2]string{{"<!--", "-->"}, {"<script", "</script"}, {"<style", "</style"}, {"<pre", "</pre"}, {"<table", "</table"}} {
				if !strings.HasPrefix(strings.TrimSpace(low), p[0]) || strings.Contains(low, p[1]) {
					continue
				}
				for j := i + 1; j < len(blocks) && j < i+200; j++ {
					if strings.Contains(strings.ToLower(blocks[j].Text()), p[1]) {
						for _, more := range blocks[i+1 : j+1] {
							b.Lines = append(append(b.Lines, ""), more.Lines...)
						}
						i = j
						break
					}
				}
			}
		}
		out = append(out, b)
	}
	return out
}
