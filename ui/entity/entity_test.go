package entity

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"offprint/reader"
	"offprint/store"
	"offprint/ui/nav"
	"offprint/ui/rows/rowstest"
	"offprint/ui/uitest"
)

// fake knows one place, named in n articles.
type fake struct {
	n       int
	err     error
	changes []string
}

var april = time.Date(2024, 4, 19, 0, 0, 0, 0, time.UTC)

func (f *fake) Entity(_ context.Context, id store.EntityID) (*store.EntityPage, error) {
	if f.err != nil {
		return nil, f.err
	}
	p := &store.EntityPage{
		EntityRow: store.EntityRow{
			ID: id, Name: "Lower Valley", Kind: reader.EntityPlace, Articles: f.n, Mentions: 3 * f.n, Quotes: 4,
			First: april.AddDate(-2, 0, 0), Last: april, Country: "Q1",
		},
		Aliases: []reader.Text{"the Valley", "下谷"},
		Names:   []store.Name{{ID: 7, Text: "Lower Valley", Articles: 9}, {ID: 17, Text: "the Valley", Articles: 1}},
		Months:  []store.Month{{Year: 2023, Month: time.May, Count: 3}, {Year: 2024, Month: time.April, Count: 9}},
		Kin:     []store.EntityRow{{ID: 70, Name: "Valleyan", Kind: reader.EntityNationality, Articles: 5}},
	}
	for i := range 12 {
		p.With = append(p.With, store.EntityRow{
			ID: store.EntityID(i + 80), Name: reader.CleanLine(fmt.Sprintf("Person %d", i)), Kind: reader.EntityPerson, Articles: 50 - i,
		})
	}
	for i := range 4 {
		q := store.QuoteRow{
			ID: store.QuoteID(i + 1), Text: reader.CleanLine(fmt.Sprintf("We want the water, number %d, %s", i, strings.Repeat("and more ", 20))),
			Row: store.Row{ID: store.ID(i + 500), Outlet: "Ember", Published: april}, At: reader.Span{Start: i, End: i + 9},
			Speaker: id, Quote: reader.Quote{Confidence: 1, Speaker: reader.Speaker{Name: "Lower Valley"}},
		}
		p.By = append(p.By, q)
		q.Speaker, q.Quote.Speaker.Name = 99, "Anna Meyer"
		p.About = append(p.About, q)
	}
	return p, nil
}

// spoken is a name that nothing but a correction has: no article names it.
type spoken struct{ *fake }

func (f spoken) Entity(ctx context.Context, id store.EntityID) (*store.EntityPage, error) {
	p, err := f.fake.Entity(ctx, id)
	if err == nil {
		p.EntityRow = store.EntityRow{ID: id, Name: "Nadia Example", Kind: reader.EntityPerson, Quotes: 1}
		p.By = p.By[:1]
	}
	return p, err
}

func TestSpeakerWithoutArticles(t *testing.T) {
	t.Parallel()
	root := rowstest.New(t, New(spoken{&fake{}}, rowstest.Look(), nav.OpenEntity{ID: 3}, rowstest.Now))
	d := uitest.New(t, root, 140, 40)
	has(t, d, "0 articles · 1 quote", "No article names it: you said that it speaks.", "in the list of quotes ›")
}

func (f *fake) Appearances(_ context.Context, id store.EntityID, offset, n int) ([]store.Appearance, error) {
	var out []store.Appearance
	for i := offset; i < min(f.n, offset+n); i++ {
		out = append(out, store.Appearance{
			Row:  store.Row{ID: store.ID(i + 1), Title: reader.CleanLine(fmt.Sprintf("Article %d", i)), Outlet: "Ember", Published: april},
			Line: "In the Lower Valley the river rose", Marks: []reader.Span{{Start: 7, End: 19}},
			At: reader.Span{Start: i, End: i + 12}, Count: 3,
		})
	}
	return out, f.err
}

func (f *fake) Entities(_ context.Context, filter store.EntityFilter) ([]store.EntityRow, error) {
	return []store.EntityRow{{ID: 7, Name: "Lower Valley"}, {ID: 8, Name: "The Valley", Kind: filter.Kind}}, f.err
}

func (f *fake) RenameEntity(_ context.Context, id store.EntityID, name reader.Text) error {
	f.changes = append(f.changes, fmt.Sprintf("rename %d %s", id, name))
	return f.err
}

func (f *fake) MergeEntities(_ context.Context, from, into store.EntityID) error {
	f.changes = append(f.changes, fmt.Sprintf("merge %d %d", from, into))
	return f.err
}

