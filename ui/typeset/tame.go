package typeset

import (
	"strings"

	"offprint/reader"
)

// maxNest is how many blocks may be begun on one line. Articles are limited
// when they are added; this holds for any text.
const maxNest = 2 * maxDepth

// tame returns text in which no line begins more blocks than maxNest, since
// the time and memory of the parser grow with the square of that. The sign
// that would be one too many is escaped, so that no offset changes.
func tame(text reader.Text) reader.Text {
	s := string(text)
	var out reader.Text
	done := 0
	for at := 0; at < len(s); {
		next := len(s)
		if n := strings.IndexByte(s[at:], '\n'); n >= 0 {
			next = at + n + 1
		}
		if next-at > 2*maxNest {
			if over, sign := nestedAt(s[at:next]); over >= 0 {
				out += text[done:at+over] + `\` + sign
				done = at + over + 2
			}
		}
		at = next
	}
	if done == 0 {
		return text
	}
	return out + text[done:]
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
