//go:build unix

package ui

import (
	"bytes"
	"context"
	"errors"
	"os"
	"testing"
	"time"

	"offprint/store"
	"offprint/ui/uitest/ptytest"
)

// crashEnv has the test program run the reader on an archive that fails in the way it names.
const crashEnv = "OFFPRINT_TEST_CRASH"

// faulty is an archive whose lists cannot be had.
type faulty struct {
	*store.Archive
	how string
}

func (f faulty) List(context.Context, store.View) (*store.Listing, error) {
	switch f.how {
	case "panic":
		panic("the archive fell over")
	case "error":
		return nil, errors.New("the archive is out of sorts")
	}
	return &store.Listing{}, nil
}

func (f faulty) Stamp(context.Context) (store.Stamp, error) {
	return store.Stamp{}, errors.New("the archive is out of sorts")
}

// runCrash is the test program as the reader.
func runCrash(how string) int {
	m, err := defaultKeys()
	if err != nil {
		return 3
	}
	if err := Run(context.Background(), Options{Archive: faulty{how: how}, Keys: m}); err != nil {
		return 1
	}
	return 0
}

// A panic in a command gives the terminal back and ends the program with an error.
func TestPanicGivesTheTerminalBack(t *testing.T) {
	t.Parallel()
	s := crash(t, "panic")
	if code := s.Ended(time.Minute); code != 1 {
		t.Errorf("exit code %d, want 1", code)
	}
	raw := s.Raw()
	if !bytes.Contains(raw, []byte("the archive fell over")) {
		t.Error("what happened is not said")
	}
	if on, off := bytes.LastIndex(raw, []byte("\x1b[?1049h")), bytes.LastIndex(raw, []byte("\x1b[?1049l")); on >= 0 && off < on {
		t.Error("the terminal was not given back")
	}
}

// An error of the archive is said, and the program goes on.
func TestErrorIsSaid(t *testing.T) {
	t.Parallel()
	s := crash(t, "error")
	if _, err := s.WaitFor(time.Minute, "The list could not be read"); err != nil {
		t.Fatal(err)
	}
	if err := s.Send("Q"); err != nil {
		t.Fatal(err)
	}
	if code := s.Ended(time.Minute); code != 0 {
		t.Errorf("exit code %d after Q", code)
	}
}

func crash(t *testing.T, how string) *ptytest.Session {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	s, err := ptytest.Start(80, 24, []string{crashEnv + "=" + how}, self)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.Close)
	return s
}
