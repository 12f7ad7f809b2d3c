package clean

import (
	"strings"

	"offprint/reader"
)

// Mend mends what stands within the blocks: spaces, entities, dead links,
// emphasis inside words. plain says that the text is not known to be Markdown:
// there an entity is a leftover, and runs of blanks are too.
func Mend(blocks []Block, plain bool, notes *Notes) []Block {
	for i := range blocks {
		b := &blocks[i]
		if b.Kind == Code || b.Kind == HTML {
			continue
		}
		if b.Kind == Definition {
			mendDefinition(b)
			continue
		}
		for j, l := range b.Lines {
			b.Lines[j] = spaces(l, plain && b.Kind != Table, notes)
		}
		text := b.Text()
		b.Left = text
		if strings.Contains(text, "](") {
			text, b.Links, b.Left = unlink(text, notes)
		}
		if strings.Contains(text, "*") {
			text = Emphasis(text, notes)
		}
		b.Lines = strings.Split(text, "\n")
	}
	return blocks
}

// spaces makes ordinary blanks of those that do not break, and one blank of
// several when squeeze is set. The blanks that a line begins with stay.
func spaces(line string, squeeze bool, notes *Notes) string {
	if notes.AsIs {
		return line
	}
	if strings.Contains(line, "\u00a0") || strings.Contains(line, "\u202f") {
		notes.addOnce(reader.RepairSpace, line)
		line = strings.ReplaceAll(strings.ReplaceAll(line, "\u00a0", " "), "\u202f", " ")
	}
	if !squeeze {
		return line
	}
	text := strings.TrimLeft(line, " ")
	if !strings.Contains(strings.TrimRight(text, " "), "  ") {
		return line
	}
	tail := ""
	if strings.HasSuffix(text, "  ") {
		tail = "  "
	}
	return line[:len(line)-len(text)] + strings.Join(strings.Fields(text), " ") + tail
}

// mendDefinition makes text of the lines that give a link an address that
// must not be opened. Footnotes stay.
func mendDefinition(b *Block) {
	for i, l := range b.Lines {
		_, address, ok := strings.Cut(l, "]:")
		if ok && !strings.HasPrefix(strings.TrimSpace(l), "[^") && deadAddress(strings.TrimSpace(address)) {
			b.Lines[i] = strings.Replace(l, "[", `\[`, 1)
		}
	}
}
