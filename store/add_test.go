package store

import (
	"context"
	"reflect"
	"strings"
	"testing"

	"offprint/reader"
	"offprint/store/address"
)

func TestArticleRoundTrip(t *testing.T) {
	t.Parallel()
	a := testArchive(t)
	c := newCorpus(10)
	want := c.article(3, 400)
	want.Article.Tags = []reader.Text{"Diplomacy", "diplomacy", "Iran"}
	want.Article.Repairs = []reader.Repair{{Kind: reader.RepairHyphen, Text: "in-formed"}}
	out := mustAdd(t, a, item("a.md", want))
	if out[0].Status != StatusAdded {
		t.Fatalf("status %v, want added", out[0].Status)
	}
	got, err := a.Article(context.Background(), out[0].IDs[0])
	if err != nil {
		t.Fatal(err)
	}
	want.Article.Tags = []reader.Text{"Diplomacy", "Iran"}
	if !reflect.DeepEqual(got.Digest.Plain, want.Plain) {
		t.Error("plain text differs")
	}
	if !reflect.DeepEqual(got.Digest.Quotes, want.Quotes) {
		t.Errorf("quotes %+v, want %+v", got.Digest.Quotes, want.Quotes)
	}
	if !reflect.DeepEqual(got.Digest.Entities, want.Entities) {
		t.Errorf("entities %+v, want %+v", got.Digest.Entities, want.Entities)
	}
	if !reflect.DeepEqual(got.Digest.Article, want.Article) {
		t.Errorf("article %+v, want %+v", got.Digest.Article, want.Article)
	}
	if len(got.Named) != len(want.Entities) || got.Named[0].Entity == 0 || got.Named[0].Articles != 1 {
		t.Errorf("named %+v", got.Named)
	}
	quoteIDs(t, a, got)
}

func TestAddAgain(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	a := testArchive(t)
	long := strings.Repeat("A long enough text to be told apart. ", 10)
	d := plainDigest("One", "2024-01-02", long)
	d.Article.Address = "https://www.News.example:443/one?utm_source=x&b=2&a=1#top"
	first := mustAdd(t, a, item("one.md", d))[0]
	again := mustAdd(t, a, item("one.md", d))[0]
	if again.Status != StatusUnchanged || again.IDs[0] != first.IDs[0] {
		t.Errorf("same file again: %+v, want unchanged %v", again, first.IDs)
	}
	if known, err := a.Known(ctx, "one.md", 1, item("x").Modified); err != nil || !known {
		t.Errorf("Known = %v, %v, want true", known, err)
	}
	copied := d
	copied.Article.Address = ""
	if got := mustAdd(t, a, item("copy.md", copied))[0]; got.Status != StatusUnchanged || got.IDs[0] != first.IDs[0] {
		t.Errorf("same text in another file: %+v, want unchanged %v", got, first.IDs)
	}
	update := plainDigest("One, updated", "2024-01-03", long+"And more.")
	update.Article.Address = "http://news.example/one?a=1&b=2"
	if got := mustAdd(t, a, item("newer.md", update))[0]; got.Status != StatusUpdated || got.IDs[0] != first.IDs[0] {
		t.Errorf("same address with another text: %+v, want updated %v", got, first.IDs)
	}
	if got := mustAdd(t, a, item("older.md", d))[0]; got.Status != StatusUnchanged {
		t.Errorf("older text again: %v, want unchanged", got.Status)
	}
	art, err := a.Article(ctx, first.IDs[0])
	if err != nil {
		t.Fatal(err)
	}
	if art.Row.Title != "One, updated" || art.Row.Versions != 1 {
		t.Errorf("shown %q with %d versions, want the newer with 1", art.Row.Title, art.Row.Versions)
	}
	versions, err := a.Versions(ctx, first.IDs[0])
	if err != nil || len(versions) != 1 || string(versions[0].Markdown) != long {
		t.Errorf("versions %+v, %v", versions, err)
	}
	// A file that holds another article now does not hide the one that it held.
	mustAdd(t, a, item("reused.md", plainDigest("First", "2024-01-05", "First. "+long)))
	mustAdd(t, a, item("reused.md", plainDigest("Second", "2024-01-06", "Second. "+long)))
	if got := mustAdd(t, a, item("first.md", plainDigest("First", "2024-01-05", "First. "+long)))[0]; got.Status != StatusAdded {
		t.Errorf("an article whose file was used again: %v, want added", got.Status)
	}
	edited := plainDigest("Note", "2024-01-04", "short note")
	id := mustAdd(t, a, item("note.md", edited))[0].IDs[0]
	edited = plainDigest("Note", "2024-01-04", "short note, edited")
	if got := mustAdd(t, a, item("note.md", edited))[0]; got.Status != StatusUpdated || got.IDs[0] != id {
		t.Errorf("edited file: %+v, want updated %v", got, id)
	}
}

// Articles that an older program added are known by their addresses as they are compared now.
func TestReaddress(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	a := testArchive(t)
	id := mustAdd(t, a, item("one.md", page("https://news.example/Norway's%20sun", "One", "2024-01-01", "A text.")))[0].IDs[0]
	err := a.write(ctx, "forget", func(l *link) error {
		if err := l.do("DELETE FROM identity"); err != nil {
			return err
		}
		return l.setFact(factAddresses, address.Form-1)
	})
	if err != nil {
		t.Fatal(err)
	}
	if out := mustAdd(t, a, item("two.md", page("http://news.example/Norway%27s%20sun", "One", "2024-01-01", "Another text.")))[0]; out.IDs[0] != id {
		t.Errorf("%+v, want %d updated", out, id)
	}
}

// A file that was moved holds the same article, however short; among others in
// one file a short text is known by that file.
func TestShortMoved(t *testing.T) {
	t.Parallel()
	a := testArchive(t)
	note := func(title, text string) reader.Digest { return plainDigest(title, "", text) }
	first := mustAdd(t, a, item("a/note.txt", note("Ferry", "It sails again.")))[0]
	moved := mustAdd(t, a, item("b/note.txt", note("Ferry", "It sails again.")))[0]
	if moved.Status != StatusUnchanged || moved.IDs[0] != first.IDs[0] {
		t.Errorf("moved: %+v, want %+v", moved, first)
	}
	other := mustAdd(t, a, item("c/note.txt", note("Bridge", "It sails again.")))[0]
	if other.Status != StatusAdded || other.IDs[0] == first.IDs[0] {
		t.Errorf("under another title: %+v", other)
	}
	box := mustAdd(t, a, item("box.mbox", note("Ferry", "It sails again."), note("Weir", "It sails again.")))[0]
	if box.Status != StatusAdded || box.IDs[0] == first.IDs[0] {
		t.Errorf("among others: %+v", box)
	}
}
