package quotes

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"offprint/reader"
	"offprint/store"
	"offprint/store/query"
	"offprint/ui/nav"
	"offprint/ui/rows/rowstest"
	"offprint/ui/uitest"
)

// fake has n quotes; a query of said: has those of Meyer alone, or rows if there are any.
type fake struct {
	n     int
	rows  []store.QuoteRow
	asked []string
	err   error

	corrected []string
}

func (f *fake) Quotes(_ context.Context, q query.Query, by store.QuoteSort, offset, n int) ([]store.QuoteRow, error) {
	f.asked = append(f.asked, fmt.Sprintf("%s/%d/%d", q.String(), by, offset))
	if f.err != nil {
		return nil, f.err
	}
	var out []store.QuoteRow
	for i := offset; i < min(f.n, offset+n); i++ {
		if len(f.rows) > 0 {
			out = append(out, f.rows[i])
			continue
		}
		out = append(out, row(i, !q.All()))
	}
	return out, nil
}

func row(i int, meyer bool) store.QuoteRow {
	r := store.QuoteRow{
		ID: store.QuoteID(i + 1), Address: "https://reporter.example/river", Speaker: store.EntityID(i%3 + 1), Sources: i%2*6 + 1,
		Text: reader.CleanLine(fmt.Sprintf("The river will not wait for another report, number %d, and neither will the people who live on its banks", i)),
		At:   reader.Span{Start: 10 * i, End: 10*i + 5},
		Row: store.Row{
			ID: store.ID(i + 100), Title: "River", Outlet: "The Reporter", Published: time.Date(2024, 4, 19, 0, 0, 0, 0, time.UTC),
		},
		Quote: reader.Quote{Kind: reader.QuoteDirect, Confidence: 0.9},
	}
	r.Quote.Speaker.Name = [...]reader.Text{"Anna Meyer", "Omar Haddad", "中村 花子"}[i%3]
	if meyer {
		r.Quote.Speaker.Name, r.Speaker = "Anna Meyer", 1
	}
	switch i % 7 {
	case 5:
		r.Quote.Confidence = 0.6
	case 6:
		r.Quote.Confidence = 0.1
	}
	return r
}

func (f *fake) Speaker(_ context.Context, id store.EntityID) (*store.SpeakerPage, error) {
	return &store.SpeakerPage{
		EntityRow: store.EntityRow{ID: id, Name: "Anna Meyer", Kind: reader.EntityPerson, Quotes: f.n},
		Months:    []store.Month{{Year: 2024, Month: time.March, Count: 2}, {Year: 2024, Month: time.April, Count: 8}},
		Outlets:   []store.Count{{Name: "The Reporter", Articles: 9}, {Articles: 1}},
		About: []store.EntityRow{
			{Name: "Lower Valley", Quotes: 4, Kind: reader.EntityPlace, Country: "Q1"},
			{Name: "Valleyan", Quotes: 3, Kind: reader.EntityNationality, Country: "Q1"},
			{Name: "Uplander", Quotes: 2, Kind: reader.EntityNationality, Country: "Q2"},
		},
	}, nil
}

func (f *fake) SameQuote(_ context.Context, id store.QuoteID) ([]store.QuoteRow, error) {
	same := []store.QuoteRow{row(3, true), row(4, true)}
	if row(int(id)-1, false).Sources == 1 {
		same = same[:1]
	}
	return same, f.err
}

func (f *fake) CorrectQuote(_ context.Context, id store.QuoteID, c store.Correction) error {
	f.corrected = append(f.corrected, fmt.Sprintf("%d %v %s %s", id, c.None, c.Speaker, c.Kind))
	return f.err
}

func (f *fake) Entities(context.Context, store.EntityFilter) ([]store.EntityRow, error) {
	return []store.EntityRow{{Name: "Harbour Board", Kind: reader.EntityOrganization}, {Name: "Rotterdam", Kind: reader.EntityPlace}}, f.err
}

func (f *fake) Tags(context.Context) ([]store.Count, error) { return nil, f.err }

func (f *fake) Outlets(context.Context) ([]store.Count, error) {
	return []store.Count{{Name: "The Reporter"}}, f.err
}

func start(t *testing.T, f *fake, open nav.OpenQuotes, w, h int) (*uitest.Driver, *rowstest.Root) {
	t.Helper()
	root := rowstest.New(t, New(f, rowstest.Look(), open, rowstest.Now))
	return drive(t, root, w, h), root
}

func drive(t *testing.T, root *rowstest.Root, w, h int) *uitest.Driver {
	t.Helper()
	return uitest.New(t, root, w, h)
}

func has(t *testing.T, d *uitest.Driver, wants ...string) {
	t.Helper()
	for _, want := range wants {
		if !strings.Contains(d.Text(), want) {
			t.Errorf("%q is missing:\n%s", want, d.Text())
		}
	}
}

