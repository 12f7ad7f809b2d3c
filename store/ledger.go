package store

import (
	"cmp"
	"maps"
	"slices"

	"offprint/reader"
)

// The kinds of counters. Their keys: none, the day since 1970, the outlet's
// id, the tag's id (0 is "no tag"). Copies are what folded lists leave out.
const (
	countAll = iota
	countDay
	countOutlet
	countTag
	countCopy    // key: none
	countCopyDay // key: the day
)

// kindRole is the kind of names of speakers known by role only. They are no
// entities: nothing lists them, but quotes are found by them.
const kindRole = 100

// ledger keeps all that is counted while articles come and go in one
// transaction: it adds up in memory and writes each counter once, in close.
// Whoever changes what is derived from an article first takes the article
// out (take), then puts it back (put).
type ledger struct {
	l        *link
	counters map[counterKey]*tally
	names    map[nameKey]*nameState
	byID     map[int64]*nameState
	torn     map[int64]bool // stories whose copies are folded anew in close
	// precedents are what the reader said about quotes; nil until it is asked for.
	precedents *precedents
}

type counterKey struct {
	kind int
	key  int64
}

type tally struct{ n, unread int64 }

func newLedger(l *link) *ledger {
	return &ledger{l: l, counters: map[counterKey]*tally{}, names: map[nameKey]*nameState{}, byID: map[int64]*nameState{}, torn: map[int64]bool{}}
}

// derived is what the ledger needs to know of an article.
type derived struct {
	id       ID
	sorted   int64
	dated    bool // sorted is when it was published, not when it was added
	outlet   int64
	unread   bool
	stub     bool
	tags     []int64
	markdown reader.Text
	quotes   []reader.Quote // as found, corrections not applied
	entities []reader.Entity
	fixes    []correction
	found    bool // its quotes are as they were found just now, see inherit
}

// dayOf returns the day since 1970 of a moment in seconds.
func dayOf(sorted int64) int64 {
	day := sorted / 86400
	if sorted%86400 < 0 {
		day--
	}
	return day
}

func (g *ledger) count(kind int, key int64, n int64, unread bool) {
	k := counterKey{kind, key}
	t := g.counters[k]
	if t == nil {
		t = &tally{}
		g.counters[k] = t
	}
	t.n += n
	if unread {
		t.unread += n
	}
}

// counts adds an article to all counters (n is 1) or takes it out (-1).
func (g *ledger) counts(d *derived, n int64) {
	g.count(countAll, 0, n, d.unread)
	g.count(countDay, dayOf(d.sorted), n, d.unread)
	g.count(countOutlet, d.outlet, n, d.unread)
	for _, tag := range d.tags {
		g.count(countTag, tag, n, d.unread)
	}
	if len(d.tags) == 0 {
		g.count(countTag, 0, n, d.unread)
	}
}

// recount corrects the unread counters after an article was read or unread.
func (g *ledger) recount(d *derived, read bool) error {
	n := int64(1)
	if read {
		n = -1
	}
	keys := []counterKey{{countAll, 0}, {countDay, dayOf(d.sorted)}, {countOutlet, d.outlet}}
	for _, tag := range d.tags {
		keys = append(keys, counterKey{countTag, tag})
	}
	if len(d.tags) == 0 {
		keys = append(keys, counterKey{countTag, 0})
	}
	if behind, err := g.l.number("SELECT copy FROM article WHERE id = ?", d.id); err != nil {
		return err
	} else if behind != 0 {
		keys = append(keys, counterKey{countCopy, 0}, counterKey{countCopyDay, dayOf(d.sorted)})
	}
	for _, k := range keys {
		g.count(k.kind, k.key, 0, false)
		g.counters[k].unread += n
	}
	return nil
}

// close writes all that was added up. The ledger is empty afterwards.
func (g *ledger) close() error {
	if err := g.mend(); err != nil {
		return err
	}
	for _, k := range sortedCounters(g.counters) {
		t := g.counters[k]
		if t.n == 0 && t.unread == 0 {
			continue
		}
		err := g.l.do(`INSERT INTO counter (kind, key, n, unread) VALUES (?, ?, ?, ?)
			ON CONFLICT (kind, key) DO UPDATE SET n = n + excluded.n, unread = unread + excluded.unread`, k.kind, k.key, t.n, t.unread)
		if err != nil {
			return err
		}
	}
	if err := g.l.do("DELETE FROM counter WHERE n = 0"); err != nil {
		return err
	}
	for _, id := range slices.Sorted(maps.Keys(g.byID)) {
		if err := g.settle(g.byID[id]); err != nil {
			return err
		}
	}
	clear(g.counters)
	clear(g.names)
	clear(g.byID)
	return nil
}

func sortedCounters(m map[counterKey]*tally) []counterKey {
	return slices.SortedFunc(maps.Keys(m), func(a, b counterKey) int {
		return cmp.Or(cmp.Compare(a.kind, b.kind), cmp.Compare(a.key, b.key))
	})
}
