//go:build unix

package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Where an article was changed, the reader calls out the quotes that were.
func TestChangedQuotesAreCalledOut(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	archive, file := filepath.Join(dir, "a.db"), filepath.Join(dir, "ferry.md")
	text := "---\ntitle: The ferry\nurl: https://ferry.example/1\n---\n\n" +
		"\"We will wait until the spring,\" Anna Meyer said on Monday. The boats lay in the harbour all winter, and nobody went near them.\n"
	for _, version := range []string{text, strings.Replace(text, "the spring", "the summer", 1)} {
		if err := os.WriteFile(file, []byte(version), 0o600); err != nil {
			t.Fatal(err)
		}
		s := inTerminal(t, 80, 24, nil, "add", "--archive", archive, file)
		if code := s.Ended(slow); code != 0 {
			t.Fatalf("add ended with %d", code)
		}
	}
	s := inTerminal(t, 100, 30, nil, "--archive", archive)
	wait(t, s, "The ferry")
	send(t, s, "\r")
	wait(t, s, "n/N quotes")
	send(t, s, "gv")
	wait(t, s, "Quotes that were changed")
	wait(t, s, "Anna Meyer: We will wait until the summer")
	send(t, s, "Q")
	if code := s.Ended(slow); code != 0 {
		t.Errorf("exit code %d", code)
	}
}
