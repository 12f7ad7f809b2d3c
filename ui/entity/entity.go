// Package entity is the page of one name: what the archive knows of a person,
// an organisation or a place, and the articles that name it, each with the
// sentence that does.
//
// Facts (facts.go) and articles are two columns, or two parts of which one is
// shown where there is no room for both: the articles, until tab is pressed.
// Articles are fetched page by page. Begin with [Screen].
package entity

import (
	"context"
	"errors"
	"time"

	tea "charm.land/bubbletea/v2"

	"offprint/reader"
	"offprint/store"
	"offprint/ui/keys"
	"offprint/ui/nav"
	"offprint/ui/rows"
	"offprint/ui/task"
)

// Archive is what the page needs of the archive.
type Archive interface {
	Entity(ctx context.Context, id store.EntityID) (*store.EntityPage, error)
	Appearances(ctx context.Context, id store.EntityID, offset, n int) ([]store.Appearance, error)
	Entities(ctx context.Context, f store.EntityFilter) ([]store.EntityRow, error)
	RenameEntity(ctx context.Context, id store.EntityID, name reader.Text) error
	MergeEntities(ctx context.Context, from, into store.EntityID) error
	SplitEntity(ctx context.Context, id store.EntityID, names []int64) (store.EntityID, error)
	DropEntity(ctx context.Context, id store.EntityID) error
}

// Screen is the page of one name.
type Screen struct {
	archive Archive
	look    nav.Look
	now     func() time.Time
	id      store.EntityID

	page  *store.EntityPage // nil until it has come
	err   error
	facts []fact
	side  rows.Model                   // over facts
	list  *rows.List[store.Appearance] // articles, below a head
	aside bool                         // the facts have the cursor; in one column they are shown
	begin int                          // where to begin, see place
	moved bool                         // the cursor was moved: the page is not seen from its top any more

	reference reference

	work task.Slot
	w, h int
}

// New returns the page that open asks for. now tells today, for "Today".
func New(archive Archive, look nav.Look, open nav.OpenEntity, now func() time.Time) *Screen {
	return &Screen{
		archive: archive, look: look, now: now, id: open.ID, begin: open.At,
		list: rows.NewList("articles", 1, func(a store.Appearance) int64 { return int64(a.Row.ID) }),
	}
}

// pageMsg brings the facts.
type pageMsg struct {
	task task.ID
	page *store.EntityPage
	err  error
}

// Init fetches the facts and the first articles.
func (s *Screen) Init() tea.Cmd {
	archive, id := s.archive, s.id
	fetch := func(ctx context.Context, offset, n int) ([]store.Appearance, error) {
		return archive.Appearances(ctx, id, offset, n)
	}
	return tea.Batch(s.fetch(), s.list.Load(fetch, s.begin-1))
}

// fetch fetches the facts.
func (s *Screen) fetch() tea.Cmd {
	ctx, work := s.work.Begin(context.Background())
	archive, id := s.archive, s.id
	return func() tea.Msg {
		page, err := archive.Entity(ctx, id)
		return pageMsg{task: work, page: page, err: err}
	}
}

// Update takes the screen's own results and what concerns everybody.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	if cmd, taken := s.list.Update(msg); taken {
		switch err := s.list.Err(); {
		case errors.Is(err, store.ErrNoEntity): // the screen says so
			cmd = nil
		case err != nil:
			return cmd
		}
		if s.page != nil && s.begin != 0 {
			s.place()
		}
		s.settle()
		return tea.Batch(cmd, s.list.Want())
	}
	switch msg := msg.(type) {
	case nav.Look:
		s.look = msg
		s.layOut()
	case nav.Changed:
		return tea.Batch(s.fetch(), s.list.Reload())
	case correctMsg:
		return changing(msg)
	case consultedMsg:
		s.consulted(msg)
	case pageMsg:
		if s.work.Done(msg.task) {
			return s.took(msg)
		}
	}
	return nil
}

func (s *Screen) took(msg pageMsg) tea.Cmd {
	if msg.page == nil && msg.err == nil {
		msg.err = store.ErrNoEntity
	}
	s.err = msg.err
	if errors.Is(msg.err, store.ErrNoEntity) { // the screen says so
		s.page = nil
		s.layOut()
		return nil
	}
	if msg.err != nil {
		return nav.Send(nav.Fail{Doing: "reading about the name", Err: msg.err})
	}
	first := s.page == nil
	s.page = msg.page
	s.layOut()
	if first && s.list.Here() {
		s.place()
	}
	return tea.Batch(s.consult(), s.list.Want())
}

