package store

import (
	"context"
	"fmt"
	"slices"
	"testing"
)

// TestQuotesStandAsInTheText: the quotes of an article that came anew with
// another in front of those it had are listed in the order of its text,
// whoever is asked for, and page by page as at once.
func TestQuotesStandAsInTheText(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	a := testArchive(t)
	d := said("ferry", "2024-01-02", "Nobody knew. “We will wait for all of them,” said [Anna Meyer]. “So it was in May, and never since,” said [Anna Meyer].")
	d.Article.Address = "https://news.example/a"
	mustAdd(t, a, item("a", d))
	d = said("ferry", "2024-01-02", "“They must come at once or not at all,” said [Anna Meyer]. Nobody knew. “We will wait for all of them,” said [Anna Meyer]. "+
		"“The [Ina Kay] is no ship for this,” said [Anna Meyer]. “So it was in May, and never since,” said [Anna Meyer].")
	d.Article.Address = "https://news.example/a"
	if out := mustAdd(t, a, item("b", d))[0]; out.Status != StatusUpdated {
		t.Fatalf("the newer text: %+v", out)
	}
	index(t, a)
	for _, q := range []string{"", "said:meyer", `said:"anna meyer" wait OR come OR ship OR may`, "title:ferry", "wait OR come OR ship OR never", "source:news.example", "after:2024"} {
		for _, by := range []QuoteSort{QuotesNewest, QuotesOldest, QuotesBySpeaker} {
			rows, err := a.Quotes(ctx, parse(t, q), by, 0, 9)
			if err != nil {
				t.Fatal(err)
			}
			var places, paged []int
			for _, r := range rows {
				places = append(places, r.At.Start)
			}
			for offset := range len(rows) {
				page, err := a.Quotes(ctx, parse(t, q), by, offset, 1)
				if err != nil || len(page) != 1 {
					t.Fatalf("%q, order %d, page %d: %v, %v", q, by, offset, page, err)
				}
				paged = append(paged, page[0].At.Start)
			}
			if !slices.IsSorted(places) || fmt.Sprint(paged) != fmt.Sprint(places) || len(rows) == 0 {
				t.Errorf("%q, order %d: quotes at %v, page by page at %v", q, by, places, paged)
			}
		}
	}
}
