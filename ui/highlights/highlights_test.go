package highlights

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"offprint/reader"
	"offprint/store"
	"offprint/store/query"
	"offprint/ui/nav"
	"offprint/ui/rows/rowstest"
	"offprint/ui/uitest"
)

// fake has highlights that can be removed; every query but all finds none.
type fake struct {
	all []store.HighlightRow
	err error
}

func some(n int) *fake {
	f := &fake{}
	for i := range n {
		r := store.HighlightRow{
			Highlight: store.Highlight{
				ID: store.HighlightID(i + 1), Article: store.ID(i + 10), Created: rowstest.Now().AddDate(0, 0, -1),
				Anchor: reader.Anchor{Span: reader.Span{Start: 4, End: 9}, Exact: "the *river*"},
			},
			Row: store.Row{ID: store.ID(i + 10), Title: reader.CleanLine(fmt.Sprintf("Article %d", i)), Published: rowstest.Now()},
		}
		switch i % 3 {
		case 0:
			r.Note = "look this up\nagain"
		case 1:
			r.Lost = true
			r.Anchor.Exact = reader.CleanLine(strings.Repeat("中国 long words ", 30))
		}
		f.all = append(f.all, r)
	}
	return f
}

// What came with a stub waits for its text; a note may be on the whole article.
func TestStubs(t *testing.T) {
	t.Parallel()
	f := some(2)
	f.all[1].Row.Stub = true
	f.all[0].Anchor = reader.Anchor{}
	d, _ := start(t, f, 100, 20)
	has(t, d, "the whole article", "look this up", "its text is not here yet")
}

func (f *fake) Highlights(_ context.Context, q query.Query, offset, n int) ([]store.HighlightRow, error) {
	if f.err != nil || !q.All() {
		return nil, f.err
	}
	at := min(offset, len(f.all))
	return slices.Clone(f.all[at:min(at+n, len(f.all))]), nil
}

func (f *fake) SetHighlight(_ context.Context, h *store.Highlight) error {
	for i := range f.all {
		if f.all[i].ID == h.ID {
			f.all[i].Highlight = *h
		}
	}
	return f.err
}

func (f *fake) RemoveHighlight(_ context.Context, id store.HighlightID) error {
	f.all = slices.DeleteFunc(f.all, func(r store.HighlightRow) bool { return r.ID == id })
	return f.err
}

func (f *fake) Article(_ context.Context, id store.ID) (*store.Article, error) {
	var a store.Article
	a.Digest.Article = reader.Article{Title: "Valley", Outlet: "Ember"}
	return &a, f.err
}

func start(t *testing.T, a Archive, w, h int) (*uitest.Driver, *rowstest.Root) {
	t.Helper()
	root := rowstest.New(t, New(a, rowstest.Look(), nav.OpenHighlights{}, rowstest.Now))
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

func TestHighlights(t *testing.T) {
	t.Parallel()
	d, root := start(t, some(3), 80, 30)
	has(t, d, "HIGHLIGHTS", " 3 ", "Article 0", "▍ the river", "note: look this up again", "not in the text", "highlighted Yesterday")
	d.Keys("enter")
	if want := (nav.OpenArticle{ID: 10, At: reader.Span{Start: 4, End: 9}}); root.Last() != want {
		t.Errorf("asked for %+v, want %+v", root.Last(), want)
	}
	d.Keys("j enter")
	if want := (nav.OpenArticle{ID: 11}); root.Last() != want {
		t.Errorf("asked for %+v, want %+v: its words are gone", root.Last(), want)
	}
	if place := root.Screen.Place(); place != (nav.OpenHighlights{At: 1}) {
		t.Errorf("place %+v", place)
	}
}

func TestCopyWithTheSource(t *testing.T) {
	t.Parallel()
	d, root := start(t, some(1), 80, 30)
	d.Keys("yy")
	if c, ok := root.Last().(nav.Copy); !ok || c.Text != "“the river” (Valley, Ember)" {
		t.Errorf("asked for %+v", root.Last())
	}
}

func TestRemove(t *testing.T) {
	t.Parallel()
	f := some(5)
	d, root := start(t, f, 80, 40)
	d.Keys("j j x")
	if say, ok := root.Last().(nav.Say); !ok || !say.Undo {
		t.Errorf("asked for %+v, want word of what was done and can be undone", root.Last())
	}
	if text := d.Text(); strings.Contains(text, "Article 2") || !strings.Contains(text, "Article 3") {
		t.Errorf("after the third is gone:\n%s", text)
	}
	d.Keys("x x x x")
	has(t, d, "Here stand the passages that you highlight")
	d.Keys("x enter yy")
	f.err = errors.New("read-only")
	f.all = some(1).all
	d.Send(nav.Changed{})
	if _, ok := root.Last().(nav.Fail); !ok {
		t.Errorf("asked for %+v, want a failure", root.Last())
	}
}

func TestFilter(t *testing.T) {
	t.Parallel()
	d, _ := start(t, some(3), 80, 30)
	d.Keys("/")
	d.Type("by:x")
	has(t, d, "Nothing is highlighted in the articles that match.")
	d.Keys("esc")
	has(t, d, "Article 0")
}

func TestGeometry(t *testing.T) {
	t.Parallel()
	for name, keys := range map[string]string{"rows": "", "end": "G", "typing": "/ a", "wrong": "/ b y e : x"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d, _ := start(t, some(40), 100, 30)
			d.Keys(keys)
			rowstest.Sweep(d.Resize)
		})
	}
	t.Run("empty", func(t *testing.T) {
		t.Parallel()
		d, _ := start(t, some(0), 100, 30)
		rowstest.Sweep(d.Resize)
	})
}

// A note is shown in three lines, and one that is short leaves no line empty.
func TestLongNotes(t *testing.T) {
	t.Parallel()
	f := some(3)
	f.all[0].Note = reader.CleanLine(strings.Repeat("what did she mean by this ", 6) + "last words")
	d, _ := start(t, f, 80, 24)
	has(t, d, "note: what did", "by this last words")
	for i, l := range d.Frame()[1:] {
		if above := d.Frame()[i]; i > 2 && i < 14 && strings.TrimSpace(l) == "" && strings.TrimSpace(above) == "" {
			t.Errorf("lines %d and %d are empty:\n%s", i, i+1, d.Text())
		}
	}
}
