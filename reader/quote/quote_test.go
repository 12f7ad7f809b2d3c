package quote

import (
	"testing"

	"offprint/reader"
)

func TestFindDirect(t *testing.T) {
	t.Parallel()
	quotes := Find(caseText("\"The harbour will stay open all winter,\" the mayor, Anna Lind, said on Friday.\n\n\"We have the boats,\" Lind added."), "en", nil)
	if len(quotes) != 2 {
		t.Fatalf("got %d quotes, want 2", len(quotes))
	}
	for _, q := range quotes {
		if q.Speaker.Name != "Anna Lind" || q.Kind != reader.QuoteDirect {
			t.Errorf("got %s by %q, want direct by Anna Lind", q.Kind, q.Speaker.Name)
		}
	}
}
