package reader

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Text is text that is safe to show: valid UTF-8 without control characters
// (but newline), escape sequences or bidirectional overrides, with at most
// eight combining marks on one character. Everything that is drawn is a Text;
// a plain string does not fit where one is asked for.
//
// Constants convert by themselves. Anything read from outside becomes a Text
// only through [Clean] or [CleanLine]; a conversion reader.Text(s) outside
// this package is a mistake that a test of the tree finds.
type Text string

// maxCombining is how many combining marks may follow one character. More are
// used only to smear over neighbouring lines.
const maxCombining = 8

// Clean returns running text made safe: paragraphs and line breaks stay
// (CR LF and the Unicode line separators become a newline), tabs become four blanks,
// bytes that are not UTF-8 become U+FFFD, control characters and
// bidirectional overrides and isolates go, and so do soft hyphens, byte order
// marks and zero-width spaces. Joiners (U+200C, U+200D) and direction marks stay, since
// Persian, Indic scripts and emoji need them. Escape characters are shown as
// U+241B, so that an article about escape sequences still reads.
// It is idempotent.
func Clean(s string) Text {
	if safe(s, true) {
		return Text(s)
	}
	return Text(clean(s, true))
}

// CleanLine returns text for a field of one line (title, byline, file name):
// as [Clean], and every run of white space, newlines included, is one blank,
// none at the ends; direction marks go too. It is idempotent.
func CleanLine(s string) Text {
	if !safe(s, false) {
		s = clean(s, false)
	}
	return Text(strings.Join(strings.Fields(s), " "))
}

// String returns the text as a string.
func (t Text) String() string { return string(t) }

// Slice returns the part of t that s covers, cut to t's bounds. The span must
// lie on character borders; if it does not, it is narrowed to them.
func (t Text) Slice(s Span) Text {
	s = t.within(s)
	return t[s.Start:s.End]
}

// within returns the span cut to t's bounds and narrowed to character borders.
func (t Text) within(s Span) Span {
	start, end := max(0, min(s.Start, len(t))), max(0, min(s.End, len(t)))
	for start < end && !utf8.RuneStart(t[start]) {
		start++
	}
	for end > start && end < len(t) && !utf8.RuneStart(t[end]) {
		end--
	}
	return Span{start, max(start, end)}
}

// UnmarshalText cleans what it is given, so that decoded settings and JSON are safe too.
func (t *Text) UnmarshalText(b []byte) error {
	*t = Clean(string(b))
	return nil
}

// safe reports whether s needs no cleaning: the common case, and cheap.
func safe(s string, lines bool) bool {
	marks := 0
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			if c < ' ' && !(lines && c == '\n') || c == 0x7f {
				return false
			}
			marks = 0
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && n == 1 || replacement(r, lines) != keep {
			return false
		}
		if combining(r) {
			if marks++; marks > maxCombining {
				return false
			}
		} else {
			marks = 0
		}
		i += n
	}
	return true
}

// combining reports whether r is drawn over the character before it.
func combining(r rune) bool {
	return r >= 0x300 && (unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Me, r))
}

// What replacement answers for a character that stays or goes.
const (
	keep = rune(-1)
	drop = rune(-2)
)

// replacement tells what stands for r in clean text: itself (keep), nothing
// (drop) or another character. The twelve Bidi_Control characters are treated
// by use: overrides, embeddings and isolates always go, marks only in fields.
func replacement(r rune, lines bool) rune {
	switch {
	case r == '\n':
		if lines {
			return keep
		}
		return ' '
	case r == '\t':
		return ' '
	case r == 0x1b:
		return '␛'
	case r < ' ', r == 0x7f:
		return drop
	case r < 0x80:
		return keep
	case r == 0x85, r == 0x2028, r == 0x2029:
		if lines {
			return '\n'
		}
		return ' '
	case r < 0xa0: // C1: a terminal may take them for escape sequences
		return drop
	}
	return replacementWide(r, lines)
}

func replacementWide(r rune, lines bool) rune {
	switch r {
	case 0xad, 0x200b, 0xfeff, 0x2060: // soft hyphen, zero-width spaces, byte order mark
		return drop
	case 0x202a, 0x202b, 0x202c, 0x202d, 0x202e: // embeddings and overrides
		return drop
	case 0x2066, 0x2067, 0x2068, 0x2069: // isolates may stay open over a line's end
		return drop
	case 0x61c, 0x200e, 0x200f: // direction marks
		if lines {
			return keep
		}
		return drop
	case 0x180e, 0x206a, 0x206b, 0x206c, 0x206d, 0x206e, 0x206f, 0xfff9, 0xfffa, 0xfffb:
		return drop
	}
	if r >= 0xe0000 && r < 0xe0020 { // tags beyond those that flags are made of
		return drop
	}
	if r == 0x10eeee { // the placeholder by which some terminals draw an image
		return drop
	}
	return keep
}

func clean(s string, lines bool) string {
	s = strings.ReplaceAll(s, "\r\n", "\n")
	if lines {
		s = strings.ReplaceAll(s, "\r", "\n")
	} else {
		s = strings.ReplaceAll(s, "\r", " ")
	}
	var b strings.Builder
	b.Grow(len(s))
	marks := 0
	for _, r := range s { // an invalid byte ranges as U+FFFD
		switch n := replacement(r, lines); n {
		case drop:
			continue
		case keep:
		default:
			if r == '\t' && lines {
				b.WriteString("   ")
			}
			r = n
		}
		if combining(r) {
			if marks++; marks > maxCombining {
				continue
			}
		} else {
			marks = 0
		}
		b.WriteRune(r)
	}
	return b.String()
}
