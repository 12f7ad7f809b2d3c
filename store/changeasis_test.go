package store

import (
	"context"
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"offprint/reader"
)

// An article is shown as it was saved, and mended again, with its highlights
// and tags; what an import or a new analysis brings does not change it back.
func TestShowAs(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	a := testArchive(t)
	text := strings.Repeat("The ferry to the island runs again after the storm. ", 6)
	mended := plainDigest("Ferry", "2024-01-02", text+"Passengers were informed.")
	mended.Article.Address, mended.Article.Tags = "https://news.example/ferry", []reader.Text{"sea"}
	mended.Article.Repairs = []reader.Repair{{Kind: reader.RepairHyphen, Text: "in-formed"}}
	id := mustAdd(t, a, item("ferry.md", mended))[0].IDs[0]
	mark := &Highlight{Article: id, Anchor: reader.Anchor{Span: reader.Span{Start: 4, End: 9}, Exact: "ferry"}}
	if err := a.SetHighlight(ctx, mark); err != nil {
		t.Fatal(err)
	}
	saved := plainDigest("Another title", "2024-01-02", "A line of the site\n\n"+text+"Passengers were in-formed.")
	check := func(when string, asIs bool, versions int, holds string) {
		t.Helper()
		art, err := a.Article(ctx, id)
		if err != nil {
			t.Fatal(err)
		}
		md := string(art.Digest.Article.Markdown)
		if art.AsIs != asIs || !strings.Contains(md, holds) || art.Row.Versions != versions {
			t.Errorf("%s: as saved %v, %d versions, text %q; want %v, %d, %q", when, art.AsIs, art.Row.Versions, md, asIs, versions, holds)
		}
		if art.Row.Title != "Ferry" || len(art.Row.Tags) != 1 || len(art.Digest.Article.Repairs) == 0 == !asIs {
			t.Errorf("%s: title %q, tags %q, repairs %v", when, art.Row.Title, art.Row.Tags, art.Digest.Article.Repairs)
		}
		if len(art.Highlights) != 1 || art.Highlights[0].Lost || string(art.Digest.Article.Markdown.Slice(art.Highlights[0].Anchor.Span)) != "ferry" {
			t.Errorf("%s: highlights %+v", when, art.Highlights)
		}
	}
	check("at first", false, 0, "informed")
	if err := a.ShowAs(ctx, id, true, &saved); err != nil {
		t.Fatal(err)
	}
	check("as saved", true, 1, "in-formed")
	if err := a.ShowAs(ctx, id, true, &saved); err != nil {
		t.Fatal(err)
	}
	check("as saved twice", true, 1, "in-formed")
	if out := mustAdd(t, a, item("copy.md", mended))[0]; out.Status != StatusUnchanged || out.IDs[0] != id {
		t.Errorf("the mended text again: %+v", out)
	}
	if _, err := a.Reanalyse(ctx, 99, func(art reader.Article) reader.Digest {
		return plainDigest(string(art.Title), "2024-01-02", string(art.Markdown))
	}); err != nil {
		t.Fatal(err)
	}
	check("after a new analysis", true, 1, "in-formed")
	if label, err := a.Undo(ctx); err != nil || label != "showed 1 article as it was saved" {
		t.Errorf("undo: %q, %v", label, err)
	}
	check("undone", false, 1, "informed")
	if _, err := a.Redo(ctx); err != nil {
		t.Error(err)
	}
	check("redone", true, 1, "in-formed")
	if err := a.ShowAs(ctx, id, false, &mended); err != nil {
		t.Fatal(err)
	}
	check("mended again", false, 1, "informed")
	newer := plainDigest("Ferry", "2024-01-03", text+"Passengers were informed at last.")
	newer.Article.Address, newer.Article.Repairs = mended.Article.Address, mended.Article.Repairs
	if err := a.ShowAs(ctx, id, true, &saved); err != nil {
		t.Fatal(err)
	}
	if out := mustAdd(t, a, item("newer.md", newer))[0]; out.Status != StatusUpdated {
		t.Errorf("a newer text: %+v", out)
	}
	check("with a newer text", false, 2, "at last")
	if report, err := a.Check(ctx); err != nil || !report.OK() {
		t.Errorf("check: %+v, %v", report, err)
	}
}

func TestPart(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	a := testArchive(t)
	box := item("box", plainDigest("One", "2024-01-01", "first text"), plainDigest("Two", "2024-01-01", "second text"))
	box.Original, box.Charset = []byte("packed"), "koi8-r"
	ids := mustAdd(t, a, box)[0].IDs
	want := Part{"box", 1, "koi8-r"}
	if p, err := a.Part(ctx, ids[1]); err != nil || p != want {
		t.Errorf("part %+v, %v, want %+v", p, err, want)
	}
	rescued := filepath.Join(t.TempDir(), "rescued.db")
	if _, _, err := a.Salvage(ctx, rescued); err != nil {
		t.Fatal(err)
	}
	b := openAt(t, rescued)
	if p, err := b.Part(ctx, ids[0]); err != nil || p.Origin != "box" || p.Charset != "koi8-r" {
		t.Errorf("salvaged part %+v, %v, want that of box", p, err)
	}
	if _, err := a.Part(ctx, 99); !errors.Is(err, ErrNoArticle) {
		t.Errorf("of none: %v", err)
	}
	if err := a.ShowAs(ctx, 99, true, &reader.Digest{}); !errors.Is(err, ErrNoArticle) {
		t.Errorf("none shown as saved: %v", err)
	}
}
