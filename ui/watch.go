package ui

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"offprint/store"
	"offprint/ui/nav"
)

// watchEvery is how often the archive is asked whether another program, such
// as an import in a second terminal, has changed it.
const watchEvery = 5 * time.Second

// stampMsg brings the archive's stamp.
type stampMsg struct {
	stamp store.Stamp
	ok    bool
}

// watch asks for the stamp after a while. What cannot be read is asked for again.
func (m *model) watch() tea.Cmd {
	archive := m.o.Archive
	return tea.Tick(watchEvery, func(time.Time) tea.Msg {
		stamp, err := archive.Stamp(context.Background())
		return stampMsg{stamp, err == nil}
	})
}

// stamped has every screen read anew what it shows if the archive has changed.
// After changes of the user's own that is once more than needed, and shows
// nothing new.
func (m *model) stamped(msg stampMsg) tea.Cmd {
	again := m.watch()
	if !msg.ok || msg.stamp == m.stamp {
		return again
	}
	first := m.stamp == store.Stamp{}
	m.stamp = msg.stamp
	if first {
		return again
	}
	return tea.Batch(again, m.broadcast(nav.Changed{}))
}
