package entity

import (
	"unicode"
	"unicode/utf8"

	"offprint/reader"
	"offprint/reader/entity/gazetteer"
	"offprint/reader/token"
)

// shape tells how a word is written.
type shape uint8

const (
	other shape = iota // marks, digits
	small
	capital  // Word
	capitals // WORD, with two letters at least
	mixed    // iPhone, McDonald
)

// text is an article on the way through the makers.
type text struct {
	*token.Document
	plain    *reader.Plain
	language tongue
	table    *gazetteer.Table
	shapes   []shape
	hashes   []uint64 // of each token, as the gazetteer wants it
	mentions []mention
	doubts   []mention         // what the tagger was not sure enough of, in order
	families map[uint64]bool   // see familyNames
	spoke    map[string][2]int // see speakOf
	short    map[int]int       // acronym in parentheses -> the token behind the name that it is short for
}

// mention is one place that names something: tokens first up to last, not included.
type mention struct {
	first, last int
	skip        int // bytes of the first token that are not part of the name: l'Iran
	kind        reader.EntityKind
	// sure is the chance, 0 to 1, that span and kind are right.
	sure float64
}

func newText(d *token.Document, p *reader.Plain, l tongue) *text {
	x := &text{Document: d, plain: p, language: l, table: gazetteer.Default()}
	x.shapes = make([]shape, len(d.Tokens))
	x.hashes = make([]uint64, len(d.Tokens))
	for i, t := range d.Tokens {
		w := t.Of(d.Text)
		if t.Kind == token.Word {
			x.shapes[i] = shapeOf(w)
		}
		if l == french {
			w = w[elided(w):]
		}
		x.hashes[i] = gazetteer.Hash(w)
	}
	return x
}

// word returns token i as written.
func (x *text) word(i int) string { return x.Tokens[i].Of(x.Text) }

// shapeOf tells how a word is written.
func shapeOf(w string) shape {
	first, n := utf8.DecodeRuneInString(w)
	upper, lower := 0, 0
	for _, r := range w[n:] {
		switch {
		case r < utf8.RuneSelf && 'a' <= r && r <= 'z':
			lower++
		case r < utf8.RuneSelf && 'A' <= r && r <= 'Z':
			upper++
		case r >= utf8.RuneSelf && unicode.IsUpper(r):
			upper++
		case r >= utf8.RuneSelf && unicode.IsLetter(r):
			lower++
		}
	}
	switch {
	case unicode.IsUpper(first) || unicode.IsTitle(first):
		if upper == 0 {
			return capital
		}
		if lower == 0 {
			return capitals
		}
		return mixed
	case upper > 0:
		return mixed
	case unicode.IsLetter(first) && unicode.IsLower(first), lower > 0:
		return small
	}
	return other
}

// match returns the longest phrase of the table that begins at token i and
// ends before last: the number of its words and its flags. Of the flags only
// those in want count.
func (x *text) match(i, last int, want gazetteer.Flags) (n int, f gazetteer.Flags) {
	h := x.hashes[i]
	for k := 1; ; k++ {
		found := x.table.Find(h)
		if found&want != 0 {
			n, f = k, found&want
		}
		if found&gazetteer.Prefix == 0 || i+k >= last || k >= gazetteer.MaxWords {
			return n, f
		}
		h = gazetteer.Join(h, x.hashes[i+k])
	}
}
