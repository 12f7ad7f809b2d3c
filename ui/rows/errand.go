package rows

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"offprint/ui/nav"
	"offprint/ui/task"
)

// Errand is background work whose outcome is a request: an article is read, and
// [nav.Copy] asked for with what was cut from it. The zero value is ready; it is
// used from Update alone.
type Errand struct{ work task.Slot }

// errandMsg brings the request.
type errandMsg struct {
	task    task.ID
	request tea.Msg
}

// Begin cancels the errand under way. do runs in a command and returns the request.
func (e *Errand) Begin(do func(ctx context.Context) tea.Msg) tea.Cmd {
	ctx, id := e.work.Begin(context.Background())
	return func() tea.Msg { return errandMsg{id, do(ctx)} }
}

// Update sends the request that has come; taken is false if msg is something else.
func (e *Errand) Update(msg tea.Msg) (cmd tea.Cmd, taken bool) {
	m, ok := msg.(errandMsg)
	if !ok || !e.work.Done(m.task) {
		return nil, false
	}
	return nav.Send(m.request), true
}

// Told takes what every screen of rows does the same with: what the list's
// commands and errands bring, a change of the archive, and another look, which
// is put into look. taken is false if msg is something else.
func (l *List[T]) Told(msg tea.Msg, look *nav.Look, errands ...*Errand) (cmd tea.Cmd, taken bool) {
	if cmd, taken := l.Update(msg); taken {
		return cmd, true
	}
	for _, e := range errands {
		if cmd, taken := e.Update(msg); taken {
			return cmd, true
		}
	}
	switch msg := msg.(type) {
	case nav.Look:
		*look = msg
		return nil, true
	case nav.Changed:
		return l.Reload(), true
	}
	return nil, false
}
