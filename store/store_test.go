package store

import (
	"context"
	"fmt"
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
	hits, _, err := a.Search(context.Background(), parse(t, q).Typing(), 50)
	if err != nil {
		t.Fatalf("search %q: %v", q, err)
	}
	var rows []Row
	for _, h := range hits {
		rows = append(rows, h.Row)
	}
	return titles(rows)
}

// groupCases are views of three articles with what they show: groups with their titles.
var groupCases = []struct {
	v    View
	want string
}{
	{View{Group: GroupDay}, "3 01-02:b c | 01-01:a"},
	{View{Group: GroupDay, Sort: SortOldest}, "3 01-01:a | 01-02:c b"},
	{View{}, "3 01-01:b c a"},
	{View{Group: GroupMonth, Sort: SortOldest}, "3 01-01:a c b"},
	{View{Group: GroupYear, Sort: SortTitle}, "3 01-01:a b c"},
	{View{Group: GroupOutlet}, "3 beta:b c | alpha:a"},
	{View{Group: GroupTag}, "3 x:c a | y:a | :b"},
	{View{Group: GroupTag, Sort: SortOldest}, "3 x:a c | y:a | :b"},
	{View{Group: GroupNone, Sort: SortTitle}, "3 :a b c"},
	{View{Group: GroupNone, Sort: SortLongest}, "3 :c b a"},
	{View{Group: GroupNone, Sort: SortAdded}, "3 :b a c"},
}

func TestListGroups(t *testing.T) {
	t.Parallel()
	a := testArchive(t)
	add := func(name, day, outlet string, words int, tags ...reader.Text) {
		d := plainDigest(name, day, name+strings.Repeat(" word", words))
		d.Article.Outlet, d.Article.Tags, d.Words = reader.CleanLine(outlet), tags, words
		mustAdd(t, a, item(name, d))
	}
	add("c", "2024-01-02", "beta", 9, "x")
	add("a", "2024-01-01", "alpha", 5, "x", "y")
	add("b", "2024-01-02", "beta", 7)
	every := parse(t, "is:unread")
	for _, c := range groupCases {
		if got := showView(t, a, c.v); got != c.want {
			t.Errorf("%+v = %q, want %q", c.v, got, c.want)
		}
		c.v.Query = every
		if got := showView(t, a, c.v); got != c.want {
			t.Errorf("filtered %+v = %q, want %q", c.v, got, c.want)
		}
	}
}

// showView writes a list as groupCases has it, and checks that Find leads to every row.
func showView(t *testing.T, a *Archive, v View) string {
	t.Helper()
	ctx := context.Background()
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
		if l.Grouping().byDate() {
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
