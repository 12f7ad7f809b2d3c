package store

import (
	"context"
	"strings"
	"testing"

	"offprint/reader"
)

// A file that is read anew although it has not changed: what the makers find
// now and did not find then is taken, a text that they make otherwise is shown
// and the older kept, and what a large file's articles are made from is kept.
func TestAgain(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	a := testArchive(t)
	text := strings.Repeat("The ferry sails to the island again after the storm. ", 8)
	d := plainDigest("The ferry", "2024-01-02", text)
	id := mustAdd(t, a, item("ferry.html", d))[0].IDs[0]
	again := func(d reader.Digest, want Status) {
		t.Helper()
		it := item("ferry.html", d)
		it.FileHash, it.Again = item("ferry.html", plainDigest("The ferry", "2024-01-02", text)).FileHash, true
		if got := mustAdd(t, a, it)[0]; got.Status != want || got.IDs[0] != id {
			t.Errorf("%+v, want %v of %d", got, want, id)
		}
	}
	again(d, StatusUnchanged)
	d.Article.Byline = "Jane Roe"
	if got := mustAdd(t, a, item("ferry.html", d))[0]; got.Status != StatusUnchanged {
		t.Errorf("not asked for: %+v", got)
	}
	again(d, StatusUpdated)
	d = plainDigest("The ferry", "2024-01-02", text+"It had been away for a week.")
	d.Article.Byline = "Jane Roe"
	again(d, StatusUpdated)
	got, err := a.Article(ctx, id)
	if err != nil {
		t.Fatal(err)
	}
	if got.Row.Byline != "Jane Roe" || got.Row.Versions != 1 || !strings.HasSuffix(string(got.Digest.Article.Markdown), "a week.") {
		t.Errorf("by %q, %d versions, %q", got.Row.Byline, got.Row.Versions, got.Digest.Article.Markdown)
	}

	box := plainDigest("The mill", "2024-01-03", strings.Repeat("The mill turns again after the storm. ", 8))
	ids := mustAdd(t, a, item("large.zip", box))[0].IDs
	box.Article.From = &reader.Document{Name: "mill.html", Data: []byte("the page")}
	it := item("large.zip", box)
	it.Again = true
	mustAdd(t, a, it)
	if kept, err := a.Document(ctx, ids[0]); err != nil || kept == nil || string(kept.Data) != "the page" {
		t.Errorf("kept %+v, %v", kept, err)
	}
}
