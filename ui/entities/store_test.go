package entities

import (
	"testing"

	"offprint/ui/nav"
	"offprint/ui/rows/rowstest"
)

func TestInARealArchive(t *testing.T) {
	t.Parallel()
	d, root := startOn(t, rowstest.Archive(t, 8), nav.OpenEntities{}, 100, 30)
	has(t, d, "P Anna Meyer", "L Rotterdam", "8 articles")
	d.Keys("/")
	d.Type("mey")
	d.Keys("enter enter")
	if open, ok := root.Last().(nav.OpenEntity); !ok || open.ID == 0 {
		t.Errorf("asked for %+v", root.Last())
	}
}