// place puts the cursor where the page was left, once both facts and articles
// are here: at article begin, counted from 1; at the fact that is -begin stops
// below the first; or, with 0, at the top.
func (s *Screen) place() {
	s.moved = s.moved || s.begin != 0
	switch {
	case s.begin > 0:
		s.list.SelectEven(s.begin - 1)
	case s.begin < 0:
		s.aside = true
		s.side.Select(-s.begin)
	default:
		s.list.Act(keys.Press{Action: keys.MoveTop})
	}
	s.begin = 0
}

// settle shows the page from its top when more of it has come, until the cursor is moved.
func (s *Screen) settle() {
	if !s.moved && s.begin == 0 {
		s.side.Act(keys.Press{Action: keys.MoveTop})
		s.list.Act(keys.Press{Action: keys.MoveTop})
	}
}

// Act does what a key asks for; false if it means nothing here.
func (s *Screen) Act(press keys.Press) (tea.Cmd, bool) {
	s.moved = true
	if s.aside {
		if s.side.Act(press) {
			return nil, true
		}
	} else if cmd, ok := s.list.Act(press); ok {
		return cmd, true
	}
	switch press.Action {
	case keys.RowOpen:
		return s.open(), true
	case keys.RowNext, keys.RowPrevious:
		s.aside = !s.aside
		return s.list.Want(), true
	}
	return s.correct(press)
}

// open opens what the cursor is on.
func (s *Screen) open() tea.Cmd {
	if f, ok := s.fact(); ok {
		if f.open == nil {
			return nil
		}
		return nav.Send(f.open)
	}
	a, ok := s.list.Current()
	if !ok || s.aside {
		return nil
	}
	follow := nav.Track{Entity: s.id}
	if s.page != nil { // a merged name has the identity of the other
		follow.Entity = s.page.ID
	}
	return nav.Send(nav.OpenArticle{ID: a.Row.ID, At: a.At, Follow: follow})
}

// fact returns the fact under the cursor, if it is on one.
func (s *Screen) fact() (fact, bool) {
	if row, ok := s.side.Row(); ok && s.aside && row < len(s.facts) {
		return s.facts[row], true
	}
	return fact{}, false
}

// Typing reports whether keys are text: never.
func (s *Screen) Typing() bool { return false }

// Type takes nothing.
func (s *Screen) Type(tea.Msg) tea.Cmd { return nil }

// Place returns the request that opens the page again as it is.
func (s *Screen) Place() tea.Msg {
	if s.page == nil {
		return nav.OpenEntity{ID: s.id, At: s.begin}
	}
	if i, on := s.list.Even(); on && !s.aside {
		return nav.OpenEntity{ID: s.id, At: i + 1}
	}
	return nav.OpenEntity{ID: s.id, At: -s.side.Cursor()}
}

// Scopes names where keys are looked up, the inner first.
func (s *Screen) Scopes() []keys.Scope { return []keys.Scope{keys.Rows, keys.Motion, keys.Global} }

// Hints lists the actions that the footer names, the most useful first.
func (s *Screen) Hints() []keys.Action {
	return []keys.Action{keys.RowOpen, keys.Back, keys.RowNext, keys.RowCorrect, keys.RowMerge, keys.RowSplit, keys.Search, keys.Palette, keys.Help}
}

// Hint says where tab leads.
func (s *Screen) Hint(a keys.Action) reader.Text {
	switch {
	case a != keys.RowNext:
		return ""
	case s.aside:
		return "articles"
	}
	return "about"
}

// Status says nothing: the heading counts the articles.
func (s *Screen) Status() reader.Text { return "" }

// Cursor returns where the text cursor is: nowhere.
func (s *Screen) Cursor() (x, y int, ok bool) { return 0, 0, false }

// Click puts the cursor on what is at a cell, and reports whether it was there before.
func (s *Screen) Click(x, y int) (again bool) {
	s.moved = true
	if left, _ := s.columns(); s.wide() {
		again, s.aside = s.aside == (x < left), x < left
	} else {
		again = true
	}
	if s.aside {
		return s.side.Click(y, s.h) && again
	}
	return s.list.Click(y, s.h) && again
}
