package library

import (
	"context"
	"maps"
	"slices"

	tea "charm.land/bubbletea/v2"

	"offprint/store"
	"offprint/ui/nav"
	"offprint/ui/task"
)

// selection is the rows that are chosen, and where a range of them begins.
type selection struct {
	ids    map[store.ID]int // with how many copies are folded behind each
	anchor int              // first row of a range being selected, -1: none
	first  store.Row        // of what was gathered last: it need not be here
}

func noSelection() selection { return selection{ids: map[store.ID]int{}, anchor: -1} }

// any reports whether a row is chosen, or a range begun.
func (s *selection) any() bool { return s.anchor >= 0 || len(s.ids) > 0 }

// Selecting reports whether rows are chosen, or a range of them is.
func (p *Pane) Selecting() bool { return p.selected.any() }

// has reports whether an article is chosen.
func (s *selection) has(id store.ID) bool {
	_, ok := s.ids[id]
	return ok
}

// Targets returns the articles that an action is for: the selected ones, else
// the one under the cursor. Call [Pane.Gather] before it.
func (p *Pane) Targets() []store.ID {
	if len(p.selected.ids) > 0 {
		return slices.Sorted(maps.Keys(p.selected.ids))
	}
	if r, ok := p.Current(); ok {
		return []store.ID{r.ID}
	}
	return nil
}

// topmost returns the topmost of the selected rows that are here and its visual
// row, -1 if none is.
func (p *Pane) topmost() (first store.Row, top int) {
	top = -1
	for k, rows := range p.held.pages {
		for i, r := range rows {
			if at := p.visual(k.group, k.page*pageRows+i); p.selected.has(r.ID) && (top < 0 || at < top) {
				first, top = r, at
			}
		}
	}
	return first, top
}

// First returns the topmost of the selected rows, else the row under the cursor.
func (p *Pane) First() (first store.Row, ok bool) {
	switch first, top := p.topmost(); {
	case top >= 0:
		return first, true
	case p.selected.has(p.selected.first.ID):
		return p.selected.first, true
	}
	return p.Current()
}

// inRange reports whether a visual row lies between a range's beginning and the cursor.
func (p *Pane) inRange(v int) bool {
	from, to := p.selected.anchor, p.list.Cursor()
	return from >= 0 && v >= min(from, to) && v <= max(from, to)
}

// toggle selects the cursor's row, or drops it, and goes on to the next. A range
// or the group under the cursor is selected as a whole.
func (p *Pane) toggle() tea.Cmd {
	if cmd := p.Gather(nil); cmd != nil {
		return cmd
	}
	r, ok := p.Current()
	if !ok {
		return nil
	}
	if p.selected.has(r.ID) {
		delete(p.selected.ids, r.ID)
	} else {
		p.selected.ids[r.ID] = p.folded(r)
	}
	p.walk(1)
	return p.want()
}

// folded returns how many copies are folded behind a row.
func (p *Pane) folded(r store.Row) int {
	if p.isUnfolded(r.ID) {
		return 0
	}
	return r.Folded
}

// stretch is some rows of a group, to not included.
type stretch struct{ group, from, to int }

// gatheredMsg brings the rows of a range or group; then is what they are for.
type gatheredMsg struct {
	task task.ID
	rows []store.Row
	then tea.Msg
	err  error
}

// Gather selects the range that is being chosen, or else the folded group under
// the cursor, of which not all rows need to be here; then is sent when it is
// done. It returns nil if there is neither.
func (p *Pane) Gather(then tea.Msg) tea.Cmd {
	from, to := p.selected.anchor, p.list.Cursor()
	if from < 0 {
		if _, item := p.locate(to); item >= 0 || len(p.selected.ids) > 0 || len(p.groups) == 0 {
			return nil
		}
		from = to
	}
	parts, rows := p.stretches(min(from, to), max(from, to))
	ctx, id := p.jobs.gather.Begin(context.Background())
	listing := p.listing
	return func() tea.Msg {
		msg := gatheredMsg{task: id, then: then}
		for _, s := range parts {
			for at := s.from; at < s.to; {
				some, err := listing.Rows(ctx, s.group, at, min(s.to-at, pageRows))
				if err != nil || len(some) == 0 {
					msg.err = err
					break
				}
				msg.rows = append(msg.rows, some...)
				at += len(some)
			}
		}
		msg.rows = append(msg.rows, rows...)
		return msg
	}
}

// stretches returns the rows from one visual row to another, those of folded
// groups included, and the copies that stand below them.
func (p *Pane) stretches(from, to int) (parts []stretch, copies []store.Row) {
	for g, group := range p.groups {
		if p.starts[g] > to || p.starts[g+1] <= from {
			continue
		}
		s := stretch{g, 0, group.Count}
		if p.headed() && p.folds.groups[p.foldKey(group)] {
			parts = append(parts, s)
			continue
		}
		if from > p.starts[g] {
			_, item, below := p.place(from)
			if s.from = max(0, item); below >= 0 {
				s.from++
			}
		}
		if to < p.starts[g+1] {
			_, item := p.locate(to)
			s.to = item + 1
		}
		parts = append(parts, s)
	}
	for _, u := range p.folds.unfolded {
		if p.folds.groups[p.foldKey(p.groups[u.group])] {
			continue
		}
		for i, r := range u.rows {
			if at := p.visual(u.group, u.item) + 1 + i; at >= from && at <= to {
				copies = append(copies, r)
			}
		}
	}
	return parts, copies
}

// gathered selects what was gathered, and goes on with what it is for.
func (p *Pane) gathered(msg gatheredMsg) tea.Cmd {
	if msg.err != nil {
		return nav.Send(nav.Fail{Doing: "reading the list", Err: msg.err})
	}
	p.selected.anchor = -1
	if len(msg.rows) == 0 {
		return nil
	}
	p.selected.first = msg.rows[0]
	for _, r := range msg.rows {
		p.selected.ids[r.ID] = p.folded(r)
	}
	if msg.then == nil {
		return p.want()
	}
	return tea.Batch(p.want(), nav.Send(msg.then))
}

// Hidden returns how many copies are folded behind the rows of articles, and a
// function that reads which: what is done to a story is done to all of it.
func (p *Pane) Hidden(ids []store.ID) (n int, read func(context.Context) ([]store.ID, error)) {
	var heads []store.ID
	current, _ := p.Current()
	for _, id := range ids {
		folded := p.selected.ids[id]
		if len(p.selected.ids) == 0 && id == current.ID {
			folded = p.folded(current)
		}
		if folded > 0 {
			n += folded
			heads = append(heads, id)
		}
	}
	listing := p.listing
	return n, func(ctx context.Context) (all []store.ID, err error) {
		for _, id := range heads {
			rows, err := listing.Behind(ctx, id)
			if err != nil {
				return nil, err
			}
			for i := range rows {
				all = append(all, rows[i].ID)
			}
		}
		return all, nil
	}
}
