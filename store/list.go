package store

import (
	"context"
	"time"

	"offprint/reader"
	"offprint/store/query"
)

// Grouping tells how a list is parted.
type Grouping uint8

// The groupings.
const (
	GroupDay    Grouping = iota // by the day of publication (of adding, if that is not known), in UTC
	GroupOutlet                 // by outlet, the one with most articles first
	GroupTag                    // by tag, by name; an article with two tags is in two groups; the last group has no tag
	GroupNone                   // one group
)

// Sort tells how the articles of a group follow each other.
type Sort uint8

// The orders. Days run newest first, but for SortOldest.
const (
	SortNewest Sort = iota
	SortOldest
	SortAdded // the last added first
	SortTitle
	SortLongest
)

// View chooses what a list shows.
type View struct {
	Query query.Query
	Group Grouping
	Sort  Sort
}

// Group is one part of a list.
type Group struct {
	Label  reader.Text // the outlet or tag; empty for days
	Day    time.Time   // GroupDay only: midnight UTC
	Count  int
	Unread int
}

// Listing is a list of articles. It holds counts, and for a filtered list
// ids; rows are read page by page. It shows the archive as it was when List
// was called, rows as they are when read: make a new one after a change.
type Listing struct{}

// List returns the list of a view. Its cost does not grow with the archive if the query asks for everything.
func (a *Archive) List(ctx context.Context, v View) (*Listing, error) { return nil, errUnfinished }

// Groups returns the parts in order. None is empty.
func (l *Listing) Groups() []Group { return nil }

// Len returns the number of rows over all groups.
func (l *Listing) Len() int { return 0 }

// Unread returns how many of them are unread.
func (l *Listing) Unread() int { return 0 }

// Rows returns up to n rows of a group from offset on; fewer at the group's end.
func (l *Listing) Rows(ctx context.Context, group, offset, n int) ([]Row, error) {
	return nil, errUnfinished
}

// Find returns where an article stands; ok is false if it is not in the list.
func (l *Listing) Find(ctx context.Context, id ID) (group, offset int, ok bool, err error) {
	return 0, 0, false, errUnfinished
}
