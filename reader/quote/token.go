package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"offprint/reader"
)

// kind tells what a token is.
type kind uint8

const (
	kindWord kind = iota
	kindNumber
	kindPunct
	kindMark // a quotation mark that opens or closes a run
)

// token is one word or sign of a prose block.
type token struct {
	start, end int32 // bytes of the plain text
	run        int32 // the run that holds it, or none
	kind       kind
	sign       rune // of a kindPunct: which one; dashes are '-'
	upper      bool // begins with a capital
	caps       bool // capitals alone, two or more
	glued      bool // no blank before it
	subject    bool // turns the subject of a finite verb
	inner      bool // only that of a verb in an inner clause
	speaker    bool // turns the source of a quote
	word       word // what the lexicon knows of it
}

// none is the index of nothing.
const none = -1

// scan appends the tokens of the block to a.tokens.
func (a *analysis) scan(b reader.Block) {
	text := a.text
	for i := b.Start; i < b.End; {
		r, n := utf8.DecodeRuneInString(text[i:b.End])
		if unicode.IsSpace(r) {
			i += n
			continue
		}
		glued := i > b.Start && text[i-1] != ' ' && text[i-1] != '\n'
		if m := a.markAt(i); m != nil {
			a.tokens = append(a.tokens, token{start: int32(i), end: int32(m.end), run: m.run, kind: kindMark, sign: m.side, glued: glued})
			i = m.end
			continue
		}
		t := token{start: int32(i), glued: glued}
		a.read(&t, r, n, b.End)
		t.run = a.runAt(i)
		a.tokens = append(a.tokens, t)
		i = int(t.end)
	}
}

// read finds the end of the token that begins with r, n bytes long, and what it is.
func (a *analysis) read(t *token, r rune, n, end int) {
	i := int(t.start)
	switch {
	case isApostrophe(r) && t.glued && a.language.full && spacedEnding(a.text, i+n, end) > 0:
		t.end = int32(i + n + spacedEnding(a.text, i+n, end))
		t.word = a.language.lookup("'" + a.text[i+n+1:t.end])
	case isApostrophe(r) && t.glued && contractionAt(a.text, i+n, end) > 0:
		t.end = int32(i + n + contractionAt(a.text, i+n, end))
		a.describe(t, r)
	case unicode.IsLetter(r) || isApostrophe(r) && possessiveAt(a.text, i+n, end):
		t.end = int32(wordEnd(a.text, i, end))
		a.describe(t, r)
	case r >= '0' && r <= '9':
		t.kind, t.end = kindNumber, int32(numberEnd(a.text, i, end))
	case r == '@' || r == '#':
		t.end = int32(handleEnd(a.text, i+n, end))
		t.upper = true
		t.word.class = isName
	default:
		t.kind, t.end, t.sign = kindPunct, int32(i+n), plainSign(r)
	}
}

// describe fills in what a word looks like and what the lexicon knows of it.
func (a *analysis) describe(t *token, first rune) {
	w := a.text[t.start:t.end]
	t.upper = unicode.IsUpper(first)
	if t.upper && len(w) > 1 {
		t.caps = allCaps(w)
	}
	t.word = a.language.lookup(w)
	if t.upper && a.language.full && ledBy(w) {
		t.word = word{class: isAdj}
	}
	if t.caps && a.language.full && bodies[w] {
		t.word = word{class: isOrg}
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

// isApostrophe reports whether r is an apostrophe, straight or curly.
func isApostrophe(r rune) bool { return r == '\'' || r == '’' }

// possessiveAt reports whether the s of a possessive stands at i, after its apostrophe.
func possessiveAt(text string, i, end int) bool {
	if i >= end || text[i] != 's' && text[i] != 'S' {
		return false
	}
	return i+1 >= end || !letterAt(text, i+1)
}

// contractionAt returns the length of the contracted verb at i, behind its
// apostrophe: 'll, 've, 're, 'd, 'm.
func contractionAt(text string, i, end int) int {
	for _, c := range [...]string{"ll", "ve", "re", "d", "m"} {
		if strings.HasPrefix(text[i:end], c) && (i+len(c) >= end || !letterAt(text, i+len(c))) {
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
	if n == 0 || i+1+n < end && isApostrophe(firstRune(text[i+1+n:])) {
		return 0
	}
	return n + 1
}

// letterAt reports whether a letter or a digit of ASCII begins at byte i of text.
func letterAt(text string, i int) bool {
	r, _ := utf8.DecodeRuneInString(text[i:])
	return unicode.IsLetter(r) || r >= '0' && r <= '9'
}

// wordEnd returns where the word at i ends. A possessive s is a word of its
// own; the stop of an abbreviation belongs to it.
func wordEnd(text string, i, end int) int {
	begin := i
	for i < end {
		r, n := utf8.DecodeRuneInString(text[i:end])
		switch {
		case unicode.IsLetter(r), r >= '0' && r <= '9', unicode.IsMark(r), r == '\u2011', r == '\u2010':
		case isApostrophe(r):
			if i > begin && contractionAt(text, i+n, end) > 0 {
				return i
			}
			if i > begin && (i+n >= end || !letterAt(text, i+n) || possessiveAt(text, i+n, end)) {
				return i
			}
		case r == '-' || r == '&':
			if i+1 >= end || !letterAt(text, i+1) {
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
	case len(w) == 2 && unicode.IsUpper(firstRune(w)) && w[0] >= utf8.RuneSelf:
		return true // one letter that is not ASCII, such as a Cyrillic initial
	case len(w) >= 3 && (w[len(w)-2] == '.' || w[len(w)-2] == '-' && w[len(w)-1] <= 'Z'):
		return true
	case rest != "" && rest[0] == ',':
		return true
	}
	return rest != "" && abbreviations[w]
}

// firstRune returns the first character of s, utf8.RuneError if there is none.
func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
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
		if c == '-' && i+1 < end && letterAt(text, i+1) { // 45-year-old
			i++
			continue
		}
		break
	}
	return i
}

func handleEnd(text string, i, end int) int {
	for i < end && (letterAt(text, i) || text[i] == '_') {
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
