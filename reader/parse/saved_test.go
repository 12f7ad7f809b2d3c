package parse_test

import (
	"bytes"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/txtar"

	"offprint/reader"
	"offprint/reader/parse"
)

// exports are the case files of lists that services give.
var exports = []string{"pocket", "instapaper", "omnivore", "wallabag", "readeck", "readwise", "savedlists", "bookmarks"}

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
