package cli

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"offprint/store"
)

// The disk fills up while files are added: the import ends with one line that
// says so, its account is complete, and what was added before is there.
func TestFullDiskEndsAdd(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	folder, disk := filepath.Join(dir, "articles"), filepath.Join(dir, "disk")
	for _, d := range []string{folder, disk} {
		if err := os.Mkdir(d, 0o777); err != nil {
			t.Fatal(err)
		}
	}
	writeArticles(t, folder, 900)
	// The small disk is one that only this process sees; what is on it is copied out.
	const script = `mount -t tmpfs -o size=6m none "$1" || exit 77
		offprint --archive "$1/archive.db" add "$2"; code=$?
		cp "$1"/archive.db* "$3"; exit $code`
	c := exec.CommandContext(t.Context(), "unshare", "-rm", "sh", "-c", script, "sh", disk, folder, dir)
	c.Env = append(os.Environ(), "HOME="+dir, "XDG_CONFIG_HOME="+dir, "XDG_DATA_HOME="+dir)
	var out, said strings.Builder
	c.Stdout, c.Stderr = &out, &said
	err := c.Run()
	if c.ProcessState == nil || c.ProcessState.ExitCode() == 77 || strings.Contains(said.String(), "unshare") {
		t.Skipf("no disk of its own can be had: %v %s", err, said.String())
	}
	if code := c.ProcessState.ExitCode(); code != 1 {
		t.Errorf("exit code %d, want 1", code)
	}
	lines := strings.Split(strings.TrimSpace(said.String()), "\n")
	if len(lines) != 2 || !strings.Contains(lines[0], "no space left on the disk") || !strings.Contains(lines[1], "make room and run the same command again") {
		t.Errorf("said %q, want that the disk is full, and what to do", lines)
	}
	if !strings.HasPrefix(out.String(), "seen ") || strings.Contains(said.String(), "SQL") {
		t.Errorf("account %q, said %q", out.String(), said.String())
	}
	a, err := store.Open(context.Background(), filepath.Join(dir, "archive.db"), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	l, err := a.List(context.Background(), store.View{})
	if err != nil || l.Len() == 0 {
		t.Errorf("%d articles, %v: what was added before the disk was full is gone", l.Len(), err)
	}
}

// A file that may grow no further, as under a quota, ends the import the same way.
func TestFileLimitEndsAdd(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	folder := filepath.Join(dir, "articles")
	if err := os.Mkdir(folder, 0o777); err != nil {
		t.Fatal(err)
	}
	writeArticles(t, folder, 600)
	c := exec.CommandContext(t.Context(), "sh", "-c", `ulimit -f 4000 && exec offprint --archive "$1/archive.db" add "$2"`, "sh", dir, folder)
	c.Env = append(os.Environ(), "HOME="+dir, "XDG_CONFIG_HOME="+dir, "XDG_DATA_HOME="+dir)
	var out, said strings.Builder
	c.Stdout, c.Stderr = &out, &said
	err := c.Run()
	if code := c.ProcessState.ExitCode(); code != 1 {
		t.Errorf("exit code %d, %v, want 1: %s", code, err, said.String())
	}
	if n := strings.Count(said.String(), "\n"); n > 2 || !strings.HasPrefix(out.String(), "seen ") {
		t.Errorf("account %q, said %q", out.String(), said.String())
	}
}
