package quotes

import (
	"fmt"
	"strings"
	"testing"

	"offprint/reader"
	"offprint/store"
	"offprint/store/query"
	"offprint/ui/nav"
)

// TestSpeakerAmongOthers: a namesake among many quotes of somebody leaves the
// head. Under it articles are named instead of the speaker, each once, and then
// how they name the speaker; quotes of others have their names.
func TestSpeakerAmongOthers(t *testing.T) {
	t.Parallel()
	meyer := func(id int, article store.ID, mention, cue string) store.QuoteRow {
		q := row(0, true)
		q.ID, q.Row.ID, q.Sources = store.QuoteID(id), article, 1
		q.Row.Title = reader.CleanLine(fmt.Sprintf("Report %d", article))
		q.Mention, q.Cue = reader.CleanLine(mention), reader.CleanLine(cue)
		q.Quote.Source, q.Quote.Cue = []reader.Span{{Start: 60, End: 65}}, []reader.Span{{Start: 50, End: 54}}
		if mention == "She" {
			q.Quote.Cue[0].Start = 70
		}
		return q
	}
	other := meyer(5, 3, "Meyer", "said")
	other.Speaker, other.Quote.Speaker.Name = 9, "Jon Meyer"
	said, err := query.Parse("said:meyer")
	if err != nil {
		t.Fatal(err)
	}
	f := &fake{n: 6, rows: []store.QuoteRow{meyer(1, 1, "the mayor", "told"), meyer(2, 1, "", ""), meyer(3, 2, "Meyer", "said"), meyer(4, 2, "She", ":"), other, meyer(6, 2, "Meyer", "told")}}
	d, _ := start(t, f, nav.OpenQuotes{Query: said}, 100, 40)
	has(t, d, "P Anna Meyer · 6 different quotes in all", " Report 1 ", " Report 2 ", " … She ", " Jon Meyer ")
	if n := strings.Count(d.Text(), "Anna Meyer"); n != 1 {
		t.Errorf("the name stands there %d times:\n%s", n, d.Text())
	}
	d.Keys("j j j")
	has(t, d, "┃ Report 2 ")
	d, _ = start(t, &fake{n: 2, rows: []store.QuoteRow{meyer(1, 1, "the mayor", "told"), other}}, nav.OpenQuotes{Query: said}, 100, 40)
	has(t, d, "Anna Meyer · told the mayor", "Jon Meyer")
	named, err := query.Parse(`said:"Jon Meyer"`)
	if err != nil {
		t.Fatal(err)
	}
	d, root := start(t, &fake{n: 2, rows: []store.QuoteRow{other, meyer(1, 1, "the mayor", "told")}}, nav.OpenQuotes{Query: named}, 100, 40)
	d.Keys("p")
	if say, ok := root.Last().(nav.Say); !ok || say.Text != "Nothing more is known of Jon Meyer" {
		t.Errorf("asked for %+v, want to hear that this is all", root.Last())
	}
	other.Quote.Confidence = 1
	d, _ = start(t, &fake{n: 1, rows: []store.QuoteRow{other}}, nav.OpenQuotes{}, 100, 40)
	has(t, d, "Jon Meyer · set by you")
	other.Row.Outlet, other.Quote.Confidence = "", 0.9
	d, _ = start(t, &fake{n: 1, rows: []store.QuoteRow{other}}, nav.OpenQuotes{}, 100, 40)
	has(t, d, "Jon Meyer ", "Report 3 · 19 Apr 2024") // where no outlet is known the title says where
	if strings.Contains(d.Text(), "said Meyer") {
		t.Errorf("a mention that tells nothing more is told:\n%s", d.Text())
	}
	if strings.Contains(d.Text(), "quoted by") {
		t.Errorf("quotes of two people have a speaker:\n%s", d.Text())
	}
}

// Tab completes who speaks, whom it is about and where, by any word of the name.
func TestFilterIsCompleted(t *testing.T) {
	t.Parallel()
	for typed, want := range map[string]string{
		"said:boa": `said:"Harbour Board"`, "x about:rot": "x about:Rotterdam", "source:rep": `source:"The Reporter"`,
		`said:"harbour b`: `said:"Harbour Board"`, "said:rot": "said:rot ", "sai": "said:",
	} {
		d, _ := start(t, &fake{n: 3}, nav.OpenQuotes{}, 100, 30)
		d.Keys("/")
		d.Type(typed)
		d.Keys("tab")
		has(t, d, "QUOTES  "+want)
	}
}

// The head says how many quotes of the speaker there are: the same words once,
// unless there are too many to compare; that they are all where there is room.
func TestTotalOfTheSpeaker(t *testing.T) {
	t.Parallel()
	said, err := query.Parse("said:meyer")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		n, w int
		want string
	}{
		{23, 100, "Anna Meyer · 23 different quotes in all "}, {23, 60, "Anna Meyer · 23 quotes "},
		{1, 100, "Anna Meyer · 1 quote in all "}, {6100, 100, "Anna Meyer · 6,100 quotes in all "},
	} {
		d, _ := start(t, &fake{n: c.n}, nav.OpenQuotes{Query: said}, c.w, 40)
		has(t, d, c.want)
	}
}
