package store

import (
	"cmp"
	"context"
	"slices"
)

// Pair is two entities that stand in the same articles.
type Pair struct {
	A, B     EntityID
	Articles int // that name both
}

// Together returns which of some entities are named in the same articles, the
// most often first; pairs in fewer than least articles are left out. It reads
// every mention of the entities once: fit for some hundred of them.
func (a *Archive) Together(ctx context.Context, ids []EntityID, least int) ([]Pair, error) {
	sets := make([][]int64, len(ids))
	err := a.read(ctx, "count what is named together", func(l *link) error {
		for i, id := range ids {
			var err error
			sets[i], err = l.numbers(`SELECT DISTINCT m.article FROM mention m JOIN article x ON x.id = m.article AND x.deleted = 0
				WHERE m.name IN (SELECT id FROM name WHERE id = ?1 AND entity = ?1
					UNION ALL SELECT id FROM name WHERE entity = ?1 AND entity <> id)
				ORDER BY m.article`, int64(id))
			if err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	var out []Pair
	for i := range ids {
		for j := i + 1; j < len(ids); j++ {
			if n := common(sets[i], sets[j]); n >= max(1, least) {
				out = append(out, Pair{ids[i], ids[j], n})
			}
		}
	}
	slices.SortStableFunc(out, func(a, b Pair) int { return cmp.Compare(b.Articles, a.Articles) })
	return out, nil
}

// common counts what two sorted lists share.
func common(a, b []int64) int {
	n := 0
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0] < b[0]:
			a = a[1:]
		case a[0] > b[0]:
			b = b[1:]
		default:
			n++
			a, b = a[1:], b[1:]
		}
	}
	return n
}
