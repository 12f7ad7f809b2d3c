package clean

import (
	"html"
	"strings"

	"offprint/reader"
)

// unlink makes text of the links in text that lead nowhere: to #, to a file beside
// the page, to a script, to data inside the link. It returns how many there were, and what else
// stands in it but marks between them.
func unlink(line string, notes *Notes) (out string, dead int, rest string) {
	if !strings.Contains(line, "](") {
		return line, 0, line
	}
	var b, left strings.Builder
	for i := 0; i < len(line); {
		if line[i] == '\\' && i+1 < len(line) {
			b.WriteString(line[i : i+2])
			left.WriteString(line[i : i+2])
			i += 2
			continue
		}
		if line[i] == '`' {
			n := codeSpan(line[i:])
			b.WriteString(line[i : i+n])
			left.WriteString("`")
			i += n
			continue
		}
		text, address, n := linkAt(line[i:])
		if n > 0 && i > 0 && line[i-1] == '!' && deadAddress(address) {
			b.WriteString("[" + text + "]()")
			i += n
			continue
		}
		if n == 0 || i > 0 && line[i-1] == '!' || !validAddress(address) || !deadAddress(address) {
			b.WriteByte(line[i])
			left.WriteByte(line[i])
			i++
			continue
		}
		notes.Add(reader.RepairDeadLink, text)
		b.WriteString(text)
		dead++
		i += n
	}
	return b.String(), dead, strings.Trim(left.String(), " \n|·•/\\>»«<-–—,:*_+0123456789.")
}

// linkAt reads a link [text](address) at the beginning of s; n is its length, 0 if there is none.
func linkAt(s string) (text, address string, n int) {
	if s[0] != '[' {
		return "", "", 0
	}
	depth := 0
	for i := 0; i < len(s) && i < 2000; i++ {
		switch s[i] {
		case '\\':
			i++
		case '[':
			depth++
		case ']':
			depth--
		}
		if depth > 8 {
			return "", "", 0
		}
		if depth > 0 {
			continue
		}
		if i+1 >= len(s) || s[i+1] != '(' {
			return "", "", 0
		}
		end := addressEnd(s, i+2)
		if end < 0 {
			return "", "", 0
		}
		return s[1:i], strings.TrimSpace(s[i+2 : end]), end + 1
	}
	return "", "", 0
}

// maxAddress is how long an address may be, in bytes; those of embedded
// pictures are longer, but have no parentheses.
const maxAddress = 2048

// addressEnd finds the parenthesis that closes the one before from, -1 if there is none in the line.
func addressEnd(s string, from int) int {
	if strings.HasPrefix(s[from:], "data:") {
		if n := strings.IndexByte(s[from:], ')'); n >= 0 {
			return from + n
		}
		return -1
	}
	depth := 0
	for j := from; j < min(len(s), from+maxAddress) && s[j] != '\n'; j++ {
		switch s[j] {
		case '\\':
			j++
		case '(':
			depth++
		case ')':
			if depth == 0 {
				return j
			}
			depth--
		}
	}
	return -1
}

// validAddress reports whether what stands between the parentheses of a link
// is an address: without blanks, unless a title follows or brackets hold it.
func validAddress(address string) bool {
	if strings.HasPrefix(address, "<") {
		return strings.Contains(address, ">")
	}
	_, title, blank := strings.Cut(address, " ")
	title = strings.TrimSpace(title)
	return !blank || title != "" && strings.ContainsAny(title[:1], "\"'(")
}

// deadAddress reports whether an address leads nowhere outside the page, or
// to what must not be opened: only web and mail addresses live.
func deadAddress(address string) bool {
	a := strings.TrimSpace(html.UnescapeString(strings.ReplaceAll(address, "\\", "")))
	a = strings.ToLower(strings.TrimSpace(strings.TrimLeft(a, "<")))
	for _, scheme := range []string{"http://", "https://", "mailto:"} {
		if len(a) > len(scheme) && strings.HasPrefix(a, scheme) {
			return false
		}
	}
	return true
}

// verbatim returns how many bytes s begins with in which nothing is markup: an
// escaped character, code; 0 if it does not.
func verbatim(s string) int {
	switch {
	case s[0] == '\\' && len(s) > 1:
		return 2
	case s[0] == '`':
		return codeSpan(s)
	}
	return 0
}

// codeSpan returns the length of the code span that s begins with, or of its backticks if it is not closed.
func codeSpan(s string) int {
	n := len(s) - len(strings.TrimLeft(s, "`"))
	for i := n; i < len(s); {
		j := strings.IndexByte(s[i:], '`')
		if j < 0 {
			break
		}
		i += j
		m := len(s[i:]) - len(strings.TrimLeft(s[i:], "`"))
		if i += m; m == n {
			return i
		}
	}
	return n
}
