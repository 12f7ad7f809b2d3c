package pdf_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"offprint/reader/parse/inner"
	"offprint/reader/parse/pdf"
)

// show is a text at a place of a page. Fonts are F1, F2 (bold) and F3, see build.
type show struct {
	x, y, size float64
	font, text string
}

// lines are texts below one another, 12 points apart.
func lines(x, y float64, list ...string) []show {
	var out []show
	for i, l := range list {
		out = append(out, show{x, y - 12*float64(i), 10, "F1", l})
	}
	return out
}

// content returns the operators that write the texts.
func content(shows []show) string {
	var b strings.Builder
	for _, s := range shows {
		t := strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`).Replace(s.text)
		fmt.Fprintf(&b, "BT /%s %g Tf %g %g Td (%s) Tj ET\n", s.font, s.size, s.x, s.y, t)
	}
	return b.String()
}

// build makes a document of the contents of its pages. Info is the inside of
// its information dict.
func build(info string, pages ...string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
	kids := ""
	for i := range pages {
		kids += fmt.Sprintf("%d 0 R ", 10+2*i)
	}
	object := func(n int, s string) { fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", n, s) }
	object(1, "<</Type/Catalog/Pages 2 0 R/Lang(en-GB)>>")
	object(2, fmt.Sprintf("<</Type/Pages/Kids[%s]/Count %d/Resources<</Font<</F1 3 0 R/F2 4 0 R/F3 5 0 R>>>>>>", kids, len(pages)))
	object(3, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>")
	object(4, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>")
	object(5, "<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding<</Differences[65/fi/Ccaron/afii10017/uni20AC/f_l]>>>>")
	object(6, "<<"+info+">>")
	for i, p := range pages {
		object(10+2*i, fmt.Sprintf("<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents %d 0 R>>", 11+2*i))
		object(11+2*i, fmt.Sprintf("<</Length %d>>stream\n%s\nendstream", len(p), p))
	}
	b.WriteString("trailer<</Root 1 0 R/Info 6 0 R/ID[<00112233445566778899aabbccddeeff><00>]>>\nstartxref\n0\n%%EOF\n")
	return b.Bytes()
}

// read returns the one document of a file, its tags without what surrounds them.
func read(t *testing.T, data []byte) (inner.Document, string, error) {
	t.Helper()
	if !pdf.Is(data) {
		t.Fatal("it is not taken for a PDF")
	}
	for d, err := range pdf.Read(data, inner.NewBudget(len(data))) {
		s := string(d.Data)
		s = strings.TrimPrefix(s, "<!DOCTYPE html><html><head><meta charset=\"utf-8\"></head><body>\n")
		return d, strings.TrimSuffix(s, "</body></html>\n"), err
	}
	t.Fatal("nothing was yielded")
	return inner.Document{}, "", nil
}

// same checks what is made of pages.
func same(t *testing.T, want string, pages ...string) {
	t.Helper()
	if _, got, err := read(t, build("", pages...)); err != nil || got != want {
		t.Errorf("got %v\n%swant\n%s", err, got, want)
	}
}

func TestParagraphs(t *testing.T) {
	t.Parallel()
	same(t, `<p>The old bridge over the river was closed in the spring, and nobody knew why it took so long to say.</p>
<p>Second paragraph, told by its indent, which goes on over two lines of the page.</p>
<p>Third, after a gap.</p>
`, content(append(lines(72, 700,
		"The old bridge over the river was closed in the spring, and",
		"nobody knew why it took so long to say."),
		append([]show{{84, 676, 10, "F1", "Second paragraph, told by its indent, which goes on over"}, {72, 664, 10, "F1", "two lines of the page."}},
			lines(72, 630, "Third, after a gap.")...)...)))
}

// TestHanging: the lines of an entry that hang belong to it, and a sentence goes
// on after a gap that is none.
func TestHanging(t *testing.T) {
	t.Parallel()
	same(t, `<p>Roe, J. (1999). The bridges of the north and how they were built by those who lived there, 12-14.</p>
<p>Doe, J. (2001). A ferry that is no bridge, and what became of it in the end of the year.</p>
<p>The sentence that stands here goes on after some more space.</p>
`, content([]show{
		{72, 700, 10, "F1", "Roe, J. (1999). The bridges of the north and how they were built by those who lived"},
		{90, 688, 10, "F1", "there, 12-14."},
		{72, 676, 10, "F1", "Doe, J. (2001). A ferry that is no bridge, and what became of it in the end of the"},
		{90, 664, 10, "F1", "year."},
		{72, 630, 10, "F1", "The sentence that stands here goes on"},
		{72, 610, 10, "F1", "after some more space."}}))
}

func TestHyphens(t *testing.T) {
	t.Parallel()
	same(t, `<p>The council of the town decided on the reconstruction of the harbour and a well-known builder of long-distance ferries signed.</p>
`, content(lines(72, 700,
		"The council of the town decided on the recon-",
		"struction of the harbour and a well-",
		"known builder of long-distance fer-",
		"ries signed.")))
}

func TestColumns(t *testing.T) {
	t.Parallel()
	left := lines(72, 640, "The ferry left the harbour at nine and", "came back at noon with all its people.", "Nobody was hurt, the captain said, and",
		"the engine will be looked at before it", "sails again. The owners of the line did", "not answer when they were asked about")
	right := lines(320, 640, "the repairs. In the town hall there was", "a meeting at night, and many came. They", "were told that a new ferry is too dear",
		"for a town of this size, so the old one", "must do for another year or two. It was", "a short meeting.")
	var mixed []show // as some programs write them: row by row
	for i := range left {
		mixed = append(mixed, left[i], right[i])
	}
	head := show{72, 700, 20, "F2", "A ferry with a history that runs over both columns"}
	want := `<p>The ferry left the harbour at nine and came back at noon with all its people. Nobody was hurt, the captain said, and the engine will be looked at before it sails again. The owners of the line did not answer when they were asked about the repairs. In the town hall there was a meeting at night, and many came. They were told that a new ferry is too dear for a town of this size, so the old one must do for another year or two. It was a short meeting.</p>
`
	for _, order := range [][]show{append([]show{head}, mixed...), append(append(append([]show{}, right...), left...), head)} {
		d, got, err := read(t, build("", content(order)))
		if err != nil || got != want || d.Says.Title != head.text {
			t.Errorf("title %q, %v\n%s", d.Says.Title, err, got)
		}
	}
}

// TestThreeColumns: as in a newspaper, with a line across in the midst and a
// table below, which is no column.
func TestThreeColumns(t *testing.T) {
	t.Parallel()
	var shows []show
	text := func(x, y float64, from int) {
		for i := range 5 {
			shows = append(shows, show{x, y - 12*float64(i), 10, "F1", fmt.Sprintf("line number w%d of the story", from+i)})
		}
	}
	for i, x := range []float64{40, 220, 400} {
		text(x, 700, 5*i)
		text(x, 600, 20+5*i)
	}
	shows = append(shows, show{40, 630, 10, "F1", "Across all the columns runs this one line, which parts what is above it from what is below it."})
	_, got, err := read(t, build("", content(shows)))
	at := -1
	for _, w := range []string{"w0", "w4", "w5", "w9", "w10", "w14", "Across", "w20", "w24", "w25", "w30", "w34"} {
		i := strings.Index(got, w+" ")
		if err != nil || i <= at {
			t.Fatalf("%s is not in its place: %v\n%s", w, err, got)
		}
		at = i
	}
	shows = nil
	for i := range 8 {
		for j, x := range []float64{72, 220, 360} {
			shows = append(shows, show{x, 700 - 12*float64(i), 10, "F1", fmt.Sprintf("R%dc%d", i, j)})
		}
	}
	if _, got, err = read(t, build("", content(shows))); err != nil || !strings.Contains(got, "<tr><th>R0c0</th><th>R0c1</th><th>R0c2</th></tr>\n<tr><td>R1c0</td><td>R1c1</td>") {
		t.Errorf("a table: %v\n%s", err, got)
	}
}

func TestFurniture(t *testing.T) {
	t.Parallel()
	page := func(n int, text ...string) string {
		return content(append(append([]show{{72, 760, 8, "F1", fmt.Sprintf("The Harbour Review, issue %d", n/9+4)}, {300, 30, 8, "F1", fmt.Sprintf("%d", n)}},
			lines(72, 700, text...)...), show{420, 760, 8, "F1", "Spring"}))
	}
	same(t, `<p>The first page ends in the midst of a sentence that only the next one can bring to its end.</p>
<p>In 2004 it was sold.</p>
<p>The third page has 3 lines of 7.</p>
`,
		page(7, "The first page ends in the midst of a sentence that only"),
		page(8, "the next one can bring to its end.", "", "In 2004 it was sold."),
		page(9, "The third page has 3 lines of 7."))
}

// TestSections: a page for each section is no page number.
func TestSections(t *testing.T) {
	t.Parallel()
	var pages []string
	for i, name := range []string{"Introduction", "What was done", "What was found"} {
		pages = append(pages, content(append([]show{{72, 700, 14, "F2", fmt.Sprintf("%d %s", i+1, name)}},
			lines(72, 660, "The text of this section is "+name+".", "It is short.")...)))
	}
	d, got, err := read(t, build("", pages...))
	if err != nil || d.Says.Title != "1 Introduction" || strings.Count(got, "<h2>") != 2 {
		t.Errorf("%v, title %q\n%s", err, d.Says.Title, got)
	}
}

func TestHeadingsAndLists(t *testing.T) {
	t.Parallel()
	d, got, err := read(t, build("", content(append(append([]show{
		{72, 740, 24, "F2", "The title of it all"}, {72, 715, 10, "F1", "By Jane Roe"}, {72, 680, 14, "F2", "First part"}},
		lines(72, 660, "Some text of the first part, which is a line long and a bit.", "\x95 one thing", "\x95 another thing that goes on", "over a line")...),
		show{72, 590, 10, "F2", "Smaller heading"}, show{72, 570, 10, "F1", "The end & <more>."}))))
	want := `<h2>First part</h2>
<p>Some text of the first part, which is a line long and a bit.</p>
<ul>
<li>one thing</li>
<li>another thing that goes on over a line</li>
</ul>
<h3>Smaller heading</h3>
<p>The end &amp; &lt;more&gt;.</p>
`
	if err != nil || got != want {
		t.Errorf("%v\n%s", err, got)
	}
	if d.Says.Title != "The title of it all" || d.Says.Byline != "Jane Roe" || d.Else.Language != "en-GB" {
		t.Errorf("got %+v, %+v", d.Says, d.Else)
	}
}

func TestMeta(t *testing.T) {
	t.Parallel()
	page := content(lines(72, 700, "Nothing here looks like a title, since all is of one size."))
	for _, c := range []struct{ info, title, author, date string }{
		{"/Title(A bridge is mended)/Author(Jane Roe)/CreationDate(D:20240419120000Z)", "A bridge is mended", "Jane Roe", "2024-04-19"},
		{"/Title<FEFF00C90074006100740020>/Author(jroe)/ModDate(D:20240419)", "État", "", ""},
		{"/Title(Microsoft Word - bridge_final2.doc)/Author(Admin User)", "", "", ""},
		{"/Title(Microsoft Word - Report on Bridges)", "Report on Bridges", "", ""},
		{"/Title(bridge.indd)/CreationDate(D:00000000)", "", "", ""},
		{"/Title(A bridge)/CreationDate(D:20240419)/Producer(Skia/PDF m120)", "A bridge", "", ""},
		{"/Title(Untitled)", "", "", ""},
	} {
		d, _, err := read(t, build(c.info, page))
		if err != nil || d.Says.Title != c.title || d.Else.Byline != c.author || d.Else.Date != c.date {
			t.Errorf("%s: got %q, %q, %q, %v", c.info, d.Says.Title, d.Else.Byline, d.Else.Date, err)
		}
	}
}

// TestPrinted: a page that a browser printed has its address and the day of
// printing on its edges, and the site's name in its title.
func TestPrinted(t *testing.T) {
	t.Parallel()
	d, got, err := read(t, build("/Title(The ferry sails again | Elmstead News)", content(append(lines(72, 680, "After a year in the dock, the ferry sails."),
		show{24, 770, 8, "F1", "11/22/26, 8:24 PM"}, show{250, 770, 8, "F1", "The ferry sails again | Elmstead News"},
		show{72, 720, 20, "F2", "The ferry sails again"},
		show{24, 20, 8, "F1", "https://news.example/ferry?id=7"}, show{560, 20, 8, "F1", "1/1"}))))
	if want := "<p>After a year in the dock, the ferry sails.</p>\n"; err != nil || got != want {
		t.Errorf("%v\n%s", err, got)
	}
	if d.Says.Title != "The ferry sails again" || d.Else.Address != "https://news.example/ferry?id=7" {
		t.Errorf("got %+v, %+v", d.Says, d.Else)
	}
}

// TestXMP: where the information is missing, the metadata has it.
func TestXMP(t *testing.T) {
	t.Parallel()
	xmp := "<dc:title>\n<rdf:Alt><rdf:li xml:lang='x-default'>Bridges &amp; ferries</rdf:li></rdf:Alt></dc:title><dc:creator><rdf:Seq><rdf:li>Jane Roe</rdf:li></rdf:Seq></dc:creator><xmp:CreateDate>2024-04-19T10:00:00Z</xmp:CreateDate>"
	data := build("", content(lines(72, 700, "Nothing here looks like a title.")))
	data = bytes.Replace(data, []byte("/Lang"), []byte("/Metadata 9 0 R/Lang"), 1)
	data = append(data, fmt.Sprintf("9 0 obj<</Type/Metadata/Length %d>>stream\n%s\nendstream endobj\n", len(xmp), xmp)...)
	d, _, err := read(t, data)
	if err != nil || d.Says.Title != "Bridges & ferries" || d.Else.Byline != "Jane Roe" || d.Else.Date != "2024-04-19" {
		t.Errorf("got %+v, %+v, %v", d.Says, d.Else, err)
	}
}

func TestCharacters(t *testing.T) {
	t.Parallel()
	same(t, "<p>“Naïve – yes”</p>\n<p>fiČА€fl x</p>\n", content([]show{
		{72, 700, 10, "F1", "\x93Na\xefve \x96 yes\x94"}, {72, 600, 10, "F3", "ABCDE"}, {110, 600, 10, "F3", "x"}}))
	// Words that are set apart by moves only, and letters that are moved.
	same(t, "<p>two words here</p>\n", "BT /F1 10 Tf 72 700 Td [(tw)-20(o)-400(words)] TJ 60 0 Td (here) Tj ET")
	// Pieces that lie over one another, with a blank that was written between them.
	same(t, "<p>one two</p>\n", "BT /F1 10 Tf 72 700 Td (one ) Tj ET BT /F1 10 Tf 88 700 Td (two) Tj ET")
	// A raised note stays in its line; a form is a part of its page; a stamp on the margin is none.
	same(t, "<p>The line1 goes on here and is longer than the stamp.</p>\n",
		"BT /F1 10 Tf 72 700 Td (The line) Tj /F1 6 Tf 4 Ts (1) Tj 0 Ts /F1 10 Tf ( goes on here and is longer than the stamp.) Tj ET\n"+
			"BT /F1 10 Tf 0 1 -1 0 20 300 Tm (draft) Tj ET\n/Artifact BMC BT /F1 10 Tf 72 20 Td (left out) Tj ET EMC")
}

func TestWithoutText(t *testing.T) {
	t.Parallel()
	scan := bytes.Replace(build("", "q 600 0 0 800 0 0 cm /Im1 Do Q"), []byte("/Font<<"), []byte("/XObject<</Im1 9 0 R>>/Font<<"), 1)
	scan = bytes.Replace(scan, []byte("6 0 obj"), []byte("9 0 obj<</Type/XObject/Subtype/Image/Length 3>>stream\nabc\nendstream endobj\n6 0 obj"), 1)
	locked := bytes.Replace(build("", content(lines(72, 700, "secret"))), []byte("trailer<<"),
		[]byte("trailer<</Encrypt<</Filter/Standard/V 2/R 3/Length 128/P -4/O(12345678901234567890123456789012)/U(12345678901234567890123456789012)>>"), 1)
	for want, data := range map[string][]byte{
		"a scan: pictures of pages without text":  scan,
		"no text on its pages":                    build("", "0 0 m 1 1 l S"),
		"no page in it":                           []byte("%PDF-1.4\n"),
		"encrypted, and only a password opens it": locked,
	} {
		if _, _, err := read(t, data); err == nil || err.Error() != want {
			t.Errorf("got %v, want %q", err, want)
		}
	}
	if pdf.Is([]byte("<html>%PDF-1.4")) || pdf.Is([]byte(strings.Repeat(" ", 2000)+"%PDF-1.4")) || !pdf.Is([]byte("junk\n%PDF-2.0\nendobj")) ||
		pdf.Is([]byte("Such a file begins with %PDF-1.4, and nobody knows why.")) || pdf.Is([]byte("<p>%PDF-1.4 and endobj")) {
		t.Error("a PDF is told by its first kilobyte")
	}
}

// TestDamaged: what is cut, has wrong tables or junk around it is read as far as it is there.
func TestDamaged(t *testing.T) {
	t.Parallel()
	whole := build("", content(lines(72, 700, "This is on the first page of two.")), content(lines(72, 700, "This is on the second page.")))
	for name, data := range map[string][]byte{
		"junk":       append(append([]byte("HTTP/1.1 200 OK\r\n\r\n"), whole...), "<!-- end -->"...),
		"no trailer": bytes.ReplaceAll(whole, []byte("trailer"), []byte("tr")),
		"cut":        whole[:bytes.Index(whole, []byte("trailer"))-40],
		"no length":  bytes.ReplaceAll(whole, []byte("/Length "), []byte("/Length 9")),
	} {
		if _, got, err := read(t, data); err != nil || !strings.Contains(got, "This is on the first page of two.") {
			t.Errorf("%s: %v, %q", name, err, got)
		}
	}
}

// FuzzRead: any bytes give a document or an error, soon.
func FuzzRead(f *testing.F) {
	f.Add(build("/Title(x)", content(lines(72, 700, "Some text.", "More of it."))))
	f.Add([]byte("%PDF-1.4 1 0 obj<</Type/Page/Contents 1 0 R/Kids[1 0 R]>>stream q BT (x) Tj /a Do BI ID EI endstream trailer<</Root 1 0 R/Encrypt 1 0 R>>"))
	f.Fuzz(func(t *testing.T, data []byte) {
		n := 0
		for d, err := range pdf.Read(data, inner.NewBudget(len(data))) {
			if n++; n > 1 || err == nil && (d.Kind != inner.Whole || !strings.HasPrefix(string(d.Data), "<!DOCTYPE html>")) {
				t.Errorf("document %d: %v, %q", n, err, d.Data)
			}
		}
	})
}
