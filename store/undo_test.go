package store

import (
	"context"
	"errors"
	"reflect"
	"testing"

	"offprint/reader"
)

func TestUndoLabels(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	a := testArchive(t)
	ids := mustAdd(t, a, item("f", plainDigest("one", "2024-01-01", "first"), plainDigest("two", "2024-01-01", "second")))[0].IDs
	for _, c := range []struct {
		err  error
		want string
	}{
		{a.SetStarred(ctx, ids, true), "starred 2 articles"},
		{a.SetRead(ctx, ids[:1], true), "marked 1 article read"},
		{a.ChangeTags(ctx, ids, []reader.Text{"to read"}, nil), "tagged 2 articles with to read"},
		{a.ChangeTags(ctx, ids[:1], nil, []reader.Text{"To Read"}), "took To Read from 1 article"},
		{a.ChangeTags(ctx, ids, []reader.Text{"boxer", "TO READ", "Boxer", "multi word tag"}, nil), "tagged 2 articles with boxer, TO READ, multi word tag"},
		{a.ChangeTags(ctx, ids, []reader.Text{"Boxer"}, []reader.Text{"boxer", "multi word tag", "none"}), "tagged 2 articles with Boxer instead of boxer, multi word tag"},
		{a.Delete(ctx, ids), "deleted 2 articles"},
	} {
		if c.err != nil {
			t.Fatal(c.err)
		}
	}
	if got := list(t, a, "tag:multi"); len(got) != 0 {
		t.Errorf("still listed: %s", titles(got))
	}
	var got []string
	for range 7 {
		label, err := a.Undo(ctx)
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, string(label))
	}
	want := []string{"deleted 2 articles", "tagged 2 articles with Boxer instead of boxer, multi word tag",
		"tagged 2 articles with boxer, TO READ, multi word tag", "took to read from 1 article", "tagged 2 articles with to read", "marked 1 article read", "starred 2 articles"}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("labels %q, want %q", got, want)
	}
	if _, err := a.Undo(ctx); !errors.Is(err, ErrNothing) {
		t.Errorf("undo of nothing: %v, want ErrNothing", err)
	}
	if err := a.SetStarred(ctx, ids[:1], false); err != nil {
		t.Fatal(err)
	}
	if _, err := a.Undo(ctx); !errors.Is(err, ErrNothing) {
		t.Errorf("a change of nothing was kept: %v", err)
	}
}

// A tag that comes back is where it was, and written as it was.
func TestUndoKeepsOrderOfTags(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	a := testArchive(t)
	d := plainDigest("one", "2024-01-01", "first")
	d.Article.Tags = []reader.Text{"Flood", "river", "North", "town"}
	id := mustAdd(t, a, item("f", d))[0].IDs
	must(t, a.ChangeTags(ctx, id, []reader.Text{"new"}, []reader.Text{"flood", "north", "TOWN"}))
	tags := func() []reader.Text { return read(t, a, id[0]).Row.Tags }
	after := []reader.Text{"river", "new"}
	for range 2 {
		if got := tags(); !reflect.DeepEqual(got, after) {
			t.Errorf("changed to %q, want %q", got, after)
		}
		if _, err := a.Undo(ctx); err != nil {
			t.Fatal(err)
		}
		if got := tags(); !reflect.DeepEqual(got, d.Article.Tags) {
			t.Errorf("taken back to %q, want %q", got, d.Article.Tags)
		}
		if _, err := a.Redo(ctx); err != nil {
			t.Fatal(err)
		}
	}
	sound(t, a)
}

func TestHighlightsFollowTheText(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	a := testArchive(t)
	text := "Some words come first. The passage that matters stands here. The end."
	id := mustAdd(t, a, item("f", plainDigest("one", "2024-01-01", text)))[0].IDs[0]
	mark := func(words string) *Highlight {
		i := len(text[:indexOf(text, words)])
		h := &Highlight{Article: id, Anchor: reader.AnchorAt(reader.Text(text), reader.Span{Start: i, End: i + len(words)})}
		if err := a.SetHighlight(ctx, h); err != nil {
			t.Fatal(err)
		}
		return h
	}
	kept, lost := mark("passage that matters"), mark("The end.")
	newer := "A new lead. " + text[:len(text)-len("The end.")] + "More to come."
	mustAdd(t, a, item("f", plainDigest("one", "2024-01-01", newer)))
	art, err := a.Article(ctx, id)
	if err != nil || len(art.Highlights) != 2 {
		t.Fatal(art, err)
	}
	if h := art.Highlights[0]; h.ID != kept.ID || h.Lost || art.Digest.Article.Markdown.Slice(h.Anchor.Span) != "passage that matters" {
		t.Errorf("kept highlight %+v", h)
	}
	if h := art.Highlights[1]; h.ID != lost.ID || !h.Lost || h.Anchor.Exact != "The end." {
		t.Errorf("lost highlight %+v", h)
	}
	rows, err := a.Highlights(ctx, parse(t, "is:highlighted"), 0, 10)
	if err != nil || len(rows) != 2 || rows[0].Row.Highlights != 2 {
		t.Errorf("highlights %+v, %v", rows, err)
	}
}

