package typeset

import (
	"strings"

	"offprint/reader"
)

// maxNest is how many blocks may be begun on one line. Articles are limited
// when they are added; this holds for any text.
const maxNest = 2 * maxDepth

// maxBrackets is how many brackets may be opened in one paragraph. Links that
// are begun and never ended cost the parser the square of their number.
const maxBrackets = 2000

// tame returns text that the parser reads in time that grows with its length:
// no line begins more blocks than maxNest, no paragraph more links than
// maxBrackets, and no table has many more cells than its text has characters.
// The sign that would be one too many is escaped or replaced by one of the
// same length, so that no offset changes. Text that people write stays as it is.
func tame(text reader.Text) reader.Text {
	t := tamer{text: text}
	s := string(text)
	for at := 0; at < len(s); {
		next := len(s)
		if n := strings.IndexByte(s[at:], '\n'); n >= 0 {
			next = at + n + 1
		}
		t.line(at, s[at:next])
		at = next
	}
	if t.done == 0 {
		return text
	}
	return joined(append(t.out, text[t.done:]))
}

// joined puts parts together, by halves: one after the other would copy the
// first as often as there are parts.
func joined(parts []reader.Text) reader.Text {
	if len(parts) == 1 {
		return parts[0]
	}
	half := len(parts) / 2
	return joined(parts[:half]) + joined(parts[half:])
}

// tamer goes over a text line by line.
type tamer struct {
	text     reader.Text
	out      []reader.Text
	done     int // how much of the text is in out
	brackets int // opened in this paragraph
	end      int // of this paragraph
}

// put replaces the bytes at an offset by as many others.
func (t *tamer) put(at int, instead reader.Text) {
	if at >= t.done {
		t.out = append(t.out, t.text[t.done:at], instead)
		t.done = at + len(instead)
	}
}

func (t *tamer) line(at int, line string) {
	if len(line) > 2*maxNest {
		if over, sign := nestedAt(line); over >= 0 {
			t.put(at+over, `\`+sign)
		}
	}
	if strings.TrimLeft(line, " \n") == "" {
		t.brackets = 0
		return
	}
	t.table(at, line)
	n := strings.Count(line, "[")
	if t.brackets += n; t.brackets <= maxBrackets {
		return
	}
	left := max(0, n-(t.brackets-maxBrackets))
	for i := range len(line) {
		if line[i] == '[' {
			if left--; left < 0 {
				t.put(at+i, "(")
			}
		}
	}
}

// table makes text of a table that fills its rows up to far more cells than
// are written: a line of dashes with many columns, then rows with few.
func (t *tamer) table(at int, line string) {
	columns := strings.Count(line, "|")
	if columns < 8 || strings.Trim(line, "|-: \n") != "" {
		return
	}
	if at >= t.end {
		t.end = len(t.text)
		if n := strings.Index(string(t.text[at:]), "\n\n"); n >= 0 {
			t.end = at + n
		}
	}
	rows := strings.Count(string(t.text[at:t.end]), "\n")
	if dash := strings.IndexByte(line, '-'); dash >= 0 && columns*rows > 2*(t.end-at)+4096 {
		t.put(at+dash, "=")
	}
}

// nestedAt returns where in a line the sign stands that is to be escaped, and
// that sign; -1 if there is none.
func nestedAt(line string) (at int, sign reader.Text) {
	for i, depth := 0, 0; i+1 < len(line); i++ {
		if line[i] == ' ' {
			continue
		}
		if i, sign = holderSign(line, i); sign == "" {
			break
		}
		if depth++; depth > maxNest {
			return i, sign
		}
	}
	return -1, ""
}

// holderSign returns the last character of the sign at i that begins a block
// which holds others, and where that stands; none is "".
func holderSign(line string, i int) (at int, sign reader.Text) {
	switch line[i] {
	case '>':
		return i, ">"
	case ':':
		return i, ":"
	case '-':
		sign = "-"
	case '+':
		sign = "+"
	case '*':
		sign = "*"
	case '[':
		if n := strings.Index(line[i:], "]:"); n >= 0 && strings.HasPrefix(line[i:], "[^") {
			return i + n, "]"
		}
		return i, ""
	default:
		for line[i] >= '0' && line[i] <= '9' && i+2 < len(line) {
			i++
			sign = "."
		}
		if line[i] != '.' && line[i] != ')' {
			return i, ""
		}
	}
	if line[i+1] != ' ' {
		return i, ""
	}
	return i, sign
}
