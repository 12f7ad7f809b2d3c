package store

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"offprint/reader"
	"offprint/store/query"
)

// question is something that is asked of an archive. Answers are compared as a whole.
type question struct {
	name string
	ask  func(ctx context.Context, a *Archive) (any, error)
}

// asks makes a question of a method that is called with more than a context.
func asks[T any](name string, ask func(ctx context.Context, a *Archive) (T, error)) question {
	return question{name, func(ctx context.Context, a *Archive) (any, error) { return ask(ctx, a) }}
}

func questions(t *testing.T, quote QuoteID, at reader.Span) []question {
	return []question{
		asks("Article", func(ctx context.Context, a *Archive) (*Article, error) { return a.Article(ctx, 1) }),
		asks("Versions", func(ctx context.Context, a *Archive) ([]Version, error) { return a.Versions(ctx, 1) }),
		asks("Original", func(ctx context.Context, a *Archive) ([]byte, error) { return a.Original(ctx, 1) }),
		asks("Part", func(ctx context.Context, a *Archive) (Part, error) { return a.Part(ctx, 1) }),
		asks("FileArticles", func(ctx context.Context, a *Archive) ([]Row, error) { return a.FileArticles(ctx, "0") }),
		asks("Appearances", func(ctx context.Context, a *Archive) ([]Appearance, error) { return a.Appearances(ctx, 1, 0, 5) }),
		asks("Copies", func(ctx context.Context, a *Archive) ([]Row, error) { return a.Copies(ctx, 1) }),
		asks("Entities", func(ctx context.Context, a *Archive) ([]EntityRow, error) {
			return a.Entities(ctx, EntityFilter{AnyKind: true, Name: "institute"})
		}),
		asks("Entity", func(ctx context.Context, a *Archive) (*EntityPage, error) { return a.Entity(ctx, 1) }),
		asks("Speaker", func(ctx context.Context, a *Archive) (*SpeakerPage, error) { return a.Speaker(ctx, 1) }),
		asks("Together", func(ctx context.Context, a *Archive) ([]Pair, error) { return a.Together(ctx, []EntityID{1, 2, 3}, 1) }),
		asks("Highlights", func(ctx context.Context, a *Archive) ([]HighlightRow, error) {
			return a.Highlights(ctx, parse(t, ""), 0, 5)
		}),
		asks("Imports", func(ctx context.Context, a *Archive) ([]Import, error) { return a.Imports(ctx) }),
		asks("Left", func(ctx context.Context, a *Archive) (Left, error) { return a.Left(ctx) }),
		asks("Outlets", func(ctx context.Context, a *Archive) ([]Count, error) { return a.Outlets(ctx) }),
		asks("Tags", func(ctx context.Context, a *Archive) ([]Count, error) { return a.Tags(ctx) }),
		asks("Pending", func(ctx context.Context, a *Archive) (int, error) { return a.Pending(ctx) }),
		asks("Stamp", func(ctx context.Context, a *Archive) (Stamp, error) { return a.Stamp(ctx) }),
		asks("Stubs", func(ctx context.Context, a *Archive) ([]Stub, error) { return a.Stubs(ctx, 0, 5) }),
		asks("Known", func(ctx context.Context, a *Archive) (bool, error) {
			return a.Known(ctx, "0", 1, item("0").Modified)
		}),
		asks("QuoteIn", func(ctx context.Context, a *Archive) (QuoteID, error) { return a.QuoteIn(ctx, 1, at) }),
		asks("Quotes", func(ctx context.Context, a *Archive) ([]QuoteRow, error) {
			return a.Quotes(ctx, parse(t, "is:unread"), QuotesBySpeaker, 0, 5)
		}),
		asks("Kindred", func(ctx context.Context, a *Archive) ([]QuoteRow, error) { return a.Kindred(ctx, quote, 5) }),
		asks("Translated", func(ctx context.Context, a *Archive) ([]QuoteRow, error) { return a.Translated(ctx, quote, 5) }),
		asks("Related", func(ctx context.Context, a *Archive) ([]Row, error) { return a.Related(ctx, 1, 5) }),
		asks("Search", searched("the* OR institute")),
		asks("Search for a name", searched("mentions:institute \"institute of\"")),
		asks("List", listed5("is:unread")),
		asks("List of all", listed5("")),
		asks("Check", func(ctx context.Context, a *Archive) (Report, error) { return a.Check(ctx) }),
	}
}

