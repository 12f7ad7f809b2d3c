package bundle_test

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/flate"
	"compress/gzip"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"slices"
	"strings"
	"testing"
	"time"

	"offprint/reader/parse/bundle"
	"offprint/reader/parse/inner"
)

func zipOf(t testing.TB, files ...[2]string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, f := range files {
		e, err := w.Create(f[0])
		if err == nil {
			_, err = e.Write([]byte(f[1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// cut takes the directory off a zip of one file.
func cut(data []byte) []byte { return data[:bytes.LastIndex(data, []byte("PK\x01\x02"))] }

func gzipped(t testing.TB, data []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write(data); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func tarOf(t testing.TB, files ...[2]string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	for _, f := range files {
		h := &tar.Header{Name: f[0], Size: int64(len(f[1])), Mode: 0o644, Typeflag: tar.TypeReg}
		if strings.HasPrefix(f[1], "->") {
			h = &tar.Header{Name: f[0], Linkname: f[1][2:], Typeflag: tar.TypeSymlink}
			f[1] = ""
		}
		if err := w.WriteHeader(h); err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(f[1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// read returns the names and contents of what data holds, with the errors.
func read(data []byte, name string) (docs []inner.Document, errs []error) {
	b := inner.NewBudget(len(data))
	all := func(yield func(inner.Document, error) bool) { bundle.Read(inner.Bytes(data), name, b)(yield) }
	if bundle.IsZip(data) {
		z, err := bundle.Open(inner.Bytes(data), b)
		if err != nil {
			return nil, []error{err}
		}
		all = z.Documents()
	}
	for d, err := range all {
		if err != nil {
			errs = append(errs, err)
			continue
		}
		docs = append(docs, d)
	}
	return docs, errs
}

func names(docs []inner.Document) []string {
	var out []string
	for _, d := range docs {
		out = append(out, d.Name)
	}
	return out
}

// TestChosen: entries that may hold articles, each as a file; not what a
// browser put beside a page, nor what is hidden, nor links.
func TestChosen(t *testing.T) {
	t.Parallel()
	files := [][2]string{
		{"a.txt", "text"}, {"b/c.md", "# b"}, {"page.html", "<p>"}, {"page_files/frame.html", "<p>"}, {"page_files/x/y.html", "<p>"}, {".hidden/a.txt", "x"},
		{"__MACOSX/a.txt", "x"}, {"picture.png", "x"}, {"Talks resume. Nobody came", "text"}, {"../../up.txt", "text"}, {"/etc/abs.txt", "text"},
	}
	want := []string{"a.txt", "b/c.md", "page.html", "Talks resume. Nobody came", "../../up.txt", "/etc/abs.txt"}
	docs, errs := read(zipOf(t, files...), "")
	if got := names(docs); !slices.Equal(got, want) || len(errs) != 0 {
		t.Errorf("zip: got %q, %v, want %q", got, errs, want)
	}
	docs, errs = read(gzipped(t, tarOf(t, [2]string{"a.txt", "text"}, [2]string{"link.txt", "->/etc/passwd"}, [2]string{"b/c.md", "# b"})), "")
	if got, want := names(docs), []string{"a.txt", "b/c.md"}; !slices.Equal(got, want) || len(errs) != 0 {
		t.Errorf("tar: got %q, %v, want %q", got, errs, want)
	}
	docs, errs = read(gzipped(t, []byte("text")), "news/a.txt.gz")
	if len(docs) != 1 || docs[0].Name != "a.txt" || string(docs[0].Data) != "text" || len(errs) != 0 {
		t.Errorf("gzip: got %v, %v", docs, errs)
	}
}

// overlapping makes a zip file in which all entries have the same packed data.
func overlapping(t testing.TB, n int) []byte {
	t.Helper()
	var packed bytes.Buffer
	w, _ := flate.NewWriter(&packed, flate.DefaultCompression)
	text := bytes.Repeat([]byte("The bridge is open again, said Jane Roe. "), 20000)
	_, _ = w.Write(text)
	_ = w.Close()
	var b bytes.Buffer
	put := func(v ...any) {
		for _, x := range v {
			_ = binary.Write(&b, binary.LittleEndian, x)
		}
	}
	sum := crc32.ChecksumIEEE(text)
	put(uint32(0x04034b50), uint16(20), uint16(0), uint16(8), uint32(0), sum, uint32(packed.Len()), uint32(len(text)), uint16(5), uint16(0))
	b.WriteString("a.txt")
	b.Write(packed.Bytes())
	at := b.Len()
	for i := range n {
		put(uint32(0x02014b50), uint16(20), uint16(20), uint16(0), uint16(8), uint32(0), sum, uint32(packed.Len()), uint32(len(text)), uint16(9), uint16(0), uint16(0), uint16(0), uint16(0), uint32(0), uint32(0))
		b.WriteString("f" + string(rune('0'+i/1000%10)) + string(rune('0'+i/100%10)) + string(rune('0'+i/10%10)) + string(rune('0'+i%10)) + ".txt")
	}
	size := b.Len() - at
	put(uint32(0x06054b50), uint16(0), uint16(0), uint16(n), uint16(n), uint32(size), uint32(at), uint16(0))
	return b.Bytes()
}

// TestHostile: what a small file may become is limited, in time and memory.
func TestHostile(t *testing.T) {
	t.Parallel()
	zeros := strings.Repeat("\x00", 20<<20)
	text := strings.Repeat("The bridge is open again. ", 800<<10)
	lying := zipOf(t, [2]string{"a.txt", "The bridge"}, [2]string{"b.txt", text[:1000]})
	at := bytes.LastIndex(lying, []byte("PK\x01\x02"))
	binary.LittleEndian.PutUint32(lying[at+24:], 10) // says it is smaller
	for name, c := range map[string]struct {
		data []byte
		docs int
		want error
	}{
		"zeros":       {zipOf(t, [2]string{"a.txt", zeros}, [2]string{"b.txt", "The bridge"}), 1, inner.ErrBomb},
		"text":        {zipOf(t, [2]string{"a.txt", text}), 0, inner.ErrBomb},
		"overlapping": {overlapping(t, 4000), 0, inner.ErrDamaged},
		"lying size":  {lying, 1, inner.ErrDamaged},
		"cut off":     {lying[:20], 0, inner.ErrDamaged},
		"zeros cut":   {cut(zipOf(t, [2]string{"a.txt", zeros})), 0, inner.ErrDamaged},
		"gzip":        {gzipped(t, []byte(zeros)), 0, inner.ErrBomb},
		"tar":         {gzipped(t, tarOf(t, [2]string{"a.txt", zeros}, [2]string{"b.txt", zeros}, [2]string{"c.txt", zeros})), 0, inner.ErrLarge},
		"tar cut off": {gzipped(t, tarOf(t, [2]string{"a.txt", "The bridge"}, [2]string{"b.txt", text}))[:200], 0, inner.ErrDamaged},
	} {
		began := time.Now()
		docs, errs := read(c.data, "")
		if spent := time.Since(began); spent > 2*time.Second && !testing.Short() {
			t.Logf("%s: took %v", name, spent)
		}
		if len(docs) < c.docs || len(errs) == 0 || !slices.ContainsFunc(errs, func(err error) bool { return errors.Is(err, c.want) }) {
			t.Errorf("%s: got %d documents and %v, want %d and %v", name, len(docs), errs[:min(len(errs), 3)], c.docs, c.want)
		}
		total := 0
		for _, d := range docs {
			total += len(d.Data)
		}
		if limit := 10<<20 + 31*len(c.data); total > limit {
			t.Errorf("%s: %d bytes became %d, more than %d", name, len(c.data), total, limit)
		}
	}
}

// TestOffice: documents of office programs are zip files full of XML, and no archives.
func TestOffice(t *testing.T) {
	t.Parallel()
	for _, first := range [][2]string{{"[Content_Types].xml", "<x/>"}, {"mimetype", "application/vnd.oasis.opendocument.text"}} {
		data := zipOf(t, first, [2]string{"content.xml", "<p>text</p>"})
		z, err := bundle.Open(inner.Bytes(data), inner.NewBudget(len(data)))
		if err != nil || !z.Office() {
			t.Errorf("%s: not known, %v", first[0], err)
		}
	}
}

// TestCut: of a zip whose end is missing the files that are whole are read, of
// one that is stored and cut off its beginning, however the sizes are written.
func TestCut(t *testing.T) {
	t.Parallel()
	text := func(c string) string { return strings.Repeat(c+" sails to the island, said the mayor. ", 50) }
	stored := func(w *zip.Writer, name, data string) {
		e, err := w.CreateRaw(&zip.FileHeader{Name: name, Method: zip.Store, CRC32: crc32.ChecksumIEEE([]byte(data)),
			CompressedSize64: uint64(len(data)), UncompressedSize64: uint64(len(data))})
		if err == nil {
			_, err = e.Write([]byte(data))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	stored(w, "a.txt", text("A"))
	for i := range 1500 { // described: the sizes stand behind
		e, err := w.Create(fmt.Sprint("b", i, ".txt"))
		if err == nil {
			_, err = e.Write([]byte(text(fmt.Sprint(i))))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	stored(w, "c.txt", text("C"))
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	whole := b.Bytes()
	c := bytes.LastIndex(whole, []byte(text("C")))
	for name, x := range map[string]struct {
		data  []byte
		files int
		last  string
	}{
		"no directory":      {whole[:c+len(text("C"))], 1502, text("C")},
		"half a directory":  {whole[:len(whole)-300], 1502, text("C")},
		"the last in half":  {whole[:c+100], 1502, ""},
		"no last":           {whole[:c-10], 1501, text("1499")},
		"a hole in between": {append(append(slices.Clone(whole[:5000]), make([]byte, 700)...), whole[5700:c+len(text("C"))]...), 1498, text("C")},
	} {
		z, err := bundle.Open(inner.Bytes(x.data), inner.NewBudget(len(x.data)))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		names := z.Names()
		if !z.Cut || len(names) < x.files-3 || len(names) > x.files {
			t.Errorf("%s: cut %v, %d files, want %d", name, z.Cut, len(names), x.files)
		}
		if data, err := z.Read("a.txt"); err != nil || string(data) != text("A") {
			t.Errorf("%s: the first is %.30q, %v", name, data, err)
		}
		in, err := z.Input(names[len(names)-1], inner.MaxDocument)
		if x.last == "" {
			if got := inner.Head(in, 1000); err != nil || string(got) != text("C")[:100] {
				t.Errorf("%s: the last begins %q, %v", name, got, err)
			}
			if _, err := z.Read("c.txt"); err == nil {
				t.Errorf("%s: nothing tells that the last is cut", name)
			}
		} else if got := inner.Head(in, 1<<20); err != nil || string(got) != x.last {
			t.Errorf("%s: the last is %.30q, %v", name, got, err)
		}
	}
	if z, err := bundle.Open(inner.Bytes(whole), inner.NewBudget(len(whole))); err != nil || z.Cut {
		t.Errorf("a whole one is cut, %v", err)
	}
}

// FuzzRead: whatever the bytes, no more comes out than the budget allows, and
// nothing larger than one document may be.
func FuzzRead(f *testing.F) {
	f.Add(zipOf(f, [2]string{"a.txt", "The bridge"}, [2]string{"b.html", "<p>x"}))
	f.Add(gzipped(f, tarOf(f, [2]string{"a.txt", "The bridge"})))
	f.Add(tarOf(f, [2]string{"a.txt", "The bridge"}))
	f.Add(gzipped(f, []byte("The bridge")))
	f.Add(overlapping(f, 3))
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 1<<16 {
			return
		}
		total := 0
		docs, _ := read(data, "a.gz")
		for _, d := range docs {
			if total += len(d.Data); len(d.Data) > inner.MaxDocument {
				t.Errorf("a document of %d bytes", len(d.Data))
			}
		}
		if limit := 10<<20 + 31*len(data); total > limit {
			t.Errorf("%d bytes became %d", len(data), total)
		}
	})
}
