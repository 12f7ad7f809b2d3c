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

// watch asks for the stamp after a while. What cannot be read is asked for
// again. The first is asked for at once: what is added in the seconds after
// the list was read is a change, too.
func (m *model) watch(after time.Duration) tea.Cmd {
	archive := m.o.Archive
	ask := func(time.Time) tea.Msg {
		stamp, err := archive.Stamp(context.Background())
		return stampMsg{stamp, err == nil}
	}
	if after == 0 {
		return func() tea.Msg { return ask(time.Time{}) }
	}
	return tea.Tick(after, ask)
}

// stamped has every screen read anew what it shows if the archive has changed.
// After changes of the user's own that is once more than needed, and shows
// nothing new.
func (m *model) stamped(msg stampMsg) tea.Cmd {
	again := m.watch(watchEvery)
	if !msg.ok || m.stamp != nil && msg.stamp == *m.stamp {
		return again
	}
	first := m.stamp == nil
	m.stamp = &msg.stamp
	if first {
		return again
	}
	return tea.Batch(again, m.broadcast(nav.Changed{}))
}
