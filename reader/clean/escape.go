package clean

import (
	"html"
	"strings"

	"offprint/reader"
)

// Escape puts a backslash before what Markdown would take for markup in text
// that was not written as Markdown, and leaves alone what its writer plainly
// meant: balanced emphasis, links, code.
func Escape(blocks []Block, notes *Notes) []Block {
	lone := false // the item before was none: what it goes on with is no part of a list
	for i := range blocks {
		b := &blocks[i]
		switch b.Kind {
		case Code, Rule, Picture:
			continue
		case HTML:
			b.Kind = Prose
		case List:
			switch {
			case lone && itemMark(strings.TrimSpace(b.Lines[0])) == 0:
				b.Kind = Prose
				for j, l := range b.Lines {
					b.Lines[j] = strings.TrimSpace(l)
				}
			case loneNumber(blocks, i):
				lone = true
				b.Kind = Prose
				mark := itemMark(strings.TrimSpace(b.Lines[0]))
				line := strings.TrimSpace(b.Lines[0])
				b.Lines[0] = line[:mark-2] + `\` + line[mark-2:]
			default:
				lone = false
			}
		default:
			lone = false
		}
		for j, l := range b.Lines {
			b.Lines[j] = escapeLine(l, b.Kind, notes)
		}
	}
	return blocks
}

// loneNumber reports whether block i looks like a list of one item only
// because its text begins with a number and a full stop: a date, a year.
func loneNumber(blocks []Block, i int) bool {
	b := &blocks[i]
	n, ok := itemNumber(b)
	if !ok || n == 1 || len(b.Lines) > 1 && itemMark(strings.TrimSpace(b.Lines[1])) > 0 {
		return false
	}
	for j := i - 1; j >= max(0, i-3); j-- {
		if m, ok := itemNumber(&blocks[j]); ok && m < n && n-m < 50 {
			return false
		}
	}
	if i+1 < len(blocks) {
		if m, ok := itemNumber(&blocks[i+1]); ok && m == n+1 {
			return false
		}
	}
	return true
}

// itemNumber returns the number of the list item that the block begins with.
func itemNumber(b *Block) (int, bool) {
	if b.Kind != List {
		return 0, false
	}
	line := strings.TrimSpace(b.Lines[0])
	n, i := 0, 0
	for i < len(line) && line[i] >= '0' && line[i] <= '9' {
		n = n*10 + int(line[i]-'0')
		i++
	}
	return n, i > 0 && itemMark(line) > 0 // an item that goes on may begin with a number: "8.1. This"
}

func escapeLine(line string, kind Kind, notes *Notes) string {
	line = Entities(line, notes)
	if kind == Prose {
		line = escapeStart(line)
	}
	if !strings.ContainsAny(line, "<&*") {
		return line
	}
	var b strings.Builder
	b.Grow(len(line) + 8)
	for i := 0; i < len(line); i++ {
		switch c := line[i]; {
		case c == '`':
			n := codeSpan(line[i:])
			b.WriteString(line[i : i+n])
			i += n - 1
			continue
		case c == '\\' && i+1 < len(line):
			b.WriteString(line[i : i+2])
			i++
			continue
		case c == '<' && startsTag(line[i:]) && !autolink(line[i:]),
			c == '<' && i+1 < len(line) && !autolink(line[i:]) && strings.Contains(line[i:], ":"),
			c == '&' && reference(line[i:]) > 0,
			c == '*' && i > 0 && i+1 < len(line) && digit(line[i-1]) && digit(line[i+1]):
			b.WriteByte('\\')
		}
		b.WriteByte(line[i])
	}
	return b.String()
}

// escapeStart defuses what means something at the beginning of a line only.
func escapeStart(line string) string {
	if line == "" {
		return line
	}
	switch c := line[0]; {
	case c == '=' && strings.Trim(line, "= ") == "", c == ':' && strings.HasPrefix(line, ": "), c == '[' && definition(line):
		return `\` + line
	case digit(c):
		n := 0
		for n < len(line) && digit(line[n]) {
			n++
		}
		if n > 3 && n+1 < len(line) && (line[n] == '.' || line[n] == ')') && line[n+1] == ' ' {
			return line[:n] + `\` + line[n:]
		}
	}
	return line
}

func digit(c byte) bool { return c >= '0' && c <= '9' }

// autolink reports whether s begins with a web or mail address between angle brackets.
func autolink(s string) bool {
	end := strings.IndexByte(s, '>')
	if end < 0 || strings.ContainsAny(s[:end], " \t\"'") {
		return false
	}
	in := strings.ToLower(s[1:end])
	return strings.HasPrefix(in, "http://") || strings.HasPrefix(in, "https://") || strings.HasPrefix(in, "mailto:") || strings.Contains(in, "@") && !strings.ContainsAny(in, ":/=")
}

// reference returns the length of the character reference that s begins with, 0 if there is none.
func reference(s string) int {
	end := strings.IndexByte(s[:min(len(s), 34)], ';')
	if end < 2 || strings.ContainsAny(s[1:end], " &\"'<>") {
		return 0
	}
	if d := html.UnescapeString(s[:end+1]); d == s[:end+1] || strings.HasSuffix(d, ";") && d != ";" {
		return 0
	}
	return end + 1
}

// Entities decodes the character references left in text. What they decode
// to is made safe at once.
func Entities(line string, notes *Notes) string {
	if !strings.Contains(line, "&") || !strings.Contains(line, ";") {
		return line
	}
	var b strings.Builder
	changed := false
	for i := 0; i < len(line); {
		switch line[i] {
		case '`':
			n := codeSpan(line[i:])
			b.WriteString(line[i : i+n])
			i += n
			continue
		case '&':
			if n := reference(line[i:]); n > 0 {
				b.WriteString(strings.ReplaceAll(string(reader.Clean(html.UnescapeString(line[i:i+n]))), "\n", " "))
				i += n
				changed = true
				continue
			}
		}
		b.WriteByte(line[i])
		i++
	}
	if !changed {
		return line
	}
	notes.Add(reader.RepairEntity, line)
	return strings.ReplaceAll(b.String(), "\u00a0", " ")
}
