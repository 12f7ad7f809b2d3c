package store_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"offprint/reader"
	"offprint/store"
	"offprint/store/query"
)

// Articles are added, found by their words, and changed; every change can be taken back.
func Example() {
	dir, err := os.MkdirTemp("", "archive")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(dir)
	ctx := context.Background()
	a, err := store.Open(ctx, filepath.Join(dir, "archive.db"), store.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	defer a.Close()

	_, err = a.Add(ctx, []store.Item{{Origin: "ferry.md", Size: 1, Digests: []reader.Digest{article("Ferry sails again", "The ferry to the island sails again.")}},
		{Origin: "bridge.md", Size: 1, Digests: []reader.Digest{article("Bridge closed", "The old bridge to the island is closed.")}}})
	if err == nil {
		err = a.Index(ctx)
	}
	if err != nil {
		fmt.Println(err)
		return
	}
	q, _ := query.Parse("island -bridge")
	hits, _, err := a.Search(ctx, q, 10)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, h := range hits {
		fmt.Println(h.Row.Title)
		_ = a.ChangeTags(ctx, []store.ID{h.Row.ID}, []reader.Text{"sea"}, nil)
	}
	label, _ := a.Undo(ctx)
	fmt.Println("taken back:", label)
	// Output:
	// Ferry sails again
	// taken back: tagged 1 article with sea
}

// article is what package digest makes of a file, here without findings.
func article(title, text string) reader.Digest {
	var b reader.PlainBuilder
	b.Begin()
	b.Add(text, reader.Span{Start: 0, End: len(text)})
	b.End(reader.BlockParagraph)
	return reader.Digest{Article: reader.Article{Title: reader.CleanLine(title), Markdown: reader.Clean(text), Language: "en"}, Plain: b.Plain()}
}
