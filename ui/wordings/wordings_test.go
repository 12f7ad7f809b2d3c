package wordings

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

// fake has a quote and a few other wordings of it.
type fake struct {
	others  []string
	foreign []string // in German
	err     error
}

func row(id int, outlet, words string) store.QuoteRow {
	q := store.QuoteRow{
		Address: reader.CleanLine(fmt.Sprintf("https://news.example/%d", id)),
		ID:      store.QuoteID(id), Text: reader.CleanLine(words), Sources: id, At: reader.Span{Start: 10 * id, End: 10*id + 5},
		Row: store.Row{
			ID: store.ID(100 + id), Title: reader.CleanLine("Report of " + outlet), Outlet: reader.CleanLine(outlet),
			Published: time.Date(2024, 4, 18+id, 0, 0, 0, 0, time.UTC), Language: "en",
		},
		Quote: reader.Quote{Kind: reader.QuoteDirect, Confidence: 0.9},
	}
	q.Quote.Speaker.Name = "Anna Meyer"
	return q
}

func (f *fake) SameQuote(context.Context, store.QuoteID) ([]store.QuoteRow, error) {
	return []store.QuoteRow{row(7, "Wire", "x"), row(1, "The Reporter", "We will rebuild the old bridge before winter")}, f.err
}

func (f *fake) Kindred(context.Context, store.QuoteID, int) ([]store.QuoteRow, error) {
	var out []store.QuoteRow
	for i, words := range f.others {
		q := row(i+2, fmt.Sprint("Ember ", i), words)
		if i == 1 {
			q.Quote.Confidence = 0.2
		}
		out = append(out, q)
	}
	return out, f.err
}

func (f *fake) Translated(context.Context, store.QuoteID, int) ([]store.QuoteRow, error) {
	var out []store.QuoteRow
	for i, words := range f.foreign {
		q := row(i+40, "Zeitung", words)
		q.Row.Language = "de-AT"
		out = append(out, q)
	}
	return out, f.err
}

var three = []string{
	"we'll rebuild the bridge before winter", "rebuild the old bridge before winter comes, and the dams " + strings.Repeat("and more ", 40), "橋を 再建します before winter",
}

func start(t *testing.T, f *fake, open nav.OpenWordings, w, h int) (*uitest.Driver, *rowstest.Root) {
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

func TestSideBySide(t *testing.T) {
	t.Parallel()
	d, root := start(t, &fake{others: three}, nav.OpenWordings{ID: 1}, 120, 30)
	has(t, d, "1 of 3", "The Reporter · 19 Apr 2024", "Report of Ember 0", "│ ┃ Ember 0 · 20 Apr 2024", "Anna Meyer · in 2 articles")
	above, list, _ := strings.Cut(d.Text(), "All wordings")
	if !strings.Contains(list, "┃ Ember 0 · 20 Apr 2024") || !strings.Contains(list, "   Ember 2 · 22 Apr 2024") {
		t.Errorf("not all wordings are listed:\n%s", d.Text())
	}
	for _, line := range strings.Split(above, "\n") {
		if strings.Contains(line, "before winter") && strings.Count(line, "before winter") != 2 {
			t.Errorf("not side by side: %q", line)
		}
	}
	d.Keys("n")
	has(t, d, "2 of 3", "(unattributed)")
	if strings.Contains(d.Text(), "Anna Meyer · in 3") {
		t.Errorf("an unlikely name is shown:\n%s", d.Text())
	}
	d.Keys("enter")
	if got, want := root.Last(), (nav.OpenArticle{ID: 103, At: reader.Span{Start: 30, End: 35}}); got != want {
		t.Errorf("asked for %+v, want %+v", got, want)
	}
	d.Keys("tab enter")
	if got, want := root.Last(), (nav.OpenArticle{ID: 101, At: reader.Span{Start: 10, End: 15}}); got != want {
		t.Errorf("asked for %+v, want %+v", got, want)
	}
	d.Keys("G")
	if got, want := root.Screen.Place(), (nav.OpenWordings{ID: 1, At: 2}); got != want {
		t.Errorf("place %+v, want %+v", got, want)
	}
	d.Keys("gg yy")
	if c, ok := root.Last().(nav.Copy); !ok || !strings.Contains(string(c.Text), "old bridge before winter” (Anna Meyer; Report of The Reporter, The Reporter, 19 April 2024, https://news.example/1)") {
		t.Errorf("asked for %+v", root.Last())
	}
}

func TestOneOverTheOther(t *testing.T) {
	t.Parallel()
	d, _ := start(t, &fake{others: three}, nav.OpenWordings{ID: 1, At: 1}, 60, 10)
	has(t, d, "2 of 3", "The Reporter · 19 Apr 2024", "We will rebuild")
	d.Keys("space")
	has(t, d, "(unattributed) · in 3 articles", "comes, and the")
	d.Keys("k")
	has(t, d, "1 of 3", "The Reporter")
}

func TestAnotherLanguage(t *testing.T) {
	t.Parallel()
	f := &fake{others: three[:1], foreign: []string{"Wir bauen die alte Brücke vor dem Winter wieder auf"}}
	s := New(f, rowstest.Look(), nav.OpenWordings{ID: 1, At: 1}, rowstest.Now)
	d := uitest.New(t, rowstest.New(t, s), 120, 30)
	has(t, d, "2 of 2", "Anna Meyer · in English", "Anna Meyer · in German", "alte Brücke")
	for _, w := range append(s.first, s.second...) {
		if w.own {
			t.Errorf("%q is marked though all words differ", w.text)
		}
	}
	d.Keys("k")
	if strings.Contains(d.Text(), "in English") {
		t.Errorf("languages are named where they are the same:\n%s", d.Text())
	}
}

func TestDifferenceIsMarked(t *testing.T) {
	t.Parallel()
	s := New(&fake{others: three}, rowstest.Look(), nav.OpenWordings{ID: 1}, rowstest.Now)
	uitest.New(t, rowstest.New(t, s), 120, 30)
	var struck, bold []string
	for _, w := range s.first {
		if w.own {
			struck = append(struck, string(w.text))
		}
	}
	for _, w := range s.second {
		if w.own {
			bold = append(bold, string(w.text))
		}
	}
	if got, want := strings.Join(struck, " "), "“We will old"; got != want {
		t.Errorf("only in the first: %q, want %q", got, want)
	}
	if got, want := strings.Join(bold, " "), "“we'll"; got != want {
		t.Errorf("only in the second: %q, want %q", got, want)
	}
	frame := s.Draw()
	for _, want := range []string{"old", "“We will"} {
		before, _, ok := strings.Cut(frame, want)
		if !ok || !strings.Contains(before[strings.LastIndex(before, " "):], "\x1b[9m") {
			t.Errorf("%q is not struck out:\n%q", want, frame)
		}
	}
}

func TestDiffer(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ a, b, first, second string }{
		{"one two three", "one two three", "", ""},
		{"One, two three.", "one two three four", "", "four"},
		{"does not want the quarrel to spread", "the neighbour wants the quarrel to spread far", "does not want", "the neighbour wants far"},
		{"he gave the reply", "she wrote the answer", "he gave the reply", "she wrote the answer"},
		{"我们要和平", "我们要战争", "和 平", "战 争"},
		{"", "all new", "", "all new"},
		{"for boats and pumps, and got a letter", "for boats, and got a letter", "and pumps,", ""},
		{"we got boats", "we got boats, and pumps, and got boats", "", "and pumps, and got boats"},
	} {
		own := func(list []word) string {
			var out []string
			for _, w := range list {
				if w.own {
					out = append(out, string(w.text))
				}
			}
			return strings.Join(out, " ")
		}
		first, second := differ(reader.CleanLine(c.a), reader.CleanLine(c.b))
		if own(first) != c.first || own(second) != c.second {
			t.Errorf("differ(%q, %q) = %q, %q; want %q, %q", c.a, c.b, own(first), own(second), c.first, c.second)
		}
	}
}

