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
// all for one line would hold up the search.
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
	if code == nil {
		var b reader.PlainBuilder
		b.Begin()
		b.Add(string(reader.Clean(markdown)), reader.Span{Start: 0, End: len(reader.Clean(markdown))})
		b.End(reader.BlockParagraph)
		return b.Plain(), nil
	}
	plain, err := reader.DecodePlain(reader.Clean(markdown), code)
	if err != nil {
		return reader.Plain{Text: markdown}, nil
	}
	return plain, nil
}
