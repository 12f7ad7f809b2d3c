package reader

import "sort"

// Plain is an article's text without markup, blocks apart by a blank line:
// what the makers read and the index holds. Offsets into it are plain ints
// (bytes of Text); [Plain.Span] turns them into source offsets and
// [Plain.Range] turns those back. Package markdown makes it.
type Plain struct {
	Text   string
	Blocks []Block
	runs   []run
}

// Block is one block of a Plain text.
type Block struct {
	Kind       BlockKind
	Start, End int // bytes of Plain.Text
}

// BlockKind tells what a block is.
type BlockKind uint8

// The kinds of blocks. The makers read prose alone: see [BlockKind.Prose].
const (
	BlockParagraph BlockKind = iota
	BlockHeading
	BlockListItem
	BlockQuotation // a paragraph inside a block quote
	BlockTable     // one row of a table, its cells apart by a tab
	BlockCaption   // a picture's caption
	BlockCode
	BlockFootnote
)

// Prose reports whether a block of this kind is running text in which
// somebody can be quoted. Captions, code and tables are not.
func (k BlockKind) Prose() bool {
	switch k {
	case BlockCaption, BlockCode, BlockTable:
		return false
	}
	return true
}

// run ties a stretch of plain text to the source it comes from. Within a run
// the two advance byte by byte if they are equally long; else (an entity such
// as &mdash;) the run is one unit.
type run struct{ plain, plainEnd, source, sourceEnd int }

func (r run) even() bool { return r.plainEnd-r.plain == r.sourceEnd-r.source }

// Span returns the source of the plain text from start to end. Text between
// runs (blank lines between blocks) has no source of its own: the span is the
// smallest that holds all source of what is asked for.
func (p *Plain) Span(start, end int) Span {
	if start >= end || len(p.runs) == 0 {
		at := p.sourceAt(start)
		return Span{at, at}
	}
	first := sort.Search(len(p.runs), func(i int) bool { return p.runs[i].plainEnd > start })
	last := sort.Search(len(p.runs), func(i int) bool { return p.runs[i].plain >= end }) - 1
	if first > last {
		at := p.sourceAt(start)
		return Span{at, at}
	}
	s := Span{p.runs[first].source, p.runs[last].sourceEnd}
	if r := p.runs[first]; r.even() && start > r.plain {
		s.Start = r.source + start - r.plain
	}
	if r := p.runs[last]; r.even() && end < r.plainEnd {
		s.End = r.source + end - r.plain
	}
	return s
}

// sourceAt returns the source offset of the first run at or after the plain offset.
func (p *Plain) sourceAt(at int) int {
	i := sort.Search(len(p.runs), func(i int) bool { return p.runs[i].plainEnd > at })
	if i == len(p.runs) {
		if i == 0 {
			return 0
		}
		return p.runs[i-1].sourceEnd
	}
	if r := p.runs[i]; r.even() && at > r.plain {
		return r.source + at - r.plain
	}
	return p.runs[i].source
}

// Range returns where the source span stands in the plain text, start and end
// in bytes; ok is false if none of it is shown there.
func (p *Plain) Range(s Span) (start, end int, ok bool) {
	first := sort.Search(len(p.runs), func(i int) bool { return p.runs[i].sourceEnd > s.Start })
	last := sort.Search(len(p.runs), func(i int) bool { return p.runs[i].source >= s.End }) - 1
	if first > last {
		return 0, 0, false
	}
	start, end = p.runs[first].plain, p.runs[last].plainEnd
	if r := p.runs[first]; r.even() && s.Start > r.source {
		start = r.plain + s.Start - r.source
	}
	if r := p.runs[last]; r.even() && s.End < r.sourceEnd {
		end = r.plain + s.End - r.source
	}
	return start, end, start < end
}

// blockBreak stands between two blocks of a Plain text.
const blockBreak = "\n\n"

// PlainBuilder makes a Plain from the pieces of a source, given in the order
// of the source. The zero value is ready.
type PlainBuilder struct {
	text   []byte
	blocks []Block
	runs   []run
	begun  int
}

// Begin starts a block; the text that follows belongs to it until End.
func (b *PlainBuilder) Begin() {
	if len(b.text) > 0 {
		b.text = append(b.text, blockBreak...)
	}
	b.begun = len(b.text)
}

// Add appends text that stands in the source at s. If the two are equally
// long they are taken to be the same bytes, else one unit.
func (b *PlainBuilder) Add(text string, s Span) {
	if text == "" {
		return
	}
	at := len(b.text)
	b.text = append(b.text, text...)
	next := run{at, at + len(text), s.Start, s.End}
	if n := len(b.runs); n > 0 {
		if l := &b.runs[n-1]; l.even() && next.even() && l.plainEnd == next.plain && l.sourceEnd == next.source {
			l.plainEnd, l.sourceEnd = next.plainEnd, next.sourceEnd
			return
		}
	}
	b.runs = append(b.runs, next)
}

// Gap appends text that has no source of its own, such as a blank between lines.
func (b *PlainBuilder) Gap(text string) { b.text = append(b.text, text...) }

// End closes the block begun last. A block without text is forgotten.
func (b *PlainBuilder) End(kind BlockKind) {
	if len(b.text) > b.begun {
		b.blocks = append(b.blocks, Block{kind, b.begun, len(b.text)})
		return
	}
	b.text = b.text[:max(0, b.begun-len(blockBreak))]
}

// Plain returns what was built.
func (b *PlainBuilder) Plain() Plain {
	return Plain{Text: string(b.text), Blocks: b.blocks, runs: b.runs}
}
