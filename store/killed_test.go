package store

import (
	"bufio"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"offprint/store/folded"
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
	if name == "rebuild" {
		for i := 0; ; i++ {
			fmt.Println("stored", i)
			if err := a.Rebuild(ctx); err != nil {
				return err
			}
		}
	}
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

// Nor does one that is killed while it makes index and counters anew.
func TestKilledInRebuild(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	a := testArchive(t)
	c := newCorpus(200)
	for i := range 30 {
		mustAdd(t, a, item(fmt.Sprint(i), c.article(i, 80)))
	}
	index(t, a)
	word := folded.Words(c.article(7, 80).Plain.Text)[20]
	want := searchTitles(t, a, word)
	r := rand.New(rand.NewPCG(2, 2))
	for range 10 {
		cmd, lines := startChild(t, a.Path(), "rebuild")
		lines.Scan()
		time.Sleep(time.Duration(r.IntN(60000)) * time.Microsecond)
		cmd.Process.Kill()
		cmd.Wait()
		if got := searchTitles(t, a, word); got != want {
			t.Errorf("search finds %q, want %q", got, want)
		}
	}
	if err := a.Index(ctx); err != nil {
		t.Fatal(err)
	}
	sound(t, a)
	if got := searchTitles(t, a, word); got != want {
		t.Errorf("search finds %q, want %q", got, want)
	}
}

// Two programs make the index anew at the same time.
func TestTwoRemake(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	a := testArchive(t)
	b := openAt(t, a.Path())
	a.patience, b.patience = time.Minute, time.Minute // a slow machine is no failure
	c := newCorpus(200)
	for i := range 30 {
		mustAdd(t, a, item(fmt.Sprint(i), c.article(i, 80)))
	}
	for range 4 {
		var wait sync.WaitGroup
		for _, one := range []*Archive{a, b} {
			wait.Go(func() {
				if err := one.remake(ctx); err != nil {
					t.Error(err)
				}
			})
		}
		wait.Wait()
		sound(t, a)
	}
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

// Many readers ask different things at once while statements are thrown out and the index is exchanged.
func TestManyReaders(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	a := testArchive(t)
	c := newCorpus(50)
	for i := range 50 {
		mustAdd(t, a, item(fmt.Sprint(i), c.article(i, 60)))
	}
	index(t, a)
	var wait sync.WaitGroup
	for w := range 6 {
		wait.Go(func() {
			for i := range 60 {
				n := (w*60 + i) % 50
				q := parse(t, fmt.Sprintf("%s %s OR title:%s", strings.Repeat("-zz ", i%7), c.words[i], c.words[n]))
				if _, _, err := a.Search(ctx, q, 5); err != nil {
					t.Error(err)
				}
				if _, err := a.Article(ctx, ID(1+n)); err != nil {
					t.Error(err)
				}
				if i%20 == w {
					a.readers.reset()
				}
			}
		})
	}
	for range 2 {
		if err := a.remake(ctx); err != nil {
			t.Error(err)
		}
	}
	wait.Wait()
}
