package search

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"offprint/store"
	"offprint/store/query"
	"offprint/ui/nav"
	"offprint/ui/task"
)

// foundMsg brings what a search found.
type foundMsg struct {
	task task.ID
	hits []store.Hit
	more bool
	wait int
	keep store.ID // the article that the cursor should be on, 0: the first
	err  error
}

// search asks the query on the line anew; what runs is cancelled.
func (s *Screen) search(keep store.ID) tea.Cmd {
	s.layOut()
	s.work.Stop()
	if s.helping() || s.query.Err() != nil {
		return nil
	}
	ctx, id := s.work.Begin(context.Background())
	return search(ctx, id, s.archive, s.query.Query(), keep)
}

func search(ctx context.Context, id task.ID, archive Archive, q query.Query, keep store.ID) tea.Cmd {
	return func() tea.Msg {
		msg := foundMsg{task: id, keep: keep}
		if msg.wait, msg.err = archive.Pending(ctx); msg.err == nil { // before, so that none is missed that comes in between
			msg.hits, msg.more, msg.err = archive.Search(ctx, q.Typing(), limit)
		}
		return msg
	}
}

// took shows what a search found.
func (s *Screen) took(msg foundMsg) tea.Cmd {
	enter := s.enter
	s.enter = false
	if msg.err != nil {
		return nav.Send(nav.Fail{Doing: "searching", Err: msg.err})
	}
	at := 0
	if !s.found {
		at = s.begin
	}
	for i := range msg.hits {
		if msg.hits[i].Row.ID == msg.keep {
			at = i
		}
	}
	s.hits, s.more, s.wait, s.found = msg.hits, msg.more, msg.wait, true
	s.layOut()
	s.list.SelectEven(at)
	if enter {
		return s.open()
	}
	return nil
}

// stop cancels all work, before the screen is left.
func (s *Screen) stop() {
	s.work.Stop()
	s.values.Stop()
}
