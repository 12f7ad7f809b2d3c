package cite

import (
	"strings"
	"testing"
	"time"

	"offprint/reader"
)

// TestKeys: an entry's key has outlet, year and the title's first long word.
func TestKeys(t *testing.T) {
	t.Parallel()
	day := time.Date(2024, 4, 19, 0, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		w    Work
		want string
	}{
		{Work{Outlet: "coast.example", Published: day, Title: "The harbour waits"}, "coast2024harbour"},
		{Work{Outlet: "The Coast Daily", Title: "Five four"}, "coast"},
		{Work{Outlet: "coast.example", Title: "Tide turns again"}, "coastturns"},
		{Work{Title: "Über-große Fähren"}, "bergroe"},
		{Work{Outlet: "берег.example", Published: day}, "article2024"},
		{Work{Outlet: ". .", Mark: "-3-1"}, "article-3-1"},
		{Work{Title: "#hash~tag"}, "hashtag"},
	} {
		if got := c.w.key(); got != c.want {
			t.Errorf("%+v: key %s, want %s", c.w, got, c.want)
		}
	}
}

// TestQuoted: words are put between marks once.
func TestQuoted(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		kind        reader.QuoteKind
		words, want reader.Text
	}{
		{reader.QuoteDirect, "We wait", "“We wait”"},
		{reader.QuoteDirect, "«We wait»", "«We wait»"},
		{reader.QuoteDirect, "We “wait”", "“We “wait””"},
		{reader.QuoteMixed, "We “wait”", "We “wait”"},
		{reader.QuoteMixed, "we wait", "“we wait”"},
		{reader.QuoteIndirect, "that we wait", "that we wait"},
		{reader.QuoteDirect, "", ""},
	} {
		if got := Quoted(c.kind, c.words); got != c.want {
			t.Errorf("%v %q: %q, want %q", c.kind, c.words, got, c.want)
		}
	}
	whole := Work{Title: "T", Kind: reader.QuoteIndirect, Byline: "Ana Roth"}
	for name, got := range map[string]reader.Text{"plain": whole.Plain(), "markdown": whole.Markdown(), "bibtex": whole.BibTeX(), "csl": whole.CSL()} {
		if strings.Contains(string(got), "reported") || strings.Contains(string(got), "note") {
			t.Errorf("%s of an article without words: %s", name, got)
		}
	}
}
