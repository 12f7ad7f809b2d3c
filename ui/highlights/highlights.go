// Package highlights is the screen of all passages that the user has
// highlighted, with their notes and articles, the newest first.
//
// Begin with [Screen].
package highlights

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"offprint/reader"
	"offprint/store"
	"offprint/store/query"
	"offprint/ui/keys"
	"offprint/ui/nav"
	"offprint/ui/rows"
)

// Archive is what the screen needs of the archive.
type Archive interface {
	Highlights(ctx context.Context, q query.Query, offset, n int) ([]store.HighlightRow, error)
	rows.Marker
	Article(ctx context.Context, id store.ID) (*store.Article, error)
}

// row is a highlight with its words as they are shown: without markup.
type row struct {
	store.HighlightRow
	words reader.Text
}

// Screen is the list of highlights.
type Screen struct {
	archive Archive
	look    nav.Look
	now     func() time.Time

	query   *rows.Query
	list    *rows.List[row]
	begin   int // the row to begin at
	copying rows.Errand
	w, h    int
	shape   shape // when the heights of rows were last told
}

// New returns the highlights in the articles that open asks for. now tells today, for "Today".
func New(archive Archive, look nav.Look, open nav.OpenHighlights, now func() time.Time) *Screen {
	return &Screen{
		archive: archive, look: look, now: now,
		query: rows.NewQuery(open.Query.String()), begin: open.At,
		list: rows.NewList("highlights", 1, func(r row) int64 { return int64(r.ID) }),
	}
}

// Init fetches the first highlights.
func (s *Screen) Init() tea.Cmd { return s.load(s.begin) }

// Update takes the screen's own results and what concerns everybody.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	cmd, taken := s.list.Told(msg, &s.look, &s.copying)
	if taken {
		s.layOut()
	}
	return cmd
}

// Act does what a key asks for; false if it means nothing here.
func (s *Screen) Act(press keys.Press) (tea.Cmd, bool) {
	if cmd, ok := s.list.Act(press); ok {
		return cmd, true
	}
	switch press.Action {
	case keys.RowOpen:
		return s.open(), true
	case keys.RowFind:
		s.query.Edit()
		s.layOut()
		return nil, true
	case keys.RowCopy, keys.RowCite, keys.RowBibTeX, keys.RowCSL:
		return s.copy(press.Action), true
	case keys.RowRemove, keys.RowCorrect:
		h, ok := s.list.Current()
		switch {
		case !ok:
			return nil, true
		case press.Action == keys.RowCorrect:
			return rows.AskNote(s.archive, h.Highlight), true
		}
		return rows.RemoveHighlight(s.archive, h.ID), true
	}
	return nil, false
}

// open opens the article at the highlight under the cursor; one whose words
// are gone opens where the article was left.
func (s *Screen) open() tea.Cmd {
	h, ok := s.list.Current()
	if !ok {
		return nil
	}
	open := nav.OpenArticle{ID: h.Article}
	if !h.Lost {
		open.At = h.Anchor.Span
	}
	return nav.Send(open)
}

// Typing reports whether the filter is typed.
func (s *Screen) Typing() bool { return s.query.Typing() }

// Type takes a key press or a paste while the filter is typed. Enter keeps it,
// esc brings back the one before.
func (s *Screen) Type(msg tea.Msg) tea.Cmd {
	if cmd, moved := s.list.Steer(msg); moved {
		return cmd
	}
	changed := s.query.Take(msg)
	s.layOut()
	if changed {
		return s.load(0)
	}
	return nil
}

// Place returns the request that opens the screen again as it is.
func (s *Screen) Place() tea.Msg {
	at, _ := s.list.Even()
	return nav.OpenHighlights{Query: s.query.Query(), At: at}
}

// Scopes names where keys are looked up, the inner first.
func (s *Screen) Scopes() []keys.Scope { return []keys.Scope{keys.Rows, keys.Motion, keys.Global} }

// Asking says what the keys do while the filter is typed: all others are text.
func (s *Screen) Asking() reader.Text {
	if !s.query.Typing() {
		return ""
	}
	return s.query.Asking() + "esc leaves"
}

// Hints lists the actions that the footer names, the most useful first.
func (s *Screen) Hints() []keys.Action {
	if s.query.Typing() {
		return nil
	}
	return []keys.Action{keys.RowOpen, keys.Back, keys.RowFind, keys.RowCorrect, keys.RowCopy, keys.RowRemove, keys.Search, keys.Palette, keys.Help}
}

// Hint names what an action does here.
func (s *Screen) Hint(a keys.Action) reader.Text {
	if a == keys.RowCorrect {
		return "note"
	}
	return ""
}

// Status says nothing: the heading counts the highlights.
func (s *Screen) Status() reader.Text { return "" }

// Click puts the cursor on what is at a cell, and reports whether it was there before.
func (s *Screen) Click(_, y int) (again bool) { return s.list.Click(y, s.h) }
