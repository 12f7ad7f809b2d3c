package library

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"offprint/store"
	"offprint/ui/task"
)

// listedMsg brings the groups of a view and the first rows that are to be seen.
type listedMsg struct {
	task    task.ID
	listing *store.Listing
	groups  []store.Group
	at      place
	pages   map[pageKey][]store.Row
	// unfolded are the stories that were, where they stand now.
	unfolded []unfolded
	err      error
}

// place is where the cursor goes when a list has come: a group and a row in
// it, and the article, which may stand below that row.
type place struct {
	group, item int
	id          store.ID
	found       bool
}

// pagesMsg brings more rows.
type pagesMsg struct {
	task  task.ID
	pages map[pageKey][]store.Row
	err   error
}

// reload fetches the list anew; the cursor goes to the article at, if it is not 0 and there.
func (p *Pane) reload(at store.ID) tea.Cmd {
	ctx, id := p.jobs.list.Begin(context.Background())
	p.jobs.pages.Stop()
	archive, v, open := p.archive, p.view, p.unfoldedIDs()
	goals := []store.ID{p.deleted, at}
	return func() tea.Msg { return list(ctx, id, archive, v, goals, open) }
}

func list(ctx context.Context, id task.ID, archive Archive, v store.View, goals, open []store.ID) tea.Msg {
	msg := listedMsg{task: id}
	msg.listing, msg.err = archive.List(ctx, v)
	if msg.err != nil {
		return msg
	}
	msg.groups = msg.listing.Groups()
	if msg.unfolded, msg.err = findUnfolded(ctx, msg.listing, open); msg.err != nil {
		return msg
	}
	for _, at := range goals {
		if at == 0 || msg.at.found {
			continue
		}
		msg.at.id = at
		msg.at.group, msg.at.item, msg.at.found, msg.err = msg.listing.Find(ctx, at)
		if msg.err != nil {
			return msg
		}
	}
	var keys []pageKey
	if msg.at.found {
		keys = append(keys, pageKey{msg.at.group, msg.at.item / pageRows})
	}
	shown := 0
	for g := 0; g < len(msg.groups) && shown < pageRows; g++ {
		keys = append(keys, pageKey{g, 0})
		shown += msg.groups[g].Count
	}
	msg.pages, msg.err = fetch(ctx, msg.listing, keys)
	return msg
}

// want fetches the pages around the visible rows that are not here yet.
func (p *Pane) want() tea.Cmd {
	if p.listing == nil {
		return nil
	}
	first, end := p.list.Visible()
	height := max(1, end-first)
	var missing []pageKey
	seen := map[pageKey]bool{}
	for v := max(0, first-height); v < min(p.list.Len(), end+height); v++ {
		g, item := p.locate(v)
		if g < 0 || item < 0 {
			continue
		}
		k := pageKey{g, item / pageRows}
		if _, here := p.held.pages[k]; here || seen[k] || p.held.wanted[k] {
			continue
		}
		seen[k] = true
		missing = append(missing, k)
	}
	if len(missing) == 0 {
		return nil
	}
	ctx, id := p.jobs.pages.Begin(context.Background())
	p.held.wanted = seen
	listing := p.listing
	return func() tea.Msg {
		pages, err := fetch(ctx, listing, missing)
		return pagesMsg{task: id, pages: pages, err: err}
	}
}

func fetch(ctx context.Context, l *store.Listing, keys []pageKey) (map[pageKey][]store.Row, error) {
	out := make(map[pageKey][]store.Row, len(keys))
	for _, k := range keys {
		if _, done := out[k]; done {
			continue
		}
		rows, err := l.Rows(ctx, k.group, k.page*pageRows, pageRows)
		if err != nil {
			return nil, err
		}
		out[k] = rows
	}
	return out, nil
}
