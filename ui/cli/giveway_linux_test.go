package cli

import (
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// An import beside the reader leaves it the processor, with all its children.
func TestAddGivesWay(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	c := exec.CommandContext(t.Context(), "offprint", "--archive", filepath.Join(dir, "archive.db"), "add", "-")
	c.Env = append(os.Environ(), "HOME="+dir, "XDG_CONFIG_HOME="+dir)
	in, err := c.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	const text = "# The ferry runs again\n\nThe whole town had come to the pier to see it leave in the morning.\n"
	for range 200 { // more than a pipe holds, so that what is written last is read by then
		if _, err := in.Write([]byte(strings.Repeat(text, 20))); err != nil {
			t.Fatal(err)
		}
	}
	stat, err := os.ReadFile(filepath.Join("/proc", strconv.Itoa(c.Process.Pid), "stat"))
	if err != nil {
		t.Fatal(err)
	}
	in.Close()
	if err := c.Wait(); err != nil {
		t.Fatal(err)
	}
	own, err := os.ReadFile("/proc/self/stat")
	if err != nil {
		t.Fatal(err)
	}
	if got, want := nicenessIn(t, stat), max(nicenessIn(t, own), niceness); got != want {
		t.Errorf("niceness %d, want %d", got, want)
	}
}

// nicenessIn reads it from what /proc tells of a process.
func nicenessIn(t *testing.T, stat []byte) int {
	t.Helper()
	_, rest, _ := strings.Cut(string(stat), ") ")
	n, err := strconv.Atoi(strings.Fields(rest)[16])
	if err != nil {
		t.Fatal(err)
	}
	return n
}
