package frame

import (
	"slices"
	"strings"

	"offprint/reader"
	"offprint/reader/clean"
	"offprint/reader/parse/phrase"
)

// aboutAuthor are the headings below which a site says who wrote an article,
// and then leads to others, in lower case.
var aboutAuthor = []string{
	"about the author", "about the authors", "about the writer", "author", "über den autor", "über die autorin", "über die autoren", "zur autorin", "zum autor", "à propos de l'auteur", "à propos de l'autrice", "sobre el autor", "sobre la autora", "l'autore", "об авторе",
}

// sourcesBelow are the headings of what belongs to the article and may stand
// below those, in lower case.
var sourcesBelow = []string{"notes", "footnotes", "references", "sources", "bibliography", "correction", "corrections", "anmerkungen", "fußnoten", "quellen", "literatur", "einzelnachweise", "references and notes", "références", "fuentes", "notas", "note"}

// endShare is the part of the text, one in so many, that may stand below such a heading.
const endShare = 4

// dropAboutAuthor drops what stands below the heading that tells of the writer,
// up to the article's notes.
func dropAboutAuthor(blocks []clean.Block, f *Found, notes *clean.Notes) []clean.Block {
	if notes.AsIs {
		return blocks
	}
	whole, at, above := 0, -1, 0
	for i := range blocks {
		if at < 0 && i > 0 && tellsAuthor(&blocks[i], f) {
			at, above = i, whole
		}
		whole += len(blocks[i].Text())
	}
	if at < 0 || (whole-above)*endShare > whole {
		return blocks
	}
	end := at + 1
	for end < len(blocks) && !(blocks[end].Kind == clean.Heading && slices.Contains(sourcesBelow, HeadingLine(&blocks[end]))) {
		if len(blocks[end].Text()) > vitaLine {
			return blocks
		}
		end++
	}
	for _, b := range blocks[at:end] {
		notes.Add(reader.RepairNavigation, b.Text())
	}
	return slices.Delete(blocks, at, end)
}

// tellsAuthor reports whether a block is a heading below which stands who the writer is.
func tellsAuthor(b *clean.Block, f *Found) bool {
	if b.Kind != clean.Heading {
		return false
	}
	line := HeadingLine(b)
	if slices.Contains(aboutAuthor, line) {
		return true
	}
	by := strings.ToLower(f.Byline)
	if !strings.Contains(by, " ") {
		return false
	}
	return line == by || line == "written by "+by || line == "about "+by || line == "über "+by
}

// HeadingLine returns the words of a heading in lower case.
func HeadingLine(b *clean.Block) string {
	return strings.ToLower(strings.Trim(phrase.StripMarks(strings.Trim(b.Text(), "# ")), " :"))
}
