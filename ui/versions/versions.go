// Package versions is the screen that compares an article with an older text
// of it, word by word: what is gone is struck out, what is new is bold. Above
// the text stand the quotes that were changed, since those matter most.
//
// Begin with [Screen]; merge.go writes the two texts as one.
package versions

import (
	"context"
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"offprint/reader"
	"offprint/store"
	"offprint/ui/keys"
	"offprint/ui/nav"
	"offprint/ui/pager"
	"offprint/ui/task"
	"offprint/ui/typeset"
)

// Archive is what the screen needs of the archive.
type Archive interface {
	Article(ctx context.Context, id store.ID) (*store.Article, error)
	Versions(ctx context.Context, id store.ID) ([]store.Version, error)
}

// Analyse finds the quotes of an older text.
type Analyse func(reader.Article) reader.Digest

// Screen compares two texts of one article.
type Screen struct {
	archive Archive
	analyse Analyse
	look    nav.Look
	id      store.ID
	other   store.ID // another article to compare with; 0 is an older text of this one
	at      int      // which older text: 0 is the one before the present

	title   reader.Text
	against reader.Text // what it is compared with, in words
	count   int         // older texts
	pager   *pager.Pager
	changes []reader.Span
	text    reader.Text

	loading, setting task.Slot
	w, h             int
}

// New returns the comparison that open asks for. analyse may be nil: then no quotes are compared.
func New(archive Archive, look nav.Look, open nav.OpenVersions, analyse Analyse) *Screen {
	return &Screen{archive: archive, analyse: analyse, look: look, id: open.ID, other: open.Other, at: open.At, pager: pager.New()}
}

// Init reads the texts.
func (s *Screen) Init() tea.Cmd { return s.load() }

// loadedMsg brings the two texts as one, set for the screen.
type loadedMsg struct {
	task    task.ID
	merged  merged
	title   reader.Text
	against reader.Text
	count   int
	page    *typeset.Page
	err     error
}

// pageMsg brings the text set anew.
type pageMsg struct {
	task task.ID
	page *typeset.Page
}

func (s *Screen) load() tea.Cmd {
	ctx, id := s.loading.Begin(context.Background())
	from := *s // a copy: the command runs elsewhere
	o := s.options(s.pager.WantsFor())
	o.From = nil
	return func() tea.Msg {
		msg := from.compare(ctx)
		msg.task = id
		if msg.err != nil {
			return msg
		}
		msg.page = typeset.Set(ctx, msg.merged.text, o)
		return msg
	}
}

// compare reads both texts and writes them as one.
func (s *Screen) compare(ctx context.Context) (msg loadedMsg) {
	a, err := s.archive.Article(ctx, s.id)
	if err != nil {
		return loadedMsg{err: err}
	}
	msg.title = a.Row.Title
	if s.other != 0 {
		o, err := s.archive.Article(ctx, s.other)
		if err != nil {
			return loadedMsg{err: err}
		}
		msg.against = "against " + from(&o.Row)
		msg.merged = merge(store.Version{Title: o.Row.Title, Markdown: o.Digest.Article.Markdown}, a, s.analyse)
		return msg
	}
	older, err := s.archive.Versions(ctx, s.id)
	if err != nil {
		return loadedMsg{err: err}
	}
	if msg.count = len(older); s.at < len(older) {
		v := older[s.at]
		msg.against = reader.CleanLine(fmt.Sprintf("against the text until %s · %d of %d", v.Replaced.Format("2 January 2006 15:04"), s.at+1, len(older)))
		msg.merged = merge(v, a, s.analyse)
	}
	return msg
}

// from tells where an article comes from: its outlet and date, as far as they are known.
func from(r *store.Row) reader.Text {
	var parts []string
	if r.Outlet != "" {
		parts = append(parts, string(r.Outlet))
	}
	if !r.Published.IsZero() {
		parts = append(parts, r.Published.Format("2 January 2006"))
	}
	if len(parts) == 0 {
		parts = append(parts, string(r.Title))
	}
	return reader.CleanLine(strings.Join(parts, " · "))
}

func (s *Screen) options(o typeset.Options) typeset.Options {
	o.Style, o.Method = s.look.Styles.Article, s.look.Cells.Method
	return o
}

