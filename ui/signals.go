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
func watchSignals(p *tea.Program, stops *stopSignals) (stop func()) {
	got := make(chan os.Signal, 4)
	done := make(chan struct{})
	signal.Notify(got, os.Interrupt, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGQUIT)
	stops.watch()
	go func() {
		for {
			select {
			case <-stops.got:
				p.Send(suspendMsg{})
			case <-got:
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
		stops.release()
		close(done)
	}
}

// suspendMsg asks the program to give the terminal back and stop for a while.
type suspendMsg struct{}

// stopSignals watches for the signals by which a shell stops a program.
// Bubble Tea stops the program by sending itself one, so they must be released
// before, and watched again once the program goes on.
type stopSignals struct{ got chan os.Signal }

func newStopSignals() *stopSignals { return &stopSignals{make(chan os.Signal, 1)} }

func (s *stopSignals) watch() {
	if list := jobSignals(); len(list) > 0 {
		signal.Notify(s.got, list...)
	}
}

func (s *stopSignals) release() { signal.Stop(s.got) }
