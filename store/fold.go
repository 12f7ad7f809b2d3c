package store

import (
	"cmp"
	"context"
	"strings"
)

// Copies of one story (sketch.go) that are of one day can be folded: a list
// with View.Fold has one of them as a row, and the others behind it.
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

// rowFirst orders the copies of a day: the first is the row. What the reader
// touched stands before what he did not, so that a copy that comes later hides
// neither a star nor where he stopped; else the newest does. check.go and
// schema9 say the same.
const rowFirst = "starred * 8 + (highlights > 0) * 4 + (progress > 0) * 2 + read DESC, sorted DESC, id DESC"

// copied is an article of a story and day.
type copied struct {
	id           ID
	read, behind bool
}

// copiesOf returns articles of a story and a day, the first of them first: all
// but the one without, or those that are rows. There are few of these.
func (g *ledger) copiesOf(story, day int64, without ID, rows bool) (list []copied, err error) {
	from := "article"
	if rows {
		from = "article INDEXED BY article_front WHERE copy = 0 AND"
	} else {
		from += " WHERE"
	}
	err = g.l.all("SELECT id, read, copy FROM "+from+" story = ? AND story <> 0 AND deleted = 0 AND sorted >= ? AND sorted < ? AND id <> ? ORDER BY "+rowFirst,
		[]any{story, day * daySeconds, (day + 1) * daySeconds, without}, func(scan func(...any) error) error {
			var c copied
			err := scan(&c.id, &c.read, &c.behind)
			list = append(list, c)
			return err
		})
	return list, err
}

// fold puts all but the first of the rows that a story has on a day behind it.
func (g *ledger) fold(story, day int64) error {
	list, err := g.copiesOf(story, day, 0, true)
	for i := 1; i < len(list) && err == nil; i++ {
		err = g.setCopy(list[i].id, day, !list[i].read, true)
	}
	return err
}

// refold puts all copies of a story and day behind the first of them, but for the one without.
func (g *ledger) refold(story, day int64, without ID) error {
	list, err := g.copiesOf(story, day, without, false)
	for i := 0; i < len(list) && err == nil; i++ {
		if c := list[i]; c.behind != (i > 0) {
			err = g.setCopy(c.id, day, !c.read, i > 0)
		}
	}
	return err
}

const daySeconds = 24 * 60 * 60

// touched folds the copies of an article anew after its reader did something with it.
func (g *ledger) touched(id ID) error {
	var story, sorted int64
	var c copied
	err := g.l.one("SELECT story, sorted, read, copy FROM article WHERE id = ? AND deleted = 0", []any{id}, &story, &sorted, &c.read, &c.behind)
	if err != nil || story == 0 {
		return orAbsent(err)
	}
	if !c.behind { // any other may be the first now
		return g.refold(story, dayOf(sorted), 0)
	}
	if err := g.setCopy(id, dayOf(sorted), !c.read, false); err != nil {
		return err
	}
	return g.fold(story, dayOf(sorted))
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
// If it stood before others the next of them takes its place.
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
	return g.refold(story, day, d.id)
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
// rows, in their order, and keeps what stands behind them. Where the row of
// all was not found the newest is the row.
func (l *Listing) foldFound(all []filed) []filed {
	first := map[storyDay]filed{}
	for _, f := range all {
		if f.story == 0 {
			continue
		}
		k := storyDay{f.story, dayOf(f.sorted)}
		if n, ok := first[k]; !ok || !f.behind || n.behind && cmp.Or(cmp.Compare(f.sorted, n.sorted), cmp.Compare(f.id, n.id)) > 0 {
			first[k] = f
		}
	}
	l.behind = map[ID][]ID{}
	rows := all[:0]
	for _, f := range all {
		if f.story != 0 {
			if n := first[storyDay{f.story, dayOf(f.sorted)}]; n.id != f.id {
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
