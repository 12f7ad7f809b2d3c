package store

import (
	"cmp"
	"context"
	"strings"
)

// Copies of one story (sketch.go) that are of one day can be folded: a list
// with View.Fold has the newest of them as a row, and the others behind it.
// Which they are is kept with the articles (copy is 1 for those behind) and
// in counters, so that a folded list of everything costs what another does. A
// filtered list folds what it found.

// Copies are folded by day, as counters are: lists in which days are whole
// can do so. An outlet's or a tag's list shows all that it has.
func (v View) folds() bool { return v.Fold && (v.Group == GroupDay || v.Group == GroupNone) }

// setCopy puts an article behind another of its story, or brings it back.
func (g *ledger) setCopy(id ID, day int64, unread, behind bool) error {
	n := int64(-1)
	if behind {
		n = 1
	}
	g.count(countCopy, 0, n, unread)
	g.count(countCopyDay, day, n, unread)
	return g.l.do("UPDATE article SET copy = ? WHERE id = ?", behind, id)
}

// newestOfStory returns up to two articles of a story and a day, the newest first, without one.
func (g *ledger) newestOfStory(story, day int64, without ID) (list []filed, err error) {
	err = g.l.all(`SELECT id, read FROM article WHERE story = ? AND story <> 0 AND deleted = 0 AND sorted >= ? AND sorted < ? AND id <> ?
		ORDER BY sorted DESC, id DESC LIMIT 2`, []any{story, day * daySeconds, (day + 1) * daySeconds, without}, func(scan func(...any) error) error {
		var f filed
		err := scan(&f.id, &f.read)
		list = append(list, f)
		return err
	})
	return list, err
}

const daySeconds = 24 * 60 * 60

// fold folds what an article has joined. The newest of a day stands before the others.
func (g *ledger) fold(d *derived, story int64) error {
	day := dayOf(d.sorted)
	list, err := g.newestOfStory(story, day, 0)
	switch {
	case err != nil || len(list) == 0:
		return err
	case list[0].id != d.id:
		return g.setCopy(d.id, day, d.unread, true)
	case len(list) > 1:
		return g.setCopy(list[1].id, day, !list[1].read, true)
	}
	return nil
}

// unfold takes an article out of what is folded, before it leaves its story.
// If it stood before others the newest of them takes its place.
func (g *ledger) unfold(d *derived) error {
	var story int64
	var behind bool
	err := g.l.one("SELECT story, copy FROM article WHERE id = ?", []any{d.id}, &story, &behind)
	if err != nil || story == 0 {
		return orAbsent(err)
	}
	day := dayOf(d.sorted)
	if behind {
		return g.setCopy(d.id, day, d.unread, false)
	}
	list, err := g.newestOfStory(story, day, d.id)
	if err != nil || len(list) == 0 {
		return err
	}
	return g.setCopy(list[0].id, day, !list[0].read, false)
}

// orAbsent is nil for a row that is not there.
func orAbsent(err error) error {
	if absent(err) {
		return nil
	}
	return err
}

// storyNumber returns the story of an article, which is a new one if it has none yet.
func (g *ledger) storyNumber(first int64) (int64, error) {
	story, err := g.l.number("SELECT story FROM article WHERE id = ?", first)
	if err != nil || story != 0 {
		return story, err
	}
	// A story outlives the article that named it, when that gets another text.
	taken, err := g.l.number("SELECT 1 FROM article WHERE story = ? AND story <> 0 AND deleted = 0 LIMIT 1", first)
	if err != nil || taken == 0 {
		return first, err
	}
	return g.l.number("SELECT max(story) + 1 FROM article WHERE story <> 0 AND deleted = 0")
}

// subtractCopies takes what is behind others out of the counts of a list of everything.
func (l *Listing) subtractCopies(k *link) error {
	var n, unread int
	err := k.one("SELECT n, unread FROM counter WHERE kind = ? AND key = 0", []any{countCopy}, &n, &unread)
	if err != nil {
		return orAbsent(err)
	}
	l.len, l.unread = l.len-n, l.unread-unread
	if l.view.Group == GroupNone {
		l.groups[0].Count, l.groups[0].Unread = l.len, l.unread
		return nil
	}
	at := make(map[int64]*Group, len(l.keys))
	for i, day := range l.keys {
		at[day] = &l.groups[i]
	}
	return k.all("SELECT key, n, unread FROM counter WHERE kind = ?", []any{countCopyDay}, func(scan func(...any) error) error {
		var day int64
		if err := scan(&day, &n, &unread); err != nil {
			return err
		}
		if g := at[day]; g != nil {
			g.Count, g.Unread = g.Count-n, g.Unread-unread
		}
		return nil
	})
}

