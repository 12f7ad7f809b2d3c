package store

import (
	"context"
	"encoding/json"

	"offprint/store/pack"
)

// Delete takes articles out of all lists. They stay in the file until Purge, so that it can be undone.
func (a *Archive) Delete(ctx context.Context, ids []ID) error {
	return a.changeAs(ctx, "deleted", "", func(c *change) ([]step, string, error) {
		var steps []step
		for _, id := range ids {
			if n, err := c.l.number("SELECT count(*) FROM article WHERE id = ? AND deleted = 0", id); err != nil || n == 0 {
				return nil, "", orNoArticle(err)
			}
			old := asJSON(false)
			switch numbers, err := moved(c.l, id); {
			case err != nil:
				return nil, "", err
			case numbers != nil:
				old = asJSON(numbers)
			}
			steps = append(steps, step{ID: int64(id), Old: old, New: asJSON(true)})
		}
		return steps, "deleted " + articles(len(steps)), nil
	})
}

// moved returns the ids of an article's quotes by their words if not all are
// those of their places, which they get by themselves when it comes back; else nil.
func moved(l *link, id ID) (map[int64][]int64, error) {
	low := int64(id) << quoteBits
	numbers, some := map[int64][]int64{}, false
	err := l.all("SELECT id, ord, same FROM quote WHERE id BETWEEN ? AND ? ORDER BY ord", []any{low, low + maxQuotes}, func(scan func(...any) error) error {
		var quote, ord, same int64
		err := scan(&quote, &ord, &same)
		numbers[same] = append(numbers[same], quote)
		some = some || quote != low+ord+1
		return err
	})
	if err != nil || !some {
		return nil, err
	}
	return numbers, nil
}

// movedIn reads what moved returned, of an article. What cannot be an id of a
// quote of it is left out: the file is not trusted.
func movedIn(value json.RawMessage, id ID) map[int64][]int64 {
	var all map[int64][]int64
	if json.Unmarshal(value, &all) != nil {
		return nil
	}
	low, seen := int64(id)<<quoteBits, map[int64]bool{}
	numbers := map[int64][]int64{}
	for same, list := range all {
		for _, quote := range list {
			if quote > low && quote <= low+maxQuotes && !seen[quote] {
				seen[quote] = true
				numbers[same] = append(numbers[same], quote)
			}
		}
	}
	return numbers
}

// applyDeleted takes an article out of all that is derived (true) or puts it
// back: with the ids of quotes that moved returned, or false.
func (c *change) applyDeleted(id int64, value json.RawMessage) error {
	d, names, err := loadDerived(c.l, ID(id))
	if err != nil {
		return err
	}
	was, err := c.l.number("SELECT deleted FROM article WHERE id = ?", id)
	if err != nil || (was != 0) == asBool(value) {
		return err
	}
	if asBool(value) {
		if _, err := c.g.take(d, names); err != nil {
			return err
		}
		if err := c.l.do("UPDATE article SET deleted = ? WHERE id = ?", max(c.now.Unix(), 1), id); err != nil {
			return err
		}
		return enqueue(c.l, ID(id))
	}
	if err := c.l.do("UPDATE article SET deleted = 0 WHERE id = ?", id); err != nil {
		return err
	}
	return c.putBack(d, movedIn(value, ID(id)))
}

// putBack derives an article again.
func (c *change) putBack(d *derived, former map[int64][]int64) error {
	names, err := c.g.put(d, former)
	if err != nil {
		return err
	}
	if err := c.l.do("UPDATE finding SET names = ? WHERE id = ?", pack.IDs(names), d.id); err != nil {
		return err
	}
	return enqueue(c.l, d.id)
}
