package store

import (
	"context"
	"errors"
	"strings"
	"time"
)

// The index has its own order. Each article has a place, a number that grows
// with its date, and FTS5 knows it by that: the newest hits come first
// without sorting, and a search stops as soon as the screen is full. An
// article that comes in after newer ones were placed cannot have a number
// between theirs; it gets one from lateRank on. A search reads these apart,
// all of them, and merges by date. When there are too many, or a lot comes in
// at once, the whole index is made anew beside the old one and takes its place.

// What Index does in one transaction at most, so that changes need not wait.
const (
	indexSlice = 250 * time.Millisecond
	indexChunk = 64 // articles between two looks at the clock
	indexPause = 15 * time.Millisecond
)

// lateRank is the first place of articles that were put into the index after newer ones.
const lateRank int64 = 1 << 40

// The names of facts: numbers kept in table fact.
const (
	factIndexed = "indexed" // articles in the index
	factLate    = "late"    // of them those with a late place
	factShadow  = "shadow"  // seq of table todo when the new index was begun; 0 is none
	factStale   = "stale"   // 1 if the index must be made anew
)

// fact returns a number kept in table fact, 0 if it is not there.
func (l *link) fact(key string) (int64, error) {
	return l.number("SELECT value FROM fact WHERE key = ?", key)
}

func (l *link) setFact(key string, value int64) error {
	return l.do("INSERT INTO fact (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value", key, value)
}

// Index brings the full-text index up to date, in short transactions, and
// then joins names that are variants of one, and lone surnames to the full
// names that they stand for; it may
// be cancelled and called again at any time. Call it once after an import, not
// after each batch: many articles at once are put in the order of their dates,
// which is quicker.
func (a *Archive) Index(ctx context.Context) error {
	err := a.index(ctx)
	if errors.Is(err, ErrIndex) { // found while it was written to
		err = a.index(ctx)
	}
	return err
}

func (a *Archive) index(ctx context.Context) error {
	anew, err := a.mustRemake(ctx)
	if err != nil {
		return err
	}
	if anew {
		if err := a.remake(ctx); err != nil {
			return err
		}
	}
	if n, err := a.Pending(ctx); err != nil || n == 0 && !anew {
		return err
	}
	if err := a.inSlices(ctx, "search", "place", (*indexer).catchUp); err != nil {
		return err
	}
	if err := a.joinVariants(ctx); err != nil {
		return err
	}
	return a.joinSurnames(ctx)
}

// inSlices has an indexer of two tables work in short transactions until it is done.
func (a *Archive) inSlices(ctx context.Context, search, place string, slice func(*indexer) (bool, error)) error {
	terms := map[string]bool{}
	for {
		done, again := false, false
		err := a.write(ctx, "index", func(l *link) (err error) {
			if again {
				clear(terms) // what the attempt before wrote is gone
			}
			again = true
			done, err = slice(&indexer{l: l, search: search, place: place, terms: terms, rest: a.rest})
			return err
		})
		if err != nil || done {
			return err
		}
		if err := a.pause(ctx); err != nil {
			return err
		}
	}
}

// pause leaves other programs a gap to write in, and stands back for as long
// as somebody waits for the processor.
func (a *Archive) pause(ctx context.Context) error {
	for wait := indexPause; wait > 0; wait = a.rest() {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(wait):
		}
	}
	return nil
}

// Pending returns how many articles Index has yet to see. It is cheap.
func (a *Archive) Pending(ctx context.Context) (int, error) {
	var n int64
	err := a.read(ctx, "index", func(l *link) (err error) {
		n, err = l.number("SELECT count(*) FROM todo")
		if err != nil || n > 0 {
			return err
		}
		if sound, err := indexSound(l); err != nil || !sound || a.indexBad.Load() {
			n, _ = l.number("SELECT n FROM counter WHERE kind = 0 AND key = 0")
			return err
		}
		return nil
	})
	return int(n), err
}

// What makes Index begin anew: more than this many late articles besides a
// part of all, or more new ones than a part of those that are there.
const (
	maxLate    = 2048
	latePart   = 50
	manyAtOnce = 2000
)

// mustRemake reports whether the index is better made anew.
func (a *Archive) mustRemake(ctx context.Context) (bool, error) {
	anew := false
	err := a.read(ctx, "index", func(l *link) error {
		sound, err := indexSound(l)
		if err != nil {
			return err
		}
		facts := map[string]int64{}
		for _, key := range []string{factIndexed, factLate, factShadow, factStale} {
			if facts[key], err = l.fact(key); err != nil {
				return err
			}
		}
		todo, err := l.number("SELECT count(*) FROM todo")
		if err != nil {
			return err
		}
		anew = !sound || a.indexBad.Load() || facts[factShadow] > 0 || facts[factStale] > 0 ||
			facts[factLate] > maxLate+facts[factIndexed]/latePart ||
			todo > manyAtOnce && todo > facts[factIndexed]/4
		return nil
	})
	return anew, err
}

// indexSound reports, at no cost to speak of, whether FTS5 holds as many
// articles as were put into it. A wrong answer on damage is false.
func indexSound(l *link) (bool, error) {
	want, err := l.fact(factIndexed)
	if err != nil {
		return false, err
	}
	// The first number of the record of averages is how many rows there are.
	var block []byte
	err = l.one("SELECT block FROM search_data WHERE id = 1", nil, &block)
	if absent(err) {
		return want == 0, nil
	}
	if err != nil {
		return false, noTable(err)
	}
	if rows, _ := sqliteVarint(block); rows != want {
		return false, nil
	}
	last, err := l.number("SELECT (SELECT rank FROM place ORDER BY rank DESC LIMIT 1) + (SELECT count(*) FROM (SELECT 1 FROM term LIMIT 1))")
	if err != nil {
		return false, noTable(err)
	}
	return want == 0 || last > 0, nil
}

// noTable turns the error of a table that is gone into nil: the caller makes it anew.
func noTable(err error) error {
	if strings.Contains(err.Error(), "no such table") {
		return nil
	}
	return err
}

// sqliteVarint reads a number as SQLite writes it: seven bits a byte, the highest first.
func sqliteVarint(b []byte) (v int64, n int) {
	for n < len(b) && n < 8 {
		v = v<<7 | int64(b[n]&0x7f)
		n++
		if b[n-1] < 0x80 {
			return v, n
		}
	}
	return v, n
}
