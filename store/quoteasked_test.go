package store

import (
	"cmp"
	"context"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"offprint/store/query"
)

// quoted answers a query for the quote of an article: words are sought in the
// quote, names at it, and all else, also alternatives of both, in the article.
func (one *asked) quotedAs(root *query.Node) bool {
	if len(one.quoted) == 0 {
		return false
	}
	for _, n := range conditions(root) {
		switch {
		case only(n, isWord):
			if !one.inQuote(n) {
				return false
			}
		case only(n, isName):
			if !one.atQuote(n) {
				return false
			}
		case !one.holds(n):
			return false
		}
	}
	return true
}

// conditions are the nodes that must all hold.
func conditions(root *query.Node) []*query.Node {
	switch {
	case root == nil:
		return nil
	case root.Op == query.OpAnd:
		return root.Kids
	}
	return []*query.Node{root}
}

func (one *asked) inQuote(n *query.Node) bool {
	quote := asked{text: one.text}
	return quote.holds(n)
}

func (one *asked) atQuote(n *query.Node) bool {
	quote := asked{quoted: one.quoted, about: one.about, named: one.about}
	return quote.holds(n)
}

// shownQuotes returns the quotes of a list as they are shown: of several with
// the same words the oldest, one without a date only if none has one.
func shownQuotes(list []*asked) (titles []string) {
	key := func(one *asked) string {
		if words := plainWords(one.text); len(words) >= minSame {
			return strings.Join(words, " ")
		}
		return one.title
	}
	best := map[string]*asked{}
	for _, one := range list {
		old := best[key(one)]
		if old == nil || one.day.IsZero() == old.day.IsZero() && cmp.Or(one.day.Compare(old.day), cmp.Compare(one.title, old.title)) < 0 ||
			old.day.IsZero() && !one.day.IsZero() {
			best[key(one)] = one
		}
	}
	for _, one := range list {
		if best[key(one)] == one {
			titles = append(titles, one.title[:4])
		}
	}
	return titles
}

// quotes returns the numbers of the articles whose quotes a query finds.
func (k *asker) quotes(a *Archive, q query.Query, by QuoteSort) (got []string) {
	rows, err := a.Quotes(context.Background(), q, by, 0, 100)
	if err != nil {
		k.Fatalf("%q: %v", q, err)
	}
	for _, r := range rows {
		got = append(got, string(r.Row.Title[:4]))
	}
	return got
}

// TestQuotesAgainstReading asks random queries for quotes and compares what is
// found with what reading every article finds.
func TestQuotesAgainstReading(t *testing.T) {
	t.Parallel()
	a := testArchive(t)
	k := &asker{T: t, r: rand.New(rand.NewPCG(5, 6)), orgs: []string{"Club Ardel", "Club Bovin", "Club Cestor"}}
	var byDate []*asked
	for i := range 60 {
		one := k.article(i)
		if i > 5 && k.r.IntN(3) == 0 { // the same words elsewhere, perhaps by somebody else
			one.text = k.all[k.r.IntN(i)].text
		}
		k.all = append(k.all, one)
		k.add(a, &k.all[i])
	}
	for i := range k.all {
		byDate = append(byDate, &k.all[i])
	}
	slices.SortFunc(byDate, func(x, y *asked) int { // those without a date count as of today
		if x.day.IsZero() != y.day.IsZero() {
			return map[bool]int{true: -1, false: 1}[x.day.IsZero()]
		}
		return cmp.Or(y.day.Compare(x.day), cmp.Compare(y.title, x.title))
	})
	index(t, a)
	some, all := 0, 1000
	if testing.Short() {
		all = 150
	}
	for range all {
		q := parse(t, k.ask(2))
		var found []*asked
		for _, one := range byDate {
			if one.quotedAs(q.Root) {
				found = append(found, one)
			}
		}
		if len(found) > 0 {
			some++
		}
		if got, want := k.quotes(a, q, QuotesNewest), shownQuotes(found); !slices.Equal(got, want) {
			t.Fatalf("quotes of %q: got %v, want %v", q, got, want)
		}
		slices.Reverse(found)
		if got, want := k.quotes(a, q, QuotesOldest), shownQuotes(found); !slices.Equal(got, want) {
			t.Fatalf("quotes of %q, the oldest first: got %v, want %v", q, got, want)
		}
	}
	if some < all/6 {
		t.Errorf("only %d queries find quotes", some)
	}
}
