//go:build unix

// Package ptytest runs a whole program in a pseudo-terminal: it answers what
// the program asks of its terminal, types keys, and times the way from exec or
// key to the last byte that completed the screen. It serves the tests of the
// real program and the benchmarks that compare it with others.
package ptytest

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"sync"
	"syscall"
	"time"

	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"
)

// Session is a program running in a pseudo-terminal.
type Session struct {
	cmd    *exec.Cmd
	file   *os.File
	screen *vt.SafeEmulator
	began  time.Time // of the last exec or key

	mu      sync.Mutex
	raw     bytes.Buffer
	last    time.Time                // when the last byte came
	ready   func(screen string) bool // what is waited for, nil if it has come
	readyAt time.Time                // when it came
	done    chan struct{}
	wake    chan struct{}
	err     error
}

// Start runs a program in a terminal of w by h cells. env is added to a small
// environment without the user's settings.
func Start(w, h int, env []string, name string, args ...string) (*Session, error) {
	s := &Session{
		cmd: exec.Command(name, args...), screen: vt.NewSafeEmulator(w, h),
		done: make(chan struct{}), wake: make(chan struct{}, 1),
	}
	s.cmd.Env = append([]string{"TERM=xterm-256color", "COLORTERM=truecolor", "LANG=C.UTF-8", "PATH=" + os.Getenv("PATH")}, env...)
	s.began = time.Now()
	file, err := pty.StartWithSize(s.cmd, &pty.Winsize{Rows: uint16(h), Cols: uint16(w)})
	if err != nil {
		return nil, fmt.Errorf("start in a pseudo-terminal: %w", err)
	}
	s.file = file
	go s.answer()
	go s.read()
	return s, nil
}

// answer sends the terminal's replies back to the program.
func (s *Session) answer() {
	buf := make([]byte, 4096)
	for {
		n, err := s.screen.Read(buf)
		if err != nil {
			return
		}
		if _, err := s.file.Write(buf[:n]); err != nil {
			return
		}
	}
}

// read keeps what the program writes and draws it on the screen.
func (s *Session) read() {
	buf := make([]byte, 64<<10)
	for {
		n, err := s.file.Read(buf)
		if n > 0 {
			at := time.Now()
			s.mu.Lock()
			_, _ = s.screen.Write(buf[:n])
			s.raw.Write(buf[:n])
			s.last = at
			// Looked at after each piece: what is written later does not count.
			if s.ready != nil && s.ready(s.shown()) {
				s.ready, s.readyAt = nil, at
			}
			s.mu.Unlock()
			select {
			case s.wake <- struct{}{}:
			default:
			}
		}
		if err != nil {
			s.err = s.cmd.Wait()
			close(s.done)
			return
		}
	}
}

// Send types keys as a terminal sends them; the clock of [Session.Wait] begins.
func (s *Session) Send(keys string) error {
	s.began = time.Now()
	_, err := s.file.WriteString(keys)
	return err
}

// Resize changes the size of the terminal; the clock of [Session.Wait] begins.
func (s *Session) Resize(w, h int) error {
	s.mu.Lock()
	s.screen.Resize(w, h)
	s.mu.Unlock()
	s.began = time.Now()
	return pty.Setsize(s.file, &pty.Winsize{Rows: uint16(h), Cols: uint16(w)})
}

// Wait waits until ready says that the screen is as it should be, and returns
// the time from exec, the last key or resize to the byte that made it so.
func (s *Session) Wait(limit time.Duration, ready func(screen string) bool) (time.Duration, error) {
	deadline := time.After(limit)
	s.mu.Lock()
	s.ready, s.readyAt = ready, s.last
	if ready(s.shown()) {
		s.ready = nil
	}
	s.mu.Unlock()
	for {
		if took, ok := s.was(); ok {
			return took, nil
		}
		select {
		case <-s.wake:
		case <-s.done:
			if took, ok := s.was(); ok {
				return took, nil
			}
			return 0, fmt.Errorf("the program ended (%v) with this on the screen:\n%s", s.err, s.Screen())
		case <-deadline:
			return 0, fmt.Errorf("not on the screen after %v:\n%s", limit, s.Screen())
		}
	}
}

// was reports whether the screen became what is waited for, and how long after
// the clock began that was.
func (s *Session) was() (time.Duration, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.ready != nil {
		return 0, false
	}
	return max(0, s.readyAt.Sub(s.began)), true
}

// WaitFor waits until text is on the screen.
func (s *Session) WaitFor(limit time.Duration, text string) (time.Duration, error) {
	return s.Wait(limit, func(screen string) bool { return strings.Contains(screen, text) })
}

// WaitStill waits until nothing was written for a while.
func (s *Session) WaitStill(quiet time.Duration) {
	for {
		select {
		case <-s.wake:
		case <-s.done:
			return
		case <-time.After(quiet):
			return
		}
	}
}

// Screen returns what the terminal shows, without styles.
func (s *Session) Screen() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.shown()
}

// shown is Screen for those who hold the lock: the emulator hands out cells
// that it goes on writing to.
func (s *Session) shown() string {
	var b strings.Builder
	for y := range s.screen.Height() {
		if y > 0 {
			b.WriteByte('\n')
		}
		for x := 0; x < s.screen.Width(); {
			c := s.screen.CellAt(x, y)
			if c == nil || c.Content == "" {
				b.WriteByte(' ')
				x++
				continue
			}
			b.WriteString(c.Content)
			x += max(1, c.Width)
		}
	}
	return b.String()
}

// Raw returns every byte that the program wrote so far.
func (s *Session) Raw() []byte {
	s.mu.Lock()
	defer s.mu.Unlock()
	return bytes.Clone(s.raw.Bytes())
}

// Signal sends the program a signal.
func (s *Session) Signal(sig syscall.Signal) error { return s.cmd.Process.Signal(sig) }

// Pid returns the program's process.
func (s *Session) Pid() int { return s.cmd.Process.Pid }

// Ended waits for the program to end and returns its exit code; -1 if it did
// not end in time or was killed by a signal.
func (s *Session) Ended(limit time.Duration) int {
	select {
	case <-s.done:
		return s.cmd.ProcessState.ExitCode()
	case <-time.After(limit):
		return -1
	}
}

// Close ends the program if it still runs, and gives the terminal up.
func (s *Session) Close() {
	_ = s.cmd.Process.Kill()
	_ = s.file.Close()
	<-s.done
	// The emulator's own Close races with its Read; the end of its pipe ends answer, too.
	if pipe, ok := s.screen.InputPipe().(io.Closer); ok {
		_ = pipe.Close()
	}
}
