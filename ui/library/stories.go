package library

import (
	"cmp"
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"offprint/store"
	"offprint/ui/nav"
	"offprint/ui/task"
)

// A row may stand for copies of its story (store.Row.Folded). Unfolded, they
// stand below it, set in. Which rows are unfolded is known by their articles,
// so that it outlives a reload; where those stand comes with each list.

// folds are what is folded and what is not.
type folds struct {
	groups   map[string]bool   // by foldKey: folded
	stories  map[store.ID]bool // by the row's article: unfolded
	unfolded []unfolded        // those of the list, in its order
}

// unfolded is a row with the copies that stand below it.
type unfolded struct {
	group, item int
	id          store.ID
	rows        []store.Row
}

// maxUnfolded is how many stories stay unfolded over reloads: more than fit on any screen.
const maxUnfolded = 100

// storyMsg brings the copies behind a row that was asked for.
type storyMsg struct {
	task    task.ID
	listing *store.Listing
	story   unfolded
	err     error
}

// findUnfolded returns where the unfolded stories stand in a list, with their copies.
func findUnfolded(ctx context.Context, l *store.Listing, ids []store.ID) ([]unfolded, error) {
	var list []unfolded
	for _, id := range ids {
		group, item, ok, err := l.Find(ctx, id)
		if err != nil {
			return nil, err
		}
		if !ok || slices.ContainsFunc(list, func(u unfolded) bool { return u.group == group && u.item == item }) {
			continue
		}
		rows, err := l.Behind(ctx, id)
		if err != nil {
			return nil, err
		}
		if len(rows) > 0 {
			list = append(list, unfolded{group, item, id, rows})
		}
	}
	slices.SortFunc(list, byPlace)
	return list, nil
}

func byPlace(a, b unfolded) int {
	return cmp.Or(cmp.Compare(a.group, b.group), cmp.Compare(a.item, b.item))
}

// unfoldedIDs returns the rows that are unfolded wherever they are.
func (p *Pane) unfoldedIDs() []store.ID {
	ids := make([]store.ID, 0, len(p.folds.stories))
	for id := range p.folds.stories {
		ids = append(ids, id)
	}
	return ids
}

// below returns how many copies stand between the rows of a group that come before item.
func (p *Pane) below(group, item int) int {
	n := 0
	for _, u := range p.folds.unfolded {
		if u.group == group && u.item < item {
			n += len(u.rows)
		}
	}
	return n
}

// inGroup turns a place among the visual rows of a group, its head left out,
// into the row it belongs to and the copy below that row, -1 for the row itself.
func (p *Pane) inGroup(group, at int) (item, below int) {
	for _, u := range p.folds.unfolded {
		if u.group != group {
			continue
		}
		if at <= u.item {
			break
		}
		if at <= u.item+len(u.rows) {
			return u.item, at - u.item - 1
		}
		at -= len(u.rows)
	}
	return at, -1
}

// isUnfolded reports whether the copies of an article's row are shown.
func (p *Pane) isUnfolded(id store.ID) bool {
	return slices.ContainsFunc(p.folds.unfolded, func(u unfolded) bool { return u.id == id })
}

// foldCopies shows the copies behind the cursor's row, or puts them away.
func (p *Pane) foldCopies() tea.Cmd {
	r, ok := p.Current()
	if !ok {
		return nil
	}
	group, item := p.locate(p.list.Cursor())
	for i, u := range p.folds.unfolded {
		if u.group == group && u.item == item {
			delete(p.folds.stories, u.id)
			p.folds.unfolded = slices.Delete(p.folds.unfolded, i, i+1)
			p.layOut()
			p.list.Select(p.visual(group, item))
			return p.want()
		}
	}
	if r.Folded == 0 {
		return nav.Send(nav.Say{Text: "No copy of this story is folded here"})
	}
	ctx, id := p.jobs.story.Begin(context.Background())
	listing := p.listing
	return func() tea.Msg {
		rows, err := listing.Behind(ctx, r.ID)
		return storyMsg{id, listing, unfolded{group, item, r.ID, rows}, err}
	}
}

// unfold takes the copies that were asked for.
func (p *Pane) unfold(msg storyMsg) tea.Cmd {
	if msg.err != nil {
		return nav.Send(nav.Fail{Doing: "reading the copies", Err: msg.err})
	}
	if msg.listing != p.listing || len(msg.story.rows) == 0 || p.isUnfolded(msg.story.id) {
		return nil // the list has changed meanwhile
	}
	if len(p.folds.stories) >= maxUnfolded {
		clear(p.folds.stories)
		p.folds.unfolded = nil
	}
	cursor, _ := p.Current()
	p.folds.stories[msg.story.id] = true
	p.folds.unfolded = append(p.folds.unfolded, msg.story)
	slices.SortFunc(p.folds.unfolded, byPlace)
	p.layOut()
	p.selectItem(msg.story.group, msg.story.item)
	if cursor.ID != msg.story.id { // it has moved on
		p.selectCopy(cursor.ID)
	}
	return p.want()
}

// selectCopy puts the cursor on an article if it stands below a row.
func (p *Pane) selectCopy(id store.ID) {
	for _, u := range p.folds.unfolded {
		for i, r := range u.rows {
			if r.ID == id {
				p.list.Select(p.visual(u.group, u.item) + 1 + i)
				return
			}
		}
	}
}
