// Package quotes is the screen of all quotes of the archive: who said what,
// where and when, filtered by a query and sorted by date or speaker. Where most
// of them are by one speaker, a head tells more of him or her: quotes by
// month, the outlets, whom they talk about; the rows under it name articles.
//
// Begin with [Screen].
package quotes

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
	"offprint/ui/task"
)

// Archive is what the screen needs of the archive.
type Archive interface {
	Quotes(ctx context.Context, q query.Query, by store.QuoteSort, offset, n int) ([]store.QuoteRow, error)
	Speaker(ctx context.Context, id store.EntityID) (*store.SpeakerPage, error)
	SameQuote(ctx context.Context, id store.QuoteID) ([]store.QuoteRow, error)
	CorrectQuote(ctx context.Context, id store.QuoteID, c store.Correction) error
	rows.Known
}

// Screen is the list of quotes.
type Screen struct {
	archive Archive
	look    nav.Look
	now     func() time.Time

	query *rows.Query
	sort  store.QuoteSort
	list  *rows.List[store.QuoteRow]
	begin int   // the row to begin at
	shape shape // of the rows

	speaker  *store.SpeakerPage // of most quotes that are listed, nil if nobody says most
	headings []string           // about the speaker, drawn
	asking   store.EntityID     // the speaker that is asked about
	who      task.Slot
	values   rows.Values
	w, h     int
}

// New returns the quotes that open asks for. now tells today, for "Today".
func New(archive Archive, look nav.Look, open nav.OpenQuotes, now func() time.Time) *Screen {
	return &Screen{
		archive: archive, look: look, now: now,
		query: rows.NewQuery(open.Query.String()), sort: open.Sort, begin: open.At,
		list: rows.NewList("quotes", 1, func(r store.QuoteRow) int64 { return int64(r.ID) }),
	}
}

// Init fetches the first quotes.
func (s *Screen) Init() tea.Cmd { return tea.Batch(s.load(s.begin), s.values.Fetch(s.archive)) }

// Update takes the screen's own results and what concerns everybody.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	if cmd, taken := s.list.Update(msg); taken {
		return s.listed(cmd)
	}
	if cmd, taken := s.list.Told(msg, &s.look); taken {
		if _, changed := msg.(nav.Changed); changed {
			s.asking = 0
		}
		s.layOut()
		return cmd
	}
	switch msg := msg.(type) {
	case correctMsg:
		return s.change(msg)
	case speakerMsg:
		if s.who.Done(msg.task) {
			return s.tookSpeaker(msg)
		}
	default:
		s.values.Update(msg, s.query)
	}
	return nil
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
	case keys.RowSort:
		s.sort = (s.sort + 1) % (store.QuotesBySpeaker + 1)
		return s.load(0), true
	case keys.RowCopy, keys.RowCite, keys.RowBibTeX, keys.RowCSL:
		return s.copy(press.Action), true
	case keys.RowAll:
		return s.copyAll(), true
	case keys.RowPage:
		return s.page(), true
	default:
		return s.correct(press)
	}
	return nil, true
}

// open opens the article at the quote under the cursor.
func (s *Screen) open() tea.Cmd {
	row, ok := s.list.Current()
	if !ok {
		return nil
	}
	return nav.Send(nav.OpenArticle{ID: row.Row.ID, At: row.At})
}

// page opens all that the speaker said, or from there all about him or her.
func (s *Screen) page() tea.Cmd {
	row, _ := s.list.Current()
	if s.known(&row) {
		return nav.Send(nav.OpenEntity{ID: row.Speaker})
	}
	page := rows.SpeakerPage(&row.Quote)
	if open, ok := page.(nav.OpenQuotes); ok && open.Query.String() == s.query.Query().String() {
		page = nav.Say{Text: "Nothing more is known of " + row.Quote.Speaker.Name}
	}
	return nav.Send(page)
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
	return nav.OpenQuotes{Query: s.query.Query(), Sort: s.sort, At: at}
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
	hints := []keys.Action{keys.RowOpen, keys.Back, keys.RowFind, keys.RowSort, keys.RowCopy}
	if row, ok := s.list.Current(); ok && row.Sources > 1 {
		hints = append(hints, keys.RowSources)
	}
	return append(hints, keys.RowWordings, keys.RowPage, keys.RowCorrect, keys.Search, keys.Palette, keys.Help)
}

// Hint says where the page of a speaker leads on.
func (s *Screen) Hint(a keys.Action) reader.Text {
	if row, ok := s.list.Current(); ok && a == keys.RowPage && s.known(&row) {
		return "all about"
	}
	return ""
}

// Status says nothing: the heading counts the quotes.
func (s *Screen) Status() reader.Text { return "" }

// Click puts the cursor on what is at a cell, and reports whether it was there before.
func (s *Screen) Click(_, y int) (again bool) { return s.list.Click(y, s.h) }
