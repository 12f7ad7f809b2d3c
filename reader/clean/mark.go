package clean

import (
	"strings"
	"unicode/utf8"
)

// markReach is how long a highlight within a paragraph may be, in bytes.
const markReach = 8 << 10

// maxVain is how many marks of a block may lead to nothing before the others
// are not looked at any more.
const maxVain = 100

// Marks takes the marks of highlights out of Markdown (==words==), as note
// programs write them, and returns what stood between them. Code keeps its
// marks, and so does a comparison: one that touches words on both its sides.
func Marks(blocks []Block, notes *Notes) (marked []string) {
	if notes.AsIs {
		return nil
	}
	for i := range blocks {
		b := &blocks[i]
		text := b.Text()
		if b.Kind == Code || b.Kind == HTML || b.Kind == Definition || !strings.Contains(text, "==") || b.Kind == Heading && len(b.Lines) > 1 {
			continue
		}
		if out, all := unmark(text); len(all) > 0 {
			marked = append(marked, all...)
			b.Lines = strings.Split(out, "\n")
		}
	}
	return marked
}

// unmark takes the marks out of one block.
func unmark(text string) (out string, marked []string) {
	var b strings.Builder
	vain := 0
	for i := 0; i < len(text); {
		if n := verbatim(text[i:]); n > 0 {
			b.WriteString(text[i : i+n])
			i += n
			continue
		}
		if strings.HasPrefix(text[i:], "==") {
			n := 0
			if vain < maxVain {
				n = markAt(text, i)
			}
			if n > 0 {
				inside := text[i+2 : i+n-2]
				b.WriteString(inside)
				marked = append(marked, inside)
				i += n
				continue
			}
			vain++
			n = len(text[i:]) - len(strings.TrimLeft(text[i:], "="))
			b.WriteString(text[i : i+n])
			i += n
			continue
		}
		b.WriteByte(text[i])
		i++
	}
	return b.String(), marked
}

// markAt returns the length of the highlight that begins at i, its marks
// included; 0 if none does.
func markAt(text string, i int) int {
	rest := text[i+2:]
	rest = rest[:min(len(rest), markReach)]
	if rest == "" || rest[0] == '=' || blank(rest[0]) {
		return 0
	}
	for at := 1; at+1 < len(rest); at++ {
		switch {
		case rest[at] == '\\':
			at++
		case rest[at] == '`':
			at += codeSpan(rest[at:]) - 1
		case rest[at] == '=' && rest[at+1] == '=' && !blank(rest[at-1]):
			after := rest[at+2:]
			before, _ := utf8.DecodeLastRuneInString(text[:i])
			next, _ := utf8.DecodeRuneInString(after)
			if strings.HasPrefix(after, "=") || inWord(before) && inWord(next) && !unspaced(before) {
				return 0
			}
			return at + 4
		}
	}
	return 0
}

func blank(c byte) bool { return c == ' ' || c == '\n' || c == '\t' }
