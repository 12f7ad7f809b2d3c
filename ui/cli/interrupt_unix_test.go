//go:build unix

package cli

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// An import that is stopped ends with its account, and the same command goes
// on where it was: each file is added once, in one run or the other.
func TestStoppedImportGoesOn(t *testing.T) {
	t.Parallel()
	const files = 800
	dir := t.TempDir()
	folder, archive := filepath.Join(dir, "articles"), filepath.Join(dir, "archive.db")
	if err := os.Mkdir(folder, 0o777); err != nil {
		t.Fatal(err)
	}
	writeArticles(t, folder, files)
	add := func(stop bool) (account, said string, code int) {
		c := exec.CommandContext(t.Context(), "offprint", "--archive", archive, "add", folder)
		c.Env = append(os.Environ(), "HOME="+dir, "XDG_CONFIG_HOME="+dir)
		var out, err strings.Builder
		c.Stdout, c.Stderr = &out, &err
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		for deadline := time.Now().Add(slow); stop && time.Now().Before(deadline); time.Sleep(10 * time.Millisecond) {
			if info, err := os.Stat(archive + "-wal"); err == nil && info.Size() > 1<<20 { // the first files are stored
				if err := c.Process.Signal(syscall.SIGINT); err != nil && !errors.Is(err, os.ErrProcessDone) {
					t.Fatal(err)
				}
				break
			}
		}
		_ = c.Wait() // the exit code says it
		return out.String(), err.String(), c.ProcessState.ExitCode()
	}
	account, said, code := add(true)
	var seen, first, second int
	if _, err := fmt.Sscanf(account, "seen %d = %d added", &seen, &first); err != nil || first == 0 {
		t.Fatalf("account %q, %v; said %q", account, err, said)
	}
	if stopped := strings.Contains(account, "import was stopped"); stopped != (code == 1) || stopped != strings.Contains(said, "run the same command again to go on") {
		t.Errorf("exit code %d, account %q, said %q", code, account, said)
	}
	account, said, code = add(false)
	if _, err := fmt.Sscanf(account, "seen %d = %d added", &seen, &second); err != nil || code != 0 || first+second != files ||
		!strings.Contains(account, fmt.Sprintf(" %d unchanged", first)) {
		t.Errorf("after %d: account %q, exit code %d, said %q", first, account, code, said)
	}
}
