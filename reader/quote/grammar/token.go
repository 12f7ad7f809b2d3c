package grammar

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"offprint/reader"
	"offprint/reader/quote/word"
)

// Kind tells what a token is.
type Kind uint8

const (
	KindWord   Kind = iota // letters, or a name that begins with @ or #
	KindNumber             // begins with a figure
	KindPunct              // any other sign, see Token.Sign
	KindMark               // a quotation mark that opens or closes a run
)

// Token is one word or sign of a prose block.
type Token struct {
	Start, End int32 // bytes of the plain text
	Run        int32 // the run that holds it, or none
	Kind       Kind
	Sign       rune       // of a KindPunct: which one; dashes are '-'
	Upper      bool       // begins with a capital
	Caps       bool       // capitals alone, two or more
	Glued      bool       // no blank before it
	Subject    bool       // turns the subject of a finite verb
	Inner      bool       // only that of a verb in an inner clause
	Speaker    bool       // turns the source of a quote
	Word       word.Entry // what the lexicon knows of it
}

// scan appends the tokens of the block to a.Tokens.
func (a *Analysis) scan(b reader.Block) {
	text := a.Text
	for i := b.Start; i < b.End; {
		r, n := utf8.DecodeRuneInString(text[i:b.End])
		if unicode.IsSpace(r) {
			i += n
			continue
		}
		glued := i > b.Start && text[i-1] != ' ' && text[i-1] != '\n'
		if m := a.MarkAt(i); m != nil {
			a.Tokens = append(a.Tokens, Token{Start: int32(i), End: int32(m.End), Run: m.Run, Kind: KindMark, Sign: m.Side, Glued: glued})
			i = m.End
			continue
		}
		t := Token{Start: int32(i), Glued: glued}
		a.read(&t, r, n, b.End)
		t.Run = a.RunAt(i)
		a.Tokens = append(a.Tokens, t)
		i = int(t.End)
	}
}

// read finds the end of the token that begins with r, n bytes long, and what it is.
func (a *Analysis) read(t *Token, r rune, n, end int) {
	i := int(t.Start)
	switch {
	case word.IsApostrophe(r) && t.Glued && a.Language.Full && spacedEnding(a.Text, i+n, end) > 0:
		t.End = int32(i + n + spacedEnding(a.Text, i+n, end))
		t.Word = a.Language.Lookup("'" + a.Text[i+n+1:t.End])
	case word.IsApostrophe(r) && t.Glued && contractionAt(a.Text, i+n, end) > 0:
		t.End = int32(i + n + contractionAt(a.Text, i+n, end))
		a.describe(t, r)
	case unicode.IsLetter(r) || word.IsApostrophe(r) && possessiveAt(a.Text, i+n, end):
		t.End = int32(wordEnd(a.Text, i, end))
		a.describe(t, r)
	case r >= '0' && r <= '9':
		t.Kind, t.End = KindNumber, int32(numberEnd(a.Text, i, end))
	case r == '@' || r == '#':
		t.End = int32(handleEnd(a.Text, i+n, end))
		t.Upper = true
		t.Word.Class = word.Name
	default:
		t.Kind, t.End, t.Sign = KindPunct, int32(i+n), plainSign(r)
	}
}

// describe fills in what a word looks like and what the lexicon knows of it.
func (a *Analysis) describe(t *Token, first rune) {
	w := a.Text[t.Start:t.End]
	t.Upper = unicode.IsUpper(first)
	if t.Upper && len(w) > 1 {
		t.Caps = allCaps(w)
	}
	t.Word = a.Language.Lookup(w)
	if t.Upper && a.Language.Full && ledBy(w) {
		t.Word = word.Entry{Class: word.Adj}
	}
	if t.Caps && a.Language.Full && bodies[w] {
		t.Word = word.Entry{Class: word.Org}
	}
}

// ledBy reports whether w is a name with the participle that makes an adjective
// of it: NATO-led, Ellmar-based.
func ledBy(w string) bool {
	k := strings.LastIndexByte(w, '-')
	if k < 2 {
		return false
	}
	switch w[k+1:] {
	case "led", "backed", "based", "run", "owned", "born", "controlled", "held", "made", "sponsored", "funded", "supported", "occupied":
		return true
	}
	return false
}

// bodies are names of bodies that are words of grammar but for their capitals.
var bodies = map[string]bool{"WHO": true, "US": true, "IT": true}

func allCaps(w string) bool {
	letters := 0
	for _, r := range w {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			letters++
		}
	}
	return letters > 1
}

