//go:build unix

package cli

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"offprint/reader/digest"
	"offprint/ui/uitest/ptytest"
)

// A key in the list of 10,000 articles to its screen, while another process
// adds 5,000 more to the same archive; and the same keys before, for a
// comparison in the same run. Budget: 50 ms at the 99th percentile. The
// archive is made on the first run, which takes a minute, and kept.
func BenchmarkTerminalKeyWhileImporting(b *testing.B) {
	dir := b.TempDir()
	archive := filepath.Join(dir, "archive.db")
	copyFile(b, manyArticles(b, 10000), archive)
	folder := filepath.Join(dir, "more")
	if err := os.Mkdir(folder, 0o777); err != nil {
		b.Fatal(err)
	}
	writeArticles(b, folder, 5000) // the texts are those of the first 5,000: changed, so that they are new
	for range b.N {
		changeAll(b, folder)
		s, err := ptytest.Start(120, 40, []string{"HOME=" + dir, "XDG_CONFIG_HOME=" + dir}, "offprint", "--archive", archive)
		if err != nil {
			b.Fatal(err)
		}
		if _, err := s.WaitFor(slow, "● "); err != nil {
			b.Fatal(err)
		}
		s.WaitStill(2 * time.Second)
		report(b, pressKeys(b, s, 300, nil), "before")
		add := exec.Command("offprint", "--archive", archive, "add", folder)
		add.Env = append(os.Environ(), "HOME="+dir)
		if err := add.Start(); err != nil {
			b.Fatal(err)
		}
		ended := make(chan error, 1)
		go func() { ended <- add.Wait() }()
		times := pressKeys(b, s, 2000, ended)
		report(b, times, "importing")
		b.ReportMetric(float64(len(times)), "keys")
		s.Close()
	}
}

// pressKeys moves through the list, by a row and by a page, and times each
// key, up to n of them or until ended tells. No key goes back: a screen that is
// as one before could not be told from one that did not change.
func pressKeys(b *testing.B, s *ptytest.Session, n int, ended <-chan error) []time.Duration {
	b.Helper()
	var times []time.Duration
	for i := range n {
		select {
		case err := <-ended:
			if err != nil {
				b.Fatal(err)
			}
			return times
		case <-time.After(time.Duration(30+i%7*5) * time.Millisecond):
		}
		before := s.Screen()
		if err := s.Send(string("jjjjdjjjjj"[i%10])); err != nil {
			b.Fatal(err)
		}
		t, err := s.Wait(slow, func(screen string) bool { return screen != before })
		if err != nil {
			b.Fatal(err)
		}
		times = append(times, t)
	}
	return times
}

// manyArticles returns an archive of n articles that the program itself has
// added. One that is kept from an older schema should be removed first: bringing
// it up, in the background, would be timed with the rest.
func manyArticles(b *testing.B, n int) string {
	b.Helper()
	cache, err := os.UserCacheDir()
	if err != nil {
		b.Skip(err)
	}
	path := filepath.Join(cache, "offprint-bench", fmt.Sprintf("cli-%d-d%d.db", n, digest.Version))
	if _, err := os.Stat(path); err == nil {
		return path
	}
	folder := filepath.Join(b.TempDir(), "articles")
	if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o700), os.Mkdir(folder, 0o777)); err != nil {
		b.Fatal(err)
	}
	writeArticles(b, folder, n)
	making := path + ".part"
	for _, end := range []string{"", "-wal", "-shm"} {
		_ = os.Remove(making + end)
	}
	if code := Main(b.Context(), []string{"--archive", making, "add", folder}, strings.NewReader(""), io.Discard, io.Discard, nil); code != 0 {
		b.Fatalf("exit code %d", code)
	}
	if err := os.Rename(making, path); err != nil {
		b.Fatal(err)
	}
	return path
}

// changeAll makes new articles of all files in a folder: other addresses, other words.
func changeAll(b *testing.B, folder string) {
	b.Helper()
	stamp := fmt.Sprint(time.Now().UnixNano())
	entries, err := os.ReadDir(folder)
	if err != nil {
		b.Fatal(err)
	}
	for _, e := range entries {
		path := filepath.Join(folder, e.Name())
		text, err := os.ReadFile(path)
		if err != nil {
			b.Fatal(err)
		}
		changed := strings.ReplaceAll(string(text), ".example/", ".example/"+stamp+"/") + "\nThe number of this one is " + stamp + ".\n"
		if err := os.WriteFile(path, []byte(changed), 0o666); err != nil {
			b.Fatal(err)
		}
	}
}

func copyFile(b *testing.B, from, to string) {
	b.Helper()
	data, err := os.ReadFile(from)
	if err == nil {
		err = os.WriteFile(to, data, 0o600)
	}
	if err != nil {
		b.Fatal(err)
	}
}
