// Package library is the pane that lists the archive's articles, grouped by
// day, outlet or tag. It holds no article: groups with their counts, and the
// rows near the screen in pages that are fetched when they come into view.
//
// Begin with [Pane].
package library

import (
	"context"
	"sort"
	"time"

	tea "charm.land/bubbletea/v2"

	"offprint/store"
	"offprint/ui/nav"
	"offprint/ui/picker"
	"offprint/ui/rows"
	"offprint/ui/task"
)

// Archive is what the list needs of the archive.
type Archive interface {
	List(ctx context.Context, v store.View) (*store.Listing, error)
	Delete(ctx context.Context, ids []store.ID) error
	SetRead(ctx context.Context, ids []store.ID, read bool) error
	rows.Known // to complete the filter
}

// pageRows is how many rows are fetched at once: several screens, and still one short query.
const pageRows = 100

// pageKey names a page of rows: rows from page*pageRows of a group.
type pageKey struct{ group, page int }

// Pane is the list of articles.
type Pane struct {
	archive Archive
	look    nav.Look
	now     func() time.Time

	view    store.View
	begin   store.ID // where the cursor goes first
	listing *store.Listing
	groups  []store.Group
	starts  []int // visual row of each group's head, and the total after the last
	folds   folds
	held    held

	list     picker.Model
	selected selection
	open     open
	goal     store.ID // the cursor is on its way there, 0: nowhere
	deleted  store.ID // the first of what was deleted last: the cursor goes to it if it comes back
	filter   filter

	jobs jobs
	err  error
	frame
}

// frame is the pane's size in cells and lines, and how many lines of it a title
// has; 0: as the width asks for.
type frame struct{ w, h, titles int }

// held are the rows that are here, page by page, and the pages that are being fetched.
type held struct {
	pages  map[pageKey][]store.Row
	wanted map[pageKey]bool
}

// open is the article that is shown beside the list. If it has left the list,
// gone tells whether the cursor's row came after it (1) or before it (-1).
type open struct {
	id   store.ID
	gone int
}

// jobs are the kinds of background work: the list as a whole, pages of rows,
// the copies behind a row, looking for an unread one, gathering those of a range, and marking all read.
type jobs struct{ list, pages, story, seek, gather, mark task.Slot }

// New returns a list of the archive in the given view, the cursor on the
// article at if that is not 0 and there. now tells today, for "Today".
func New(archive Archive, look nav.Look, v store.View, at store.ID, now func() time.Time) *Pane {
	return &Pane{
		archive: archive, look: look, now: now, view: v, begin: at,
		folds: folds{groups: map[string]bool{}, stories: map[store.ID]bool{}}, selected: noSelection(),
	}
}

// Init fetches the list.
func (p *Pane) Init() tea.Cmd { return p.reload(p.keep()) }

// View returns the view in force: filter, grouping and order.
func (p *Pane) View() store.View { return p.view }

// SetView shows the list in another view from its top.
func (p *Pane) SetView(v store.View) tea.Cmd {
	p.view = v
	p.selected = noSelection()
	return p.reload(0)
}

// Reloading reports whether the list is being fetched anew: rows that are here may be gone.
func (p *Pane) Reloading() bool { return p.jobs.list.Busy() }

// Count returns how many articles the view holds and how many of them are unread.
func (p *Pane) Count() (all, unread int) {
	if p.listing == nil {
		return 0, 0
	}
	return p.listing.Len(), p.listing.Unread()
}

// Bare reports whether the whole archive is known to have no article.
func (p *Pane) Bare() bool { return p.listing != nil && p.listing.Len() == 0 && p.view.Query.All() }

// SetTitles says how many lines a title has, one or two; 0 is as the width asks for.
func (p *Pane) SetTitles(lines int) {
	p.titles = lines
	p.measure()
}

// SetOpen tells which article is open: its row is marked.
func (p *Pane) SetOpen(id store.ID) {
	if id != p.open.id {
		p.open.gone = 0
	}
	p.open.id = id
}

// Current returns the row under the cursor; false on a group's head and while rows are fetched.
func (p *Pane) Current() (store.Row, bool) { return p.row(p.list.Cursor()) }

// Group returns the group under the cursor.
func (p *Pane) Group() (store.Group, bool) {
	g, _ := p.locate(p.list.Cursor())
	if g < 0 || g >= len(p.groups) {
		return store.Group{}, false
	}
	return p.groups[g], true
}

// locate returns the group that a visual row belongs to and the row's place
// in it, -1 for the group's head. A copy below a row has the row's place.
func (p *Pane) locate(visual int) (group, item int) {
	group, item, _ = p.place(visual)
	return group, item
}

// place is locate with the copy below the row, -1 for the row itself.
func (p *Pane) place(visual int) (group, item, below int) {
	if len(p.groups) == 0 {
		return -1, -1, -1
	}
	g := sort.Search(len(p.groups), func(i int) bool { return p.starts[i+1] > visual })
	if g == len(p.groups) {
		return -1, -1, -1
	}
	at := visual - p.starts[g]
	if p.headed() {
		at--
	}
	item, below = p.inGroup(g, at)
	return g, item, below
}

// visual returns the visual row at which a row of a group stands.
func (p *Pane) visual(group, item int) int {
	row := p.starts[group] + item + p.below(group, item)
	if p.headed() {
		row++
	}
	return row
}

// headed reports whether groups have heads.
func (p *Pane) headed() bool { return p.view.Group != store.GroupNone }

// row returns the article row at a visual row, if there is one and it is here.
func (p *Pane) row(visual int) (store.Row, bool) {
	g, item, below := p.place(visual)
	if g < 0 || item < 0 {
		return store.Row{}, false
	}
	if below >= 0 {
		for _, u := range p.folds.unfolded {
			if u.group == g && u.item == item {
				return u.rows[below], true
			}
		}
	}
	page := p.held.pages[pageKey{g, item / pageRows}]
	if at := item % pageRows; at < len(page) {
		return page[at], true
	}
	return store.Row{}, false
}

// foldKey names a group across reloads.
func (p *Pane) foldKey(g store.Group) string {
	return g.Day.Format(time.DateOnly) + "\x00" + string(g.Label)
}

// layOut counts the visual rows after a change of groups or folds.
func (p *Pane) layOut() {
	p.starts = make([]int, len(p.groups)+1)
	for i, g := range p.groups {
		n := g.Count + p.below(i, g.Count)
		if p.headed() {
			if p.folds.groups[p.foldKey(g)] {
				n = 0
			}
			n++
		}
		p.starts[i+1] = p.starts[i] + n
	}
	p.list.SetLength(p.starts[len(p.groups)])
}
