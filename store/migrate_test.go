package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"offprint/store/folded"
	"offprint/store/schema"
)

// An archive of an older version is copied, then brought up; one of a newer
// version is left alone; a step that fails leaves what was.
func TestMigration(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "a.db")
	a := openAt(t, path)
	id := mustAdd(t, a, item("f", plainDigest("one", "2024-01-01", "some text")))[0].IDs[0]
	a.Close()

	broken := append(append([]string(nil), schema.Steps...), "CREATE TABLE more (id INTEGER); CREATE TABLE article (id INTEGER)")
	if a, err := openAs(ctx, path, Options{}, broken); err == nil {
		a.Close()
		t.Fatal("a step that fails opens the archive")
	}
	copied := fmt.Sprintf("%s.v%d", path, len(schema.Steps))
	if err := os.Remove(copied); err != nil {
		t.Error(err)
	}
	a = openAt(t, path) // still the version it was
	a.Close()

	next := append(append([]string(nil), schema.Steps...), "CREATE TABLE more (id INTEGER)", "INSERT INTO more VALUES (7)")
	for range 2 {
		a, err := openAs(ctx, path, Options{}, next)
		if err != nil {
			t.Fatal(err)
		}
		err = a.read(ctx, "test", func(l *link) error {
			n, err := l.number("SELECT sum(id) FROM more")
			if n != 7 {
				t.Errorf("sum %d, want 7", n)
			}
			return err
		})
		if err != nil {
			t.Error(err)
		}
		if _, err := a.Article(ctx, id); err != nil {
			t.Error(err)
		}
		a.Close()
	}
	if _, err := Open(ctx, path, Options{}); !errors.Is(err, ErrNewer) {
		t.Errorf("a newer archive: %v, want ErrNewer", err)
	}
	old := openAt(t, copied)
	if _, err := old.Article(ctx, id); err != nil {
		t.Errorf("the copy of before: %v", err)
	}
}

// A program that has an archive open which a newer one brings up reads on and writes no more.
func TestBroughtUpWhileOpen(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	a := testArchive(t)
	ids := mustAdd(t, a, item("f", plainDigest("one", "2024-01-01", "some text")))[0].IDs
	b, err := openAs(ctx, a.Path(), Options{}, append(slices.Clone(schema.Steps), "CREATE TABLE more (id INTEGER)"))
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	for _, err := range []error{a.SetRead(ctx, ids, true), a.Index(ctx)} {
		if !errors.Is(err, ErrNewer) {
			t.Errorf("a write: %v, want ErrNewer", err)
		}
	}
	if r := read(t, a, ids[0]).Row; r.Read {
		t.Error("it was written all the same")
	}
	must(t, b.SetRead(ctx, ids, true))
	if r := read(t, a, ids[0]).Row; !r.Read {
		t.Error("what the newer program wrote is not read")
	}
}

func TestFullDisk(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	a := testArchive(t)
	id := mustAdd(t, a, item("f", plainDigest("one", "2024-01-01", "some text")))[0].IDs[0]
	// SQLite says the same of a file that may not grow as of a disk that is full.
	if _, err := a.writer.on.ExecContext(ctx, "PRAGMA max_page_count = 1"); err != nil {
		t.Fatal(err)
	}
	big := newCorpus(10).article(2, 20000)
	if _, err := a.Add(ctx, []Item{item("big", big)}); !errors.Is(err, ErrFull) {
		t.Errorf("add: %v, want ErrFull", err)
	}
	if _, err := a.Article(ctx, id); err != nil {
		t.Error(err)
	}
	sound(t, a)
	if _, err := a.writer.on.ExecContext(ctx, "PRAGMA max_page_count = 100000"); err != nil {
		t.Fatal(err)
	}
	mustAdd(t, a, item("big", big))
	sound(t, a)
}

func TestBusy(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	a := testArchive(t)
	ids := mustAdd(t, a, item("f", plainDigest("one", "2024-01-01", "some text")))[0].IDs
	b := openAt(t, a.Path())
	b.patience = time.Millisecond
	err := a.write(ctx, "hold", func(*link) error {
		if err := b.SetRead(ctx, ids, true); !errors.Is(err, ErrBusy) {
			t.Errorf("SetRead while another writes: %v, want ErrBusy", err)
		}
		_, err := b.Article(ctx, ids[0]) // reading goes on
		return err
	})
	if err != nil {
		t.Error(err)
	}
	if err := b.SetRead(ctx, ids, true); err != nil {
		t.Errorf("SetRead afterwards: %v", err)
	}
}

func TestCancelled(t *testing.T) {
	t.Parallel()
	a := testArchive(t)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, _, err := a.Search(ctx, parse(t, "x"), 1); !errors.Is(err, context.Canceled) {
		t.Errorf("search: %v, want context.Canceled", err)
	}
	if _, err := a.Add(ctx, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("add: %v, want context.Canceled", err)
	}
	mustAdd(t, a, item("f", plainDigest("one", "2024-01-01", "some text"))) // the archive is none the worse
}

