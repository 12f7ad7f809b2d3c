package epub_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"offprint/reader/parse/bundle"
	"offprint/reader/parse/epub"
	"offprint/reader/parse/inner"
)

const container = `<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>`

// opf describes a book of the files given, in their order.
func opf(metadata string, files ...string) string {
	var items, refs strings.Builder
	for i, f := range files {
		kind, properties := "application/xhtml+xml", ""
		if strings.HasPrefix(f, "nav") {
			properties = ` properties="nav"`
		}
		if strings.HasSuffix(f, ".ncx") {
			kind = "application/x-dtbncx+xml"
		} else {
			fmt.Fprintf(&refs, `<itemref idref="i%d"/>`, i)
		}
		fmt.Fprintf(&items, `<item id="i%d" href="%s" media-type="%s"%s/>`, i, f, kind, properties)
	}
	return `<?xml version="1.0" encoding="utf-8"?><!DOCTYPE package [<!ENTITY lol "lol">]><package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">` +
		metadata + `</metadata><manifest>` + items.String() + `</manifest><spine>` + refs.String() + `</spine></package>`
}

const about = `<dc:title>Elm &amp; River</dc:title><dc:creator>Jane Roe</dc:creator><dc:creator role="ill">John Doe</dc:creator><dc:creator>Unknown</dc:creator><dc:language>en</dc:language><dc:date>2024-05-12</dc:date><dc:subject>Bridges</dc:subject><meta property="dcterms:modified">2024-05-13T06:00:00Z</meta>&lol;`

