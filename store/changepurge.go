package store

import (
	"context"
	"slices"
	"time"
)

// Purge drops for good what was deleted before a moment; undo and redo leave it
// out from then on. It returns how many articles went.
func (a *Archive) Purge(ctx context.Context, before time.Time) (int, error) {
	gone := 0
	err := a.write(ctx, "purge", func(l *link) error {
		ids, err := l.numbers("SELECT id FROM article WHERE deleted <> 0 AND deleted < ?", before.Unix())
		if err != nil {
			return err
		}
		if gone = len(ids); gone == 0 {
			return nil
		}
		if err := keepNumber(l, slices.Max(ids)); err != nil {
			return err
		}
		list := jsonIDs(ids)
		for _, text := range purges {
			if err := l.do(text, list); err != nil {
				return err
			}
		}
		return dropDocuments(l)
	})
	return gone, err
}

// factArticle is the highest number that an article ever had which was purged.
// It is not given again: undo and redo would take the new article for the old one.
const factArticle = "article"

func keepNumber(l *link, id int64) error {
	last, err := l.fact(factArticle)
	if err != nil || last >= id {
		return err
	}
	return l.setFact(factArticle, id)
}

// purges drop all that belongs to articles, themselves last. Each goes over
// its table once, however many articles there are.
var purges = []string{
	"DELETE FROM body WHERE id IN " + these, "DELETE FROM finding WHERE id IN " + these, "DELETE FROM version WHERE article IN " + these,
	"DELETE FROM correction WHERE article IN " + these, "DELETE FROM highlight WHERE article IN " + these,
	"DELETE FROM kept WHERE article IN " + these, "DELETE FROM attempt WHERE article IN " + these,
	"DELETE FROM position WHERE article IN " + these, "DELETE FROM mark WHERE article IN " + these,
	"DELETE FROM identity WHERE article IN " + these, "DELETE FROM made WHERE article IN " + these,
	"DELETE FROM part WHERE article IN " + these,
	// A file of many articles stays as long as one of them does.
	"UPDATE file SET original = NULL WHERE id IN (SELECT file FROM article WHERE id IN " + these + ") AND NOT EXISTS (SELECT 1 FROM part WHERE part.file = file.id)",
	"DELETE FROM article WHERE id IN " + these,
}

// these are the articles of a list of ids as jsonIDs writes it.
const these = "(SELECT value FROM json_each(?))"
