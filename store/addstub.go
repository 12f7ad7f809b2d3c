package store

import (
	"context"
	"database/sql"
	"time"

	"offprint/reader"
)

// Stubs returns up to n stubs that have an address, after the article with id
// after, in the order of their ids: a caller that goes on after the last one sees each once, also
// when some are filled meanwhile. Who fetches them calls Add for a text that
// was found, and NoteFetch for one that was not.
func (a *Archive) Stubs(ctx context.Context, after ID, n int) ([]Stub, error) {
	var list []Stub
	err := a.read(ctx, "list stubs", func(l *link) error {
		list = nil
		return l.all(`SELECT a.id, a.address, a.title, t.tried, coalesce(t.reason, '') FROM article a INDEXED BY article_stub LEFT JOIN attempt t ON t.article = a.id
			WHERE a.stub = 1 AND a.deleted = 0 AND a.address <> '' AND a.id > ? ORDER BY a.id LIMIT ?`, []any{after, n}, func(scan func(...any) error) error {
			var s Stub
			var address, title, reason string
			var tried sql.NullInt64
			if err := scan(&s.ID, &address, &title, &tried, &reason); err != nil {
				return err
			}
			s.Address, s.Title, s.Reason = reader.CleanLine(address), reader.CleanLine(title), reader.CleanLine(reason)
			if tried.Valid {
				s.Tried = time.Unix(tried.Int64, 0).UTC()
			}
			list = append(list, s)
			return nil
		})
	})
	return list, err
}

// NoteFetch keeps that the text of a stub could not be had just now, and why.
// ErrNoArticle if there is no such stub.
func (a *Archive) NoteFetch(ctx context.Context, id ID, reason string) error {
	return a.write(ctx, "note a fetch", func(l *link) error {
		n, err := l.number("SELECT count(*) FROM article WHERE id = ? AND stub = 1 AND deleted = 0", id)
		if err != nil || n == 0 {
			return orNoArticle(err)
		}
		return l.do("INSERT OR REPLACE INTO attempt (article, tried, reason) VALUES (?, ?, ?)",
			id, a.now().Unix(), string(reader.CleanLine(reason)))
	})
}