// set has the text set if what is there does not do.
func (s *Screen) set() tea.Cmd {
	o, ok := s.pager.Wants()
	if !ok || s.text == "" {
		return nil
	}
	return s.typeset(o)
}

func (s *Screen) typeset(o typeset.Options) tea.Cmd {
	ctx, id := s.setting.Begin(context.Background())
	o, text := s.options(o), s.text
	return func() tea.Msg { return pageMsg{id, typeset.Set(ctx, text, o)} }
}

// Update takes the screen's own results and what concerns everybody.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case nav.Look:
		s.look = msg
		if s.text != "" {
			return s.typeset(s.pager.WantsFor())
		}
	case loadedMsg:
		if !s.loading.Done(msg.task) {
			return nil
		}
		if msg.err != nil {
			return nav.Send(nav.Fail{Doing: "reading the versions", Err: msg.err})
		}
		s.title, s.against, s.count = msg.title, msg.against, msg.count
		s.text, s.changes = msg.merged.text, msg.merged.changes
		s.pager.SetPage(msg.page)
		return s.set()
	case pageMsg:
		if s.setting.Done(msg.task) {
			s.pager.SetPage(msg.page)
			return s.set()
		}
	}
	return nil
}

// Act does what a key asks for; false if it means nothing here.
func (s *Screen) Act(press keys.Press) (tea.Cmd, bool) {
	if keys.Scroll(s.pager, press) {
		return s.set(), true
	}
	switch press.Action {
	case keys.TrackNext, keys.TrackPrevious:
		s.step(press.Action == keys.TrackNext)
	case keys.RowSort:
		return s.next(), true
	case keys.RowBack:
		return nav.Send(nav.Close{}), true
	case keys.RowOpen:
		if s.other == 0 {
			return nav.Send(nav.OpenArticle{ID: s.id}), true
		}
		return nav.Send(nav.OpenArticle{ID: s.other}), true
	default:
		return nil, false
	}
	return s.set(), true
}

// step goes to the next change, or the one before.
func (s *Screen) step(forward bool) {
	i, _ := s.pager.NextOf(s.changes)
	if !forward {
		i, _ = s.pager.PrevOf(s.changes)
	}
	if i >= 0 {
		s.pager.Goto(s.changes[i], pager.Nearest)
	}
}

// next compares with the next older text, after the oldest with the newest again.
func (s *Screen) next() tea.Cmd {
	if s.count < 2 {
		return nil
	}
	s.at = (s.at + 1) % s.count
	return s.load()
}

// headLines is the height of the heading.
const headLines = 2

// Resize gives the screen its size.
func (s *Screen) Resize(w, h int) tea.Cmd {
	s.w, s.h = w, h
	s.pager.Resize(w, max(0, h-headLines))
	return s.set()
}

// Draw joins what is ready.
func (s *Screen) Draw() string {
	st, c := s.look.Styles, s.look.Cells
	right := s.against + " "
	room := s.w - c.Width(string(right)) - 2
	lines := []string{
		" " + st.Pane.Title.Render(c.Fit("VERSIONS  "+s.title, room)) + " " + st.List.Count.Render(string(right)),
		"",
	}
	return c.Block(append(lines, strings.Split(s.pager.View(), "\n")...), s.w, s.h)
}

// Typing reports that keys are never text here.
func (s *Screen) Typing() bool { return false }

// Type takes nothing.
func (s *Screen) Type(tea.Msg) tea.Cmd { return nil }

// Cursor reports that there is no text cursor.
func (s *Screen) Cursor() (x, y int, ok bool) { return 0, 0, false }

// Scopes names where keys are looked up.
func (s *Screen) Scopes() []keys.Scope {
	return []keys.Scope{keys.Rows, keys.Article, keys.Motion, keys.Global}
}

// Hints lists the actions that the footer names.
func (s *Screen) Hints() []keys.Action {
	hints := []keys.Action{keys.RowOpen, keys.Back}
	if s.count > 1 {
		hints = append(hints, keys.RowSort)
	}
	return append(hints, keys.Help)
}

// Status says how many changes there are.
func (s *Screen) Status() reader.Text {
	return reader.CleanLine(fmt.Sprintf("changes %d", len(s.changes)))
}

// Place returns the request that opens the screen again as it is.
func (s *Screen) Place() tea.Msg { return nav.OpenVersions{ID: s.id, At: s.at, Other: s.other} }
