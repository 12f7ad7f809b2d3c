package library

import (
	tea "charm.land/bubbletea/v2"

	"offprint/store"
	"offprint/store/query"
	"offprint/ui/keys"
	"offprint/ui/nav"
)

// Resize gives the pane its size in cells and lines, heading included.
func (p *Pane) Resize(w, h int) tea.Cmd {
	p.w, p.h = w, h
	p.measure()
	return p.want()
}

// measure tells how many rows the pane has room for.
func (p *Pane) measure() { p.list.SetHeight(max(0, p.h-headLines) / p.rowLines()) }

// Update takes the pane's own results and what concerns everybody.
func (p *Pane) Update(msg tea.Msg) tea.Cmd {
	if p.filter.line != nil && p.filter.values.Update(msg, p.filter.line) {
		return nil
	}
	switch msg := msg.(type) {
	case nav.Look:
		p.look = msg
		p.measure()
	case nav.Changed:
		return p.reload(p.keep())
	case nav.ReadSoFar:
		p.readSoFar(msg)
	case listedMsg:
		if p.jobs.list.Done(msg.task) {
			return p.listed(msg)
		}
	case storyMsg:
		if p.jobs.story.Done(msg.task) {
			return p.unfold(msg)
		}
	case gatheredMsg:
		if p.jobs.gather.Done(msg.task) {
			return p.gathered(msg)
		}
	case markedMsg:
		p.jobs.mark.Done(msg.task)
	case soughtMsg:
		if p.jobs.seek.Done(msg.task) {
			return p.sought(msg)
		}
	case pagesMsg:
		if p.jobs.pages.Done(msg.task) {
			return p.fetched(msg)
		}
	}
	return nil
}

// fetched takes rows that were wanted.
func (p *Pane) fetched(msg pagesMsg) tea.Cmd {
	p.held.wanted = nil
	p.err = msg.err
	for k, rows := range msg.pages {
		p.held.pages[k] = rows
	}
	p.forget()
	return p.want()
}

// readSoFar notes in the rows that are here how far an article was read.
func (p *Pane) readSoFar(msg nav.ReadSoFar) {
	for _, rows := range p.held.pages {
		for i := range rows {
			if rows[i].ID == msg.ID {
				rows[i].Progress = msg.Progress
			}
		}
	}
}

// keep returns the article that the cursor should stay on over a reload, or
// that it is on its way to.
func (p *Pane) keep() store.ID {
	if p.goal != 0 {
		return p.goal
	}
	if r, ok := p.Current(); ok {
		return r.ID
	}
	if p.listing == nil {
		return p.begin
	}
	return 0
}

func (p *Pane) listed(msg listedMsg) tea.Cmd {
	p.err = msg.err
	if msg.err != nil {
		return nav.Send(nav.Fail{Doing: "reading the list", Err: msg.err})
	}
	cursor := p.list.Cursor()
	p.goal = 0
	first := p.listing == nil
	p.listing, p.groups, p.held.pages, p.held.wanted = msg.listing, msg.groups, msg.pages, nil
	p.folds.unfolded = msg.unfolded
	p.layOut()
	switch {
	case msg.at.found:
		if msg.at.id == p.deleted {
			p.deleted = 0
		}
		p.selectItem(msg.at.group, msg.at.item)
		p.selectCopy(msg.at.id)
	case first:
		p.selectItem(0, 0)
	default: // another row stands there now, or the head of its group
		p.list.Select(cursor)
		p.offHead(1)
		p.leave(msg.at.id, cursor)
	}
	return p.want()
}

// leave notes where the cursor is if what it was on has left the list while it
// is open, as an article does that was unread: the next one is under it already.
func (p *Pane) leave(id store.ID, cursor int) {
	if id == 0 || id != p.open.id {
		return
	}
	if p.open.gone = 1; p.list.Cursor() < cursor {
		p.open.gone = -1
	}
}

// selectItem puts the cursor on a row of a group; its group unfolds.
func (p *Pane) selectItem(group, item int) {
	if group >= len(p.groups) {
		return
	}
	if k := p.foldKey(p.groups[group]); p.folds.groups[k] {
		delete(p.folds.groups, k)
		p.layOut()
	}
	row := p.visual(group, item)
	if item == 0 && p.headed() {
		p.list.Select(row - 1) // show the head too
	}
	p.list.Select(row)
}

// maxPages is how many pages of rows are kept: 3,000 rows, about a megabyte.
const maxPages = 30

// forget drops the rows far from the screen when too many are held.
func (p *Pane) forget() {
	if len(p.held.pages) <= maxPages {
		return
	}
	first, end := p.list.Visible()
	for k := range p.held.pages {
		from := p.visual(k.group, k.page*pageRows)
		if from > end+2*pageRows || from+pageRows < first-2*pageRows {
			delete(p.held.pages, k)
		}
	}
}

