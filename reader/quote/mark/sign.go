package mark

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"offprint/reader"
	"offprint/reader/quote/word"
)

// sign is a possible quotation mark before pairing.
type sign struct {
	start, end  int
	style       style
	opens, ends bool // what its shape and surroundings allow
}

// style is the shape of a pair of marks.
type style uint8

const (
	styleStraight style = iota
	styleCurly
	styleDoubled // two apostrophes or grave accents
	styleAngle
	styleLow    // „ “ and „ ”
	styleSingle // ‘ ’ and ' '
	styleCorner // 「 」
	styleSmall  // ‹ ›, mostly inside others
	styleDash   // a dash before it, none behind it
)

// singleStyle reports whether the article quotes in single marks, as British
// papers do: no double marks at all and several single ones that open.
func (a *Analysis) singleStyle() bool {
	if strings.ContainsAny(a.Text, "\"“”„«»") || strings.Contains(a.Text, "''") {
		return false
	}
	return strings.Count(a.Text, "‘")+strings.Count(a.Text, " '") >= 2
}

// collect gathers the possible marks of a block into a.signs.
func (a *Analysis) collect(b reader.Block, single bool) {
	a.signs = a.signs[:0]
	text := a.Text
	double := false
	for i := b.Start; i < b.End; {
		c := text[i]
		if c < utf8.RuneSelf && c != '"' && c != '\'' && c != '`' {
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:b.End])
		s, ok := a.signAt(b, i, r, n)
		if ok && (s.style != styleSingle || single) {
			a.signs = append(a.signs, s)
			double = double || s.style != styleSingle
			n = s.end - s.start
		}
		i += n
	}
	if double && single { // single marks are nested ones here
		kept := a.signs[:0]
		for _, s := range a.signs {
			if s.style != styleSingle {
				kept = append(kept, s)
			}
		}
		a.signs = kept
	}
}

// signAt classifies the character r at i.
func (a *Analysis) signAt(b reader.Block, i int, r rune, n int) (sign, bool) {
	if (r == '“' || r == '”') && garbledDash(a.Text[b.Start:i]) {
		return sign{}, false
	}
	switch r {
	case '“':
		return a.curlyOpener(b, sign{start: i, end: i + n}), true
	case '"', '＂':
		return a.straightSign(b, sign{start: i, end: i + n})
	case '\'', '`', '‘', '’':
		return a.apostropheSign(b, i, r, n)
	}
	letterBehind := i+n < b.End && word.LetterAt(a.Text, i+n)
	s := sign{start: i, end: i + n}
	switch r {
	case '”', '‟':
		s.style, s.ends = styleCurly, true
		s.opens = i == b.Start || a.Text[i-1] == ' ' && letterBehind // a mark that was turned the wrong way, or Swedish use
	case '„':
		s.style, s.opens = styleLow, true
	case '«':
		s.style, s.opens = styleAngle, true
		s.ends = !a.spaceBefore(b, i) // German books turn them round
	case '»':
		s.style, s.ends = styleAngle, true
		s.opens = a.spaceBefore(b, i) && letterBehind
	case '‹':
		s.style, s.opens, s.ends = styleSmall, true, !a.spaceBefore(b, i)
	case '›':
		s.style, s.ends = styleSmall, true
		s.opens = a.spaceBefore(b, i) && letterBehind
	case '「', '『':
		s.style, s.opens = styleCorner, true
	case '」', '』':
		s.style, s.ends = styleCorner, true
	default:
		return s, false
	}
	return s, true
}

// garbledDash reports whether a mark behind before is the last third of a dash that
// was decoded wrongly and then torn apart, which mends in part at most: â €”, – €”.
func garbledDash(before string) bool {
	before, ok := strings.CutSuffix(before, "€")
	before = strings.TrimSuffix(before, " ")
	return ok && (strings.HasSuffix(before, "â") || strings.HasSuffix(before, "–"))
}

// curlyOpener tells what the mark “ at s does.
func (a *Analysis) curlyOpener(b reader.Block, s sign) sign {
	s.style, s.opens, s.ends = styleCurly, true, a.low()
	behind := strings.TrimRight(a.Text[s.end:b.End], " \n")
	closes := behind == "" || strings.IndexByte(".,;:!?)", behind[0]) >= 0
	if opens, ends := a.sides(b, s.start, s.end); ends && a.openBefore() && (!opens || closes) {
		s.opens, s.ends = false, true // turned the wrong way
	}
	return s
}

// straightSign tells what the mark " at s does; ok is false if it means inches.
func (a *Analysis) straightSign(b reader.Block, s sign) (_ sign, ok bool) {
	s.style = styleStraight
	s.opens, s.ends = a.sides(b, s.start, s.end)
	digit := s.start > b.Start && a.Text[s.start-1] >= '0' && a.Text[s.start-1] <= '9'
	return s, !s.ends || s.opens || !digit || s.end >= b.End || a.openBefore()
}

