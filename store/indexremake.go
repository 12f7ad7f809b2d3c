package store

import (
	"context"
	"time"
)

// shadow are the tables of an index in the making.
const shadow = `
CREATE VIRTUAL TABLE search_new USING fts5(title, byline, body,
	content='', contentless_delete=1, detail=column, tokenize='ascii', prefix='1 2 3');
CREATE TABLE place_new (rank INTEGER PRIMARY KEY, article INTEGER NOT NULL UNIQUE);
INSERT INTO search_new (search_new, rank) VALUES ('hashsize', 33554432);
`

// remake makes the whole index anew beside the old one, which goes on to
// answer, and puts it in its place. Cancelled half-way, it is gone on with
// the next time. Articles that change meanwhile are still in line afterwards.
func (a *Archive) remake(ctx context.Context) error {
	if err := a.write(ctx, "index", beginShadow); err != nil {
		return err
	}
	if err := a.inSlices(ctx, "search_new", "place_new", (*indexer).shadowSlice); err != nil {
		return err
	}
	if err := a.mergeShadow(ctx); err != nil {
		return err
	}
	err := a.write(ctx, "index", swapShadow)
	a.writer.reset()
	a.readers.reset()
	if err == nil {
		a.indexBad.Store(false)
	}
	return err
}

// mergePages is how much FTS5 merges in one step, in pages.
const mergePages = 500

// mergeShadow has FTS5 join the many parts that a new index is written in
// into one: each word of a search costs a look into every part.
func (a *Archive) mergeShadow(ctx context.Context) error {
	pages := -mergePages // the sign has it begin with all parts, however small
	for done := false; !done; {
		err := a.write(ctx, "index", func(l *link) error {
			begun := time.Now()
			seq, err := l.fact(factShadow)
			if done = seq == 0; err != nil || done {
				return err
			}
			for !done && time.Since(begun) < indexSlice && a.rest() == 0 {
				before, err := l.number("SELECT total_changes()")
				if err != nil {
					return err
				}
				if err := l.do("INSERT INTO search_new (search_new, rank) VALUES ('merge', ?)", pages); err != nil {
					return err
				}
				after, err := l.number("SELECT total_changes()")
				if err != nil {
					return err
				}
				done, pages = after-before < 2, mergePages // as FTS5's manual says it
			}
			return nil
		})
		if err != nil {
			return err
		}
		if err := a.pause(ctx); err != nil {
			return err
		}
	}
	return nil
}

// beginShadow makes the new tables, unless an earlier call did.
func beginShadow(l *link) error {
	begun, err := l.fact(factShadow)
	if err != nil {
		return err
	}
	there, err := l.number("SELECT count(*) FROM sqlite_schema WHERE name IN ('search_new', 'place_new', 'term', 'search_new_data')")
	if err != nil {
		return err
	}
	if begun > 0 && there == 4 {
		return nil
	}
	_, err = l.st.on.ExecContext(l.ctx, "DROP TABLE IF EXISTS place_new; DROP TABLE IF EXISTS search_new; CREATE TABLE IF NOT EXISTS term (term TEXT PRIMARY KEY) WITHOUT ROWID;"+shadow)
	if err != nil {
		return err
	}
	seq, err := l.number("SELECT max(seq) FROM todo")
	if err != nil {
		return err
	}
	return l.setFact(factShadow, seq+1) // never 0, which means none

}

// shadowSlice adds the next articles in the order of their dates.
func (w *indexer) shadowSlice() (done bool, err error) {
	begun := time.Now()
	seq, err := w.l.fact(factShadow)
	if err != nil || seq == 0 {
		return true, err // another program was quicker
	}
	var sorted, last, rank int64
	err = w.l.one("SELECT p.rank, a.sorted, a.id FROM place_new p JOIN article a ON a.id = p.article ORDER BY p.rank DESC LIMIT 1", nil, &rank, &sorted, &last)
	if absent(err) {
		sorted, err = firstMoment-1, nil
	}
	if err != nil {
		return false, err
	}
	for !done {
		list, err := foundBy(w.l, "SELECT id, sorted FROM article WHERE deleted = 0 AND (sorted, id) > (?, ?) ORDER BY sorted, id LIMIT ?",
			sorted, last, indexChunk)
		if err != nil {
			return false, err
		}
		done = len(list) < indexChunk
		for _, n := range list {
			there, err := w.l.number("SELECT rank FROM place_new WHERE article = ?", n.id)
			if err != nil {
				return false, err
			}
			if there == 0 { // else its date moved on since it was placed: it is in line
				rank++
				if err := w.addAt(int64(n.id), rank); err != nil {
					return false, err
				}
			}
			sorted, last = n.sorted, int64(n.id)
			if w.over(begun) {
				return false, nil
			}
		}
	}
	return done, nil
}

// swapShadow puts the new index in the place of the old one. What was in line
// before it was begun is in it.
func swapShadow(l *link) error {
	seq, err := l.fact(factShadow)
	if err != nil || seq == 0 {
		return err
	}
	_, err = l.st.on.ExecContext(l.ctx, `
		DROP TABLE IF EXISTS search; DROP TABLE IF EXISTS place;
		INSERT INTO search_new (search_new, rank) VALUES ('hashsize', 1048576);
		ALTER TABLE search_new RENAME TO search;
		ALTER TABLE place_new RENAME TO place;`)
	if err != nil {
		return err
	}
	if err := l.do("DELETE FROM todo WHERE seq < ?", seq); err != nil {
		return err
	}
	n, err := l.number("SELECT count(*) FROM place")
	if err != nil {
		return err
	}
	for key, value := range map[string]int64{factIndexed: n, factLate: 0, factShadow: 0, factStale: 0} {
		if err := l.setFact(key, value); err != nil {
			return err
		}
	}
	return nil
}
