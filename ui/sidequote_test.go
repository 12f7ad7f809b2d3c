package ui

import (
	"context"
	"strings"
	"testing"
)

// From a quote beside the text one comes to who says it, to its other wordings
// and to where else it stands, and back to the article.
func TestQuoteOfTheSidebarLeadsOn(t *testing.T) {
	t.Parallel()
	d, _ := start(t, 120, 40)
	d.Keys("/")
	d.Type("Dockers Walk Out")
	d.Keys("enter enter alt+3")
	shows(t, d, "p speaker")
	d.Keys("w")
	shows(t, d, "OTHER WORDINGS")
	d.Keys("H alt+3 p")
	shows(t, d, `QUOTES  said:"`, "quoted by ", "p all about")
	d.Keys("p")
	shows(t, d, "Quotes by ")
	d.Keys("H H alt+3 a")
	lacks(t, d, "Quotes by ", "quoted by ")
	d.Keys("esc H")
}

// TestCopyQuoteOfTheSidebar: in the sidebar the quote under its cursor is
// copied, whatever the text is at, in every form; the notice says whose it is.
func TestCopyQuoteOfTheSidebar(t *testing.T) {
	t.Parallel()
	d, a := start(t, 120, 40)
	article, err := a.Article(context.Background(), rows(t, a, "")[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	d.Keys("enter alt+3")
	for at, q := range article.Digest.Quotes[:4] {
		words, whose := string(q.Words(&article.Digest.Plain)), ""
		if q.Attributed() {
			whose = " of " + string(q.Speaker.Name)
		}
		for i, f := range []struct{ keys, what string }{
			{"yq", "quote" + whose}, {"yy", "quote" + whose + " with its source"}, {"ym", "citation of the quote" + whose},
			{"yb", "citation of the quote" + whose + " as BibTeX"}, {"yc", "citation of the quote" + whose + " as CSL JSON"},
		} {
			d.Keys(f.keys[:1] + " " + f.keys[1:])
			shows(t, d, "Sent the "+f.what)
			if got := d.Copied(); len(got) == 0 || i < 2 && !strings.Contains(got[len(got)-1], words) {
				t.Errorf("quote %d, %s: copied %q, want %q", at, f.keys, got, words)
			}
		}
		d.Keys("j")
	}
}
