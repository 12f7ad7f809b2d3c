package store

import (
	"context"

	"offprint/reader"
	"offprint/store/pack"
)

// Part is where an article was read from.
type Part struct {
	Origin  string // the file
	Place   int    // among the articles of the file, from 0
	Charset string // see Item
}

// Part returns where an article was read from. ErrNoArticle if it is not there.
func (a *Archive) Part(ctx context.Context, id ID) (p Part, err error) {
	err = a.read(ctx, "look up a file", func(l *link) error {
		err := l.one(`SELECT f.origin, f.charset, coalesce(min(p.number), 0) FROM article a JOIN file f ON f.id = a.file
			LEFT JOIN part p ON p.file = f.id AND p.article = a.id WHERE a.id = ? AND a.deleted = 0 GROUP BY a.id`, []any{id}, &p.Origin, &p.Charset, &p.Place)
		if absent(err) {
			return ErrNoArticle
		}
		return err
	})
	p.Charset = string(reader.CleanLine(p.Charset))
	return p, err
}

// Original returns the file that the article was read from, nil if it was not kept.
func (a *Archive) Original(ctx context.Context, id ID) ([]byte, error) {
	var data []byte
	err := a.read(ctx, "read an original", func(l *link) error {
		var packed []byte
		err := l.one("SELECT f.original FROM article a JOIN file f ON f.id = a.file WHERE a.id = ?", []any{id}, &packed)
		if absent(err) {
			return ErrNoArticle
		}
		if err != nil || packed == nil {
			return err
		}
		data, err = pack.Unpack(packed)
		return err
	})
	return data, err
}
