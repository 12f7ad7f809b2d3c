package typeset

import (
	"bytes"
	"sort"
	"strings"
	"unicode"

	"github.com/rivo/uniseg"

	"offprint/reader"
	"offprint/reader/token"
)

// UnitAt returns the unit at the source offset, or the next one; the last one
// at the text's end. It is empty if the page shows no text.
func (p *Page) UnitAt(offset int, u Unit) reader.Span {
	index := p.blockAt(offset)
	if index < 0 {
		return reader.Span{}
	}
	units := p.blocks[index].units(offset, u)
	i := sort.Search(len(units), func(i int) bool { return units[i].End > offset })
	if i < len(units) {
		return units[i]
	}
	if next, ok := p.Next(reader.Span{Start: offset, End: offset + 1}, u); ok {
		return next
	}
	if len(units) > 0 {
		return units[len(units)-1]
	}
	return p.blocks[index].span
}

// Next returns the unit after s; ok is false at the end.
func (p *Page) Next(s reader.Span, u Unit) (next reader.Span, ok bool) {
	from := max(s.End, s.Start+1)
	n := sort.Search(len(p.order), func(i int) bool { return p.blocks[p.order[i]].span.End > s.Start })
	for ; n < len(p.order); n++ {
		b := p.blocks[p.order[n]]
		units := b.units(max(from, b.span.Start), u)
		i := sort.Search(len(units), func(i int) bool { return units[i].Start >= from })
		if i < len(units) {
			return units[i], true
		}
	}
	return s, false
}

// Prev returns the unit before s; ok is false at the beginning.
func (p *Page) Prev(s reader.Span, u Unit) (prev reader.Span, ok bool) {
	n := sort.Search(len(p.order), func(i int) bool { return p.blocks[p.order[i]].span.Start >= s.Start }) - 1
	for ; n >= 0; n-- {
		b := p.blocks[p.order[n]]
		units := b.units(min(s.Start, b.span.End)-1, u)
		i := sort.Search(len(units), func(i int) bool { return units[i].End > s.Start }) - 1
		if i >= 0 {
			return units[i], true
		}
	}
	return s, false
}

// stretch is how many cells around an offset are cut into units: a paragraph
// can be as long as an article.
const stretch = 1500

// units returns the units of a block near the offset, in the order of the source.
func (b *block) units(offset int, u Unit) []reader.Span {
	if b.span.Empty() {
		return nil
	}
	if u == Paragraph || b.table != nil && b.kind == kindTable {
		return []reader.Span{b.span}
	}
	from, to := 0, len(b.cells)
	if to > 2*stretch && !b.scattered {
		at := b.cellBefore(offset)
		from, to = b.wordBorder(at-stretch), b.wordBorder(at+stretch)
	}
	if from >= to {
		return nil
	}
	text, cells := b.unitText(from, to)
	var all []reader.Span
	keep := func(start, end int) {
		if s := b.unitSpan(text[start:end], start, cells); !s.Empty() {
			all = append(all, s)
		}
	}
	if u == Sentence {
		b.eachSentence(string(text), keep)
	} else {
		eachWord(text, keep)
	}
	sort.SliceStable(all, func(i, j int) bool { return all[i].Start < all[j].Start })
	return all
}

// eachSentence calls keep for the sentences of text. In the rows of a table none
// goes on from one line to the next, or from a key to its value: those are far
// apart in the source.
func (b *block) eachSentence(text string, keep func(start, end int)) {
	for at := 0; at <= len(text); {
		part := text[at:]
		if i := strings.IndexByte(part, '\n'); i >= 0 && b.kind == kindRow {
			part = part[:i]
		}
		for _, s := range token.Sentences(part, token.Tokens(part)) {
			keep(at+s.Start, at+s.End)
		}
		at += len(part) + 1
	}
}

// eachWord calls keep for the words of text (UAX #29) and what is between them.
func eachWord(text []byte, keep func(start, end int)) {
	state := -1
	for at, rest := 0, text; len(rest) > 0; {
		var word []byte
		word, rest, state = uniseg.FirstWord(rest, state)
		keep(at, at+len(word))
		at += len(word)
	}
}

// wordBorder returns a cell near the given one before which a line may break.
func (b *block) wordBorder(i int) int {
	if i <= 0 {
		return 0
	}
	for n := 0; i < len(b.cells) && n < 200; i, n = i+1, n+1 {
		if b.cells[i-1].flags&mayBreak != 0 {
			break
		}
	}
	return min(i, len(b.cells))
}

// unitText returns the text of cells and for each of its bytes the cell that
// it is of. A line break is one byte, and so is each of what stands between a
// key and its value in the rows of a table.
func (b *block) unitText(from, to int) (text []byte, cells []int) {
	for i := from; i < to; i++ {
		t := b.text[b.cells[i].at:b.end(i)]
		if b.cells[i].flags&mustBreak != 0 || b.kind == kindRow && b.cells[i].src == noSource {
			t = []byte("\n")
		}
		text = append(text, t...)
		for range t {
			cells = append(cells, i)
		}
	}
	return text, cells
}

// unitSpan returns the source of a unit without the blanks at its ends; empty
// if the unit holds no letter or digit.
func (b *block) unitSpan(unit []byte, at int, cells []int) reader.Span {
	if !wordy(unit) {
		return reader.Span{}
	}
	s := reader.Span{Start: -1}
	for n := range unit {
		c := b.cells[cells[at+n]]
		if c.src == noSource || c.flags&blank != 0 {
			continue
		}
		if s.Start < 0 || int(c.src) < s.Start {
			s.Start = int(c.src)
		}
		s.End = max(s.End, int(c.src)+int(c.size))
	}
	if s.Start < 0 {
		return reader.Span{}
	}
	return s
}

// wordy reports whether there is something to read in b.
func wordy(b []byte) bool {
	return bytes.ContainsFunc(b, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) || r >= 0x1f000 })
}
