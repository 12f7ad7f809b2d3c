package frame

import (
	"offprint/reader/clean"
	"offprint/reader/parse/date"
	"offprint/reader/parse/phrase"
)

// FromText takes what stands around a text without marks into f: title, byline,
// date and captions above it, the address below it. What belongs to a site goes.
func FromText(blocks []clean.Block, f *Found, notes *clean.Notes) []clean.Block {
	return clean.DropNavigation(takeTail(takeHead(blocks, f, notes), f, notes), notes)
}

// FromPage drops what stands around the text of a page: what it repeats of f, and
// what its site puts above, between and below the paragraphs. Where nothing
// tells who wrote it, signed is asked for the name by which it is signed.
func FromPage(blocks []clean.Block, f *Found, signed func([]clean.Block) string, notes *clean.Notes) []clean.Block {
	blocks = dropComplaints(blocks, notes)
	blocks = dropFrame(dropHead(blocks, f), f, notes)
	blocks = dropAboutAuthor(blocks, f, notes)
	blocks = dropTrailers(clean.DropNavigation(blocks, notes), notes)
	f.Byline = phrase.FirstFilled(f.Byline, signed(blocks))
	blocks = dropFurniture(blocks, f, notes)
	pageCaptions(blocks)
	return clean.JoinParagraphs(blocks, f.Title, IsCaption, nil, notes)
}

// FromWhole drops what stands around a text that is a document by itself.
func FromWhole(blocks []clean.Block, f *Found, notes *clean.Notes) []clean.Block {
	blocks = dropHead(blocks, f)
	blocks = dropTrailers(clean.DropNavigation(blocks, notes), notes)
	pageCaptions(blocks)
	return blocks
}

// FromMail drops what surrounds the text of a message, and then what stands
// around it as around any document.
func FromMail(blocks []clean.Block, f *Found, notes *clean.Notes) []clean.Block {
	return FromWhole(dropMailFrame(blocks, notes), f, notes)
}

// Open fills title and day from the beginning of a text without marks.
func (f *Found) Open(text string) {
	if f.Title == "" {
		f.Title = paddedTitle(text)
	}
	if t, ok := date.Opening(text); ok && f.Published.IsZero() {
		f.Published = t
	}
	f.Title = date.Undated(f.Title)
}
