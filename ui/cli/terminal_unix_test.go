//go:build unix

package cli

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"offprint/store"
	"offprint/ui/uitest/ptytest"
)

// slow is how long anything may take on a busy machine before a test gives
// up. It is no claim about speed.
const slow = 60 * time.Second

// inTerminal runs the program in a terminal of w by h cells, with folders of
// its own; what it is given is added to the environment.
func inTerminal(t *testing.T, w, h int, env []string, args ...string) *ptytest.Session {
	t.Helper()
	dir := t.TempDir()
	env = append([]string{
		"HOME=" + dir, "XDG_DATA_HOME=" + filepath.Join(dir, "data"),
		"XDG_CONFIG_HOME=" + filepath.Join(dir, "config"), "XDG_CACHE_HOME=" + filepath.Join(dir, "cache"),
	}, env...)
	s, err := ptytest.Start(w, h, env, "offprint", args...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.Close)
	return s
}

func wait(t *testing.T, s *ptytest.Session, text string) {
	t.Helper()
	if _, err := s.WaitFor(slow, text); err != nil {
		t.Fatalf("waiting for %q: %v", text, err)
	}
}

func send(t *testing.T, s *ptytest.Session, keys string) {
	t.Helper()
	if err := s.Send(keys); err != nil {
		t.Fatal(err)
	}
}

// givenBack checks that the terminal is as it was: the other screen left, the cursor shown.
func givenBack(t *testing.T, s *ptytest.Session) {
	t.Helper()
	raw := s.Raw()
	for on, off := range map[string]string{"\x1b[?1049h": "\x1b[?1049l", "\x1b[?25l": "\x1b[?25h"} {
		if bytes.LastIndex(raw, []byte(off)) < bytes.LastIndex(raw, []byte(on)) {
			t.Errorf("%q was not taken back by %q", on, off)
		}
	}
}

// A newcomer's first minutes with the demo.
func TestDemoInATerminal(t *testing.T) {
	t.Parallel()
	s := inTerminal(t, 140, 40, nil, "demo")
	wait(t, s, "ARTICLES")
	wait(t, s, "QUOTES")
	send(t, s, "?")
	wait(t, s, "Help: every key")
	send(t, s, "\x1b")
	if _, err := s.Wait(slow, func(screen string) bool { return !strings.Contains(screen, "Help: every key") }); err != nil {
		t.Fatal(err)
	}
	send(t, s, "\r")
	wait(t, s, "n/N quotes")
	send(t, s, "Q")
	if code := s.Ended(slow); code != 0 {
		t.Errorf("exit code %d", code)
	}
	givenBack(t, s)
}

// Whatever ends the program, the terminal is given back.
func TestTerminalIsGivenBack(t *testing.T) {
	t.Parallel()
	for _, sig := range []syscall.Signal{syscall.SIGTERM, syscall.SIGHUP, syscall.SIGINT, syscall.SIGQUIT} {
		t.Run(sig.String(), func(t *testing.T) {
			t.Parallel()
			s := inTerminal(t, 80, 24, nil, "demo")
			wait(t, s, "ARTICLES")
			if err := s.Signal(sig); err != nil {
				t.Fatal(err)
			}
			if s.Ended(slow) < 0 {
				t.Error("the program did not end by itself")
			}
			givenBack(t, s)
		})
	}
}

// Stopped from outside, the program leaves the screen; continued, it is back.
func TestSuspend(t *testing.T) {
	t.Parallel()
	s := inTerminal(t, 80, 24, nil, "demo")
	wait(t, s, "ARTICLES")
	if err := s.Signal(syscall.SIGTSTP); err != nil {
		t.Fatal(err)
	}
	for deadline := time.Now().Add(slow); !bytes.Contains(s.Raw(), []byte("\x1b[?1049l")); time.Sleep(10 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatal("the screen was not given back on SIGTSTP")
		}
	}
	s.WaitStill(200 * time.Millisecond)
	if err := s.Signal(syscall.SIGCONT); err != nil {
		t.Fatal(err)
	}
	for deadline := time.Now().Add(slow); bytes.Count(s.Raw(), []byte("\x1b[?1049h")) < 2; time.Sleep(10 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatal("the screen did not come back on SIGCONT")
		}
	}
	send(t, s, "Q")
	if code := s.Ended(slow); code != 0 {
		t.Errorf("exit code %d", code)
	}
}

// Where reading stopped is known after the program was told to go.
func TestPlaceIsKept(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), "archive.db")
	s := inTerminal(t, 80, 12, nil, "demo", "--archive", file)
	wait(t, s, "●") // there is an article to open
	send(t, s, "\r")
	wait(t, s, "min")
	s.WaitStill(300 * time.Millisecond)
	send(t, s, "d")
	s.WaitStill(300 * time.Millisecond)
	if err := s.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	s.Ended(slow)
	a, err := store.Open(context.Background(), file, store.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	l, err := a.List(context.Background(), store.View{})
	if err != nil {
		t.Fatal(err)
	}
	rows, err := l.Rows(context.Background(), 0, 0, 1)
	if err != nil || len(rows) == 0 {
		t.Fatalf("rows: %v, %v", rows, err)
	}
	article, err := a.Article(context.Background(), rows[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	if article.Position.Span.Start == 0 || !article.Row.Read {
		t.Errorf("position %+v, read %v: the place was lost", article.Position, article.Row.Read)
	}
}

// An article that holds escape sequences changes nothing on the terminal: the
// program writes no sequence for it that it does not write for a harmless one.
func TestHostileArticleInATerminal(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	hostile := "Title \x1b]52;c;aGFjaw==\x07 and \u009b31m\n\nBy \x1b[2JMallory\n\nText &#27;]0;owned&#7; \x1bP1$r\x1b\\ with \x1b_Gi=1;AAAA\x1b\\ and \u202eoverride and &#x1b;[?1003h in it.\n\n" +
		strings.Repeat("More of it, so that there is something to read. ", 40) + "\n"
	if err := os.WriteFile(filepath.Join(dir, "a\x1b]2;x\x07.txt"), []byte(hostile), 0o666); err != nil {
		t.Fatal(err)
	}
	s := inTerminal(t, 100, 30, nil, dir)
	wait(t, s, "●") // there is an article to open
	send(t, s, "\r")
	wait(t, s, "Text")
	send(t, s, "gi")
	wait(t, s, "About this article")
	send(t, s, "\x1b")
	if _, err := s.Wait(slow, func(screen string) bool { return !strings.Contains(screen, "About this article") }); err != nil {
		t.Fatal(err)
	}
	send(t, s, "Q")
	if code := s.Ended(slow); code != 0 {
		t.Errorf("exit code %d", code)
	}
	for _, bad := range []string{"\x1b]52", "\x1b]0;", "\x1bP1$r", "\x1b_G", "\u009b", "\u202e", "\x1b[?1003h", "\x1b]2;x"} {
		if bytes.Contains(s.Raw(), []byte(bad)) {
			t.Errorf("%q reached the terminal", bad)
		}
	}
}
