package store

import (
	"context"
	"fmt"
	"strings"
	"time"

	"offprint/reader"
	"offprint/store/query"
)

// Grouping tells how a list is parted.
type Grouping uint8

// The groupings. Those by date go by the date of publication (of adding, if
// that is not known), in UTC.
const (
	GroupDate   Grouping = iota // by day, month or year, so that groups have some articles each: see Listing.Grouping
	GroupOutlet                 // by outlet, the one with most articles first
	GroupTag                    // by tag, by name; an article with two tags is in two groups; the last group has no tag
	GroupNone                   // one group
	GroupDay
	GroupMonth
	GroupYear
)

// Sort tells how the articles of a group follow each other.
type Sort uint8

// The orders. Dates run newest first, but for SortOldest.
const (
	SortNewest Sort = iota
	SortOldest
	SortAdded // the last added first; what another service kept, by when it was saved there
	SortTitle
	SortLongest
)

// orders are the sorts in SQL.
var orders = [...]string{
	SortNewest:  "a.sorted DESC, a.id DESC",
	SortOldest:  "a.sorted, a.id",
	SortAdded:   "a.added DESC, a.id DESC",
	SortTitle:   "a.title COLLATE NOCASE, a.id",
	SortLongest: "a.words DESC, a.id DESC",
}

// View chooses what a list shows.
type View struct {
	Query query.Query
	Group Grouping
	Sort  Sort
	// Fold makes one row of the copies of a story that came within a day of
	// each other: the one that the reader touched, else the newest. Lists by
	// outlet or tag show all they have.
	Fold bool
}

// Group is one part of a list.
type Group struct {
	Label  reader.Text // the outlet or tag; empty for dates
	Day    time.Time   // by date only: the first day of the group, midnight UTC
	Count  int
	Unread int
}

// Listing is a list of articles. It holds counts, and for a filtered list
// ids; rows are read page by page. It shows the archive as it was when List
// was called, rows as they are when read: make a new one after a change. Its
// methods may be called from several goroutines.
type Listing struct {
	a      *Archive
	view   View // its grouping settled
	groups []Group
	keys   []int64 // parallel to groups: first day, outlet's or tag's id
	len    int
	unread int
	wait   int
	ids    [][]ID      // parallel to groups if the list is filtered, else nil
	behind map[ID][]ID // of a filtered list that folds: what stands behind a row
	marks  *bookmarks
}

// List returns the list of a view. Its cost does not grow with the archive if the query asks for everything.
func (a *Archive) List(ctx context.Context, v View) (*Listing, error) {
	v.Sort, v.Group = min(v.Sort, SortLongest), min(v.Group, GroupYear)
	list := &Listing{a: a, marks: newBookmarks()}
	err := a.read(ctx, "list", func(l *link) error {
		list.view = v
		list.groups, list.keys, list.ids, list.behind = nil, nil, nil, nil
		if v.Query.All() {
			return list.count(l)
		}
		if v.Query.Words() {
			n, err := l.number("SELECT count(*) FROM todo")
			if list.wait = int(n); err != nil {
				return err
			}
		}
		return list.filter(l)
	})
	if err != nil {
		return nil, err
	}
	return list, nil
}

// Groups returns the parts in order. None is empty.
func (l *Listing) Groups() []Group { return l.groups }

// Grouping tells how the list is parted: for GroupDate whether it became
// days, months or years, otherwise what was asked for.
func (l *Listing) Grouping() Grouping { return l.view.Group }

// Len returns the number of rows; one with several tags counts once.
func (l *Listing) Len() int { return l.len }

// Unread returns how many of them are unread.
func (l *Listing) Unread() int { return l.unread }

// Waiting returns how many articles Index had yet to see when the list was made,
// if its query asks for words: those it may lack. 0 for others.
func (l *Listing) Waiting() int { return l.wait }

// count fills a list of everything from the counters.
func (l *Listing) count(k *link) error {
	var n, unread int
	err := k.one("SELECT n, unread FROM counter WHERE kind = ? AND key = 0", []any{countAll}, &n, &unread)
	if absent(err) {
		return nil
	}
	if err == nil && l.view.folds() {
		var copies, unreadCopies int
		err = orAbsent(k.one("SELECT n, unread FROM counter WHERE kind = ? AND key = 0", []any{countCopy}, &copies, &unreadCopies))
		n, unread = n-copies, unread-unreadCopies
	}
	l.len, l.unread = n, unread
	if err != nil {
		return err
	}
	switch l.view.Group {
	case GroupOutlet:
		err = l.countLabels(k, `SELECT o.name, c.key, c.n, c.unread FROM counter c JOIN outlet o ON o.id = c.key
			WHERE c.kind = 2 ORDER BY c.n DESC, o.name`)
	case GroupTag:
		err = l.countLabels(k, `SELECT coalesce(t.name, ''), c.key, c.n, c.unread FROM counter c LEFT JOIN tag t ON t.id = c.key
			WHERE c.kind = 3 ORDER BY t.key IS NULL, t.key`)
	case GroupNone:
		l.groups, l.keys = []Group{{Count: n, Unread: unread}}, []int64{0}
	default:
		err = l.countDates(k)
	}
	return err
}