// The words joined are the quote.
func FuzzDiffer(f *testing.F) {
	f.Add("We will rebuild", "we'll rebuild — at once")
	f.Add("橋を 再建します", "か\u3099 a橋b")
	f.Add(" ", "\u2003")
	f.Fuzz(func(t *testing.T, a, b string) {
		x, y := reader.CleanLine(a), reader.CleanLine(b)
		first, second := differ(x, y)
		for i, list := range [][]word{first, second} {
			var out strings.Builder
			for _, w := range list {
				if w.blank {
					out.WriteByte(' ')
				}
				out.WriteString(string(w.text))
			}
			if want := string([]reader.Text{x, y}[i]); out.String() != want {
				t.Errorf("the words of %q are %q", want, out.String())
			}
		}
	})
}

func TestNothingToCompare(t *testing.T) {
	t.Parallel()
	d, _ := start(t, &fake{}, nav.OpenWordings{ID: 1}, 80, 24)
	has(t, d, "We will rebuild", "No other wording was found")
	d.Keys("n N j k tab d u space b yy enter")
	d, root := start(t, &fake{err: errors.New("disk")}, nav.OpenWordings{ID: 1}, 80, 24)
	has(t, d, "could not be read")
	if _, ok := root.Last().(nav.Fail); !ok {
		t.Errorf("asked for %+v", root.Last())
	}
	d.Keys("n enter")
	_, root = start(t, &fake{}, nav.OpenWordings{ID: 9}, 80, 24)
	if fail, ok := root.Last().(nav.Fail); !ok || !errors.Is(fail.Err, store.ErrNoQuote) {
		t.Errorf("asked for %+v", root.Last())
	}
}

func TestGeometry(t *testing.T) {
	t.Parallel()
	for name, keys := range map[string]string{"first": "", "long": "n space", "none apart": "G tab"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d, _ := start(t, &fake{others: three}, nav.OpenWordings{ID: 1}, 100, 30)
			d.Keys(keys)
			rowstest.Sweep(d.Resize)
			d.Send(nav.Changed{})
			d.Send(rowstest.Look())
		})
	}
	t.Run("alone", func(t *testing.T) {
		t.Parallel()
		d, _ := start(t, &fake{}, nav.OpenWordings{ID: 1}, 100, 30)
		rowstest.Sweep(d.Resize)
	})
}
