package store

import (
	"context"
	"testing"

	"offprint/reader"
)

// A quote whose speaker is more likely wrong than right is nobody's, until
// the reader says whose it is.
func TestUnlikelySpeakerIsNobody(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	a := testArchive(t)
	d := said("Talks", "2024-01-05", "“The harbour needs engineers and a crane,” said [Anna Meyer].")
	d.Quotes[0].Confidence = reader.SureEnough - 0.01
	mustAdd(t, a, item("one", d))
	byHer := func() []QuoteRow {
		rows, err := a.Quotes(ctx, parse(t, "said:meyer"), QuotesNewest, 0, 10)
		if err != nil {
			t.Fatal(err)
		}
		return rows
	}
	if rows := byHer(); len(rows) != 0 {
		t.Errorf("said by her: %+v", rows)
	}
	all, err := a.Quotes(ctx, parse(t, ""), QuotesNewest, 0, 10)
	if err != nil || len(all) != 1 {
		t.Fatal(all, err)
	}
	q := all[0]
	if q.Speaker != 0 || q.Quote.Attributed() {
		t.Errorf("quote %+v", q)
	}
	if err := a.CorrectQuote(ctx, q.ID, Correction{Speaker: "Anna Meyer", Kind: reader.SpeakerPerson}); err != nil {
		t.Fatal(err)
	}
	if rows := byHer(); len(rows) != 1 || rows[0].Speaker == 0 {
		t.Errorf("after the correction: %+v", rows)
	}
	if _, err := a.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	if rows := byHer(); len(rows) != 0 {
		t.Errorf("after taking it back: %+v", rows)
	}
}
