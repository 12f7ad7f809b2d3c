package cite

import (
	"strings"
	"testing"
	"time"

	"offprint/reader"
)

// TestPeopleAndBodies: "and" parts two people, whatever small words their
// surnames have, and nothing else.
func TestPeopleAndBodies(t *testing.T) {
	t.Parallel()
	for byline, want := range map[string]string{
		"Piet van Dam and Hafez al Amin":           "Piet van Dam|Hafez al Amin",
		"Omar bin Saud & Ana de la Cruz":           "Omar bin Saud|Ana de la Cruz",
		"Ana Roth et Paul Kim":                     "Ana Roth|Paul Kim",
		"Ana Roth y Paul Kim":                      "Ana Roth|Paul Kim",
		"Ольга Рот та Павло Кім":                   "Ольга Рот|Павло Кім",
		"Ольга Рот і Павло Кім":                    "Ольга Рот|Павло Кім",
		"Ana Roth and staff":                       "Ana Roth and staff",
		"staff and Ana Roth":                       "staff and Ana Roth",
		"Ana Roth and the Whole Paper":             "Ana Roth and the Whole Paper",
		"Ana Roth and Friends of":                  "Ana Roth and Friends of",
		"Ana Roth and Bureau for Sea Affairs":      "Ana Roth and Bureau for Sea Affairs",
		"Ana Roth and One Two Three Four Five":     "Ana Roth and One Two Three Four Five",
		"Ana Maria Lopez Roth and Paul van der Ee": "Ana Maria Lopez Roth|Paul van der Ee",
		"Jr., Ana Roth":                            "Jr.|Ana Roth",
		"Paul Kim, PhD, Ana Roth, M.D.":            "Paul Kim, PhD|Ana Roth, M.D.",
		", Ana Roth, , Paul Kim,":                  "Ana Roth|Paul Kim,",
	} {
		if got := strings.Join(Work{Byline: reader.CleanLine(byline)}.authors(), "|"); got != want {
			t.Errorf("%q: got %s, want %s", byline, got, want)
		}
	}
}

// TestKeys: an entry's key has outlet, year and the title's first long word.
func TestKeys(t *testing.T) {
	t.Parallel()
	day := time.Date(2024, 4, 19, 0, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		w    Work
		want string
	}{
		{Work{Outlet: "coast.example", Published: day, Title: "The harbour waits"}, "coast2024harbour"},
		{Work{Outlet: "The Coast Daily", Title: "Five four"}, "the"},
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
