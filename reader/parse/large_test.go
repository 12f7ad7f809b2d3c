package parse_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"offprint/reader"
	"offprint/reader/parse"
)

// further notes how far a file was read.
type further struct {
	io.ReaderAt
	to int64
}

func (f *further) ReadAt(p []byte, at int64) (int, error) {
	n, err := f.ReaderAt.ReadAt(p, at)
	f.to = max(f.to, at+int64(n))
	return n, err
}

// each reads a large file and returns the articles, how far it was read when
// the first of them came, and the error.
func each(r io.ReaderAt, size int64) (articles []reader.Article, first int64, err error) {
	f := &further{ReaderAt: r}
	err = parse.Each(reader.Source{Name: "large", Large: io.NewSectionReader(f, 0, size)}, func() {}, func(a reader.Article) error {
		if len(articles) == 0 {
			first = f.to
		}
		articles = append(articles, a)
		return nil
	})
	return articles, first, err
}

// TestLargeMailbox: the messages of a mailbox come one by one, while the rest is not read yet.
func TestLargeMailbox(t *testing.T) {
	t.Parallel()
	const n = 20000
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "From a@b.example Mon Jan  1 00:00:00 2024\nFrom: a@b.example\nSubject: Ferry %d\nDate: Mon, 1 Jan 2024 00:00:00 +0000\nMessage-ID: <%d@b.example>\n\nThe ferry number %d sails again.\n>From here it goes on.\n\n", i, i, i)
	}
	b.WriteString("From a@b.example Mon Jan  1 00:00:00 2024\nFrom: a@b.example\nSubject: Ferry with pictures\nMessage-ID: <p@b.example>\nContent-Type: multipart/mixed; boundary=Z\n\n" +
		"--Z\nContent-Type: text/html\n\n<p>The ferry has been painted.</p>\n--Z\nContent-Type: image/png\n\n" + strings.Repeat("QUFB\n", 300000) + "--Z--\n\n")
	articles, first, err := each(strings.NewReader(b.String()), int64(b.Len()))
	if err != nil || len(articles) != n+1 {
		t.Fatalf("%d articles, %v, want %d", len(articles), err, n+1)
	}
	if from := articles[n].From; from == nil || from.Name != "Ferry with pictures.html" || strings.TrimSpace(string(from.Data)) != "<p>The ferry has been painted.</p>" {
		t.Errorf("one with pictures is made from %.300v", from)
	}
	if from := articles[7].From; from == nil || !strings.Contains(string(from.Data), "Message-ID: <7@b.example>") {
		t.Errorf("one is made from %v", from)
	}
	for _, i := range []int{0, 777, n - 1} {
		a := articles[i]
		if want := fmt.Sprintf("The ferry number %d sails again.", i); string(a.Title) != fmt.Sprint("Ferry ", i) || !strings.HasPrefix(string(a.Markdown), want) || strings.Contains(string(a.Markdown), ">From") {
			t.Errorf("number %d: %q: %q", i, a.Title, a.Markdown)
		}
	}
	if first > int64(b.Len())/4 {
		t.Errorf("the first article came when %d of %d bytes were read", first, b.Len())
	}
}

// TestMailboxInside: a mailbox that is too large to be held gives its messages
// out of a zip or tar file, too; one that is packed too tightly ends soon.
func TestMailboxInside(t *testing.T) {
	t.Parallel()
	head := "From a@b.example Mon Jan  1 00:00:00 2024\nFrom: a@b.example\nSubject: Ferry\nMessage-ID: <1@b.example>\n"
	random := rand.New(rand.NewPCG(1, 2))
	film := make([]byte, 1<<20)
	for i := range film {
		film[i] = "abcdefgh\n"[random.IntN(9)]
	}
	var b strings.Builder
	for i := range 2 {
		fmt.Fprintf(&b, "%sContent-Type: multipart/mixed; boundary=b\n\n--b\n\nThe ferry number %d sails again.\n--b\nContent-Type: video/mp4\n\n", head, i)
		b.WriteString(strings.Repeat(string(film), 17))
		b.WriteString("--b--\n\n")
	}
	for name, data := range map[string]string{"zip": zipOf(t, entry{"mail/all.mbox", b.String()}), "tar": tarGz(t, entry{"mail/all.mbox", b.String()})} {
		articles := read(t, name, data)
		if len(articles) != 2 || !strings.HasPrefix(string(articles[1].Markdown), "The ferry number 1 sails again.") {
			t.Errorf("%s: %d articles", name, len(articles))
		}
	}
	bomb := zipOf(t, entry{"a.mbox", head + "\nThe ferry sails.\n\n" + head + "\n" + strings.Repeat(" \n", 20<<20)}, entry{"b.mbox", strings.Repeat("x\n", 20<<20)})
	articles := read(t, "bomb", bomb)
	if len(articles) != 1 || len(articles[0].Repairs) != 3 || !strings.Contains(string(articles[0].Repairs[1].Text), "packed too tightly") {
		t.Errorf("a bomb: %d articles, %v", len(articles), articles[0].Repairs)
	}
}

