package store

import (
	"context"
	"testing"

	"offprint/reader"
)

// TestFillsWhileChanged: a page is fetched for a stub, and meanwhile the reader
// or another import did something with either.
func TestFillsWhileChanged(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	const other = "Of the storm nobody had been told. The boats lay on the quay, and the ferry was torn from its ropes in the night."
	for _, c := range []struct {
		name      string
		meanwhile func(a *Archive, stub, text ID) error
		fetched   reader.Digest
		where     string   // the article that the page goes to: "stub", "text" or "new"
		titles    []string // of the articles that are left
	}{
		{"nothing", func(*Archive, ID, ID) error { return nil }, page("https://news.example/storm", "Storm", "2015-05-30", other), "stub", []string{"Storm", "River"}},
		{"nothing, the page is there", func(*Archive, ID, ID) error { return nil }, page("https://news.example/river", "River", "2015-05-30", river), "text", []string{"River"}},
		{"the stub was deleted", func(a *Archive, stub, _ ID) error { return a.Delete(ctx, []ID{stub}) },
			page("https://news.example/storm", "Storm", "2015-05-30", other), "new", []string{"Storm", "River"}},
		{"the stub was deleted, the page is there", func(a *Archive, stub, _ ID) error { return a.Delete(ctx, []ID{stub}) },
			page("https://news.example/river", "River", "2015-05-30", river), "text", []string{"River"}},
		{"the other was deleted", func(a *Archive, _, text ID) error { return a.Delete(ctx, []ID{text}) },
			page("https://news.example/river", "River", "2015-05-30", river), "stub", []string{"River"}},
		{"the stub got its text", func(a *Archive, stub, _ ID) error {
			it := item("https://short.example/1", page("https://news.example/storm", "Storm", "2015-05-30", other))
			it.Fills = stub
			_, err := a.Add(ctx, []Item{it})
			return err
		}, page("https://news.example/river", "River", "2015-05-30", river), "text", []string{"Storm", "River"}},
	} {
		a := testArchive(t)
		text := mustAdd(t, a, item("river.html", page("https://news.example/river", "River", "2015-05-30", river)))[0].IDs[0]
		kept := reader.Kept{Starred: true, Read: true, Saved: june, Passages: []reader.Passage{{Text: "Nobody was hurt.", Note: "luck"}}}
		stub := mustAdd(t, a, export(1, stubOf("https://short.example/1", "One", kept, "floods")))[0].IDs[0]
		if err := c.meanwhile(a, stub, text); err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		it := item("https://short.example/1#again", c.fetched)
		it.Fills = stub
		id := mustAdd(t, a, it)[0].IDs[0]
		where := map[ID]string{stub: "stub", text: "text"}[id]
		if where == "" {
			where = "new"
		}
		var titles []string
		for _, r := range list(t, a, "") {
			titles = append(titles, string(r.Title))
		}
		if where != c.where || len(titles) != len(c.titles) {
			t.Errorf("%s: it went to %s, articles %q; want %s, %q", c.name, where, titles, c.where, c.titles)
		}
		// Where the stub is no more what was done with it stays with the text.
		if r := read(t, a, id).Row; c.name == "nothing, the page is there" && (!r.Starred || !r.Read || len(r.Tags) != 1 || len(read(t, a, id).Highlights) != 1) {
			t.Errorf("%s: the stub's star, tag or note is lost: %+v", c.name, r)
		}
		index(t, a)
		sound(t, a)
	}
}
