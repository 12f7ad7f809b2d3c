package highlights

import (
	"strings"
	"testing"

	"offprint/reader"
	"offprint/store"
	"offprint/ui/nav"
	"offprint/ui/rows/rowstest"
)

func TestInARealArchive(t *testing.T) {
	t.Parallel()
	archive := rowstest.Archive(t, 5)
	listing, err := archive.List(t.Context(), store.View{Group: store.GroupNone})
	if err != nil {
		t.Fatal(err)
	}
	articles, err := listing.Rows(t.Context(), 0, 0, 5)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range articles {
		a, err := archive.Article(t.Context(), r.ID)
		if err != nil {
			t.Fatal(err)
		}
		md := a.Digest.Article.Markdown
		at := strings.Index(string(md), "a question of patience")
		h := &store.Highlight{Article: r.ID, Note: "ask her", Anchor: reader.AnchorAt(md, reader.Span{Start: at, End: at + 22})}
		if err := archive.SetHighlight(t.Context(), h); err != nil {
			t.Fatal(err)
		}
	}
	d, root := start(t, archive, 100, 40)
	has(t, d, "▍ a question of patience", "note: ask her", "Harbour closes, day 4")
	d.Keys("x")
	if say, ok := root.Last().(nav.Say); !ok || !say.Undo {
		t.Errorf("asked for %+v", root.Last())
	}
	has(t, d, " 4 ")
	if _, err := archive.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	d.Send(nav.Changed{})
	has(t, d, " 5 ")
	d.Keys("yy")
	if c, ok := root.Last().(nav.Copy); !ok || !strings.Contains(string(c.Text), "“a question of patience” (Harbour closes") {
		t.Errorf("asked for %+v", root.Last())
	}
}
