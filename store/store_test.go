package store

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"offprint/reader"
	"offprint/store/query"
)

func parse(t testing.TB, s string) query.Query {
	t.Helper()
	q, err := query.Parse(s)
	if err != nil {
		t.Fatalf("query %q: %v", s, err)
	}
	return q
}

func titles(rows []Row) string {
	var list []string
	for _, r := range rows {
		list = append(list, string(r.Title))
	}
	return strings.Join(list, " ")
}

func index(t testing.TB, a *Archive) {
	t.Helper()
	if err := a.Index(context.Background()); err != nil {
		t.Fatal(err)
	}
}

func searchTitles(t testing.TB, a *Archive, q string) string {
	t.Helper()
	hits, _, err := a.Search(context.Background(), parse(t, q), 50)
	if err != nil {
		t.Fatalf("search %q: %v", q, err)
	}
	var rows []Row
	for _, h := range hits {
		rows = append(rows, h.Row)
	}
	return titles(rows)
}

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
	for i, id := range got.QuoteIDs {
		if id == 0 {
			t.Errorf("quote %d has no id", i)
		}
	}
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
	edited := plainDigest("Note", "2024-01-04", "short note")
	id := mustAdd(t, a, item("note.md", edited))[0].IDs[0]
	edited = plainDigest("Note", "2024-01-04", "short note, edited")
	if got := mustAdd(t, a, item("note.md", edited))[0]; got.Status != StatusUpdated || got.IDs[0] != id {
		t.Errorf("edited file: %+v, want updated %v", got, id)
	}
}

func TestListGroups(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	a := testArchive(t)
	add := func(name, day, outlet string, words int, tags ...reader.Text) {
		d := plainDigest(name, day, name+strings.Repeat(" word", words))
		d.Article.Outlet, d.Article.Tags, d.Words = reader.CleanLine(outlet), tags, words
		mustAdd(t, a, item(name, d))
	}
	add("c", "2024-01-02", "beta", 9, "x")
	add("a", "2024-01-01", "alpha", 5, "x", "y")
	add("b", "2024-01-02", "beta", 7)
	show := func(v View) string {
		t.Helper()
		l, err := a.List(ctx, v)
		if err != nil {
			t.Fatal(err)
		}
		var parts []string
		for i, g := range l.Groups() {
			rows, err := l.Rows(ctx, i, 0, 10)
			if err != nil {
				t.Fatal(err)
			}
			if len(rows) != g.Count {
				t.Errorf("group %d has %d rows, counts %d", i, len(rows), g.Count)
			}
			label := string(g.Label)
			if v.Group == GroupDay {
				label = g.Day.Format("01-02")
			}
			parts = append(parts, label+":"+titles(rows))
			for j, r := range rows {
				gg, o, ok, err := l.Find(ctx, r.ID)
				if err != nil || !ok || v.Group != GroupTag && (gg != i || o != j) {
					t.Errorf("%+v: Find(%s) = %d %d %v %v, want %d %d", v, r.Title, gg, o, ok, err, i, j)
				}
			}
		}
		return fmt.Sprint(l.Len(), " ", strings.Join(parts, " | "))
	}
	every := parse(t, "is:unread")
	for _, c := range []struct {
		v    View
		want string
	}{
		{View{}, "3 01-02:b c | 01-01:a"},
		{View{Sort: SortOldest}, "3 01-01:a | 01-02:c b"},
		{View{Group: GroupOutlet}, "3 beta:b c | alpha:a"},
		{View{Group: GroupTag}, "3 x:c a | y:a | :b"},
		{View{Group: GroupTag, Sort: SortOldest}, "3 x:a c | y:a | :b"},
		{View{Group: GroupNone, Sort: SortTitle}, "3 :a b c"},
		{View{Group: GroupNone, Sort: SortLongest}, "3 :c b a"},
		{View{Group: GroupNone, Sort: SortAdded}, "3 :b a c"},
	} {
		if got := show(c.v); got != c.want {
			t.Errorf("%+v = %q, want %q", c.v, got, c.want)
		}
		c.v.Query = every
		if got := show(c.v); got != c.want {
			t.Errorf("filtered %+v = %q, want %q", c.v, got, c.want)
		}
	}
}

func TestListPages(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	a := testArchive(t)
	var items []Item
	for i := range 57 {
		items = append(items, item(fmt.Sprint(i), plainDigest(fmt.Sprintf("t%02d", i), fmt.Sprintf("2024-01-%02d", 1+i%9), fmt.Sprint("text ", i))))
	}
	mustAdd(t, a, items...)
	for s := SortNewest; s <= SortLongest; s++ {
		l, err := a.List(ctx, View{Group: GroupNone, Sort: s})
		if err != nil {
			t.Fatal(err)
		}
		all, err := l.Rows(ctx, 0, 0, 100)
		if err != nil || len(all) != 57 {
			t.Fatalf("sort %d: %d rows, %v", s, len(all), err)
		}
		for _, at := range []int{50, 10, 20, 12, 56, 0, 57} {
			part, err := l.Rows(ctx, 0, at, 7)
			if err != nil {
				t.Fatal(err)
			}
			if want := titles(all[at:min(57, at+7)]); titles(part) != want {
				t.Errorf("sort %d from %d: %s, want %s", s, at, titles(part), want)
			}
		}
	}
}

