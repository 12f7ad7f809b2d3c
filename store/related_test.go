package store

import (
	"context"
	"fmt"
	"strings"
	"testing"
)

// Articles without any name in common are related by rare words, two at
// least; copies of one story are not related but the same.
func TestRelatedByWords(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	a, w := testArchive(t), newWire(3)
	add := func(name, text string) ID {
		return mustAdd(t, a, item(name, plainDigest(name, "2024-01-01", text)))[0].IDs[0]
	}
	about := func(story int, more string) string {
		return strings.Join(w.stories[story], " ") + " " + more
	}
	first := add("first", about(0, strings.Repeat("the lighthouse keeper counted barnacles below ", 4)))
	add("copy", about(0, strings.Repeat("the lighthouse keeper counted barnacles below ", 4)+"again"))
	other := add("other", about(1, strings.Repeat("barnacles grew on the lighthouse ", 4)))
	add("one", about(2, strings.Repeat("barnacles alone ", 4)))
	c := newCorpus(20)
	for i := range 30 { // what makes words rare
		add(fmt.Sprint("filler", i), strings.Join(strings.Fields(string(c.article(3+i, 90).Article.Markdown)), " "))
	}
	index(t, a)
	rows, err := a.Related(ctx, first, 3)
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) == 0 || rows[0].ID != other || strings.Contains(titles(rows), "copy") {
		t.Errorf("related to the first: %s, want other before all, and no copy", titles(rows))
	}
	if rows, err = a.Related(ctx, other, 3); err != nil || strings.Contains(titles(rows), "first") == strings.Contains(titles(rows), "copy") {
		t.Errorf("related to the other: %s, %v, want one of the two copies", titles(rows), err)
	}
}
