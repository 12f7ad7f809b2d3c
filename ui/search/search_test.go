package search

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"offprint/reader"
	"offprint/store"
	"offprint/store/query"
	"offprint/ui/nav"
	"offprint/ui/rows/rowstest"
	"offprint/ui/uitest"
)

// fake finds articles by the words of their titles.
type fake struct {
	titles []reader.Text
	asked  []string
	wait   int // articles that are not in the index yet
	err    error
}

func (f *fake) Pending(context.Context) (int, error) { return f.wait, f.err }

func (f *fake) Search(ctx context.Context, q query.Query, limit int) ([]store.Hit, bool, error) {
	f.asked = append(f.asked, q.String())
	if f.err != nil || ctx.Err() != nil {
		return nil, false, errors.Join(f.err, ctx.Err())
	}
	var hits []store.Hit
	for i, title := range f.titles {
		at := strings.Index(string(title), strings.Trim(q.String(), `*"`))
		if at < 0 {
			continue
		}
		if len(hits) == limit {
			return hits, true, nil
		}
		hits = append(hits, store.Hit{
			Row: store.Row{
				ID: store.ID(i + 1), Title: title, Outlet: "The Reporter", Read: i%2 == 0,
				Published: time.Date(2024, 4, 19, 0, 0, 0, 0, time.UTC),
			},
			Line: "a line with " + title, At: reader.Span{Start: i, End: i + 3},
			Marks: []reader.Span{{Start: 12 + at, End: 12 + at + 3}},
		})
	}
	return hits, false, nil
}

func (f *fake) Entities(context.Context, store.EntityFilter) ([]store.EntityRow, error) {
	return []store.EntityRow{{Name: "Anna Meyer", Kind: reader.EntityPerson}}, nil
}

func (f *fake) Tags(context.Context) ([]store.Count, error) {
	return []store.Count{{Name: "water", Articles: 3}}, nil
}

func (f *fake) Outlets(context.Context) ([]store.Count, error) {
	return []store.Count{{Name: "The Reporter", Articles: 3}}, nil
}

func start(t *testing.T, f *fake, words string, w, h int) (*uitest.Driver, *rowstest.Root, *Screen) {
	t.Helper()
	s := New(f, rowstest.Look(), words, rowstest.Now)
	root := rowstest.New(t, s)
	return uitest.New(t, root, w, h), root, s
}

func some() *fake {
	return &fake{titles: []reader.Text{"river one", "river two", "中国 river three", "lake"}}
}

func TestSearchAsOneTypes(t *testing.T) {
	t.Parallel()
	f := some()
	d, root, _ := start(t, f, "", 80, 24)
	if text := d.Text(); !strings.Contains(text, "the words next to each other") {
		t.Errorf("an empty line does not explain the language:\n%s", text)
	}
	d.Type("riv")
	if got := fmt.Sprint(f.asked); got != "[r* ri* riv*]" {
		t.Errorf("asked %s", got)
	}
	text := d.Text()
	for _, want := range []string{"3 articles", "● river two", "The Reporter · 19 Apr 2024", "a line with river one"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing:\n%s", want, text)
		}
	}
	d.Keys("down down up enter")
	want := nav.OpenArticle{ID: 2, At: reader.Span{Start: 1, End: 4}, Follow: nav.Track{Words: "riv"}}
	if got := root.Last(); got != want {
		t.Errorf("asked for %+v, want %+v", got, want)
	}
	if place := root.Screen.Place(); place != (nav.OpenSearch{Words: "riv", At: 1}) {
		t.Errorf("place %+v", place)
	}
	d.Keys("esc")
	if _, ok := root.Last().(nav.Close); !ok {
		t.Errorf("esc asks for %T", root.Last())
	}
}

func TestSearchKeepsItsResultsWhileTheQueryCannotBeRead(t *testing.T) {
	t.Parallel()
	f := some()
	d, _, _ := start(t, f, "river", 80, 24)
	asked := len(f.asked)
	d.Send(tea.PasteMsg{Content: " bye:x"})
	text := d.Text()
	for _, want := range []string{"river two", "^^^", "there is no such field"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing:\n%s", want, text)
		}
	}
	if len(f.asked) > asked {
		t.Errorf("asked %q for what cannot be read", f.asked[asked:])
	}
}

func TestSearchSaysThatThereIsMore(t *testing.T) {
	t.Parallel()
	f := &fake{}
	for i := range 150 {
		f.titles = append(f.titles, reader.CleanLine(fmt.Sprintf("river %d", i)))
	}
	d, _, _ := start(t, f, "river", 80, 24)
	if !strings.Contains(d.Text(), "100+ articles") {
		t.Errorf("more than the limit is not told:\n%s", d.Text())
	}
	d.Keys("pgdown pgdown")
	if !strings.Contains(d.Text(), "┃   river 14") {
		t.Errorf("pages do not turn:\n%s", d.Text())
	}
}

