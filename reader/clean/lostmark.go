package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"offprint/reader"
)

// lostMarks mends quotation marks and apostrophes of English of which a wrong
// decoding has left an â: the two bytes behind it were taken for control
// characters, and went. Only those are mended that can be nothing else: Iâm,
// the Boardâs, âThe house,â she said. It must run behind [misreadTwice].
func lostMarks(text string, notes *Notes) string {
	if !strings.Contains(text, "â") || !plainlyEnglish(text) || aboutEncodings.MatchString(shownText(text)) {
		return text
	}
	var b strings.Builder
	told := false
	for at := 0; ; {
		i := strings.Index(text[at:], "â")
		if i < 0 {
			b.WriteString(text[at:])
			return b.String()
		}
		i += at
		b.WriteString(text[at:i])
		at = i + len("â")
		mark := lostMark(text[:i], text[at:])
		if mark == "" {
			mark = "â"
		} else if !told {
			told = true
			notes.Add(reader.RepairEncoding, "lost mark: "+lastField(text[max(0, i-20):i])+"â is "+mark)
		}
		b.WriteString(mark)
	}
}

// plainlyEnglish reports whether a text has the commonest words of English, and
// no other letter with a circumflex, as languages have that spell with an â.
func plainlyEnglish(text string) bool {
	return strings.Contains(text, " the ") && strings.Contains(text, " and ") && !strings.ContainsAny(text, "êîôûÊÎÔÛășțãõ")
}

// lostMark returns the mark that an â between two texts stands for, empty if
// that is not certain.
func lostMark(before, after string) string {
	prev, _ := utf8.DecodeLastRuneInString(before)
	next, n := utf8.DecodeRuneInString(after)
	if unicode.IsLetter(prev) {
		for _, end := range []string{"s", "re", "ve", "ll", "d", "m"} {
			if rest, ok := strings.CutPrefix(after, end); ok && !wordGoesOn(rest) {
				return "’"
			}
		}
		if prev == 'n' && next == 't' && !wordGoesOn(after[n:]) {
			return "’"
		}
		return ""
	}
	switch {
	case unicode.IsUpper(next) && (before == "" || unicode.IsSpace(prev) || prev == '('):
		return "“"
	case strings.ContainsRune(",.?!", prev) && (after == "" || unicode.IsSpace(next) || strings.ContainsRune(",.;)", next)):
		return "”"
	case unicode.IsSpace(prev) && unicode.IsSpace(next):
		return "–"
	}
	return ""
}

// wordGoesOn reports whether s begins with a letter.
func wordGoesOn(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r)
}
