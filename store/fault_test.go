package store

import (
	"bufio"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// TestMain lets the test's own program be the child that is killed, or the
// second program on an archive.
func TestMain(m *testing.M) {
	if path := os.Getenv("OFFPRINT_TEST_CHILD"); path != "" {
		if err := child(path, os.Getenv("OFFPRINT_TEST_NAME")); err != nil {
			fmt.Println("error:", err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// child adds articles, one batch after the other, and says which are stored.
func child(path, name string) error {
	ctx := context.Background()
	a, err := Open(ctx, path, Options{})
	if err != nil {
		return err
	}
	defer a.Close()
	for i := range 40 {
		text := fmt.Sprintf("Article %d of %s, with words of its own: x%sx%d.", i, name, name, i)
		out, err := a.Add(ctx, []Item{item(fmt.Sprint(name, "-", i), plainDigest(fmt.Sprint(name, i), "2024-01-02", text))})
		if err != nil {
			return err
		}
		if err := a.SetStarred(ctx, out[0].IDs, true); err != nil {
			return err
		}
		fmt.Println("stored", i)
		if i%3 == 2 {
			if err := a.Index(ctx); err != nil {
				return err
			}
		}
	}
	return nil
}

func startChild(t *testing.T, path, name string) (*exec.Cmd, *bufio.Scanner) {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Skip(err)
	}
	cmd := exec.Command(self)
	cmd.Env = append(os.Environ(), "OFFPRINT_TEST_CHILD="+path, "OFFPRINT_TEST_NAME="+name)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	return cmd, bufio.NewScanner(out)
}

// A program that is killed at any moment loses nothing that it was told is
// stored, and leaves nothing half done.
func TestKilled(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "a.db")
	r := rand.New(rand.NewPCG(1, 1))
	stored := map[string]bool{}
	for k := range 24 {
		name := fmt.Sprint("k", k)
		cmd, lines := startChild(t, path, name)
		last := r.IntN(12)
		for lines.Scan() {
			var i int
			if n, _ := fmt.Sscanf(lines.Text(), "stored %d", &i); n != 1 {
				t.Fatalf("child says %q", lines.Text())
			}
			stored[fmt.Sprint(name, i)] = true
			if i >= last {
				time.Sleep(time.Duration(r.IntN(4000)) * time.Microsecond)
				break
			}
		}
		cmd.Process.Kill()
		cmd.Wait()
	}
	a := openAt(t, path)
	l, err := a.List(ctx, View{Group: GroupNone})
	if err != nil {
		t.Fatal(err)
	}
	rows, err := l.Rows(ctx, 0, 0, 10000)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		delete(stored, string(r.Title))
	}
	if len(stored) > 0 {
		t.Errorf("%d stored articles are lost: %v", len(stored), stored)
	}
	sound(t, a)
	index(t, a)
	sound(t, a)
}

// Two programs write at once; neither sees an error, and both works are there.
func TestTwoPrograms(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "a.db")
	a := openAt(t, path)
	var wait sync.WaitGroup
	for _, name := range []string{"left", "right"} {
		cmd, lines := startChild(t, path, name)
		wait.Go(func() {
			for lines.Scan() {
				if !strings.HasPrefix(lines.Text(), "stored") {
					t.Error(lines.Text())
				}
			}
			if err := cmd.Wait(); err != nil {
				t.Error(name, err)
			}
		})
	}
	id := mustAdd(t, a, item("mine", plainDigest("mine", "2024-01-01", "my own text")))[0].IDs
	for i := range 40 { // meanwhile a third reads and writes
		if err := a.SetRead(ctx, id, i%2 == 0); err != nil {
			t.Error(err)
		}
		if _, _, err := a.Search(ctx, parse(t, "words"), 10); err != nil {
			t.Error(err)
		}
	}
	wait.Wait()
	index(t, a)
	sound(t, a)
	l, err := a.List(ctx, View{})
	if err != nil || l.Len() != 81 {
		t.Errorf("%d articles, %v, want 81", l.Len(), err)
	}
}

func TestOpenErrors(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	dir := t.TempDir()
	write := func(name, content string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	// sealed is a whole archive without a journal beside it.
	sealed := func(name string, change func(b []byte) []byte) string {
		path := filepath.Join(dir, "made-"+name)
		a, err := Open(ctx, path, Options{})
		if err != nil {
			t.Fatal(err)
		}
		mustAdd(t, a, item("f", plainDigest("one", "2024-01-01", strings.Repeat("some words ", 4000))))
		index(t, a)
		if err := a.Close(); err != nil {
			t.Fatal(err)
		}
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		return write(name, string(change(b)))
	}
	put := func(at int, v uint32) func([]byte) []byte {
		return func(b []byte) []byte { binary.BigEndian.PutUint32(b[at:], v); return b }
	}
	lost := filepath.Join(dir, "lost.db")
	write("lost.db-wal", "a journal without its archive")
	for _, c := range []struct {
		name, path string
		o          Options
		want       error
	}{
		{"absent, no folder", filepath.Join(dir, "no", "a.db"), Options{}, ErrNotExist},
		{"absent, not to be created", filepath.Join(dir, "none.db"), Options{NoCreate: true}, ErrNotExist},
		{"absent, read-only", filepath.Join(dir, "none.db"), Options{ReadOnly: true}, ErrNotExist},
		{"moved away", lost, Options{}, ErrNotExist},
		{"text", write("text", strings.Repeat("no database at all\n", 400)), Options{}, ErrNotArchive},
		{"short", write("short", "x"), Options{}, ErrNotArchive},
		{"folder", dir, Options{}, ErrNotArchive},
		{"empty, read-only", write("empty", ""), Options{ReadOnly: true}, ErrNotArchive},
		{"other application", sealed("other", put(68, 0x12345678)), Options{}, ErrNotArchive},
		{"newer", sealed("newer", put(60, 99)), Options{}, ErrNewer},
		{"newer, read-only", sealed("newer-ro", put(60, 99)), Options{ReadOnly: true}, ErrNewer},
	} {
		a, err := Open(ctx, c.path, c.o)
		if err == nil {
			a.Close()
		}
		e, ok := errors.AsType[*Error](err)
		if !errors.Is(err, c.want) || !ok || e.Path != c.path {
			t.Errorf("%s: %v, want %v", c.name, err, c.want)
		}
		if _, err := os.Stat(c.path); c.want == ErrNotExist && !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%s: a file was made", c.name)
		}
	}
	half := sealed("half", func(b []byte) []byte { return b[:len(b)/2/4096*4096] })
	a, err := Open(ctx, half, Options{})
	if err == nil {
		defer a.Close()
		_, err = a.Check(ctx)
		if err == nil {
			_, err = a.Article(ctx, 1)
		}
	}
	if !errors.Is(err, ErrCorrupt) {
		t.Errorf("truncated: %v, want ErrCorrupt", err)
	}
	zeros := sealed("zeros", func(b []byte) []byte { clear(b[4096*3 : 4096*8]); return b })
	if a, err := Open(ctx, zeros, Options{}); err == nil {
		defer a.Close()
		if r, err := a.Check(ctx); err == nil && r.OK() {
			t.Error("zeroed pages: Check finds nothing")
		}
	} else if !errors.Is(err, ErrCorrupt) {
		t.Errorf("zeroed pages: %v, want ErrCorrupt", err)
	}
}

func TestOpenCreates(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "new folder", "a b%20?#;&x=1.db")
	a, err := Open(context.Background(), path, Options{MakeFolder: true})
	if err != nil {
		t.Fatal(err)
	}
	id := mustAdd(t, a, item("f", plainDigest("one", "2024-01-01", "text")))[0].IDs[0]
	a.Close()
	if _, err := os.Stat(path); err != nil {
		t.Error(err)
	}
	a, err = Open(context.Background(), path, Options{NoCreate: true})
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	if _, err := a.Article(context.Background(), id); err != nil {
		t.Error(err)
	}
}