// Enter while an answer is under way opens what that answer brings, not what
// the screen still shows.
func TestEnterWaitsForTheAnswer(t *testing.T) {
	t.Parallel()
	f := some()
	s := New(f, rowstest.Look(), "", rowstest.Now)
	s.Resize(80, 24)
	cmd := s.Type(tea.KeyPressMsg{Code: 'l', Text: "l"})
	if open := s.Type(tea.KeyPressMsg{Code: tea.KeyEnter}); open != nil {
		t.Fatalf("opened %v before there was an answer", open())
	}
	open, ok := s.Update(cmd())().(nav.OpenArticle)
	if !ok || open.ID != 4 {
		t.Errorf("opened %+v, want the lake", open)
	}
}

func TestALateAnswerIsDropped(t *testing.T) {
	t.Parallel()
	f := some()
	s := New(f, rowstest.Look(), "", rowstest.Now)
	s.Resize(80, 24)
	first := s.Type(tea.KeyPressMsg{Code: 'l', Text: "l"})
	late := first()
	second := s.Type(tea.KeyPressMsg{Code: 'z', Text: "z"})
	s.Update(second())
	s.Update(late)
	if len(s.hits) != 0 {
		t.Errorf("%d hits of the query before", len(s.hits))
	}
	if !strings.Contains(s.Draw(), "No article matches.") {
		t.Error("that nothing matches is not said")
	}
}

func TestRecentSearches(t *testing.T) {
	t.Parallel()
	f, recent := some(), &Recent{}
	for i := range 15 {
		recent.Add(fmt.Sprintf("word%d", i))
	}
	recent.Add("lake")
	recent.Add(" lake ")
	s := New(f, rowstest.Look(), "", rowstest.Now)
	s.SetRecent(recent)
	root := rowstest.New(t, s)
	d := uitest.New(t, root, 80, 30)
	if text := d.Text(); !strings.Contains(text, "Searched before") || strings.Count(text, "lake") != 2 { // one is in the help
		t.Errorf("the searches before:\n%s", text)
	}
	if len(recent.words) != maxRecent {
		t.Errorf("%d searches are kept, want %d", len(recent.words), maxRecent)
	}
	d.Keys("enter")
	if !strings.Contains(d.Text(), "1 article") {
		t.Errorf("a search before is not taken up:\n%s", d.Text())
	}
	d.Keys("enter")
	if open, ok := root.Last().(nav.OpenArticle); !ok || open.ID != 4 {
		t.Errorf("asked for %+v", root.Last())
	}
}

// Going back from an article to the search finds it as it was left.
func TestASearchBeginsWhereItWasLeft(t *testing.T) {
	t.Parallel()
	f, recent := some(), &Recent{}
	for range 2 {
		s := New(f, rowstest.Look(), "river", rowstest.Now)
		s.SetRecent(recent)
		root := rowstest.New(t, s)
		d := uitest.New(t, root, 80, 30)
		if len(recent.words) == 0 {
			d.Keys("down down")
		}
		d.Keys("enter")
		if open, ok := root.Last().(nav.OpenArticle); !ok || open.ID != 3 {
			t.Errorf("asked for %+v, want the third", root.Last())
		}
	}
}

func TestAFailureIsToldAndKeepsTheRows(t *testing.T) {
	t.Parallel()
	f := some()
	d, root, _ := start(t, f, "river", 80, 24)
	f.err = errors.New("disk")
	d.Send(nav.Changed{})
	if fail, ok := root.Last().(nav.Fail); !ok || !errors.Is(fail.Err, f.err) {
		t.Errorf("asked for %+v", root.Last())
	}
	if !strings.Contains(d.Text(), "river one") {
		t.Errorf("the rows are gone:\n%s", d.Text())
	}
}

func TestChangeKeepsTheCursor(t *testing.T) {
	t.Parallel()
	f := some()
	d, root, _ := start(t, f, "river", 80, 24)
	d.Keys("down down")
	d.Send(nav.Changed{})
	if place := root.Screen.Place(); place != (nav.OpenSearch{Words: "river", At: 2}) {
		t.Errorf("place %+v", place)
	}
	d.Keys("tab")
}

func TestGeometry(t *testing.T) {
	t.Parallel()
	for name, text := range map[string]string{"help": "", "hits": "river", "none": "zebra", "wrong": "river bye:x", "open": `"river`} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d, _, s := start(t, some(), "river", 80, 24)
			s.SetRecent(&Recent{words: []string{"a", strings.Repeat("long ", 60)}})
			d.Keys("ctrl+u")
			d.Type(text)
			rowstest.Sweep(d.Resize)
		})
	}
}

// A search that cannot see all articles yet says so, whether it found something or not.
func TestSaysWhatWaitsForTheIndex(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		wait  int
		typed string
		want  string
	}{
		{0, "harbour", "1 article "},
		{1, "harbour", "1 article · 1 waits for the index"},
		{2500, "harbour", "1 article · 2,500 wait for the index"},
		{0, "nowhere", "Fewer words, or the beginning of one, find more."},
		{2500, "nowhere", "2,500 articles are not in the index yet."},
	} {
		d, _, _ := start(t, &fake{titles: []reader.Text{"harbour"}, wait: c.wait}, "", 100, 30)
		d.Type(c.typed)
		if got := d.Text(); !strings.Contains(got, c.want) || c.wait == 0 && strings.Contains(got, "index") {
			t.Errorf("%d wait, %s: %q is missing:\n%s", c.wait, c.typed, c.want, got)
		}
	}
}
