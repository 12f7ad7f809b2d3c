package store

import (
	"context"
	"strings"
	"testing"

	"offprint/reader"
)

// TestPurgeLeavesNoWords: what was deleted for good is in no part of the
// archive any more, files that it came from earlier and the journal included.
func TestPurgeLeavesNoWords(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	a := testArchive(t)
	file := func(origin, address, text string) Item {
		it := item(origin, plainDigest("Harbour", "2024-01-02", text))
		it.Digests[0].Article.Address, it.Original = reader.CleanLine(address), []byte("the page of "+origin)
		return it
	}
	const first, second = "The secretharbour lies still. Nobody came.", "The secretharbour lies still. Nobody came to see it."
	mustAdd(t, a, file("old.html", "https://n.example/a", first))
	id := mustAdd(t, a, file("new.html", "https://n.example/a", second))[0].IDs[0]
	other := mustAdd(t, a, file("other.html", "https://n.example/b", "Another text."))[0].IDs[0]
	for _, of := range []ID{id, other} {
		text := read(t, a, of).Digest.Article.Markdown
		must(t, a.SetHighlight(ctx, &Highlight{Article: of, Note: "a noted thing", Anchor: reader.AnchorAt(text, reader.Span{Start: 4, End: 12})}))
	}
	mended := plainDigest("Harbour", "2024-01-02", "The secretharbour, as it was.")
	must(t, a.ShowAs(ctx, id, true, &mended), a.Delete(ctx, []ID{id}))
	if n, err := a.Purge(ctx, a.now().AddDate(1, 0, 0)); err != nil || n != 1 {
		t.Fatal(n, err)
	}
	err := a.read(ctx, "look", func(l *link) error {
		for what, text := range map[string]string{
			"files":   "SELECT count(*) FROM file WHERE original IS NOT NULL",
			"journal": "SELECT count(*) FROM journal WHERE steps LIKE '%noted%'",
		} {
			if n, err := l.number(text); err != nil || n != 1 { // that of the other article
				t.Errorf("%s: %d kept, %v, want 1", what, n, err)
			}
		}
		n, err := l.number("SELECT count(*) FROM journal WHERE steps LIKE '%secretharbour%'")
		if n != 0 {
			t.Errorf("the journal has %d texts", n)
		}
		return err
	})
	must(t, err)
	for _, again := range []func(context.Context) (reader.Text, error){a.Undo, a.Redo} {
		for range 4 {
			if _, err := again(ctx); err != nil {
				t.Fatal(err)
			}
		}
		sound(t, a)
	}
	if h := read(t, a, other).Highlights; len(h) != 1 || !strings.Contains(string(h[0].Note), "noted") {
		t.Errorf("the other article's highlights: %+v", h)
	}
}

// TestPurgeKeepsWhatOthersNeed: the original of a file stays while an article
// of it does, also one that a later reading did not find in the file.
func TestPurgeKeepsWhatOthersNeed(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	a := testArchive(t)
	first, second := plainDigest("One", "2024-01-02", "First words."), plainDigest("Two", "2024-01-03", "Second words.")
	first.Article.Address, second.Article.Address = "https://n.example/1", "https://n.example/2"
	whole := item("list", first, second)
	whole.Original = []byte("both")
	ids := mustAdd(t, a, whole)[0].IDs
	cut := item("list", first)
	cut.Original = []byte("the first")
	mustAdd(t, a, cut)
	for i, id := range ids {
		must(t, a.Delete(ctx, []ID{id}))
		if n, err := a.Purge(ctx, a.now().AddDate(1, 0, 0)); err != nil || n != 1 {
			t.Fatal(n, err)
		}
		err := a.read(ctx, "look", func(l *link) error {
			n, err := l.number("SELECT count(*) FROM file WHERE original IS NOT NULL")
			if want := int64(1 - i); n != want {
				t.Errorf("%d articles purged: %d originals, want %d", i+1, n, want)
			}
			return err
		})
		must(t, err)
	}
}

// TestPurgeOfAJoinedStub: what was done to a highlight on a stub can still be
// undone when the highlight went to its text, and the stub for good.
func TestPurgeOfAJoinedStub(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	a := testArchive(t)
	text := mustAdd(t, a, item("river.html", page("https://news.example/river", "River", "2015-05-30", river)))[0].IDs[0]
	stub := mustAdd(t, a, export(1, stubOf("https://short.example/1", "One", reader.Kept{Saved: june, Passages: []reader.Passage{{Text: "Nobody was hurt.", Note: "luck"}}})))[0].IDs[0]
	h := read(t, a, stub).Highlights[0]
	h.Note = "more than luck"
	must(t, a.SetHighlight(ctx, &h))
	fetched := item("https://short.example/1", page("https://news.example/river", "River", "2015-05-30", river))
	fetched.Fills = stub
	mustAdd(t, a, fetched)
	if n, err := a.Purge(ctx, a.now().AddDate(1, 0, 0)); err != nil || n != 1 {
		t.Fatal(n, err)
	}
	if _, err := a.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	if got := read(t, a, text).Highlights; len(got) != 1 || got[0].Note != "luck" {
		t.Errorf("after undo: %+v", got)
	}
}
