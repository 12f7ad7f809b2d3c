package typeset

import (
	"github.com/rivo/uniseg"
)

// breaks finds where the lines of a block may end (UAX #14).
func (b *block) breaks() {
	from := 0
	for i, c := range b.cells {
		if c.flags&mustBreak != 0 {
			b.breaksIn(from, i)
			from = i + 1
		}
	}
	b.breaksIn(from, len(b.cells))
}

// breaksIn finds the breaks within the cells from one to another. Between two
// plain words a blank is a break and nothing within the words is, by the rules
// for letters, digits and the commonest punctuation; that is most text and
// needs no tables.
func (b *block) breaksIn(from, to int) {
	if from >= to {
		return
	}
	text := b.text[b.cells[from].at:b.end(to-1)]
	base := int(b.cells[from].at)
	next := from // cell
	for at := 0; at < len(text); {
		end := plainWord(text[at:])
		if end == 0 {
			segment, _, _, _ := uniseg.FirstLineSegment(text[at:], -1)
			end = len(segment)
		}
		at += end
		for next < to && int(b.cells[next].at)-base < at {
			next++
		}
		// A break within a grapheme is none.
		if next > from && (next == to || int(b.cells[next].at)-base == at) {
			b.cells[next-1].flags |= mayBreak
		}
	}
}

// What plainWord takes a byte for.
const (
	wordOther = iota
	wordLetter
	wordDigit
	wordInner // glued to letters on both sides, to digits if it stands between two
	wordEnd   // glued to what is before; only before a blank
)

// wordClass sorts the bytes of plain words.
var wordClass = func() (t [256]uint8) {
	for c := '0'; c <= '9'; c++ {
		t[c] = wordDigit
	}
	for c := 'a'; c <= 'z'; c++ {
		t[c], t[c-'a'+'A'] = wordLetter, wordLetter
	}
	for _, c := range ",.;:'\"" {
		t[c] = wordInner
	}
	t['!'], t['?'] = wordEnd, wordEnd
	return t
}()

// plainWord returns the length of the word that b begins with and the blanks
// behind it, if a line may end after those and nowhere before; 0 if it takes
// the full rules to know. b begins where a line may.
func plainWord(b []byte) int {
	i := 0
	for ; i < len(b) && b[i] != ' '; i++ {
		switch wordClass[b[i]] {
		case wordOther:
			return 0
		case wordDigit:
			if i > 0 && wordClass[b[i-1]] == wordInner && (i < 2 || wordClass[b[i-2]] != wordDigit) {
				return 0
			}
		case wordEnd:
			if i+1 < len(b) && b[i+1] != ' ' && wordClass[b[i+1]] != wordEnd && b[i+1] != '"' && b[i+1] != '\'' {
				return 0
			}
		case wordInner:
			if i == 0 && b[i] != '"' && b[i] != '\'' {
				return 0
			}
		}
	}
	if i == 0 {
		return 0
	}
	if i == len(b) {
		return i
	}
	for i < len(b) && b[i] == ' ' {
		i++
	}
	if i < len(b) && wordClass[b[i]] != wordLetter && wordClass[b[i]] != wordDigit && b[i] != '"' && b[i] != '\'' {
		return 0
	}
	return i
}
