package cite

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"offprint/reader"
)

var work = Work{
	Title: "Harbour talks & tides [again]", Byline: "Ana Roth, Wire 7", Outlet: "coast.example",
	Published: time.Date(2024, 4, 19, 0, 0, 0, 0, time.UTC), Address: "https://coast.example/a_1",
}

func TestForms(t *testing.T) {
	t.Parallel()
	said := work.Saying("We will wait", "Ines Kaya")
	for _, tc := range []struct{ name, got, want string }{
		{"plain", string(said.Plain()), "“We will wait” (Ines Kaya; Harbour talks & tides [again], coast.example, 19 April 2024, https://coast.example/a_1)"},
		{"plain, whole", string(work.Plain()), "Ana Roth, Wire 7: Harbour talks & tides [again], coast.example, 19 April 2024, https://coast.example/a_1"},
		{"markdown", string(said.Markdown()), "> “We will wait”\n>\n> — Ines Kaya, Ana Roth, Wire 7, [Harbour talks & tides \\[again\\]](<https://coast.example/a_1>), coast.example, 19 April 2024"},
		{"nothing known", string(Work{}.Saying("Well", "").Plain()), "“Well”"},
	} {
		if tc.got != tc.want {
			t.Errorf("%s:\n got %s\nwant %s", tc.name, tc.got, tc.want)
		}
	}
}

// What the reporter says that somebody said gets no marks, and no name that is unlikely.
func TestQuoting(t *testing.T) {
	t.Parallel()
	who := reader.Speaker{Name: "Ines Kaya"}
	for _, tc := range []struct {
		quote reader.Quote
		words reader.Text
		want  string
	}{
		{reader.Quote{Kind: reader.QuoteDirect, Speaker: who, Confidence: 0.9}, "We will wait", "“We will wait” (Ines Kaya; T)"},
		{reader.Quote{Kind: reader.QuoteIndirect, Speaker: who, Confidence: 0.9}, "that she would wait", "that she would wait (Ines Kaya, reported; T)"},
		{reader.Quote{Kind: reader.QuoteMixed, Speaker: who, Confidence: 0.9}, "she would “wait”", "she would “wait” (Ines Kaya; T)"},
		{reader.Quote{Kind: reader.QuoteMixed, Speaker: who, Confidence: 0.9}, "restraint", "“restraint” (Ines Kaya; T)"},
		{reader.Quote{Kind: reader.QuoteIndirect, Speaker: who, Confidence: 0.2}, "that she would wait", "that she would wait (reported; T)"},
		{reader.Quote{Kind: reader.QuoteDirect, Speaker: who, Confidence: 0.2}, "We will wait", "“We will wait” (T)"},
	} {
		if got := string(Work{Title: "T"}.Quoting(&tc.quote, tc.words).Plain()); got != tc.want {
			t.Errorf("got %s, want %s", got, tc.want)
		}
	}
}

// Every form tells the reporter's words from the speaker's own.
func TestReported(t *testing.T) {
	t.Parallel()
	q := reader.Quote{Kind: reader.QuoteIndirect, Speaker: reader.Speaker{Name: "Ines Kaya"}, Confidence: 0.9}
	w := Work{Title: "T"}.Quoting(&q, "she would wait")
	for _, tc := range []struct{ name, got, want string }{
		{"markdown", string(w.Markdown()), "> she would wait\n>\n> — Ines Kaya (reported), T"},
		{"bibtex", string(w.BibTeX()), "  note = {Ines Kaya (reported): she would wait},\n"},
		{"csl", string(w.CSL()), `"note":"Ines Kaya (reported): she would wait"`},
	} {
		if !strings.Contains(tc.got, tc.want) {
			t.Errorf("%s:\n got %s\nwant %s", tc.name, tc.got, tc.want)
		}
	}
}

func TestBibTeX(t *testing.T) {
	t.Parallel()
	got := string(work.Saying(`"No"`, "Kaya").BibTeX())
	for _, want := range []string{"@online{coast2024harbour,", "author = {{Ana Roth} and {Wire 7}}", `title = {{Harbour talks \& tides [again]}}`, "date = {2024-04-19}", "url = {https://coast.example/a_1}", `note = {Kaya: "No"}`} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	if strings.Count(got, "{") != strings.Count(got, "}") {
		t.Errorf("braces do not match:\n%s", got)
	}
}

// Whatever stands in the fields, the entry ends where it should.
func TestBibTeXBraces(t *testing.T) {
	t.Parallel()
	odd := Work{Title: `}, {a\b} {`, Outlet: "{x", Mark: "-7-2"}.Saying("50% of {all", "")
	got := string(odd.BibTeX())
	if strings.Count(got, "{") != strings.Count(got, "}") || !strings.HasPrefix(got, "@online{xab-7-2,\n") {
		t.Errorf("braces do not match, or another key:\n%s", got)
	}
	if want := `title = {{\textbraceright{}, \textbraceleft{}a\textbackslash{}b\textbraceright{} \textbraceleft{}}},`; !strings.Contains(got, want) {
		t.Errorf("no %q in\n%s", want, got)
	}
}

func TestCSLIsJSON(t *testing.T) {
	t.Parallel()
	var item struct {
		ID     string
		Title  string
		Issued struct {
			DateParts [][]int `json:"date-parts"`
		}
		Author []struct{ Literal string }
	}
	if err := json.Unmarshal([]byte(work.CSL()), &item); err != nil {
		t.Fatal(err)
	}
	if item.Title != string(work.Title) || len(item.Author) != 2 || item.Issued.DateParts[0][1] != 4 {
		t.Errorf("got %+v", item)
	}
}
