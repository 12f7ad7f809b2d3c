package parse_test

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/txtar"

	"offprint/reader"
	"offprint/reader/parse"
)

// exports are the case files of lists that services give.
var exports = []string{"pocket", "instapaper", "omnivore", "wallabag", "readeck", "readwise", "savedlists", "bookmarks", "evernote", "joplin"}

// FuzzExports: whatever stands in a list, each of its bytes gives one article
// at most, or one of the three errors; all strings are clean, all dates likely.
func FuzzExports(f *testing.F) {
	for _, name := range exports {
		archive, err := txtar.ParseFile(filepath.Join("testdata", name+".txtar"))
		if err != nil {
			f.Fatal(err)
		}
		for _, file := range archive.Files {
			if !strings.HasSuffix(file.Name, ".want") {
				f.Add(file.Data)
			}
		}
	}
	for _, name := range []string{"firefox/bookmarks-2026-11-23_8.jsonlz4", "extractors/readability2.json"} {
		data, err := os.ReadFile(filepath.Join("testdata/producers", name))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Add([]byte("HTTP/1.1 301 Moved\nLocation: /x\n\nHTTP/1.1 200 OK\nContent-Type: text/html\nTransfer-Encoding: chunked\n\n5\n<p>ab\n0\n"))
	f.Add([]byte("url,title,selection,folder\n\x1b[31m,&#27;]52;,\"\x00\u202e\",&amp;#27;"))
	f.Add([]byte(`[{"slug": "../x\\u001b", "savedAt": 1e99, "url": "https://a.b/\\u202e", "labels": [{"name": {}}, [[]]]}]`))
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 1<<14 {
			return
		}
		for _, s := range []string{string(data), zipOf(t, entry{"part_000000.csv", string(data)}, entry{"annotations/part_000000.json", string(data)}),
			zipOf(t, entry{"metadata_0_to_20.json", string(data)}, entry{"highlights/bridge.md", string(data)}),
			zipOf(t, entry{"data.json", "{}"}, entry{"bookmarks/a/info.json", string(data)}, entry{"bookmarks/a/container/index.html", string(data)})} {
			articles, err := parse.Parse(reader.Source{Name: "a", Data: []byte(s)})
			if err != nil && !errors.Is(err, parse.ErrEmpty) && !errors.Is(err, parse.ErrBinary) && !errors.Is(err, parse.ErrOther) {
				t.Fatalf("other error: %v", err)
			}
			if len(articles) > 2*len(data)+1 {
				t.Errorf("%d bytes gave %d articles", len(data), len(articles))
			}
			for _, a := range articles {
				checkArticle(t, a)
				if y := a.Kept.Saved.Year(); !a.Kept.Saved.IsZero() && (y < 1990 || y > 2100) {
					t.Errorf("saved in %d", y)
				}
			}
		}
	})
}

// TestManyEntries: tens of thousands of entries are read, in no more memory
// than they take themselves.
func TestManyEntries(t *testing.T) {
	t.Parallel()
	const n = 50000
	var table, page bytes.Buffer
	table.WriteString("title,url,time_added,tags,status\n")
	page.WriteString("<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL><p>\n")
	for i := range n {
		fmt.Fprintf(&table, "Article %d,https://example.org/%d,1716163200,elm,archive\n", i, i)
		fmt.Fprintf(&page, "<DT><A HREF=\"https://example.org/%d\" ADD_DATE=\"1716163200\">Article %d</A>\n", i, i)
	}
	for name, data := range map[string][]byte{"table": table.Bytes(), "page": page.Bytes(), "zip": []byte(zipOf(t, entry{"part_000000.csv", table.String()}))} {
		articles, err := parse.Parse(reader.Source{Name: "a", Data: data})
		if err != nil || len(articles) != n {
			t.Fatalf("%s: got %d articles, %v", name, len(articles), err)
		}
		a := articles[n-1]
		if want := fmt.Sprintf("https://example.org/%d", n-1); string(a.Address) != want || !a.Stub || a.Format != reader.FormatExport || !a.Kept.Saved.Equal(time.Unix(1716163200, 0)) {
			t.Errorf("%s: the last is %+v", name, a)
		}
	}
}

// TestStrayMarks: quotation marks that never end do not make a table slow, and
// do not swallow it.
func TestStrayMarks(t *testing.T) {
	t.Parallel()
	var b strings.Builder
	b.WriteString("title,url,time_added,tags,status\n")
	for i := range 20000 {
		fmt.Fprintf(&b, "\"Article \"%d,https://example.org/%d,1716163200,,unread\n", i, i)
	}
	b.WriteString("\"Last,https://example.org/last,1716163200,,unread\nBehind,https://example.org/behind,1716163200,,unread\n")
	articles, err := parse.Parse(reader.Source{Name: "a", Data: []byte(b.String())})
	if err != nil || len(articles) != 20002 || articles[20001].Title != "Behind" {
		t.Errorf("got %d articles, %v", len(articles), err)
	}
}

// paper is a PDF of one page with these lines on it.
func paper(lines ...string) string {
	var text strings.Builder
	text.WriteString("BT /F1 12 Tf 72 720 Td 14 TL\n")
	for _, l := range lines {
		fmt.Fprintf(&text, "(%s) Tj T*\n", l)
	}
	text.WriteString("ET")
	objects := []string{
		"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
		fmt.Sprintf("<</Length %d>>\nstream\n%s\nendstream", text.Len(), text.String()), "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
	}
	var b strings.Builder
	b.WriteString("%PDF-1.4\n")
	table := "0000000000 65535 f \n"
	for i, o := range objects {
		table += fmt.Sprintf("%010d 00000 n \n", b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	at := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n%strailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, table, len(objects)+1, at)
	return b.String()
}

// TestSavedPaper: a PDF in an export has the title, address and state that the
// list tells; one that cannot be read is a stub.
func TestSavedPaper(t *testing.T) {
	t.Parallel()
	const list = `[{"slug": "a", "title": "The bridge is open", "url": "https://example.org/a.pdf", "savedAt": "2024-05-20T08:00:00.000Z", "state": "Archived", "labels": ["elm"]},
		{"slug": "b", "title": "The ferry", "url": "https://example.org/b.pdf", "savedAt": "2024-05-20T08:00:00.000Z", "state": "Active", "labels": []}]`
	data := zipOf(t, entry{"metadata_0_to_20.json", list}, entry{"content/b.pdf", "%PDF-1.4 cut off"},
		entry{"content/a.pdf", paper("The bridge over the Elm was open to traffic on Sunday, a year", "after the flood, as the agency said in the morning of that day.")})
	articles := read(t, "export.zip", data)
	if len(articles) != 2 {
		t.Fatalf("got %d articles", len(articles))
	}
	a, b := articles[0], articles[1]
	if a.Title != "The bridge is open" || a.Address != "https://example.org/a.pdf" || !a.Kept.Read || a.Stub || len(a.Tags) != 1 || !strings.Contains(string(a.Markdown), "a year after the flood") {
		t.Errorf("got %+v", a)
	}
	if b.Title != "The ferry" || !b.Stub || b.Kept.Saved.IsZero() {
		t.Errorf("got %+v", b)
	}
}