func TestQuotes(t *testing.T) {
	t.Parallel()
	f := &fake{n: 250}
	d, root := start(t, f, nav.OpenQuotes{}, 100, 30)
	has(t, d, "250 · newest first", "Anna Meyer", "“The river will not wait", "in 7 articles · The Reporter · 19 Apr 2024", "The Reporter · 19 Apr 2024", "(unattributed)")
	d.Keys("j enter")
	if want := (nav.OpenArticle{ID: 101, At: reader.Span{Start: 10, End: 15}}); root.Last() != want {
		t.Errorf("asked for %+v, want %+v", root.Last(), want)
	}
	d.Keys("p")
	if open, ok := root.Last().(nav.OpenQuotes); !ok || open.Query.String() != `said:"Omar Haddad"` {
		t.Errorf("asked for %+v, want what he said", root.Last())
	}
	d.Keys("j j j")
	has(t, d, "中村 花子 ?")
	d.Keys("j") // number 5
	has(t, d, "中村 花子 · unsure")
	d.Keys("G G G")
	has(t, d, "250 · newest first", "number 249")
	if place, ok := root.Screen.Place().(nav.OpenQuotes); !ok || place.At != 249 {
		t.Errorf("place %+v", root.Screen.Place())
	}
}

func TestSortGoesOn(t *testing.T) {
	t.Parallel()
	f := &fake{n: 5}
	d, root := start(t, f, nav.OpenQuotes{}, 100, 30)
	for _, want := range []string{"oldest first", "by speaker", "newest first"} {
		d.Keys(",")
		has(t, d, want)
	}
	if got := fmt.Sprint(f.asked); got != "[/0/0 /1/0 /2/0 /0/0]" {
		t.Errorf("asked %s", got)
	}
	d.Keys(", ,")
	if place, _ := root.Screen.Place().(nav.OpenQuotes); place.Sort != store.QuotesBySpeaker {
		t.Errorf("place %+v", place)
	}
}

func TestCopyWithTheSource(t *testing.T) {
	t.Parallel()
	f := &fake{n: 3}
	d, root := start(t, f, nav.OpenQuotes{}, 100, 30)
	d.Keys("yy")
	c, ok := root.Last().(nav.Copy)
	if !ok {
		t.Fatalf("asked for %+v", root.Last())
	}
	for _, want := range []string{"number 0", "Anna Meyer; River, The Reporter, 19 April 2024, https://reporter.example/river"} {
		if !strings.Contains(string(c.Text), want) {
			t.Errorf("%q is missing in %q", want, c.Text)
		}
	}
	for key, want := range map[string]string{"ym": "[River](<https://reporter.example/river>)", "yb": "@online{reporter2024river-1,", "yc": `"type"`} {
		d.Keys(key)
		if c, ok := root.Last().(nav.Copy); !ok || !strings.Contains(string(c.Text), want) || !strings.Contains(string(c.Text), "number 0") {
			t.Errorf("%s asked for %+v, want a copy with %q", key, root.Last(), want)
		}
	}
}

// All that is listed is copied at once, up to as many as a terminal takes.
func TestCopyAll(t *testing.T) {
	t.Parallel()
	for n, what := range map[int]reader.Text{1: "1 quote with its source", 3: "3 quotes with their sources", 250: "first 200 quotes with their sources"} {
		d, root := start(t, &fake{n: n}, nav.OpenQuotes{}, 100, 30)
		d.Keys("Y")
		c, ok := root.Last().(nav.Copy)
		if !ok || c.What != what || strings.Count(string(c.Text), "](<https://reporter.example/river>)") != min(n, 200) {
			t.Errorf("%d quotes: asked for %.300v", n, root.Last())
		}
	}
	f := &fake{}
	d, root := start(t, f, nav.OpenQuotes{}, 100, 30)
	d.Keys("Y")
	if say, ok := root.Last().(nav.Say); !ok || say.Text != "No quote is listed" {
		t.Errorf("asked for %+v", root.Last())
	}
	f.err = errors.New("disk")
	d.Keys("Y")
	if _, ok := root.Last().(nav.Fail); !ok {
		t.Errorf("asked for %+v, want a failure", root.Last())
	}
}

func TestTheSameWordsElsewhere(t *testing.T) {
	t.Parallel()
	d, root := start(t, &fake{n: 5}, nav.OpenQuotes{}, 100, 30)
	d.Keys("a")
	if _, ok := root.Last().(nav.Say); !ok {
		t.Errorf("one article: asked for %+v", root.Last())
	}
	d.Keys("j a")
	c, ok := root.Last().(nav.Choose)
	if !ok || len(c.Options) != 2 || c.Options[1].Detail != "19 Apr 2024 · The Reporter" {
		t.Fatalf("asked for %+v", root.Last())
	}
	if open := c.Answer(1); open != (nav.OpenArticle{ID: 104, At: reader.Span{Start: 40, End: 45}}) {
		t.Errorf("opens %+v", open)
	}
}

