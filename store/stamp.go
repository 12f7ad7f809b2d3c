package store

import "context"

// Stamp is what an archive's contents are told apart by: two that differ mean
// that something was added, changed or undone in between, by this program or
// by another. It says nothing else.
type Stamp struct{ articles, unread, last, changes, undone, indexed, queued, waiting int64 }

// Stamp returns the archive's present stamp. It is cheap at any size and may
// be called every few seconds.
func (a *Archive) Stamp(ctx context.Context) (Stamp, error) {
	var s Stamp
	err := a.read(ctx, "look for changes", func(l *link) error {
		return l.one(`SELECT
			(SELECT coalesce(sum(n), 0) FROM counter WHERE kind = 0),
			(SELECT coalesce(sum(unread), 0) FROM counter WHERE kind = 0),
			(SELECT coalesce(max(id), 0) FROM article),
			(SELECT coalesce(max(id), 0) FROM journal),
			(SELECT count(*) FROM (SELECT 1 FROM journal WHERE undone <> 0 ORDER BY id DESC LIMIT 1000)),
			(SELECT coalesce(max(value), 0) FROM fact WHERE key = 'indexed'),
			(SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'todo'),
			EXISTS (SELECT 1 FROM todo)`,
			nil, &s.articles, &s.unread, &s.last, &s.changes, &s.undone, &s.indexed, &s.queued, &s.waiting)
	})
	return s, err
}