// TestStoredInside: a web archive that is too large to be held gives its pages
// where it lies in a zip file; another file of that size is told of.
func TestStoredInside(t *testing.T) {
	t.Parallel()
	f, _ := holey(t, 2)
	archive, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, data := range map[string][]byte{"crawl/all.warc": archive, "notes.txt": bytes.Repeat([]byte("words "), 6<<20)} {
		w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Store})
		if err == nil {
			_, err = w.Write(data)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	articles, _, err := each(bytes.NewReader(b.Bytes()), int64(b.Len()))
	told := 0
	for _, a := range articles {
		for _, r := range a.Repairs {
			if strings.HasPrefix(string(r.Text), "notes.txt: too large") {
				told++
			}
		}
	}
	if err != nil || len(articles) != 2 || told != 1 {
		t.Errorf("%d articles, told %d times, %v", len(articles), told, err)
	}
}

// holey is a web archive of pages with films between them, of which the bytes
// are not on the disk, and where the last film begins.
func holey(t *testing.T, pages int) (f *os.File, last int64) {
	t.Helper()
	f, err := os.Create(filepath.Join(t.TempDir(), "large.warc"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	at := int64(0)
	put := func(kind, address, block string, more int64) {
		s := fmt.Sprintf("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: %s\r\nContent-Length: %d\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: %s\r\n\r\n%s",
			address, int64(len("HTTP/1.1 200 OK\r\nContent-Type: \r\n\r\n")+len(kind)+len(block))+more, kind, block)
		last = at
		if _, err := f.WriteAt([]byte(s), at); err != nil {
			t.Fatal(err)
		}
		at += int64(len(s)) + more
		if _, err := f.WriteAt([]byte("\r\n\r\n"), at); err != nil {
			t.Fatal(err)
		}
		at += 4
	}
	for i := range pages {
		put("text/html", fmt.Sprint("https://news.example/", i), pageOf(i), 0)
		put("video/mp4", fmt.Sprint("https://news.example/widget/", i), "", 20<<20)
	}
	return f, last
}

// pageOf is one of the pages of the archive that holey makes.
func pageOf(i int) string {
	return strings.ReplaceAll(storyPage, "</title>", fmt.Sprint(" ", i, "</title>")) + fmt.Sprint("<!-- ", i, " -->")
}

// TestLargeList: the entries of a list in JSON come one by one, with what they were made from.
func TestLargeList(t *testing.T) {
	t.Parallel()
	const n = 4000
	var b strings.Builder
	b.WriteString("\ufeff[\n")
	for i := range n {
		fmt.Fprintf(&b, `{"id": %d, "title": "Ferry %d", "url": "https://news.example/%d", "is_archived": 1, "is_starred": 0, "content": "The ferry number <b>%d</b> sails again to the island.", "tags": ["sea"]},`, i, i, i, i)
	}
	text := strings.TrimSuffix(b.String(), ",") + "]"
	articles, first, err := each(strings.NewReader(text), int64(len(text)))
	if err != nil || len(articles) != n || first > int64(len(text))*3/4 {
		t.Fatalf("%d articles, %v, want %d; the first came after %d of %d bytes", len(articles), err, n, first, len(text))
	}
	a := articles[n-1]
	if a.Title != "Ferry 3999" || !a.Kept.Read || a.From == nil || a.From.Name != "Ferry 3999.html" || !strings.Contains(string(a.From.Data), "<b>3999</b>") {
		t.Errorf("the last is %q, made from %+v", a.Title, a.From)
	}
	again, err := parse.Parse(reader.Source{Name: a.From.Name, Data: a.From.Data})
	if err != nil || again[0].Markdown != a.Markdown {
		t.Errorf("read again: %q, %v, want %q", again[0].Markdown, err, a.Markdown)
	}
	cut, _, err := each(strings.NewReader(text), int64(len(text))/2)
	if err != nil || len(cut) < n/3 || cut[len(cut)-1].Repairs[0].Kind != reader.RepairLost {
		t.Errorf("cut off: %d articles, %v", len(cut), err)
	}
}

// TestLargePage: a page that pictures make large is read without them, wherever
// they are cut by the pieces in which it is read.
func TestLargePage(t *testing.T) {
	t.Parallel()
	picture := func(n int) string { return "data:image/png;base64," + strings.Repeat("iVBORw0K", n/8) }
	paragraph := "<p>The ferry number %d sails again to the island, <img src=\"%s\" alt=\"\"> which it had not done since the storm, and the metadata: of it are late.</p>\n"
	var b strings.Builder
	b.WriteString("<!DOCTYPE html><html><head><title>The ferries</title><style>a{background:url(" + picture(3<<20) + ")}</style></head><body><h1>The ferries</h1>\n")
	for i, n := range []int{100, 2000, 1<<20 - 700, 1 << 20, 1<<20 + 13, 3 << 20, 800} {
		fmt.Fprintf(&b, paragraph, i, picture(n))
	}
	b.WriteString("<p>And that was all of them, wherever they sailed to.</p></body></html>")
	articles, _, err := each(strings.NewReader(b.String()), int64(b.Len()))
	if err != nil || len(articles) != 1 {
		t.Fatalf("%d articles, %v", len(articles), err)
	}
	a := articles[0]
	for i := range 7 {
		if want := fmt.Sprintf("number %d sails again to the island,", i); !strings.Contains(string(a.Markdown), want) {
			t.Errorf("%q is not in %q", want, a.Markdown)
		}
	}
	if n := strings.Count(string(a.Markdown), "and the metadata: of it are late."); n != 7 || !strings.HasSuffix(string(a.Markdown), "sailed to.") || a.Title != "The ferries" || a.From == nil || len(a.From.Data) > 10000 {
		t.Errorf("%d paragraphs in %q, kept %d bytes", n, a.Markdown, len(a.From.Data))
	}
}

// TestLargeTable: the rows of a table come one by one, whatever stands in them
// where one piece of the file ends and the next begins; a damaged one is told.
func TestLargeTable(t *testing.T) {
	t.Parallel()
	const n = 1500
	var b strings.Builder
	b.WriteString("\ufefftitle,url,time_added,notes,tags,status\r\n")
	notes := strings.Repeat("The ferry, which \"\"sails\"\" again,\r\nis late.\n", 512)
	for i := range n {
		fmt.Fprintf(&b, "Ferry %d,https://news.example/%d,1716163200,\"%s\",sea|%d,archive\r\n", i, i, notes, i)
		if i == n/2 {
			b.WriteString("Torn \"ferry,https://news.example/torn,1716163200,,sea,archive\r\nhalf \"a row\r\n")
		}
	}
	articles, first, err := each(strings.NewReader(b.String()), int64(b.Len()))
	if err != nil || len(articles) != n+1 || first > int64(b.Len())*9/10 {
		t.Fatalf("%d articles, %v, want %d; the first came after %d of %d bytes", len(articles), err, n+1, first, b.Len())
	}
	for i, a := range articles {
		want := fmt.Sprintf("https://news.example/%d", i)
		if i == n/2+1 {
			want = "https://news.example/torn"
		} else if i > n/2 {
			want = fmt.Sprintf("https://news.example/%d", i-1)
		}
		if string(a.Address) != want || !a.Stub || !a.Kept.Read {
			t.Fatalf("number %d is %q, want %q", i, a.Address, want)
		}
	}
	if r := articles[n].Repairs; len(r) != 1 || r[0].Kind != reader.RepairLost || string(r[0].Text) != "1 of 1502 entries were left out: they are damaged" {
		t.Errorf("the last tells %+v", r)
	}
}

// TestLargeArchive: a web archive of 200 MiB gives its pages; cut off, those that are whole.
func TestLargeArchive(t *testing.T) {
	t.Parallel()
	const pages = 10
	f, last := holey(t, pages)
	info, err := f.Stat()
	if err != nil || info.Size() < 200<<20 {
		t.Fatal(info.Size(), err)
	}
	articles, _, err := each(f, info.Size())
	if err != nil || len(articles) != pages {
		t.Fatalf("%d articles, %v, want %d", len(articles), err, pages)
	}
	for i, a := range articles {
		if a.Address != reader.CleanLine(fmt.Sprint("https://news.example/", i)) || len(a.Repairs) > 0 && a.Repairs[0].Kind == reader.RepairLost {
			t.Errorf("number %d is of %q: %v", i, a.Address, a.Repairs)
		}
		if a.From == nil || string(a.From.Data) != pageOf(i) || a.From.Name != string(a.Address) {
			t.Errorf("number %d is made from %v", i, a.From)
		}
	}
	cut, _, err := each(f, last+1<<20)
	if err != nil || len(cut) != pages {
		t.Fatalf("cut off: %d articles, %v, want %d", len(cut), err, pages)
	}
	if r := cut[pages-1].Repairs; len(r) == 0 || r[len(r)-1].Kind != reader.RepairLost {
		t.Errorf("nothing tells that it is cut off: %v", r)
	}
}

// TestLargeOther: a large file of another kind is refused by its beginning, and
// an error of the receiver ends the reading.
func TestLargeOther(t *testing.T) {
	t.Parallel()
	text := strings.Repeat("The ferry sails again. ", 1<<16)
	articles, _, err := each(strings.NewReader(text), int64(len(text)))
	if len(articles) != 0 || !errors.Is(err, parse.ErrEmpty) || !strings.Contains(err.Error(), "too large") {
		t.Errorf("a text: %d articles, %v", len(articles), err)
	}
	full := errors.New("full")
	f, _ := holey(t, 3)
	given := 0
	err = parse.Each(reader.Source{Large: io.NewSectionReader(f, 0, 1<<30)}, func() {}, func(reader.Article) error { given++; return full })
	if err != full || given != 1 {
		t.Errorf("%d given, %v", given, err)
	}
}
