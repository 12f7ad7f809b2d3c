package ui

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"offprint/reader"
	"offprint/reader/digest"
	"offprint/store"
	"offprint/ui/uitest"
)

// steps is how many times a test lets go on what opening an article leads to
// before a key is pressed: from not at all to when it is long there.
const steps = 9

// ahead runs do on a reader that was asked for its second article, which has an
// older text, as early and as late as can be; with the article before it on the
// screen and with nothing that comes by itself.
func ahead(t *testing.T, do func(t *testing.T, d *uitest.Driver, a *store.Archive, second store.Row)) {
	for n := range steps {
		for _, how := range []string{"beside the list", "on its own"} {
			t.Run(fmt.Sprintf("%s after %d", how, n), func(t *testing.T) {
				t.Parallel()
				a := openDemo(t)
				second := rows(t, a, "")[1]
				saveAgain(t, a, second.ID)
				w := 160
				if how == "on its own" {
					w = 70
				}
				d := uitest.New(t, newModel(options(t, a)), w, 40)
				d.Hasty()
				d.Keys("j")
				d.Hold()
				d.Keys("enter")
				for range n {
					d.Step()
				}
				do(t, d, a, second)
			})
		}
	}
}

// saveAgain has the archive know an older text of an article.
func saveAgain(t *testing.T, a *store.Archive, id store.ID) {
	t.Helper()
	art, err := a.Article(context.Background(), id)
	if err != nil {
		t.Fatal(err)
	}
	changed := art.Digest.Article
	changed.Markdown = reader.Clean(string(changed.Markdown) + "\n\nOne line was added.\n")
	out, err := a.Add(context.Background(), []store.Item{{Origin: "again", Digests: []reader.Digest{digest.Article(changed)}}})
	if err != nil || out[0].Status != store.StatusUpdated {
		t.Fatalf("added as %v, %v", out, err)
	}
}

// A key that comes before the article does is for that article, and is done when it is there.
func TestKeysBeforeTheArticle(t *testing.T) {
	t.Parallel()
	ahead(t, func(t *testing.T, d *uitest.Driver, _ *store.Archive, _ store.Row) {
		d.Keys("gv")
		d.Release()
		shows(t, d, "VERSIONS", "Dag", "against the text until", "changes")
		d.Keys("q")
		shows(t, d, "2/18")
		lacks(t, d, "VERSIONS")
	})
}

// It is done once, with whatever the article has: its star, its read flag, its words, its tags.
func TestWhatWaitsIsDoneOnce(t *testing.T) {
	t.Parallel()
	ahead(t, func(t *testing.T, d *uitest.Driver, a *store.Archive, second store.Row) {
		d.Keys("*")
		d.Release()
		if got := rows(t, a, "is:starred"); len(got) != 1 || got[0].ID != second.ID {
			t.Errorf("starred %v, want %q alone", got, second.Title)
		}
	})
	ahead(t, func(t *testing.T, d *uitest.Driver, a *store.Archive, second store.Row) {
		d.Keys("r")
		d.Release()
		if got := rows(t, a, "is:read"); len(got) != 0 {
			t.Errorf("%v are read, want none: opening it read it, and r took that back", got)
		}
	})
	ahead(t, func(t *testing.T, d *uitest.Driver, _ *store.Archive, second store.Row) {
		d.Keys("Y")
		d.Release()
		if got := d.Copied(); len(got) != 1 || !strings.HasPrefix(got[0], "# "+string(second.Title)) {
			t.Errorf("copied %.100q, want %q once", got, second.Title)
		}
	})
	ahead(t, func(t *testing.T, d *uitest.Driver, _ *store.Archive, _ store.Row) {
		d.Keys("gi")
		d.Release()
		shows(t, d, "About this article")
		d.Keys("x")
		lacks(t, d, "About this article")
	})
}

// Of several that wait each is done, in order; esc takes back what waits.
func TestAllOfWhatWaits(t *testing.T) {
	t.Parallel()
	d, a := start(t, 70, 40)
	d.Keys("j")
	d.Hold()
	d.Keys("enter * yl Y")
	d.Release()
	got := d.Copied()
	if len(got) != 2 || !strings.HasPrefix(got[0], "https:") || !strings.HasPrefix(got[1], "# ") || len(rows(t, a, "is:starred")) != 1 {
		t.Errorf("copied %.40q, want the address and the article of one that is starred", got)
	}
	d.Hold()
	d.Keys("J gi esc")
	d.Release()
	lacks(t, d, "About this article")
}

// What is typed into a line that waits is text, and no key.
func TestTextThatWaits(t *testing.T) {
	t.Parallel()
	ahead(t, func(t *testing.T, d *uitest.Driver, a *store.Archive, _ store.Row) {
		d.Keys("/ d r e d g enter n *")
		d.Release()
		shows(t, d, "n/N dredg 2/")
		if n := len(rows(t, a, "is:starred")); n != 1 {
			t.Errorf("%d articles are starred, want the one", n)
		}
	})
	ahead(t, func(t *testing.T, d *uitest.Driver, a *store.Archive, _ store.Row) {
		d.Keys("/ d r e esc n")
		d.Release()
		shows(t, d, "n/N quotes 1/")
	})
}

// What waits for an article is done with no other, nor under what was opened meanwhile.
func TestNothingIsDoneOnAnotherArticle(t *testing.T) {
	t.Parallel()
	for _, keys := range []string{"J", "alt+1", "s", "ge", "gu", "?", "H", "alt+1 k enter"} {
		d, a := start(t, 70, 40)
		saveAgain(t, a, rows(t, a, "")[1].ID)
		d.Keys("j")
		d.Hold()
		d.Keys("enter *")
		d.Keys(keys)
		d.Release()
		if n := len(rows(t, a, "is:starred")); n != 0 {
			t.Errorf("after %s: %d articles are starred, want none", keys, n)
		}
	}
}

// o in the list opens what its cursor is on, be it on the screen or not.
func TestOriginalOfTheRow(t *testing.T) {
	t.Parallel()
	d, a := start(t, 160, 40)
	d.Hasty()
	art, err := a.Article(context.Background(), rows(t, a, "")[1].ID)
	if err != nil {
		t.Fatal(err)
	}
	d.Keys("j o down enter")
	if got := d.Copied(); len(got) != 1 || got[0] != string(art.Digest.Article.Address) {
		t.Errorf("the address offered is %q, want %q", got, art.Digest.Article.Address)
	}
}
