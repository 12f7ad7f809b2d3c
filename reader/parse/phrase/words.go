// Package phrase tells what a few words are: the end of a sentence, a name, the
// title of a page with its site's name behind it, an address. It looks at the
// words alone, wherever they stand; what they are in an article is told by
// packages frame and page.
//
//	words.go     marks of Markdown taken off; ends of sentences; letters
//	names.go     names of people, and what stands before them
//	sitename.go  titles that name their site, and sites named after their host
//	address.go   addresses of the web
package phrase

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"offprint/reader"
	"offprint/reader/markdown"
)

// Words returns the words of a line of Markdown.
func Words(line string) string {
	line, _ = markdown.Limit(line)
	p := markdown.Plain(reader.Clean(line))
	return strings.Join(strings.Fields(p.Text), " ")
}

// FieldReach is the length from which a line is no field of any kind, in bytes.
const FieldReach = 2000

// StripMarks takes the marks of emphasis, headings and links off a line.
func StripMarks(s string) string {
	s = strings.TrimSpace(strings.TrimLeft(s, "#"))
	if len(s) > FieldReach || !strings.ContainsAny(s, "*_[\\`&") {
		return s
	}
	return Words(EscapeAngles(s))
}

// EscapeAngles escapes the < that could begin a tag, and is not escaped yet.
func EscapeAngles(s string) string {
	if !strings.Contains(s, "<") {
		return s
	}
	var b strings.Builder
	for i := range len(s) {
		if s[i] == '<' && (i == 0 || s[i-1] != '\\') {
			b.WriteByte('\\')
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// EndsSentence reports whether line ends as running text does.
func EndsSentence(line string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(line, "\"'”’»)"))
	switch r {
	case '.', ',', ';', ':', '。', '，', '-':
		return !strings.HasSuffix(line, "U.S.") && !strings.HasSuffix(line, "U.N.")
	}
	return false
}

// FirstFilled returns the first text that is more than blanks, empty if none is.
func FirstFilled(all ...string) string {
	for _, s := range all {
		if strings.TrimSpace(s) != "" {
			return s
		}
	}
	return ""
}

// Asks reports whether a text ends in a question or a call.
func Asks(text string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(text, "\"'”’») \n*_"))
	return r == '?' || r == '!' || r == '…'
}

// EndsInitial reports whether the last word is so short that a full stop
// after it more likely marks an abbreviation than the sentence's end.
func EndsInitial(s string) bool { return len(s)-strings.LastIndexByte(s, ' ') <= 4 }

// WordRune reports whether a character belongs to a word.
func WordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

// CutFold is [strings.CutPrefix] whatever the case of the letters.
func CutFold(s, prefix string) (string, bool) {
	if len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix) {
		return s[len(prefix):], true
	}
	return s, false
}
