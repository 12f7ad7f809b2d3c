package store

import (
	"database/sql"
	"time"
	"unicode/utf8"

	"offprint/reader"
	"offprint/store/folded"
)

// indexer writes one slice of an index.
type indexer struct {
	l             *link
	search, place string          // the tables, which may be those of an index in the making
	terms         map[string]bool // those that are known to be in table term, or on the way there
	fresh         []any           // of them those that are on the way
	rest          func() time.Duration
}

// over reports whether a slice that began then is to end: it took its time, or
// somebody waits for the processor.
func (w *indexer) over(begun time.Time) bool {
	return time.Since(begun) > indexSlice || w.rest() > 0
}

// catchUp takes articles from the line until the slice is over. It reports whether the line is empty.
func (w *indexer) catchUp() (done bool, err error) {
	begun := time.Now()
	newest, err := w.newest()
	if err != nil {
		return false, err
	}
	var late, indexed int64
	for !done {
		ids, err := w.l.numbers(`SELECT t.article FROM todo t LEFT JOIN article a ON a.id = t.article
			ORDER BY a.sorted, a.id LIMIT ?`, indexChunk)
		if err != nil {
			return false, err
		}
		done = len(ids) < indexChunk
		for _, id := range ids {
			n, k, err := w.again(id, &newest)
			if err != nil {
				return false, err
			}
			indexed, late = indexed+n, late+k
			if w.over(begun) {
				return false, w.book(indexed, late)
			}
		}
	}
	return done, w.book(indexed, late)
}

func (w *indexer) book(indexed, late int64) error {
	for key, n := range map[string]int64{factIndexed: indexed, factLate: late} {
		if n == 0 {
			continue
		}
		err := w.l.do("INSERT INTO fact (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = value + excluded.value", key, n)
		if err != nil {
			return err
		}
	}
	return nil
}

// newest returns the date of the article in the last place that is not late.
func (w *indexer) newest() (int64, error) {
	var sorted sql.NullInt64
	err := w.l.one("SELECT a.sorted FROM "+w.place+" p LEFT JOIN article a ON a.id = p.article WHERE p.rank < ? ORDER BY p.rank DESC LIMIT 1",
		[]any{lateRank}, &sorted)
	if absent(err) || err == nil && !sorted.Valid {
		return firstMoment - 1, nil
	}
	return sorted.Int64, err
}

// again takes an article out of the index and, if it is there to be found,
// puts it in. It returns by how much the index and its late part grew.
func (w *indexer) again(id int64, newest *int64) (indexed, late int64, err error) {
	old, err := w.l.number("SELECT rank FROM place WHERE article = ?", id)
	if err != nil {
		return 0, 0, err
	}
	if old != 0 {
		if err := w.l.do("DELETE FROM search WHERE rowid = ?", old); err != nil {
			return 0, 0, err
		}
		if err := w.l.do("DELETE FROM place WHERE rank = ?", old); err != nil {
			return 0, 0, err
		}
		indexed--
		if old >= lateRank {
			late--
		}
	}
	var sorted int64
	err = w.l.one("SELECT sorted FROM article WHERE id = ? AND deleted = 0", []any{id}, &sorted)
	if err != nil && !absent(err) {
		return 0, 0, err
	}
	if !absent(err) {
		from := int64(1)
		if sorted < *newest {
			from = lateRank
			late++
		} else {
			*newest = sorted
		}
		indexed++
		if err := w.add(id, from); err != nil {
			return 0, 0, err
		}
	}
	return indexed, late, w.l.do("DELETE FROM todo WHERE article = ?", id)
}

// add puts an article into the index, in the last place of its part.
func (w *indexer) add(id, from int64) error {
	to := lateRank
	if from >= lateRank {
		to = 1 << 60
	}
	last, err := w.l.number("SELECT rank FROM "+w.place+" WHERE rank >= ? AND rank < ? ORDER BY rank DESC LIMIT 1", from, to)
	if err != nil {
		return err
	}
	return w.addAt(id, max(last+1, from))
}

func (w *indexer) addAt(id, rank int64) error {
	var title, byline, markdown string
	var code []byte
	err := w.l.one("SELECT a.title, a.byline, b.markdown, b.plain FROM article a JOIN body b ON b.id = a.id WHERE a.id = ?", []any{id},
		&title, &byline, &markdown, &code)
	if err != nil {
		return err
	}
	body := folded.Text(plainOf(reader.Clean(markdown), code), w.meet)
	notes, err := notesOf(w.l, ID(id))
	if err != nil {
		return err
	}
	if notes != "" {
		body += " " + folded.Text(notes, w.meet)
	}
	err = w.l.do("INSERT INTO "+w.search+" (rowid, title, byline, body) VALUES (?, ?, ?, ?)", rank, folded.Text(title, w.meet), folded.Text(byline, w.meet), body)
	w.note()
	if err != nil {
		return err
	}
	return w.l.do("INSERT INTO "+w.place+" (rank, article) VALUES (?, ?)", rank, id)
}

// plainOf returns the plain text of an article, or its Markdown if the code is damaged.
func plainOf(markdown reader.Text, code []byte) string {
	plain, err := reader.DecodePlain(markdown, code)
	if err != nil {
		return string(markdown)
	}
	return plain.Text
}

// meet notes a word of more than three letters that was not met before.
func (w *indexer) meet(word []byte) {
	if !w.terms[string(word)] && utf8.RuneCount(word) > 3 {
		known := string(word)
		w.terms[known] = true
		w.fresh = append(w.fresh, known)
	}
}

// note writes the fresh words into table term, where beginnings of words are
// looked up. What cannot be written is found only as a whole; the index is not
// worth less for it, and the next statement meets the same trouble.
func (w *indexer) note() {
	_ = w.l.insertRows("INSERT OR IGNORE INTO term (term) VALUES ", 1, w.fresh)
	w.fresh = w.fresh[:0]
}

// firstRank returns the first place that is not before a moment, among those in
// order of date. Places whose articles are gone for good tell nothing.
func firstRank(l *link, sorted int64) (int64, error) {
	last, err := l.number("SELECT rank FROM place WHERE rank < ? ORDER BY rank DESC LIMIT 1", lateRank)
	if err != nil {
		return 0, err
	}
	low, high := int64(1), last+1
	for low < high {
		mid := (low + high) / 2
		var rank, at int64
		err := l.one("SELECT p.rank, a.sorted FROM place p CROSS JOIN article a ON a.id = p.article WHERE p.rank >= ? AND p.rank < ? ORDER BY p.rank LIMIT 1",
			[]any{mid, high}, &rank, &at)
		if absent(err) {
			high = mid
			continue
		}
		if err != nil {
			return 0, err
		}
		if at >= sorted {
			high = mid
		} else {
			low = rank + 1
		}
	}
	return low, nil
}
