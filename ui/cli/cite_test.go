package cli

import (
	"testing"

	"offprint/reader"
	"offprint/store"
)

// A speaker who is more likely wrong than right is not told in any form.
func TestUnlikelySpeakerIsNotTold(t *testing.T) {
	t.Parallel()
	q := store.QuoteRow{Quote: reader.Quote{Kind: reader.QuoteDirect, Confidence: 0.49, Speaker: reader.Speaker{Name: "Ida Lund", Kind: reader.SpeakerPerson}}}
	if got := quoteOf(q); got.Speaker != "" || got.SpeakerKind != "" {
		t.Errorf("as JSON: %+v", got)
	}
	if got := sourceLine(q); got != "(unattributed)" {
		t.Errorf("for people: %q", got)
	}
	q.Quote.Confidence = reader.SureEnough
	if got := quoteOf(q); got.Speaker != "Ida Lund" || got.SpeakerKind != "person" {
		t.Errorf("as JSON: %+v", got)
	}
}