func (l *Listing) countLabels(k *link, text string) error {
	return k.all(text, nil, func(scan func(...any) error) error {
		var label string
		var key int64
		var g Group
		if err := scan(&label, &key, &g.Count, &g.Unread); err != nil {
			return err
		}
		g.Label = reader.CleanLine(label)
		l.groups, l.keys = append(l.groups, g), append(l.keys, key)
		return nil
	})
}

// Rows returns up to n rows of a group from offset on; fewer at the group's end.
func (l *Listing) Rows(ctx context.Context, group, offset, n int) ([]Row, error) {
	if group < 0 || group >= len(l.groups) || offset < 0 || n <= 0 || offset >= l.groups[group].Count {
		return nil, nil
	}
	var rows []Row
	err := l.a.read(ctx, "list", func(k *link) (err error) {
		if l.ids != nil {
			ids := l.ids[group][min(offset, len(l.ids[group])):]
			rows, err = rowsOf(k, ids[:min(n, len(ids))])
		} else {
			rows, err = l.page(k, group, offset, n)
		}
		if err != nil {
			return err
		}
		return l.countBehind(k, rows)
	})
	return rows, err
}

// rowsOf returns the rows of articles in the order of ids. Those that were
// deleted since are left out.
func rowsOf(k *link, ids []ID) ([]Row, error) {
	rows := make([]Row, 0, len(ids))
	for _, id := range ids {
		r, err := row(k, id)
		if err == ErrNoArticle {
			continue
		}
		if err != nil {
			return nil, err
		}
		rows = append(rows, r)
	}
	return rows, nil
}

// within returns the condition that makes a group of the whole archive, and where it reads from.
func (l *Listing) within(group int) (from, where string, args []any) {
	key := l.keys[group]
	if l.view.folds() {
		return l.withinRows(key)
	}
	switch l.view.Group {
	case GroupOutlet:
		return "FROM article a", "a.deleted = 0 AND a.outlet = ?", []any{key}
	case GroupTag:
		if key == 0 {
			return "FROM article a", "a.deleted = 0 AND a.tags = ''", nil
		}
		return "FROM tagged t CROSS JOIN article a ON a.id = t.article", "t.tag = ?", []any{key}
	case GroupNone:
		return "FROM article a", "a.deleted = 0", nil
	}
	return "FROM article a", "a.deleted = 0 AND a.sorted >= ? AND a.sorted < ?", []any{key * daySeconds, l.view.Group.end(key) * daySeconds}
}

// page reads rows of the whole archive. Deep offsets begin at the nearest
// bookmark above, so that moving on costs the same everywhere.
func (l *Listing) page(k *link, group, offset, n int) ([]Row, error) {
	from, where, args := l.within(group)
	order, key := orders[l.view.Sort], bookmarkKeys[l.view.Sort]
	if l.view.Group == GroupTag && l.keys[group] != 0 && l.view.Sort <= SortOldest {
		// The table of tags has this order itself.
		order, key.column, key.after = byTag.Replace(order), byTag.Replace(key.column), byTag.Replace(key.after)
	}
	start, after := 0, ""
	if key.column != "" && offset > 0 {
		if b, ok := l.marks.before(group, offset); ok {
			start, after = b.offset, " AND "+key.after
			args = append(args, b.key, b.id)
		}
	}
	text := fmt.Sprintf("SELECT a.id%s %s WHERE %s%s ORDER BY %s LIMIT ? OFFSET ?", key.column, from, where, after, order)
	inner, err := l.keysOf(k, text, append(args, n, offset-start), group, offset, key.column != "")
	if err != nil {
		return nil, err
	}
	return rowsOf(k, inner)
}

// byTag turns the columns of an order into those of table tagged.
var byTag = strings.NewReplacer("a.sorted", "t.sorted", "a.id", "t.article")

// keysOf reads the ids of a page and leaves a bookmark at its end.
func (l *Listing) keysOf(k *link, text string, args []any, group, offset int, keyed bool) ([]ID, error) {
	var ids []ID
	var last any
	err := k.all(text, args, func(scan func(...any) error) error {
		var id ID
		to := []any{&id}
		if keyed {
			to = append(to, &last)
		}
		if err := scan(to...); err != nil {
			return err
		}
		ids = append(ids, id)
		return nil
	})
	if err == nil && keyed && len(ids) > 0 {
		l.marks.add(group, bookmark{offset + len(ids), last, ids[len(ids)-1]})
	}
	return ids, err
}
