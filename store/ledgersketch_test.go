package store

import (
	"context"
	"strings"
	"testing"

	"offprint/reader"
)

func TestCopies(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	a := testArchive(t)
	c := newCorpus(20)
	wire := strings.Fields(string(c.article(1, 400).Article.Markdown))
	text := func(words []string) string { return strings.Join(words, " ") }
	cut := text(wire[:340])
	updated := "New lead with other words than before. " + text(wire[40:]) + " And one more sentence at the end."
	ids := []ID{}
	for _, x := range []struct{ title, day, text string }{
		{"wire", "2024-01-01", text(wire)}, {"cut", "2024-01-02", cut}, {"other", "2024-01-02", string(c.article(2, 400).Article.Markdown)},
		{"updated", "2024-01-03", updated}, {"short", "2024-01-03", text(wire[:30])},
	} {
		ids = append(ids, mustAdd(t, a, item(x.title, plainDigest(x.title, x.day, x.text)))[0].IDs...)
	}
	check := func(id ID, want string) {
		t.Helper()
		rows, err := a.Copies(ctx, id)
		if err != nil || titles(rows) != want {
			t.Errorf("copies of %d: %q, %v, want %q", id, titles(rows), err, want)
		}
		art, err := a.Article(ctx, id)
		if err != nil || art.Row.Copies != len(rows) {
			t.Errorf("row of %d says %d copies, %v, want %d", id, art.Row.Copies, err, len(rows))
		}
	}
	check(ids[0], "cut updated")
	check(ids[1], "wire updated")
	check(ids[2], "")
	check(ids[4], "")
	if err := a.Delete(ctx, ids[1:2]); err != nil {
		t.Fatal(err)
	}
	check(ids[0], "updated")
	if _, err := a.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	check(ids[3], "wire cut")
	if err := a.Rebuild(ctx); err != nil {
		t.Fatal(err)
	}
	check(ids[0], "cut updated")
}

// TestStoryOutlivesItsFirst: the article that a story is numbered by gets
// another text. Those that are left are a story still, and copies of the new
// text are another.
func TestStoryOutlivesItsFirst(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	a, w := testArchive(t), newWire(2)
	page := func(name string, d reader.Digest) ID {
		d.Article.Address = reader.CleanLine("https://n.example/" + name)
		return mustAdd(t, a, item(name, d))[0].IDs[0]
	}
	first, second, third := page("first", w.copy("first", 0, 1, 1)), page("second", w.copy("second", 0, 1, 2)), page("third", w.copy("third", 0, 1, 3))
	if page("first", w.copy("first", 1, 1, 1)) != first {
		t.Fatal("another text is another article")
	}
	fourth := page("fourth", w.copy("fourth", 1, 1, 2))
	for id, want := range map[ID]ID{first: fourth, fourth: first, second: third, third: second} {
		rows, err := a.Copies(ctx, id)
		if err != nil || len(rows) != 1 || rows[0].ID != want {
			t.Errorf("copies of %d: %+v, %v, want %d", id, rows, err, want)
		}
	}
	sound(t, a)
}