func pack(t testing.TB, files map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for name, text := range files {
		e, err := w.Create(name)
		if err == nil {
			_, err = e.Write([]byte(text))
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

// read returns the titles and texts of a book's articles.
func read(data []byte) (docs []inner.Document, errs []error) {
	z, err := bundle.Open(inner.Bytes(data), inner.NewBudget(len(data)))
	if err != nil {
		return nil, []error{err}
	}
	for d, err := range epub.Read(z) {
		if err != nil {
			errs = append(errs, err)
			continue
		}
		docs = append(docs, d)
	}
	return docs, errs
}

func titles(docs []inner.Document) []string {
	var out []string
	for _, d := range docs {
		out = append(out, d.Says.Title)
	}
	return out
}

const story = "It was a long way over the bridge, and nobody knew when it would open again. "

func chapter(head, text string) string {
	return `<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body><a id="top"/>` + head + `<p>` + text + `</p></body></html>`
}

// TestArticles: one for each file in the reading order that holds text; a file
// without a heading that the contents do not name goes on with the one before.
func TestArticles(t *testing.T) {
	t.Parallel()
	nav := `<html><body><nav epub:type="toc"><ol><li><a href="one%20a.xhtml">First &amp; foremost</a></li><li><a href="two.xhtml#top">Second</a></li></ol></nav></body></html>`
	data := pack(t, map[string]string{
		"mimetype": "application/epub+zip", "META-INF/container.xml": container,
		"OEBPS/book.opf":    opf(about, "cover.xhtml", "nav.xhtml", "one%20a.xhtml", "on.xhtml", "two.xhtml", "list.xhtml", "short.xhtml"),
		"OEBPS/cover.xhtml": chapter("", story), "OEBPS/nav.xhtml": nav, "OEBPS/one a.xhtml": chapter("<h1>First</h1>", story),
		"OEBPS/on.xhtml": chapter("", "And so it went on. "+story), "OEBPS/two.xhtml": chapter("<h1>Second</h1>", story),
		"OEBPS/list.xhtml": chapter("<h1>x</h1>", `<a href="one.xhtml">`+story+`</a>`), "OEBPS/short.xhtml": chapter("<h1>End</h1>", ""),
	})
	docs, errs := read(data)
	if got, want := titles(docs), []string{"First & foremost", "Second"}; !slices.Equal(got, want) || len(errs) != 0 {
		t.Fatalf("got %q, %v, want %q", got, errs, want)
	}
	text := string(docs[0].Data)
	if !strings.Contains(text, "And so it went on.") || strings.Contains(text, "<title/>") {
		t.Errorf("got %q", text)
	}
	m := docs[0].Else
	got := [5]string{m.Byline, m.Outlet, m.Language, m.Date, strings.Join(m.Tags, "|")}
	if want := [5]string{"Jane Roe", "Elm & River", "en", "2024-05-12", "Bridges"}; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestNewspaper: books that programs make of web pages have bars of links on
// every page, pages that list those of a section, and a note of the address.
func TestNewspaper(t *testing.T) {
	t.Parallel()
	bar := `<div class="x_navbar">| <a href="b.xhtml">Next</a> | <div><a href="section.xhtml">Section menu</a></div></div>`
	note := `<div class="x_navbar"><p>This article was downloaded by <b>x</b> from <a href="https://example.org/?a=1&amp;b=2">there</a></p></div>`
	docs, errs := read(pack(t, map[string]string{
		"META-INF/container.xml": container, "OEBPS/book.opf": opf(`<dc:title>Elm Daily [Sun, 12 May 2024]</dc:title><dc:creator>calibre</dc:creator>`, "section.xhtml", "a.xhtml", "b.xhtml"),
		"OEBPS/section.xhtml": chapter("<h2>News</h2>", `<ul><li><a href="a.xhtml">A</a><p>`+story+`</p></li><li><a href="b.xhtml">B</a><p>`+story+`</p></li></ul>`),
		"OEBPS/a.xhtml":       chapter(bar+"<h1>A</h1>", story+`</p>`+note+`<p>`), "OEBPS/b.xhtml": chapter(bar+"<h1>B</h1>", story),
	}))
	if len(docs) != 2 || len(errs) != 0 {
		t.Fatalf("got %d articles, %v, want 2", len(docs), errs)
	}
	text := string(docs[0].Data)
	if strings.Contains(text, "menu") || strings.Contains(text, "downloaded") || !strings.Contains(text, "<h1>A</h1>") || !strings.Contains(text, story) {
		t.Errorf("got %q", text)
	}
	if got := [3]string{docs[0].Says.Address, docs[0].Else.Outlet, docs[0].Else.Byline}; got != [3]string{"https://example.org/?a=1&b=2", "Elm Daily", ""} {
		t.Errorf("got %q", got)
	}
}

// TestPlaces: a file with several places that the contents name is several articles.
func TestPlaces(t *testing.T) {
	t.Parallel()
	ncx := `<ncx><navMap><navPoint><navLabel><text>One</text></navLabel><content src="all.xhtml#a"/><navPoint><navLabel><text>Two</text></navLabel><content src="all.xhtml#b"/></navPoint></navPoint></navMap></ncx>`
	all := `<html><body><p>` + story + `</p><div><h2 id="a">One</h2><p>aaa ` + story + `</p></div><h2 id="b">Two</h2><p>bbb ` + story + `</p></body></html>`
	docs, errs := read(pack(t, map[string]string{"META-INF/container.xml": container, "OEBPS/book.opf": opf(about, "all.xhtml", "toc.ncx"), "OEBPS/toc.ncx": ncx, "OEBPS/all.xhtml": all}))
	if got, want := titles(docs), []string{"", "One", "Two"}; !slices.Equal(got, want) || len(errs) != 0 {
		t.Fatalf("got %q, %v, want %q", got, errs, want)
	}
	for i, want := range []string{"It was", "aaa", "bbb"} {
		if !strings.Contains(string(docs[i].Data), want) || i < 2 && strings.Contains(string(docs[i].Data), "bbb") {
			t.Errorf("%d: got %q", i, docs[i].Data)
		}
	}
}

// TestSections: what the contents name below a line with a text of its own are
// its sections, and places in notes are none; files into which a program has
// cut one at its headings go on with the first.
func TestSections(t *testing.T) {
	t.Parallel()
	long := strings.Repeat(story, 3)
	nav := `<nav epub:type="toc"><ol><li><a href="a.xhtml#a">A</a><ol><li><a href="a.xhtml#b">B</a></li><li><a href="a.xhtml#c">C</a></li></ol></li>` +
		`<li><a href="d_split_000.xhtml">D</a></li><li><a href="e.xhtml">E</a></li><li><a href="e.xhtml#n1">1</a></li><li><a href="e.xhtml#n2">2</a></li></ol></nav>`
	docs, errs := read(pack(t, map[string]string{
		"META-INF/container.xml": container, "OEBPS/nav.xhtml": nav,
		"OEBPS/book.opf":          opf(about, "nav.xhtml", "a.xhtml", "d_split_000.xhtml", "d_split_001.xhtml", "e.xhtml", "f.xhtml"),
		"OEBPS/a.xhtml":           chapter(`<h1 id="a">A</h1>`, long+`</p><h2 id="b">B</h2><p>`+long+`</p><h2 id="c">C</h2><p>`+long),
		"OEBPS/d_split_000.xhtml": chapter("<h2>D</h2>", long), "OEBPS/d_split_001.xhtml": chapter("<h2>Cut</h2>", long),
		"OEBPS/e.xhtml": chapter("<h1>E</h1>", long+`</p><ol><li id="n1">`+story+`</li><li id="n2">`+story+`</li></ol><p>`),
		"OEBPS/f.xhtml": chapter("<h2>Below</h2>", long),
	}))
	if got, want := titles(docs), []string{"A", "D", "E"}; !slices.Equal(got, want) || len(errs) != 0 {
		t.Fatalf("got %q, %v, want %q", got, errs, want)
	}
	for i, want := range []string{`<h2 id="c">C</h2>`, "<h2>Cut</h2>", "<h2>Below</h2>"} {
		if !strings.Contains(string(docs[i].Data), want) {
			t.Errorf("%d: got %q, want %q in it", i, docs[i].Data, want)
		}
	}
}

// TestDamaged: a file that is not there is told and the others stand; a book
// that does not say what is in it is an error.
func TestDamaged(t *testing.T) {
	t.Parallel()
	files := map[string]string{"META-INF/container.xml": container, "OEBPS/book.opf": opf("", "gone.xhtml", "a.xhtml") + "<", "OEBPS/a.xhtml": chapter("<h1>A</h1>", story)}
	if docs, errs := read(pack(t, files)); len(docs) != 1 || len(errs) != 1 {
		t.Errorf("got %d articles, %v", len(docs), errs)
	}
	for name, text := range map[string]string{"META-INF/container.xml": "<x>", "OEBPS/book.opf": ""} {
		broken := map[string]string{}
		for k, v := range files {
			broken[k] = v
		}
		broken[name] = text
		if docs, errs := read(pack(t, broken)); len(docs) != 0 || len(errs) != 1 {
			t.Errorf("%s: got %d articles, %v", name, len(docs), errs)
		}
	}
}

// TestDeep: a table of contents within tables of contents ends somewhere.
func TestDeep(t *testing.T) {
	t.Parallel()
	deep := "<ncx><navMap>" + strings.Repeat("<navPoint>", 200000)
	docs, _ := read(pack(t, map[string]string{"META-INF/container.xml": container, "OEBPS/book.opf": opf("", "a.xhtml", "toc.ncx"), "OEBPS/toc.ncx": deep, "OEBPS/a.xhtml": chapter("<h1>A</h1>", story)}))
	if len(docs) != 1 {
		t.Errorf("got %d articles", len(docs))
	}
}

// FuzzRead: whatever stands in the files of a book, its articles are not
// longer than its files.
func FuzzRead(f *testing.F) {
	f.Add(opf(about, "nav.xhtml", "a.xhtml", "b.xhtml"), `<nav epub:type="toc"><a href="a.xhtml#x">X</a><a href="a.xhtml#y">Y</a></nav>`, `<body><p id=x>`+story+`<p id=y>`+story, "<p>"+story)
	f.Add(opf(about, "toc.ncx", "a.xhtml", "b.xhtml"), `<navMap><navPoint><content src="a.xhtml"/>`, "<body/><title/>", "")
	f.Fuzz(func(t *testing.T, book, contents, a, b string) {
		if len(book)+len(contents)+len(a)+len(b) > 1<<14 {
			return
		}
		docs, _ := read(pack(t, map[string]string{
			"META-INF/container.xml": container, "OEBPS/book.opf": book, "OEBPS/nav.xhtml": contents, "OEBPS/toc.ncx": contents, "OEBPS/a.xhtml": a, "OEBPS/b.xhtml": b,
		}))
		total, files := 0, 0
		for _, d := range docs {
			total += len(d.Data)
		}
		if files = strings.Count(book, "itemref") * 40 * (len(a) + len(b) + len(contents) + 100); total > files {
			t.Errorf("files of %d bytes became %d", files, total)
		}
	})
}
