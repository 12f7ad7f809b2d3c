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
	speaker    bool // turns the source of a quote
	word       word // what the lexicon knows of it
}

// none is the index of nothing.
const none = -1

// scan appends the tokens of the block to a.tokens.
func (a *analysis) scan(b reader.Block) {
	text := a.text
	for i := b.Start; i < b.End; {
		c := text[i]
		if c == ' ' || c == '\n' || c == '\t' {
			i++
			continue
		}
		r, n := rune(c), 1
		if c >= utf8.RuneSelf {
			if r, n = utf8.DecodeRuneInString(text[i:b.End]); unicode.IsSpace(r) {
				i += n
				continue
			}
		}
		glued := i > b.Start && text[i-1] != ' ' && text[i-1] != '\n'
		if m := a.markAt(i); m != nil {
			a.tokens = append(a.tokens, token{start: int32(i), end: int32(m.end), run: m.run, kind: kindMark, sign: m.side, glued: glued})
			i = m.end
			continue
		}
		t := token{start: int32(i), run: none, glued: glued}
		switch {
		case isApostrophe(r) && glued && contractionAt(text, i+n, b.End) > 0:
			t.end = int32(i + n + contractionAt(text, i+n, b.End))
			a.describe(&t, r)
		case unicode.IsLetter(r) || isApostrophe(r) && possessiveAt(text, i+n, b.End):
			t.end = int32(wordEnd(text, i, b.End))
			a.describe(&t, r)
		case r >= '0' && r <= '9':
			t.kind, t.end = kindNumber, int32(numberEnd(text, i, b.End))
		case r == '@' || r == '#':
			t.end = int32(handleEnd(text, i+n, b.End))
			t.upper = true
			t.word.class = isName
		default:
			t.kind, t.end, t.sign = kindPunct, int32(i+n), plainSign(r)
		}
		t.run = a.runAt(i)
		a.tokens = append(a.tokens, t)
		i = int(t.end)
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
}

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

func letterAt(text string, i int) bool {
	r, _ := utf8.DecodeRuneInString(text[i:])
	return unicode.IsLetter(r) || r >= '0' && r <= '9'
}

// wordEnd returns where the word at i ends. A possessive s is a word of its
// own; the stop of an abbreviation belongs to it.
func wordEnd(text string, i, end int) int {
	begin := i
	for i < end {
		c := text[i]
		if c < utf8.RuneSelf {
			switch {
			case c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9':
				i++
				continue
			case c == '\'' && i > begin && contractionAt(text, i+1, end) > 0:
				return i
			case c == '\'':
				if i == begin || i+1 < end && letterAt(text, i+1) && !possessiveAt(text, i+1, end) {
					i++
					continue
				}
				return i
			case (c == '-' || c == '&') && i+1 < end && letterAt(text, i+1):
				i++
				continue
			case c == '.':
				if i+2 < end && text[i+1] >= 'a' && text[i+1] <= 'z' && i-begin > 2 && text[i+2] >= 'a' && text[i+2] <= 'z' {
					i++ // an address
					continue
				}
				if abbreviated(text[begin:i], text[i+1:end]) {
					i++
					continue
				}
			}
			return i
		}
		r, n := utf8.DecodeRuneInString(text[i:end])
		switch {
		case r == '’' && i > begin && contractionAt(text, i+n, end) > 0:
			return i
		case unicode.IsLetter(r) || unicode.IsMark(r) || r == '\u2011' || r == '\u2010':
		case r == '’' && (i == begin || i+n < end && letterAt(text, i+n) && !possessiveAt(text, i+n, end)):
		default:
			return i
		}
		i += n
	}
	return i
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
