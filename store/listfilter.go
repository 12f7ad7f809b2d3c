package store

import (
	"cmp"
	"slices"
	"sort"
	"time"

	"offprint/reader"
	"offprint/store/pack"
	"offprint/store/tagset"
)

// filter fills a list with the articles that match its query.
func (l *Listing) filter(k *link) error {
	c, err := compile(k, l.view.Query)
	if err != nil {
		return err
	}
	all, err := l.found(k, c)
	if err != nil {
		return err
	}
	if l.view.folds() {
		if err := tellFronts(k, all); err != nil {
			return err
		}
		all = l.foldFound(all)
	}
	if l.view.Group.byDate() {
		days := map[int64]int{}
		for _, r := range all {
			days[dayOf(r.sorted)]++
		}
		l.view.Group = l.view.Group.settle(days)
	}
	f := newFiler(l)
	for _, r := range all {
		f.file(r)
	}
	return f.finish(k)
}

// found returns the articles of a filtered list in its order.
func (l *Listing) found(k *link, c *compiled) ([]filed, error) {
	from := "article a"
	where, args := c.rest()
	if m := c.match(); m != "" { // the index goes first: none of what it finds is found twice
		from = "search CROSS JOIN place p ON p.rank = search.rowid CROSS JOIN article a ON a.id = p.article"
		where, args = "search MATCH ? AND "+where, append([]any{m}, args...)
	} else if c.flagged { // has SQLite look at the indexes of flags, which are by date
		where, args = "a.sorted >= ? AND "+where, append([]any{firstMoment}, args...)
	}
	columns := l.columns()
	list := columns[0].name
	for _, col := range columns[1:] {
		list += ", " + col.name
	}
	text := "SELECT " + pack.Function + "(" + list + ") FROM " + from + " WHERE a.deleted = 0 AND " + where
	if l.view.Sort == SortTitle { // SQLite knows how titles compare
		text = "SELECT " + pack.Function + "(" + list + ") FROM (SELECT a.* FROM " + from + " WHERE a.deleted = 0 AND " + where + " ORDER BY " + orders[SortTitle] + ") a"
	}
	var packed []byte
	if err := k.one(text, args, &packed); err != nil {
		return nil, err
	}
	all := make([]filed, 0, len(packed)/(2*len(columns)))
	pack.Rows(packed, len(columns), func(row []int64) {
		var f filed
		for i, col := range columns {
			col.set(&f, row[i])
		}
		all = append(all, f)
	})
	if by := sortKeys[l.view.Sort]; by != nil {
		slices.SortFunc(all, by)
	}
	return all, nil
}

// fewFound is up to how many articles it is quicker to look up one by one.
const fewFound = 2000

// tellFronts fills in behind which rows the articles stand. Most stand behind
// none, and those that do have an index: it is read whole rather than all
// articles once more.
func tellFronts(k *link, all []filed) error {
	text, args := "SELECT "+pack.Function+"(id, copy) FROM article WHERE copy <> 0", []any(nil)
	if len(all) < fewFound {
		ids := make([]int64, len(all))
		for i := range all {
			ids[i] = int64(all[i].id)
		}
		text, args = "SELECT "+pack.Function+"(a.id, a.copy) FROM json_each(?) j CROSS JOIN article a ON a.id = j.value WHERE a.copy <> 0", []any{jsonIDs(ids)}
	}
	var packed []byte
	if err := k.one(text, args, &packed); err != nil {
		return err
	}
	if len(packed) == 0 {
		return nil
	}
	fronts := make(map[ID]ID, len(packed)/2)
	pack.Rows(packed, 2, func(row []int64) {
		behind, front := ID(row[0]), ID(row[1])
		fronts[behind], fronts[front] = front, front
	})
	for i := range all {
		all[i].front = fronts[all[i].id]
	}
	return nil
}

// column is a number that a list asks of each article.
type column struct {
	name string
	set  func(*filed, int64)
}

// columns are the numbers that a list's groups and order need, and no more: each takes its time.
func (l *Listing) columns() []column {
	list := []column{
		{"a.id", func(f *filed, n int64) { f.id = ID(n) }},
		{"a.read", func(f *filed, n int64) { f.read = n != 0 }},
		{"a.sorted", func(f *filed, n int64) { f.sorted = n }},
	}
	if l.view.Group == GroupOutlet {
		list = append(list, column{"a.outlet", func(f *filed, n int64) { f.outlet = n }})
	}
	switch l.view.Sort {
	case SortAdded:
		list = append(list, column{"a.added", func(f *filed, n int64) { f.key = n }})
	case SortLongest:
		list = append(list, column{"a.words", func(f *filed, n int64) { f.key = n }})
	}
	return list
}

// sortKeys put found articles in order; nil if SQLite has done so.
var sortKeys = [...]func(a, b filed) int{
	SortNewest:  func(a, b filed) int { return cmp.Or(cmp.Compare(b.sorted, a.sorted), cmp.Compare(b.id, a.id)) },
	SortOldest:  func(a, b filed) int { return cmp.Or(cmp.Compare(a.sorted, b.sorted), cmp.Compare(a.id, b.id)) },
	SortAdded:   byFiledKey,
	SortTitle:   nil,
	SortLongest: byFiledKey,
}

