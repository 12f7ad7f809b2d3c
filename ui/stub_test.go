package ui

import (
	"context"
	"strings"
	"testing"
	"time"

	"offprint/reader"
	"offprint/reader/digest"
	"offprint/store"
	"offprint/ui/nav"
	"offprint/ui/uitest"
)

// A stub is marked in the list, says how its text is got, stays unread, and is an article once the text came.
func TestStub(t *testing.T) {
	t.Parallel()
	a := openDemo(t)
	ctx := context.Background()
	stub := reader.Article{Title: "The ferry that never sailed", Address: "https://coast.example/ferry", Stub: true,
		Tags: []reader.Text{"sea"}, Format: reader.FormatExport,
		Kept: reader.Kept{Saved: time.Date(2019, 3, 4, 5, 0, 0, 0, time.UTC), Passages: []reader.Passage{
			{Text: "nobody had asked the harbour", Note: "who should?"}, {Text: "a word of the captain"}}}}
	out, err := a.Add(ctx, []store.Item{{Origin: "export.csv", Digests: []reader.Digest{digest.Article(stub)}}})
	if err != nil || out[0].Status != store.StatusStub {
		t.Fatalf("added as %v, %v", out, err)
	}
	if err := a.NoteFetch(ctx, out[0].IDs[0], "404 Not Found"); err != nil {
		t.Fatal(err)
	}
	d := uitest.New(t, newModel(options(t, a)), 160, 45)
	d.Keys("/ is:stub enter")
	shows(t, d, "The ferry", "stub ◌")
	d.Keys("enter")
	shows(t, d, "nobody had asked the harbour", "who should?", "Only the address was saved.", "offprint fetch --stubs",
		"https://coast.example/ferry", "Saved on 4 March 2019", "#sea", "404 Not Found", "saved 4 Mar 2019")
	d.Keys("v x")
	shows(t, d, "This is no part of the article")
	d.Keys("h")
	if row := rows(t, a, "is:stub")[0]; row.Read {
		t.Error("a stub is read because it was opened")
	}
	for _, size := range [][2]int{{1, 1}, {60, 20}, {41, 9}, {203, 61}} {
		d.Resize(size[0], size[1])
	}
	text := reader.Article{Title: "The ferry", Address: stub.Address, Markdown: "The ferry lay at the quay. Nobody had asked — the harbour — for a berth."}
	if _, err := a.Add(ctx, []store.Item{{Origin: "ferry.html", Digests: []reader.Digest{digest.Article(text)}}}); err != nil {
		t.Fatal(err)
	}
	art, err := a.Article(ctx, out[0].IDs[0])
	if err != nil || art.Row.Stub || art.Highlights[0].Lost {
		t.Errorf("%+v, %v: want a text with its highlight", art.Row, err)
	}
	d.Resize(160, 45)
	d.Send(nav.Changed{})
	d.Keys("enter")
	shows(t, d, "The ferry lay at the quay.", "Notes and marks without a place in this text", "a word of the captain")
	if strings.Contains(d.Text(), "who should?") || strings.Contains(d.Text(), "Only the address") {
		t.Errorf("what has its place now is below the text, too:\n%s", d.Text())
	}
}
