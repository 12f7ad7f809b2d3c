package store

import (
	"context"
	"slices"
)

// Find returns where an article stands; ok is false if it is not in the list.
// Of several groups with one tag each it returns the first.
// What is folded is where the row is that it stands behind.
func (l *Listing) Find(ctx context.Context, id ID) (group, offset int, ok bool, err error) {
	if id, err = l.rowFor(ctx, id); err != nil {
		return 0, 0, false, err
	}
	if l.ids != nil {
		for g, ids := range l.ids {
			if i := slices.Index(ids, id); i >= 0 {
				return g, i, true, nil
			}
		}
		return 0, 0, false, nil
	}
	err = l.a.read(ctx, "list", func(k *link) error {
		group, ok, err = l.groupOf(k, id)
		if err != nil || !ok {
			return err
		}
		from, where, args := l.within(group)
		n, err := k.number("SELECT count(*) "+from+" JOIN article x ON x.id = ? WHERE "+where+" AND "+beforeIn[l.view.Sort], append([]any{id}, args...)...)
		offset = int(n)
		return err
	})
	return group, offset, ok && err == nil, err
}

// beforeIn holds, by Sort, for articles a that stand before article x.
var beforeIn = [...]string{
	SortNewest:  "(a.sorted, a.id) > (x.sorted, x.id)",
	SortOldest:  "(a.sorted, a.id) < (x.sorted, x.id)",
	SortAdded:   "(a.added, a.id) > (x.added, x.id)",
	SortTitle:   "(a.title < x.title COLLATE NOCASE OR a.title = x.title COLLATE NOCASE AND a.id < x.id)",
	SortLongest: "(a.words, a.id) > (x.words, x.id)",
}

// groupOf returns the first group that holds an article of the whole archive.
func (l *Listing) groupOf(k *link, id ID) (group int, ok bool, err error) {
	var sorted, outlet int64
	err = k.one("SELECT sorted, outlet FROM article WHERE id = ? AND deleted = 0", []any{id}, &sorted, &outlet)
	if absent(err) {
		return 0, false, nil
	}
	if err != nil {
		return 0, false, err
	}
	key := int64(0)
	switch l.view.Group {
	case GroupNone:
	case GroupOutlet:
		key = outlet
	case GroupTag:
		for i, tag := range l.keys {
			n, err := k.number("SELECT 1 FROM tagged WHERE tag = ? AND sorted = ? AND article = ?", tag, sorted, id)
			if err != nil || n > 0 {
				return i, n > 0, err
			}
		}
	default:
		key = l.view.Group.begin(dayOf(sorted))
	}
	group = slices.Index(l.keys, key)
	return max(group, 0), group >= 0, nil
}
