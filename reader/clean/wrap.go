package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"offprint/reader"
)

// shortLine is the width below which lines are taken to be broken on purpose
// (verse, addresses), in characters.
const shortLine = 40

// Unwrap joins the lines of prose that were broken at a fixed width, and
// parts those that are paragraphs of their own. Other lines keep their breaks,
// as hard ones. words holds the words of the whole text, to mend those divided
// at a line's end.
func Unwrap(blocks []Block, words Words, notes *Notes) []Block {
	out := make([]Block, 0, len(blocks))
	for _, b := range blocks {
		if b.Kind != Prose || len(b.Lines) < 2 {
			if b.Kind == Prose {
				b.Lines = []string{strings.TrimSpace(b.Lines[0])}
			}
			out = append(out, b)
			continue
		}
		out = append(out, unwrap(b, words, notes)...)
	}
	return out
}

// unwrap decides for one block of several lines.
func unwrap(b Block, words Words, notes *Notes) []Block {
	lines := trimmed(b.Lines)
	if notes.AsIs {
		b.Lines = hardBreaks(lines)
		return []Block{b}
	}
	full := filled(lines)
	if !full && apart(lines) {
		out := make([]Block, len(lines))
		for i, l := range lines {
			out[i] = Block{Kind: Prose, Lines: []string{l}}
		}
		return out
	}
	var joined []string
	open := []byte(lines[0])
	for i, l := range lines[1:] {
		hard := strings.HasSuffix(b.Lines[i], "  ") && !full || strings.HasSuffix(lines[i], "\\")
		if !hard && (full || goesOn(lines[i], l) || shortened(lines[i], l) || hyphened(lines[i])) {
			cut, blank := seam(lines[i], l, words, notes)
			open = append(append(open[:len(open)-cut], blank...), l...)
			continue
		}
		joined = append(joined, string(open))
		open = append(open[:0], l...)
	}
	joined = append(joined, string(open))
	if len(joined) < len(lines) {
		notes.Add(reader.RepairHardWrap, lines[0])
	}
	if full {
		b.Lines = hardBreaks(joined)
		return []Block{b}
	}
	return parted(joined)
}

// hardBreaks marks the lines so that each but the last stays a line.
func hardBreaks(lines []string) []string {
	for i := range len(lines) - 1 {
		if !strings.HasSuffix(lines[i], "\\") {
			lines[i] += "\\"
		}
	}
	return lines
}

// trimmed returns the lines without the blanks at their ends.
func trimmed(lines []string) []string {
	out := make([]string, len(lines))
	for i, l := range lines {
		out[i] = strings.TrimSpace(l)
	}
	return out
}

// filled reports whether lines were filled up to a width: the first word of
// each would not have fitted on the line before.
func filled(lines []string) bool {
	width, longest := 0, 0
	for i, l := range lines {
		n := runes(l)
		longest = max(longest, n)
		if i < len(lines)-1 {
			width = max(width, n)
		}
	}
	if width < shortLine || longest > 200 {
		return false
	}
	for i, l := range lines[1:] {
		word, _, _ := strings.Cut(l, " ")
		if runes(lines[i])+1+runes(word) < longest {
			return false
		}
	}
	if len(lines) > 3 {
		return true
	}
	// Two or three lines are filled by chance: verse, names with a role. They
	// must break within sentences too.
	for i, l := range lines[1:] {
		if !goesOn(lines[i], l) && !divided(lines[i], l) && endsSentence(lines[i]) {
			return false
		}
	}
	return goesOn(lines[0], lines[1]) || divided(lines[0], lines[1]) || width >= 60
}

// apart reports whether every line is a paragraph by itself: long, and ending as one does.
func apart(lines []string) bool {
	whole, long := 0, 0
	for _, l := range lines {
		if endsSentence(l) {
			whole++
		}
		if runes(l) > paragraphLine {
			long++
		}
	}
	return long > 0 && whole*4 >= len(lines)*3
}

// goesOn reports whether next continues the sentence of prev.
func goesOn(prev, next string) bool {
	return !endsSentence(prev) && startsLower(next)
}

// divided reports whether a word is divided between the two lines.
func divided(prev, next string) bool {
	if !startsLower(next) {
		return false
	}
	return hyphened(prev)
}

// hyphened reports whether a line ends in a letter and a hyphen.
func hyphened(prev string) bool {
	if !strings.HasSuffix(prev, "-") {
		return false
	}
	r, _ := utf8.DecodeLastRuneInString(strings.TrimSuffix(prev, "-"))
	return unicode.IsLetter(r)
}

// JoinLines returns prev and next as one line.
func JoinLines(prev, next string, words Words, notes *Notes) string {
	next = strings.TrimSpace(next)
	cut, blank := seam(prev, next, words, notes)
	return prev[:len(prev)-cut] + blank + next
}

// seam tells how prev and next become one line: how many bytes of prev go, and
// what stands between the two.
func seam(prev, next string, words Words, notes *Notes) (cut int, blank string) {
	if divided(prev, next) {
		head, tail := lastWord(strings.TrimSuffix(prev, "-")), wordHead(next[:min(len(next), 100)])
		if words.divides(head, tail) {
			notes.Add(reader.RepairHyphen, head+tail)
			return 1, ""
		}
	}
	if hyphened(prev) {
		return 0, ""
	}
	a, _ := utf8.DecodeLastRuneInString(prev)
	z, _ := utf8.DecodeRuneInString(next)
	if unblanked(a) && unblanked(z) {
		return 0, ""
	}
	return 0, " "
}

// unblanked reports whether no blank is put beside r: Chinese and Japanese, but not Korean.
func unblanked(r rune) bool {
	return r >= 0x3000 && r <= 0x303f || r >= 0xff00 && r <= 0xff60 || unspaced(r) && !unicode.Is(unicode.Hangul, r)
}

func lastWord(s string) string { return wordTail(s[max(0, len(s)-100):]) }

// startsLower reports whether s begins in lower case as the middle of a
// sentence does; a name such as iPhone does not count.
func startsLower(s string) bool {
	s = strings.TrimLeft(s, `"'“”‘’«»„(*_[`)
	r, n := utf8.DecodeRuneInString(s)
	if !unicode.IsLower(r) {
		return false
	}
	z, _ := utf8.DecodeRuneInString(s[n:])
	return !unicode.IsUpper(z)
}

// endsSentence reports whether s ends as a sentence, a clause or a heading does.
func endsSentence(s string) bool {
	s = strings.TrimRight(s, " \"'“”‘’«»)*_]\\")
	r, _ := utf8.DecodeLastRuneInString(s)
	switch r {
	case '.', '!', '?', '…', ':', ';', '。', '！', '？', '：', '；', '।', '؟', '۔', '|', '>':
		return true
	}
	return false
}