func TestCorrections(t *testing.T) {
	t.Parallel()
	f := &fake{n: 5}
	d, root := start(t, f, nav.OpenQuotes{}, 100, 30)
	d.Keys("X")
	if say, ok := root.Last().(nav.Say); !ok || !say.Undo {
		t.Errorf("asked for %+v", root.Last())
	}
	d.Keys("j c")
	ask, ok := root.Last().(nav.Ask)
	if !ok || ask.Initial != "Omar Haddad" || !ask.Take || fmt.Sprint(ask.Suggest("bo")) != "[Harbour Board]" || len(ask.Suggest("r")) != 0 || len(ask.Suggest("")) == 0 {
		t.Fatalf("asked for %+v", root.Last())
	}
	d.Send(ask.Answer("Harbour Board"))
	d.Send(ask.Answer("Somebody Else"))
	if got, want := strings.Join(f.corrected, "; "), "1 true  ; 2 false Harbour Board organization; 2 false Somebody Else person"; got != want {
		t.Errorf("corrected %q, want %q", got, want)
	}
}

func TestFilterAndSpeaker(t *testing.T) {
	t.Parallel()
	f := &fake{n: 30}
	d, root := start(t, f, nav.OpenQuotes{}, 100, 40)
	d.Keys("/")
	d.Type("said:meyer")
	d.Keys("enter")
	d.Keys("p")
	if want := (nav.OpenEntity{ID: 1}); root.Last() != want {
		t.Errorf("asked for %+v, want %+v", root.Last(), want)
	}
	has(t, d, "QUOTES  said:meyer*", "P Anna Meyer", "Mar 2024 – Apr 2024", "quoted by The Reporter 9 ", "speaks of Lower Valley 4 · Uplander 2", "number 0", "unsure · ")
	d.Keys("/")
	d.Type(" x")
	d.Keys("esc")
	has(t, d, "QUOTES  said:meyer* ", "number 0")
	d.Keys("/ ctrl+u enter")
	if strings.Contains(d.Text(), "quoted by") {
		t.Errorf("quotes of several people have a speaker:\n%s", d.Text())
	}
}

func TestEmptyStates(t *testing.T) {
	t.Parallel()
	d, _ := start(t, &fake{}, nav.OpenQuotes{}, 80, 24)
	has(t, d, "None has been found yet")
	d.Keys("j k G enter yy p")
	d.Keys("/")
	d.Type("nobody")
	has(t, d, "Nobody is quoted so.")
	d, root := start(t, &fake{err: errors.New("disk")}, nav.OpenQuotes{}, 80, 24)
	has(t, d, "could not be read")
	if _, ok := root.Last().(nav.Fail); !ok {
		t.Errorf("asked for %+v", root.Last())
	}
}

func TestChangeKeepsTheCursor(t *testing.T) {
	t.Parallel()
	d, root := start(t, &fake{n: 30}, nav.OpenQuotes{At: 12}, 80, 24)
	d.Send(nav.Changed{})
	if place, _ := root.Screen.Place().(nav.OpenQuotes); place.At != 12 {
		t.Errorf("place %+v, want row 12", place)
	}
	d.Send(rowstest.Look())
	has(t, d, "number 12")
}

func TestGeometry(t *testing.T) {
	t.Parallel()
	for name, keys := range map[string]string{"all": "", "speaker": "/ s a i d : m enter", "wrong": "/ b y e : x", "end": "G G"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d, _ := start(t, &fake{n: 130}, nav.OpenQuotes{}, 100, 30)
			d.Keys(keys)
			rowstest.Sweep(d.Resize)
		})
	}
	t.Run("empty", func(t *testing.T) {
		t.Parallel()
		d, _ := start(t, &fake{}, nav.OpenQuotes{}, 100, 30)
		rowstest.Sweep(d.Resize)
	})
}

// A quote takes as many lines as its words need: short ones stand close together.
func TestShortQuotesStandClose(t *testing.T) {
	t.Parallel()
	d, _ := start(t, &fake{n: 30}, nav.OpenQuotes{}, 160, 45)
	if n := strings.Count(d.Text(), "The river will not wait"); n < 10 {
		t.Errorf("%d quotes are in sight, want 10 or more:\n%s", n, d.Text())
	}
	lines := strings.Split(d.Text(), "\n")
	for i := 1; i < len(lines); i++ {
		if i > 3 && strings.TrimSpace(lines[i]) == "" && strings.TrimSpace(lines[i-1]) == "" {
			t.Errorf("two blank lines in a row at %d:\n%s", i, d.Text())
		}
	}
}

// A speaker who is not likely enough to be named is not gone to either.
func TestUnlikelySpeakerIsNotTold(t *testing.T) {
	t.Parallel()
	d, root := start(t, &fake{n: 30}, nav.OpenQuotes{At: 6}, 100, 30)
	d.Keys("p")
	if say, ok := root.Last().(nav.Say); !ok || say.Text != "Nobody is known to have said this" {
		t.Errorf("asked for %+v", root.Last())
	}
	d.Keys("c")
	if ask, ok := root.Last().(nav.Ask); !ok || ask.Initial != "" {
		t.Errorf("asked for %+v", root.Last())
	}
	d.Keys("w")
	if got, want := root.Last(), (nav.OpenWordings{ID: 7}); got != want {
		t.Errorf("asked for %+v, want %+v", got, want)
	}
}
