package store

import (
	"cmp"
	"context"
	"maps"
	"slices"
)

// Copies of one story (ledgersketch.go) that came within a day of each other can be
// folded: a list with View.Fold has one of them as a row, and the others behind
// it. Which they are is kept with the articles (copy is the id of the row, 0
// for a row) and in counters, so that a folded list of everything costs what
// another does. A filtered list folds what it found.
//
// Whatever touches a story marks it as torn; at the end of the transaction it
// is folded anew, once, whether one of its copies changed or thousands.

// folds reports whether a view folds: an outlet's or a tag's list shows all that it has.
func (v View) folds() bool { return v.Fold && (v.Group.byDate() || v.Group == GroupNone) }

// fronts tells for the copies of story ?1 behind which row each belongs, 0 for
// a row: those that it is wrong of. Copies follow each other with less than a
// day between two, and a row stands for two days at most. The row is what the
// reader touched before what he did not, so that a copy that comes later hides
// neither a star nor where he stopped; else it is the newest. check.go and the
// last migration of copies say the same.
const fronts = `WITH o AS (SELECT id, sorted, read, copy, starred * 8 + (highlights > 0) * 4 + (progress > 0) * 2 + read AS touched,
		sorted - lag(sorted, 1, sorted - 86400) OVER (ORDER BY sorted, id) >= 86400 AS gap
		FROM article WHERE story = ?1 AND story <> 0 AND deleted = 0),
	c AS (SELECT *, sum(gap) OVER (ORDER BY sorted, id) AS chain FROM o),
	p AS (SELECT *, (sorted - min(sorted) OVER (PARTITION BY chain)) / 172800 AS part FROM c),
	f AS (SELECT *, first_value(id) OVER (PARTITION BY chain, part ORDER BY touched DESC, sorted DESC, id DESC) AS first FROM p)
	SELECT id, sorted, read, copy, CASE first WHEN id THEN 0 ELSE first END FROM f WHERE copy <> CASE first WHEN id THEN 0 ELSE first END`

// refolded is an article that belongs behind another row than it is.
type refolded struct {
	id          ID
	sorted      int64
	read        bool
	behind, row ID
}

// tear marks a story to be folded anew in close.
func (g *ledger) tear(story int64) {
	if story != 0 {
		g.torn[story] = true
	}
}

// mend folds the stories that were torn.
func (g *ledger) mend() error {
	for _, story := range slices.Sorted(maps.Keys(g.torn)) {
		if err := g.refold(story); err != nil {
			return err
		}
	}
	clear(g.torn)
	return nil
}

// refold puts the copies of a story behind the rows that they belong to.
func (g *ledger) refold(story int64) error {
	var list []refolded
	err := g.l.all(fronts, []any{story}, func(scan func(...any) error) error {
		var r refolded
		err := scan(&r.id, &r.sorted, &r.read, &r.behind, &r.row)
		list = append(list, r)
		return err
	})
	for i := 0; i < len(list) && err == nil; i++ {
		r := &list[i]
		if (r.behind == 0) != (r.row == 0) {
			g.countCopy(dayOf(r.sorted), !r.read, r.row != 0)
		}
		err = g.l.do("UPDATE article SET copy = ? WHERE id = ?", r.row, r.id)
	}
	return err
}

// countCopy books that an article went behind another, or came back.
func (g *ledger) countCopy(day int64, unread, behind bool) {
	n := int64(-1)
	if behind {
		n = 1
	}
	g.count(countCopy, 0, n, unread)
	g.count(countCopyDay, day, n, unread)
}

const daySeconds = 24 * 60 * 60

// touched has the copies of an article folded anew after its reader did something with it.
func (g *ledger) touched(id ID) error {
	story, err := g.l.number("SELECT story FROM article WHERE id = ? AND deleted = 0", id)
	g.tear(story)
	return err
}

// touchedIn is touched for who counts nothing else.
func touchedIn(l *link, id ID) error {
	g := newLedger(l)
	if err := g.touched(id); err != nil {
		return err
	}
	return g.close()
}

// unfold takes an article out of what is folded, before it leaves its story.
func (g *ledger) unfold(d *derived) error {
	var story int64
	var behind ID
	err := g.l.one("SELECT story, copy FROM article WHERE id = ?", []any{d.id}, &story, &behind)
	if err != nil || story == 0 {
		return orAbsent(err)
	}
	g.tear(story)
	if behind == 0 {
		return nil
	}
	g.countCopy(dayOf(d.sorted), d.unread, false)
	return g.l.do("UPDATE article SET copy = 0 WHERE id = ?", d.id)
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

// withinRows is within for a list that folds.
func (l *Listing) withinRows(key int64) (from, where string, args []any) {
	if l.view.Group == GroupNone {
		return "FROM article a", "a.deleted = 0 AND a.copy = 0", nil
	}
	return "FROM article a", "a.deleted = 0 AND a.copy = 0 AND a.sorted >= ? AND a.sorted < ?", []any{key * daySeconds, l.view.Group.end(key) * daySeconds}
}

// foldFound folds the articles of a filtered list: it returns those that are
// rows, in their order, and keeps what stands behind them. Where the row of
// all was not found the newest is the row.
func (l *Listing) foldFound(all []filed) []filed {
	first := map[ID]filed{}
	for _, f := range all {
		if f.front == 0 {
			continue
		}
		n, ok := first[f.front]
		if !ok || f.id == f.front || n.id != f.front && cmp.Or(cmp.Compare(f.sorted, n.sorted), cmp.Compare(f.id, n.id)) > 0 {
			first[f.front] = f
		}
	}
	l.behind = map[ID][]ID{}
	rows := all[:0]
	for _, f := range all {
		if f.front != 0 && first[f.front].id != f.id {
			row := first[f.front].id
			l.behind[row] = append(l.behind[row], f.id)
			continue
		}
		rows = append(rows, f)
	}
	return rows
}

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
			n, err := k.number("SELECT count(*) FROM article WHERE copy = ? AND copy <> 0", r.ID)
			if err != nil {
				return err
			}
			r.Folded = int(n)
		}
	}
	return nil
}

// Behind returns the rows that are folded behind a row (Row.Folded of them), in the order of the list.
// Of an article that is none they are those behind its row.
func (l *Listing) Behind(ctx context.Context, id ID) ([]Row, error) {
	if !l.view.folds() {
		return nil, nil
	}
	id, err := l.rowFor(ctx, id)
	if err != nil {
		return nil, err
	}
	var rows []Row
	err = l.a.read(ctx, "list copies", func(k *link) error {
		ids := l.behind[id]
		if l.ids == nil {
			numbers, err := k.numbers("SELECT a.id FROM article a WHERE a.copy = ? AND a.copy <> 0 ORDER BY "+orders[l.view.Sort], id)
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
		before, err := k.number("SELECT copy FROM article WHERE id = ? AND deleted = 0", id)
		if err == nil && before != 0 {
			id = ID(before)
		}
		return err
	})
	return id, err
}
