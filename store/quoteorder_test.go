package store

import (
	"context"
	"fmt"
	"strings"
	"testing"
)

// daily has three articles of two days with five quotes each; the last words of
// a quote are those of its article and its number there.
func daily(t *testing.T) *Archive {
	t.Helper()
	a := testArchive(t)
	for i, day := range []string{"2024-03-01", "2024-03-02", "2024-03-02"} {
		var text strings.Builder
		for n := range 5 {
			who := []string{"Ines Roth", "Marta Kolven", "a clerk"}[n%3]
			fmt.Fprintf(&text, "“The people of <Aldersted> have waited for the quay number %c %d,” said [%s]. ", 'a'+i, n, who)
		}
		mustAdd(t, a, item(fmt.Sprint(i), said(fmt.Sprintf("Day %c", 'a'+i), day, text.String())))
	}
	index(t, a)
	return a
}

// TestQuoteOrder: the newest article comes first, its quotes as they stand in
// it; that holds however the quotes are found, and over pages of any length.
func TestQuoteOrder(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	a := daily(t)
	for _, c := range []struct {
		query string
		by    QuoteSort
		want  string
	}{
		{"", QuotesNewest, "c0 c1 c2 c3 c4 b0 b1 b2 b3 b4 a0 a1 a2 a3 a4"},
		{"", QuotesOldest, "a0 a1 a2 a3 a4 b0 b1 b2 b3 b4 c0 c1 c2 c3 c4"},
		{"quay", QuotesNewest, "c0 c1 c2 c3 c4 b0 b1 b2 b3 b4 a0 a1 a2 a3 a4"},
		{"after:2024-03-02", QuotesNewest, "c0 c1 c2 c3 c4 b0 b1 b2 b3 b4"},
		{"said:roth", QuotesNewest, "c0 c3 b0 b3 a0 a3"},
		{"said:roth", QuotesOldest, "a0 a3 b0 b3 c0 c3"},
		{"said:roth before:2024-03-02", QuotesNewest, "a0 a3"},
		{"about:aldersted said:kolven", QuotesNewest, "c1 c4 b1 b4 a1 a4"},
		{"about:aldersted", QuotesNewest, "c0 c1 c2 c3 c4 b0 b1 b2 b3 b4 a0 a1 a2 a3 a4"},
		{"about:aldersted", QuotesOldest, "a0 a1 a2 a3 a4 b0 b1 b2 b3 b4 c0 c1 c2 c3 c4"},
		{"", QuotesBySpeaker, "c0 c3 b0 b3 a0 a3 c1 c4 b1 b4 a1 a4 c2 b2 a2"},
	} {
		for _, page := range []int{1, 2, 4, 30} {
			if got := paged(ctx, t, a, c.query, c.by, page); got != c.want {
				t.Errorf("%q in order %d by pages of %d: %s, want %s", c.query, c.by, page, got, c.want)
			}
		}
	}
}

// paged returns the places of all quotes of a query, asked for page by page.
func paged(ctx context.Context, t *testing.T, a *Archive, q string, by QuoteSort, page int) string {
	t.Helper()
	var got []string
	for {
		rows, err := a.Quotes(ctx, parse(t, q), by, len(got), page)
		if err != nil {
			t.Fatalf("%s: %v", q, err)
		}
		for _, r := range rows {
			words := strings.Fields(strings.Trim(string(r.Text), ","))
			got = append(got, strings.Join(words[len(words)-2:], ""))
		}
		if len(rows) < page {
			return strings.Join(got, " ")
		}
	}
}

// TestQuotesAlongSpeakers: speaker by speaker the quotes come in the order in
// which all together do, whatever was merged, renamed, dropped and corrected.
func TestQuotesAlongSpeakers(t *testing.T) {
	t.Parallel()
	for seed := range uint64(3) {
		p := newPlayer(t, 40+seed, 25)
		for range 80 {
			if err := p.change(); !expected(err) {
				t.Fatal(err)
			}
		}
		err := p.a.read(context.Background(), "list", func(l *link) error {
			s, err := newQuoteSearch(l, parse(t, ""), QuotesBySpeaker)
			if err != nil {
				return err
			}
			want, _, err := s.together(1 << 20)
			if err != nil {
				return err
			}
			for _, limit := range []int{1, 7, len(want) - 1, len(want), len(want) + 1} {
				got, whole, err := s.alongSpeakers(limit)
				if err != nil {
					return err
				}
				if len(got) < min(limit, len(want)) || !whole && len(got) < limit || whole && len(got) != len(want) {
					t.Errorf("seed %d: %d of %d quotes with a limit of %d, all: %v", seed, len(got), len(want), limit, whole)
				}
				for i := range got {
					if got[i] != want[i] {
						t.Errorf("seed %d, limit %d: quote %d is %+v, want %+v", seed, limit, i, got[i], want[i])
						break
					}
				}
			}
			return nil
		})
		must(t, err)
	}
}

// TestQuoteOrderOfSeveralNames: somebody who goes by two names is followed by
// both, in one order and over pages of any length.
func TestQuoteOrderOfSeveralNames(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	a := daily(t)
	var text strings.Builder
	for n := range 6 { // one name has more of the newest than are asked for at once
		fmt.Fprintf(&text, "“The people of <Aldersted> have waited for the quay number d %d,” said [Marta Kolven]. ", n)
	}
	mustAdd(t, a, item("d", said("Day d", "2024-03-05", text.String())))
	must(t, a.MergeEntities(ctx, known(t, a, "Marta Kolven").ID, known(t, a, "Ines Roth").ID))
	for _, c := range []struct {
		by   QuoteSort
		want string
	}{
		{QuotesNewest, "d0 d1 d2 d3 d4 d5 c0 c1 c3 c4 b0 b1 b3 b4 a0 a1 a3 a4"},
		{QuotesOldest, "a0 a1 a3 a4 b0 b1 b3 b4 c0 c1 c3 c4 d0 d1 d2 d3 d4 d5"},
	} {
		for _, page := range []int{1, 2, 3, 30} {
			if got := paged(ctx, t, a, "said:roth", c.by, page); got != c.want {
				t.Errorf("order %d by pages of %d: %s, want %s", c.by, page, got, c.want)
			}
		}
	}
}
