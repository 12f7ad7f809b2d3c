package ui

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"offprint/reader"
	"offprint/reader/digest"
	"offprint/store"
	"offprint/ui/uitest"
)

// copied adds copies of the demo's first article, which other papers had some minutes later.
func copied(t *testing.T, a *store.Archive, n int) {
	t.Helper()
	first, err := a.Article(context.Background(), rows(t, a, "")[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	for i := range n {
		c := first.Digest.Article
		c.Title = reader.CleanLine(fmt.Sprintf("Copy %d", i+1))
		c.Outlet, c.Address = reader.CleanLine(fmt.Sprintf("Paper %d", i+1)), reader.CleanLine(fmt.Sprintf("https://%d.example/wire", i+1))
		c.Markdown = reader.Clean(strings.Replace(string(c.Markdown), "every winter", fmt.Sprintf("winter no. %d", i+1), 1))
		c.Published = first.Row.Published.Add(time.Duration(i+1) * time.Minute)
		if _, err := a.Add(context.Background(), []store.Item{{Origin: fmt.Sprint("wire", i), Digests: []reader.Digest{digest.Article(c)}}}); err != nil {
			t.Fatal(err)
		}
	}
}

func hides(t *testing.T, d *uitest.Driver, words ...string) {
	t.Helper()
	for _, w := range words {
		if strings.Contains(d.Text(), w) {
			t.Errorf("the screen shows %q:\n%s", w, d.Text())
		}
	}
}

// Copies of a story are one row; zs shows them below it, over reloads, until it is pressed again.
func TestCopiesAreFolded(t *testing.T) {
	t.Parallel()
	a := openDemo(t)
	copied(t, a, 2)
	o := options(t, a)
	o.Desk.View.Fold = true
	d := uitest.New(t, newModel(o), 150, 40)
	shows(t, d, "● Copy 2", "+2")
	hides(t, d, "Copy 1", "≈3")
	d.Keys("zs")
	shows(t, d, "● Copy 2", "└ Paper 1 · Copy 1", "≈3")
	d.Keys("j r")                                   // a change: the list is read anew, the cursor stays on the copy
	shows(t, d, "  Copy 1", "● └ Paper 2 · Copy 2") // what was read is the row
	d.Keys("x")                                     // selecting works on copies too
	shows(t, d, "✓ Copy 1", "1 SELECTED")
	d.Keys("esc k enter")
	shows(t, d, "Copy 1", "Paper 1")
	d.Keys("h zs") // on a copy: folds what it belongs to
	shows(t, d, "Copy 1", "+2")
	hides(t, d, "└")
	d.Keys("zs g,")
	d.Type("outlet") // by outlet everything stands where it belongs
	d.Keys("enter")
	hides(t, d, "└")
	d.Keys("zM")
	shows(t, d, "Paper 1", "Paper 2")
	d.Keys("zR ga")
	shows(t, d, "└ Paper 2 · Copy 2")
	for _, size := range [][2]int{{1, 1}, {41, 9}, {203, 61}} {
		d.Resize(size[0], size[1])
		d.Keys("G gg j j j k")
	}
}

// A story is marked read as a whole while it is folded, and taken back as a whole.
func TestFoldedStoryIsRead(t *testing.T) {
	t.Parallel()
	a := openDemo(t)
	copied(t, a, 2)
	o := options(t, a)
	o.Desk.View.Fold = true
	d := uitest.New(t, newModel(o), 150, 40)
	before := len(rows(t, a, "is:unread"))
	d.Keys("r")
	shows(t, d, "Marked 3 articles read")
	if n := len(rows(t, a, "is:unread")); n != before-3 {
		t.Errorf("%d articles are unread, want %d", n, before-3)
	}
	d.Keys("U")
	if n := len(rows(t, a, "is:unread")); n != before {
		t.Errorf("%d articles are unread after undo, want %d", n, before)
	}
	d.Keys("zs r")
	shows(t, d, "Marked the article read")
}

// Without the setting every copy is a row, marked as one.
func TestCopiesAreNotFolded(t *testing.T) {
	t.Parallel()
	a := openDemo(t)
	copied(t, a, 2)
	d := uitest.New(t, newModel(options(t, a)), 150, 40)
	shows(t, d, "Copy 1", "Copy 2", "≈3")
	d.Keys("zs")
	shows(t, d, "No copy of this story is folded here")
}
