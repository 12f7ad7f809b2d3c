package ui

import (
	"os"
	"os/signal"
	"syscall"
	"time"

	tea "charm.land/bubbletea/v2"
)

// patience is how long a signal waits for the program to leave by itself.
const patience = 2 * time.Second

// watchSignals has the program leave in good order, its place kept and the
// terminal given back, when it is told to go: also on SIGHUP and SIGQUIT, which
// Bubble Tea does not watch. The returned function ends it.
func watchSignals(p *tea.Program) (stop func()) {
	got := make(chan os.Signal, 4)
	done := make(chan struct{})
	signal.Notify(got, append([]os.Signal{os.Interrupt, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGQUIT}, jobSignals()...)...)
	go func() {
		for {
			select {
			case s := <-got:
				if isStop(s) {
					p.Send(tea.SuspendMsg{})
					continue
				}
				// Killing from here as well: Send waits for ever if the program hangs.
				time.AfterFunc(patience, p.Kill)
				p.Send(leaveMsg{})
			case <-done:
				return
			}
		}
	}()
	return func() {
		signal.Stop(got)
		close(done)
	}
}
