package ui

import (
	"fmt"
	"testing"
	"time"

	"offprint/reader"
	"offprint/store"
	"offprint/ui/uitest"
)

// many opens an archive of n short articles, a day apart, the newest first in the list.
func many(t *testing.T, n int) *store.Archive {
	t.Helper()
	a, err := store.Open(t.Context(), t.TempDir()+"/many.db", store.Options{Now: func() time.Time { return today }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { a.Close() })
	items := make([]store.Item, n)
	for i := range items {
		title := reader.CleanLine(fmt.Sprintf("Number %03d", i))
		items[i] = store.Item{Origin: string(title), FileHash: [32]byte{byte(i), byte(i >> 8)}, Digests: []reader.Digest{{
			Article: reader.Article{Title: title, Markdown: reader.Clean(fmt.Sprintf("Text %d of a harbour.", i)), Published: today.AddDate(0, 0, -i)},
		}}}
	}
	if _, err := a.Add(t.Context(), items); err != nil {
		t.Fatal(err)
	}
	if err := a.Index(t.Context()); err != nil {
		t.Fatal(err)
	}
	return a
}

// The next unread article is found however far it is, from the list and from the text.
func TestNextUnread(t *testing.T) {
	t.Parallel()
	a := many(t, 450)
	var read []store.ID
	for i, r := range rows(t, a, "") {
		if i != 3 && i != 420 {
			read = append(read, r.ID)
		}
	}
	if err := a.SetRead(t.Context(), read, true); err != nil {
		t.Fatal(err)
	}
	d := uitest.New(t, newModel(options(t, a)), 100, 30)
	d.Hasty()
	d.Keys("]u")
	shows(t, d, "┃● Number 003", "4/450")
	d.Keys("]u")
	shows(t, d, "┃● Number 420", "421/450")
	d.Keys("]u")
	shows(t, d, "No unread article in that direction", "421/450")
	d.Keys("[u")
	shows(t, d, "┃● Number 003")
	d.Keys("gg enter space")
	shows(t, d, "Number 000", "The end. Once more")
	d.Keys("space")
	shows(t, d, "Number 003", "Text 3 of")
	d.Keys("]u")
	shows(t, d, "Number 420", "Text 420 of")
	d.Keys("space k space") // something else in between
	shows(t, d, "Number 420", "The end. Once more")
	d.Keys("space")
	shows(t, d, "No unread article in that direction")
}
