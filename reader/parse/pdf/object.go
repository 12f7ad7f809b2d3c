package pdf

import (
	"bytes"
	"strconv"
)

// The values of a document. A value is nil, a bool, a float64 (every number),
// a text (a string of bytes), a name, an array, a dict, a ref or a stream; in
// contents it may be a word, too.
type (
	name  string
	text  string
	word  string // an operator or keyword
	array []any
	dict  map[name]any
	ref   int // the number of an object; its generation is of no interest
)

// stream is a dict with bytes, still packed.
type stream struct {
	dict
	raw    []byte
	number int // of its object, for decryption; 0 if it lies in a packed one
	gen    int
}

// maxNest is how deep values may lie in one another.
const maxNest = 60

// lexer reads values from bytes. It never fails: what makes no sense is skipped.
type lexer struct {
	b    []byte
	at   int
	refs bool // "1 0 R" is a reference; not so in contents
	nest int
}

func space(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}

func delimiter(c byte) bool { return bytes.IndexByte([]byte("()<>[]{}/%"), c) >= 0 }

// blanks skips white space and comments.
func (l *lexer) blanks() {
	for l.at < len(l.b) {
		switch c := l.b[l.at]; {
		case space(c):
			l.at++
		case c == '%':
			for l.at < len(l.b) && l.b[l.at] != '\n' && l.b[l.at] != '\r' {
				l.at++
			}
		default:
			return
		}
	}
}

// The words that close an array and a dict.
const (
	endArray = word("]")
	endDict  = word(">>")
)

// value reads the next value; ok is false at the end.
func (l *lexer) value() (v any, ok bool) {
	l.blanks()
	if l.at >= len(l.b) {
		return nil, false
	}
	switch c := l.b[l.at]; c {
	case '(':
		return l.literal(), true
	case '/':
		l.at++
		return l.name(), true
	case '[':
		l.at++
		return l.array(), true
	case ']':
		l.at++
		return endArray, true
	case '<':
		if l.starts("<<") {
			l.at += 2
			return l.dict(), true
		}
		return l.hex(), true
	case '>':
		if l.starts(">>") {
			l.at += 2
			return endDict, true
		}
		l.at++
		return word(">"), true
	case '{', '}', ')':
		l.at++
		return word(c), true
	}
	return l.plain(), true
}

func (l *lexer) starts(s string) bool { return bytes.HasPrefix(l.b[l.at:], []byte(s)) }

// token returns the bytes up to the next blank or delimiter.
func (l *lexer) token() []byte {
	from := l.at
	for l.at < len(l.b) && !space(l.b[l.at]) && !delimiter(l.b[l.at]) {
		l.at++
	}
	return l.b[from:l.at]
}

// plain reads a number, a reference or a word.
func (l *lexer) plain() any {
	t := l.token()
	n, ok := number(t)
	if !ok {
		switch string(t) {
		case "true":
			return true
		case "false":
			return false
		case "null":
			return nil
		}
		return word(t)
	}
	if l.refs && n >= 0 && n == float64(int32(n)) {
		back := l.at
		l.blanks()
		if g, ok := number(l.token()); ok && g >= 0 {
			l.blanks()
			if string(l.token()) == "R" {
				return ref(n)
			}
		}
		l.at = back
	}
	return n
}

// number reads a number, as sloppily as it may be written.
func number(t []byte) (float64, bool) {
	if len(t) == 0 || len(t) > 40 || (t[0] < '0' || t[0] > '9') && t[0] != '-' && t[0] != '+' && t[0] != '.' {
		return 0, false
	}
	whole, digits := 0, true
	for _, c := range t {
		if c < '0' || c > '9' {
			digits = false
			break
		}
		whole = whole*10 + int(c-'0')
	}
	if digits && len(t) < 16 {
		return float64(whole), true
	}
	for len(t) > 1 && t[0] == '-' && t[1] == '-' {
		t = t[1:]
	}
	if i := bytes.LastIndexByte(t, '-'); i > 0 { // 12.3-4
		t = t[:i]
	}
	f, err := strconv.ParseFloat(string(t), 64)
	return f, err == nil && f == f && f < 1e15 && f > -1e15
}

