package rows

import (
	"context"
	"errors"
	"slices"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"offprint/reader"
	"offprint/store"
	"offprint/ui/nav"
)

// names is an archive of a few names, and of quotes with the same words.
type names struct {
	same int
	err  error
}

func (n names) Entities(context.Context, store.EntityFilter) ([]store.EntityRow, error) {
	return []store.EntityRow{
		{ID: 1, Name: "Ida Lund", Kind: reader.EntityPerson}, {ID: 2, Name: "Osk", Kind: reader.EntityPlace},
		{ID: 3, Name: "Harbour Board", Kind: reader.EntityOrganization},
	}, n.err
}

func (n names) SameQuote(context.Context, store.QuoteID) ([]store.QuoteRow, error) {
	return slices.Repeat([]store.QuoteRow{{Row: store.Row{ID: 7, Title: "Ferry", Outlet: "The Reporter", Published: time.Date(2024, 4, 19, 0, 0, 0, 0, time.UTC)}, At: reader.Span{Start: 1, End: 3}}}, n.same), n.err
}

func TestAskSpeaker(t *testing.T) {
	t.Parallel()
	q := reader.Quote{Confidence: 0.9, Speaker: reader.Speaker{Name: "Ola Brandt", Kind: reader.SpeakerPerson}}
	near := []reader.Entity{{Name: "Ola Brandt", Kind: reader.EntityPerson}, {Name: "Ida Lund", Kind: reader.EntityPerson}, {Name: "May", Kind: reader.EntityEvent}}
	ask, ok := AskSpeaker(names{}, &q, near, func(c store.Correction) tea.Msg { return c })().(nav.Ask)
	if !ok || ask.Initial != "Ola Brandt" {
		t.Fatalf("got %+v", ask)
	}
	want := []reader.Text{"Ola Brandt", "Ida Lund", "Harbour Board"}
	if got := ask.Suggest("Ola Brandt"); !slices.Equal(got, want) {
		t.Errorf("offers %q before anything is typed, want %q", got, want)
	}
	if got := ask.Suggest("boa"); !slices.Equal(got, want[2:]) {
		t.Errorf("offers %q for a beginning, want %q", got, want[2:])
	}
	for typed, want := range map[string]store.Correction{
		"Harbour Board": {Speaker: "Harbour Board", Kind: reader.SpeakerOrganization},
		" Nobody Yet\n": {Speaker: "Nobody Yet", Kind: reader.SpeakerPerson},
		"":              {Kind: reader.SpeakerPerson},
	} {
		if got := ask.Answer(typed); got != want {
			t.Errorf("%q is answered by %+v, want %+v", typed, got, want)
		}
	}
	if _, ok := AskSpeaker(names{err: errors.New("disk")}, &q, near, nil)().(nav.Fail); !ok {
		t.Error("a fault is not told")
	}
}

// TestSaidBy: what is told ends in something, also where nobody is named.
func TestSaidBy(t *testing.T) {
	t.Parallel()
	for want, c := range map[reader.Text]store.Correction{
		"Said by Ida Lund": {Speaker: "Ida Lund"}, "Who said it is not known": {}, "That is no quote": {None: true},
	} {
		if got := SaidBy(c); got.Text != want || !got.Undo {
			t.Errorf("got %+v, want %q that can be undone", got, want)
		}
	}
}

func TestAskSource(t *testing.T) {
	t.Parallel()
	now := func() time.Time { return time.Date(2026, 5, 1, 0, 0, 0, 0, time.UTC) }
	if msg, ok := AskSource(names{same: 1}, 5, now)().(nav.Say); !ok || msg.Text != "No other article has these words" {
		t.Errorf("one article: %+v", msg)
	}
	choose, ok := AskSource(names{same: 2}, 5, now)().(nav.Choose)
	if !ok || len(choose.Options) != 2 {
		t.Fatalf("two articles: %+v", choose)
	}
	if got := choose.Options[0].Detail; got != "19 Apr 2024 · The Reporter" {
		t.Errorf("detail %q", got)
	}
	if got, want := choose.Answer(1), (nav.OpenArticle{ID: 7, At: reader.Span{Start: 1, End: 3}}); got != want {
		t.Errorf("chosen: %+v, want %+v", got, want)
	}
	if msg, ok := AskSource(names{err: errors.New("disk")}, 5, now)().(nav.Fail); !ok {
		t.Errorf("a fault: %+v", msg)
	}
}
