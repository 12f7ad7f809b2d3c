package store

import (
	"context"
	"fmt"
	"path/filepath"
	"reflect"
	"testing"

	"offprint/reader"
)

// TestSalvageKeepsAllThatWasDone: of an archive that is not damaged at all the
// copy has everything that the reader did with its articles.
func TestSalvageKeepsAllThatWasDone(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	a := testArchive(t)
	c := newCorpus(12)
	for i := range 12 {
		mustAdd(t, a, item(fmt.Sprint(i), c.article(i, 150)))
	}
	const id = ID(5)
	text := read(t, a, id).Digest.Article.Markdown
	at := func(start, end int) reader.Anchor {
		return reader.AnchorAt(text, reader.Span{Start: start, End: end})
	}
	rows, err := a.Quotes(ctx, parse(t, ""), QuotesNewest, 0, 1)
	if err != nil || len(rows) == 0 {
		t.Fatalf("quotes %v, %v", rows, err)
	}
	for what, err := range map[string]error{
		"read": a.SetRead(ctx, []ID{id, 7}, true), "star": a.SetStarred(ctx, []ID{id}, true),
		"tags":        a.ChangeTags(ctx, []ID{id}, []reader.Text{"dear", "Zweites Wort"}, nil),
		"highlight":   a.SetHighlight(ctx, &Highlight{Article: id, Note: "one\n\ntwo", Anchor: at(3, 40)}),
		"another":     a.SetHighlight(ctx, &Highlight{Article: id, Anchor: at(50, 60)}),
		"position":    a.SavePosition(ctx, id, at(60, 70), 0.25),
		"mark":        a.SetMark(ctx, id, 'a', at(10, 20)),
		"second mark": a.SetMark(ctx, id, '\'', at(20, 30)),
		"correction":  a.CorrectQuote(ctx, rows[0].ID, Correction{Speaker: "Anna Corrected", Kind: reader.SpeakerPerson}),
	} {
		if err != nil {
			t.Fatalf("%s: %v", what, err)
		}
	}
	path := filepath.Join(t.TempDir(), "saved.db")
	if saved, lost, err := a.Salvage(ctx, path); err != nil || saved != 12 || lost != 0 {
		t.Fatalf("saved %d, lost %d, %v", saved, lost, err)
	}
	fresh := openAt(t, path)
	sound(t, fresh)
	for _, row := range list(t, a, "") {
		was := read(t, a, row.ID)
		found := list(t, fresh, `title:"`+string(was.Row.Title)+`"`)
		if len(found) != 1 {
			t.Fatalf("%d articles are called %q", len(found), was.Row.Title)
		}
		is := read(t, fresh, found[0].ID)
		same := func(what string, got, want any) {
			t.Helper()
			if !reflect.DeepEqual(got, want) {
				t.Errorf("%q: %s %+v, was %+v", was.Row.Title, what, got, want)
			}
		}
		same("text", is.Digest.Article.Markdown, was.Digest.Article.Markdown)
		same("quotes", is.Digest.Quotes, was.Digest.Quotes)
		same("position", is.Position, was.Position)
		same("progress", is.Row.Progress, was.Row.Progress)
		same("marks", is.Marks, was.Marks)
		same("flags", []bool{is.Row.Read, is.Row.Starred}, []bool{was.Row.Read, was.Row.Starred})
		same("tags", is.Row.Tags, was.Row.Tags)
		same("date", is.Row.Added, was.Row.Added)
		same("number of highlights", len(is.Highlights), len(was.Highlights))
		for i := range min(len(is.Highlights), len(was.Highlights)) {
			got, want := is.Highlights[i], was.Highlights[i]
			got.ID, got.Article, want.ID, want.Article = 0, 0, 0, 0
			same("highlight", got, want)
		}
	}
}

// A document that many articles are made from is kept once in what is salvaged, too.
func TestSalvageOfOneDocument(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	a := testArchive(t)
	list := &reader.Document{Name: "list.csv", Data: []byte("a list of what somebody kept")}
	var digests []reader.Digest
	for i := range 2*salvageChunk + 1 {
		d := plainDigest(fmt.Sprint("row ", i), "2024-01-02", fmt.Sprint("the text of row ", i))
		d.Article.From = list
		digests = append(digests, d)
	}
	mustAdd(t, a, item("large.zip", digests...))
	to := filepath.Join(t.TempDir(), "salvaged.db")
	if saved, lost, err := a.Salvage(ctx, to); err != nil || saved != len(digests) || lost != 0 {
		t.Fatal(saved, lost, err)
	}
	b := openAt(t, to)
	err := b.read(ctx, "count", func(l *link) error {
		kept, err := l.number("SELECT count(*) FROM document")
		if err != nil {
			return err
		}
		made, err := l.number("SELECT count(*) FROM made m JOIN document d ON d.id = m.document")
		if kept != 1 || made != int64(len(digests)) {
			t.Errorf("%d documents, %d articles are made from them; want 1, %d", kept, made, len(digests))
		}
		return err
	})
	must(t, err)
}

// What is listed and cannot be read is counted as lost.
func TestSalvageCountsWhatIsLost(t *testing.T) {
	t.Parallel()
	a := testArchive(t)
	for i, outlet := range []string{"a.example", "b.example", "c.example"} {
		d := plainDigest(outlet, "2024-01-02", "some words")
		d.Article.Outlet = reader.CleanLine(outlet)
		mustAdd(t, a, item(fmt.Sprint(i), d))
	}
	sqlOn(t, a, "DELETE FROM outlet WHERE name = 'b.example'")
	saved, lost, err := a.Salvage(context.Background(), filepath.Join(t.TempDir(), "salvaged.db"))
	if err != nil || saved != 2 || lost != 1 {
		t.Errorf("saved %d, lost %d, %v; want 2 and 1", saved, lost, err)
	}
}