func TestReadOnly(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	dir := filepath.Join(t.TempDir(), "sealed")
	path := filepath.Join(dir, "a.db")
	a, err := Open(ctx, path, Options{MakeFolder: true})
	if err != nil {
		t.Fatal(err)
	}
	ids := mustAdd(t, a, item("f", plainDigest("one", "2024-01-01", "some text")))[0].IDs
	index(t, a)
	for _, when := range []string{"beside a writer", "alone", "in a folder that cannot be written"} {
		if when == "alone" {
			a.Close()
		}
		if when == "in a folder that cannot be written" {
			os.Chmod(path, 0o400)
			os.Chmod(dir, 0o500)
			defer os.Chmod(dir, 0o700)
		}
		ro, err := Open(ctx, path, Options{ReadOnly: true})
		if err != nil {
			t.Fatalf("%s: %v", when, err)
		}
		if got := searchTitles(t, ro, "text"); got != "one" {
			t.Errorf("%s: search finds %q", when, got)
		}
		if err := ro.SetRead(ctx, ids, true); !errors.Is(err, ErrReadOnly) {
			t.Errorf("%s: SetRead: %v, want ErrReadOnly", when, err)
		}
		sound(t, ro)
		ro.Close()
	}
	if os.Geteuid() != 0 {
		if _, err := Open(ctx, path, Options{}); !errors.Is(err, ErrReadOnly) {
			t.Errorf("open for writing: %v, want ErrReadOnly", err)
		}
	}
}

func TestFileGone(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	a := testArchive(t)
	ids := mustAdd(t, a, item("f", plainDigest("one", "2024-01-01", "text")))[0].IDs
	if err := os.Rename(a.Path(), a.Path()+".moved"); err != nil {
		t.Fatal(err)
	}
	if err := a.SetRead(ctx, ids, true); !errors.Is(err, ErrGone) {
		t.Errorf("SetRead: %v, want ErrGone", err)
	}
	if _, err := os.Stat(a.Path()); err == nil {
		t.Error("a new archive stands in place of the one that is gone")
	}
}

