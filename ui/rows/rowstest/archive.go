package rowstest

import (
	"context"
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"offprint/reader"
	"offprint/reader/digest"
	"offprint/store"
)

// Archive returns a real archive of n articles, indexed, one published each
// day up to yesterday. Each names Anna Meyer and the Harbour Board; she is quoted in all.
func Archive(t testing.TB, n int) *store.Archive {
	t.Helper()
	ctx := context.Background()
	a, err := store.Open(ctx, filepath.Join(t.TempDir(), "archive.db"), store.Options{Now: Now})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := a.Close(); err != nil {
			t.Error(err)
		}
	})
	var items []store.Item
	for i := range n {
		items = append(items, store.Item{Origin: fmt.Sprintf("article-%d.md", i), Digests: []reader.Digest{article(i)}})
	}
	if _, err := a.Add(ctx, items); err != nil {
		t.Fatal(err)
	}
	if err := a.Index(ctx); err != nil {
		t.Fatal(err)
	}
	return a
}

func article(i int) reader.Digest {
	outlet := [...]string{"The Reporter", "Ember"}[i%2]
	text := fmt.Sprintf(`The harbour of Rotterdam will close for %d days, Anna Meyer said on Friday.

"We counted %d ships and we could not find room for one more," Meyer said. "It is a question of patience."

The Harbour Board in Rotterdam said it was looking into the matter.`, i+2, i+10)
	return digest.Article(reader.Article{
		Title: reader.CleanLine(fmt.Sprintf("Harbour closes, day %d", i)), Outlet: reader.CleanLine(outlet),
		Published: Now().Truncate(24*time.Hour).AddDate(0, 0, -1-i), Language: "en",
		Format: reader.FormatMarkdown, Markdown: reader.Clean(text),
		Address: reader.CleanLine(fmt.Sprintf("https://news.example/%d", i)),
	})
}
