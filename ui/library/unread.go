package library

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"offprint/store"
	"offprint/ui/nav"
	"offprint/ui/rows"
	"offprint/ui/task"
)

// soughtMsg brings the unread article that was looked for in rows that were not here.
type soughtMsg struct {
	task task.ID
	id   store.ID // 0: there is none
	open bool
	err  error
}

// Unread goes to the next unread article (or with -1 to the one before). If it
// is among the rows that are here the cursor is on it and ok is true; else the
// command looks for it, and opens it if open is set.
func (p *Pane) Unread(dir int, open bool) (cmd tea.Cmd, ok bool) {
	for at := p.from(dir) + dir; at >= 0 && at < p.list.Len(); at += dir {
		g, item := p.locate(at)
		if item < 0 && !p.folds.groups[p.foldKey(p.groups[g])] {
			continue
		}
		r, here := p.row(at)
		if here && r.Read {
			continue
		}
		if here {
			p.goal, p.open.gone = 0, 0
			p.list.Select(at)
			return p.want(), true
		}
		if item < 0 && dir < 0 { // the head of a folded group: its last row is the nearest
			item = p.groups[g].Count - 1
		}
		return p.seek(g, max(0, item), dir, open), false
	}
	return p.sought(soughtMsg{}), false
}

// seek looks for an unread row from a row of a group on, page by page.
func (p *Pane) seek(group, item, dir int, open bool) tea.Cmd {
	ctx, id := p.jobs.seek.Begin(context.Background())
	listing, groups := p.listing, p.groups
	return func() tea.Msg {
		msg := soughtMsg{task: id, open: open}
		for group >= 0 && group < len(groups) {
			first := item / pageRows * pageRows
			some, err := listing.Rows(ctx, group, first, pageRows)
			if err != nil {
				msg.err = err
				return msg
			}
			for at := item - first; at >= 0 && at < len(some); at += dir {
				if !some[at].Read {
					msg.id = some[at].ID
					return msg
				}
			}
			if group, item = beyond(groups, group, first, dir); group < 0 {
				break
			}
		}
		return msg
	}
}

// beyond returns the row after the page of a group that begins at first, or the
// one before it; group -1 is none.
func beyond(groups []store.Group, group, first, dir int) (nextGroup, item int) {
	if dir > 0 && first+pageRows < groups[group].Count {
		return group, first + pageRows
	}
	if dir < 0 && first > 0 {
		return group, first - 1
	}
	group += dir
	if group < 0 || group >= len(groups) {
		return -1, 0
	}
	if dir < 0 {
		return group, groups[group].Count - 1
	}
	return group, 0
}

// sought goes to the unread article that was found.
func (p *Pane) sought(msg soughtMsg) tea.Cmd {
	switch {
	case msg.err != nil:
		return nav.Send(nav.Fail{Doing: "looking for an unread article", Err: msg.err})
	case msg.id == 0:
		return nav.Send(nav.Say{Text: "No unread article in that direction"})
	case msg.open:
		return nav.Send(nav.OpenArticle{ID: msg.id})
	}
	return p.Find(msg.id)
}

// tellFrom is from how many articles on marking them takes so long that it is
// told when it begins: a hundred thousand take some seconds.
const tellFrom = 2000

// markedMsg says that marking is over, whatever came of it.
type markedMsg struct{ task task.ID }

// Marking reports whether articles are being marked read. Until that is done
// it cannot be taken back: undo would take back what was done before.
func (p *Pane) Marking() bool { return p.jobs.mark.Busy() }

// readAll marks all articles of the view read, shown or not.
func (p *Pane) readAll() tea.Cmd {
	if p.Marking() {
		return p.SayMarking()
	}
	if _, n := p.Count(); n >= tellFrom {
		return tea.Batch(nav.Send(nav.Say{Text: "Marking " + rows.Number(n) + " read …"}), p.markAll())
	}
	return p.markAll()
}

// SayMarking says what is waited for.
func (p *Pane) SayMarking() tea.Cmd {
	return nav.Send(nav.Say{Text: "Still marking articles read"})
}

// markAll is not given up half way: what runs has no end but its own.
func (p *Pane) markAll() tea.Cmd {
	ctx := context.Background()
	_, id := p.jobs.mark.Begin(ctx)
	archive, all := p.archive, store.View{Query: p.view.Query, Group: store.GroupNone}
	over := nav.Send(markedMsg{id})
	return func() tea.Msg {
		ids, err := unreadOf(ctx, archive, all)
		if err == nil && len(ids) > 0 {
			err = archive.SetRead(ctx, ids, true)
		}
		switch {
		case err != nil:
			return tea.BatchMsg{over, nav.Send(nav.Fail{Doing: "marking all read", Err: err})}
		case len(ids) == 0:
			return tea.BatchMsg{over, nav.Send(nav.Say{Text: "All of these are read"})}
		}
		say := nav.Say{Text: "Marked all " + rows.Number(len(ids)) + " read", Undo: true}
		return tea.BatchMsg{over, nav.Send(nav.Changed{}), nav.Send(say)}
	}
}

// unreadOf returns the unread articles of a view without groups.
func unreadOf(ctx context.Context, archive Archive, v store.View) (ids []store.ID, err error) {
	listing, err := archive.List(ctx, v)
	if err != nil || listing.Unread() == 0 {
		return nil, err
	}
	for at := 0; at < listing.Len(); {
		some, err := listing.Rows(ctx, 0, at, pageRows)
		if err != nil {
			return nil, err
		}
		if len(some) == 0 {
			break
		}
		for i := range some {
			if !some[i].Read {
				ids = append(ids, some[i].ID)
			}
		}
		at += len(some)
	}
	return ids, nil
}
