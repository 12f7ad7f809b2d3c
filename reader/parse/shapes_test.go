package parse_test

import (
	"errors"
	"strings"
	"testing"

	"offprint/reader"
	"offprint/reader/parse"
	"offprint/reader/readertest"
)

// TestShapesTakeLinearTime: files made to be slow, or to nest without end, are
// read in time that grows with their size, and their words are kept.
func TestShapesTakeLinearTime(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	long := " and words, enough of them, to be taken for the text of an article, and not for something that a site has put around it, and so on, and so on"
	for _, c := range []struct {
		name   string
		format reader.Format
		text   func(eighths int) string
		word   string
		slow   bool // for the parser of pages: what is longer ends at the limit of a child process
	}{
		{"nested quotes", reader.FormatUnknown, func(n int) string { return strings.Repeat(">", 100000/8*n) + " word" }, "word", false},
		{"lists on a line", reader.FormatMarkdown, func(n int) string { return strings.Repeat("- ", 12000/8*n) + "word" }, "word", false},
		{"nested emphasis", reader.FormatMarkdown, func(n int) string { return strings.Repeat("*a **word ", 45000/8*n) }, "word", false},
		{"open links", reader.FormatMarkdown, func(n int) string { return strings.Repeat("[a](", 60000/8*n) + "word" }, "word", false},
		{"open comments", reader.FormatMarkdown, func(n int) string { return strings.Repeat("word <!-- ", 30000/8*n) }, "word", false},
		{"open tags", reader.FormatMarkdown, func(n int) string { return strings.Repeat("<", 300000/8*n) + "word" }, "word", false},
		{"ampersands", reader.FormatMarkdown, func(n int) string { return "word &" + strings.Repeat("amp;", 300000/8*n) }, "word", false},
		{"front matter", reader.FormatMarkdown, func(n int) string { return "---\na: " + strings.Repeat("[", 60000/8*n) + "\n---\nword" }, "word", false},
		{"front matter that multiplies", reader.FormatMarkdown, func(n int) string {
			of := func(s string) string { return "[" + strings.Repeat(s+",", 8*n) + s + "]\n" }
			return "---\na: &a " + of("x") + "b: &b " + of("*a") + "c: &c " + of("*b") + "d: &d " + of("*c") + "author: " + of("*d") + "---\nword"
		}, "word", false},
		{"one paragraph in many lines", reader.FormatText, func(n int) string { return strings.Repeat("the word is long and\n", 100000/8*n) }, "word", false},
		{"broken paragraphs", reader.FormatText, func(n int) string {
			return strings.Repeat("the word is long and so is the paragraph that goes on, and\n\n", 30000/8*n)
		}, "word", false},
		{"nested divisions", reader.FormatHTML, func(n int) string { return strings.Repeat("<div>", 100000/8*n) + "word" + long }, "word", false},
		{"nested marks", reader.FormatHTML, func(n int) string { return strings.Repeat("<b><i>", 30000/8*n) + "word" + long }, "word", false},
		{"nested quotes of a page", reader.FormatHTML, func(n int) string { return strings.Repeat("<blockquote>", 400/8*n) + "word" + long }, "word", false},
		{"nested lists of a page", reader.FormatHTML, func(n int) string { return strings.Repeat("<ul><li>", 200/8*n) + "word" + long }, "word", false},
		{"open links of a page", reader.FormatHTML, func(n int) string { return "<p>word" + long + strings.Repeat("<a href=x>b ", 10000/8*n) }, "word", true},
		{"embedded picture", reader.FormatHTML, func(n int) string {
			return "<p>word" + long + "<img src='data:image/png;base64," + strings.Repeat("A", 5<<20/8*n) + "'>"
		}, "word", false},
		{"boxes that ask", reader.FormatHTML, func(n int) string {
			return "<article><p>word" + long + "<div>" + strings.Repeat("<div><h3>Subscribe now</h3></div>", 8000/8*n) + "</div></article>"
		}, "word", false},
		{"a row of spans", reader.FormatHTML, func(n int) string {
			return "<article><p>word" + long + "<div>" + strings.Repeat("<span>Ab</span>", 16000/8*n) + "</div></article>"
		}, "word", false},
		{"quoted mojibake", reader.FormatText, func(n int) string {
			return "word\n\n" + strings.Repeat("“Müller (MÃ¼ller)” ", 24000/8*n)
		}, "word", false},
		{"mojibake in one word", reader.FormatText, func(n int) string { return "word " + strings.Repeat("Ã¼", 100000/8*n) }, "word", false},
		{"metadata", reader.FormatHTML, func(n int) string {
			return "<script type=application/ld+json>" + strings.Repeat("[", 300000/8*n) + "</script><p>word" + long
		}, "word", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			var articles []reader.Article
			var err error
			run := func(text string) {
				articles, err = parse.Parse(reader.Source{Name: "a", Format: c.format, Data: []byte(text)})
			}
			if c.slow {
				run(c.text(8))
			} else {
				readertest.Linear(t, c.text(1), c.text(8), run)
			}
			if err != nil || !strings.Contains(string(articles[0].Markdown), c.word) {
				t.Errorf("words are lost: %v", err)
			}
		})
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
