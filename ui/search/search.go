// Package search is the screen that searches the whole archive while one
// types: a line for the query, and below it the articles found, each with the
// line of its text that holds the hit.
//
// Every change of the line begins a new search and cancels the one before. What was
// found last stays until the new answer has come, also while the query cannot
// be read. Begin with [Screen].
package search

import (
	"context"
	"slices"
	"strings"
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

// Archive is what the search needs of the archive.
type Archive interface {
	Search(ctx context.Context, q query.Query, limit int) ([]store.Hit, bool, error)
	Pending(ctx context.Context) (int, error)
	rows.Known
}

// limit is how many articles a search brings: more than that is not looked
// through but asked for more narrowly.
const limit = 100

// Recent is the searches of a session, the last first. The zero value is none.
// It is used from Update alone; several screens, one after the other, may share one.
type Recent struct {
	words []string
	// left is the row from which an article was opened last, and what was asked then.
	left struct {
		words string
		row   int
	}
}

// maxRecent is how many searches are remembered.
const maxRecent = 10

// Add puts a search first.
func (r *Recent) Add(words string) {
	words = strings.TrimSpace(words)
	if r == nil || words == "" {
		return
	}
	r.words = slices.DeleteFunc(r.words, func(w string) bool { return w == words })
	r.words = slices.Insert(r.words, 0, words)
	r.words = r.words[:min(len(r.words), maxRecent)]
}

// Screen is the search. It is always typed into.
type Screen struct {
	archive Archive
	look    nav.Look
	now     func() time.Time

	query  *rows.Query
	recent *Recent
	help   rows.Model // the language and the recent searches, while nothing is typed

	list  rows.Model // over hits
	hits  []store.Hit
	more  bool
	found bool // hits answer some query
	wait  int  // articles that were not in the index yet when it was asked
	begin int  // the row to begin at, once the first answer has come
	enter bool // open the first article as soon as the answer under way has come

	work   task.Slot
	values rows.Values
	w, h   int
}

// New returns the search with words already typed. now tells today, for "Today".
func New(archive Archive, look nav.Look, words string, now func() time.Time) *Screen {
	s := &Screen{archive: archive, look: look, now: now, query: rows.NewQuery(words)}
	s.query.Edit()
	s.SetRecent(nil)
	return s
}

// SetRecent gives the screen the searches of the session, which it shows and
// adds to. The one from which an article was opened last begins where it was left.
func (s *Screen) SetRecent(r *Recent) {
	if r == nil {
		r = &Recent{}
	}
	s.recent = r
	if r.left.words != "" && r.left.words == s.query.Text() {
		s.begin = r.left.row
	}
	s.layOut()
}

// SetAt has the cursor begin at a row of the first answer.
func (s *Screen) SetAt(row int) { s.begin = row }

// Init searches for the words already typed.
func (s *Screen) Init() tea.Cmd { return tea.Batch(s.search(0), s.values.Fetch(s.archive)) }

// Update takes the screen's own results and what concerns everybody.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case nav.Look:
		s.look = msg
		s.layOut()
	case nav.Changed:
		return s.search(s.keep())
	case foundMsg:
		if s.work.Done(msg.task) {
			return s.took(msg)
		}
	default:
		s.values.Update(msg, s.query)
	}
	return nil
}

// Typing reports whether keys are text: always.
func (s *Screen) Typing() bool { return true }

// Type takes a key press or a paste.
func (s *Screen) Type(msg tea.Msg) tea.Cmd {
	if press, ok := rows.Motion(msg); ok {
		return s.move(press)
	}
	switch rows.Key(msg) {
	case "enter":
		return s.open()
	case "esc":
		s.stop()
		s.recent.Add(s.foundBy())
		return nav.Send(nav.Close{})
	}
	before := s.query.Text()
	s.enter = false
	if changed := s.query.Type(msg); !changed {
		if s.query.Text() != before { // it cannot be read now
			s.layOut()
		}
		return nil
	}
	return s.search(0)
}

// Act moves in the list: the palette and the mouse's wheel call it.
func (s *Screen) Act(press keys.Press) (tea.Cmd, bool) {
	switch press.Action {
	case keys.RowOpen:
		return s.open(), true
	case keys.Cancel, keys.Back:
		s.stop()
		return nav.Send(nav.Close{}), true
	}
	if press.Action.Scope() != keys.Motion {
		return nil, false
	}
	return s.move(press), true
}

func (s *Screen) move(press keys.Press) tea.Cmd {
	if s.helping() {
		s.help.Act(press)
	} else {
		s.list.Act(press)
	}
	return nil
}

// helping reports whether the language is explained in place of results.
func (s *Screen) helping() bool { return strings.TrimSpace(s.query.Text()) == "" }

// keep returns the article that the cursor should stay on over a new search.
func (s *Screen) keep() store.ID {
	if i, ok := s.list.Even(); ok {
		return s.hits[i].Row.ID
	}
	return 0
}

// foundBy returns the query as typed if it has found something.
func (s *Screen) foundBy() string {
	if len(s.hits) == 0 || s.query.Err() != nil {
		return ""
	}
	return s.query.Text()
}

// open opens the article under the cursor at its hit, or takes up a recent search.
func (s *Screen) open() tea.Cmd {
	if s.helping() {
		i, ok := s.help.Even()
		if !ok || !s.query.SetText(s.recent.words[i]) {
			return nil
		}
		return s.search(0)
	}
	if s.enter = s.work.Busy(); s.enter {
		return nil // what is on the screen answers an older query
	}
	i, ok := s.list.Even()
	if !ok {
		return nil
	}
	s.recent.Add(s.foundBy())
	s.recent.left.words, s.recent.left.row = s.query.Text(), i
	hit := s.hits[i]
	return nav.Send(nav.OpenArticle{
		ID: hit.Row.ID, At: hit.At,
		Follow: nav.Track{Words: rows.Words(s.query.Query())},
	})
}

// Place returns the request that opens the search again as it is.
func (s *Screen) Place() tea.Msg {
	at, _ := s.list.Even()
	return nav.OpenSearch{Words: s.query.Text(), At: at}
}

// Scopes names where keys are looked up; while one types none are.
func (s *Screen) Scopes() []keys.Scope { return []keys.Scope{keys.Rows, keys.Motion, keys.Global} }

// Asking says what the keys do: all others are text.
func (s *Screen) Asking() reader.Text {
	if s.helping() {
		return "tab completes · enter takes a search · esc leaves"
	}
	return "enter opens · up and down choose · tab completes · esc leaves"
}

// Hints lists the actions that the footer names.
func (s *Screen) Hints() []keys.Action { return []keys.Action{keys.RowOpen} }

// Status says nothing: the heading counts what was found.
func (s *Screen) Status() reader.Text { return "" }

// Click puts the cursor on what is at a cell, and reports whether it was there before.
func (s *Screen) Click(_, y int) (again bool) { return !s.helping() && s.list.Click(y, s.h) }
