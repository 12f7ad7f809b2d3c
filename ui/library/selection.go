package library

import (
	"maps"
	"slices"

	"offprint/store"
)

// selection is the rows that are chosen, and where a range of them begins.
type selection struct {
	ids    map[store.ID]bool
	anchor int // first row of a range being selected, -1: none
}

func noSelection() selection { return selection{ids: map[store.ID]bool{}, anchor: -1} }

// any reports whether a row is chosen, or a range begun.
func (s *selection) any() bool { return s.anchor >= 0 || len(s.ids) > 0 }

// Targets returns the articles that an action is for: the selected ones, else
// the one under the cursor.
func (p *Pane) Targets() []store.ID {
	if p.selected.anchor >= 0 {
		p.selectRange()
		p.selected.anchor = -1
	}
	if len(p.selected.ids) > 0 {
		return slices.Sorted(maps.Keys(p.selected.ids))
	}
	if r, ok := p.Current(); ok {
		return []store.ID{r.ID}
	}
	return nil
}

// First returns the topmost of the selected rows that are here, else the row
// under the cursor. Call it after [Pane.Targets].
func (p *Pane) First() (first store.Row, ok bool) {
	top := -1
	for k, rows := range p.held.pages {
		for i, r := range rows {
			if at := p.visual(k.group, k.page*pageRows+i); p.selected.ids[r.ID] && (top < 0 || at < top) {
				first, top = r, at
			}
		}
	}
	if top < 0 {
		return p.Current()
	}
	return first, true
}

// inRange reports whether a visual row lies between a range's beginning and the cursor.
func (p *Pane) inRange(v int) bool {
	from, to := p.selected.anchor, p.list.Cursor()
	return from >= 0 && v >= min(from, to) && v <= max(from, to)
}

// selectRange selects the rows of the range that are here.
func (p *Pane) selectRange() {
	from, to := p.selected.anchor, p.list.Cursor()
	for v := min(from, to); v <= max(from, to); v++ {
		if r, ok := p.row(v); ok {
			p.selected.ids[r.ID] = true
		}
	}
}

// toggle selects the cursor's row, or drops it, and goes on to the next.
func (p *Pane) toggle() {
	r, ok := p.Current()
	if !ok {
		return
	}
	if p.selected.ids[r.ID] {
		delete(p.selected.ids, r.ID)
	} else {
		p.selected.ids[r.ID] = true
	}
	p.walk(1)
}
