package clean

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"offprint/reader"
)

// A text can be about wrong decoding, or quote what somebody saw on a screen:
// then Ã© is what was written, and must stay. What tells is the text itself:
//
//   - it speaks of encodings, and is right otherwise, or has only a few such
//     sequences;
//   - the same word stands beside it rightly spelt;
//   - it is right otherwise, and all of such sequences in a paragraph stand
//     between quotation marks, in brackets or as code.
//
// Text that was really read wrongly lost its own quotation marks and accents,
// too, and is mended as a whole.

// aboutEncodings finds the words of a text that is about encodings.
var aboutEncodings = regexp.MustCompile(`(?i)mojibake|文字化け|\butf-?8\b|\bunicode\b|\b(?:windows|cp)-?125[0-9]\b|\blatin-?1\b|\biso[- ]?8859\b|character (?:encoding|set)|zeichen(?:satz|kodierung|codierung)|encodage|кодировк|кракозябр|крокозябр`)

// paragraphEnd is where one paragraph of a text or page ends and the next begins.
var paragraphEnd = regexp.MustCompile(`\n\s*\n|<(?:p|li|td|th|div|br|dd|dt|h[1-6]|title|meta|script|blockquote|section|article)\b`)

// tagOf is a tag within a paragraph of a page; codeTag is one that marks code.
var (
	tagOf   = regexp.MustCompile(`<[^<>]*>`)
	codeTag = regexp.MustCompile(`(?i)</?(?:code|kbd|samp|tt|q)\b[^<>]*>`)
)

// What lies further apart, and what is longer than a paragraph can be, tells
// nothing of one another, in bytes.
const (
	besideReach   = 400
	mentionMost   = 200 // sequences of a paragraph that is about them
	wordMost      = 120
	paragraphMost = 20_000
)

// strayMost is how many sequences, not in quotation marks, a text about
// encodings has at most that was not itself read wrongly.
const strayMost = 4

// A finder returns what the sequence of wrongly read characters is that s
// begins with, and its length, 0 if there is none.
type finder func(s string, prev rune) (out string, used int)

// sequences is what a stretch of text has of wrongly read characters and of
// right ones beside ASCII.
type sequences struct {
	wrong, right int
	quoted       int  // of the wrong ones
	beside       bool // a word stands there wrongly and rightly
}

// spared tells which paragraphs of a text keep what looks as if it had been
// read wrongly.
type spared struct {
	find  finder
	all   sequences
	about bool
}

// mendSequences puts what the finder finds in place of its sequences, in the
// paragraphs that are not spared.
func mendSequences(text string, find finder, notes *Notes) string {
	s := newSpared(text, find)
	if s.all.wrong == 0 {
		return text
	}
	var b strings.Builder
	b.Grow(len(text))
	told := false
	for p := range paragraphs(text) {
		if s.keeps(p) {
			b.WriteString(p)
			continue
		}
		prev := rune(0)
		for i := 0; i < len(p); {
			out, used := "", 0
			if p[i] >= utf8.RuneSelf {
				out, used = find(p[i:], prev)
			}
			if used == 0 {
				r, n := utf8.DecodeRuneInString(p[i:])
				b.WriteString(p[i : i+n])
				prev, i = r, i+n
				continue
			}
			if !told {
				notes.Add(reader.RepairEncoding, "read twice: "+p[i:i+used]+" is "+out)
				told = true
			}
			b.WriteString(out)
			prev, _ = utf8.DecodeLastRuneInString(out)
			i += used
		}
	}
	return b.String()
}

// newSpared looks through a text.
func newSpared(text string, find finder) *spared {
	s := &spared{find: find}
	for from := range paragraphs(text) {
		one := s.look(from)
		s.all.wrong += one.wrong
		s.all.right += one.right
		s.all.quoted += one.quoted
	}
	s.about = s.all.wrong > 0 && aboutEncodings.MatchString(shownText(text))
	return s
}

// keeps reports whether a paragraph stays as it is.
func (s *spared) keeps(paragraph string) bool {
	if s.all.wrong == 0 {
		return true
	}
	otherwise := s.all.right >= s.all.wrong
	if s.about && (otherwise || s.all.wrong-s.all.quoted <= strayMost) {
		return true
	}
	if s.all.right == 0 {
		return false
	}
	one := s.look(paragraph)
	return one.wrong > 0 && (one.beside || otherwise && one.quoted == one.wrong)
}

