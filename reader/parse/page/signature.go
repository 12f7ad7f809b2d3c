package page

import (
	"strings"

	"offprint/reader/clean"
	"offprint/reader/parse/frame"
	"offprint/reader/parse/phrase"
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
		if b.Kind != clean.Prose || len(b.Lines) != 1 || before.Kind != clean.Prose || !phrase.EndsSentence(strings.TrimSpace(before.Text())) && !phrase.Asks(before.Text()) {
			continue
		}
		line := strings.Trim(phrase.StripMarks(b.Lines[0]), "()[]–—- ")
		var probe frame.Found
		if frame.BylineOf(line, &probe) {
			line = probe.Byline
		} else if i < len(blocks)-1 || strings.IndexAny(b.Lines[0], "*_(–—") != 0 || !phrase.FullName(line) {
			continue
		}
		if name := m.people([]string{line}); name != "" && !m.titled(name) {
			return name
		}
	}
	return ""
}