// An index that lost its articles is noticed and made anew; the articles are not touched.
func TestIndexMended(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	for name, break_ := range map[string]string{
		"emptied":      "INSERT INTO search (search) VALUES ('delete-all')",
		"one gone":     "DELETE FROM search WHERE rowid = 2",
		"dropped":      "DROP TABLE search",
		"places gone":  "DROP TABLE place",
		"data deleted": "DELETE FROM search_data",
		"data zeroed":  "UPDATE search_data SET block = zeroblob(length(block)) WHERE id = 1",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a := testArchive(t)
			for i := range 5 {
				mustAdd(t, a, item(fmt.Sprint(i), plainDigest(fmt.Sprintf("t%d", i), fmt.Sprintf("2024-01-%02d", 9-i), "common words")))
			}
			index(t, a)
			a.Close()
			a = openAt(t, a.Path())
			err := a.write(ctx, "break", func(l *link) error {
				_, err := l.st.on.ExecContext(ctx, break_)
				return err
			})
			if err != nil {
				t.Fatal(err)
			}
			a.Close()
			a = openAt(t, a.Path())
			if n, err := a.Pending(ctx); err != nil || n == 0 {
				t.Errorf("Pending = %d, %v, want more than 0", n, err)
			}
			index(t, a)
			if got := searchTitles(t, a, "common"); got != "t0 t1 t2 t3 t4" {
				t.Errorf("search finds %q", got)
			}
			sound(t, a)
			if n, err := a.Pending(ctx); err != nil || n != 0 {
				t.Errorf("Pending = %d, %v, want 0", n, err)
			}
		})
	}
}

// Damage inside the index shows only when it is read; then it is made anew as well.
func TestIndexDamageWhileReading(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	a := testArchive(t)
	for i := range 5 {
		mustAdd(t, a, item(fmt.Sprint(i), plainDigest(fmt.Sprintf("t%d", i), fmt.Sprintf("2024-01-%02d", 9-i), "common words")))
	}
	index(t, a)
	err := a.write(ctx, "break", func(l *link) error {
		return l.do("UPDATE search_data SET block = x'ffffffffffffffff' WHERE id > 10")
	})
	if err != nil {
		t.Fatal(err)
	}
	a.Close()
	a = openAt(t, a.Path())
	if _, _, err := a.Search(ctx, parse(t, "common"), 10); !errors.Is(err, ErrIndex) {
		t.Errorf("search: %v, want ErrIndex", err)
	}
	if n, err := a.Pending(ctx); err != nil || n != 5 {
		t.Errorf("Pending = %d, %v, want 5", n, err)
	}
	index(t, a)
	if got := searchTitles(t, a, "common"); got != "t0 t1 t2 t3 t4" {
		t.Errorf("search finds %q", got)
	}
}

// Check finds what has no other sign.
func TestCheckFindsDamage(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	for part, break_ := range map[string]string{
		"article":  "UPDATE body SET markdown = 'common surprize' WHERE id = 3",
		"counters": "UPDATE counter SET unread = unread + 1 WHERE kind = 1",
		"index":    "UPDATE place SET article = 6 - article + 100; UPDATE place SET article = article - 100", // stale: each has another's words
	} {
		a := testArchive(t)
		for i := range 5 {
			mustAdd(t, a, item(fmt.Sprint(i), plainDigest(fmt.Sprintf("t%d", i), "2024-01-02", fmt.Sprintf("common surprise%d", i))))
		}
		index(t, a)
		err := a.write(ctx, "break", func(l *link) error {
			_, err := l.st.on.ExecContext(ctx, break_)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		r, err := a.Check(ctx)
		if err != nil || len(r.Damaged) == 0 {
			t.Errorf("%s: %+v, %v, want damage", part, r, err)
			continue
		}
		for _, d := range r.Damaged {
			if d.Part != part {
				t.Errorf("%s: %+v", part, d)
			}
		}
		if part == "article" {
			continue
		}
		if err := a.Rebuild(ctx); err != nil {
			t.Fatal(err)
		}
		sound(t, a)
	}
}

func TestBackup(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	a := testArchive(t)
	mustAdd(t, a, item("f", plainDigest("one", "2024-01-01", "some text")))
	index(t, a)
	to := filepath.Join(t.TempDir(), "copy.db")
	if err := a.Backup(ctx, to); err != nil {
		t.Fatal(err)
	}
	b := openAt(t, to)
	sound(t, b)
	if got := searchTitles(t, b, "text"); got != "one" {
		t.Errorf("the copy finds %q", got)
	}
	if err := a.Backup(ctx, to); !errors.Is(err, fs.ErrExist) {
		t.Errorf("over a file that exists: %v, want fs.ErrExist", err)
	}
	left, _ := filepath.Glob(filepath.Join(filepath.Dir(to), ".backup*"))
	if len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}
