package clean

import "strings"

// Columns makes code of the blocks of plain text whose lines are set in
// columns by blanks, so that they keep their shape. It must come before the
// blanks are mended.
func Columns(blocks []Block) []Block {
	for i := range blocks {
		b := &blocks[i]
		if b.Kind != Prose || len(b.Lines) < 2 {
			continue
		}
		set := 0
		for _, l := range b.Lines {
			if len(l) > 140 || endsSentence(l) && runes(l) > 80 {
				set = -len(b.Lines)
			}
			if strings.Contains(strings.TrimSpace(l), "   ") {
				set++
			}
		}
		if set*3 < len(b.Lines)*2 || set < 2 {
			continue
		}
		b.Kind = Code
		b.Lines = append(append([]string{"```"}, b.Lines...), "```")
	}
	return blocks
}
