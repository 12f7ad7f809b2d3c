package store

import (
	"testing"
)

func TestLeft(t *testing.T) {
	t.Parallel()
	a, ctx := testArchive(t), t.Context()
	if got, err := a.Left(ctx); err != nil || got != (Left{}) {
		t.Fatalf("a new archive was left as %+v (%v), want never", got, err)
	}
	want := Left{Article: 7, Sort: SortTitle, Group: GroupOutlet}
	if err := a.SetLeft(ctx, want); err != nil {
		t.Fatal(err)
	}
	if got, err := a.Left(ctx); err != nil || got != want {
		t.Errorf("left as %+v (%v), want %+v", got, err, want)
	}
	if err := a.SetLeft(ctx, Left{Article: 7, Sort: 200, Group: 200}); err != nil {
		t.Fatal(err)
	}
	if got, err := a.Left(ctx); err != nil || got != (Left{Article: 7}) {
		t.Errorf("an order and a grouping without a name came back as %+v (%v), want the first ones", got, err)
	}
}
