package cite

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"offprint/reader"
)

// Bylines are one author, several, or a body: "and" parts two people, whatever
// small words their surnames have, and nothing else.
func TestAuthors(t *testing.T) {
	t.Parallel()
	for byline, want := range map[string]string{
		"":                                   "",
		"Ana Roth":                           "Ana Roth",
		"Ana Roth, Wire 7":                   "Ana Roth|Wire 7",
		"Ana Roth and Paul Kim":              "Ana Roth|Paul Kim",
		"Ana Roth, Paul Kim and Ida de Lund": "Ana Roth|Paul Kim|Ida de Lund",
		"Hans Vogel und Anna von der Linden": "Hans Vogel|Anna von der Linden",
		"Иван Белов и Анна Лунина":                 "Иван Белов|Анна Лунина",
		"Ministry of Health and Human Rights":      "Ministry of Health and Human Rights",
		"Roth and Sons":                            "Roth and Sons",
		"Martin Kaye, Jr., Ana Roth":               "Martin Kaye, Jr.|Ana Roth",
		"Piet van Dam and Hafez al Amin":           "Piet van Dam|Hafez al Amin",
		"Omar bin Saud & Ana de la Cruz":           "Omar bin Saud|Ana de la Cruz",
		"Ana dos Santos and Ida du Lac":            "Ana dos Santos|Ida du Lac",
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

// What is not known leaves no trace: no empty field, no empty name, no date of the year one.
func TestNothingKnown(t *testing.T) {
	t.Parallel()
	w := Work{Title: "Вода пришла ночью", Byline: "Иван Белов"}.Saying("«Вода»", "Анна Лунина")
	if got, want := string(w.BibTeX()), "@online{article,\n  author = {{Иван Белов}},\n  title = {{Вода пришла ночью}},\n  note = {Анна Лунина: «Вода»},\n}"; got != want {
		t.Errorf("BibTeX:\n%s\nwant\n%s", got, want)
	}
	if got, want := string(w.CSL()), `{"id":"article","type":"article-newspaper","title":"Вода пришла ночью","author":[{"literal":"Иван Белов"}],"note":"Анна Лунина: «Вода»"}`; got != want {
		t.Errorf("CSL:\n%s\nwant\n%s", got, want)
	}
	if got, want := string(w.Plain()), "«Вода» (Анна Лунина; Вода пришла ночью)"; got != want {
		t.Errorf("plain: %s, want %s", got, want)
	}
	w.Published = time.Date(2024, 5, 2, 0, 0, 0, 0, time.UTC)
	if got := string(w.BibTeX()); !strings.HasPrefix(got, "@online{article2024,") {
		t.Errorf("key: %s", got)
	}
	for _, empty := range []Work{{}, {Address: "https://a.example/"}} {
		var item map[string]any
		if err := json.Unmarshal([]byte(empty.CSL()), &item); err != nil || item["author"] != nil || item["issued"] != nil || item["title"] != nil {
			t.Errorf("CSL of nothing: %v, %v", item, err)
		}
		if got := string(empty.BibTeX()); strings.Contains(got, "{}") {
			t.Errorf("BibTeX of nothing: %s", got)
		}
	}
}

// Signs of Markdown mean themselves in every part, and the link ends where it should.
func TestMarkdownMeansItself(t *testing.T) {
	t.Parallel()
	w := Work{
		Title: "The *best* of [snake_case] & <b>tags</b> &amp; more", Outlet: "a_b_c", Byline: "Ana *Roth*",
		Address: "https://a.example/x>y z",
	}.Saying("We `will` _wait_", "Ines_Kaya_X")
	want := "> “We \\`will\\` \\_wait\\_”\n>\n> — Ines\\_Kaya\\_X, Ana \\*Roth\\*, [The \\*best\\* of \\[snake\\_case\\] & \\<b>tags\\</b> \\&amp; more](<https://a.example/x%3Ey%20z>), a\\_b\\_c"
	if got := string(w.Markdown()); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if got, want := string(Work{Address: "https://a.example/"}.Markdown()), "[https://a.example/](<https://a.example/>)"; got != want {
		t.Errorf("no title: %s, want %s", got, want)
	}
}
