package store

import (
	"sort"
	"time"

	"offprint/reader"
)

// filter fills a list with the articles that match its query.
func (l *Listing) filter(k *link) error {
	c, err := compile(k, l.view.Query)
	if err != nil {
		return err
	}
	where, args := c.where()
	f := newFiler(l)
	err = k.all("SELECT a.id, a.sorted, a.outlet, a.read, a.story FROM article a WHERE a.deleted = 0 AND "+where+" ORDER BY "+orders[l.view.Sort], args,
		func(scan func(...any) error) error {
			var r filed
			if err := scan(&r.id, &r.sorted, &r.outlet, &r.read, &r.story); err != nil {
				return err
			}
			if l.view.folds() {
				f.all = append(f.all, r)
			} else {
				f.file(r)
			}
			return nil
		})
	if err != nil {
		return err
	}
	if l.view.folds() {
		for _, r := range l.foldFound(f.all) {
			f.file(r)
		}
	}
	return f.finish(k)
}

// filed is an article of a filtered list.
type filed struct {
	id             ID
	sorted, outlet int64
	story          int64 // 0: no other says the same
	read           bool
}

// filer puts the articles of a filtered list into groups.
type filer struct {
	l      *Listing
	all    []filed
	groups map[int64]int
}

func newFiler(l *Listing) *filer {
	l.len, l.unread, l.ids = 0, 0, [][]ID{}
	return &filer{l: l, groups: map[int64]int{}}
}

// file takes the next article.
func (f *filer) file(r filed) {
	f.l.len++
	if !r.read {
		f.l.unread++
	}
	switch f.l.view.Group {
	case GroupDay:
		f.into(dayOf(r.sorted), r)
	case GroupOutlet:
		f.into(r.outlet, r)
	case GroupTag:
		f.all = append(f.all, r)
	default:
		f.into(0, r)
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
	case GroupDay:
		for i, day := range l.keys {
			l.groups[i].Day = time.Unix(day*86400, 0).UTC()
		}
		sort.Stable(byKey{l, l.earlier})
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
		return tagKey(l.groups[i].Label) < tagKey(l.groups[j].Label)
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
