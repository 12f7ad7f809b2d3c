package store

import (
	"context"
	"fmt"
	"testing"

	"offprint/reader"
)

// TestOneStandsForCopies: the same words in several articles are shown as the
// same one of them has them, whatever is asked for: where a person is named,
// and the oldest of these; another only if the query leaves that one out.
func TestOneStandsForCopies(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	a := testArchive(t)
	const words = "“The quay of <Aldersted> will be closed until the end of May,” said "
	for i, c := range []struct{ day, text string }{
		{"2024-03-05", words + "nobody."},
		{"2024-03-01", words + "[a clerk]."},
		{"2024-03-04", words + "[Ines Roth]."},
		{"2024-03-03", words + "[Ines Roth]. [Ines Roth] left."},
		{"2024-03-02", "“The ferries of <Aldersted> are a disgrace to us all,” said [a clerk]."},
		{"2024-03-09", words + "[Ines Roth]. That was all."},
	} {
		d := said(fmt.Sprintf("Report %d", i), c.day, c.text)
		for k := range d.Quotes {
			if d.Quotes[k].Speaker.Name == "a clerk" {
				d.Quotes[k].Speaker.Kind, d.Entities = reader.SpeakerRole, d.Entities[:1]
			}
		}
		mustAdd(t, a, item(fmt.Sprint(i), d))
	}
	index(t, a)
	for _, c := range []struct{ query, want string }{
		{"closed", "Report 3"},
		{`"until the end"`, "Report 3"},
		{"closed -ferries", "Report 3"},
		{"said:roth", "Report 3"},
		{"said:roth closed", "Report 3"},
		{"about:aldersted closed", "Report 3"},
		{"closed has:quotes", "Report 3"},
		{"closed after:2024-03-04", "Report 2"},
		{"said:roth after:2024-03-04", "Report 2"},
		{"closed before:2024-03-03", "Report 1"},
		{"closed title:report", "Report 3"},
		{`said:"a clerk" closed`, "Report 1"},
	} {
		for _, by := range []QuoteSort{QuotesNewest, QuotesOldest, QuotesBySpeaker} {
			rows, err := a.Quotes(ctx, parse(t, c.query), by, 0, 9)
			if err != nil || len(rows) != 1 || string(rows[0].Row.Title) != c.want || rows[0].Sources != 5 {
				t.Errorf("%q in order %d: %+v, %v; want the quote of %s", c.query, by, rows, err, c.want)
			}
		}
	}
	for _, q := range []string{"", "aldersted", "about:aldersted", "has:quotes"} {
		for by, want := range []string{"Report 3 Report 4", "Report 4 Report 3"} {
			var got string
			for offset := range 3 {
				rows, err := a.Quotes(ctx, parse(t, q), QuoteSort(by), offset, 1)
				if err != nil {
					t.Fatal(err)
				}
				if len(rows) > 0 && offset > 0 {
					got += " "
				}
				if len(rows) > 0 {
					got += string(rows[0].Row.Title)
				}
			}
			if got != want {
				t.Errorf("%q in order %d: %s, want %s", q, by, got, want)
			}
		}
	}
}
