package quotes

import (
	"strings"
	"testing"

	"offprint/ui/nav"
	"offprint/ui/rows/rowstest"
)

func TestInARealArchive(t *testing.T) {
	t.Parallel()
	root := rowstest.New(t, New(rowstest.Archive(t, 60), rowstest.Look(), nav.OpenQuotes{}, rowstest.Now))
	d := drive(t, root, 100, 40)
	has(t, d, "121 · newest first", "Anna Meyer", "We counted 10 ships", "Yesterday")
	d.Keys("/")
	d.Type("said:meyer ships")
	d.Keys("enter")
	has(t, d, "60 · newest first", "P Anna Meyer", "quoted by", "The Reporter")
	d.Keys("G enter")
	if open, ok := root.Last().(nav.OpenArticle); !ok || open.At.Empty() {
		t.Errorf("asked for %+v", root.Last())
	}
	d.Keys("yy")
	if c, ok := root.Last().(nav.Copy); !ok || !strings.Contains(string(c.Text), "https://news.example/59") {
		t.Errorf("asked for %+v", root.Last())
	}
}
