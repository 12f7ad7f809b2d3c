// Package inner is what the readers of files that hold other documents have
// in common: web archives, books, mail, feeds, zip files. Each of them goes
// over a file and yields a [Document] for each document in it, which package
// parse then reads as it would read a file of its own; and each is held to a
// [Budget], so that a small file cannot become a large one.
//
// Nothing here is clean: strings are as they were found.
package inner

import (
	"errors"
	"io"
	"iter"
)

// Kind is how a document is to be read.
type Kind uint8

// The kinds of documents.
const (
	File  Kind = iota // any file: found out by its content, then by its name
	Page              // a page of the web, with all that surrounds the article
	Whole             // HTML that is the article and nothing else
	Mail              // HTML of a message: laid out by tables, with a footer
	Plain             // text without markup; its first line is not its title
	Stub              // not the document, only what is said of it: a description, HTML or not, or nothing
)

// Document is one document within a file.
type Document struct {
	Name string // within the file, or empty
	Kind Kind
	Data []byte
	// In place of Data, where that is too large to be held, a [File] is read
	// from Large, or a mailbox from Stream, until the next document is asked for.
	Large  *Input
	Stream io.Reader
	// Raw is the document as it stands in the file, with the encoding that is
	// named beside it, where Data is only what is read of it; else nil.
	Raw     []byte
	Charset string
	// Says is what the file says of the document and knows better than the
	// document itself; Else is what holds only if the document says nothing.
	Says, Else Meta
	// Kept is what the file says of somebody's keeping the document.
	Kept Kept
}

// Kept is what an export knows of somebody's reading. Each field may be empty.
type Kept struct {
	Saved         string // in any notation, seconds since 1970 among them
	Read, Starred bool
	Passages      []Passage
}

// Passage is a highlight: words of the document, a note on them, when it was
// made, in any notation. Without words it is a note on the whole document.
type Passage struct{ Text, Note, Made string }

// Meta is what is known about a document beside its text. Each field may be empty.
type Meta struct {
	Title, Byline, Outlet, Address, Language string
	Date                                     string // of publication, in any notation
	Tags                                     []string
}

// Documents are the documents of a file in its order. An error tells of one
// that could not be read, or of damage; those after it may still come.
type Documents = iter.Seq2[Document, error]

// What may be wrong with a document; readers wrap them.
var (
	ErrDamaged = errors.New("damaged")
	ErrLarge   = errors.New("too large")
	ErrBomb    = errors.New("packed too tightly to be text")
)

// Passed is the error of what is sound and nothing to read: a link that leads to
// no page, the name of a feed. Nothing is lost where it is passed over.
type Passed string

func (p Passed) Error() string { return string(p) }

// The limits of a file with its documents, in bytes.
const (
	MaxDocument = 32 << 20 // one document, unpacked
	freely      = 8 << 20  // what any file may become
	tightness   = 30       // and for each byte of it; text packs to a tenth at most
)

// Budget is how many bytes may still be unpacked from one file, with all
// files within it. It is for one goroutine.
type Budget struct{ left int64 }

// NewBudget returns the budget of a file of that size, in bytes.
func NewBudget(size int) *Budget { return &Budget{left: freely + tightness*int64(size)} }

// Spent reports whether nothing may be unpacked any more.
func (b *Budget) Spent() bool { return b.left <= 0 }

// Take takes bytes of one document out of the budget, and reports whether they were in it.
func (b *Budget) Take(n int64) bool {
	if n > min(b.left, MaxDocument) {
		return false
	}
	b.left -= n
	return true
}

// Read reads r to its end, at most most bytes. It returns what was read in
// any case; the error is that of r, or [ErrLarge].
func (b *Budget) Read(r io.Reader, most int64) ([]byte, error) {
	most = max(0, min(most, b.left))
	data, err := io.ReadAll(io.LimitReader(r, most+1))
	b.left -= int64(len(data))
	if int64(len(data)) > most {
		return data[:most], ErrLarge
	}
	return data, err
}

// Reader returns r held to the budget: it ends with [ErrLarge] when that is spent.
func (b *Budget) Reader(r io.Reader) io.Reader { return &limited{r, b} }

// An input of at least suspect bytes that is packed by more than tightest is
// no text and no page: those reach a thirtieth.
const (
	suspect  = 8 << 20
	tightest = 100
)

// Loose returns what r unpacks until it proves to be packed too tightly, when
// it ends with [ErrBomb]. packed tells how many bytes it was made of.
func Loose(r io.Reader, packed func() int64) io.Reader { return &loose{r: r, packed: packed} }

type loose struct {
	r      io.Reader
	packed func() int64
	out    int64
}

func (l *loose) Read(p []byte) (int, error) {
	if l.out > suspect && l.out/tightest > l.packed() {
		return 0, ErrBomb
	}
	n, err := l.r.Read(p)
	l.out += int64(n)
	return n, err
}

type limited struct {
	r io.Reader
	b *Budget
}

func (l *limited) Read(p []byte) (int, error) {
	if l.b.left <= 0 {
		return 0, ErrLarge
	}
	if int64(len(p)) > l.b.left {
		p = p[:l.b.left]
	}
	n, err := l.r.Read(p)
	l.b.left -= int64(n)
	return n, err
}
