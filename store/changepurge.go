package store

import (
	"context"
	"encoding/json"
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
		if err := forget(l, ids); err != nil {
			return err
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
	// A file of many articles stays as long as one of them does, be it one that a later reading did not find in it.
	"UPDATE file SET original = NULL WHERE id IN (SELECT file FROM article WHERE id IN " + these + " UNION SELECT file FROM part WHERE article IN " + these + `)
		AND NOT EXISTS (SELECT 1 FROM part WHERE part.file = file.id AND part.article NOT IN ` + these + ") AND id NOT IN (SELECT file FROM article WHERE id NOT IN " + these + ")",
	"DELETE FROM body WHERE id IN " + these, "DELETE FROM finding WHERE id IN " + these, "DELETE FROM version WHERE article IN " + these,
	"DELETE FROM correction WHERE article IN " + these, "DELETE FROM highlight WHERE article IN " + these,
	"DELETE FROM kept WHERE article IN " + these, "DELETE FROM attempt WHERE article IN " + these,
	"DELETE FROM position WHERE article IN " + these, "DELETE FROM mark WHERE article IN " + these,
	"DELETE FROM identity WHERE article IN " + these, "DELETE FROM made WHERE article IN " + these,
	"DELETE FROM part WHERE article IN " + these,
	"DELETE FROM article WHERE id IN " + these,
}

// these are the articles of a list of ids as jsonIDs writes it.
const these = "(SELECT value FROM json_each(?1))"

// forget takes out of the journal what it keeps of the words of articles: texts
// that were shown, passages and notes. Undo leaves such changes out anyway.
func forget(l *link, ids []int64) error {
	entries := map[int64]entry{}
	err := l.all(`SELECT id, steps FROM journal WHERE steps LIKE '{"kind":"shown"%' OR steps LIKE '{"kind":"highlight"%' OR steps LIKE '{"kind":"correction"%'`, nil, func(scan func(...any) error) error {
		var id int64
		var steps string
		var e entry
		err := scan(&id, &steps)
		if json.Unmarshal([]byte(steps), &e) == nil {
			entries[id] = e
		}
		return err
	})
	if err != nil {
		return err
	}
	gone := map[int64]bool{}
	for _, id := range ids {
		gone[id] = true
	}
	for id, e := range entries {
		kept, err := remaining(l, &e, gone)
		if err != nil {
			return err
		}
		if len(kept) == len(e.Steps) {
			continue
		}
		e.Steps = kept
		if err := l.do("UPDATE journal SET steps = ? WHERE id = ?", string(asJSON(e)), id); err != nil {
			return err
		}
	}
	return nil
}

// remaining returns the steps of a change that are not about articles that are
// gone. A highlight that was made on a stub may be on its text now.
func remaining(l *link, e *entry, gone map[int64]bool) (kept []step, err error) {
	for _, s := range e.Steps {
		there := int64(1)
		if gone[s.article(e.Kind)] {
			there, err = l.number("SELECT count(*) FROM highlight WHERE id = ? AND ?", s.ID, e.Kind == "highlight")
			if err != nil {
				return nil, err
			}
		}
		if there > 0 {
			kept = append(kept, s)
		}
	}
	return kept, nil
}

// article returns the article that a step is about which holds words of one.
func (s *step) article(kind string) int64 {
	if kind == "shown" {
		return s.ID
	}
	var of struct{ Article int64 }
	for _, value := range []json.RawMessage{s.Old, s.New} {
		if json.Unmarshal(value, &of) == nil && of.Article != 0 {
			break
		}
	}
	return of.Article
}
