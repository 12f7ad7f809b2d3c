package desk

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"offprint/ui/keys"
	"offprint/ui/nav"
	"offprint/ui/sidebar"
	"offprint/ui/task"
)

// previewDelay is how long the list's cursor rests before its article is shown.
const previewDelay = 60 * time.Millisecond

// previewMsg asks for the article under the list's cursor, if it still rests there.
type previewMsg struct{ task task.ID }

// Update hands a message to the panes and ties together what follows from it.
func (d *Desk) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case nav.Look:
		d.look = msg
		d.side.SetLook(msg)
	case openedMsg:
		return d.marked(msg)
	case correctMsg:
		return d.correct(msg)
	case tagsMsg:
		return d.setTags(msg)
	case gatheredMsg:
		cmd, _ := d.act(msg.press)
		return cmd
	case previewMsg:
		if d.preview.Done(msg.task) {
			return d.showPreview()
		}
		return nil
	}
	return d.after(tea.Batch(d.list.Update(msg), d.article.Update(msg)))
}

// after ties the panes together once one of them has changed.
func (d *Desk) after(cmd tea.Cmd) tea.Cmd {
	if a := d.article.Article(); a != d.shown {
		d.shown = a
		d.side.SetArticle(a)
	}
	d.side.SetTrack(d.article.TrackQuote())
	if bare := d.list.Bare() && d.focus == PaneList; bare != d.bare {
		d.bare = bare
		cmd = tea.Batch(cmd, d.place())
	}
	if d.panes.drawer && d.panes.head != d.article.HeadLines() { // it stands below the head
		cmd = tea.Batch(cmd, d.place())
	}
	return tea.Batch(cmd, d.markOpened(), d.wantPreview(), d.arrive())
}

// wantPreview has the article under the list's cursor shown soon, if the list
// has the focus and the article is on the screen beside it.
func (d *Desk) wantPreview() tea.Cmd {
	if d.focus != PaneList || d.panes.article.w == 0 || d.list.Reloading() {
		return nil
	}
	r, ok := d.list.Current()
	if !ok || r.ID == d.article.ID() {
		return nil
	}
	if d.article.ID() == 0 {
		return d.showPreview()
	}
	_, id := d.preview.Begin(context.Background())
	return tea.Tick(previewDelay, func(time.Time) tea.Msg { return previewMsg{id} })
}

func (d *Desk) showPreview() tea.Cmd {
	r, ok := d.list.Current()
	if !ok || r.ID == d.article.ID() {
		return nil
	}
	d.list.SetOpen(r.ID)
	return d.article.Open(nav.OpenArticle{ID: r.ID})
}

// Act does what a key asks for, once the article that it is for is there; false
// if it means nothing here.
func (d *Desk) Act(press keys.Press) (tea.Cmd, bool) {
	if press.Action == keys.Undo && d.list.Marking() {
		return d.list.SayMarking(), true
	}
	if cmd, ok := d.wait(press); ok {
		return cmd, true
	}
	if cmd, ok := d.gather(press); ok {
		return cmd, true
	}
	return d.act(press)
}

// act does what a key asks for: what it is for is here.
func (d *Desk) act(press keys.Press) (tea.Cmd, bool) {
	if cmd, ok := d.movePane(press); ok {
		return d.after(cmd), true
	}
	if cmd, ok := d.actPane(press); ok {
		return d.after(cmd), true
	}
	if cmd, ok := d.show(press); ok {
		return d.after(cmd), true
	}
	if cmd, ok := d.actArticle(press); ok {
		return d.after(cmd), true
	}
	return nil, false
}

// actPane gives the press to the pane with the focus.
func (d *Desk) actPane(press keys.Press) (tea.Cmd, bool) {
	switch d.focus {
	case PaneList:
		if press.Action == keys.ListOpen {
			return d.openCurrent(), true
		}
		return d.list.Act(press)
	case PaneArticle:
		if cmd, ok := d.actText(press); ok {
			return cmd, true
		}
	case PaneQuotes:
		if d.side.Act(sidebar.Quotes, press) {
			return nil, true
		}
		if cmd, ok := d.actQuote(press); ok {
			return tea.Batch(cmd, d.uncover(press)), true
		}
	case PaneEntities:
		if d.side.Act(sidebar.Entities, press) {
			return nil, true
		}
		if cmd, ok := d.actEntity(press); ok {
			return tea.Batch(cmd, d.uncover(press)), true
		}
	}
	switch press.Action.Scope() {
	case keys.Article: // n, N and the like also work from the sidebar and the palette
		return d.actBeside(press)
	case keys.List:
		return d.list.Act(press)
	case keys.Global:
		if press.Action == keys.Cancel && d.focus != PaneList {
			return d.escape(), true
		}
	}
	return nil, false
}

