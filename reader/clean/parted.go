package clean

import "strings"

// paragraphLine is the length from which a line of a text is a paragraph, and
// no line of an address, a table or a poem, in characters.
const paragraphLine = 100

// parted returns lines that no blank line parts as the blocks that they are: a
// long line is a paragraph, lines behind marks are a list, and short ones in a
// row keep their breaks.
func parted(lines []string) []Block {
	var out []Block
	from := 0
	for i := 1; i <= len(lines); i++ {
		if i < len(lines) && together(lines[i-1], lines[i]) {
			continue
		}
		b := Block{Kind: Prose, Lines: lines[from:i]}
		if item(lines[from]) && (i-from > 1 || from > 0) {
			b.Kind = List
			for k, l := range b.Lines {
				b.Lines[k] = "- " + strings.TrimRight(strings.TrimLeft(l[len(bullet(l)):], " \t"), "\\")
			}
		} else {
			b.Lines[len(b.Lines)-1] = strings.TrimRight(b.Lines[len(b.Lines)-1], "\\")
			b.Lines = hardBreaks(b.Lines)
		}
		out = append(out, b)
		from = i
	}
	return out
}

// together reports whether two lines belong to one block.
func together(prev, next string) bool {
	if item(prev) || item(next) {
		return item(prev) && item(next)
	}
	return runes(prev) <= paragraphLine && runes(next) <= paragraphLine
}

// item reports whether a line is an item of a list.
func item(line string) bool { return bullet(line) != "" }

// bullet returns the mark that an item of a list begins with, empty if line is none.
func bullet(line string) string {
	for _, mark := range []string{"*", "•", "-", "–", "·", "▪", "●"} {
		if rest, ok := strings.CutPrefix(line, mark); ok && strings.HasPrefix(rest, " ") && strings.TrimSpace(rest) != "" {
			return mark
		}
	}
	return ""
}
