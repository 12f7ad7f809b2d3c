package watch

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// fast are times for tests.
var fast = Options{Quiet: 80 * time.Millisecond, Rescan: time.Hour}

// started runs a watcher; next returns what it hands on.
func started(t *testing.T, o Options, paths ...string) (next func(n int) []string, none func()) {
	t.Helper()
	w, err := New(paths, o)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	got, ended := make(chan string, 1000), make(chan error, 1)
	go func() {
		ended <- w.Run(ctx, func(files []string) error {
			for _, f := range files {
				got <- f
			}
			return nil
		})
	}()
	t.Cleanup(func() {
		cancel()
		if err := <-ended; !errors.Is(err, context.Canceled) {
			t.Errorf("the watcher ended with %v", err)
		}
		w.Close()
	})
	next = func(n int) (list []string) {
		t.Helper()
		for range n {
			select {
			case f := <-got:
				list = append(list, filepath.Base(f))
			case <-time.After(20 * time.Second):
				t.Fatalf("%d of %d files after a long time: %v", len(list), n, list)
			}
		}
		slices.Sort(list)
		return list
	}
	none = func() {
		t.Helper()
		select {
		case f := <-got:
			t.Errorf("%s was handed on", f)
		case <-time.After(300 * time.Millisecond):
		}
	}
	return next, none
}

func write(t *testing.T, text string, path ...string) {
	t.Helper()
	name := filepath.Join(path...)
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

func same(t *testing.T, got []string, want ...string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestFiles(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	write(t, "old", dir, "old.txt")
	next, none := started(t, fast, dir)
	none()
	write(t, "new", dir, "new.txt")
	same(t, next(1), "new.txt")
	write(t, "changed", dir, "old.txt")
	same(t, next(1), "old.txt")
	write(t, "moved", t.TempDir(), "x")
	if err := os.Rename(filepath.Join(dir, "new.txt"), filepath.Join(dir, "renamed.txt")); err != nil {
		t.Fatal(err)
	}
	same(t, next(1), "renamed.txt")
	if err := os.Remove(filepath.Join(dir, "renamed.txt")); err != nil {
		t.Fatal(err)
	}
	none()
}

// Folders that appear are watched as those that were there, however deep, and
// so is one that comes back.
func TestFolders(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	next, none := started(t, fast, dir)
	write(t, "1", dir, "a", "b", "c", "1.txt")
	same(t, next(1), "1.txt")
	write(t, "2", dir, "a", "b", "c", "2.txt")
	write(t, "3", dir, "a", "3.txt")
	same(t, next(2), "2.txt", "3.txt")
	if err := os.RemoveAll(filepath.Join(dir, "a")); err != nil {
		t.Fatal(err)
	}
	none()
	write(t, "4", dir, "a", "b", "4.txt")
	same(t, next(1), "4.txt")
	write(t, "5", dir, "a", "b", "5.txt")
	same(t, next(1), "5.txt")
}

// What an import would leave out is left out, and what is still on its way in.
func TestLeftOut(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	o := fast
	o.Leave = func(path string) bool { return strings.Contains(path, "archive") }
	next, none := started(t, o, dir)
	for _, name := range []string{
		"archive", "archive-wal", ".hidden.txt", "picture.png", "page.html.part", "page.html.crdownload", "notes.txt~", ".git/HEAD", "page.tmp",
	} {
		write(t, "x", dir, name)
	}
	write(t, "", dir, "empty.txt")
	none()
	write(t, "x", dir, "page.html")
	write(t, "x", dir, "page_files", "ad.html")
	same(t, next(1), "page.html")
	none()
	if err := os.Rename(filepath.Join(dir, "page.html.part"), filepath.Join(dir, "other.html")); err != nil {
		t.Fatal(err)
	}
	same(t, next(1), "other.html")
	write(t, "filled", dir, "empty.txt")
	same(t, next(1), "empty.txt")
}

// A file is handed on once, when nobody writes it any more.
func TestSlowWriter(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	next, none := started(t, Options{Quiet: 400 * time.Millisecond, Rescan: time.Hour}, dir)
	f, err := os.Create(filepath.Join(dir, "slow.txt"))
	if err != nil {
		t.Fatal(err)
	}
	began := time.Now()
	for range 15 {
		if _, err := f.WriteString("a line\n"); err != nil {
			t.Fatal(err)
		}
		time.Sleep(50 * time.Millisecond)
	}
	f.Close()
	written := time.Since(began)
	same(t, next(1), "slow.txt")
	if time.Since(began) < written {
		t.Error("it was handed on while it was written")
	}
	none()
}

func TestMany(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	next, none := started(t, fast, dir)
	want := make(map[string]bool)
	for i := range 500 {
		name := fmt.Sprintf("%03d.txt", i)
		write(t, "text", dir, fmt.Sprint(i%20), name)
		want[name] = true
	}
	for _, f := range next(500) {
		delete(want, f)
	}
	if len(want) > 0 {
		t.Errorf("not handed on: %v", want)
	}
	none()
}

// Where the system tells nothing, files are found all the same.
func TestDeaf(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	write(t, "old", dir, "a", "old.txt")
	next, none := started(t, Options{Quiet: 80 * time.Millisecond, Rescan: 100 * time.Millisecond, Deaf: true}, dir)
	write(t, "new", dir, "b", "new.txt")
	write(t, "changed", dir, "a", "old.txt")
	same(t, next(2), "new.txt", "old.txt")
	if err := os.RemoveAll(dir); err != nil {
		t.Fatal(err)
	}
	none()
	write(t, "back", dir, "b", "back.txt")
	same(t, next(1), "back.txt")
}

func TestSingleFile(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	write(t, "one", dir, "one.txt")
	next, none := started(t, fast, filepath.Join(dir, "one.txt"))
	write(t, "two", dir, "two.txt")
	none()
	write(t, "one more", dir, "one.txt")
	same(t, next(1), "one.txt")
}

// After lost events everything is looked at.
func TestLostEvents(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	w, err := New([]string{dir}, fast)
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	write(t, "new", dir, "a", "new.txt")
	w.soil()
	for folder := range w.dirty {
		w.look(folder)
	}
	if len(w.drafts) != 1 || len(w.folders) != 2 {
		t.Errorf("found %v in %v", w.drafts, w.folders)
	}
	if all, unheard := w.Folders(); all != 2 || unheard != 0 {
		t.Errorf("%d folders, %d not watched by the system", all, unheard)
	}
}

func TestEnds(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	if _, err := New([]string{filepath.Join(dir, "nowhere")}, fast); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a folder that is not there: %v", err)
	}
	w, err := New([]string{dir}, fast)
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	full := errors.New("full")
	write(t, "new", dir, "new.txt")
	if err := w.Run(t.Context(), func([]string) error { return full }); err != full {
		t.Errorf("got %v, want the error of deliver", err)
	}
}