func searched(q string) func(context.Context, *Archive) ([]Hit, error) {
	return func(ctx context.Context, a *Archive) ([]Hit, error) {
		parsed, err := query.Parse(q)
		if err != nil {
			return nil, err
		}
		hits, _, err := a.Search(ctx, parsed, 5)
		return hits, err
	}
}

// listed5 lists by tags, reads the first rows of each group, and finds an article.
func listed5(q string) func(context.Context, *Archive) (string, error) {
	return func(ctx context.Context, a *Archive) (string, error) {
		parsed, err := query.Parse(q)
		if err != nil {
			return "", err
		}
		l, err := a.List(ctx, View{Query: parsed, Group: GroupTag, Fold: true})
		if err != nil {
			return "", err
		}
		var b strings.Builder
		for g := range l.Groups() {
			rows, err := l.Rows(ctx, g, 0, 5)
			if err != nil {
				return "", err
			}
			fmt.Fprintln(&b, rows)
		}
		group, offset, ok, err := l.Find(ctx, 3)
		if err != nil {
			return "", err
		}
		behind, err := l.Behind(ctx, 1)
		fmt.Fprintln(&b, group, offset, ok, behind)
		return b.String(), err
	}
}

// TestNoHalfAnswers interrupts every question at every moment at which it may
// notice: it fails then and says so, or answers as if nothing had happened.
func TestNoHalfAnswers(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	a := testArchive(t)
	c := newCorpus(40)
	c.people, c.places, c.orgs = c.people[:6], c.places[:40], c.orgs[:3]
	for i := range 12 {
		d := c.article(i, 80)
		d.Article.Tags = []reader.Text{"one", "two"}[:1+i%2]
		it := item(fmt.Sprint(i), d)
		it.Original = []byte("as it was")
		mustAdd(t, a, it)
	}
	copied := c.article(3, 80)
	copied.Article.Address = "https://other.example/copy"
	newer := c.article(20, 80)
	newer.Article.Address = c.article(0, 80).Article.Address
	mustAdd(t, a, item("copy", copied), item("newer", newer), export(1, stubOf("https://news.example/stub", "Stub", reader.Kept{})))
	art := read(t, a, 2)
	for _, err := range []error{
		a.SetHighlight(ctx, &Highlight{Article: 2, Note: "why", Anchor: reader.AnchorAt(art.Digest.Article.Markdown, reader.Span{Start: 2, End: 20})}),
		a.KeepImport(ctx, Import{Seen: 1, Added: 1}), a.SetLeft(ctx, Left{Article: 2, Sort: SortOldest}),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	index(t, a)
	first := read(t, a, 1)
	if len(first.Digest.Quotes) == 0 {
		t.Fatal("the first article has no quote to test with")
	}
	at := first.Digest.Quotes[0].Extent()
	quote, err := a.QuoteIn(ctx, 1, at)
	if err != nil {
		t.Fatal(err)
	}
	apart := int64(3000) // every moment
	if testing.Short() {
		apart = 4
	}
	for _, q := range questions(t, quote, at) {
		want, err := q.ask(ctx, a)
		if err != nil {
			t.Errorf("%s: %v", q.name, err)
			continue
		}
		stops := 0
		for n := int64(1); n < 3000; n += 1 + n/apart {
			stop := newCountdown(n)
			got, err := q.ask(stop, a)
			over := stop.left.Load() > 0
			stop.cancel()
			switch {
			case err == nil && !reflect.DeepEqual(got, want):
				t.Errorf("%s, stop %d: got\n%.300s\nwant\n%.300s", q.name, n, fmt.Sprintf("%+v", got), fmt.Sprintf("%+v", want))
			case err != nil && !errors.Is(err, context.Canceled) && !strings.Contains(err.Error(), "interrupted"):
				t.Errorf("%s, stop %d: %v, want context.Canceled", q.name, n, err)
			}
			if over || t.Failed() {
				break
			}
			stops++
		}
		if stops == 0 {
			t.Errorf("%s was never stopped", q.name)
		}
	}
}