func (l *lexer) name() name {
	t := l.token()
	if bytes.IndexByte(t, '#') < 0 {
		return name(t)
	}
	out := make([]byte, 0, len(t))
	for i := 0; i < len(t); i++ {
		if t[i] == '#' && i+2 < len(t) && unhex(t[i+1]) >= 0 && unhex(t[i+2]) >= 0 {
			out = append(out, byte(unhex(t[i+1])<<4|unhex(t[i+2])))
			i += 2
			continue
		}
		out = append(out, t[i])
	}
	return name(out)
}

func unhex(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c >= 'a' && c <= 'f':
		return int(c-'a') + 10
	case c >= 'A' && c <= 'F':
		return int(c-'A') + 10
	}
	return -1
}

// hex reads <48 65>.
func (l *lexer) hex() text {
	var out []byte
	high := -1
	for l.at++; l.at < len(l.b) && l.b[l.at] != '>'; l.at++ {
		switch n := unhex(l.b[l.at]); {
		case n < 0:
		case high < 0:
			high = n
		default:
			out = append(out, byte(high<<4|n))
			high = -1
		}
	}
	l.at = min(l.at+1, len(l.b))
	if high >= 0 {
		out = append(out, byte(high<<4))
	}
	return text(out)
}

// literal reads (a string), which may hold brackets in pairs.
func (l *lexer) literal() text {
	var out []byte
	open := 0
	for ; l.at < len(l.b); l.at++ {
		c := l.b[l.at]
		switch c {
		case '\\':
			out = l.escape(out)
			continue
		case '(':
			if open++; open == 1 {
				continue
			}
		case ')':
			if open--; open == 0 {
				l.at++
				return text(out)
			}
		}
		out = append(out, c)
	}
	return text(out)
}

// escape reads what stands after a backslash; it leaves at on its last byte.
func (l *lexer) escape(out []byte) []byte {
	l.at++
	if l.at >= len(l.b) {
		return out
	}
	c := l.b[l.at]
	if i := bytes.IndexByte([]byte("nrtbf"), c); i >= 0 {
		return append(out, "\n\r\t\b\f"[i])
	}
	switch {
	case c == '\r':
		if l.at+1 < len(l.b) && l.b[l.at+1] == '\n' {
			l.at++
		}
		return out
	case c == '\n':
		return out
	case c >= '0' && c <= '7':
		n := int(c - '0')
		for k := 0; k < 2 && l.at+1 < len(l.b) && l.b[l.at+1] >= '0' && l.b[l.at+1] <= '7'; k++ {
			l.at++
			n = n<<3 | int(l.b[l.at]-'0')
		}
		return append(out, byte(n))
	}
	return append(out, c)
}

func (l *lexer) array() array {
	var a array
	if l.nest++; l.nest > maxNest {
		l.at = len(l.b)
	}
	defer func() { l.nest-- }()
	for {
		v, ok := l.value()
		if !ok || v == endArray {
			return a
		}
		if w, is := v.(word); is {
			if w == endDict || w == "endobj" { // the bracket is missing
				return a
			}
			continue
		}
		a = append(a, v)
	}
}

func (l *lexer) dict() dict {
	d := make(dict)
	if l.nest++; l.nest > maxNest {
		l.at = len(l.b)
	}
	defer func() { l.nest-- }()
	for {
		k, ok := l.value()
		if !ok || k == endDict {
			return d
		}
		key, is := k.(name)
		if !is {
			if k == word("endobj") || k == word("stream") {
				l.at -= len(k.(word))
				return d
			}
			continue
		}
		v, ok := l.value()
		if !ok || v == endDict {
			return d
		}
		if _, bad := v.(word); !bad {
			d[key] = v
		}
	}
}
