package frame

import (
	"path"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"offprint/reader"
	"offprint/reader/clean"
	"offprint/reader/parse/date"
	"offprint/reader/parse/phrase"
	"offprint/reader/parse/safe"
)

// splitTitle makes a block of the first line, if it is a title right above
// running text: short, and the next line begins anew and is much longer.
func splitTitle(blocks []clean.Block) []clean.Block {
	b := blocks[0]
	first, second := strings.TrimSpace(b.Lines[0]), strings.TrimSpace(b.Lines[1])
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(second, "\"“‘«("))
	if len(first) > TitleReach || runningText(first) || unicode.IsLower(r) || !headline(first, second) && (len(second) < 100 || len(second)*2 < len(first)*3) {
		return blocks
	}
	head := clean.Block{Kind: clean.Prose, Lines: []string{first}}
	b.Lines = b.Lines[1:]
	return append([]clean.Block{head, b}, blocks[1:]...)
}

// headline reports whether a line is a title because it is all in capitals, and
// the one below it is not.
func headline(first, second string) bool {
	capitals := func(s string) bool { return strings.ToUpper(s) == s && strings.ToLower(s) != s }
	return len(strings.Fields(first)) >= 3 && len(strings.Fields(second)) >= 5 && capitals(first) && !capitals(second)
}

// paddedTitle returns the title of a text that is one long line, its parts
// apart by runs of blanks: the first part that is as long as a title. It names
// the article, and stays in the text.
func paddedTitle(text string) string {
	text = strings.TrimSpace(text)
	line, _, _ := strings.Cut(text[:min(len(text), 4000)], "\n")
	if len(line) < 400 || !strings.Contains(line[:400], "   ") {
		return ""
	}
	for part := range strings.SplitSeq(line, "   ") {
		words := strings.Fields(part)
		if len(words) >= 5 && len(words) <= 25 && len(part) <= TitleReach {
			return strings.Join(words, " ")
		}
	}
	return ""
}

// titleOf returns the title if the first block is one: a heading, or a line
// that does not end as a sentence does and has more text below.
func titleOf(blocks []clean.Block) string {
	b := blocks[0]
	switch b.Kind {
	case clean.Heading:
		line := strings.TrimSpace(b.Lines[0])
		return phrase.StripMarks(strings.TrimSpace(strings.Trim(line, "#")))
	case clean.Prose:
	default:
		return ""
	}
	if len(b.Lines) > 2 || len(blocks) < 2 {
		return ""
	}
	line := phrase.StripMarks(strings.TrimSpace(strings.Join(b.Lines, " ")))
	line = strings.TrimSpace(strings.TrimPrefix(strings.TrimPrefix(line, "Title:"), "TITLE:"))
	if utf8.RuneCountInString(line) > TitleReach || CaptionLine(line) || wireLine.MatchString(line) || !fieldsFollow(blocks[1:]) && runningText(line) {
		return ""
	}
	if _, ok := date.Parse(line, true); ok {
		return ""
	}
	if r, _ := utf8.DecodeRuneInString(strings.TrimLeft(line, "\"'“‘«([¿¡")); !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '$' && r != '#' && r != '@' {
		return ""
	}
	return line
}

// wireLine begins the text of an agency, never a title: a place in capitals,
// perhaps a day, the agency, a dash. ELMSTEAD, Dec 20 (Tidewire) - Results of
var wireLine = regexp.MustCompile(`^\p{Lu}[\p{Lu}.,'/ -]+(?:, \p{L}{3,9}\.? \d{1,2})? \(\p{Lu}[\p{L} .]{1,30}\) ?[-–—] `)

// questionReach is how long a title that ends in a mark may be, in characters.
const questionReach = 100

// runningText reports whether a line is more likely the first sentence of a
// text than its title: it ends as one, holds the end of another, is long for a
// question, or begins in the middle of one.
func runningText(line string) bool {
	if phrase.EndsSentence(line) {
		return true
	}
	end, _ := utf8.DecodeLastRuneInString(strings.TrimRight(line, "\"'”’»)"))
	if (end == '?' || end == '!') && utf8.RuneCountInString(line) > questionReach {
		return true
	}
	first, n := utf8.DecodeRuneInString(line)
	second, _ := utf8.DecodeRuneInString(line[n:])
	if unicode.IsLower(first) && !unicode.IsUpper(second) {
		return true
	}
	for i := 0; i+2 < len(line); i++ {
		if c := line[i]; (c == '.' || c == '!' || c == '?') && line[i+1] == ' ' && line[i+2] >= 'A' && line[i+2] <= 'Z' && !phrase.EndsInitial(line[:i]) && utf8.RuneCountInString(line) > questionReach {
			return true
		}
	}
	return strings.Contains(line, "\" said ") || strings.Contains(line, "” said ")
}

// titleLength is how long a title made from the text may be, in bytes.
const titleLength = 100

// FallbackTitle names an article that has no title: by its first line, or by its file.
func FallbackTitle(md reader.Text, name string) reader.Text {
	text := strings.TrimSpace(string(md))
	line, _, _ := strings.Cut(text, "\n")
	line = strings.TrimSpace(phrase.StripMarks(strings.TrimSuffix(line, `\`)))
	for _, head := range releaseLines {
		if rest, ok := phrase.CutFold(line, head); ok && len(rest) > len(head) && !wordStarts(rest) {
			line = strings.TrimLeft(rest, " .,:;|–—-")
			break
		}
	}
	if line != "" {
		return shortened(line)
	}
	base := path.Base(strings.ReplaceAll(name, `\`, "/"))
	if stem := strings.TrimSuffix(base, path.Ext(base)); stem != "" {
		base = stem
	}
	if base == "." || base == "/" {
		return "Untitled"
	}
	return safe.Line(base)
}

// wordStarts reports whether s goes on with a letter.
func wordStarts(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return phrase.WordRune(r)
}

// shortened cuts a line to the length of a title: at the first sentence's
// end, else between two words.
func shortened(line string) reader.Text {
	if len(line) <= titleLength {
		return safe.Line(line)
	}
	for i := 20; i < titleLength; i++ {
		if c := line[i]; (c == '.' || c == '!' || c == '?') && line[i+1] == ' ' && !phrase.EndsInitial(line[:i]) {
			return safe.Line(line[:i+1])
		}
	}
	cut := strings.LastIndexByte(line[:titleLength], ' ')
	if cut < titleLength/2 {
		cut = titleLength
	}
	return safe.Line(strings.ToValidUTF8(line[:cut], "")) + "…"
}
