// Package entities is the index of names: the people, organisations, places and other
// things that the archive names, those in most articles first.
//
// Begin with [Screen].
package entities

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"offprint/reader"
	"offprint/store"
	"offprint/ui/keys"
	"offprint/ui/nav"
	"offprint/ui/rows"
)

// Archive is what the index needs of the archive.
type Archive interface {
	Entities(ctx context.Context, f store.EntityFilter) ([]store.EntityRow, error)
}

// Screen is the index of names.
type Screen struct {
	archive Archive
	look    nav.Look
	now     func() time.Time

	filter rows.Line         // words of names
	kind   reader.EntityKind // EntityOther is all
	list   *rows.List[store.EntityRow]
	begin  int // the row to begin at
	w, h   int
}

// New returns the index as open asks for it. now tells today, for "Today".
func New(archive Archive, look nav.Look, open nav.OpenEntities, now func() time.Time) *Screen {
	return &Screen{
		archive: archive, look: look, now: now, filter: rows.NewLine(open.Name), kind: open.Kind, begin: open.At,
		list: rows.NewList("names", 1, func(r store.EntityRow) int64 { return int64(r.ID) }),
	}
}

// Init fetches the first names.
func (s *Screen) Init() tea.Cmd { return s.load(s.begin) }

// load fetches the names that the filter lets through, from row at on.
func (s *Screen) load(at int) tea.Cmd {
	archive := s.archive
	filter := store.EntityFilter{Name: s.filter.Text(), Kind: s.kind, AnyKind: s.kind == reader.EntityOther}
	return s.list.Load(func(ctx context.Context, offset, n int) ([]store.EntityRow, error) {
		f := filter
		f.Offset, f.Limit = offset, n
		return archive.Entities(ctx, f)
	}, at)
}

// Update takes the screen's own results and what concerns everybody.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	cmd, _ := s.list.Told(msg, &s.look)
	return cmd
}

// Act does what a key asks for; false if it means nothing here.
func (s *Screen) Act(press keys.Press) (tea.Cmd, bool) {
	if cmd, ok := s.list.Act(press); ok {
		return cmd, true
	}
	switch press.Action {
	case keys.RowOpen, keys.RowPage:
		if row, ok := s.list.Current(); ok {
			return nav.Send(nav.OpenEntity{ID: row.ID}), true
		}
		return nil, true
	case keys.RowFind:
		s.filter.Edit()
		return nil, true
	case keys.RowNext:
		return s.turn(1), true
	case keys.RowPrevious:
		return s.turn(-1), true
	}
	return nil, false
}

// turn goes on to another kind of names.
func (s *Screen) turn(n int) tea.Cmd {
	kinds := int(reader.EntityWork) + 1
	s.kind = reader.EntityKind((int(s.kind) + n + kinds) % kinds)
	return s.load(0)
}

// Typing reports whether the filter is typed.
func (s *Screen) Typing() bool { return s.filter.Typing() }

// Type takes a key press or a paste while the filter is typed. Enter keeps it,
// esc brings back the one before; tab goes on to the next kind.
func (s *Screen) Type(msg tea.Msg) tea.Cmd {
	if cmd, moved := s.list.Steer(msg); moved {
		return cmd
	}
	switch rows.Key(msg) {
	case "tab":
		return s.turn(1)
	case "shift+tab":
		return s.turn(-1)
	}
	if s.filter.Take(msg) {
		return s.load(0)
	}
	return nil
}

// Place returns the request that opens the index again as it is.
func (s *Screen) Place() tea.Msg {
	at, _ := s.list.Even()
	return nav.OpenEntities{Name: s.filter.Text(), Kind: s.kind, At: at}
}

// Scopes names where keys are looked up, the inner first.
func (s *Screen) Scopes() []keys.Scope { return []keys.Scope{keys.Rows, keys.Motion, keys.Global} }

// Asking says what the keys do while the filter is typed: all others are text.
func (s *Screen) Asking() reader.Text {
	if !s.filter.Typing() {
		return ""
	}
	return "enter keeps · up and down choose · tab goes on to the next kind · esc leaves"
}

// Hints lists the actions that the footer names, the most useful first.
func (s *Screen) Hints() []keys.Action {
	if s.filter.Typing() {
		return nil
	}
	return []keys.Action{keys.RowOpen, keys.Back, keys.RowFind, keys.RowNext, keys.Search, keys.Palette, keys.Help}
}

// Hint says what tab goes on to.
func (s *Screen) Hint(a keys.Action) reader.Text {
	if a == keys.RowNext {
		return "kind"
	}
	return ""
}

// Status says nothing: the heading counts the names.
func (s *Screen) Status() reader.Text { return "" }

// Click puts the cursor on what is at a cell, and reports whether it was there before.
func (s *Screen) Click(_, y int) (again bool) { return s.list.Click(y, s.h) }