// uncover goes to the article after a jump to a place in it, if the sidebar lies
// over all of it.
func (d *Desk) uncover(press keys.Press) tea.Cmd {
	jump := press.Action == keys.QuoteJump || press.Action == keys.EntityJump
	if !jump || !d.panes.drawer || d.panes.side.w+2 < d.panes.article.w {
		return nil
	}
	return d.setFocus(PaneArticle)
}

// actText does what a key asks for in the article: at its end it goes on to
// another, and esc goes to the list where there is nothing to leave.
func (d *Desk) actText(press keys.Press) (tea.Cmd, bool) {
	if press.Action == keys.MovePageDown && d.article.AtEnd() {
		return d.pastEnd(), true
	}
	d.ended = 0
	if press.Action == keys.Cancel && d.article.Plain() {
		return d.setFocus(PaneList), true
	}
	return d.article.Act(press)
}

// actBeside does what is for the article while another pane has the focus, which
// goes to the article if something is to be typed or chosen there.
func (d *Desk) actBeside(press keys.Press) (tea.Cmd, bool) {
	switch press.Action {
	case keys.Find, keys.Hints, keys.GoEntity, keys.SelectWords, keys.SelectSents:
		focus := d.setFocus(PaneArticle)
		cmd, ok := d.article.Act(press)
		return tea.Batch(focus, cmd), ok
	}
	return d.article.Act(press)
}

// escape goes from the sidebar back to the article.
func (d *Desk) escape() tea.Cmd { return d.setFocus(PaneArticle) }

// openCurrent opens the article under the cursor, or folds the group. The
// article has the focus at once: keys typed ahead are meant for it.
func (d *Desk) openCurrent() tea.Cmd {
	if r, ok := d.list.Current(); ok {
		return tea.Batch(d.setFocus(PaneArticle), d.ask(r.ID))
	}
	cmd, _ := d.list.Act(keys.Press{Action: keys.FoldToggle})
	return cmd
}

// movePane moves the focus, if that is what the key asks for.
func (d *Desk) movePane(press keys.Press) (tea.Cmd, bool) {
	if d.article.Selecting() && d.focus == PaneArticle {
		return nil, false
	}
	switch press.Action {
	case keys.PaneNext:
		return d.setFocus(d.neighbour(1)), true
	case keys.PanePrevious:
		return d.setFocus(d.neighbour(-1)), true
	case keys.PaneLeft:
		return d.setFocus(d.left()), true
	case keys.PaneRight:
		if d.focus == PaneList {
			return d.openCurrent(), true
		}
		return d.setFocus(d.right()), true
	case keys.PaneList:
		return d.setFocus(PaneList), true
	case keys.PaneArticle:
		return d.setFocus(PaneArticle), true
	case keys.PaneQuotes, keys.EntitySwitch:
		return d.setFocus(PaneQuotes), true
	case keys.PaneEntities, keys.QuoteSwitch:
		return d.setFocus(PaneEntities), true
	case keys.Back:
		if d.focus == PaneList {
			return nil, false
		}
		if d.focus == PaneArticle {
			return d.setFocus(PaneList), true
		}
		return d.setFocus(PaneArticle), true
	}
	return nil, false
}

// neighbour returns the pane n further on, going round at the ends.
func (d *Desk) neighbour(n int) Pane {
	var there []Pane
	for p := PaneList; p <= PaneEntities; p++ {
		if p == PaneQuotes && d.side.Hidden(sidebar.Quotes) || p == PaneEntities && d.side.Hidden(sidebar.Entities) {
			continue
		}
		there = append(there, p)
	}
	for i, p := range there {
		if p == d.focus {
			return there[((i+n)%len(there)+len(there))%len(there)]
		}
	}
	return PaneArticle
}

func (d *Desk) left() Pane {
	if d.focus == PaneArticle || d.focus == PaneList {
		return PaneList
	}
	return PaneArticle
}

func (d *Desk) right() Pane {
	if d.focus == PaneArticle && !d.sideHidden() {
		if d.side.Hidden(sidebar.Quotes) {
			return PaneEntities
		}
		return PaneQuotes
	}
	return d.focus
}

func (d *Desk) sideHidden() bool {
	return d.side.Hidden(sidebar.Quotes) && d.side.Hidden(sidebar.Entities)
}

func (d *Desk) sideFocused() bool { return d.focus == PaneQuotes || d.focus == PaneEntities }

// setFocus gives a pane the focus; the panes on the screen may change with it.
func (d *Desk) setFocus(p Pane) tea.Cmd {
	if d.bare && d.article.ID() == 0 {
		p = PaneList
	}
	if part, ok := p.part(); ok {
		if d.side.Hidden(part) { // who goes to it wants to see it
			d.side.Toggle(part)
		}
		d.side.Focus(part)
	}
	if p != d.focus {
		d.Forget()
	}
	d.focus = p
	if p == PaneList {
		return tea.Batch(d.article.Leave(), d.place())
	}
	return d.place()
}
