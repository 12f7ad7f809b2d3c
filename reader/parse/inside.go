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
	maxNesting  = 3        // files in files
	maxArticles = 100000   // in one file; most of so many are stubs of an export, of half a kilobyte each
	maxTexts    = 96 << 20 // bytes of their text together
	maxText     = 8 << 20  // bytes of one document without the pictures in it
	longest     = 4 << 20  // bytes of one article; the longest that was ever seen has a quarter
	maxLost     = 20       // documents left out that are named one by one
)

// insides returns what is in a file that holds other documents, and what it
// is; nil if it is none of these. It is told by the content alone.
func insides(src reader.Source, b *inner.Budget) (reader.Format, inner.Documents) {
	data := src.Data
	switch {
	case bundle.IsZip(data):
		return zipped(data, b)
	case bundle.IsGzip(data):
		if warc.Is(bundle.Head(data)) {
			return reader.FormatWARC, warc.Read(data, b)
		}
		return reader.FormatTar, bundle.Read(data, src.Name, b)
	case bundle.IsTar(data):
		return reader.FormatTar, bundle.Read(data, src.Name, b)
	case warc.Is(data), warc.IsZstd(data):
		return reader.FormatWARC, warc.Read(data, b)
	case mhtml.Is(data):
		return reader.FormatMHTML, mhtml.Read(data)
	case mail.IsBox(data), mail.Is(data):
		return reader.FormatMail, mail.Read(data)
	case pdf.Is(data):
		return reader.FormatPDF, pdf.Read(data, b)
	case mayBeFeed(data):
		return reader.FormatFeed, feed.Read(data)
	}
	if list := saved.Of(data, src.Name); list != nil {
		return reader.FormatExport, list
	}
	return reader.FormatUnknown, nil
}

// zipped tells books, web archives and exports from other zip files.
func zipped(data []byte, b *inner.Budget) (reader.Format, inner.Documents) {
	z, err := bundle.Open(data, b)
	switch {
	case err != nil:
		return reader.FormatZip, refused(err)
	case epub.Is(z):
		return reader.FormatEPUB, epub.Read(z)
	case warc.IsZipped(z):
		return reader.FormatWARC, warc.ReadZipped(data, b)
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

// unpacking is one file being read with all that is in it.
type unpacking struct {
	budget   *inner.Budget
	step     func() // called before each document
	asIs     bool   // nothing is mended
	articles []reader.Article
	text     int // bytes of the articles
	lost     []string
	none     bool // a list was sound and named no article
	more     int  // lost that are not named
}

// unpack returns the articles in a file that holds others; ok is false if it
// does not. What could not be read of it is told in the repairs of the first
// article; only if nothing could be read it is an error.
func unpack(src reader.Source, step func()) (articles []reader.Article, ok bool, err error) {
	u := &unpacking{budget: inner.NewBudget(len(src.Data)), step: step, asIs: src.AsIs}
	format, documents := insides(src, u.budget)
	if documents == nil {
		return nil, false, nil
	}
	u.read(documents, format, 1)
	if len(u.articles) == 0 {
		return nil, true, u.failed(format)
	}
	first := &u.articles[0]
	for _, l := range u.lost {
		first.Repairs = append(first.Repairs, reader.Repair{Kind: reader.RepairLost, Text: reader.CleanLine(l)})
	}
	if u.more > 0 {
		first.Repairs = append(first.Repairs, reader.Repair{Kind: reader.RepairLost, Text: reader.CleanLine(fmt.Sprintf("and %d more", u.more))})
	}
	return u.articles, true, nil
}

// failed says why nothing came of a file. An archive in which nothing was lost
// holds files of other kinds only.
func (u *unpacking) failed(format reader.Format) error {
	archive := format == reader.FormatZip || format == reader.FormatTar
	if len(u.lost) == 0 {
		if archive {
			return fmt.Errorf("%w: %s: only files of other kinds are in it", ErrOther, format)
		}
		return fmt.Errorf("%w: %s: there is no article in it", ErrEmpty, format)
	}
	reason := u.lost[0]
	if u.more += len(u.lost) - 1; u.more > 0 {
		reason += fmt.Sprintf(", and %d more", u.more)
	}
	kind := ErrEmpty
	switch {
	case u.none && len(u.lost) == 1:
		return fmt.Errorf("%w: %s", ErrOther, reader.CleanLine(reason))
	case archive:
		kind = ErrBinary
	}
	return fmt.Errorf("%w: %s: %s", kind, format, reader.CleanLine(reason))
}

// lose notes what was left out, and why.
func (u *unpacking) lose(name string, err error) {
	u.none = u.none || errors.Is(err, saved.ErrNone)
	if len(u.lost) >= maxLost {
		u.more++
		return
	}
	if name == "" {
		u.lost = append(u.lost, err.Error())
		return
	}
	u.lost = append(u.lost, name+": "+err.Error())
}

// read reads all documents of a file. A mistake in one does not stop the others.
func (u *unpacking) read(documents inner.Documents, format reader.Format, depth int) {
	for d, err := range documents {
		u.step()
		if len(u.articles) >= maxArticles || u.text >= maxTexts {
			u.lose("", fmt.Errorf("%w: more than %d articles or %d MiB of text; the rest was left out", inner.ErrLarge, maxArticles, maxTexts>>20))
			return
		}
		switch {
		case err != nil:
			u.lose(d.Name, err)
		case d.Kind == inner.File:
			u.file(&d, depth)
		default:
			u.keep(&d, format)
		}
	}
}

// file reads a file within a file, which may hold others in turn.
func (u *unpacking) file(d *inner.Document, depth int) {
	src := reader.Source{Name: d.Name, Data: d.Data}
	format, documents := insides(src, u.budget)
	switch {
	case documents != nil && depth >= maxNesting:
		u.lose(d.Name, errors.New("too many files within one another"))
	case documents != nil:
		before := len(u.articles)
		u.read(documents, format, depth+1)
		u.tell(d, before)
	default:
		_, binary := clean.Binary(d.Data)
		if !bundle.Structured(d.Name) && !binary {
			u.keep(d, format)
		}
	}
}

// tell puts what is known of a file in the place of what the one article in it
// says, which is that from before on. If none could be read a stub tells it.
func (u *unpacking) tell(d *inner.Document, before int) {
	if d.Says.Address == "" {
		return
	}
	switch len(u.articles) {
	case before:
		bare := *d
		bare.Kind, bare.Data = inner.Stub, nil
		u.keep(&bare, reader.FormatExport)
	case before + 1:
		a := &u.articles[before]
		a.Tags = nil
		*a = told(*a, d)
		a.Kept = keptOf(&d.Kept)
	}
}

// keep reads one document that holds no others.
func (u *unpacking) keep(d *inner.Document, format reader.Format) {
	a, err := document(d, format, u.asIs)
	if format == reader.FormatExport && d.Kind == inner.Whole && err != nil {
		// What was saved is told, even where its text cannot be read.
		bare := *d
		bare.Kind, bare.Data = inner.Stub, nil
		if b, none := document(&bare, format, u.asIs); none == nil {
			if !errors.Is(err, ErrEmpty) {
				u.lose(d.Name, err)
			}
			a, err = b, nil
		}
	}
	switch {
	case errors.Is(err, ErrEmpty):
		if d.Kind != inner.Page { // an empty page is a part of another
			u.lose(d.Name, err)
		}
	case err != nil:
		u.lose(d.Name, err)
	default:
		u.articles = append(u.articles, a)
		u.text += len(a.Markdown)
	}
}
