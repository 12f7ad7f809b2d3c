package entities

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

// fake has n names of all kinds, those of a kind at every seventh place.
type fake struct {
	n     int
	asked []store.EntityFilter
	err   error
}

func (f *fake) Entities(_ context.Context, filter store.EntityFilter) ([]store.EntityRow, error) {
	f.asked = append(f.asked, filter)
	if f.err != nil || filter.Name == "nobody" {
		return nil, f.err
	}
	var out []store.EntityRow
	skip := filter.Offset
	for i := 0; i < f.n && len(out) < filter.Limit; i++ {
		kind := reader.EntityKind(i % 7)
		if !filter.AnyKind && kind != filter.Kind {
			continue
		}
		if skip--; skip >= 0 {
			continue
		}
		out = append(out, store.EntityRow{
			ID: store.EntityID(i + 1), Kind: kind, Name: reader.CleanLine(fmt.Sprintf("中村 Name %d", i)),
			Articles: 2113 - i, Quotes: i % 3, First: time.Date(2022, 4, 1, 0, 0, 0, 0, time.UTC), Last: rowstest.Now(),
		})
	}
	return out, nil
}

func start(t *testing.T, f *fake, open nav.OpenEntities, w, h int) (*uitest.Driver, *rowstest.Root) {
	t.Helper()
	return startOn(t, f, open, w, h)
}

func startOn(t *testing.T, a Archive, open nav.OpenEntities, w, h int) (*uitest.Driver, *rowstest.Root) {
	t.Helper()
	root := rowstest.New(t, New(a, rowstest.Look(), open, rowstest.Now))
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

func TestIndex(t *testing.T) {
	t.Parallel()
	f := &fake{n: 1000}
	d, root := start(t, f, nav.OpenEntities{}, 100, 30)
	has(t, d, "ENTITIES", " 1,000 ", "[all]", "P 中村 Name 1", "2,113 articles", "1 Apr 2022 – Today", "2 quotes")
	d.Keys("j enter")
	if want := (nav.OpenEntity{ID: 2}); root.Last() != want {
		t.Errorf("asked for %+v, want %+v", root.Last(), want)
	}
	d.Keys("G")
	has(t, d, "Name 999", " 1,000 ")
	if n := len(f.asked); n > 14 {
		t.Errorf("%d pages were asked for", n)
	}
}

func TestKinds(t *testing.T) {
	t.Parallel()
	f := &fake{n: 50}
	d, root := start(t, f, nav.OpenEntities{}, 100, 30)
	d.Keys("tab tab")
	has(t, d, "[organisations]", "O 中村 Name 2", " 7 ")
	if place := root.Screen.Place(); place != (nav.OpenEntities{Kind: reader.EntityOrganization}) {
		t.Errorf("place %+v", place)
	}
	d.Keys("shift+tab shift+tab shift+tab")
	has(t, d, "[works]")
	d.Keys("tab")
	has(t, d, "[all]")
}

func TestFilter(t *testing.T) {
	t.Parallel()
	f := &fake{n: 50}
	d, root := start(t, f, nav.OpenEntities{Name: "name"}, 100, 30)
	if f.asked[0].Name != "name" || !f.asked[0].AnyKind {
		t.Errorf("asked %+v", f.asked[0])
	}
	d.Keys("/ ctrl+u")
	d.Type("nobody")
	has(t, d, "No name has these words.")
	d.Keys("esc")
	has(t, d, "ENTITIES  name", "Name 0")
	d.Keys("/ down down enter")
	if place := root.Screen.Place(); place != (nav.OpenEntities{Name: "name", At: 2}) {
		t.Errorf("place %+v", place)
	}
}

func TestEmptyStates(t *testing.T) {
	t.Parallel()
	d, _ := start(t, &fake{}, nav.OpenEntities{}, 80, 24)
	has(t, d, "None has been found yet")
	d.Keys("enter j k p tab")
	has(t, d, "No people are named.")
	d, root := start(t, &fake{err: errors.New("disk")}, nav.OpenEntities{}, 80, 24)
	has(t, d, "could not be read")
	if _, ok := root.Last().(nav.Fail); !ok {
		t.Errorf("asked for %+v", root.Last())
	}
}

func TestGeometry(t *testing.T) {
	t.Parallel()
	for name, keys := range map[string]string{"rows": "", "end": "G", "typing": "/ a b c", "kind": "tab"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d, _ := start(t, &fake{n: 150}, nav.OpenEntities{}, 100, 30)
			d.Keys(keys)
			rowstest.Sweep(d.Resize)
		})
	}
	t.Run("empty", func(t *testing.T) {
		t.Parallel()
		d, _ := start(t, &fake{}, nav.OpenEntities{}, 100, 30)
		rowstest.Sweep(d.Resize)
	})
}
