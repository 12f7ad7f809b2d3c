package store

import (
	"context"
	"slices"

	"offprint/store/excerpt"
	"offprint/store/query"
)

// Search returns the newest limit articles that match q, newest first, with
// the lines that show why. more tells that there are others. Words are whole:
// while somebody types the last one, ask for query.Query.Typing. Articles are
// found by words once Index has seen them. Copies of a story are hits of their
// own: each shows its line, and the words may stand in one of them only.
func (a *Archive) Search(ctx context.Context, q query.Query, limit int) (hits []Hit, more bool, err error) {
	err = a.read(ctx, "search", func(l *link) error {
		hits, more = nil, false
		found, err := find(l, q, limit+1)
		if err != nil {
			return err
		}
		if more = len(found) > limit; more {
			found = found[:limit]
		}
		finder := excerpt.For(q)
		for _, f := range found {
			h, err := hitOf(l, finder, f.id)
			if err == ErrNoArticle {
				continue // deleted in this moment
			}
			if err != nil {
				return err
			}
			hits = append(hits, h)
		}
		return nil
	})
	return hits, more, err
}

// found is an article that was found.
type found struct {
	id     ID
	sorted int64
}

// find returns the newest articles that match.
func find(l *link, q query.Query, limit int) ([]found, error) {
	c, err := compile(l, q)
	if err != nil {
		return nil, err
	}
	return c.find(limit)
}

// find returns the newest articles that match.
func (c *compiled) find(limit int) ([]found, error) {
	l, match := c.l, c.match()
	cond, args := c.rest()
	if match == "" {
		return foundBy(l, "SELECT a.id, a.sorted FROM article a WHERE a.deleted = 0 AND "+cond+" ORDER BY a.sorted DESC, a.id DESC LIMIT ?", append(args, limit)...)
	}
	if few, err := c.few(cond, args); err != nil || few != nil {
		if err != nil {
			return nil, err
		}
		return matching(l, few, match, limit)
	}
	low, high, err := c.bounds()
	if err != nil {
		return nil, err
	}
	const text = `SELECT a.id, a.sorted FROM search CROSS JOIN place p ON p.rank = search.rowid CROSS JOIN article a ON a.id = p.article
		WHERE search MATCH ? AND search.rowid >= ? AND search.rowid < ? AND a.deleted = 0 AND `
	list, err := foundBy(l, text+cond+" ORDER BY search.rowid DESC LIMIT ?", append(append([]any{match, low, high}, args...), limit)...)
	if err != nil {
		return nil, err
	}
	if n, err := l.fact(factLate); err != nil || n == 0 {
		return list, err
	}
	late, err := foundBy(l, text+cond, append([]any{match, lateRank, int64(1) << 60}, args...)...)
	if err != nil {
		return nil, err
	}
	return merged(append(list, late...), limit), nil
}

func foundBy(l *link, text string, args ...any) ([]found, error) {
	var list []found
	err := l.all(text, args, func(scan func(...any) error) error {
		var f found
		err := scan(&f.id, &f.sorted)
		list = append(list, f)
		return err
	})
	return list, err
}

// merged returns the newest of a list.
func merged(list []found, limit int) []found {
	slices.SortFunc(list, func(a, b found) int {
		if a.sorted != b.sorted {
			return int(min(max(b.sorted-a.sorted, -1), 1))
		}
		return int(b.id - a.id)
	})
	return list[:min(limit, len(list))]
}

// maxFew is how many articles may be asked one by one whether they match.
const maxFew = 200

// few returns the articles that meet the conditions if they are so few that
// the index is better asked about each: a rare tag and a common word. It is nil if they are not.
func (c *compiled) few(cond string, args []any) ([]found, error) {
	if len(c.conds) == 0 || c.slow() {
		return nil, nil
	}
	list, err := foundBy(c.l, "SELECT a.id, a.sorted FROM article a WHERE a.deleted = 0 AND "+cond+" LIMIT ?", append(args, maxFew+1)...)
	if err != nil || len(list) > maxFew {
		return nil, err
	}
	if list == nil {
		list = []found{}
	}
	return list, nil
}

// slow reports whether a condition reads texts, so that no article may be
// asked that the index did not name.
func (c *compiled) slow() bool {
	for _, cond := range c.conds {
		if slices.Contains(phraseConds, cond) {
			return true
		}
	}
	return false
}

var phraseConds = []string{phraseCond(query.FieldAny), phraseCond(query.FieldTitle), phraseCond(query.FieldBy)}

// matching returns those of a few articles that the index names.
func matching(l *link, few []found, match string, limit int) ([]found, error) {
	var list []found
	for _, f := range few {
		n, err := l.number("SELECT 1 FROM place p CROSS JOIN search ON search.rowid = p.rank WHERE p.article = ? AND search MATCH ?", f.id, match)
		if err != nil {
			return nil, err
		}
		if n > 0 {
			list = append(list, f)
		}
	}
	return merged(list, limit), nil
}

// bounds returns the places in order of date that the query's dates allow.
func (c *compiled) bounds() (low, high int64, err error) {
	low, high = 0, lateRank
	for _, t := range c.dates {
		from, err := firstRank(c.l, seconds(t.From))
		if err != nil {
			return 0, 0, err
		}
		switch t.Field {
		case query.FieldBefore:
			high = min(high, from)
		case query.FieldAfter:
			low = max(low, from)
		case query.FieldOn:
			to, err := firstRank(c.l, seconds(t.To))
			if err != nil {
				return 0, 0, err
			}
			low, high = max(low, from), min(high, to)
		}
	}
	return low, high, nil
}
