package cli

import (
	"strings"

	"offprint/reader"
)

// onlyStyles returns s with every control taken out but colour sequences (SGR)
// and newlines. It is for text that a library has put together from styles of
// ours and words of whoever; what is ours alone need not pass here.
func onlyStyles(s string) string {
	var b strings.Builder
	for s != "" {
		esc := strings.IndexByte(s, 0x1b)
		if esc < 0 {
			b.WriteString(keepTabs(s))
			break
		}
		b.WriteString(keepTabs(s[:esc]))
		s = s[esc:]
		if n := sgr(s); n > 0 {
			b.WriteString(s[:n])
			s = s[n:]
			continue
		}
		b.WriteString("␛")
		s = s[1:]
	}
	return b.String()
}

// keepTabs cleans text; completion scripts need their tabs.
func keepTabs(s string) string {
	parts := strings.Split(s, "\t")
	for i, p := range parts {
		parts[i] = string(reader.Clean(p))
	}
	return strings.Join(parts, "\t")
}

// sgr returns the length of the colour sequence that s begins with, 0 if it does not.
func sgr(s string) int {
	if !strings.HasPrefix(s, "\x1b[") {
		return 0
	}
	for i := 2; i < len(s); i++ {
		switch c := s[i]; {
		case c >= '0' && c <= '9' || c == ';' || c == ':':
		case c == 'm':
			return i + 1
		default:
			return 0
		}
	}
	return 0
}

// trimLines takes the blanks off the ends of lines that are complete.
func trimLines(s string) string {
	lines := strings.Split(s, "\n")
	for i := range lines[:len(lines)-1] {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	return strings.Join(lines, "\n")
}
