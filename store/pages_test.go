package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"offprint/reader"
)

// TestAppearancesInPages: the articles of an entity come page by page as they
// come at once, the newest first, of one name and of several, and each line
// has the names marked that stand in it.
func TestAppearancesInPages(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	a := testArchive(t)
	for i := range 9 {
		text := "Before it  nothing is said. [Anna Meyer] and [Ina Kay] left; [Anna Meyer] came back."
		if i%3 == 0 {
			text = "[Ina Kay] left alone."
		}
		mustAdd(t, a, item(fmt.Sprint(i), said(fmt.Sprint(i), fmt.Sprintf("2024-01-%02d", 1+(i*4)%9), text)))
	}
	anna, ina := known(t, a, "Anna Meyer"), known(t, a, "Ina Kay")
	for _, want := range []struct{ articles, marks int }{{6, 2}, {9, 3}} {
		all, err := a.Appearances(ctx, anna.ID, 0, 100)
		if err != nil || len(all) != want.articles {
			t.Fatalf("%d articles, %v, want %d", len(all), err, want.articles)
		}
		for i, at := range all {
			if i > 0 && at.Row.Published.After(all[i-1].Row.Published) {
				t.Errorf("article %d is newer than the one before", i)
			}
			var marked []string
			for _, m := range at.Marks {
				marked = append(marked, string(at.Line.Slice(m)))
			}
			if len(marked) != at.Count || slices.ContainsFunc(marked, func(s string) bool { return s != "Anna Meyer" && s != "Ina Kay" }) {
				t.Errorf("%q in %q, want %d names", marked, at.Line, at.Count)
			}
			if at.Count > want.marks {
				t.Errorf("%d names in %q, want %d at most", at.Count, at.Line, want.marks)
			}
		}
		var paged []ID
		for offset := 0; ; offset += 2 {
			page, err := a.Appearances(ctx, anna.ID, offset, 2)
			if err != nil {
				t.Fatal(err)
			}
			if len(page) == 0 {
				break
			}
			for _, at := range page {
				paged = append(paged, at.Row.ID)
			}
		}
		for i, at := range all {
			if i >= len(paged) || paged[i] != at.Row.ID || len(paged) != len(all) {
				t.Fatalf("in pages %v, at once %d at %d", paged, at.Row.ID, i)
			}
		}
		if err := a.MergeEntities(ctx, ina.ID, anna.ID); err != nil && want.articles == 6 {
			t.Fatal(err)
		}
	}
}

// TestTagsGivenTwice: one tag in two spellings is given once, and one that is
// taken away and given again stays.
func TestTagsGivenTwice(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	a := testArchive(t)
	id := mustAdd(t, a, item("a", plainDigest("one", "2024-01-02", "words")))[0].IDs[0]
	tags := func() string { return fmt.Sprint(read(t, a, id).Row.Tags) }
	for _, c := range []struct {
		add, remove []reader.Text
		want        string
	}{
		{[]reader.Text{"Déar", "dear", "DEAR"}, nil, "[Déar]"},
		{[]reader.Text{"sea"}, []reader.Text{"sea"}, "[Déar sea]"},
		{nil, []reader.Text{"dear", "DÉAR", "never"}, "[sea]"},
		{[]reader.Text{"sea"}, nil, "[sea]"},
		{[]reader.Text{"Ärger", "—"}, []reader.Text{"sea"}, "[sea]"}, // refused as a whole
	} {
		err := a.ChangeTags(ctx, []ID{id, id}, c.add, c.remove)
		if refused := slices.Contains(c.add, "—"); errors.Is(err, ErrNoTag) != refused || err != nil && !refused {
			t.Errorf("add %q, remove %q: %v", c.add, c.remove, err)
		}
		if got := tags(); got != c.want {
			t.Errorf("add %q, remove %q: %s, want %s", c.add, c.remove, got, c.want)
		}
	}
	for range 3 {
		if _, err := a.Undo(ctx); err != nil {
			break
		}
	}
	if got := tags(); got != "[]" {
		t.Errorf("after undo of all: %s", got)
	}
	sound(t, a)
}

// TestBackupOfWhatCannotBeWritten: an archive that is only read has a backup
// like any other, which is never laid over a file.
func TestBackupOfWhatCannotBeWritten(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	a := testArchive(t)
	id := mustAdd(t, a, item("a", plainDigest("one", "2024-01-02", "some words")))[0].IDs[0]
	index(t, a)
	r, err := Open(ctx, a.Path(), Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	to := filepath.Join(t.TempDir(), "a b%?#.db")
	if err := r.Backup(ctx, to); err != nil {
		t.Fatal(err)
	}
	copied := openAt(t, to)
	sound(t, copied)
	if art := read(t, copied, id); art.Row.Title != "one" {
		t.Errorf("the backup has %+v", art.Row)
	}
	if hits, _, err := copied.Search(ctx, parse(t, "words"), 9); err != nil || len(hits) != 1 {
		t.Errorf("the backup finds %v, %v", hits, err)
	}
	if err := r.Backup(ctx, to); !errors.Is(err, fs.ErrExist) {
		t.Errorf("over a file: %v, want fs.ErrExist", err)
	}
	if err := r.Backup(ctx, filepath.Join(t.TempDir(), "no", "b.db")); !errors.Is(err, ErrNotExist) {
		t.Errorf("into no folder: %v, want ErrNotExist", err)
	}
	left, err := filepath.Glob(filepath.Join(filepath.Dir(to), "*"))
	if err != nil || slices.ContainsFunc(left, func(p string) bool { return p != to && p != to+"-wal" && p != to+"-shm" }) {
		t.Errorf("beside the backup there are %q, %v", left, err)
	}
	if _, err := os.Stat(a.Path()); err != nil {
		t.Error(err)
	}
}
