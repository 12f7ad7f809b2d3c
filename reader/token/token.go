// Package token cuts plain text into words and sentences.
//
// The words follow the habits of the Penn Treebank, since that is what taggers
// are taught on: marks stand alone, "'s" and "n't" are words, "U.S." and "Mr."
// keep their points, "Jean-Paul" is one word and "China-based" is three. All
// offsets are bytes of the text that was given, so nothing is ever copied.
//
// Begin with [Split], which reads a whole [reader.Plain] and respects its
// blocks: no word and no sentence crosses from one to the next. Reading 600
// words takes well under a tenth of a millisecond.
package token

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"offprint/reader"
)

// Kind tells what a token is made of.
type Kind uint8

// The kinds of tokens.
const (
	Mark   Kind = iota // punctuation and symbols
	Number             // digits, with points and commas between them
	Word               // holds at least one letter
)

// Token is one word or mark, as bytes of the text.
type Token struct {
	Start, End int
	Kind       Kind
}

// Of returns the token's bytes of text.
func (t Token) Of(text string) string { return text[t.Start:t.End] }

// Sentence is one sentence: its bytes and its tokens (Document.Tokens[First:Last]).
type Sentence struct {
	Start, End  int
	First, Last int
}

// Document is a text with its tokens and sentences, in order.
type Document struct {
	Text      string
	Tokens    []Token
	Sentences []Sentence
}

// Split cuts all blocks of p, whatever their kind, into tokens and sentences.
func Split(p *reader.Plain) *Document {
	d := &Document{Text: p.Text}
	d.Tokens = make([]Token, 0, len(p.Text)/5+8)
	d.Sentences = make([]Sentence, 0, len(p.Text)/100+4)
	for _, b := range p.Blocks {
		first := len(d.Tokens)
		d.Tokens = Append(d.Tokens, p.Text, b.Start, b.End)
		d.Sentences = appendSentences(d.Sentences, p.Text, d.Tokens, first)
	}
	return d
}

// At returns the index of the token that holds the byte at offset, or of the
// first one after it.
func (d *Document) At(offset int) int {
	lo, hi := 0, len(d.Tokens)
	for lo < hi {
		mid := (lo + hi) / 2
		if d.Tokens[mid].End > offset {
			hi = mid
		} else {
			lo = mid + 1
		}
	}
	return lo
}

// Tokens cuts the whole of text into tokens.
func Tokens(text string) []Token {
	return Append(make([]Token, 0, len(text)/5+8), text, 0, len(text))
}

// Sentences cuts the whole of text, taken as one block, into sentences.
func Sentences(text string, tokens []Token) []Sentence {
	return appendSentences(nil, text, tokens, 0)
}

// Append appends the tokens of text[start:end] to dst.
func Append(dst []Token, text string, start, end int) []Token {
	for i := start; i < end; {
		r, n := runeAt(text[:end], i)
		if isSpace(r) {
			i += n
			continue
		}
		stop := i + n
		for stop < end {
			r, n := runeAt(text[:end], stop)
			if isSpace(r) {
				break
			}
			stop += n
		}
		if spacedAcronym(text[:end], i, stop) {
			dst = append(dst, Token{i, stop + 3, Word})
			i = stop + 3
			continue
		}
		if n := spacedPossessive(text[:end], stop); n > 0 && stop-n > i {
			dst = appendChunk(dst, text[:stop-n], i)
			dst = append(dst, Token{stop - n, stop + 2, Word})
			i = stop + 2
			continue
		}
		dst = appendChunk(dst, text[:stop], i)
		i = stop
	}
	return dst
}

// spacedAcronym reports whether text[i:stop] and what follows it are one of
// "U. S.", "U. K." and "U. N.", as some converters write them: one word.
func spacedAcronym(text string, i, stop int) bool {
	if stop-i != 2 || text[i] != 'U' || text[i+1] != '.' || stop+3 > len(text) || text[stop] != ' ' || text[stop+2] != '.' {
		return false
	}
	if c := text[stop+1]; c != 'S' && c != 'K' && c != 'N' {
		return false
	}
	next, _ := runeAt(text, stop+3)
	return !isLetter(next)
}

