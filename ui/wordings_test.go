package ui

import (
	"context"
	"strings"
	"testing"

	"offprint/reader"
	"offprint/reader/digest"
	"offprint/store"
	"offprint/store/query"
	"offprint/ui/uitest"
)

// A quote that another outlet cuts is set beside it, and the way back leads to the quotes.
func TestWordings(t *testing.T) {
	t.Parallel()
	a := openDemo(t)
	ctx := context.Background()
	quote := longQuote(t, a)
	words := strings.Fields(string(quote.Text))
	cut := strings.Join(words[:len(words)-3], " ")
	copied := reader.Article{
		Title: "The short version", Outlet: "The Other Paper", Language: "en", Format: reader.FormatMarkdown,
		Published: quote.Row.Published, Address: "https://other.example/short",
		Markdown: reader.Clean("It was a short version.\n\n\u201c" + cut + ",\u201d " + string(quote.Quote.Speaker.Name) + " said."),
	}
	if _, err := a.Add(ctx, []store.Item{{Origin: "short", Digests: []reader.Digest{digest.Article(copied)}}}); err != nil {
		t.Fatal(err)
	}
	if err := a.Index(ctx); err != nil {
		t.Fatal(err)
	}
	d := uitest.New(t, newModel(options(t, a)), 140, 40)
	d.Keys("g q /")
	d.Type("title:short")
	d.Keys("enter w")
	shows(t, d, "OTHER WORDINGS", "1 of 1", "The Other Paper", string(quote.Row.Outlet), "│", words[len(words)-1])
	d.Resize(60, 20)
	shows(t, d, "OTHER WORDINGS")
	d.Resize(140, 40)
	d.Keys("enter")
	shows(t, d, "ARTICLES", words[len(words)-1])
	d.Keys("H")
	shows(t, d, "OTHER WORDINGS", "The Other Paper")
	d.Keys("H")
	shows(t, d, "QUOTES", "title:short")
}

// longQuote returns a direct quote of the demo with many words and a known speaker.
func longQuote(t *testing.T, a *store.Archive) store.QuoteRow {
	t.Helper()
	list, err := a.Quotes(context.Background(), query.Query{}, store.QuotesNewest, 0, 100)
	if err != nil {
		t.Fatal(err)
	}
	for _, q := range list {
		if q.Quote.Kind == reader.QuoteDirect && q.Quote.Attributed() && q.Row.Language == "en" && len(q.Quote.Content) == 1 && len(strings.Fields(string(q.Text))) > 12 {
			return q
		}
	}
	t.Fatal("the demo has no long quote")
	return store.QuoteRow{}
}

// Citations for reference managers have keys, and are in the palette.
func TestCopyCitations(t *testing.T) {
	t.Parallel()
	d, _ := start(t, 100, 30)
	for typed, want := range map[string]string{"bibtex": "citation of the quote of Joren Haslet as BibTeX", "csl json": "citation of the quote of Joren Haslet as CSL JSON"} {
		d.Keys("enter :")
		d.Type(typed)
		d.Keys("enter")
		if got := d.Copied(); len(got) == 0 || !strings.ContainsAny(got[len(got)-1][:1], "@{") {
			t.Errorf("copied %q", got)
		}
		shows(t, d, "Sent the "+want+" to the clipboard")
		d.Keys("esc")
	}
	for key, want := range map[string]string{"yb": "citation of the quote of Joren Haslet as BibTeX", "yc": "citation of the quote of Joren Haslet as CSL JSON", "ym": "citation of the quote of Joren Haslet"} {
		d.Keys("alt+2 " + key)
		shows(t, d, "Sent the "+want+" to the clipboard")
	}
}
