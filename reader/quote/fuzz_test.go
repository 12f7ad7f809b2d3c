package quote

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"offprint/reader"
	maker "offprint/reader/entity"
	"offprint/reader/markdown"
)

// FuzzFind states what holds for every text: spans lie inside the text, in
// order, none is empty, content has none twice; the same text gives the same
// quotes again, also when another article was read in between, of which nothing
// is left; a blank paragraph at the end changes nothing.
func FuzzFind(f *testing.F) {
	files, _ := filepath.Glob("testdata/*.txtar")
	for _, name := range files {
		a, err := txtar.ParseFile(name)
		if err != nil {
			f.Fatal(err)
		}
		for _, part := range a.Files {
			_, language, _ := strings.Cut(part.Name, ".")
			if language != "quotes" {
				f.Add(string(part.Data), language)
			}
		}
	}
	f.Add("\"\" '' \" “”“ «»« — — - , said said said", "en")
	f.Add("—\n\n— ,—", "ru")
	f.Add("\xff\"\xfe said \xc3", "fr")
	f.Fuzz(func(t *testing.T, text, language string) {
		if len(text) > 4000 {
			return
		}
		p := caseText(text)
		quotes := Find(p, language, nil)
		check(t, p, quotes)
		Find(caseText("# Anna Lind: Pier shut\n\n\"We sail,\" said Erik Moe, the mayor.\n\nShe said: \"We stay"), "en", nil)
		if again := Find(p, language, nil); fmt.Sprint(again) != fmt.Sprint(quotes) {
			t.Errorf("got %v again, want %v", again, quotes)
		}
		if more := Find(caseText(strings.TrimRight(text, "\n")+"\n\n \n\n"), language, nil); fmt.Sprint(more) != fmt.Sprint(quotes) {
			t.Errorf("got %v with a blank paragraph, want %v", more, quotes)
		}
	})
}

// FuzzInterview states of every article that the answers and the quotes
// together are in order, each span inside the text, and that what is asked
// twice is answered alike.
func FuzzInterview(f *testing.F) {
	f.Add("Anna Lind: no pier", "**Why?**\n\nI said so.\n\n**And you?**\n\nMe too.\n\n**When will you go?**\n\nI go now.")
	f.Add("The pier", "Anna Lind runs it.\n\nQ: Why? A: I said, \"No.\"\n\nQ: When?\n\nA: Olaf Renner said, \"Now.\"")
	f.Fuzz(func(t *testing.T, title, body string) {
		if len(body) > 4000 {
			return
		}
		a := reader.Article{Title: reader.CleanLine(title), Markdown: reader.Clean(body), Language: "en"}
		p := markdown.Plain(a.Markdown)
		names := maker.Find(&p, "en")
		found := Find(&p, "en", names)
		quotes := Interview(&a, &p, names, found)
		last := -1
		for _, q := range quotes {
			if len(q.Content) == 0 || q.Content[0].Start < last {
				t.Fatalf("got %v after a quote at %d, want an order", q.Content, last)
			}
			last = q.Content[0].Start
			for _, s := range q.Content {
				if s.Start < 0 || s.Empty() || s.End > len(a.Markdown) {
					t.Errorf("got span %v, want one inside 0-%d", s, len(a.Markdown))
				}
			}
		}
		if again := Interview(&a, &p, names, found); fmt.Sprint(again) != fmt.Sprint(quotes) {
			t.Errorf("got %v again, want %v", again, quotes)
		}
	})
}

// check reports spans that are out of place.
func check(t *testing.T, p *reader.Plain, quotes []reader.Quote) {
	t.Helper()
	length := 0
	for _, b := range p.Blocks {
		length = max(length, p.Span(b.Start, b.End).End)
	}
	last := -1
	for _, q := range quotes {
		if len(q.Content) == 0 {
			t.Fatalf("got a quote without content: %v", q)
		}
		if q.Content[0].Start < last {
			t.Errorf("got a quote at %d after one at %d", q.Content[0].Start, last)
		}
		last = q.Content[0].Start
		end := -1
		for _, s := range q.Content {
			if s.Start < end || s.Empty() {
				t.Errorf("got content %v, want spans in order and not empty", q.Content)
			}
			end = s.End
		}
		for _, list := range [][]reader.Span{q.Content, q.Source, q.Cue} {
			for _, s := range list {
				if s.Start < 0 || s.End > length || s.Start > s.End {
					t.Errorf("got span %v, want it inside 0-%d", s, length)
				}
			}
		}
		if q.Confidence < 0 || q.Confidence > 1 {
			t.Errorf("got confidence %v, want 0 to 1", q.Confidence)
		}
		if q.Confidence > 0 && q.Speaker.Name == "" {
			t.Errorf("got confidence %v without a speaker", q.Confidence)
		}
	}
}

// article is a made-up report of some 600 words.
func article(t testing.TB) *reader.Plain {
	t.Helper()
	var b strings.Builder
	for _, name := range []string{"frames", "asides", "names", "joined", "told", "texts", "carried", "indirect", "stops", "paragraphs", "according", "spokesman"} {
		data, err := os.ReadFile("testdata/" + name + ".txtar")
		if err != nil {
			t.Fatal(err)
		}
		for _, part := range txtar.Parse(data).Files {
			if !strings.Contains(part.Name, ".") {
				b.Write(part.Data)
				b.WriteString("\n\n")
			}
		}
	}
	return caseText(b.String())
}

// BenchmarkFind guards the import path: a millisecond an article at most.
func BenchmarkFind(b *testing.B) {
	p := article(b)
	b.ReportMetric(float64(len(strings.Fields(p.Text))), "words")
	b.ReportAllocs()
	for b.Loop() {
		Find(p, "en", nil)
	}
}

// TestFindLong guards against work that grows with the square of a sentence or an article.
func TestFindLong(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		strings.Repeat("said Anna Lind, who ", 5000),
		strings.Repeat("\"a\" ", 20000),
		strings.Repeat("\"We sail,\" Anna Lind said. ", 4000),
		strings.Repeat("\"", 50000),
		strings.Repeat("Anna Lind, Erik Moe and ", 5000),
		strings.Repeat("[", 200000),
		strings.Repeat("(Anna Lind said ", 10000),
	} {
		check(t, caseText(text), Find(caseText(text), "en", nil))
	}
}
