package parse

import "offprint/reader/clean"

// ofText takes what stands around a text without marks into f: title, byline,
// date and captions above it, the address below it. What belongs to a site goes.
func ofText(blocks []clean.Block, f *found, notes *clean.Notes) []clean.Block {
	return clean.DropNavigation(takeTail(takeHead(blocks, f, notes), f, notes), notes)
}

// ofPage drops what stands around the text of a page: what it repeats of f, and
// what its site puts above, between and below the paragraphs. Where nothing
// tells who wrote it, signed is asked for the name by which it is signed.
func ofPage(blocks []clean.Block, f *found, signed func([]clean.Block) string, notes *clean.Notes) []clean.Block {
	blocks = dropComplaints(blocks, notes)
	blocks = dropFrame(dropHead(blocks, f), f, notes)
	blocks = dropAboutAuthor(blocks, f, notes)
	blocks = dropTrailers(clean.DropNavigation(blocks, notes), notes)
	f.byline = firstFilled(f.byline, signed(blocks))
	blocks = dropFurniture(blocks, f, notes)
	pageCaptions(blocks)
	return clean.JoinParagraphs(blocks, f.title, isCaption, nil, notes)
}

// ofWhole drops what stands around a text that is a document by itself.
func ofWhole(blocks []clean.Block, f *found, notes *clean.Notes) []clean.Block {
	blocks = dropHead(blocks, f)
	blocks = dropTrailers(clean.DropNavigation(blocks, notes), notes)
	pageCaptions(blocks)
	return blocks
}

// ofMail drops what surrounds the text of a message, and then what stands
// around it as around any document.
func ofMail(blocks []clean.Block, f *found, notes *clean.Notes) []clean.Block {
	return ofWhole(dropMailFrame(blocks, notes), f, notes)
}

// opening fills title and day from the beginning of a text without marks.
func (f *found) opening(text string) {
	if f.title == "" {
		f.title = paddedTitle(text)
	}
	if t, ok := openingDate(text); ok && f.published.IsZero() {
		f.published = t
	}
	f.title = undated(f.title)
}
