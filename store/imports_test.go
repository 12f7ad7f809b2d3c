package store

import (
	"context"
	"fmt"
	"reflect"
	"testing"
	"time"

	"offprint/reader"
)

func TestImportsAreRemembered(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	a := testArchive(t)
	want := Import{
		Paths: []reader.Text{"saved", "more"}, Seen: 3, Added: 1, Failed: 1, Skipped: 1, Articles: 1, Took: 1500,
		Reasons: "1 hidden", Files: []ImportedFile{{Path: "a.txt", Origin: "/a.txt", Status: "failed", Reason: "empty"}},
	}
	for i := range maxImports + 5 {
		want.Seen = i
		if err := a.KeepImport(ctx, want); err != nil {
			t.Fatal(err)
		}
	}
	list, err := a.Imports(ctx)
	if err != nil || len(list) != maxImports {
		t.Fatalf("%d runs, %v, want %d", len(list), err, maxImports)
	}
	got := list[0]
	if got.Made.IsZero() || got.ID == 0 {
		t.Errorf("made %v, id %d", got.Made, got.ID)
	}
	got.Made, got.ID = want.Made, want.ID
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v\nwant %+v", got, want)
	}
	if !got.Files[0].Wrong() {
		t.Error("a file that failed is not wrong")
	}
}

// What is in the file of the archive is not trusted.
func TestImportsAreClean(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	a := testArchive(t)
	err := a.write(ctx, "test", func(l *link) error {
		for _, account := range []string{`{"Paths":["a\u001b[2J"],"Files":[{"Path":"b\u001b]0;x","Status":"\u009b","Reason":"c\u0007"}]}`, `{"Seen":`, `7`} {
			if err := l.do("INSERT INTO import (made, account) VALUES (1, ?)", account); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	list, err := a.Imports(ctx)
	if err != nil || len(list) != 1 {
		t.Fatalf("%d runs, %v, want the one that can be read", len(list), err)
	}
	for _, s := range []reader.Text{list[0].Paths[0], list[0].Files[0].Path, list[0].Files[0].Status, list[0].Files[0].Reason} {
		if s != reader.CleanLine(string(s)) {
			t.Errorf("%q is not safe", s)
		}
	}
}

func TestFileArticles(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	a := testArchive(t)
	var digests []reader.Digest
	for i := range 3 {
		digests = append(digests, plainDigest(fmt.Sprintf("Part %d", i), "2024-01-02", fmt.Sprintf("text of part %d", i)))
	}
	ids := mustAdd(t, a, item("box", digests...))[0].IDs
	if err := a.Delete(ctx, ids[1:2]); err != nil {
		t.Fatal(err)
	}
	rows, err := a.FileArticles(ctx, "box")
	if err != nil || len(rows) != 2 || rows[0].ID != ids[0] || rows[1].ID != ids[2] {
		t.Errorf("rows %+v, %v, want the first and the third part", rows, err)
	}
	if rows, err := a.FileArticles(ctx, "nothing"); err != nil || len(rows) != 0 {
		t.Errorf("of a file that never was added: %v, %v", rows, err)
	}
}

// A note on the whole article that came with an export stays a note, whichever comes first, the export or the page.
func TestNoteJoinsPage(t *testing.T) {
	t.Parallel()
	for _, first := range []string{"export", "page"} {
		a := testArchive(t)
		note := reader.Kept{Saved: june, Passages: []reader.Passage{{Note: "Ask the mayor about the dykes."}}}
		items := []Item{export(1, stubOf("https://news.example/river", "The river", note)), item("river.html", page("https://news.example/river", "River", "", river))}
		if first == "page" {
			items[0], items[1] = items[1], items[0]
		}
		id := mustAdd(t, a, items[0])[0].IDs[0]
		mustAdd(t, a, items[1])
		mustAdd(t, a, export(2, stubOf("https://news.example/river", "The river", note)))
		art := read(t, a, id)
		if art.Row.Stub || art.Row.Versions != 0 || titles(list(t, a, "has:notes")) != "River" {
			t.Errorf("%s first: %+v", first, art.Row)
		}
		if h := art.Highlights; len(h) != 1 || h[0].Note != "Ask the mayor about the dykes." || h[0].Lost || h[0].Anchor.Exact != "" || !h[0].Created.Equal(june) {
			t.Errorf("%s first: highlights %+v", first, h)
		}
		index(t, a)
		sound(t, a)
	}
}

// An article counts as added when it was first saved anywhere, whichever comes first, and is listed by that if it has no date.
func TestFirstSavedCounts(t *testing.T) {
	t.Parallel()
	later := june.AddDate(2, 0, 0)
	saved := func(round int, at time.Time) Item {
		return export(round, stubOf("https://news.example/river", "The river", reader.Kept{Saved: at}))
	}
	for _, published := range []string{"", "2015-05-30"} {
		text := page("https://news.example/river", "River", published, river)
		text.Entities = []reader.Entity{{Name: "River", Kind: reader.EntityPlace, Mentions: []reader.Span{{Start: 4, End: 9}}}}
		named := item("river.html", text)
		for i, order := range [][]Item{{saved(1, later), saved(2, june), named}, {named, saved(1, later), saved(2, june)}, {saved(1, june), named, saved(2, later)}, {named, saved(2, june), saved(1, later)}} {
			a := testArchive(t)
			for _, it := range order {
				mustAdd(t, a, it)
			}
			index(t, a)
			if rows := list(t, a, "river"); len(rows) != 1 || !rows[0].Added.Equal(june) || rows[0].Stub {
				t.Errorf("published %q, order %d: %+v, want added %v", published, i, rows, june)
			}
			want := "2015-06-01"
			if published != "" {
				want = published
			}
			l, err := a.List(context.Background(), View{})
			if err != nil || len(l.Groups()) != 1 || l.Groups()[0].Day.Format(time.DateOnly) != want {
				t.Errorf("published %q, order %d: groups %+v, want %s", published, i, l.Groups(), want)
			}
			sound(t, a)
		}
	}
}
