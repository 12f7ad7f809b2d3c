package cli

import (
	"testing"
	"time"

	"offprint/reader"
	"offprint/store"
)

// TestSameArticle: of the articles of a file that is read anew the one is
// taken that an article of the archive was made from, and none for another's.
func TestSameArticle(t *testing.T) {
	t.Parallel()
	digests := func(list ...string) []reader.Digest { // address and title of each, by turns
		var out []reader.Digest
		for i := 0; i < len(list); i += 2 {
			out = append(out, reader.Digest{Article: reader.Article{Address: reader.CleanLine(list[i]), Title: reader.CleanLine(list[i+1])}})
		}
		return out
	}
	for _, c := range []struct {
		name           string
		of             []reader.Digest
		place          int
		address, title string
		want           int // -1 is none
	}{
		{"its place", digests("https://a.example/", "A", "https://b.example/", "B"), 1, "https://b.example/", "other", 1},
		{"its place by title", digests("", "A", "", "B"), 1, "", "B", 1},
		{"two of one title", digests("", "A", "", "A"), 1, "", "A", 1},
		{"moved", digests("https://b.example/", "B", "https://a.example/", "A"), 1, "https://b.example/", "B", 0},
		{"moved, by title", digests("", "B", "", "A"), 1, "", "B", 0},
		{"fewer than before", digests("https://a.example/", "A", "https://b.example/", "B"), 7, "https://b.example/", "B", 1},
		{"a title under another address", digests("https://x.example/", "B", "https://y.example/", "A"), 1, "https://b.example/", "B", -1},
		{"no title, no address", digests("", "", "", "B"), 1, "", "", -1},
		{"the only one, whatever it is called now", digests("", "New title"), 0, "https://b.example/", "B", 0},
		{"nothing", nil, 0, "https://b.example/", "B", -1},
	} {
		a := &store.Article{Row: store.Row{Title: reader.CleanLine(c.title)}}
		a.Digest.Article.Address = reader.CleanLine(c.address)
		got, ok := sameArticle(c.of, c.place, a)
		if ok != (c.want >= 0) || ok && got != &c.of[c.want] {
			t.Errorf("%s: %v, %v; want the one at %d", c.name, got, ok, c.want)
		}
	}
}

// TestEndsInName: a full name ends in a shorter one at a word.
func TestEndsInName(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		full, short string
		want        bool
	}{
		{"Angela Merkel", "merkel", true}, {"Angela Merkel", "erkel", false}, {"Merkel", "Merkel", false}, {"Merkel", "Angela Merkel", false},
		{"Ana de la Cruz", "la cruz", true}, {"Ana Roth", "", false}, {"", "", false},
	} {
		if got := endsInName(c.full, c.short); got != c.want {
			t.Errorf("%q ends in %q: %v", c.full, c.short, got)
		}
	}
}

// TestDays: a span of days is written as short as it can be.
func TestDays(t *testing.T) {
	t.Parallel()
	day := func(s string) time.Time {
		d, _ := time.Parse(time.DateOnly, s)
		return d
	}
	for _, c := range []struct {
		first, last time.Time
		want        string
	}{
		{time.Time{}, time.Time{}, ""},
		{day("2024-04-19"), day("2024-04-19").Add(23 * time.Hour), "2024-04-19"},
		{day("2024-04-19"), day("2024-05-02"), "2024-04-19 to 2024-05-02"},
	} {
		if got := days(c.first, c.last); got != c.want {
			t.Errorf("%v to %v: %q, want %q", c.first, c.last, got, c.want)
		}
	}
}
