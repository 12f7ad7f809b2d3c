package rows

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"offprint/ui/task"
)

// slowAfter is after what time a question that is not answered is told to be
// under way: what is shown until then answers the one before.
const slowAfter = 300 * time.Millisecond

// slowMsg says that the rows asked for with the task are still not here; rest
// brings them.
type slowMsg struct {
	task task.ID
	rest tea.Cmd
}

// patiently does work, and tells in between if that takes long. What panics
// does so in the command, where it is caught and the terminal is put in order.
func patiently(id task.ID, work tea.Cmd) tea.Cmd {
	return func() tea.Msg {
		done := make(chan func() tea.Msg, 1)
		go func() {
			defer func() {
				if v := recover(); v != nil {
					done <- func() tea.Msg { panic(v) }
				}
			}()
			msg := work()
			done <- func() tea.Msg { return msg }
		}()
		select {
		case answer := <-done:
			return answer()
		case <-time.After(slowAfter):
			return slowMsg{id, func() tea.Msg { return (<-done)() }}
		}
	}
}
