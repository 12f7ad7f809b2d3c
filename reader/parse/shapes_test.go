package parse_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"offprint/reader"
	"offprint/reader/parse"
)

// TestShapes: files made to be slow, or to nest without end, are read within
// seconds, and their words are kept.
func TestShapes(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	long := " and words, enough of them, to be taken for the text of an article, and not for something that a site has put around it, and so on, and so on"
	for _, c := range []struct {
		name   string
		format reader.Format
		text   string
		word   string
	}{
		{"nested quotes", reader.FormatUnknown, strings.Repeat(">", 100000) + " word", "word"},
		{"lists on a line", reader.FormatMarkdown, strings.Repeat("- ", 12000) + "word", "word"},
		{"nested emphasis", reader.FormatMarkdown, strings.Repeat("*a **word ", 45000), "word"},
		{"open links", reader.FormatMarkdown, strings.Repeat("[a](", 60000) + "word", "word"},
		{"open comments", reader.FormatMarkdown, strings.Repeat("word <!-- ", 30000), "word"},
		{"open tags", reader.FormatMarkdown, strings.Repeat("<", 300000) + "word", "word"},
		{"ampersands", reader.FormatMarkdown, "word &" + strings.Repeat("amp;", 300000), "word"},
		{"front matter", reader.FormatMarkdown, "---\na: " + strings.Repeat("[", 60000) + "\n---\nword", "word"},
		{"front matter that multiplies", reader.FormatMarkdown, "---\na: &a [x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c]\nauthor: [*d,*d,*d,*d,*d,*d]\n---\nword", "word"},
		{"one paragraph in many lines", reader.FormatText, strings.Repeat("the word is long and\n", 100000), "word"},
		{"broken paragraphs", reader.FormatText, strings.Repeat("the word is long and so is the paragraph that goes on, and\n\n", 30000), "word"},
		{"nested divisions", reader.FormatHTML, strings.Repeat("<div>", 100000) + "word" + long, "word"},
		{"nested marks", reader.FormatHTML, strings.Repeat("<b><i>", 30000) + "word" + long, "word"},
		{"nested quotes of a page", reader.FormatHTML, strings.Repeat("<blockquote>", 400) + "word" + long, "word"},
		{"nested lists of a page", reader.FormatHTML, strings.Repeat("<ul><li>", 200) + "word" + long, "word"},
		{"open links of a page", reader.FormatHTML, "<p>word" + long + strings.Repeat("<a href=x>b ", 10000), "word"},
		{"embedded picture", reader.FormatHTML, "<p>word" + long + "<img src='data:image/png;base64," + strings.Repeat("A", 5<<20) + "'>", "word"},
		{"metadata", reader.FormatHTML, "<script type=application/ld+json>" + strings.Repeat("[", 300000) + "</script><p>word" + long, "word"},
	} {
		began := time.Now()
		articles, err := parse.Parse(reader.Source{Name: "a", Format: c.format, Data: []byte(c.text)})
		if took := time.Since(began); took > 5*time.Second {
			t.Errorf("%s: took %v", c.name, took)
		}
		if err != nil || !strings.Contains(string(articles[0].Markdown), c.word) {
			t.Errorf("%s: words are lost: %v", c.name, err)
		}
	}
}

// TestBinary: what is no text is refused, with what it seems to be.
func TestBinary(t *testing.T) {
	t.Parallel()
	noise := make([]byte, 4096)
	state := uint32(7)
	for i := range noise {
		state = state*1664525 + 1013904223
		noise[i] = byte(state >> 24)
	}
	for name, data := range map[string][]byte{
		"zip": []byte("PK\x03\x04abcdefgh"), "png": []byte("\x89PNG\r\n\x1a\n"), "noise": noise,
		"zeros": make([]byte, 100), "database": []byte("SQLite format 3\x00abc"),
	} {
		if _, err := parse.Parse(reader.Source{Name: name, Data: data}); !errors.Is(err, parse.ErrBinary) {
			t.Errorf("%s: got %v, want %v", name, err, parse.ErrBinary)
		}
	}
	for name, data := range map[string][]byte{"empty": {}, "blanks": []byte(" \n\t\n"), "mark only": []byte("\xef\xbb\xbf")} {
		if _, err := parse.Parse(reader.Source{Name: name, Data: data}); !errors.Is(err, parse.ErrEmpty) {
			t.Errorf("%s: got %v, want %v", name, err, parse.ErrEmpty)
		}
	}
}

// TestMarkedUTF16: the whole way from UTF-16 with a mark to an article.
func TestMarkedUTF16(t *testing.T) {
	t.Parallel()
	data := []byte("\xff\xfe")
	for _, c := range "Brücke offen\n\nDie Brücke ist offen.\n" {
		data = append(data, byte(c), byte(c>>8))
	}
	articles, err := parse.Parse(reader.Source{Name: "a.txt", Data: data})
	if err != nil || articles[0].Title != "Brücke offen" || articles[0].Markdown != "Die Brücke ist offen." {
		t.Fatalf("got %+v, %v", articles, err)
	}
	if r := articles[0].Repairs; len(r) != 1 || r[0].Kind != reader.RepairEncoding {
		t.Errorf("repairs: got %v", r)
	}
}

// BenchmarkText guards adding: a text of 600 words within 0.7 ms.
func BenchmarkText(b *testing.B) {
	text := []byte("Bridge reopens\n\nBy Jane Roe\n\nApril 19, 2024\n\n" + strings.Repeat("The bridge over the Elm was closed for a year, and \"nobody knew why,\" the **mayor** said on Friday after a meeting that lasted\n\nuntil the evening, in the hall of the town.\n\n", 18))
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		if _, err := parse.Parse(reader.Source{Name: "a.txt", Data: text}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkPage guards adding: a page of 30 KB within 4 ms.
func BenchmarkPage(b *testing.B) {
	var s strings.Builder
	s.WriteString(`<!doctype html><html lang="en"><title>Bridge reopens - Echo</title><meta name="author" content="Jane Roe"><body>`)
	s.WriteString(strings.Repeat(`<div class="nav"><a href="/a" class="menu-item link">Some section of the site</a></div>`, 150))
	s.WriteString("<article><h1>Bridge reopens</h1>")
	s.WriteString(strings.Repeat(`<p class="text">The bridge over the Elm was closed for a year, and <a href="/why">nobody</a> knew why, the <b>mayor</b> said on Friday after a meeting that lasted until the evening.</p>`, 60))
	s.WriteString("</article>")
	data := []byte(s.String())
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, err := parse.Parse(reader.Source{Name: "a.html", Data: data}); err != nil {
			b.Fatal(err)
		}
	}
}
