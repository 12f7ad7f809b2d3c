package store

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"offprint/reader"
)

// stubOf is a stub as an export has it.
func stubOf(address, title string, kept reader.Kept, tags ...reader.Text) reader.Digest {
	d := plainDigest(title, "", "")
	d.Article.Stub, d.Article.Address, d.Article.Kept, d.Article.Tags = true, reader.CleanLine(address), kept, tags
	d.Article.Format = reader.FormatExport
	return d
}

// page is an article with its text.
func page(address, title, day, text string) reader.Digest {
	d := plainDigest(title, day, text)
	d.Article.Address = reader.CleanLine(address)
	return d
}

// export is a file of stubs; each round is another file.
func export(round int, digests ...reader.Digest) Item {
	it := item(fmt.Sprintf("export%d.csv", round), digests...)
	it.FileHash[0], it.FileHash[1] = byte(round), 1
	return it
}

func list(t testing.TB, a *Archive, q string) []Row {
	t.Helper()
	l, err := a.List(context.Background(), View{Query: parse(t, q), Group: GroupNone, Sort: SortAdded})
	if err != nil || l.Len() == 0 {
		return nil
	}
	rows, err := l.Rows(context.Background(), 0, 0, 100)
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func read(t testing.TB, a *Archive, id ID) *Article {
	t.Helper()
	art, err := a.Article(context.Background(), id)
	if err != nil {
		t.Fatal(err)
	}
	return art
}

const river = "The river rose in the night. By morning the lower town stood under water, and the bridge was closed. Nobody was hurt."

var june = time.Date(2015, 6, 1, 8, 0, 0, 0, time.UTC)

func TestStubThenText(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	a := testArchive(t)
	stub := stubOf("https://news.example/river?utm_source=x", "The river", reader.Kept{Saved: june, Read: true, Starred: true,
		Passages: []reader.Passage{{Text: "the lower town — stood under  water,", Note: "look up"}, {Text: "words that are nowhere"}}}, "floods")
	stub.Article.Byline = "A. Writer"
	out := mustAdd(t, a, export(1, stub))[0]
	if out.Status != StatusStub {
		t.Errorf("status %v, want stub", out.Status)
	}
	id := out.IDs[0]
	art := read(t, a, id)
	if r := art.Row; !r.Stub || !r.Read || !r.Starred || !r.Added.Equal(june) || r.Highlights != 2 || titles(list(t, a, "is:stub tag:floods")) != "The river" {
		t.Errorf("stub %+v", r)
	}
	for _, h := range art.Highlights {
		if !h.Lost || !h.Created.Equal(june) {
			t.Errorf("highlight of a stub %+v, want lost, made when saved", h)
		}
	}
	text := page("http://www.news.example/river", "River floods lower town", "2015-05-30", river)
	out = mustAdd(t, a, item("river.html", text))[0]
	if out.Status != StatusUpdated || out.IDs[0] != id {
		t.Errorf("the text: %+v, want updated %d", out, id)
	}
	art = read(t, a, id)
	if r := art.Row; r.Stub || !r.Read || !r.Starred || !r.Added.Equal(june) || r.Byline != "A. Writer" || r.Title != "River floods lower town" ||
		r.Versions != 0 || len(r.Tags) != 1 || r.Published.Year() != 2015 {
		t.Errorf("filled %+v", r)
	}
	if art.Digest.Article.Stub || len(list(t, a, "is:stub")) != 0 {
		t.Error("it is still a stub")
	}
	found := art.Highlights[0]
	if found.Lost || found.Anchor.Exact != "the lower town stood under water," || found.Note != "look up" || !art.Highlights[1].Lost {
		t.Errorf("highlights %+v", art.Highlights)
	}
	if stubs, err := a.Stubs(ctx, 0, 10); err != nil || len(stubs) != 0 {
		t.Errorf("stubs left %v, %v", stubs, err)
	}
	index(t, a)
	sound(t, a)
}

func TestTextThenStub(t *testing.T) {
	t.Parallel()
	a := testArchive(t)
	id := mustAdd(t, a, item("river.html", page("https://news.example/river", "River", "", river)))[0].IDs[0]
	stub := stubOf("https://news.example/river", "The river", reader.Kept{Saved: june, Read: true, Starred: true,
		Passages: []reader.Passage{{Text: "Nobody was hurt"}, {Note: "on the whole"}}}, "floods")
	stub.Article.Published = june
	if out := mustAdd(t, a, export(1, stub))[0]; out.Status != StatusUpdated || out.IDs[0] != id {
		t.Errorf("the stub: %+v, want updated %d", out, id)
	}
	art := read(t, a, id)
	if r := art.Row; r.Stub || r.Read || !r.Starred || r.Title != "River" || !r.Added.Equal(june) || !r.Published.Equal(june) || r.Highlights != 2 {
		t.Errorf("joined %+v", r)
	}
	if string(art.Digest.Article.Markdown) != river || len(list(t, a, "tag:floods")) != 1 {
		t.Errorf("text %q", art.Digest.Article.Markdown)
	}
	for _, h := range art.Highlights {
		if h.Lost {
			t.Errorf("lost: %+v", h)
		}
	}
	if out := mustAdd(t, a, export(2, stub))[0]; out.Status != StatusUnchanged {
		t.Errorf("the same again: %v, want unchanged", out.Status)
	}
	index(t, a)
	sound(t, a)
}

// What the reader took away does not come back with the next export, not even after the text came.
func TestKeptOnce(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	a := testArchive(t)
	stub := stubOf("https://news.example/river", "The river", reader.Kept{Read: true, Starred: true,
		Passages: []reader.Passage{{Text: "Nobody was hurt."}}}, "floods", "rivers")
	id := mustAdd(t, a, export(1, stub))[0].IDs[0]
	ids := []ID{id}
	for _, err := range []error{a.SetRead(ctx, ids, false), a.SetStarred(ctx, ids, false), a.ChangeTags(ctx, ids, nil, []reader.Text{"Floods"}),
		a.RemoveHighlight(ctx, read(t, a, id).Highlights[0].ID)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	if out := mustAdd(t, a, export(2, stub))[0]; out.Status != StatusUnchanged {
		t.Errorf("status %v, want unchanged", out.Status)
	}
	mustAdd(t, a, item("river.html", page("https://news.example/river", "River", "2015-05-30", river)))
	more := stub
	more.Article.Tags = []reader.Text{"FLOODS", "new"}
	more.Article.Kept.Passages = []reader.Passage{{Text: "nobody was hurt"}, {Text: "the bridge was closed"}, {Text: "The bridge was closed", Note: "which?"}}
	mustAdd(t, a, export(3, more))
	r := read(t, a, id)
	if r.Row.Read || r.Row.Starred || len(r.Row.Tags) != 2 || r.Row.Tags[0] != "rivers" || r.Row.Tags[1] != "new" {
		t.Errorf("came back: %+v", r.Row)
	}
	if len(r.Highlights) != 1 || r.Highlights[0].Note != "which?" || r.Highlights[0].Anchor.Exact != "the bridge was closed" {
		t.Errorf("highlights %+v, want the new one with its note", r.Highlights)
	}
	sound(t, a)
}

func TestDescriptions(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	for _, c := range []struct {
		description string
		versions    int
	}{{"", 0}, {"By morning the lower town stood under water", 0}, {"A note of my own: ask the mayor.", 1}} {
		for _, first := range []string{"stub", "text"} {
			a := testArchive(t)
			stub := page("https://news.example/river", "The river", "", c.description)
			stub.Article.Stub = true
			items := []Item{export(1, stub), item("river.html", page("https://news.example/river", "River", "", river))}
			if first == "text" {
				items[0], items[1] = items[1], items[0]
			}
			id := mustAdd(t, a, items...)[0].IDs[0]
			for round := range 2 {
				mustAdd(t, a, export(2+round, stub))
			}
			art := read(t, a, id)
			versions, err := a.Versions(ctx, id)
			if err != nil || len(versions) != c.versions || art.Row.Versions != c.versions || string(art.Digest.Article.Markdown) != river {
				t.Errorf("%q, %s first: %d versions (%d counted), %v, want %d", c.description, first, len(versions), art.Row.Versions, err, c.versions)
			}
		}
	}
}

// Stubs of one page are one, also of pages that texts are not recognised by; stubs of different pages are not.
func TestStubsAreToldApart(t *testing.T) {
	t.Parallel()
	a := testArchive(t)
	same := strings.Repeat("All the news of the valley, every day. ", 10)
	described := func(address string) reader.Digest {
		d := page(address, address, "", same)
		d.Article.Stub = true
		return d
	}
	titled := stubOf("", "A Book", reader.Kept{Passages: []reader.Passage{{Text: "some words"}}})
	all := []reader.Digest{
		described("https://news.example/1"), described("https://news.example/2"), described("https://news.example/"),
		described("ftp:file"), titled, stubOf("", "Another Book", reader.Kept{}),
	}
	first := mustAdd(t, a, export(1, all...))[0]
	for i, d := range all {
		out := mustAdd(t, a, export(2+i, d))[0]
		if out.Status != StatusUnchanged || out.IDs[0] != first.IDs[i] {
			t.Errorf("%s again: %+v, want unchanged %d", d.Article.Title, out, first.IDs[i])
		}
	}
	if n := len(list(t, a, "is:stub")); n != len(all) {
		t.Errorf("%d stubs, want %d", n, len(all))
	}
	if r := read(t, a, first.IDs[0]).Row; r.Copies != 0 {
		t.Errorf("stubs with one description have %d copies", r.Copies)
	}
	shuffled := []reader.Digest{all[1], all[0], all[4], all[2], all[3], stubOf("https://news.example/9", "Nine", reader.Kept{})}
	out := mustAdd(t, a, Item{Origin: "export1.csv", FileHash: [32]byte{77}, Digests: shuffled})[0]
	if out.IDs[0] != first.IDs[1] || out.IDs[2] != first.IDs[4] || out.Status != StatusStub {
		t.Errorf("in another order: %+v, were %v", out, first.IDs)
	}
}

// A service that could not read a page has its address for a title; any other title is better.
func TestTitleThatIsAnAddress(t *testing.T) {
	t.Parallel()
	a := testArchive(t)
	const address = "https://news.example/"
	id := mustAdd(t, a, export(1, stubOf(address, address, reader.Kept{})))[0].IDs[0]
	mustAdd(t, a, export(2, stubOf(address, "The News", reader.Kept{})))
	if r := read(t, a, id).Row; r.Title != "The News" {
		t.Errorf("title %q", r.Title)
	}
	mustAdd(t, a, export(3, stubOf(address, address, reader.Kept{})))
	if r := read(t, a, id).Row; r.Title != "The News" {
		t.Errorf("title %q after the address came again", r.Title)
	}
}

func TestFills(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	a := testArchive(t)
	kept := reader.Kept{Starred: true, Saved: june, Passages: []reader.Passage{{Text: "Nobody was hurt."}}}
	ids := mustAdd(t, a, export(1, stubOf("https://short.example/1", "One", kept, "floods"), stubOf("https://short.example/2", "Two", kept, "more")))[0].IDs
	fetched := item("https://short.example/1", page("https://news.example/river", "River", "2015-05-30", river))
	fetched.Fills = ids[0]
	if out := mustAdd(t, a, fetched)[0]; out.IDs[0] != ids[0] {
		t.Errorf("fetched: %+v, want %d", out, ids[0])
	}
	if err := a.NoteFetch(ctx, ids[1], "404 Not Found"); err != nil {
		t.Fatal(err)
	}
	if err := a.NoteFetch(ctx, ids[0], "x"); !errors.Is(err, ErrNoArticle) {
		t.Errorf("a failure for a text: %v, want ErrNoArticle", err)
	}
	stubs, err := a.Stubs(ctx, 0, 10)
	if err != nil || len(stubs) != 1 || stubs[0].Reason != "404 Not Found" || stubs[0].Tried.IsZero() || stubs[0].Address != "https://short.example/2" {
		t.Errorf("stubs %+v, %v", stubs, err)
	}
	// The second leads to the same page: one article has all.
	fetched.Origin, fetched.Fills = "https://short.example/2", ids[1]
	if out := mustAdd(t, a, fetched)[0]; out.IDs[0] != ids[0] {
		t.Errorf("fetched again: %+v, want %d", out, ids[0])
	}
	r := read(t, a, ids[0]).Row
	if !r.Starred || len(r.Tags) != 2 || r.Title != "River" || r.Stub || len(list(t, a, "")) != 1 {
		t.Errorf("joined %+v", r)
	}
	// Both addresses lead to it now.
	for i, address := range []string{"https://short.example/1", "https://short.example/2"} {
		if out := mustAdd(t, a, export(5+i, stubOf(address, "One", kept)))[0]; out.IDs[0] != ids[0] || out.Status != StatusUnchanged {
			t.Errorf("%s: %+v, want unchanged %d", address, out, ids[0])
		}
	}
	index(t, a)
	sound(t, a)
	if n, err := a.Purge(ctx, a.now().Add(time.Hour)); err != nil || n != 1 {
		t.Errorf("purged %d, %v", n, err)
	}
	sound(t, a)
}

// What was done with a highlight of a stub can be undone when the stub has
// become part of another article, and stays with that.
func TestUndoAfterStubWasJoined(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	a := testArchive(t)
	text := mustAdd(t, a, item("river.html", page("https://news.example/river", "River", "2015-05-30", river)))[0].IDs[0]
	kept := reader.Kept{Saved: june, Passages: []reader.Passage{{Text: "Nobody was hurt.", Note: "luck"}, {Text: "the bridge was closed", Note: "which?"}}}
	stub := mustAdd(t, a, export(1, stubOf("https://short.example/1", "One", kept)))[0].IDs[0]
	marks := read(t, a, stub).Highlights
	if stub == text || len(marks) != 2 {
		t.Fatalf("stub %d, text %d, highlights %+v", stub, text, marks)
	}
	marks[0].Note = "more than luck"
	if err := a.SetHighlight(ctx, &marks[0]); err != nil {
		t.Fatal(err)
	}
	if err := a.RemoveHighlight(ctx, marks[1].ID); err != nil {
		t.Fatal(err)
	}
	fetched := item("https://short.example/1", page("https://news.example/river", "River", "2015-05-30", river))
	fetched.Fills = stub
	if out := mustAdd(t, a, fetched)[0]; out.IDs[0] != text {
		t.Fatalf("fetched: %+v, want %d", out, text)
	}
	for range 2 {
		if _, err := a.Undo(ctx); err != nil {
			t.Fatal(err)
		}
	}
	got := read(t, a, text).Highlights
	if len(got) != 2 || got[0].Note != "luck" || got[1].Note != "which?" || got[0].Lost || got[1].Lost {
		t.Errorf("after undo: %+v, want both highlights with their notes", got)
	}
	sound(t, a)
}

func BenchmarkAddStubs(b *testing.B) {
	const n = 20000
	for b.Loop() {
		a := testArchive(b)
		digests := make([]reader.Digest, n)
		for i := range digests {
			digests[i] = stubOf(fmt.Sprintf("https://site%d.example/story/%d", i%900, i), fmt.Sprint("The story number ", i),
				reader.Kept{Saved: june.Add(time.Duration(i) * time.Hour), Read: i%2 == 0, Starred: i%9 == 0}, reader.CleanLine(fmt.Sprint("tag ", i%50)))
			digests[i].Article.Outlet = reader.CleanLine(fmt.Sprintf("site%d.example", i%900))
		}
		begun := time.Now()
		mustAdd(b, a, export(1, digests...))
		b.ReportMetric(time.Since(begun).Seconds(), "first-s")
		begun = time.Now()
		mustAdd(b, a, export(2, digests...))
		b.ReportMetric(time.Since(begun).Seconds(), "again-s")
	}
}
