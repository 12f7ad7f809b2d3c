package store

import (
	"slices"
	"sync"
)

// bookmark is a known place in a sorted group: the row before it has this key and id.
type bookmark struct {
	offset int
	key    any
	id     ID
}

// bookmarks are the places of a list that were read, by group.
type bookmarks struct {
	mu   sync.Mutex
	list map[int][]bookmark // sorted by offset
}

func newBookmarks() *bookmarks { return &bookmarks{list: map[int][]bookmark{}} }

// maxBookmarks is how many are kept in one group.
const maxBookmarks = 4096

// bookmarkKeys tell, by Sort, the column that a group is ordered by besides
// the id, and how to go on after a bookmark. Titles may be equal too often for
// a short key; they go without.
var bookmarkKeys = [...]struct{ column, after string }{
	SortNewest:  {", a.sorted", "(a.sorted, a.id) < (?, ?)"},
	SortOldest:  {", a.sorted", "(a.sorted, a.id) > (?, ?)"},
	SortAdded:   {", a.added", "(a.added, a.id) < (?, ?)"},
	SortTitle:   {},
	SortLongest: {", a.words", "(a.words, a.id) < (?, ?)"},
}

// before returns the last bookmark at or before an offset.
func (b *bookmarks) before(group, offset int) (bookmark, bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	list := b.list[group]
	i, found := slices.BinarySearchFunc(list, offset, func(m bookmark, o int) int { return m.offset - o })
	if !found {
		i--
	}
	if i < 0 || i >= len(list) {
		return bookmark{}, false
	}
	return list[i], true
}

func (b *bookmarks) add(group int, m bookmark) {
	b.mu.Lock()
	defer b.mu.Unlock()
	list := b.list[group]
	i, found := slices.BinarySearchFunc(list, m.offset, func(m bookmark, o int) int { return m.offset - o })
	if !found && len(list) < maxBookmarks {
		b.list[group] = slices.Insert(list, i, m)
	}
}
