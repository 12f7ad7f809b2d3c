package store

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"offprint/reader"
)

// The same words in several articles are one quote: what the reader says of one
// holds for all that say it is by the same speaker, or by nobody, and undo
// takes all of it back.
func TestCorrectionOfCopies(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	a := testArchive(t)
	const words = "“The quay of <Aldersted> will be closed until the end of May,” said "
	for i, text := range []string{
		words + "[Ines Roth].", words + "[Ines Roth]. [Ines Roth] left.", words + "nobody.", words + "[Jon Kolven].",
		"“The quay of <Aldersted> is a ruin and everybody knows it,” said [Ines Roth].",
	} {
		mustAdd(t, a, item(fmt.Sprint(i), said(fmt.Sprintf("Report %d", i), fmt.Sprintf("2024-03-0%d", i+1), text)))
	}
	index(t, a)
	speakers := func() string {
		t.Helper()
		var got []string
		for id := range ID(5) {
			art, err := a.Article(ctx, id+1)
			if err != nil {
				t.Fatal(err)
			}
			who := "none"
			for _, q := range art.Digest.Quotes {
				who = string(q.Speaker.Name)
			}
			got = append(got, who)
		}
		return strings.Join(got, "|")
	}
	found := speakers()
	rows, err := a.Quotes(ctx, parse(t, "until"), QuotesNewest, 0, 9)
	if err != nil || len(rows) != 1 || rows[0].Sources != 4 {
		t.Fatal(rows, err)
	}
	same, err := a.SameQuote(ctx, rows[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	second := same[slices.IndexFunc(same, func(q QuoteRow) bool { return q.Row.Title == "Report 1" })].ID
	for _, c := range []struct {
		fix  Correction
		want string
	}{
		{Correction{Speaker: "Marta Lind", Kind: reader.SpeakerPerson}, "Marta Lind|Marta Lind|Marta Lind|Jon Kolven|Ines Roth"},
		{Correction{None: true}, "none|none|none|none|Ines Roth"},
	} {
		if err := a.CorrectQuote(ctx, second, c.fix); err != nil {
			t.Fatal(err)
		}
		if rows, err := a.Quotes(ctx, parse(t, "said:lind"), QuotesNewest, 0, 9); err != nil || !c.fix.None && (len(rows) != 1 || !rows[0].Corrected()) {
			t.Errorf("after %+v: %+v, %v", c.fix, rows, err)
		}
		if got := speakers(); got != c.want {
			t.Errorf("after %+v: %s, want %s", c.fix, got, c.want)
		}
		sound(t, a)
		if _, err := a.Undo(ctx); err != nil {
			t.Fatal(err)
		}
		if got := speakers(); got != found {
			t.Errorf("undone: %s, want %s", got, found)
		}
		sound(t, a)
	}
}

// Two whom the reader said to be no names are not one speaker for that.
func TestCorrectionOfCopiesByNobodies(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	c := &copiedQuote{T: t, a: testArchive(t)}
	first := c.add(closedQuay + "[Quay Office].")
	c.add(closedQuay + "[North Pier].")
	for _, name := range []string{"Quay Office", "North Pier"} {
		must(t, c.a.DropEntity(ctx, known(t, c.a, name).ID))
	}
	c.correct(first, Correction{Speaker: "Marta Lind", Kind: reader.SpeakerPerson})
	c.expect("the first corrected", "Marta Lind", "North Pier")
}
