package store

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// wordings is an archive of one statement as several outlets print it, and of
// what must not be taken for it.
func wordings(t *testing.T) *Archive {
	t.Helper()
	a := testArchive(t)
	for i, d := range []struct{ title, day, text string }{
		{"Whole", "2024-04-19", "“There were telephone calls between the capitals, and the neighbour does not want the quarrel to spread further,” said [Anna Meyer]."},
		{"Cut", "2024-04-19", "“does not want the quarrel to spread,” said [Anna Meyer] on Friday."},
		{"Translated", "2024-04-20", "“There have been telephone talks between the two capitals: the neighbour wants no quarrel that spreads further,” said [Anna Meyer]."},
		{"Nobody", "2024-04-21", "“The neighbour does not want the quarrel to spread further,” a statement read."},
		{"Wire", "2024-04-22", "“There were telephone calls between the capitals, and the neighbour does not want the quarrel to spread further,” said [Anna Meyer]."},
		{"Copied", "2024-04-23", "“does not want the quarrel to spread,” said [Anna Meyer] again."},
		{"Else", "2024-04-20", "“The harvest of apples was poor, and growers between the rivers will need help,” said [Anna Meyer]."},
		{"Others", "2024-04-20", "“The neighbour wants the bridge closed,” said [Jon Smith]."},
		{"Later", "2024-07-01", "“The neighbour does not want the quarrel to spread further,” said [Anna Meyer]."},
		{"Short", "2024-04-20", "It is about “quarrel” only, said [Anna Meyer]."},
	} {
		mustAdd(t, a, item(fmt.Sprint(i), said(d.title, d.day, d.text)))
	}
	index(t, a)
	return a
}

// quoteIn returns the one quote of the article of that title.
func quoteIn(t *testing.T, a *Archive, title string) QuoteRow {
	t.Helper()
	rows, err := a.Quotes(context.Background(), parse(t, "title:"+title), QuotesNewest, 0, 2)
	if err != nil || len(rows) != 1 {
		t.Fatal(title, rows, err)
	}
	return rows[0]
}

func TestKindred(t *testing.T) {
	t.Parallel()
	a := wordings(t)
	for title, want := range map[string]string{
		"Whole":      "Cut Nobody Translated",
		"Translated": "Whole",
		"Cut":        "Whole Nobody",
		"Nobody":     "Whole Cut",
		"Else":       "",
		"Others":     "",
		"Later":      "",
		"Short":      "",
	} {
		rows, err := a.Kindred(context.Background(), quoteIn(t, a, title).ID, 10)
		if err != nil {
			t.Fatal(title, err)
		}
		var got []string
		for _, r := range rows {
			got = append(got, string(r.Row.Title))
		}
		if strings.Join(got, " ") != want {
			t.Errorf("other wordings of %q: %q, want %q", title, got, want)
		}
	}
	rows, err := a.Kindred(context.Background(), quoteIn(t, a, "Whole").ID, 1)
	if err != nil || len(rows) != 1 || rows[0].Sources != 2 {
		t.Errorf("one wording: %+v, %v", rows, err)
	}
	if _, err := a.Kindred(context.Background(), 1<<40, 1); !errors.Is(err, ErrNoQuote) {
		t.Errorf("no quote: %v", err)
	}
}

// TestKindredPieces: a few words that one outlet cut out of more are shown
// beside them, and they beside these, if one speaker said them on about one day.
func TestKindredPieces(t *testing.T) {
	t.Parallel()
	a := testArchive(t)
	for i, d := range []struct{ title, day, text string }{
		{"Whole", "2024-04-19", "“Ice has no owners, and whoever wants its papers can go and ask it,” said [Anna Meyer]."},
		{"Piece", "2024-04-19", "“Ice has no owners,” said [Anna Meyer] on Friday."},
		{"Again", "2024-04-21", "“Ice has no owners,” said [Anna Meyer] again."},
		{"Other", "2024-04-19", "“Ice has no owners,” said [Jon Smith]."},
		{"Later", "2024-04-25", "“Ice has no owners,” said [Anna Meyer] on Thursday."},
		{"Two", "2024-04-19", "“No owners,” said [Anna Meyer] at last."},
		{"Little", "2024-04-19", "“Can go and,” said [Anna Meyer] by mistake."},
		{"Nobody", "2024-04-19", "“Ice has no owners,” a statement read."},
		{"Mixed", "2024-04-19", "“Has ice no owners?” asked [Anna Meyer]."},
	} {
		mustAdd(t, a, item(fmt.Sprint(i), said(d.title, d.day, d.text)))
	}
	index(t, a)
	for title, want := range map[string]string{
		"Whole": "Piece", "Piece": "Whole", "Again": "Whole", "Other": "", "Later": "", "Two": "", "Little": "", "Nobody": "", "Mixed": "",
	} {
		rows, err := a.Kindred(context.Background(), quoteIn(t, a, title).ID, 10)
		if err != nil {
			t.Fatal(title, err)
		}
		var got []string
		for _, r := range rows {
			got = append(got, string(r.Row.Title))
		}
		if strings.Join(got, " ") != want {
			t.Errorf("other wordings of %q: %q, want %q", title, got, want)
		}
	}
}

// BenchmarkKindred looks for other wordings of any quote. Budget: 50 ms.
func BenchmarkKindred(b *testing.B) {
	n := benchSize(b)
	a := benchArchive(b, n)
	rows, err := a.Quotes(context.Background(), parse(b, ""), QuotesNewest, 0, 2000)
	if err != nil {
		b.Fatal(err)
	}
	r := rand.New(rand.NewPCG(15, 16))
	var m timer
	for b.Loop() {
		id := rows[r.IntN(len(rows))].ID
		m.time(b, func() error { _, err := a.Kindred(context.Background(), id, 20); return err })
	}
	m.report(b)
}
