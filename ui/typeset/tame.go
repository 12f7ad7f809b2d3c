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
	return t.out + text[t.done:]
}

// tamer goes over a text line by line.
type tamer struct {
	text     reader.Text
	out      reader.Text
	done     int // how much of the text is in out
	brackets int // opened in this paragraph
	end      int // of this paragraph
}

// put replaces the bytes at an offset by as many others.
func (t *tamer) put(at int, instead reader.Text) {
	if at >= t.done {
		t.out += t.text[t.done:at] + instead
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
	depth := 0
	for i := 0; i+1 < len(line); i++ {
		switch c := line[i]; c {
		case ' ':
			continue
		case '>':
			sign = ">"
		case '-', '+', '*':
			if line[i+1] != ' ' {
				return -1, ""
			}
			sign = "-"
			switch c {
			case '+':
				sign = "+"
			case '*':
				sign = "*"
			}
		case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9':
			for i+2 < len(line) && line[i] >= '0' && line[i] <= '9' {
				i++
			}
			if line[i] != '.' && line[i] != ')' || line[i+1] != ' ' {
				return -1, ""
			}
			sign = "."
		case '[':
			n := strings.Index(line[i:], "]:")
			if n < 0 || !strings.HasPrefix(line[i:], "[^") {
				return -1, ""
			}
			i += n
			sign = "]"
		case ':':
			sign = ":"
		default:
			return -1, ""
		}
		if depth++; depth > maxNest {
			return i, sign
		}
	}
	return -1, ""
}
