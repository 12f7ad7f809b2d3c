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
	_, rest, _ := strings.Cut(string(stat), ") ")
	if fields := strings.Fields(rest); fields[16] != "10" {
		t.Errorf("niceness %s, want 10", fields[16])
	}
}