func (f *fake) SplitEntity(_ context.Context, id store.EntityID, names []int64) (store.EntityID, error) {
	f.changes = append(f.changes, fmt.Sprintf("split %d %v", id, names))
	return 99, f.err
}

func (f *fake) DropEntity(_ context.Context, id store.EntityID) error {
	f.changes = append(f.changes, fmt.Sprintf("drop %d", id))
	f.err = store.ErrNoEntity
	return nil
}

func start(t *testing.T, f *fake, open nav.OpenEntity, w, h int) (*uitest.Driver, *rowstest.Root) {
	t.Helper()
	root := rowstest.New(t, New(f, rowstest.Look(), open, rowstest.Now))
	return uitest.New(t, root, w, h), root
}

func has(t *testing.T, d *uitest.Driver, wants ...string) {
	t.Helper()
	for _, want := range wants {
		if !strings.Contains(d.Text(), want) {
			t.Errorf("%q is missing:\n%s", want, d.Text())
		}
	}
}

func TestPageInOneColumn(t *testing.T) {
	t.Parallel()
	d, root := start(t, &fake{n: 250}, nav.OpenEntity{ID: 7}, 80, 24)
	has(t, d, "L Lower Valley  place · Wikidata Q1", "250 articles · 4 quotes", "[articles] about", "also the Valley · 下谷",
		"19 Apr 2022 – 19 Apr 2024 · 750 mentions", "May 2023 – Apr 2024", "In the Lower Valley the river rose")
	d.Keys("j enter")
	if want := (nav.OpenArticle{ID: 2, At: reader.Span{Start: 1, End: 13}, Follow: nav.Track{Entity: 7}}); root.Last() != want {
		t.Errorf("asked for %+v, want %+v", root.Last(), want)
	}
	if place := root.Screen.Place(); place != (nav.OpenEntity{ID: 7, At: 2}) {
		t.Errorf("place %+v", place)
	}
	d.Keys("tab")
	has(t, d, "  articles [about]", "Valleyan", "Named with")
	d.Keys("enter")
	if want := (nav.OpenEntity{ID: 70}); root.Last() != want {
		t.Errorf("asked for %+v, want %+v", root.Last(), want)
	}
	d.Keys("1 1 j enter") // over ten names to the first quote
	if want := (nav.OpenArticle{ID: 500, At: reader.Span{End: 9}, Follow: nav.Track{Entity: 7}}); root.Last() != want {
		t.Errorf("asked for %+v, want %+v", root.Last(), want)
	}
	d.Keys("3 j enter")
	has(t, d, "all 4 quotes ›")
	if open, ok := root.Last().(nav.OpenQuotes); !ok || open.Query.String() != `said:"Lower Valley"` {
		t.Errorf("asked for %+v", root.Last())
	}
	d.Keys("4 j enter")
	if open, ok := root.Last().(nav.OpenQuotes); !ok || open.Query.String() != `about:"Lower Valley"` {
		t.Errorf("asked for %+v", root.Last())
	}
}

func TestTabGoesToTheArticlesAndBack(t *testing.T) {
	t.Parallel()
	for _, w := range []int{80, 140} {
		d, root := start(t, &fake{n: 250}, nav.OpenEntity{ID: 7}, w, 30)
		d.Keys("tab enter")
		if _, ok := root.Last().(nav.OpenEntity); !ok {
			t.Errorf("%d columns: the facts do not have the cursor: %+v", w, root.Last())
		}
		d.Keys("tab j enter")
		if open, ok := root.Last().(nav.OpenArticle); !ok || open.ID != 2 {
			t.Errorf("%d columns: asked for %+v, want the second article", w, root.Last())
		}
	}
}

func TestTwoColumnsShowBoth(t *testing.T) {
	t.Parallel()
	d, _ := start(t, &fake{n: 250}, nav.OpenEntity{ID: 7}, 140, 45)
	has(t, d, "Quotes by Lower Valley", "Article 0", "Article 5", "│", "Anna Meyer · Ember · 19 Apr 2024")
	d.Keys("G G G")
	has(t, d, "Article 249", "also the Valley")
}