// spacedPossessive returns the length of the apostrophe before stop if a blank
// has come between it and its s ("Iran’ s"), 0 if that is not so.
func spacedPossessive(text string, stop int) int {
	if stop+2 > len(text) || text[stop] != ' ' || text[stop+1] != 's' {
		return 0
	}
	if next, _ := runeAt(text, stop+2); isLetter(next) || isDigit(next) || next == '-' || next == '\'' {
		return 0
	}
	n := 1
	if strings.HasSuffix(text[:stop], "’") {
		n = len("’")
	} else if text[stop-1] != '\'' {
		return 0
	}
	if before, _ := utf8.DecodeLastRuneInString(text[:stop-n]); !isLetter(before) {
		return 0
	}
	return n
}

// appendChunk cuts text[at:], which holds no blanks.
func appendChunk(dst []Token, text string, at int) []Token {
	if isAddress(text[at:]) {
		end := len(text)
		for end > at+1 && isTrailing(text[end-1]) {
			end--
		}
		dst = append(dst, Token{at, end, Word})
		at = end
	}
	for at < len(text) {
		r, n := runeAt(text, at)
		if n := currency(text[at:]); n > 0 {
			dst = append(dst, Token{at, at + n, Mark})
			at += n
			continue
		}
		if isLetter(r) || isDigit(r) || (r == '@' || r == '#') && startsWord(text[at+n:]) {
			dst, at = appendWord(dst, text, at)
			continue
		}
		if clitic := cliticAt(text, at); clitic > 0 {
			dst = append(dst, Token{at, at + clitic, Word})
			at += clitic
			continue
		}
		end := at + n
		if r == '.' || r == '-' || r == '`' || r == '\'' { // "...", "--", "``" and "''" are one mark
			for end < len(text) && text[end] == byte(r) {
				end++
			}
		}
		dst = append(dst, Token{at, end, Mark})
		at = end
	}
	return dst
}

// currency returns the length of the currency sign at the start of s: "US$",
// "HK$", "A$"; 0 if none is there.
func currency(s string) int {
	for i := 0; i < len(s) && i <= 3; i++ {
		switch c := s[i]; {
		case c == '$' && i > 0:
			return i + 1
		case c < 'A' || c > 'Z':
			return 0
		}
	}
	return 0
}

// startsWord reports whether s begins with a letter or a digit.
func startsWord(s string) bool {
	r, n := runeAt(s, 0)
	return n > 0 && (isLetter(r) || isDigit(r))
}

// isAddress reports whether a chunk is a web address or an e-mail.
func isAddress(s string) bool {
	if len(s) < 7 {
		return false
	}
	if (s[0] == 'w' || s[0] == 'W') && len(s) > 4 && s[1] == 'w' && s[2] == 'w' && s[3] == '.' {
		return true
	}
	if s[0] != 'h' && s[0] != 'f' && s[0] != 'H' {
		return false
	}
	for i := 2; i+2 < len(s) && i < 8; i++ {
		if s[i] == ':' && s[i+1] == '/' && s[i+2] == '/' {
			return true
		}
	}
	return false
}

func isTrailing(c byte) bool {
	switch c {
	case '.', ',', ';', ':', '!', '?', ')', ']', '"', '\'', '>':
		return true
	}
	return false
}

func runeAt(s string, i int) (rune, int) {
	if i >= len(s) {
		return 0, 0
	}
	if c := s[i]; c < utf8.RuneSelf {
		return rune(c), 1
	}
	return utf8.DecodeRuneInString(s[i:])
}

func isSpace(r rune) bool {
	switch {
	case r == ' ', r >= '\t' && r <= '\r':
		return true
	case r < 0x85:
		return false
	}
	return unicode.IsSpace(r) || r == 0x200b
}

func isLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r|0x20 && r|0x20 <= 'z' || r == '_'
	}
	if r == utf8.RuneError {
		return false
	}
	return unicode.IsLetter(r) || unicode.IsMark(r) || r == 0x200c || r == 0x200d || r == 0x2bc
}

func isDigit(r rune) bool {
	if r < utf8.RuneSelf {
		return '0' <= r && r <= '9'
	}
	return unicode.IsDigit(r)
}

// isUpper reports whether the token or text begins with a capital.
func isUpper(r rune) bool {
	if r < utf8.RuneSelf {
		return 'A' <= r && r <= 'Z'
	}
	return unicode.IsUpper(r) || unicode.IsTitle(r)
}
