// Package reader holds the words of the subject: what a saved article is, and
// what can be found in it. It is pure: no files, no clock, no terminal, and it
// imports nothing of this project. Its sub-packages turn bytes into these
// types, in this order:
//
//	reader/clean     bytes -> text in UTF-8 and repaired
//	reader/parse     a Source -> Articles
//	reader/markdown  an Article's Markdown -> its Plain text
//	reader/token     words and sentences of a Plain text
//	reader/entity    people, organisations, places named in it
//	reader/quote     who said what
//	reader/digest    all of it for one Source; the front door
//
// Begin with [Article], [Plain] and [Digest].
package reader

import (
	"io"
	"time"
)

// Source is one saved file as it was found.
type Source struct {
	// Name is the path or name that people know the file by. It is not clean.
	Name string
	// Format is what the file is; FormatUnknown has it found out from the content, then from the name.
	Format Format
	// Data is the whole file.
	Data []byte
	// Large is the whole file in place of Data where it holds others and is too
	// large to be held: it is read where it is, one document after the other.
	Large *io.SectionReader
	// Modified is when the file was last changed; zero if that is not known.
	// It is never shown as the date of publication.
	Modified time.Time
	// Address is where the file was fetched from, which is the article's where
	// the file names none; empty for files. It is not clean.
	Address string
	// Charset is the encoding of a text as the host that it was fetched from
	// names it; empty if none is named. It is not clean.
	Charset string
	// AsIs has nothing mended: lines, paragraphs, hyphens, blanks, emphasis and
	// navigation stay as they were saved. The text is decoded and made safe all
	// the same, and the article is still looked for in its page.
	AsIs bool
	// Resume has a file that holds others gone over again, where a document of
	// it ended the process that read it; zero for the first time.
	Resume Resume
}

// Resume says what is known of a file from reading it before.
type Resume struct {
	Again   bool      // it was read before
	Given   int       // articles of it that are not wanted again
	Without []LeftOut // documents of it that are not to be read, in order
}

// LeftOut is a document of a file that cannot be read, or an article of it that
// nothing can be found in. The two are counted together from 1, each when it
// is begun with.
type LeftOut struct {
	Document int
	Why      Text
}

// Format names a way in which articles are saved.
type Format uint8

// The formats that can be read.
const (
	FormatUnknown Format = iota
	FormatText
	FormatMarkdown
	FormatHTML
	FormatMHTML // a page saved as one file
	FormatEPUB
	FormatMail // a message or a mailbox
	FormatFeed // RSS, Atom, JSON Feed
	FormatWARC // a web archive, WACZ included
	FormatZip
	FormatTar // and anything packed with gzip
	FormatPDF
	FormatExport // a list of what somebody saved with a service or browser
)

// String returns the name that the command line uses.
func (f Format) String() string {
	switch f {
	case FormatText:
		return "text"
	case FormatMarkdown:
		return "markdown"
	case FormatHTML:
		return "html"
	case FormatMHTML:
		return "mhtml"
	case FormatEPUB:
		return "epub"
	case FormatMail:
		return "mail"
	case FormatFeed:
		return "feed"
	case FormatWARC:
		return "warc"
	case FormatZip:
		return "zip"
	case FormatTar:
		return "tar"
	case FormatPDF:
		return "pdf"
	case FormatExport:
		return "export"
	}
	return "unknown"
}

// Article is one article, cleaned and repaired. All its strings are safe to show.
type Article struct {
	Title  Text
	Byline Text // who wrote it, without "By"; several joined by ", "
	// Published is the date of publication, in UTC: the day and hour that the
	// page tells by its own clock, so that the day is the one that its readers
	// saw. A date that is known to the day only is midnight. Zero is unknown.
	Published time.Time
	// Outlet is who published it: the site's name where the page tells it, else the host of Address without "www.".
	Outlet   Text
	Address  Text   // the original address (URL); empty if not known
	Language string // BCP 47, such as "en"; empty if not known
	Format   Format
	// Markdown is the body in CommonMark with tables, footnotes, task lists
	// and strikethrough. It does not repeat the title, byline, date or
	// address. A picture's caption is the text of an image that stands alone
	// in its paragraph: ![caption](address), the address may be empty.
	// Every Span of this article counts its bytes.
	Markdown Text
	// Tags are those that the file itself carries, for instance in its front matter.
	Tags []Text
	// Stub is set if only the address and what is known about the article were
	// saved: Markdown is a description, a note, or empty.
	Stub bool
	// Kept is what the service or program that the article comes from knew
	// about its reader.
	Kept Kept
	// Repairs lists what was mended and what was odd, in the order of the text.
	Repairs []Repair
	// From is what the article was made from, if its file is too large to be
	// kept; articles of one document share it. Else nil: it is the file.
	From *Document `json:"-"`
}

// Document is a document within a file of many, with the bytes that it has
// there: a page of a web archive, a message of a mailbox, a file in a zip. None
// of it is clean; a [Source] is made of it.
type Document struct {
	Name    string // as in [Source]
	Charset string // as in [Source]
	Data    []byte
}

// Kept is the state in which somebody kept an article before it came here.
// The zero value says nothing.
type Kept struct {
	Saved         time.Time // when it was saved there; zero if not known
	Read, Starred bool      // false is not known
	Passages      []Passage // in the order of the export
}

// Passage is a highlight that was made elsewhere: words of the article, which
// may differ from its text in blanks and marks.
type Passage struct {
	Text Text // empty for a note on the whole article
	Note Text
	Made time.Time // zero if not known
}

// Repair is one thing that was mended on the way from the file to the Article.
type Repair struct {
	Kind RepairKind `json:"kind"`
	// Text says what was changed, in a few words of the article.
	Text Text `json:"text"`
}

// RepairKind names a rule of mending.
type RepairKind string

// The rules of mending.
const (
	RepairEncoding   RepairKind = "encoding"   // decoded from something other than UTF-8, or bytes replaced
	RepairParagraph  RepairKind = "paragraph"  // a paragraph broken in mid-sentence was joined
	RepairHardWrap   RepairKind = "hard wrap"  // lines broken at a fixed width were joined
	RepairHyphen     RepairKind = "hyphen"     // a word divided at a line's end was joined
	RepairEmphasis   RepairKind = "emphasis"   // emphasis that ended inside a word was moved to its edge
	RepairDeadLink   RepairKind = "dead link"  // a link that leads nowhere became text
	RepairNavigation RepairKind = "navigation" // a line of the site's navigation was dropped
	RepairEntity     RepairKind = "entity"     // an HTML entity left in text was decoded
	RepairSpace      RepairKind = "space"      // stray spaces were taken out or a lost one put in
	RepairMarkup     RepairKind = "markup"     // markup left in text was made readable
	RepairDepth      RepairKind = "depth"      // nesting beyond the limit was flattened
	RepairLost       RepairKind = "lost"       // a document in the same file could not be read
	RepairPassed     RepairKind = "passed"     // what is in the same file and nothing to read was passed over
)
