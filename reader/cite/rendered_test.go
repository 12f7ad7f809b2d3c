package cite

import (
	"bytes"
	"html"
	"regexp"
	"strings"
	"testing"

	"github.com/yuin/goldmark"

	"offprint/reader"
)

var tags = regexp.MustCompile(`<[^>]*>`)

// rendered returns what a renderer of Markdown shows of m, and its tags.
func rendered(t *testing.T, m reader.Text) (shown string, made []string) {
	t.Helper()
	var b bytes.Buffer
	if err := goldmark.Convert([]byte(m), &b); err != nil {
		t.Fatal(err)
	}
	return strings.Join(strings.Fields(html.UnescapeString(tags.ReplaceAllString(b.String(), ""))), " "), tags.FindAllString(b.String(), -1)
}

// TestLinesMeanThemselves: words that begin a line as lists, headings, rules
// and quotes do are shown as they were said.
func TestLinesMeanThemselves(t *testing.T) {
	t.Parallel()
	for _, words := range []string{
		"We won.\n# Two", "We won.\n\n- Two", "We won.\n\n2024. That was it.", "1) We go.\n2) You stay.", "We won\n===", "We won\n---", "We won\n- - -",
		"> We won", "+ we won", "#", "-", "1.", "## We won ##", "-- we won", "...and we won", "3.5 of them", "#hash", "-5 degrees", "1.\n2.",
		"***", "_ _ _", "```\nx", "~~~\nx", "<b>won</b>", "[a]: b", "a | b\n--|--\nc | d", "&amp; won", "a\\\nb",
	} {
		w := Work{Title: "T", Kind: reader.QuoteIndirect, Words: reader.Clean(words), Speaker: "Kaya"}
		shown, made := rendered(t, w.Markdown())
		if want := strings.Join(strings.Fields(words), " ") + " — Kaya (reported), T"; shown != want {
			t.Errorf("%q is written %q, which shows %q", words, w.Markdown(), shown)
		}
		for _, tag := range made {
			if tag != "<blockquote>" && tag != "</blockquote>" && tag != "<p>" && tag != "</p>" {
				t.Errorf("%q is written %q, which makes %s", words, w.Markdown(), tag)
			}
		}
	}
	// What is no sign of Markdown there is left as it is.
	for _, words := range []string{"3.5 of them", "...and we won", "#hash", "-5 degrees", "-- we won", "2024, it was"} {
		if got := string(Work{Kind: reader.QuoteIndirect, Words: reader.Clean(words)}.Markdown()); !strings.HasPrefix(got, "> "+words+"\n") {
			t.Errorf("%q is written %q", words, got)
		}
	}
}

// FuzzMarkdown: whatever the words and the title are, they are shown as they
// are, in one quote, and nothing is made of them but paragraphs, line breaks and the link.
func FuzzMarkdown(f *testing.F) {
	for _, s := range []string{"We won", "1. a\n\n2. b", "# a\n===", "*a* _b_ `c`", "a\n\n\nb", "<a href=x>", "![x](y)", "\\", "&#35;", "a](b) [c", "- \n>"} {
		f.Add(s, s)
	}
	allowed := regexp.MustCompile(`^(</?blockquote>|</?p>|<br>|<a href="https://a.example/">|</a>)$`)
	f.Fuzz(func(t *testing.T, words, title string) {
		w := Work{Title: reader.CleanLine(title), Address: "https://a.example/"}.Saying(reader.Clean(words), "Kaya")
		if strings.Contains(string(w.Words), "\n ") || strings.Contains(string(w.Words), "\t") || strings.Contains(string(w.Words), "    ") {
			return // code is shown as code
		}
		shown, made := rendered(t, w.Markdown())
		head := string(w.Title)
		if head == "" {
			head = "https://a.example/"
		}
		want := strings.Join(strings.Fields(string(w.quoted())+" — Kaya, "+head), " ")
		if w.Words == "" {
			want = strings.Join(strings.Fields("Kaya, "+head), " ")
		}
		if shown != want {
			t.Errorf("%q is written %q, which shows\n%q, want\n%q", words, w.Markdown(), shown, want)
		}
		for _, tag := range made {
			if !allowed.MatchString(tag) {
				t.Errorf("%q and %q are written %q, which makes %s", words, title, w.Markdown(), tag)
			}
		}
	})
}
