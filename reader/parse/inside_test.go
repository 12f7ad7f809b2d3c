package parse_test

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"offprint/reader"
	"offprint/reader/parse"
)

const story = "The bridge over the Elm was open to traffic on Sunday, a year after the flood, as the agency said.\n\nIt was closed for longer than anybody in the town remembered, and the ferry was full on most days."

const storyPage = "<!doctype html><html><head><title>The bridge is open</title></head><body><article><h1>The bridge is open</h1><p>The bridge over the Elm was open to traffic on Sunday, a year after the flood, as the agency said.</p><p>It was closed for longer than anybody in the town remembered, and the ferry was full on most days.</p></article></body></html>"

type entry struct{ name, data string }

func zipOf(t testing.TB, entries ...entry) string {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, e := range entries {
		f, err := w.Create(e.name)
		if err == nil {
			_, err = io.WriteString(f, e.data)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func tarGz(t testing.TB, entries ...entry) string {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	w := tar.NewWriter(z)
	for _, e := range entries {
		if err := w.WriteHeader(&tar.Header{Name: e.name, Size: int64(len(e.data)), Mode: 0o644}); err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, e.data); err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(w.Close(), z.Close()); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func book(t testing.TB) string {
	return zipOf(t, entry{"mimetype", "application/epub+zip"},
		entry{"META-INF/container.xml", `<container><rootfiles><rootfile full-path="book.opf"/></rootfiles></container>`},
		entry{"book.opf", `<package><metadata><title>Elm Stories</title><creator>Jane Roe</creator><date>2024-05-12</date></metadata><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/><item id="b" href="b.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/><itemref idref="b"/></spine></package>`},
		entry{"a.xhtml", `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body><h1>First</h1><p>` + story + `</p></body></html>`},
		entry{"b.xhtml", `<html><body><h1>Second</h1><p>` + story + `</p></body></html>`})
}

func webArchive() string {
	http := "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + storyPage
	return fmt.Sprintf("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/bridge\r\nContent-Type: application/http\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", len(http), http)
}

func read(t testing.TB, name, data string) []reader.Article {
	t.Helper()
	articles, err := parse.Parse(reader.Source{Name: name, Data: []byte(data)})
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return articles
}

func titled(articles []reader.Article) []string {
	var out []string
	for _, a := range articles {
		out = append(out, string(a.Title)+"/"+a.Format.String())
	}
	return out
}

// TestInside: files within files are read as files, whatever they are, and
// known by their content; what is no article is passed over.
func TestInside(t *testing.T) {
	t.Parallel()
	entries := []entry{
		{"news/2024-05-12-bridge.md", "# Ferry\n\n" + story}, {"page.html", storyPage}, {"data.json", `{"a": 1}`}, {"data.xml", "<x><p>a</p><p>b</p></x>"},
		{"empty.txt", ""}, {"book.epub", book(t)}, {"raw", "\x00\x01\x02\x03\x04"}, {"crawl.bin.gz", tarGz(t, entry{"deep.warc", webArchive()})},
	}
	want := []string{"Ferry/markdown", "The bridge is open/html", "First/epub", "Second/epub", "The bridge is open/warc"}
	for name, data := range map[string]string{"a.zip": zipOf(t, entries...), "a.tar.gz": tarGz(t, entries...), "named wrongly.txt": zipOf(t, entries...)} {
		articles := read(t, name, data)
		if got := titled(articles); !slices.Equal(got, want) {
			t.Errorf("%s: got %q, want %q", name, got, want)
			continue
		}
		for _, a := range articles {
			checkArticle(t, a)
			if !strings.Contains(string(a.Markdown), "anybody in the town remembered") {
				t.Errorf("%s: %s: got %q", name, a.Title, a.Markdown)
			}
		}
		if a := articles[2]; a.Byline != "Jane Roe" || a.Outlet != "Elm Stories" || a.Published.Format("2006-01-02") != "2024-05-12" {
			t.Errorf("%s: the book is by %q in %q at %v", name, a.Byline, a.Outlet, a.Published)
		}
		if a := articles[4]; a.Address != "https://example.org/bridge" || a.Outlet != "example.org" {
			t.Errorf("%s: the page was at %q of %q", name, a.Address, a.Outlet)
		}
		if got := articles[0].Published.Format("2006-01-02"); got != "2024-05-12" {
			t.Errorf("%s: date of the file's name: got %s", name, got)
		}
	}
}

// TestLost: what could not be read is told, and only if nothing could it is an error.
func TestLost(t *testing.T) {
	t.Parallel()
	bomb := entry{"bomb.txt", strings.Repeat("a ", 2<<20)}
	articles := read(t, "a.zip", zipOf(t, bomb, entry{"a.txt", "Ferry\n\n" + story}, bomb))
	if len(articles) != 1 || len(articles[0].Repairs) != 2 {
		t.Fatalf("got %d articles, %v", len(articles), articles[0].Repairs)
	}
	for _, r := range articles[0].Repairs {
		if want := reader.Text("bomb.txt: packed too tightly to be text"); r.Kind != reader.RepairLost || r.Text != want {
			t.Errorf("got %v, want %q", r, want)
		}
	}
	for name, data := range map[string]string{
		"bomb": zipOf(t, bomb), "nothing": zipOf(t), "cut off": book(t)[:200], "office": zipOf(t, entry{"[Content_Types].xml", "<x/>"}),
		"gzip": "\x1f\x8b\x08", "archive": "WARC/1.0\r\n\r\n", "mail": "From: a\nMIME-Version: 1.0\n\n", "page": "Snapshot-Content-Location: x\nFrom: y\n\n",
	} {
		articles, err := parse.Parse(reader.Source{Name: "a\x1b[31m", Data: []byte(data)})
		if len(articles) != 0 || !errors.Is(err, parse.ErrEmpty) && !errors.Is(err, parse.ErrBinary) {
			t.Errorf("%s: got %d articles, %v", name, len(articles), err)
		}
	}
}

// TestCutOff: of a zip, a book and a web archive whose end is missing what is
// there is read, and told that there was more.
func TestCutOff(t *testing.T) {
	t.Parallel()
	record := func(n string) string {
		answer := "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + strings.ReplaceAll(storyPage, "</p>", " "+n+"</p>")
		return fmt.Sprintf("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://news.example/%s\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", n, len(answer), answer)
	}
	page := func(name string) entry {
		return entry{name, strings.ReplaceAll(storyPage, "The bridge is", name+" is")}
	}
	for name, data := range map[string]string{
		"zip":  zipOf(t, page("a.html"), page("b.html"), entry{"c.txt", story}),
		"book": zipOf(t, entry{"mimetype", "application/epub+zip"}, entry{"META-INF/container.xml", "<container/>"}, page("a.xhtml"), page("b.xhtml"), entry{"book.opf", "<package/>"}),
		"wacz": zipOf(t, entry{"archive/data.warc", record("one") + record("two")}, entry{"datapackage.json", "{}"}),
	} {
		last := strings.LastIndex(data, "PK\x03\x04") // the last file and the directory go
		articles := read(t, "a.zip", data[:last])
		if len(articles) != 2 {
			t.Errorf("%s: %d articles, want 2", name, len(articles))
		}
		repairs := articles[len(articles)-1].Repairs
		if len(repairs) == 0 || repairs[len(repairs)-1].Kind != reader.RepairLost || !strings.Contains(string(repairs[len(repairs)-1].Text), "end of the zip") {
			t.Errorf("%s: told %v", name, repairs)
		}
	}
}

// TestOther: a sound archive without any text is told from one that could not be read.
func TestOther(t *testing.T) {
	t.Parallel()
	pictures := []entry{{"a.png", "x"}, {"b/c.jpg", "x"}, {"d", "\x00\x01\x02"}}
	for name, data := range map[string]string{"zip": zipOf(t, pictures...), "tar": tarGz(t, pictures...), "zip in zip": zipOf(t, entry{"a.zip", zipOf(t, pictures...)})} {
		if _, err := parse.Parse(reader.Source{Name: "a", Data: []byte(data)}); !errors.Is(err, parse.ErrOther) {
			t.Errorf("%s: got %v", name, err)
		}
	}
	bomb := entry{"bomb.txt", strings.Repeat("a ", 2<<20)}
	if _, err := parse.Parse(reader.Source{Data: []byte(zipOf(t, append(pictures, bomb)...))}); err == nil || errors.Is(err, parse.ErrOther) {
		t.Errorf("with a bomb: got %v", err)
	}
}

// TestStructured: data for programs is no text, but a text may begin as it does.
func TestStructured(t *testing.T) {
	t.Parallel()
	for data, want := range map[string]bool{
		"<?xml version=\"1.0\"?><opml><body/></opml>": false, "\ufeff{\"a\": [1, 2]}": false, "[]\n": false,
		"[Elmstead] The bridge is open.": true, "{The bridge} is open.": true, "<?xml version=\"1.0\"?>\n<!DOCTYPE html><html><body><p>The bridge is open.</p></body></html>": true,
	} {
		_, err := parse.Parse(reader.Source{Name: "a.txt", Data: []byte(data)})
		if got := err == nil; got != want || err != nil && !errors.Is(err, parse.ErrOther) {
			t.Errorf("%q: got %v", data, err)
		}
	}
}

// TestNesting: files within files end at some depth.
func TestNesting(t *testing.T) {
	t.Parallel()
	data := "Ferry\n\n" + story
	name := "a.txt"
	for depth := 1; depth <= 5; depth++ {
		data, name = zipOf(t, entry{name, data}), "a.zip"
		articles, err := parse.Parse(reader.Source{Name: name, Data: []byte(data)})
		if got, want := len(articles) == 1 && err == nil, depth <= 3; got != want {
			t.Errorf("at depth %d: got %d articles, %v", depth, len(articles), err)
		}
	}
}

// TestShared: all files in a file share its budget, however they are packed.
func TestShared(t *testing.T) {
	t.Parallel()
	var entries []entry
	part := strings.Repeat("\x00", 60<<10)
	for i := range 200 {
		entries = append(entries, entry{fmt.Sprintf("%d.txt", i), part})
	}
	nested := zipOf(t, entries...)
	var outer []entry
	for i := range 50 {
		outer = append(outer, entry{fmt.Sprintf("%d.zip", i), nested})
	}
	_, err := parse.Parse(reader.Source{Name: "a.zip", Data: []byte(zipOf(t, outer...))})
	if !errors.Is(err, parse.ErrBinary) || !strings.Contains(err.Error(), "large") {
		t.Errorf("got %v", err)
	}
}

// FuzzInside: whatever is in a file, clean articles come out, or one of the
// three errors; so it is for the same file within a zip.
func FuzzInside(f *testing.F) {
	box := "From a b\nFrom: Jane Roe <j@example.org>\nSubject: x\nMessage-ID: <1>\nContent-Type: text/html\n\n<table><tr><td>" + story + "\x1b[31m &#27; Unsubscribe\n\nFrom a b\nFrom: a\nMIME-Version: 1.0\n\n" + story
	page := "From: <Saved by x>\nMIME-Version: 1.0\nSubject: =?utf-8?Q?=1B[31m?=\nContent-Type: multipart/related; boundary=b\nSnapshot-Content-Location: https://example.org/-->\x1b\n\n--b\nContent-Type: text/html\n\n" + storyPage
	rss := "<rss><channel><title>&#27; x&amp;#27;</title><item><title>&amp;#27;[31m</title><author>\u202ea</author><link>javascript:x</link><description>&lt;p&gt;" + strings.Repeat(story, 5) + "</description></item></channel></rss>"
	for _, s := range []string{box, page, rss, webArchive(), book(f), tarGz(f, entry{"a\x1b[31m.txt", story}), zipOf(f, entry{"a\u202e.html", storyPage})} {
		f.Add([]byte(s), false)
		f.Add([]byte(s), true)
	}
	f.Fuzz(func(t *testing.T, data []byte, zipped bool) {
		if len(data) > 1<<15 {
			return
		}
		if zipped {
			data = []byte(zipOf(t, entry{"a\x1b[31m", string(data)}))
		}
		articles, err := parse.Parse(reader.Source{Name: "a", Data: data})
		if err != nil && !errors.Is(err, parse.ErrEmpty) && !errors.Is(err, parse.ErrBinary) && !errors.Is(err, parse.ErrOther) {
			t.Fatalf("other error: %v", err)
		}
		for _, a := range articles {
			checkArticle(t, a)
		}
	})
}