// openBefore reports whether an odd number of signs came before.
func (a *Analysis) openBefore() bool { return len(a.signs)%2 == 1 }

// low reports whether a mark “ here closes a „ before it.
func (a *Analysis) low() bool {
	for j := len(a.signs) - 1; j >= 0; j-- {
		switch s := a.signs[j]; {
		case s.style == styleLow:
			return true
		case s.style == styleCurly:
			return false
		}
	}
	return false
}

// apostropheSign tells doubled marks and single marks from apostrophes.
func (a *Analysis) apostropheSign(b reader.Block, i int, r rune, n int) (sign, bool) {
	text := a.Text
	if j := i + n; j < b.End {
		if j+1 < b.End && text[i] == '\'' && text[j] == '\'' && text[j+1] == '\'' && !a.spaceBefore(b, i) {
			return sign{}, false // the inner mark closes first
		}
		if q, m := utf8.DecodeRuneInString(text[j:b.End]); q == r || r == '\'' && q == '’' || r == '’' && q == '\'' {
			s := sign{start: i, end: j + m, style: styleDoubled}
			s.opens, s.ends = a.sides(b, i, j+m)
			if r == '`' || r == '‘' {
				s.opens, s.ends = true, false
			}
			return s, true
		}
	}
	s := sign{start: i, end: i + n, style: styleSingle}
	if !a.mayQuote(b, i, i+n) {
		return s, false
	}
	s.opens, s.ends = a.sides(b, i, i+n)
	switch r {
	case '‘':
		s.opens, s.ends = true, false
	case '’':
		s.opens = false
	case '`':
		s.ends = false
	}
	if s.ends && i > b.Start && (text[i-1] == 's') && !a.openBefore() {
		return s, false // a plural's possessive
	}
	return s, s.opens != s.ends
}

// mayQuote reports whether the single mark between i and end can be a
// quotation mark: it stands not inside a word (it's), not before a year ('90s),
// and not behind a plural's s while a better closing mark follows.
func (a *Analysis) mayQuote(b reader.Block, i, end int) bool {
	text := a.Text
	before := i > b.Start && word.LetterAt(text[:b.End], i-runeBefore(text, i))
	after := end < b.End && (word.LetterAt(text, end) || text[end] >= 'A' && text[end] <= 'Z')
	switch {
	case before && after:
		return false
	case after && text[end] >= '0' && text[end] <= '9':
		return false
	case after && end+1 < b.End && text[end] == 'n' && word.IsApostrophe(word.FirstRune(text[end+1:])):
		return false
	case before && text[i-1] == 's' && a.openBefore():
		return !closedLater(text[end:b.End])
	}
	return true
}

// closedLater reports whether a mark that closes a quote comes in rest before one
// that opens another.
func closedLater(rest string) bool {
	for k, r := range rest {
		if r == '‘' || r == '\'' && k > 0 && rest[k-1] == ' ' {
			return false
		}
		if word.IsApostrophe(r) && k > 0 && strings.IndexByte(".,!?", rest[k-1]) >= 0 {
			return true
		}
	}
	return false
}

// runeBefore returns the length of the character before byte i.
func runeBefore(s string, i int) int {
	_, n := utf8.DecodeLastRuneInString(s[:i])
	return n
}

func (a *Analysis) spaceBefore(b reader.Block, i int) bool {
	if i <= b.Start {
		return true
	}
	r, _ := utf8.DecodeLastRuneInString(a.Text[b.Start:i])
	return unicode.IsSpace(r) || strings.ContainsRune("([{—–-/‘'“\"…", r)
}

// sides tells from what stands around a mark without direction whether it may
// open and whether it may close.
func (a *Analysis) sides(b reader.Block, i, end int) (opens, ends bool) {
	before := a.spaceBefore(b, i)
	after := end >= b.End
	if !after {
		r, _ := utf8.DecodeRuneInString(a.Text[end:b.End])
		after = unicode.IsSpace(r) || strings.ContainsRune(".,;:!?)]}—–-/’'”\"…", r)
	}
	switch {
	case before && !after:
		return true, false
	case after && !before:
		return false, true
	}
	return true, true
}

// LastSign returns the last character of s that is neither a blank nor an inner mark.
func LastSign(s string) rune {
	for s != "" {
		r, n := utf8.DecodeLastRuneInString(s)
		switch r {
		case ' ', '\'', '’', '"', '”', ']':
			s = s[:len(s)-n]
			continue
		}
		return r
	}
	return 0
}
