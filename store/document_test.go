package store

import (
	"context"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"offprint/reader"
)

// What the articles of a large file are made from is kept once for each
// document, follows the text that is shown, survives salvage, and goes with the
// last article that needs it.
func TestDocument(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "archive.db")
	a := openAt(t, path)
	text := func(s string) string { return strings.Repeat(s+" sails to the island again after the storm. ", 8) }
	made := func(title, address string, from *reader.Document) reader.Digest {
		d := plainDigest(title, "2024-01-02", text(title))
		d.Article.Address, d.Article.From = reader.CleanLine(address), from
		return d
	}
	shared, own := &reader.Document{Name: "b\x1b.zip", Charset: "koi8-r", Data: []byte("two \xff ferries")}, &reader.Document{Data: []byte("one")}
	add := func(origin string, digests ...reader.Digest) []ID {
		t.Helper()
		it := item(origin, digests...)
		more := [][]reader.Digest{digests[2:], nil}
		it.Digests, it.More = digests[:2], func() ([]reader.Digest, error) { next := more[0]; more = more[1:]; return next, nil }
		return mustAdd(t, a, it)[0].IDs
	}
	ids := add("large.zip", made("Alder", "https://n.example/a", own), made("Birch", "https://n.example/b", shared),
		made("Cedar", "https://n.example/c", shared), made("Dogwood", "https://n.example/d", nil))
	check := func(in *Archive, when string, want ...string) {
		t.Helper()
		for i, w := range want {
			d, err := in.Document(ctx, ids[i])
			got := "none"
			if d != nil {
				got = string(d.Data)
			}
			if err != nil || got != w {
				t.Errorf("%s: number %d is made from %q, %v, want %q", when, i, got, err, w)
			}
		}
	}
	check(a, "at first", "one", "two \xff ferries", "two \xff ferries", "none")
	if d, _ := a.Document(ctx, ids[1]); d.Name != "b\x1b.zip" || d.Charset != "koi8-r" {
		t.Errorf("a document is called %q in %q", d.Name, d.Charset)
	}

	// The file is read once more, with more in it: what is there is not kept twice.
	held := func() int64 {
		t.Helper()
		var n int64
		err := a.read(ctx, "count", func(l *link) (err error) {
			n, err = l.number("SELECT count(*) FROM document")
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	copied := *shared
	again := add("large.zip", made("Alder", "https://n.example/a", &reader.Document{Data: []byte("one")}), made("Birch", "https://n.example/b", &copied),
		made("Cedar", "https://n.example/c", &copied), made("Dogwood", "https://n.example/d", nil), made("Elder", "https://n.example/e", nil))
	if !slices.Equal(again[:4], ids) || held() != 2 {
		t.Errorf("read again: articles %v with %d documents, want %v with 2", again, held(), ids)
	}
	check(a, "read again", "one", "two \xff ferries", "two \xff ferries", "none")

	// A newer text of another file has its original there.
	newer := item("page.html", plainDigest("Alder", "2024-01-02", text("Alder, not Oak,")))
	newer.Digests[0].Article.Address, newer.Original, newer.Modified = "https://n.example/a", []byte("page"), newer.Modified.Add(time.Hour)
	if out := mustAdd(t, a, newer)[0]; out.Status != StatusUpdated || out.IDs[0] != ids[0] {
		t.Fatalf("the newer text: %+v", out)
	}
	check(a, "updated", "none", "two \xff ferries")

	to := filepath.Join(t.TempDir(), "salvaged.db")
	if _, _, err := a.Salvage(ctx, to); err != nil {
		t.Fatal(err)
	}
	check(openAt(t, to), "salvaged", "none", "two \xff ferries", "two \xff ferries", "none")

	// The file is cut to less than what is kept as a whole.
	small := item("large.zip", made("Birch", "https://n.example/b", nil))
	small.Original = []byte("the file")
	mustAdd(t, a, small)
	check(a, "kept whole", "none", "none", "two \xff ferries")
	if got, err := a.Original(ctx, ids[1]); err != nil || string(got) != "the file" {
		t.Errorf("the original is %q, %v", got, err)
	}

	if err := a.Delete(ctx, ids[2:3]); err != nil {
		t.Fatal(err)
	}
	if _, err := a.Purge(ctx, time.Date(2027, 1, 1, 0, 0, 0, 0, time.UTC)); err != nil {
		t.Fatal(err)
	}
	if left := held(); left != 1 { // that of the older text of the first
		t.Errorf("%d documents left", left)
	}
}
