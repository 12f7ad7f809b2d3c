package parse_test

import (
	"archive/tar"
	"bytes"
	"fmt"
	"slices"
	"testing"

	"offprint/reader"
	"offprint/reader/parse"
)

// TestJEX: the notes of an export of Joplin have the tags that stand behind them.
func TestJEX(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	item := func(id int, text string) {
		data := fmt.Sprintf(text, id)
		if err := w.WriteHeader(&tar.Header{Name: fmt.Sprintf("%032x.md", id), Mode: 0o644, Size: int64(len(data))}); err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(data)); err != nil {
			t.Fatal(err)
		}
	}
	item(1, "Rivers\n\nid: %032x\ntype_: 2")
	item(2, "The ferry\n\nIt sails again.\n\nid: %032x\nsource_url: https://example.org/ferry\ntype_: 1")
	item(3, "The mill\n\nIt stands beside the weir.\n\nid: %032x\ndeleted_time: 0\ntype_: 1")
	item(8, "In the trash\n\nIt was thrown away.\n\nid: %032x\ndeleted_time: 1714650000000\ntype_: 1")
	item(4, "elm\n\nid: %032x\ntype_: 5")
	item(5, "stone work\n\nid: %032x\ntype_: 5")
	for id, tag := range map[int]int{6: 4, 7: 5} {
		item(id, "id: %032x\nnote_id: "+fmt.Sprintf("%032x\ntag_id: %032x", 2, tag)+"\ntype_: 6")
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	articles, err := parse.Parse(reader.Source{Name: "notes.jex", Data: b.Bytes()})
	if err != nil || len(articles) != 2 {
		t.Fatalf("got %d articles, %v", len(articles), err)
	}
	a := articles[0]
	slices.Sort(a.Tags)
	if a.Title != "The ferry" || a.Address != "https://example.org/ferry" || !slices.Equal(a.Tags, []reader.Text{"elm", "stone work"}) || a.Markdown != "It sails again." || len(a.Repairs) != 0 {
		t.Errorf("got %+v", a)
	}
	if a := articles[1]; a.Title != "The mill" || len(a.Tags) != 0 || a.Markdown != "It stands beside the weir." {
		t.Errorf("got %+v", a)
	}
}
