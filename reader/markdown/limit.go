package markdown

import "strings"

// MaxDepth is how deep quotes, lists and emphasis may be nested.
const MaxDepth = 16

const (
	maxIndent   = 4 * MaxDepth // blanks before a line; beyond it no list is meant
	maxBrackets = 2 * MaxDepth // open [ of one paragraph
	maxRun      = 12           // delimiters in a row
	maxColumns  = 200          // of a table; every row is filled up to as many
	maxDefined  = 50           // definitions of links in one paragraph
	maxNotes    = 1000         // definitions of links and footnotes in a text
	maxTarget   = 4096         // from the ( of a link to its ), in bytes
)

// Limit returns md with nesting beyond [MaxDepth] flattened, and whether
// anything had to be: marks beyond it are escaped and so shown as text. The
// time and memory that parsers take grow with the square of the depth, and
// drawing recurses; so whatever comes from outside passes here first. It takes
// time in proportion to the length.
func Limit(md string) (string, bool) {
	l := limiter{}
	l.out.Grow(len(md))
	for at := 0; at < len(md); {
		end := strings.IndexByte(md[at:], '\n')
		if end < 0 {
			end = len(md)
		} else {
			end += at + 1
		}
		l.ahead = md[end:min(len(md), end+maxTarget)]
		l.line(md[at:end])
		at = end
	}
	return l.out.String(), l.cut
}

// limiter goes over a text line by line.
type limiter struct {
	out      strings.Builder
	cut      bool
	fence    string // the fence of the code that is open
	emphasis emphasis
	brackets int    // open [ of this paragraph
	ahead    string // what follows the line
	defined  int    // lines in a row that define a link
	notes    int    // lines of the text that do
}

func (l *limiter) line(line string) {
	bare := strings.TrimLeft(line, " >")
	defines := l.fence == "" && strings.HasPrefix(bare, "[") && strings.Contains(bare, "]:")
	if defines {
		l.notes++
		if l.defined++; l.defined%maxDefined == 0 {
			l.out.WriteByte('\n') // says the same, and is read in less time
		}
	} else {
		l.defined = 0
	}
	if defines && l.notes > maxNotes {
		line = line[:len(line)-len(bare)] + `\` + bare
		l.cut = true
	}
	fixed := l.fix(line)
	l.out.WriteString(fixed)
	if len(fixed) != len(line) {
		l.cut = true
	}
}

// fix returns the line within the limits.
func (l *limiter) fix(line string) string {
	bare := strings.TrimSpace(line)
	if bare == "" {
		l.emphasis, l.brackets = emphasis{}, 0
		return line
	}
	if l.fence != "" {
		if strings.HasPrefix(bare, l.fence) && strings.Trim(bare, l.fence[:1]) == "" {
			l.fence = ""
		}
		return line
	}
	if n := len(line) - len(strings.TrimLeft(line, " ")); n > maxIndent {
		line = line[n-maxIndent:]
	}
	if strings.HasPrefix(bare, "```") || strings.HasPrefix(bare, "~~~") {
		n := len(bare) - len(strings.TrimLeft(bare, bare[:1]))
		if n > maxRun {
			return line[:strings.Index(line, bare)] + `\` + bare[:maxRun] + bare[n:] + "\n"
		}
		if bare[0] == '~' || !strings.Contains(bare[n:], "`") {
			l.fence = bare[:n]
			return line
		}
	}
	if strings.Count(bare, "|") > maxColumns && strings.Trim(bare, "|-: ") == "" {
		return strings.Replace(line, bare, `\`+bare, 1)
	}
	head, rest := containers(line)
	if strings.ContainsAny(head, "-*+") && !strings.HasPrefix(head, "    ") { // surely a list item: a paragraph of its own
		l.emphasis, l.brackets = emphasis{}, 0
	}
	return head + l.inline(rest)
}

// containers cuts off the marks of quotes, lists and definitions that the line
// begins with, flattened to MaxDepth.
func containers(line string) (head, rest string) {
	depth, i := 0, 0
	for i < len(line) {
		j := i
		for j < len(line) && line[j] == ' ' {
			j++
		}
		n := containerMark(line[j:])
		if n == 0 {
			break
		}
		if depth++; depth > MaxDepth {
			if rest = escapeContainers(line[i:]); line[i-1] == '>' {
				rest = " " + rest
			}
			return line[:i], rest
		}
		i = j + n
	}
	return line[:i], line[i:]
}

// escapeContainers drops or escapes the marks that are too many.
func escapeContainers(s string) string {
	t := strings.TrimLeft(s, "> ")
	if n := containerMark(t); n > 0 {
		if digit := t[0] >= '0' && t[0] <= '9'; digit {
			return t[:n-2] + `\` + t[n-2:]
		}
		return `\` + t
	}
	return t
}

// containerMark returns the length of the mark that begins a quote, a list
// item or a definition, 0 if there is none.
func containerMark(s string) int {
	if s == "" {
		return 0
	}
	switch c := s[0]; {
	case c == '>':
		return 1
	case c == '-' || c == '*' || c == '+' || c == ':':
		if len(s) > 1 && (s[1] == ' ' || s[1] == '\n') {
			return 2
		}
	case c >= '0' && c <= '9':
		n := 0
		for n < len(s) && n < 9 && s[n] >= '0' && s[n] <= '9' {
			n++
		}
		if n+1 < len(s) && (s[n] == '.' || s[n] == ')') && (s[n+1] == ' ' || s[n+1] == '\n') {
			return n + 2
		}
	}
	return 0
}

// inline escapes the delimiters of emphasis and links that nest too deep.
func (l *limiter) inline(s string) string {
	if !strings.ContainsAny(s, "*_~[]") {
		return s
	}
	var b strings.Builder
	changed := false
	for i := 0; i < len(s); {
		n, escape := l.mark(s, i)
		if !escape {
			b.WriteString(s[i : i+n])
		} else {
			changed = true
			for k := i; k < i+n; k++ {
				if s[k] != ']' { // of ]( it is the ( that is escaped
					b.WriteByte('\\')
				}
				b.WriteByte(s[k])
			}
		}
		i += n
	}
	if !changed {
		return s
	}
	return b.String()
}

// mark reads what stands at i: its length, and whether it must be escaped.
func (l *limiter) mark(s string, i int) (n int, escape bool) {
	switch c := s[i]; c {
	case '\\':
		return min(2, len(s)-i), false
	case '*', '_', '~':
		for n = 1; i+n < len(s) && s[i+n] == c; {
			n++
		}
		return n, l.emphasis.run(s, i, n)
	case '[':
		if l.brackets == maxBrackets {
			return 1, true
		}
		l.brackets++
	case ']':
		l.brackets = max(0, l.brackets-1)
		if strings.HasPrefix(s[i:], "](") && !l.closes(s[i+2:]) {
			return 2, true
		}
	}
	return 1, false
}

// closes reports whether the address of a link that begins with s ends. Each
// that does not would be looked for up to the end of the paragraph.
func (l *limiter) closes(s string) bool {
	if strings.IndexByte(s[:min(len(s), maxTarget)], ')') >= 0 {
		return true
	}
	if len(s) >= maxTarget {
		return false
	}
	ahead, _, _ := strings.Cut(l.ahead, "\n\n")
	return strings.IndexByte(ahead, ')') >= 0
}
