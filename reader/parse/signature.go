package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"offprint/reader/clean"
)

// signedReach is how far above the end a name may stand by which an article is
// signed, in blocks: notes and a word on the author may follow it.
const signedReach = 3

// signature returns the name by which an article is signed at its end: a line
// of its own behind a paragraph, that names a writer with a word such as By, or
// holds nothing but a name that is set apart.
func (m *pageMeta) signature(blocks []clean.Block) string {
	for i := len(blocks) - 1; i > 0 && i >= len(blocks)-signedReach; i-- {
		b, before := &blocks[i], &blocks[i-1]
		if b.Kind != clean.Prose || len(b.Lines) != 1 || before.Kind != clean.Prose || !sentence(strings.TrimSpace(before.Text())) && !asks(before.Text()) {
			continue
		}
		line := strings.Trim(stripMarks(b.Lines[0]), "()[]–—- ")
		var probe found
		if bylineOf(line, &probe) {
			line = probe.byline
		} else if i < len(blocks)-1 || strings.IndexAny(b.Lines[0], "*_(–—") != 0 || !fullName(line) {
			continue
		}
		if name := m.people([]string{line}); name != "" && !m.titled(name) {
			return name
		}
	}
	return ""
}

// asks reports whether a text ends in a question or a call.
func asks(text string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(text, "\"'”’») \n*_"))
	return r == '?' || r == '!' || r == '…'
}

// particles are the words in lower case that stand between the names of a person.
var particles = map[string]bool{"von": true, "van": true, "der": true, "de": true, "del": true, "della": true, "da": true, "dos": true, "di": true, "la": true, "le": true, "zu": true, "den": true, "ten": true, "el": true, "al": true, "y": true}

// fullName reports whether a line is the first and last name of somebody: two
// to four words of letters with a capital each, and not all of them capitals.
func fullName(line string) bool {
	words := strings.Fields(line)
	if len(words) < 2 || len(words) > 5 || len(line) > 40 || strings.ToUpper(line) == line {
		return false
	}
	names := 0
	for _, w := range words {
		first, n := utf8.DecodeRuneInString(w)
		switch {
		case particles[w]:
			continue
		case !unicode.IsUpper(first) || len(w) == n:
			return false
		}
		for i, r := range w {
			if !unicode.IsLetter(r) && r != '-' && r != '’' && r != '\'' && (r != '.' || i != n) {
				return false
			}
		}
		if !strings.HasSuffix(w, ".") {
			names++
		}
	}
	return names >= 2 && names <= 3
}
