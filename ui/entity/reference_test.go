package entity

import (
	"context"
	"errors"
	"strings"
	"testing"

	"offprint/reader"
	"offprint/store"
	"offprint/store/zim"
	"offprint/ui/nav"
	"offprint/ui/rows/rowstest"
	"offprint/ui/uitest"
)

// consulting starts the page of the Lower Valley with an encyclopedia.
func consulting(t *testing.T, open nav.OpenEntity, w, h int, r Reference) (*uitest.Driver, *rowstest.Root) {
	t.Helper()
	s := New(&fake{n: 30}, rowstest.Look(), open, rowstest.Now)
	s.SetReference(r)
	root := rowstest.New(t, s)
	return uitest.New(t, root, w, h), root
}

// valley is an encyclopedia that knows one place.
func valley(_ context.Context, page *store.EntityPage) (*zim.Article, error) {
	if page.Name != "Lower Valley" || page.Kind != reader.EntityPlace || len(page.Aliases) != 2 {
		return nil, errors.New("another was asked for")
	}
	return &zim.Article{
		Title: "Lower Valley (north)", Source: "Made-up things, 2024-04-19",
		Paragraph: "The Lower Valley is a valley " + reader.CleanLine(strings.Repeat("with much water and many stones ", 12)) + " in it.",
	}, nil
}

func TestFirstParagraphIsShown(t *testing.T) {
	t.Parallel()
	for _, w := range []int{60, 80, 160} {
		d, root := consulting(t, nav.OpenEntity{ID: 7}, w, 40, valley)
		has(t, d, "also the Valley", "The Lower Valley is a valley with much", "in it.", "Lower Valley (north) · Made-up things, 2024-04-19")
		d.Keys("tab")
		has(t, d, "Valleyan")
		d.Keys("enter")
		if want := (nav.OpenEntity{ID: 70}); root.Last() != want {
			t.Errorf("%d columns: asked for %+v, want %+v", w, root.Last(), want)
		}
	}
}

// However small the window, the page begins at its top, and all is reached.
func TestParagraphInASmallWindow(t *testing.T) {
	t.Parallel()
	d, root := consulting(t, nav.OpenEntity{ID: 7}, 60, 8, valley)
	has(t, d, "also the Valley")
	for range 12 {
		d.Keys("j")
	}
	d.Keys("enter")
	if root.Last() == nil {
		t.Errorf("nothing can be opened:\n%s", d.Text())
	}
	d.Keys("g g")
	has(t, d, "also the Valley")
}

func TestPlaceIsKeptWhenTheParagraphComes(t *testing.T) {
	t.Parallel()
	for _, at := range []int{-3, 5} {
		_, root := consulting(t, nav.OpenEntity{ID: 7, At: at}, 80, 24, valley)
		if got := root.Screen.Place(); got != (nav.OpenEntity{ID: 7, At: at}) {
			t.Errorf("place %+v, want %d", got, at)
		}
	}
}

func TestNothingInTheEncyclopedia(t *testing.T) {
	t.Parallel()
	d, _ := consulting(t, nav.OpenEntity{ID: 7}, 80, 24, func(context.Context, *store.EntityPage) (*zim.Article, error) { return nil, nil })
	has(t, d, "also the Valley")
	plain, _ := start(t, &fake{n: 30}, nav.OpenEntity{ID: 7}, 80, 24)
	if d.Text() != plain.Text() {
		t.Errorf("without an article:\n%s\nwithout an encyclopedia:\n%s", d.Text(), plain.Text())
	}
}

func TestEncyclopediaFails(t *testing.T) {
	t.Parallel()
	d, root := consulting(t, nav.OpenEntity{ID: 7}, 80, 24, func(context.Context, *store.EntityPage) (*zim.Article, error) {
		return nil, zim.ErrCorrupt
	})
	has(t, d, "The encyclopedia could not be read: the ZIM file is damaged")
	if root.Last() != nil {
		t.Errorf("asked for %+v", root.Last())
	}
	d.Send(nav.Changed{})
	has(t, d, "The encyclopedia could not be read")
}

func TestGeometryWithParagraph(t *testing.T) {
	t.Parallel()
	d, _ := consulting(t, nav.OpenEntity{ID: 7}, 80, 24, valley)
	rowstest.Sweep(d.Resize)
}