// Find puts the cursor on an article, if the view holds it. Whatever has the
// list fetched anew before that has come does not keep it from there.
func (p *Pane) Find(id store.ID) tea.Cmd {
	p.goal = id
	return p.reload(id)
}

// Act does what a key asks for; false if it is not for this pane.
func (p *Pane) Act(press keys.Press) (tea.Cmd, bool) {
	if p.move(press) {
		p.deleted, p.goal, p.open.gone = 0, 0, 0
		return p.want(), true
	}
	switch press.Action {
	case keys.FoldToggle:
		p.fold()
	case keys.FoldAll, keys.UnfoldAll:
		p.foldAll(press.Action == keys.FoldAll)
	case keys.FoldCopies:
		return p.foldCopies(), true
	case keys.SelectToggle:
		return p.toggle(), true
	case keys.SelectRange:
		p.selected.anchor = p.list.Cursor()
	case keys.Cancel:
		return p.cancel(), true
	case keys.ListSort:
		return p.askSort(), true
	case keys.ListGroup:
		return p.askGroup(), true
	case keys.ListFind, keys.ListFilter:
		return p.editFilter(), true
	case keys.ReadAll:
		return p.readAll(), true
	default:
		return nil, false
	}
	return p.want(), true
}

// move moves the cursor, if that is what the key asks for.
func (p *Pane) move(press keys.Press) bool {
	dir := 1
	switch press.Action {
	case keys.MoveDown:
		p.walk(press.N())
		return true
	case keys.MoveUp:
		p.walk(-press.N())
		return true
	case keys.MovePageUp, keys.MoveHalfUp:
		dir = -1
	}
	if !keys.Move(&p.list, press) {
		return false
	}
	p.offHead(dir)
	return true
}

// walk moves by rows that the cursor can rest on: articles, and the heads of folded groups.
func (p *Pane) walk(n int) {
	for ; n != 0; n -= sign(n) {
		before := p.list.Cursor()
		p.list.Move(sign(n))
		p.offHead(sign(n))
		if p.list.Cursor() == before {
			return
		}
	}
}

// offHead moves on in a direction if the cursor is on the head of a group whose articles are shown.
func (p *Pane) offHead(dir int) {
	if !p.onOpenHead() {
		return
	}
	if p.list.Move(dir); p.onOpenHead() { // at the very top
		p.list.Move(1)
	}
}

func (p *Pane) onOpenHead() bool {
	g, item := p.locate(p.list.Cursor())
	return g >= 0 && item < 0 && !p.folds.groups[p.foldKey(p.groups[g])]
}

func sign(n int) int {
	if n < 0 {
		return -1
	}
	return 1
}

// Step moves to the next article (or the one before), over heads of groups.
// It reports whether there was one.
func (p *Pane) Step(n int) (tea.Cmd, bool) {
	dir := 1
	if n < 0 {
		dir = -1
	}
	at := p.from(dir)
	for steps := n * dir; steps > 0; {
		at += dir
		if at < 0 || at >= p.list.Len() {
			return nil, false
		}
		if _, item := p.locate(at); item >= 0 {
			steps--
		}
	}
	p.goal, p.open.gone = 0, 0
	p.list.Select(at)
	return p.want(), true
}

// from returns the row from which the next is counted in a direction: the
// cursor's, unless what was open there has left the list, so that it is on the next already.
func (p *Pane) from(dir int) int {
	if p.open.gone == dir {
		return p.list.Cursor() - dir
	}
	return p.list.Cursor()
}

// cancel drops the selection first, then the filter.
func (p *Pane) cancel() tea.Cmd {
	switch {
	case p.selected.any():
		p.selected = noSelection()
	case !p.view.Query.All():
		v := p.view
		v.Query = query.Query{}
		keep := p.keep()
		p.view = v
		return p.reload(keep)
	}
	return nil
}

// fold folds or unfolds the cursor's group and puts the cursor on its head, or
// on its first row.
func (p *Pane) fold() {
	g, _ := p.locate(p.list.Cursor())
	if g < 0 || !p.headed() {
		return
	}
	k := p.foldKey(p.groups[g])
	p.folds.groups[k] = !p.folds.groups[k]
	p.layOut()
	p.list.Select(p.starts[g])
	p.offHead(1)
}

func (p *Pane) foldAll(fold bool) {
	if !p.headed() {
		return
	}
	g, _ := p.locate(p.list.Cursor())
	for _, group := range p.groups {
		p.folds.groups[p.foldKey(group)] = fold
	}
	p.layOut()
	if g >= 0 {
		p.list.Select(p.starts[g])
		p.offHead(1)
	}
}
