// Package pdf reads documents in PDF: the paragraphs of their text in the
// order of reading, headings, lists, and what the file says of itself.
//
// A page says where each character stands and nothing else, so that all of
// this is found by looking at the places:
//
//	object, file, filter, crypt   bytes -> values and unpacked streams
//	cmap, glyph, tex, font        codes -> characters and how wide they are
//	content                       operators -> characters with their places
//	line, rtl                     -> pieces of lines
//	furniture                     running heads, feet and page numbers go
//	column                        -> lines, column by column
//	paragraph, table              lines -> paragraphs and tables
//	write, meta                   -> HTML with title, author and date
//	printed                       of a page that a browser printed, what surrounds it goes
//
// The library that others use (ledongthuc/pdf) was left aside: it asks for an
// exact header and intact tables, which files that readers open often lack;
// it knows neither LZW nor AES-256, nor forms, nor the widths of many fonts,
// without which words and columns run together; and some files of 300 bytes
// keep it busy forever.
//
// Any bytes may be given. What is unpacked is held to the caller's budget;
// pages, operators and characters are counted.
//
// Begin with [Is] and [Read].
package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"

	"offprint/reader/parse/inner"
)

// What a document may lack.
var (
	errScan    = errors.New("a scan: pictures of pages without text")
	errNoText  = errors.New("no text on its pages")
	errNoCodes = errors.New("its fonts do not tell what their letters are")
)

// maxText is how many characters are read of one document.
const maxText = 4 << 20

var start = regexp.MustCompile(`%PDF-\d\.\d`)

// Is reports whether a file is a PDF, which its first kilobyte tells. What
// stands before it is junk; a text that only speaks of such files is none.
func Is(data []byte) bool {
	at := start.FindIndex(data[:min(len(data), 1024)])
	return at != nil && (at[0] == 0 || bytes.Contains(data, []byte("endobj")) && !bytes.HasPrefix(bytes.TrimSpace(data), []byte("<")))
}

// Read yields the one document of a file as HTML, or an error that says why
// there is none.
func Read(data []byte, b *inner.Budget) inner.Documents {
	return func(yield func(inner.Document, error) bool) { yield(read(data, b)) }
}

func read(data []byte, b *inner.Budget) (inner.Document, error) {
	f, err := open(data, b)
	if err != nil {
		return inner.Document{}, err
	}
	pages := f.pages()
	if len(pages) == 0 {
		return inner.Document{}, errNoPages
	}
	written, chars, lost := f.written(pages)
	switch {
	case chars < 20 && lost > chars || lost > 2*chars:
		return inner.Document{}, errNoCodes
	case chars < 20 && f.pictures(pages):
		return inner.Document{}, errScan
	case chars == 0:
		return inner.Document{}, errNoText
	}
	address := addressOf(written)
	furniture(written)
	var blocks []block
	for i := range written {
		for _, b := range columns(written[i], 0) {
			if len(b.lines) > 0 {
				b.page = i
				blocks = append(blocks, b)
			}
		}
	}
	d := f.document(blocks)
	d.Else.Address = address
	if chars >= maxText {
		return d, fmt.Errorf("%w: more than %d million characters", inner.ErrLarge, maxText>>20)
	}
	return d, nil
}

// written returns what is written on each page. It counts the characters, and
// those that nobody can read.
func (f *file) written(pages []page) (list [][]piece, chars, lost int) {
	fonts := &fonts{file: f, byRef: make(map[ref]*font)}
	for _, p := range pages {
		marks, none := paint(f, fonts, p)
		lost += none
		found := pieces(marks)
		if leftward(found) {
			mirror(found)
		}
		for i := range found {
			chars += found[i].chars
		}
		if list = append(list, found); chars >= maxText {
			break
		}
	}
	return list, chars, lost
}

// pictures reports whether most pages show a picture.
func (f *file) pictures(pages []page) bool {
	n := 0
	for _, p := range pages {
		for _, v := range f.dict(p.resources["XObject"]) {
			if s, ok := f.get(v).(stream); ok && f.nameOf(s.dict["Subtype"]) == "Image" {
				n++
				break
			}
		}
	}
	return 2*n >= len(pages)
}
