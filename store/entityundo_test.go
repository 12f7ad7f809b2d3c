package store

import (
	"fmt"
	"testing"
)

// A name that a lone surname joined is dropped again: the surname stands for
// itself, with its own articles.
func TestRedoLeavesSurname(t *testing.T) {
	t.Parallel()
	ctx := t.Context()
	a := testArchive(t)
	for i := range 4 {
		mustAdd(t, a, item(fmt.Sprint(i), said("Talks", fmt.Sprintf("2024-01-0%d", 1+i), fmt.Sprintf("Talk %d: [Anna Meyer] met them.", i))))
	}
	index(t, a)
	must(t, a.DropEntity(ctx, entityNamed(t, a, "anna meyer").ID))
	if _, err := a.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	mustAdd(t, a, item("alone", said("Later", "2024-02-01", "[Meyer] said no more.")))
	index(t, a)
	if e := entityNamed(t, a, "meyer"); e.Articles != 5 {
		t.Fatalf("not joined: %+v", e)
	}
	if _, err := a.Redo(ctx); err != nil {
		t.Fatal(err)
	}
	sound(t, a)
	if e := entityNamed(t, a, "meyer"); e.Articles != 1 || e.Name != "Meyer" {
		t.Errorf("%+v, want Meyer with one article", e)
	}
}