func TestSearch(t *testing.T) {
	t.Parallel()
	a := testArchive(t)
	iran := plainDigest("Russia: We Told Israel", "2024-04-19", "Moscow has told Israel that Iran does not want escalation, Lavrov said.\n\nThe Kremlin urged restraint.")
	iran.Article.Outlet, iran.Article.Byline = "The Moscow Times", "AFP"
	cafe := plainDigest("Café society", "2023-02-01", "Nobody does want the e-mail of Chişinău's mayor. Escalators broke. Mail e.")
	cafe.Article.Tags = []reader.Text{"Food and Drink"}
	ids := mustAdd(t, a, item("1", iran), item("2", cafe), item("3", plainDigest("Третье", "2022-05-05", "Министр сообщил о ёлках. 東京都は日本の首都")))
	index(t, a)
	_ = ids
	for q, want := range map[string]string{
		"escalation":              "Russia: We Told Israel",
		"escal":                   "Russia: We Told Israel Café society",
		"escal*":                  "Russia: We Told Israel Café society",
		"e":                       "Russia: We Told Israel Café society",
		`"does not want"`:         "Russia: We Told Israel",
		`"does want"`:             "Café society",
		`-"does want" e`:          "Russia: We Told Israel",
		`"does want" OR kremlin`:  "Russia: We Told Israel Café society",
		"e-mail":                  "Café society",
		"cafe chisinau":           "Café society",
		"CAFÉ":                    "Café society",
		"title:escalation":        "",
		"title:russia":            "Russia: We Told Israel",
		"by:afp":                  "Russia: We Told Israel",
		"source:moscow":           "Russia: We Told Israel",
		"does -iran":              "Café society",
		"-iran":                   "Café society Третье",
		"before:2024":             "Café society Третье",
		"after:2023-02-01 does":   "Russia: We Told Israel Café society",
		"on:2023 does":            "Café society",
		"before:2023 does":        "",
		`tag:"food and drink"`:    "Café society",
		"tag:food*":               "Café society",
		"елках":                   "Третье",
		"日本":                      "Третье",
		"本日":                      "",
		"zzz":                     "",
		"kremlin OR (mayor -zzz)": "Russia: We Told Israel Café society",
		"is:unread is:starred":    "",
	} {
		if got := searchTitles(t, a, q); got != want {
			t.Errorf("search %s = %q, want %q", q, got, want)
		}
		l, err := a.List(context.Background(), View{Query: parse(t, q).Typing(), Group: GroupNone})
		if err != nil {
			t.Errorf("list %s: %v", q, err)
			continue
		}
		rows, _ := l.Rows(context.Background(), 0, 0, 10)
		if got := titles(rows); got != want {
			t.Errorf("list %s = %q, want %q", q, got, want)
		}
	}
	hits, _, err := a.Search(context.Background(), parse(t, `restr`), 5)
	if err != nil || len(hits) != 1 {
		t.Fatal(hits, err)
	}
	h := hits[0]
	if h.Line != "The Kremlin urged restraint." || len(h.Marks) != 1 || h.Line.Slice(h.Marks[0]) != "restraint" {
		t.Errorf("line %q marks %v", h.Line, h.Marks)
	}
	if got := iran.Article.Markdown.Slice(h.At); got != "restraint" {
		t.Errorf("At covers %q", got)
	}
}

func TestLateArticlesByDate(t *testing.T) {
	t.Parallel()
	a := testArchive(t)
	var want []string
	for _, i := range []int{5, 9, 1, 7, 3, 8, 2} {
		mustAdd(t, a, item(fmt.Sprint(i), plainDigest(fmt.Sprintf("t%d", i), fmt.Sprintf("2024-01-%02d", i), "common words here")))
		index(t, a)
	}
	for _, i := range []int{9, 8, 7, 5, 3, 2, 1} {
		want = append(want, fmt.Sprintf("t%d", i))
	}
	if got := searchTitles(t, a, "common"); got != strings.Join(want, " ") {
		t.Errorf("search = %s, want %s", got, want)
	}
	if err := a.remake(context.Background()); err != nil {
		t.Fatal(err)
	}
	if got := searchTitles(t, a, "common"); got != strings.Join(want, " ") {
		t.Errorf("search after remake = %s, want %s", got, want)
	}
}

func TestNoArticle(t *testing.T) {
	t.Parallel()
	a := testArchive(t)
	_, err := a.Article(context.Background(), 7)
	if !errors.Is(err, ErrNoArticle) {
		t.Errorf("error %v, want ErrNoArticle", err)
	}
	if e, ok := errors.AsType[*Error](err); !ok || e.Path != a.Path() {
		t.Errorf("error %#v, want *Error with the path", err)
	}
}

// A text too long to be read for one line still shows where the words are.
func TestLongArticleLine(t *testing.T) {
	t.Parallel()
	a := testArchive(t)
	text := strings.Repeat("An ordinary sentence of some words stands here.\n\n", 100) + "The needle is here.\n\n" +
		strings.Repeat("An ordinary sentence of some words stands here.\n\n", 45000) + "The end."
	d := plainDigest("long", "2024-01-01", text)
	mustAdd(t, a, item("f", d))
	index(t, a)
	hits, _, err := a.Search(context.Background(), parse(t, "needle"), 5)
	if err != nil || len(hits) != 1 {
		t.Fatal(hits, err)
	}
	if h := hits[0]; h.Line != "The needle is here." || d.Article.Markdown.Slice(h.At) != "needle" {
		t.Errorf("line %q, at %q", h.Line, d.Article.Markdown.Slice(h.At))
	}
}
