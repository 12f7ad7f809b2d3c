package parse

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"path"
	"strings"

	"offprint/reader"
	"offprint/reader/clean"
	"offprint/reader/parse/bundle"
	"offprint/reader/parse/epub"
	"offprint/reader/parse/feed"
	"offprint/reader/parse/inner"
	"offprint/reader/parse/mail"
	"offprint/reader/parse/mhtml"
	"offprint/reader/parse/pdf"
	"offprint/reader/parse/saved"
	"offprint/reader/parse/warc"
)

// The limits of a file that holds others.
const (
	maxNesting = 3       // files in files
	maxText    = 8 << 20 // bytes of one document without the pictures in it
	longest    = 4 << 20 // bytes of one article; the longest that was ever seen has a quarter
	maxLost    = 20      // documents left out that are named one by one
	headSize   = 64 << 10
)

// insides returns what is in a file that holds other documents, and what it
// is; nil if it is none of these. It is told by the content alone. A file that
// is too large to be held is of one of the first kinds.
func insides(src reader.Source, b *inner.Budget) (reader.Format, inner.Documents) {
	in := src.Large
	if in == nil {
		in = inner.Bytes(src.Data)
	}
	head := inner.Head(in, headSize)
	switch {
	case bundle.IsZip(head), bundle.IsPage(head):
		return zipped(in, b)
	case bundle.IsGzip(head):
		if warc.Is(bundle.Head(in)) {
			return reader.FormatWARC, warc.Read(in, b)
		}
		return reader.FormatTar, bundle.Read(in, src.Name, b)
	case bundle.IsTar(head) && saved.IsJEX(head):
		return reader.FormatExport, saved.OfJEX(func(b *inner.Budget) inner.Documents { return bundle.Read(in, src.Name, b) }, b)
	case bundle.IsTar(head):
		return reader.FormatTar, bundle.Read(in, src.Name, b)
	case warc.Is(head), warc.IsZstd(in):
		return reader.FormatWARC, warc.Read(in, b)
	case mail.IsBox(head):
		return reader.FormatMail, mail.Read(in)
	case src.Large != nil:
		return large(in, src.Name)
	}
	return held(src, in, b)
}

// large returns what is in a file that is too large to be held and none of the
// kinds that are read where they lie.
func large(in *inner.Input, name string) (reader.Format, inner.Documents) {
	if list := saved.Stream(in); list != nil {
		return reader.FormatExport, list
	}
	if page := slimPage(in, name); page != nil {
		return reader.FormatHTML, page
	}
	return reader.FormatUnknown, refused(fmt.Errorf("%w: no page, zip or tar file, web archive, mailbox or export of a service", inner.ErrLarge))
}

// held returns what is in a file that is held as a whole.
func held(src reader.Source, in *inner.Input, b *inner.Budget) (reader.Format, inner.Documents) {
	switch {
	case saved.IsJoplin(src.Data):
		return reader.FormatExport, saved.OfJoplin(src.Data)
	case saved.IsPacked(src.Data):
		return reader.FormatExport, saved.OfPacked(src.Data, src.Name, b)
	case warc.IsAnswer(src.Data):
		return reader.FormatHTML, warc.ReadAnswer(src.Data, b)
	case mhtml.Is(src.Data):
		return reader.FormatMHTML, mhtml.Read(src.Data)
	case mail.Is(src.Data):
		return reader.FormatMail, mail.Read(in)
	case pdf.Is(src.Data):
		return reader.FormatPDF, pdf.Read(src.Data, b)
	case mayBeFeed(src.Data):
		return reader.FormatFeed, feed.Read(src.Data)
	}
	if list := saved.Of(src.Data, src.Name); list != nil {
		return reader.FormatExport, list
	}
	return reader.FormatUnknown, nil
}

// zipped returns what is in a zip file, and at the end that its end is missing.
func zipped(in *inner.Input, b *inner.Budget) (reader.Format, inner.Documents) {
	z, err := bundle.Open(in, b)
	if err != nil {
		return reader.FormatZip, refused(err)
	}
	format, documents := ofZip(z, in, b)
	if !z.Cut {
		return format, documents
	}
	return format, func(yield func(inner.Document, error) bool) {
		for d, err := range documents {
			if !yield(d, err) {
				return
			}
		}
		yield(inner.Document{}, bundle.ErrCut)
	}
}

// ofZip tells books, web archives and exports from other zip files.
func ofZip(z *bundle.Zip, in *inner.Input, b *inner.Budget) (reader.Format, inner.Documents) {
	switch {
	case epub.Is(z):
		return reader.FormatEPUB, epub.Read(z)
	case warc.IsZipped(z):
		return reader.FormatWARC, warc.ReadZipped(in, b)
	case z.Office():
		return reader.FormatZip, refused(errors.New("a document of an office program, or a program"))
	}
	if list := saved.OfZip(z); list != nil {
		return reader.FormatExport, list
	}
	return reader.FormatZip, z.Documents()
}

func refused(err error) inner.Documents {
	return func(yield func(inner.Document, error) bool) { yield(inner.Document{}, err) }
}

// mayBeFeed looks at the beginning only where it can be that of a feed.
func mayBeFeed(data []byte) bool {
	head := bytes.TrimLeft(data[:min(len(data), 8<<10)], " \t\r\n\xef\xbb\xbf")
	if len(head) == 0 || head[0] != '<' && head[0] != '{' && head[0] < 0xfe && head[0] != 0 {
		return false
	}
	if bytes.IndexByte(head, 0) < 0 {
		return feed.Is(string(head))
	}
	text, _ := clean.Decode(data[:min(len(data), 8<<10)&^3], true)
	return feed.Is(text)
}

// structured tells what data for programs is, which nobody would read as a
// text: XML that is no page, JSON, tables. It returns "" for anything else.
// Tables look like texts; they are told by the file's name.
func structured(name string, data []byte) string {
	switch strings.ToLower(path.Ext(name)) {
	case ".csv", ".tsv":
		return "a table (CSV) of no service that is known"
	case ".url", ".webloc", ".desktop":
		return "no link to a page of the web"
	}
	head := bytes.TrimLeft(data[:min(len(data), 4096)], " \t\r\n\xef\xbb\xbf")
	switch {
	case bytes.HasPrefix(head, []byte("<?xml")) && !bytes.Contains(bytes.ToLower(head), []byte("<html")):
		return "XML that is no page and no feed"
	case len(head) > 1 && (head[0] == '{' || head[0] == '[') && json.Valid(bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))):
		return "JSON that is no feed and no list of a service"
	}
	return ""
}
