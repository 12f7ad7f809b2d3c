package ui

import (
	"context"
	"strings"
	"testing"

	"offprint/reader"
	"offprint/reader/digest"
	"offprint/store"
	"offprint/ui/uitest"
)

// An article saved again with another text is compared with what it was.
func TestVersions(t *testing.T) {
	t.Parallel()
	a := openDemo(t)
	row := rows(t, a, "")[0]
	before, err := a.Article(context.Background(), row.ID)
	if err != nil {
		t.Fatal(err)
	}
	changed := before.Digest.Article
	if changed.Address == "" {
		t.Fatal("the article has no address, by which it would be known again")
	}
	changed.Markdown = reader.Clean(strings.Replace(string(changed.Markdown), "every winter", "every second winter", 1))
	out, err := a.Add(context.Background(), []store.Item{{Origin: "again", Digests: []reader.Digest{digest.Article(changed)}}})
	if err != nil || out[0].Status != store.StatusUpdated {
		t.Fatalf("added as %v, %v", out, err)
	}
	o := options(t, a)
	o.Analyse = digest.Article
	d := uitest.New(t, newModel(o), 100, 30)
	d.Keys("enter gv")
	shows(t, d, "VERSIONS", "against the text until", "every second winter", "changes 1")
	for _, size := range [][2]int{{1, 1}, {41, 9}, {203, 61}} {
		d.Resize(size[0], size[1])
	}
	d.Resize(100, 30)
	d.Keys("q")
	shows(t, d, "1/18 · 17 unread")
	d.Keys("h j enter gv")
	shows(t, d, "Only one text of this article is known")
}

// The same story in another paper is marked in the list and compared with its copy.
func TestCopies(t *testing.T) {
	t.Parallel()
	a := openDemo(t)
	row := rows(t, a, "")[0]
	first, err := a.Article(context.Background(), row.ID)
	if err != nil {
		t.Fatal(err)
	}
	copied := first.Digest.Article
	copied.Outlet, copied.Address = "The Other Paper", "https://other.example/wire"
	copied.Markdown = reader.Clean(strings.Replace(string(copied.Markdown), "every winter", "each winter", 1))
	if _, err := a.Add(context.Background(), []store.Item{{Origin: "wire", Digests: []reader.Digest{digest.Article(copied)}}}); err != nil {
		t.Fatal(err)
	}
	d := uitest.New(t, newModel(options(t, a)), 120, 40)
	shows(t, d, "≈2")
	d.Keys("enter")
	shows(t, d, "≈ 1 near copy")
	d.Keys("gw") // there is but one
	shows(t, d, "VERSIONS", "each", "every")
}
