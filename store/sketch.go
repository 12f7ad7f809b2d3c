package store

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"offprint/store/folded"
)

// The same story comes from several outlets nearly word for word: wire copy,
// cut or updated. Of all runs of five words in a text the eight with the
// lowest numbers are its sketch. Two texts that share a part of their runs
// share about the same part of their sketches, so near copies are found by
// looking up eight numbers.

// What a sketch is, and how much of it near copies share.
const (
	sketchRun   = 5
	sketchSize  = 8  // half of them are shared by near copies: see putSketch
	sketchWords = 60 // shorter texts have none
)

// sketchOf returns the sketch of a text; nil if it is too short.
func sketchOf(text string) []int64 {
	var runs [sketchRun]uint64
	var lowest []int64
	n := 0
	folded.Each(text, func(_, _ int, w string) bool {
		runs[n%sketchRun] = wordNumber(w)
		if n++; n < sketchRun {
			return true
		}
		h := uint64(0)
		for i := range sketchRun {
			h = scatter(h*31 + runs[(n+i)%sketchRun])
		}
		v := int64(h >> 1)
		if len(lowest) == sketchSize && v >= lowest[sketchSize-1] {
			return true
		}
		if i, found := slices.BinarySearch(lowest, v); !found {
			lowest = slices.Insert(lowest, i, v)
			lowest = lowest[:min(len(lowest), sketchSize)]
		}
		return true
	})
	if n < sketchWords {
		return nil
	}
	return lowest
}

// wordNumber is the FNV-1a hash of a word.
func wordNumber(w string) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(w) {
		h = (h ^ uint64(w[i])) * 1099511628211
	}
	return h
}

// scatter spreads the bits of a number evenly, as lowest ones are chosen.
func scatter(h uint64) uint64 {
	h ^= h >> 33
	h *= 0xff51afd7ed558ccd
	h ^= h >> 33
	h *= 0xc4ceb9fe1a85ec53
	return h ^ h>>33
}

// nearCopy returns the first article that shares enough of a sketch, 0 if none
// does. A story with thousands of copies is known by the first of them; all of
// a number are looked at only where the first ones are of other stories.
func nearCopy(l *link, sketch []any) (int64, error) {
	const enough = "SELECT min(article) FROM (SELECT article FROM (%s) GROUP BY article HAVING count(*) >= 4)"
	each := make([]string, sketchSize)
	for i := range each {
		each[i] = "SELECT * FROM (SELECT article FROM sketch WHERE hash = ? ORDER BY article LIMIT 100)"
	}
	first, err := l.number(fmt.Sprintf(enough, strings.Join(each, " UNION ALL ")), sketch...)
	if err != nil || first != 0 {
		return first, err
	}
	return l.number(fmt.Sprintf(enough, "SELECT article FROM sketch WHERE hash IN (?, ?, ?, ?, ?, ?, ?, ?) LIMIT 8000"), sketch...)
}

// putSketch writes an article's sketch and the story that it belongs to.
func (g *ledger) putSketch(d *derived) error {
	sketch := sketchOf(string(d.markdown))
	if len(sketch) < sketchSize {
		return nil
	}
	args := make([]any, 0, 2*sketchSize)
	for _, h := range sketch {
		args = append(args, h)
	}
	first, err := nearCopy(g.l, args)
	if err != nil {
		return err
	}
	args = args[:0]
	for _, h := range sketch {
		args = append(args, h, d.id)
	}
	err = g.l.do("INSERT OR IGNORE INTO sketch (hash, article) VALUES (?, ?), (?, ?), (?, ?), (?, ?), (?, ?), (?, ?), (?, ?), (?, ?)", args...)
	if err != nil || first == 0 || first == int64(d.id) {
		return err
	}
	story, err := g.storyNumber(first)
	if err != nil {
		return err
	}
	if err := g.l.do("UPDATE article SET story = ?1 WHERE id IN (?2, ?3) AND story <> ?1", story, first, d.id); err != nil {
		return err
	}
	g.tear(story)
	return nil
}

// takeSketch removes what putSketch wrote. Whoever is left of the story stays in it.
func (g *ledger) takeSketch(d *derived) error {
	if err := g.unfold(d); err != nil {
		return err
	}
	for _, h := range sketchOf(string(d.markdown)) {
		if err := g.l.do("DELETE FROM sketch WHERE hash = ? AND article = ?", h, d.id); err != nil {
			return err
		}
	}
	return g.l.do("UPDATE article SET story = 0 WHERE id = ? AND story <> 0", d.id)
}

// Copies returns the near copies of an article: other articles of the same
// story, the oldest first. Row.Copies tells how many there are.
func (a *Archive) Copies(ctx context.Context, id ID) ([]Row, error) {
	var rows []Row
	err := a.read(ctx, "find copies", func(l *link) error {
		ids, err := l.numbers(`SELECT o.id FROM article a JOIN article o ON o.story = a.story AND o.story <> 0 AND o.deleted = 0
			WHERE a.id = ?1 AND a.story <> 0 AND o.id <> ?1 ORDER BY o.sorted, o.id`, id)
		if err != nil {
			return err
		}
		list := make([]ID, len(ids))
		for i, n := range ids {
			list[i] = ID(n)
		}
		rows, err = rowsOf(l, list)
		return err
	})
	return rows, err
}