// withinRows is within for a list that folds.
func (l *Listing) withinRows(key int64) (from, where string, args []any) {
	if l.view.Group == GroupDay {
		return "FROM article a", "a.deleted = 0 AND a.copy = 0 AND a.sorted >= ? AND a.sorted < ?", []any{key * daySeconds, (key + 1) * daySeconds}
	}
	return "FROM article a", "a.deleted = 0 AND a.copy = 0", nil
}

// storyDay is a story on one day.
type storyDay struct{ story, day int64 }

// foldFound folds the articles of a filtered list: it returns those that are
// rows, in their order, and keeps what stands behind them.
func (l *Listing) foldFound(all []filed) []filed {
	newest := map[storyDay]filed{}
	for _, f := range all {
		if f.story == 0 {
			continue
		}
		k := storyDay{f.story, dayOf(f.sorted)}
		if n, ok := newest[k]; !ok || cmp.Or(cmp.Compare(f.sorted, n.sorted), cmp.Compare(f.id, n.id)) > 0 {
			newest[k] = f
		}
	}
	l.behind = map[ID][]ID{}
	rows := all[:0]
	for _, f := range all {
		if f.story != 0 {
			if n := newest[storyDay{f.story, dayOf(f.sorted)}]; n.id != f.id {
				l.behind[n.id] = append(l.behind[n.id], f.id)
				continue
			}
		}
		rows = append(rows, f)
	}
	return rows
}

// sameDayCopies are the articles behind one of a list of everything.
const sameDayCopies = ` FROM article a JOIN article x ON x.id = ?1 WHERE a.story = x.story AND a.story <> 0 AND a.deleted = 0 AND a.copy = 1
	AND a.sorted >= x.sorted - ((x.sorted % 86400) + 86400) % 86400 AND a.sorted < x.sorted - ((x.sorted % 86400) + 86400) % 86400 + 86400 AND a.id <> x.id`

// countBehind tells rows how many articles stand behind each.
func (l *Listing) countBehind(k *link, rows []Row) error {
	if !l.view.folds() {
		return nil
	}
	for i := range rows {
		switch r := &rows[i]; {
		case r.Copies == 0:
		case l.ids != nil:
			r.Folded = len(l.behind[r.ID])
		default:
			n, err := k.number("SELECT count(*)"+sameDayCopies, r.ID)
			if err != nil {
				return err
			}
			r.Folded = int(n)
		}
	}
	return nil
}

// Behind returns the rows that are folded behind a row (Row.Folded of them), in the order of the list.
func (l *Listing) Behind(ctx context.Context, id ID) ([]Row, error) {
	if !l.view.folds() {
		return nil, nil
	}
	var rows []Row
	err := l.a.read(ctx, "list copies", func(k *link) error {
		ids := l.behind[id]
		if l.ids == nil {
			numbers, err := k.numbers("SELECT a.id"+sameDayCopies+" ORDER BY "+orders[l.view.Sort], id)
			if err != nil {
				return err
			}
			ids = make([]ID, len(numbers))
			for i, n := range numbers {
				ids[i] = ID(n)
			}
		}
		var err error
		rows, err = rowsOf(k, ids)
		return err
	})
	return rows, err
}

// rowFor returns the row that an article stands behind; itself if it is a row.
func (l *Listing) rowFor(ctx context.Context, id ID) (ID, error) {
	if !l.view.folds() {
		return id, nil
	}
	for row, behind := range l.behind {
		for _, b := range behind {
			if b == id {
				return row, nil
			}
		}
	}
	if l.ids != nil {
		return id, nil
	}
	err := l.a.read(ctx, "list", func(k *link) error {
		before, err := k.number("SELECT a.id"+strings.Replace(sameDayCopies, "a.copy = 1", "a.copy = 0 AND x.copy = 1", 1), id)
		if err == nil && before != 0 {
			id = ID(before)
		}
		return err
	})
	return id, err
}