// byFiledKey puts the highest key first.
func byFiledKey(a, b filed) int { return cmp.Or(cmp.Compare(b.key, a.key), cmp.Compare(b.id, a.id)) }

// filed is an article of a filtered list.
type filed struct {
	id             ID
	sorted, outlet int64
	front          ID    // the row that it stands behind in a list of everything, itself if it is that row; 0: no other says the same
	key            int64 // what the list is sorted by, if that is no date
	read           bool
}

// filer puts the articles of a filtered list into groups.
type filer struct {
	l      *Listing
	all    []filed
	groups map[int64]int
	begins map[int64]int64 // by day, since a calendar takes its time
}

func newFiler(l *Listing) *filer {
	l.len, l.unread, l.ids = 0, 0, [][]ID{}
	return &filer{l: l, groups: map[int64]int{}, begins: map[int64]int64{}}
}

// begin returns the first day of a day's group.
func (f *filer) begin(day int64) int64 {
	begin, ok := f.begins[day]
	if !ok {
		begin = f.l.view.Group.begin(day)
		f.begins[day] = begin
	}
	return begin
}

// file takes the next article.
func (f *filer) file(r filed) {
	f.l.len++
	if !r.read {
		f.l.unread++
	}
	switch f.l.view.Group {
	case GroupOutlet:
		f.into(r.outlet, r)
	case GroupTag:
		f.all = append(f.all, r)
	case GroupNone:
		f.into(0, r)
	default:
		f.into(f.begin(dayOf(r.sorted)), r)
	}
}

func (f *filer) into(key int64, r filed) {
	l := f.l
	i, ok := f.groups[key]
	if !ok {
		i = len(l.groups)
		f.groups[key] = i
		l.groups, l.keys, l.ids = append(l.groups, Group{}), append(l.keys, key), append(l.ids, nil)
	}
	l.ids[i] = append(l.ids[i], r.id)
	l.groups[i].Count++
	if !r.read {
		l.groups[i].Unread++
	}
}

// finish names the groups and puts them in order.
func (f *filer) finish(k *link) error {
	l := f.l
	switch l.view.Group {
	case GroupNone:
	case GroupOutlet:
		if err := f.label(k, "SELECT name FROM outlet WHERE id = ?"); err != nil {
			return err
		}
		sort.Stable(byKey{l, func(i, j int) bool {
			a, b := l.groups[i], l.groups[j]
			return a.Count > b.Count || a.Count == b.Count && a.Label < b.Label
		}})
	case GroupTag:
		return f.byTag(k)
	default:
		for i, day := range l.keys {
			l.groups[i].Day = time.Unix(day*daySeconds, 0).UTC()
		}
		sort.Stable(byKey{l, l.earlier})
	}
	return nil
}

// byTag reads which tags the articles have and files them.
func (f *filer) byTag(k *link) error {
	tags := map[ID][]int64{}
	for _, r := range f.all {
		tags[r.id] = nil
	}
	err := k.all("SELECT tag, article FROM tagged", nil, func(scan func(...any) error) error {
		var tag int64
		var id ID
		if err := scan(&tag, &id); err != nil {
			return err
		}
		if list, ok := tags[id]; ok {
			tags[id] = append(list, tag)
		}
		return nil
	})
	if err != nil {
		return err
	}
	for _, r := range f.all {
		for _, tag := range tags[r.id] {
			f.into(tag, r)
		}
		if len(tags[r.id]) == 0 {
			f.into(0, r)
		}
	}
	if err := f.label(k, "SELECT name FROM tag WHERE id = ?"); err != nil {
		return err
	}
	l := f.l
	sort.Stable(byKey{l, func(i, j int) bool {
		if (l.keys[i] == 0) != (l.keys[j] == 0) {
			return l.keys[j] == 0
		}
		return tagset.Key(l.groups[i].Label) < tagset.Key(l.groups[j].Label)
	}})
	return nil
}

func (f *filer) label(k *link, text string) error {
	for i, key := range f.l.keys {
		var name string
		if err := k.one(text, []any{key}, &name); err != nil && !absent(err) {
			return err
		}
		f.l.groups[i].Label = reader.CleanLine(name)
	}
	return nil
}

// byKey sorts the groups of a list with all that is parallel to them.
type byKey struct {
	l    *Listing
	less func(i, j int) bool
}

func (b byKey) Len() int           { return len(b.l.keys) }
func (b byKey) Less(i, j int) bool { return b.less(i, j) }
func (b byKey) Swap(i, j int) {
	l := b.l
	l.keys[i], l.keys[j] = l.keys[j], l.keys[i]
	l.groups[i], l.groups[j] = l.groups[j], l.groups[i]
	if l.ids != nil {
		l.ids[i], l.ids[j] = l.ids[j], l.ids[i]
	}
}
