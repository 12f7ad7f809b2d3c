package store

import (
	"context"
	"time"
)

// Purge drops for good what was deleted before a moment, and the steps of undo that need it.
// It returns how many articles went.
func (a *Archive) Purge(ctx context.Context, before time.Time) (int, error) {
	gone := 0
	err := a.write(ctx, "purge", func(l *link) error {
		ids, err := l.numbers("SELECT id FROM article WHERE deleted <> 0 AND deleted < ?", before.Unix())
		if err != nil {
			return err
		}
		gone = len(ids)
		for _, id := range ids {
			for _, text := range purges {
				if err := l.do(text, id); err != nil {
					return err
				}
			}
		}
		if gone == 0 {
			return nil
		}
		return l.do("DELETE FROM identity WHERE article NOT IN (SELECT id FROM article)")
	})
	return gone, err
}

// purges drop all that belongs to an article, itself last.
var purges = []string{
	"DELETE FROM body WHERE id = ?", "DELETE FROM finding WHERE id = ?", "DELETE FROM version WHERE article = ?",
	"DELETE FROM part WHERE article = ?", "DELETE FROM correction WHERE article = ?", "DELETE FROM highlight WHERE article = ?",
	"DELETE FROM kept WHERE article = ?", "DELETE FROM attempt WHERE article = ?",
	"DELETE FROM position WHERE article = ?", "DELETE FROM mark WHERE article = ?",
	// A file of many articles stays as long as one of them does.
	"UPDATE file SET original = NULL WHERE id = (SELECT file FROM article WHERE id = ?) AND NOT EXISTS (SELECT 1 FROM part WHERE part.file = file.id)",
	"DELETE FROM article WHERE id = ?",
}