func TestPageBeginsAtAnArticle(t *testing.T) {
	t.Parallel()
	for _, w := range []int{80, 140} {
		_, root := start(t, &fake{n: 250}, nav.OpenEntity{ID: 7, At: 1}, w, 24)
		if place := root.Screen.Place(); place != (nav.OpenEntity{ID: 7, At: 1}) {
			t.Errorf("place %+v", place)
		}
		d, root := start(t, &fake{n: 250}, nav.OpenEntity{ID: 7, At: 151}, w, 24)
		has(t, d, "Article 150")
		if place := root.Screen.Place(); place != (nav.OpenEntity{ID: 7, At: 151}) {
			t.Errorf("place %+v", place)
		}
		d.Send(nav.Changed{})
		d.Keys("enter")
		if open, ok := root.Last().(nav.OpenArticle); !ok || open.ID != 151 {
			t.Errorf("after a change: asked for %+v", root.Last())
		}
	}
}

func TestPageBeginsAtAFact(t *testing.T) {
	t.Parallel()
	for _, w := range []int{80, 140} {
		d, root := start(t, &fake{n: 250}, nav.OpenEntity{ID: 7, At: -3}, w, 24)
		d.Keys("enter")
		if want := (nav.OpenEntity{ID: 82}); root.Last() != want { // the third name beside it
			t.Errorf("%d columns: asked for %+v, want %+v", w, root.Last(), want)
		}
		if place := root.Screen.Place(); place != (nav.OpenEntity{ID: 7, At: -3}) {
			t.Errorf("%d columns: place %+v", w, place)
		}
	}
}

func TestResizeBetweenOneColumnAndTwo(t *testing.T) {
	t.Parallel()
	d, root := start(t, &fake{n: 250}, nav.OpenEntity{ID: 7, At: 31}, 140, 24)
	d.Resize(80, 24)
	d.Resize(140, 24)
	if place := root.Screen.Place(); place != (nav.OpenEntity{ID: 7, At: 31}) {
		t.Errorf("place %+v", place)
	}
}

func TestFailures(t *testing.T) {
	t.Parallel()
	f := &fake{err: fmt.Errorf("entity 7: %w", store.ErrNoEntity)}
	d, root := start(t, f, nav.OpenEntity{ID: 7}, 80, 24)
	has(t, d, "not in the archive any more")
	d.Keys("enter j k tab X M")
	if root.Last() != nil {
		t.Errorf("asked for %+v", root.Last())
	}
	f.err = errors.New("disk")
	d.Send(nav.Changed{})
	if _, ok := root.Last().(nav.Fail); !ok {
		t.Errorf("asked for %+v", root.Last())
	}
	has(t, d, "could not be read")
	f.err, f.n = nil, 3
	d.Send(nav.Changed{})
	has(t, d, "L Lower Valley", "3 articles")
}

func TestCorrections(t *testing.T) {
	t.Parallel()
	f := &fake{n: 5}
	d, root := start(t, f, nav.OpenEntity{ID: 7}, 100, 30)
	d.Keys("c")
	ask, ok := root.Last().(nav.Ask)
	if !ok || ask.Initial != "Lower Valley" {
		t.Fatalf("asked for %+v", root.Last())
	}
	d.Send(ask.Answer("Upper Valley"))
	d.Keys("M")
	choose, ok := root.Last().(nav.Choose)
	if !ok || len(choose.Options) != 1 || choose.Options[0].Label != "The Valley" {
		t.Fatalf("asked for %+v", root.Last())
	}
	d.Send(choose.Answer(0))
	d.Keys("S")
	if choose, ok = root.Last().(nav.Choose); !ok || len(choose.Options) != 2 || choose.Options[1].Detail != "1 article" {
		t.Fatalf("asked for %+v", root.Last())
	}
	d.Send(choose.Answer(1))
	d.Keys("X")
	if say, ok := root.Last().(nav.Say); !ok || !say.Undo {
		t.Errorf("asked for %+v", root.Last())
	}
	has(t, d, "not in the archive any more")
	if got, want := strings.Join(f.changes, "; "), "rename 7 Upper Valley; merge 7 8; split 7 [17]; drop 7"; got != want {
		t.Errorf("changes %q, want %q", got, want)
	}
}

func TestGeometry(t *testing.T) {
	t.Parallel()
	for name, keys := range map[string]string{"top": "", "facts": "tab 1 5 j", "articles": "j j", "end": "G G"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d, _ := start(t, &fake{n: 130}, nav.OpenEntity{ID: 7}, 100, 30)
			d.Keys(keys)
			rowstest.Sweep(d.Resize)
		})
	}
	t.Run("nothing", func(t *testing.T) {
		t.Parallel()
		d, _ := start(t, &fake{err: store.ErrNoEntity}, nav.OpenEntity{ID: 7}, 100, 30)
		rowstest.Sweep(d.Resize)
	})
}
