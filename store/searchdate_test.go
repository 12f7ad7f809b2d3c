package store

import (
	"context"
	"fmt"
	"testing"
)

// TestDatesOfASearch: places whose articles are gone for good, as until the
// index has seen that, do not hide others of the time that is asked for.
func TestDatesOfASearch(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	a := testArchive(t)
	const days, each = 16, 40 // many more than maxFew
	var ids []ID
	for i := range days {
		var items []Item
		for k := range each {
			title := fmt.Sprint(i, " ", k)
			items = append(items, item(title, plainDigest(title, fmt.Sprintf("2024-03-%02d", i+1), "boats at quay "+title)))
		}
		for _, out := range mustAdd(t, a, items...) {
			ids = append(ids, out.IDs...)
		}
	}
	index(t, a)
	must(t, a.Delete(ctx, ids[7*each:10*each]))
	if n, err := a.Purge(ctx, a.now().AddDate(1, 0, 0)); err != nil || n != 3*each {
		t.Fatal(n, err)
	}
	for day := range days + 2 {
		hits, _, err := a.Search(ctx, parse(t, fmt.Sprintf("boats after:2024-03-%02d", day+1)), days*each)
		if err != nil {
			t.Fatal(err)
		}
		want := 0
		for i := range days {
			if i >= day && (i < 7 || i > 9) {
				want += each
			}
		}
		if len(hits) != want {
			t.Errorf("after day %d: %d hits, want %d", day+1, len(hits), want)
		}
	}
}
