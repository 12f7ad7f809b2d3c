// Package digest runs all makers over a saved file: parsing, plain text,
// entities, quotes. It is the front door to the sub-packages of reader and the
// only package that knows them all.
//
// Of reads a file; Article goes over an article that was read before, when the
// makers have changed since ([Version]).
package digest

import (
	"unicode"

	"offprint/reader"
	"offprint/reader/entity"
	"offprint/reader/markdown"
	"offprint/reader/parse"
	"offprint/reader/quote"
)

// Version is raised whenever a maker finds something else in the same text,
// so that an archive knows which of its articles to go over again.
const Version = 6

// Of returns what is found in src, one digest an article. It fails as
// [parse.Parse] does.
func Of(src reader.Source) ([]reader.Digest, error) {
	articles, err := parse.Parse(src)
	if err != nil {
		return nil, err
	}
	out := make([]reader.Digest, len(articles))
	for i, a := range articles {
		out[i] = Article(a)
	}
	return out, nil
}

// Article returns what is found in a.
func Article(a reader.Article) reader.Digest {
	d := reader.Digest{Article: a, Plain: markdown.Plain(a.Markdown)}
	d.Words = words(&d.Plain)
	d.Entities = entity.Find(&d.Plain, a.Language)
	d.Quotes = quote.Interview(&a, &d.Plain, d.Entities, quote.Find(&d.Plain, a.Language, d.Entities))
	return d
}

// wideWords is how many characters of a script without blanks make up a word.
const wideWords = 2

// words counts the words of the running text: runs of letters and digits, and
// in scripts that put no blanks between words one for every two characters.
func words(p *reader.Plain) int {
	n, wide := 0, 0
	for _, b := range p.Blocks {
		if !b.Kind.Prose() {
			continue
		}
		in := false
		for _, r := range p.Text[b.Start:b.End] {
			switch {
			case r >= 0x2e80 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana):
				wide++
				in = false
			case unicode.IsLetter(r) || unicode.IsDigit(r):
				if !in {
					n++
				}
				in = true
			case r == '\'' || r == '’' || r == '-' || unicode.IsMark(r):
			default:
				in = false
			}
		}
	}
	return n + (wide+wideWords-1)/wideWords
}
