package parse_test

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"errors"
	"strings"
	"testing"

	"offprint/reader"
	"offprint/reader/parse"
)

// pdfFile is a document of one page; its tables are missing, which nobody minds.
const pdfFile = `%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>> endobj
4 0 obj <</Length 9>> stream
BT /F 20 Tf 72 700 Td (The ferry *sails* again) Tj /F 10 Tf 0 -40 Td (After a year in the dock the ferry of Elmstead sails) Tj
0 -12 Td (again. "We are glad," said mayor John Doe.) Tj ET
endstream endobj
5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Times-Roman/Encoding/WinAnsiEncoding>> endobj
6 0 obj <</Author(Jane Roe)/CreationDate(D:20240419)>> endobj
trailer <</Root 1 0 R/Info 6 0 R>>
`

func TestPDF(t *testing.T) {
	t.Parallel()
	var zipped bytes.Buffer
	z := zip.NewWriter(&zipped)
	w, err := z.Create("a/ferry.pdf")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write([]byte(pdfFile)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	var packed bytes.Buffer // where it begins within the first kilobyte
	b := tar.NewWriter(&packed)
	if err := b.WriteHeader(&tar.Header{Name: "ferry.pdf", Mode: 0o644, Size: int64(len(pdfFile))}); err != nil {
		t.Fatal(err)
	}
	if _, err := b.Write([]byte(pdfFile)); err != nil {
		t.Fatal(err)
	}
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	for _, data := range [][]byte{[]byte(pdfFile), zipped.Bytes(), packed.Bytes()} {
		articles, err := parse.Parse(reader.Source{Name: "x", Data: data})
		if err != nil || len(articles) != 1 {
			t.Fatalf("%d articles, %v", len(articles), err)
		}
		a := articles[0]
		if a.Title != "The ferry *sails* again" || a.Byline != "Jane Roe" || a.Format != reader.FormatPDF || a.Published.Format("2006-01-02") != "2024-04-19" {
			t.Errorf("got %+v", a)
		}
		if a.Markdown != "After a year in the dock the ferry of Elmstead sails again. \"We are glad,\" said mayor John Doe." {
			t.Errorf("got %q", a.Markdown)
		}
	}
	_, err = parse.Parse(reader.Source{Name: "x.pdf", Data: []byte(strings.ReplaceAll(pdfFile, "Tj", "pop"))})
	if !errors.Is(err, parse.ErrEmpty) || !strings.Contains(err.Error(), "no text on its pages") {
		t.Errorf("a document without text: %v", err)
	}
}
