package store

import (
	"offprint/reader"
	"offprint/store/excerpt"
)

// What is looked at of one article to choose a line.
const (
	maxLineText = 1 << 19 // bytes of its text
	maxPlain    = 1 << 21 // bytes of its Markdown
)

// hitOf returns an article with its line.
func hitOf(l *link, f *excerpt.Finder, id ID) (Hit, error) {
	r, err := row(l, id)
	if err != nil {
		return Hit{}, err
	}
	h := Hit{Row: r}
	plain, err := plainText(l, id)
	if err != nil {
		return Hit{}, err
	}
	text := plain.Text[:min(len(plain.Text), maxLineText)]
	start, end, shown := f.Best(text)
	if shown > 0 {
		h.At = plain.Span(start, end)
	}
	h.Line, h.Marks = f.Line(text, start, end)
	return h, noteHit(l, f, &h, shown)
}

// plainText returns the plain text of an article, ready to be shown.
// Of one beyond maxPlain it is the beginning of its Markdown, as reading it
// all for one line would hold up the search; of one that is damaged, its Markdown.
func plainText(l *link, id ID) (reader.Plain, error) {
	var markdown string
	var code []byte
	err := l.one(`SELECT CASE WHEN octet_length(markdown) > ?1 THEN substr(markdown, 1, ?2) ELSE markdown END,
		CASE WHEN octet_length(markdown) > ?1 THEN NULL ELSE plain END FROM body WHERE id = ?3`, []any{maxPlain, maxLineText, id}, &markdown, &code)
	if absent(err) {
		return reader.Plain{}, ErrNoArticle
	}
	if err != nil {
		return reader.Plain{}, err
	}
	text := reader.Clean(markdown)
	if code != nil {
		if plain, err := reader.DecodePlain(text, code); err == nil {
			return plain, nil
		}
	}
	var b reader.PlainBuilder
	b.Begin()
	b.Add(string(text), reader.Span{Start: 0, End: len(text)})
	b.End(reader.BlockParagraph)
	return b.Plain(), nil
}
