package ui

import (
	"context"
	"slices"
	"strings"
	"testing"

	"offprint/reader"
	"offprint/store"
	"offprint/ui/uitest"
)

// The people of the article are offered at once: arrows choose, the beginning
// of a name is the name, and what nobody is called is taken as it is typed.
func TestSpeakerIsOffered(t *testing.T) {
	t.Parallel()
	d, a := start(t, 100, 30)
	article, err := a.Article(context.Background(), rows(t, a, "")[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	var people []reader.Text
	for _, e := range article.Digest.Entities {
		if e.Kind == reader.EntityPerson || e.Kind == reader.EntityOrganization {
			people = append(people, e.Name)
		}
	}
	if len(people) < 2 {
		t.Fatalf("the article names %d people", len(people))
	}
	d.Keys("enter alt+3 c ctrl+u")
	shows(t, d, string(people[0]), string(people[1]))
	before := boxTop(d)
	d.Keys("down down enter")
	shows(t, d, "Said by "+string(people[1]))
	d.Keys("c ctrl+u")
	d.Type(string(people[0][:4]))
	if at := boxTop(d); at != before {
		t.Errorf("the box begins on line %d, and on %d before", at, before)
	}
	d.Keys("enter")
	shows(t, d, "Said by "+string(people[0]))
	d.Keys("c ctrl+u")
	d.Type(string(people[1][:4]))
	d.Keys("up enter")
	shows(t, d, "Said by "+string(people[1][:4]))
}

// What was deleted and comes back has the cursor.
func TestCursorComesBackToTheDeleted(t *testing.T) {
	t.Parallel()
	a := openDemo(t)
	var left store.Left
	o := options(t, a)
	o.Desk.Left = func(_ context.Context, l store.Left) error { left = l; return nil }
	m := newModel(o)
	d := uitest.New(t, m, 120, 30)
	d.Keys("j j j enter q")
	at, _ := m.desk.Place()
	d.Keys("D U Q")
	if left.Article != at.ID {
		t.Errorf("the cursor is on article %d, was on %d before", left.Article, at.ID)
	}
}

// While a letter is waited for the footer says so, and nothing else.
func TestHintsSayWhatTheyWaitFor(t *testing.T) {
	t.Parallel()
	d, _ := start(t, 80, 24)
	d.Keys("enter")
	shows(t, d, "? help")
	d.Keys("f")
	shows(t, d, "type a letter", "esc leaves")
	lacks(t, d, "? help")
	d.Keys("esc")
	shows(t, d, "? help")
}

// boxTop returns the first line of the box over the screen, -1 without one.
func boxTop(d *uitest.Driver) int {
	return slices.IndexFunc(d.Frame(), func(l string) bool { return strings.Contains(l, "╭─ ") })
}

// TestListIsAsItWasLeft expects order, grouping and the article back at the
// next start, and the newest one key away.
func TestListIsAsItWasLeft(t *testing.T) {
	t.Parallel()
	a := openDemo(t)
	run := func(from store.Left, keys string) (left store.Left) {
		o := options(t, a)
		o.Desk.At, o.Desk.View.Group, o.Desk.View.Sort = from.Article, from.Group, from.Sort
		o.Desk.Left = func(_ context.Context, l store.Left) error { left = l; return nil }
		d := uitest.New(t, newModel(o), 120, 30)
		d.Keys(keys + " Q")
		return left
	}
	first := run(store.Left{}, "")
	left := run(store.Left{}, "g, outlet enter , title enter G")
	if left.Group != store.GroupOutlet || left.Sort != store.SortTitle || left.Article == 0 || left.Article == first.Article {
		t.Fatalf("left as %+v, want by outlet and title and an article that is not the first", left)
	}
	if again := run(left, ""); again != left {
		t.Errorf("comes back as %+v, was left as %+v", again, left)
	}
	if top := run(left, "gg"); top.Article == left.Article {
		t.Error("gg stays on the article that was left")
	}
	if opened := run(store.Left{Article: left.Article}, "enter"); opened.Article != left.Article {
		t.Errorf("reading %d was left as %+v", left.Article, opened)
	}
	if gone := run(store.Left{Article: 1 << 40}, ""); gone.Article != first.Article {
		t.Errorf("an article that is no more: begins at %d, want the first, %d", gone.Article, first.Article)
	}
}
