package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

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
	late, stop := context.WithDeadline(ctx, time.Now().Add(-time.Second))
	defer stop()
	err := a.Backup(late, to+".2")
	if _, ours := errors.AsType[*Error](err); !errors.Is(err, context.DeadlineExceeded) || ours {
		t.Errorf("out of time: %v, want the context's own error", err)
	}
	left, err := os.ReadDir(filepath.Dir(to))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range left {
		if strings.HasPrefix(f.Name(), ".") || strings.HasSuffix(f.Name(), ".2") {
			t.Errorf("left behind: %s", f.Name())
		}
	}
}
