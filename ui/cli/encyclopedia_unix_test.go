//go:build unix

package cli

import (
	"path/filepath"
	"testing"
)

// From the index of names to what the ZIM file has about one.
func TestEncyclopediaInATerminal(t *testing.T) {
	t.Parallel()
	dir := withEncyclopedia(t)
	s := inTerminal(t, 100, 30, nil, "--archive", filepath.Join(dir, "a.db"), "--config", filepath.Join(dir, "with.toml"))
	wait(t, s, "The tide")
	send(t, s, "ge")
	wait(t, s, "P Ada Brenner")
	send(t, s, "\r")
	wait(t, s, adaBrenner)
	wait(t, s, "Made-up things")
	send(t, s, "Q")
	if code := s.Ended(slow); code != 0 {
		t.Errorf("exit code %d, want 0", code)
	}
}

// Without the file the reader says so and opens all the same.
func TestNoEncyclopediaInATerminal(t *testing.T) {
	t.Parallel()
	dir := withEncyclopedia(t)
	s := inTerminal(t, 160, 30, nil, "--archive", filepath.Join(dir, "a.db"), "--config", filepath.Join(dir, "gone.toml"))
	wait(t, s, "No encyclopedia: ")
	wait(t, s, "The tide")
	send(t, s, "Q")
	if code := s.Ended(slow); code != 0 {
		t.Errorf("exit code %d, want 0", code)
	}
}
