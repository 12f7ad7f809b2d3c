// Package desk is the main screen: the list of articles, the article, and the
// sidebar of its quotes and names, side by side as far as there is room.
//
// The panes know nothing of each other. The desk tells the article pane what
// the list's cursor is on, the sidebar what the article holds, and the article
// pane what was chosen in the sidebar. Begin with [Desk] and layout.go.
package desk

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"offprint/reader"
	"offprint/store"
	"offprint/ui/article"
	"offprint/ui/keys"
	"offprint/ui/library"
	"offprint/ui/nav"
	"offprint/ui/sidebar"
	"offprint/ui/task"
)

// Archive is what the desk and its panes need of the archive.
type Archive interface {
	library.Archive
	article.Archive
	Opened(ctx context.Context, id store.ID) error
	SetRead(ctx context.Context, ids []store.ID, read bool) error
	SetStarred(ctx context.Context, ids []store.ID, starred bool) error
	ChangeTags(ctx context.Context, ids []store.ID, add, remove []reader.Text) error
	Tags(ctx context.Context) ([]store.Count, error)
	QuoteIn(ctx context.Context, article store.ID, at reader.Span) (store.QuoteID, error)
	SameQuote(ctx context.Context, id store.QuoteID) ([]store.QuoteRow, error)
	CorrectQuote(ctx context.Context, id store.QuoteID, c store.Correction) error
	Entities(ctx context.Context, f store.EntityFilter) ([]store.EntityRow, error)
	MergeEntities(ctx context.Context, from, into store.EntityID) error
	RenameEntity(ctx context.Context, id store.EntityID, name reader.Text) error
	DropEntity(ctx context.Context, id store.EntityID) error
}

// Pane names one of the panes.
type Pane uint8

// The panes.
const (
	PaneList Pane = iota
	PaneArticle
	PaneQuotes
	PaneEntities
)

// part returns the list of the sidebar that a pane is; ok is false if it is none.
func (p Pane) part() (part sidebar.Part, ok bool) {
	switch p {
	case PaneQuotes:
		return sidebar.Quotes, true
	case PaneEntities:
		return sidebar.Entities, true
	}
	return 0, false
}

// Options are what the settings say about the desk.
type Options struct {
	View    store.View
	Measure int // cells
	Titles  int // lines that a title has in the list; 0 is as its width asks for
	// Linear has nothing stand beside another.
	Linear bool
	// Hidden are the panes that are not shown at first.
	Hidden []Pane
	Now    func() time.Time
	// At is the article that the cursor is on at first; 0 is the first of the list.
	At store.ID
	// Left keeps how the list is left, for the next start; nil keeps nothing.
	// It is called from a command, and what fails then is told to nobody: the
	// screen is gone.
	Left func(context.Context, store.Left) error
}

// Desk is the three panes.
type Desk struct {
	archive Archive
	look    nav.Look
	list    *library.Pane
	article *article.Pane
	side    *sidebar.Pane

	focus    Pane
	hideList bool
	textOnly bool
	linear   bool
	bare     bool // there is no article at all: the list has the screen to itself
	panes    layout
	preview  task.Slot
	shown    *store.Article // what the sidebar shows
	opening  opening
	ended    store.ID // the article at whose end one wanted to go on
	keep     func(context.Context, store.Left) error
	now      func() time.Time
	w, h     int
}

// New returns the desk.
func New(archive Archive, look nav.Look, o Options) *Desk {
	d := &Desk{
		archive: archive, look: look, linear: o.Linear, keep: o.Left, now: o.Now,
		list:    library.New(archive, look, o.View, o.At, o.Now),
		article: article.New(archive, look, o.Measure, o.Now),
		side:    sidebar.New(look),
	}
	d.list.SetTitles(o.Titles)
	for _, p := range o.Hidden {
		switch p {
		case PaneList:
			d.hideList = true // it is there until something is chosen in it
		case PaneQuotes:
			d.side.Toggle(sidebar.Quotes)
		case PaneEntities:
			d.side.Toggle(sidebar.Entities)
		}
	}
	return d
}

// Init fetches the list.
func (d *Desk) Init() tea.Cmd { return d.list.Init() }

// Scopes names where keys are looked up, the focused pane first.
func (d *Desk) Scopes() []keys.Scope {
	inner := [...]keys.Scope{keys.List, keys.Article, keys.Quotes, keys.Entities}[d.focus]
	scopes := []keys.Scope{inner, keys.Desk, keys.Motion, keys.Global}
	if d.sideFocused() { // what is beside the text leads to places in it
		scopes = append(scopes, keys.Article)
	}
	if d.focus == PaneArticle && d.article.Selecting() {
		scopes = append([]keys.Scope{keys.Select}, scopes...)
	}
	return scopes
}

// Typing reports whether keys are text for the focused pane.
func (d *Desk) Typing() bool {
	return d.list.Typing() || d.article.Typing() || d.typingAhead() != nil
}

// Type takes a key press or a paste while [Desk.Typing].
func (d *Desk) Type(msg tea.Msg) tea.Cmd {
	if d.list.Typing() {
		return d.after(d.list.Type(msg))
	}
	if last := d.typingAhead(); last != nil {
		d.typeAhead(last, msg)
		return nil
	}
	return d.after(d.article.Type(msg))
}

// Status says what n and N move along; nothing in the list, where they do nothing.
func (d *Desk) Status() reader.Text {
	if d.focus == PaneList {
		return ""
	}
	return d.article.Status()
}