// Every beginning of every word of an article finds it.
func TestNoLostMatch(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	a := testArchive(t)
	c := newCorpus(60)
	for i := range 60 {
		mustAdd(t, a, item(c.people[i], c.article(i, 120)))
	}
	index(t, a)
	for i := 0; i < 60; i += 7 {
		d := c.article(i, 120)
		for k, w := range folded.Words(d.Plain.Text) {
			if k%5 != 0 {
				continue
			}
			for n := 1; n <= len(w); n++ {
				hits, _, err := a.Search(ctx, parse(t, w[:n]).Typing(), 100)
				if err != nil {
					t.Fatal(err)
				}
				found := false
				for _, h := range hits {
					found = found || h.Row.Title == d.Article.Title
				}
				if !found {
					t.Fatalf("%q does not find an article with %q", w[:n], w)
				}
			}
		}
	}
}

// The first version of the archive is brought up as well as a new one is made.
func TestFirstVersion(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "a.db")
	a := openOlder(t, path, 1)
	a.Close()
	if _, err := Open(ctx, path, Options{ReadOnly: true}); !errors.Is(err, ErrOlder) {
		t.Errorf("read-only: %v, want ErrOlder", err)
	}
	a = openAt(t, path)
	id := mustAdd(t, a, item("f", plainDigest("one", "2024-01-01", "some text")))[0].IDs[0]
	if _, err := a.Article(ctx, id); err != nil {
		t.Error(err)
	}
	if _, err := os.Stat(path + ".v1"); err != nil {
		t.Error(err)
	}
	made := openAt(t, filepath.Join(t.TempDir(), "b.db"))
	if left, err := filepath.Glob(made.Path() + ".v*"); err != nil || len(left) > 0 {
		t.Errorf("a new archive was backed up: %v", left)
	}
}

// The dates of names in an older archive, which were also those of adding, become those of articles with a date.
func TestDatesOfNamesAreBroughtUp(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "a.db")
	a := openOlder(t, path, 7)
	mustAdd(t, a, item("1", said("Talks", "2024-01-05", "[Anna Meyer] met [Jon Smith].")), item("2", said("Later", "", "[Anna Meyer] met [Eva Marek].")))
	if err := a.write(t.Context(), "as before", func(l *link) error { return l.do("UPDATE name SET first = 7, last = 1900000000") }); err != nil {
		t.Fatal(err)
	}
	a.Close()
	a = openAt(t, path)
	sound(t, a)
	if e := entityNamed(t, a, "anna meyer"); e.Articles != 2 || e.First.Year() != 2024 || e.Last.Year() != 2024 {
		t.Errorf("%+v", e)
	}
	if e := entityNamed(t, a, "eva marek"); e.Articles != 1 || !e.First.IsZero() || !e.Last.IsZero() {
		t.Errorf("%+v", e)
	}
}

// What stands in an older archive is copied before each migration, also where
// a copy of that version is there from long ago.
func TestEveryMigrationIsCopied(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "a.db")
	a := openOlder(t, path, 12)
	mustAdd(t, a, item("f", plainDigest("one", "2024-01-01", "some text")))
	a.Close()
	must(t, copyFile(path+".old", path), openAt(t, path).Close(), os.Rename(path+".old", path)) // brought up, and put back
	a = openOlder(t, path, 12)
	second := mustAdd(t, a, item("g", plainDigest("two", "2024-01-02", "more text")))[0].IDs[0]
	a.Close()
	for range 2 {
		must(t, openAt(t, path).Close())
	}
	copies, err := filepath.Glob(path + ".v*")
	if err != nil || !slices.Equal(copies, []string{path + ".v12", path + ".v12.2"}) {
		t.Fatalf("copies %v, %v", copies, err)
	}
	for i, want := range []error{ErrNoArticle, nil} {
		if _, err := openAt(t, copies[i]).Article(ctx, second); !errors.Is(err, want) {
			t.Errorf("%s: %v, want %v", copies[i], err, want)
		}
	}
}

// A copy of an older archive is brought up without another copy of it.
func TestNoBackup(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "a.db")
	openOlder(t, path, 1).Close()
	a, err := Open(t.Context(), path, Options{NoBackup: true})
	if err != nil {
		t.Fatal(err)
	}
	a.Close()
	if left, err := filepath.Glob(path + ".v*"); err != nil || len(left) > 0 {
		t.Errorf("copies %v, %v, want none", left, err)
	}
}

// copyFile copies a file that nobody has open.
func copyFile(to, from string) error {
	b, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	return os.WriteFile(to, b, 0o600)
}

// A step that another program has done in the meantime is not done again.
func TestStepDoneMeanwhile(t *testing.T) {
	t.Parallel()
	a := testArchive(t)
	ids := mustAdd(t, a, item("f", plainDigest("one", "2024-01-01", "some text")))[0].IDs
	for v := range len(schema.Steps) {
		if err := a.step(t.Context(), v); err != nil {
			t.Errorf("step %d: %v", v+1, err)
		}
	}
	read(t, a, ids[0])
	sound(t, a)
}
