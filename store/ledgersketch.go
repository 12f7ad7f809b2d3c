package store

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"offprint/store/alike"
)

// Near copies are found by looking up the numbers of a text's sketch (package
// alike), of which they share half or more.

// enoughShared is how many numbers of their sketches near copies have in common
// at least, and fewShared below how many places of a sketch's numbers all are read.
const (
	enoughShared = 4
	fewShared    = 100
)

// nearCopy returns the first article that shares enough of a sketch, 0 if none
// does. A story with thousands of copies is known by the first of them; all of
// a number are looked at only where the first ones are of other stories.
func nearCopy(l *link, sketch []any) (int64, error) {
	const places = "SELECT article FROM sketch WHERE hash IN (?, ?, ?, ?, ?, ?, ?, ?) LIMIT "
	list, err := l.numbers(places+strconv.Itoa(fewShared), sketch...)
	if err != nil || len(list) < fewShared {
		return firstShared(list), err
	}
	const enough = "SELECT min(article) FROM (SELECT article FROM (%s) GROUP BY article HAVING count(*) >= 4)"
	each := make([]string, alike.SketchSize)
	for i := range each {
		each[i] = "SELECT * FROM (SELECT article FROM sketch WHERE hash = ? ORDER BY article LIMIT 100)"
	}
	first, err := l.number(fmt.Sprintf(enough, strings.Join(each, " UNION ALL ")), sketch...)
	if err != nil || first != 0 {
		return first, err
	}
	return l.number(fmt.Sprintf(enough, places+"8000"), sketch...)
}

// firstShared returns the lowest of the articles that are in list often enough, 0 if none is.
func firstShared(list []int64) int64 {
	slices.Sort(list)
	for i := enoughShared - 1; i < len(list); i++ {
		if list[i-enoughShared+1] == list[i] {
			return list[i]
		}
	}
	return 0
}

// putSketch writes an article's sketch and the story that it belongs to.
func (g *ledger) putSketch(d *derived) error {
	sketch := alike.Sketch(string(d.markdown))
	if len(sketch) < alike.SketchSize {
		return nil
	}
	args := make([]any, 0, 2*alike.SketchSize)
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
	for _, h := range append(alike.Sketch(string(d.markdown)), alike.FormerSketch(string(d.markdown))...) {
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
