package store

import (
	"database/sql"
	"time"

	"offprint/reader"
)

// datesApart is how far the dates of two files must lie apart to tell which text
// is older: copying a folder gives all its files about the same date.
const datesApart = 24 * time.Hour

// older reports whether a text that was met later is older than the one that
// is shown, so that it becomes an older version and does not take its place.
// The dates of their files tell, if they lie apart, else those of
// publication. The same file has its newest text, whatever its date.
func (in *intake) older(id ID, art *reader.Article, file int64) (bool, error) {
	var shown, changed int64
	var published sql.NullInt64
	err := in.l.one("SELECT a.file, a.published, coalesce(f.modified, 0) FROM article a LEFT JOIN file f ON f.id = a.file WHERE a.id = ?",
		[]any{id}, &shown, &published, &changed)
	if err != nil || shown == file {
		return false, err
	}
	// Unix times of files that have no date are before 1970, or 0 of those that were salvaged.
	if changed > 0 && in.modified.Unix() > 0 {
		switch gap := in.modified.Sub(time.Unix(0, changed)); {
		case gap <= -datesApart:
			return true, nil
		case gap >= datesApart:
			return false, nil
		}
	}
	return published.Valid && !art.Published.IsZero() && art.Published.Unix() < published.Int64, nil
}

// keepOlder keeps a text that is older than the one that is shown.
func (in *intake) keepOlder(id ID, art *reader.Article, hash [32]byte) error {
	if err := in.keepVersion(id, string(art.Title), art.Markdown, hash[:]); err != nil {
		return err
	}
	if err := in.identify(id, art, hash); err != nil {
		return err
	}
	return in.l.do("UPDATE article SET versions = versions + 1 WHERE id = ?", id)
}
