// Package wordings is the screen that sets a quote beside other wordings of
// the same statement, one after the other: where outlets cut it or translated
// it in their own way. What only the one has is struck out, what only the
// other has is bold. Behind them come those in another language, with the
// languages named: no words can be marked there. Below stand all in a list.
//
// Begin with [Screen]; differ.go finds the differences, tongue.go names languages.
package wordings

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"offprint/reader"
	"offprint/store"
	"offprint/ui/keys"
	"offprint/ui/nav"
	"offprint/ui/rows"
	"offprint/ui/task"
)

// Archive is what the screen needs of the archive.
type Archive interface {
	SameQuote(ctx context.Context, id store.QuoteID) ([]store.QuoteRow, error)
	Kindred(ctx context.Context, id store.QuoteID, n int) ([]store.QuoteRow, error)
	Translated(ctx context.Context, id store.QuoteID, n int) ([]store.QuoteRow, error)
}

// maxWordings is how many other wordings are shown.
const maxWordings = 30

// Screen compares a quote with other wordings of it.
type Screen struct {
	archive Archive
	look    nav.Look
	now     func() time.Time
	id      store.QuoteID

	quote  *store.QuoteRow // nil before it has come
	others []store.QuoteRow
	at     int  // the one that is shown
	right  bool // enter and copy go to the other one
	err    error

	first, second []word // of the quote and the other one
	body          []string
	top           int
	w, h          int

	loading task.Slot
}

// New returns the comparison that open asks for. now tells today, for "Today".
func New(archive Archive, look nav.Look, open nav.OpenWordings, now func() time.Time) *Screen {
	return &Screen{archive: archive, look: look, now: now, id: open.ID, at: max(0, open.At), right: true}
}

// loadedMsg brings the quotes.
type loadedMsg struct {
	task   task.ID
	quote  *store.QuoteRow
	others []store.QuoteRow
	err    error
}

// Init reads the quotes.
func (s *Screen) Init() tea.Cmd {
	ctx, work := s.loading.Begin(context.Background())
	archive, id := s.archive, s.id
	return func() tea.Msg {
		msg := loadedMsg{task: work}
		var same []store.QuoteRow
		if same, msg.err = archive.SameQuote(ctx, id); msg.err != nil {
			return msg
		}
		for i := range same {
			if same[i].ID == id {
				msg.quote = &same[i]
			}
		}
		if msg.quote == nil {
			msg.err = store.ErrNoQuote
			return msg
		}
		if msg.others, msg.err = archive.Kindred(ctx, id, maxWordings); msg.err != nil {
			return msg
		}
		var foreign []store.QuoteRow
		foreign, msg.err = archive.Translated(ctx, id, maxWordings)
		msg.others = append(msg.others, foreign...)
		return msg
	}
}

// Update takes the screen's own results and what concerns everybody.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case nav.Look:
		s.look = msg
		s.layOut()
	case nav.Changed:
		return s.Init()
	case loadedMsg:
		if s.loading.Done(msg.task) {
			return s.took(msg)
		}
	}
	return nil
}

func (s *Screen) took(msg loadedMsg) tea.Cmd {
	if s.err = msg.err; msg.err != nil {
		s.quote, s.others, s.body = nil, nil, nil
		return nav.Send(nav.Fail{Doing: "reading other wordings", Err: msg.err})
	}
	s.quote, s.others = msg.quote, msg.others
	s.show(s.at)
	return nil
}

// show compares with another wording.
func (s *Screen) show(at int) {
	s.at = max(0, min(at, len(s.others)-1))
	s.first, s.second = split(shown(s.quote)), nil
	if other := s.other(); other != nil {
		s.first, s.second = differ(shown(s.quote), shown(other))
		if s.foreign() {
			s.first, s.second = split(shown(s.quote)), split(shown(other))
		}
	}
	s.top = 0
	s.layOut()
}

// maxShown is how many bytes of a quote are compared.
const maxShown = 10000

func shown(q *store.QuoteRow) reader.Text {
	return rows.Quoted(q).Slice(reader.Span{End: maxShown})
}

// other returns the wording that is shown; nil if there is none.
func (s *Screen) other() *store.QuoteRow {
	if s.at >= len(s.others) {
		return nil
	}
	return &s.others[s.at]
}

// here returns the quote that enter and copy go to; nil before it has come.
func (s *Screen) here() *store.QuoteRow {
	if other := s.other(); s.right && other != nil {
		return other
	}
	return s.quote
}

// Act does what a key asks for; false if it means nothing here.
func (s *Screen) Act(press keys.Press) (tea.Cmd, bool) {
	here := s.here()
	if here == nil {
		return nil, false
	}
	switch press.Action {
	case keys.MoveDown, keys.TrackNext:
		s.show(s.at + press.N())
	case keys.MoveUp, keys.TrackPrevious:
		s.show(s.at - press.N())
	case keys.MoveTop:
		s.show(0)
	case keys.MoveBottom:
		s.show(len(s.others))
	case keys.MovePageDown:
		s.scroll(press.N() * max(1, s.room()-1))
	case keys.MovePageUp:
		s.scroll(-press.N() * max(1, s.room()-1))
	case keys.MoveHalfDown:
		s.scroll(max(1, s.room()/2))
	case keys.MoveHalfUp:
		s.scroll(-max(1, s.room()/2))
	case keys.RowNext, keys.RowPrevious:
		s.right = !s.right
		s.layOut()
	case keys.RowOpen:
		return nav.Send(nav.OpenArticle{ID: here.Row.ID, At: here.At}), true
	case keys.RowCopy, keys.RowCite, keys.RowBibTeX, keys.RowCSL:
		return nav.Send(rows.Cited(rows.Work(here), "quote", press.Action)), true
	default:
		return nil, false
	}
	return nil, true
}

// Typing reports that keys are never text here.
func (s *Screen) Typing() bool { return false }

// Type takes nothing.
func (s *Screen) Type(tea.Msg) tea.Cmd { return nil }

// Cursor reports that there is no text cursor.
func (s *Screen) Cursor() (x, y int, ok bool) { return 0, 0, false }

// Scopes names where keys are looked up, the inner first.
func (s *Screen) Scopes() []keys.Scope {
	return []keys.Scope{keys.Rows, keys.Article, keys.Motion, keys.Global}
}

// Hints lists the actions that the footer names, the most useful first.
func (s *Screen) Hints() []keys.Action {
	hints := []keys.Action{keys.RowOpen, keys.Back, keys.RowCopy, keys.Help}
	switch {
	case len(s.others) == 0:
		return hints
	case len(s.others) == 1:
		return append([]keys.Action{keys.RowNext}, hints...)
	}
	return append([]keys.Action{keys.TrackNext, keys.RowNext}, hints...)
}

// Hint says where tab leads.
func (s *Screen) Hint(a keys.Action) reader.Text {
	if a == keys.RowNext {
		return "other side"
	}
	return ""
}

// Status says nothing: the head counts the wordings.
func (s *Screen) Status() reader.Text { return "" }

// Place returns the request that opens the screen again as it is.
func (s *Screen) Place() tea.Msg { return nav.OpenWordings{ID: s.id, At: s.at} }