// possessiveAt reports whether the s of a possessive stands at i, after its apostrophe.
func possessiveAt(text string, i, end int) bool {
	if i >= end || text[i] != 's' && text[i] != 'S' {
		return false
	}
	return i+1 >= end || !word.LetterAt(text, i+1)
}

// contractionAt returns the length of the contracted verb at i, behind its
// apostrophe: 'll, 've, 're, 'd, 'm.
func contractionAt(text string, i, end int) int {
	for _, c := range [...]string{"ll", "ve", "re", "d", "m"} {
		if strings.HasPrefix(text[i:end], c) && (i+len(c) >= end || !word.LetterAt(text, i+len(c))) {
			return len(c)
		}
	}
	return 0
}

// spacedEnding returns the length of what belongs to the apostrophe before byte i
// though a blank stands between them, as careless copying leaves it: the mayor’ s
// office, we’ ll. It is 0 if nothing does.
func spacedEnding(text string, i, end int) int {
	if i+1 >= end || text[i] != ' ' {
		return 0
	}
	n := contractionAt(text, i+1, end)
	if possessiveAt(text, i+1, end) {
		n = 1
	}
	if n == 0 || i+1+n < end && word.IsApostrophe(word.FirstRune(text[i+1+n:])) {
		return 0
	}
	return n + 1
}

// wordEnd returns where the word at i ends. A possessive s is a word of its
// own; the stop of an abbreviation belongs to it.
func wordEnd(text string, i, end int) int {
	begin := i
	for i < end {
		r, n := utf8.DecodeRuneInString(text[i:end])
		switch {
		case unicode.IsLetter(r), r >= '0' && r <= '9', unicode.IsMark(r), r == '\u2011', r == '\u2010':
		case word.IsApostrophe(r):
			if i > begin && contractionAt(text, i+n, end) > 0 {
				return i
			}
			if i > begin && (i+n >= end || !word.LetterAt(text, i+n) || possessiveAt(text, i+n, end)) {
				return i
			}
		case r == '-' || r == '&':
			if i+1 >= end || !word.LetterAt(text, i+1) {
				return i
			}
		case r == '.':
			if !address(text, begin, i, end) && !abbreviated(text[begin:i], text[i+1:end]) {
				return i
			}
		default:
			return i
		}
		i += n
	}
	return i
}

// address reports whether the stop at i stands inside an address such as
// example.com: small letters on both sides.
func address(text string, begin, i, end int) bool {
	small := func(c byte) bool { return c >= 'a' && c <= 'z' }
	return i+2 < end && i-begin > 2 && small(text[i+1]) && small(text[i+2])
}

// abbreviated reports whether the stop after w belongs to it: a single
// letter, letters with stops in between, or a known abbreviation.
func abbreviated(w, rest string) bool {
	switch {
	case len(w) == 1:
		return w[0] >= 'A' && w[0] <= 'Z' || rest != "" && rest[0] >= 'a' && rest[0] <= 'z'
	case len(w) == 2 && unicode.IsUpper(word.FirstRune(w)) && w[0] >= utf8.RuneSelf:
		return true // one letter that is not ASCII, such as a Cyrillic initial
	case len(w) >= 3 && (w[len(w)-2] == '.' || w[len(w)-2] == '-' && w[len(w)-1] <= 'Z'):
		return true
	case rest != "" && rest[0] == ',':
		return true
	}
	return rest != "" && word.Abbreviations[w]
}

func numberEnd(text string, i, end int) int {
	for i < end {
		c := text[i]
		if c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' {
			i++
			continue
		}
		if (c == '.' || c == ',' || c == '-' || c == ':') && i+1 < end && text[i+1] >= '0' && text[i+1] <= '9' {
			i++
			continue
		}
		if c == '-' && i+1 < end && word.LetterAt(text, i+1) { // 45-year-old
			i++
			continue
		}
		break
	}
	return i
}

func handleEnd(text string, i, end int) int {
	for i < end && (word.LetterAt(text, i) || text[i] == '_') {
		_, n := utf8.DecodeRuneInString(text[i:])
		i += n
	}
	return i
}

func plainSign(r rune) rune {
	switch r {
	case '–', '—', '―', '−':
		return '-'
	case '…':
		return '.'
	case '‘', '’':
		return '\''
	}
	return r
}

// Spelled reports whether token i is the word or sign w.
func (a *Analysis) Spelled(i int, w string) bool {
	return i < len(a.Tokens) && a.Text[a.Tokens[i].Start:a.Tokens[i].End] == w
}
