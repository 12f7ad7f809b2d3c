package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"offprint/reader"
)

// One page of an archive is overwritten at a time: no more is lost than its rows, of which it holds thirty at most.
func TestSalvage(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	a := testArchive(t)
	c := newCorpus(300)
	var items []Item
	for i := range 300 {
		items = append(items, item(fmt.Sprint(i), c.article(i, 120)))
	}
	mustAdd(t, a, items...)
	art, err := a.Article(ctx, 7)
	if err != nil {
		t.Fatal(err)
	}
	h := &Highlight{Article: 7, Note: "kept", Anchor: reader.AnchorAt(art.Digest.Article.Markdown, reader.Span{Start: 5, End: 30})}
	for _, err := range []error{a.SetRead(ctx, []ID{7}, true), a.SetStarred(ctx, []ID{7}, true), a.ChangeTags(ctx, []ID{7}, []reader.Text{"dear"}, nil), a.SetHighlight(ctx, h)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	stub := stubOf("https://news.example/stub", "Stub", reader.Kept{Starred: true}, "floods")
	id := mustAdd(t, a, export(1, stub))[0].IDs[0]
	newer := c.article(6, 240) // article 7 is the sixth after the first
	newer.Article.Address = art.Digest.Article.Address
	packed := item("newer", newer)
	packed.Original = []byte("the file as it was")
	mustAdd(t, a, packed)
	for _, err := range []error{a.SetStarred(ctx, []ID{id}, false), a.NoteFetch(ctx, id, "no answer")} {
		if err != nil {
			t.Fatal(err)
		}
	}
	a.Close()
	whole, err := os.ReadFile(a.Path())
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	pages := len(whole) / 4096
	for k, page := range []int{-1, pages / 3, pages / 2, pages * 3 / 4, pages - 2} {
		b := append([]byte(nil), whole...)
		if page > 0 {
			for i := range 4096 {
				b[page*4096+i] = byte(i * 37)
			}
		}
		path := filepath.Join(dir, fmt.Sprint("damaged", k))
		if err := os.WriteFile(path, b, 0o600); err != nil {
			t.Fatal(err)
		}
		checkSalvage(t, path, page)
	}
}

func checkSalvage(t *testing.T, path string, page int) {
	t.Helper()
	ctx := context.Background()
	damaged, err := Open(ctx, path, Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer damaged.Close()
	saved, lost, err := damaged.Salvage(ctx, path+".new")
	if err != nil || saved < 271 || saved+lost < 301 || page < 0 && saved != 301 {
		t.Errorf("page %d: saved %d, lost %d, %v", page, saved, lost, err)
		return
	}
	fresh := openAt(t, path+".new")
	sound(t, fresh)
	l, err := fresh.List(ctx, View{Query: parse(t, "tag:dear is:starred is:read has:notes")})
	if err != nil || l.Len() != 1 {
		t.Errorf("page %d: %d articles as the reader left them, %v, want 1", page, l.Len(), err)
	}
	if page < 0 {
		text := list(t, fresh, "tag:dear")[0]
		if data, err := fresh.Original(ctx, text.ID); err != nil || string(data) != "the file as it was" || text.Versions != 1 {
			t.Errorf("original %q, %v, %d versions, want all as it was", data, err, text.Versions)
		}
		mustAdd(t, fresh, export(2, stubOf("https://news.example/stub", "Stub", reader.Kept{Starred: true})))
		stubs, err := fresh.Stubs(ctx, 0, 9)
		if err != nil || len(stubs) != 1 || stubs[0].Reason != "no answer" || read(t, fresh, stubs[0].ID).Row.Starred {
			t.Errorf("stubs %+v, %v, want one that failed and has no star", stubs, err)
		}
	}
	if _, _, err := damaged.Salvage(ctx, path+".new"); !errors.Is(err, fs.ErrExist) {
		t.Errorf("over a file that exists: %v, want fs.ErrExist", err)
	}
}
