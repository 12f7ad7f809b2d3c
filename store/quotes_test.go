package store

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"
)

// quoteCases are queries with the titles of the articles whose quotes they find.
var quoteCases = map[string]string{
	"":                                   "Answer Talks",
	"said:lavrov":                        "Talks",
	"said:lav*":                          "Talks",
	"said:lavrov about:iran":             "Talks",
	"said:lavrov about:berlin":           "",
	"about:lavrov":                       "Answer",
	"escalation":                         "Talks",
	`"not want" -berlin`:                 "Talks",
	"heard OR nothing":                   "Answer",
	"-escalation":                        "Answer",
	"moscow":                             "",
	"source:outlet1.example":             "More talks",
	"after:2024-02 said:lavrov":          "More talks",
	"said:lavrov OR said:meyer":          "Answer Talks",
	"said:meyer before:2024-02":          "",
	"said:lavrov -about:iran":            "",
	`title:"more talks" OR title:answer`: "Answer More talks",
}

func TestQuotes(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	a := newsroom(t)
	for q, want := range quoteCases {
		rows, err := a.Quotes(ctx, parse(t, q), QuotesNewest, 0, 10)
		if err != nil {
			t.Fatalf("%s: %v", q, err)
		}
		var got []string
		for _, r := range rows {
			got = append(got, string(r.Row.Title))
		}
		if strings.Join(got, " ") != want {
			t.Errorf("quotes %q: %q, want %q", q, got, want)
		}
	}
	rows, err := a.Quotes(ctx, parse(t, ""), QuotesBySpeaker, 1, 5)
	if err != nil || len(rows) != 1 {
		t.Fatal(rows, err)
	}
	r := rows[0]
	if r.Text != "Iran does not want any escalation at all," || r.Sources != 2 || r.Speaker == 0 || r.Quote.Speaker.Name != "Sergei Lavrov" {
		t.Errorf("quote %+v", r)
	}
	same, err := a.SameQuote(ctx, r.ID)
	if err != nil || len(same) != 2 || same[1].Row.Title != "More talks" {
		t.Errorf("same %+v, %v", same, err)
	}
}

func TestRelated(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	a := newsroom(t)
	l, err := a.List(ctx, View{Query: parse(t, "title:other")})
	if err != nil {
		t.Fatal(err)
	}
	rows, err := l.Rows(ctx, 0, 0, 1)
	if err != nil {
		t.Fatal(err)
	}
	rel, err := a.Related(ctx, rows[0].ID, 3)
	if err != nil || titles(rel) != "Answer" {
		t.Errorf("related to Other: %q, %v", titles(rel), err)
	}
}

func TestPurge(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	a := newsroom(t)
	if err := a.Delete(ctx, []ID{1, 2}); err != nil {
		t.Fatal(err)
	}
	index(t, a)
	if n, err := a.Purge(ctx, a.now()); err != nil || n != 0 {
		t.Errorf("purged %d, %v before the time", n, err)
	}
	if n, err := a.Purge(ctx, a.now().Add(time.Second)); err != nil || n != 2 {
		t.Errorf("purged %d, %v, want 2", n, err)
	}
	if _, err := a.Undo(ctx); err != nil {
		t.Errorf("undo of what was purged: %v", err)
	}
	index(t, a)
	sound(t, a)
	l, err := a.List(ctx, View{})
	if err != nil || l.Len() != 3 {
		t.Errorf("%d articles, %v, want 3", l.Len(), err)
	}
}

// Strings of the file are foreign: whatever stands in it comes out clean.
func TestForeignFile(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	a := newsroom(t)
	err := a.write(ctx, "break", func(l *link) error {
		for _, text := range []string{
			"UPDATE article SET title = char(27) || ']52;c;x' || char(7), byline = char(155) || '31m', tags = 'a' || char(10) || char(27) || 'b', language = char(27)",
			"UPDATE body SET markdown = char(27) || substr(markdown, 2)",
			"UPDATE outlet SET name = name || char(27) || '[2J'",
			"UPDATE name SET text = text || char(8238), country = char(27)",
			"UPDATE finding SET digest = x'01ffff'",
			"INSERT INTO highlight (id, article, anchor, note, created) VALUES (1, 1, 'no json', char(27), 1)",
			"INSERT INTO correction (id, article, anchor, none, speaker, kind) VALUES (1, 1, '{}', 0, char(27), 1)",
		} {
			if err := l.do(text); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	see := func(v any, err error) {
		t.Helper()
		if err != nil {
			t.Error(err)
		}
		fmt.Fprintf(&all, "%v\n", v)
	}
	for id := range ID(5) {
		art, err := a.Article(ctx, id+1)
		see(fmt.Sprintf("%+v", art), err)
	}
	hits, _, err := a.Search(ctx, parse(t, "escal*"), 10)
	see(hits, err)
	see(a.Entities(ctx, EntityFilter{AnyKind: true}))
	see(a.Quotes(ctx, parse(t, ""), QuotesNewest, 0, 10))
	see(a.Highlights(ctx, parse(t, ""), 0, 10))
	see(a.Outlets(ctx))
	p, err := a.Entity(ctx, 1)
	see(fmt.Sprintf("%+v", p), err)
	for _, r := range all.String() {
		if r < ' ' && r != '\n' || r >= 0x7f && r < 0xa0 || r == 8238 {
			t.Fatalf("control character %U came out", r)
		}
	}
}