// paragraphs yields the paragraphs of a text or page; together they are the text.
func paragraphs(text string) func(func(string) bool) {
	return func(yield func(string) bool) {
		from := 0
		for _, at := range paragraphEnd.FindAllStringIndex(text, -1) {
			if at[0] > from {
				if !yield(text[from:at[0]]) {
					return
				}
				from = at[0]
			}
		}
		if from < len(text) {
			yield(text[from:])
		}
	}
}

// look counts the sequences of a paragraph.
func (s *spared) look(paragraph string) sequences {
	var c sequences
	if ascii(paragraph) {
		return c
	}
	text := paragraph
	if strings.Contains(text, "<") {
		text = tagOf.ReplaceAllString(codeTag.ReplaceAllString(text, "`"), "")
	}
	prev := rune(0)
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		if r < utf8.RuneSelf {
			prev, i = r, i+1
			continue
		}
		out, used := s.find(text[i:], prev)
		if used == 0 {
			if unicode.IsLetter(r) && !leftover(r) || r >= 0x2010 && r <= 0x203a && prev != 'â' {
				c.right++
			}
			prev, i = r, i+n
			continue
		}
		c.wrong++
		if len(text) <= paragraphMost && quotedAt(text, i) {
			c.quoted++
		}
		c.beside = c.beside || c.wrong <= mentionMost && s.besideRight(text[max(0, i-besideReach):min(len(text), i+besideReach)], min(i, besideReach))
		prev, _ = utf8.DecodeLastRuneInString(out)
		i += used
	}
	return c
}

// leftover reports whether a letter can be what is left of a sequence that was cut.
func leftover(r rune) bool { return strings.ContainsRune("ÃÂâÐÑÅÄð", r) }

// besideRight reports whether the word around the sequence at i stands rightly
// spelt in the text, too; a sequence alone is a word.
func (s *spared) besideRight(text string, i int) bool {
	from := strings.LastIndexFunc(text[:i], endsWord) + 1
	to := len(text)
	if n := strings.IndexFunc(text[i:], endsWord); n >= 0 {
		to = i + n
	}
	word := text[from:to]
	if len(word) > wordMost {
		return false
	}
	var b strings.Builder
	prev := rune(0)
	for k := 0; k < len(word); {
		out, used := s.find(word[k:], prev)
		if used == 0 {
			r, n := utf8.DecodeRuneInString(word[k:])
			b.WriteString(word[k : k+n])
			prev, k = r, k+n
			continue
		}
		b.WriteString(out)
		prev, _ = utf8.DecodeLastRuneInString(out)
		k += used
	}
	right := strings.TrimFunc(b.String(), func(r rune) bool { return !unicode.IsLetter(r) })
	return !ascii(right) && strings.Contains(text, right)
}

// endsWord reports whether a character parts words; marks that sequences hold do not.
func endsWord(r rune) bool { return r <= ' ' || strings.ContainsRune("\"`()[]<>,;:!?/=", r) }

// quotedReach is how far from a quotation mark what it begins or ends may
// stand, in bytes.
const quotedReach = 80

// quotedAt reports whether what stands at i stands between quotation marks, in
// brackets or in code that was marked.
func quotedAt(text string, i int) bool {
	before, after := text[max(0, i-quotedReach):i], text[i:min(len(text), i+quotedReach)]
	for _, m := range [...][2]string{{"“", "”"}, {"„", "“"}, {"«", "»"}, {"(", ")"}, {"[", "]"}} {
		if strings.LastIndex(before, m[0]) > strings.LastIndex(before, m[1]) && strings.Contains(after, m[1]) {
			return true
		}
	}
	for _, m := range [...]string{`"`, "`"} {
		if strings.Count(text[:i], m)%2 == 1 && strings.Contains(after, m) {
			return true
		}
	}
	return false
}

// shownText is what a page shows, roughly: without its tags, scripts and styles.
func shownText(text string) string {
	if !strings.Contains(text, "</") {
		return text
	}
	var b strings.Builder
	for text != "" {
		i := strings.IndexByte(text, '<')
		if i < 0 {
			break
		}
		b.WriteString(text[:i])
		text = text[i:]
		end := ">"
		for _, name := range [...]string{"script", "style"} {
			if _, ok := cutFold(text[1:], name); ok {
				end = "</" + name
			}
		}
		if i = strings.Index(text, end); i < 0 {
			return b.String()
		}
		text = text[i+len(end):]
	}
	b.WriteString(text)
	return b.String()
}

// cutFold cuts a prefix in any case.
func cutFold(s, prefix string) (string, bool) {
	if len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix) {
		return s[len(prefix):], true
	}
	return s, false
}

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