// Asking says what is waited for while a letter chooses, and what the keys do
// while something is typed.
func (d *Desk) Asking() reader.Text {
	if d.list.Typing() {
		return d.list.Asking()
	}
	return d.article.Asking()
}

// Hints lists the actions that the footer names, the most useful first.
func (d *Desk) Hints() []keys.Action {
	global := []keys.Action{keys.Search, keys.Palette, keys.Help}
	var own []keys.Action
	switch {
	case d.bare:
		return []keys.Action{keys.Back, keys.Palette, keys.Help}
	case d.article.Selecting() && d.focus == PaneArticle:
		return []keys.Action{keys.SelMark, keys.SelNote, keys.SelCopy, keys.SelWordNext, keys.SelSentence, keys.Cancel}
	case d.focus == PaneList && d.list.Selecting():
		return append([]keys.Action{keys.ToggleRead, keys.ToggleStar, keys.EditTags, keys.Export, keys.Delete, keys.Cancel}, global...)
	case d.focus == PaneList:
		own = []keys.Action{keys.ListOpen, keys.ListFind}
	case d.focus == PaneArticle:
		own = []keys.Action{keys.Hints, keys.NextArticle, keys.Back, keys.CopyQuoted, keys.Find}
		if a := d.article.Article(); a != nil && a.Row.Stub {
			own = []keys.Action{keys.OpenOriginal, keys.NextArticle, keys.Back}
		}
	case d.focus == PaneQuotes:
		own = []keys.Action{keys.QuoteJump, keys.Back, keys.QuoteSpeaker, keys.QuotePage, keys.QuoteOthers, keys.QuoteSwitch}
	case d.focus == PaneEntities:
		own = []keys.Action{keys.EntityJump, keys.Back, keys.EntityPage, keys.EntitySwitch}
	}
	if own = append(own, keys.PaneNext); d.focus == PaneList {
		own = append(own, keys.Back)
	}
	return append(own, global...)
}

// Hint says what going back is where there is nothing to go back to.
func (d *Desk) Hint(a keys.Action) reader.Text {
	if a == keys.Back && d.focus == PaneList {
		return "quit"
	}
	return ""
}

// Place returns the article that is open and the offset at the top of the
// screen, for the history; ok is false if none is.
func (d *Desk) Place() (open nav.OpenArticle, ok bool) {
	if d.article.Loading() {
		return d.article.Asked(), true
	}
	if d.article.Article() == nil {
		return nav.OpenArticle{}, false
	}
	at := d.article.Place()
	return nav.OpenArticle{ID: d.article.ID(), At: reader.Span{Start: at, End: at + 1}, Top: true, Follow: d.article.Following()}, true
}

// Open shows an article and gives it the focus.
func (d *Desk) Open(open nav.OpenArticle) tea.Cmd {
	d.preview.Stop()
	d.list.SetOpen(open.ID)
	focus := d.setFocus(PaneArticle) // first: it gives the pane the size that the text is set for
	d.opening.unmarked = open.ID
	if open.ID == d.opening.asked {
		d.opening.asked = 0
	}
	cmds := []tea.Cmd{focus, d.article.Open(open)}
	if r, ok := d.list.Current(); !ok || r.ID != open.ID {
		cmds = append(cmds, d.list.Find(open.ID))
	}
	return d.after(tea.Batch(cmds...))
}

// SetView shows the list in another view and gives it the focus.
func (d *Desk) SetView(v store.View) tea.Cmd {
	return tea.Batch(d.list.SetView(v), d.setFocus(PaneList))
}

// View returns the list's view.
func (d *Desk) ListView() store.View { return d.list.View() }

// Leave keeps the reading position and the place in the list at once: before
// the program ends.
func (d *Desk) Leave() tea.Cmd {
	position, keep, now := d.article.Leave(), d.keep, d.leftNow()
	return func() tea.Msg {
		if keep != nil {
			_ = keep(context.Background(), now)
		}
		if position == nil {
			return nil
		}
		return position()
	}
}

// leftNow returns how the list is left: on the article that has the focus, or
// else on the one under the cursor.
func (d *Desk) leftNow() store.Left {
	v := d.list.View()
	now := store.Left{Article: d.article.ID(), Sort: v.Sort, Group: v.Group}
	if r, ok := d.list.Current(); ok && (d.focus == PaneList || now.Article == 0) {
		now.Article = r.ID
	}
	return now
}

// AtList reports whether the list has the focus: from there q quits.
func (d *Desk) AtList() bool { return d.focus == PaneList }

// openedMsg tells that an article was marked as read because it was opened, or why it was not.
type openedMsg struct {
	id  store.ID
	err error
}

// markOpened marks the article that was opened as read, once it is on the
// screen: what could not be shown was not read, and the machine is left to the
// first screen until then.
func (d *Desk) markOpened() tea.Cmd {
	a := d.article.Article()
	if a == nil || a.Row.ID != d.opening.unmarked {
		return nil
	}
	archive, id := d.archive, d.opening.unmarked
	d.opening.unmarked, d.opening.marking = 0, id
	return func() tea.Msg { return openedMsg{id, archive.Opened(context.Background(), id)} }
}

// marked takes what came of marking the opened article as read.
func (d *Desk) marked(msg openedMsg) tea.Cmd {
	if msg.id == d.opening.marking {
		d.opening.marking = 0
	}
	if msg.err != nil {
		return d.after(nav.Send(nav.Fail{Doing: "marking the article as read", Err: msg.err}))
	}
	if msg.id == d.article.ID() {
		d.article.SetRead()
	}
	return tea.Batch(d.list.Update(nav.Changed{}), d.arrive())
}