func indexOf(s, sub string) int {
	for i := range s {
		if len(s)-i >= len(sub) && s[i:i+len(sub)] == sub {
			return i
		}
	}
	return -1
}

func TestCorrectionsSurviveAnalysis(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	a := testArchive(t)
	c := newCorpus(10)
	d := c.article(4, 500)
	if len(d.Quotes) < 3 {
		t.Fatal("too few quotes to test with")
	}
	id := mustAdd(t, a, item("f", d))[0].IDs[0]
	art, err := a.Article(ctx, id)
	if err != nil {
		t.Fatal(err)
	}
	ids := quoteIDs(t, a, art)
	if err := a.CorrectQuote(ctx, ids[0], Correction{Speaker: "Anna Meyer", Kind: reader.SpeakerPerson}); err != nil {
		t.Fatal(err)
	}
	if err := a.CorrectQuote(ctx, ids[1], Correction{None: true}); err != nil {
		t.Fatal(err)
	}
	check := func(when string) {
		t.Helper()
		got, err := a.Article(ctx, id)
		if err != nil {
			t.Fatal(err)
		}
		now := quoteIDs(t, a, got)
		if len(got.Digest.Quotes) != len(d.Quotes)-1 || got.Digest.Quotes[0].Speaker.Name != "Anna Meyer" || now[0] != ids[0] || now[1] != ids[2] {
			t.Errorf("%s: %d quotes, ids %v, first by %q", when, len(got.Digest.Quotes), now, got.Digest.Quotes[0].Speaker.Name)
		}
		rows, err := a.Quotes(ctx, parse(t, "said:meyer"), QuotesNewest, 0, 10)
		if err != nil || len(rows) != 1 {
			t.Errorf("%s: quotes by Meyer: %v, %v", when, rows, err)
		}
	}
	check("corrected")
	n, err := a.Reanalyse(ctx, 2, func(reader.Article) reader.Digest { return c.article(4, 500) })
	if err != nil || n != 1 {
		t.Fatal(n, err)
	}
	check("analysed again")
	for range 2 {
		if _, err := a.Undo(ctx); err != nil {
			t.Fatal(err)
		}
	}
	got, err := a.Article(ctx, id)
	if err != nil || !reflect.DeepEqual(got.Digest.Quotes, d.Quotes) {
		t.Errorf("undone: %v, quotes differ from those found", err)
	}
}

// TestJournalLimit: as many changes as are promised can be undone, also where
// numbers between them are gone, and older ones are forgotten.
func TestJournalLimit(t *testing.T) {
	t.Parallel()
	a := testArchive(t)
	id := mustAdd(t, a, item("f", plainDigest("one", "2024-01-01", "first")))[0].IDs
	sqlOn(t, a, `WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1300)
		INSERT INTO journal (id, made, label, steps) SELECT 3 * i, 0, 'an older change', '{}' FROM n`)
	must(t, a.SetStarred(context.Background(), id, true))
	err := a.read(context.Background(), "count", func(l *link) error {
		n, err := l.number("SELECT count(*) FROM journal")
		if n != maxJournal {
			t.Errorf("%d changes are kept, want %d", n, maxJournal)
		}
		return err
	})
	must(t, err)
}

// TestRepairsSurviveAnalysis: makers that are given a text and not its file
// say nothing of what was mended in it; what was known of that stays.
func TestRepairsSurviveAnalysis(t *testing.T) {
	t.Parallel()
	a := testArchive(t)
	d := plainDigest("one", "2024-01-01", "A text that was mended.")
	d.Article.Repairs = []reader.Repair{{Kind: reader.RepairLost, Text: "a picture"}}
	id := mustAdd(t, a, item("f", d))[0].IDs[0]
	n, err := a.Reanalyse(context.Background(), 1, func(art reader.Article) reader.Digest {
		d := plainDigest("one", "2024-01-01", string(art.Markdown))
		d.Article = art
		d.Article.Repairs = nil
		return d
	})
	if got := read(t, a, id).Digest.Article.Repairs; err != nil || n != 1 || len(got) != 1 || got[0].Text != "a picture" {
		t.Errorf("analysed %d, %v: repairs %+v", n, err, got)
	}
}
