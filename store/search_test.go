package store

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"offprint/reader"
)

// searchCases are queries with the titles that they find, in order.
var searchCases = map[string]string{
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
}

func TestSearch(t *testing.T) {
	t.Parallel()
	a := testArchive(t)
	iran := plainDigest("Russia: We Told Israel", "2024-04-19", "Moscow has told Israel that Iran does not want escalation, Lavrov said.\n\nThe Kremlin urged restraint.")
	iran.Article.Outlet, iran.Article.Byline = "The Moscow Times", "AFP"
	cafe := plainDigest("Café society", "2023-02-01", "Nobody does want the e-mail of Chişinău's mayor. Escalators broke. Mail e.")
	cafe.Article.Tags = []reader.Text{"Food and Drink"}
	mustAdd(t, a, item("1", iran), item("2", cafe), item("3", plainDigest("Третье", "2022-05-05", "Министр сообщил о ёлках. 東京都は日本の首都")))
	index(t, a)
	for q, want := range searchCases {
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
	checkLine(t, a, iran.Article.Markdown)
}

// checkLine checks the line, its marks and the place of one hit.
func checkLine(t *testing.T, a *Archive, markdown reader.Text) {
	t.Helper()
	hits, _, err := a.Search(context.Background(), parse(t, `restr*`), 5)
	if err != nil || len(hits) != 1 {
		t.Fatal(hits, err)
	}
	h := hits[0]
	if h.Line != "The Kremlin urged restraint." || len(h.Marks) != 1 || h.Line.Slice(h.Marks[0]) != "restraint" {
		t.Errorf("line %q marks %v", h.Line, h.Marks)
	}
	if got := markdown.Slice(h.At); got != "restraint" {
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
