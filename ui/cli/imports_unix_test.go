//go:build unix

package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// savedFolder makes a folder with one article and one file that cannot be read.
func savedFolder(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{
		"ferry.md":  "# The ferry runs again\n\nThe whole town had come to the pier to see it leave in the morning.\n",
		"empty.txt": "",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// What could not be added is told in the reader, with the key that says why,
// and when it is left: the exit code is that of an import with a failed file.
func TestFailedFilesAreNotLost(t *testing.T) {
	t.Parallel()
	s := inTerminal(t, 120, 30, nil, savedFolder(t))
	wait(t, s, "1 file could not be added · I says which and why")
	wait(t, s, "The ferry runs again")
	send(t, s, "I")
	wait(t, s, "IMPORTS")
	wait(t, s, "1 failed · 1 added")
	wait(t, s, "empty.txt")
	send(t, s, "\t") // all files
	wait(t, s, "ferry.md")
	send(t, s, "jj\r")
	wait(t, s, "had come to the pier")
	send(t, s, "Q")
	if code := s.Ended(slow); code != 1 {
		t.Errorf("exit code %d, want 1: a file failed", code)
	}
	givenBack(t, s)
	if raw := string(s.Raw()); !strings.Contains(raw[strings.LastIndex(raw, "\x1b[?1049l"):], "1 file could not be added") {
		t.Error("nothing is said of the failed file after the reader was left")
	}
}

// An original may hold anything; a terminal would act on it.
func TestOriginalIsNotWrittenToATerminal(t *testing.T) {
	t.Parallel()
	s := inTerminal(t, 80, 24, nil, "show", "--original", filepath.Join(savedFolder(t), "ferry.md"))
	wait(t, s, "not written to a terminal")
	wait(t, s, "-o FILE")
	if code := s.Ended(slow); code != 2 {
		t.Errorf("exit code %d, want 2", code)
	}
}

// The repairs of one article are switched off and on again with a key.
func TestAsSaved(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	const text = "The ferry runs again\n\nThe captain was very well in-\nformed about the weather on that day, and the passengers\nwere glad that the boat had come at last to the pier.\n"
	if err := os.WriteFile(filepath.Join(dir, "ferry.txt"), []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	s := inTerminal(t, 100, 30, nil, filepath.Join(dir, "ferry.txt"))
	wait(t, s, "●")
	send(t, s, "\r")
	wait(t, s, "well informed about")
	send(t, s, "gr")
	wait(t, s, "with nothing mended")
	wait(t, s, "well in-")
	send(t, s, "gi")
	wait(t, s, "gr mends it again")
	send(t, s, "\x1b")
	s.WaitStill(300 * time.Millisecond)
	send(t, s, "U")
	wait(t, s, "well informed about")
	send(t, s, "Q")
	if code := s.Ended(slow); code != 0 {
		t.Errorf("exit code %d", code)
	}
}
