// Package passage finds passages in a text by their words, whatever marks,
// blanks and markup stand between them: highlights of a text that was replaced,
// and passages that exports brought without a place. Begin with [New]; [Text.Find]
// finds what an anchor tells of, [Text.Words] a passage of which only the words
// are known.
package passage

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"offprint/reader"
	"offprint/store/folded"
)

// Text is a text in which passages are sought. It is for one goroutine.
type Text struct {
	markdown reader.Text
	plain    *reader.Plain
	words    []placedWord // of plain, listed when first needed
	listed   bool
	compared int // words so far
}

// Markdown returns the text as it was given to New.
func (w *Text) Markdown() reader.Text { return w.markdown }

// Plain returns the plain text as it was given to New.
func (w *Text) Plain() *reader.Plain { return w.plain }

// maxCompared bounds how many words are compared for one article: a file that
// repeats a word a million times holds nobody up. What is sought then is lost.
const maxCompared = 20_000_000

type placedWord struct {
	word       string
	start, end int
}

// New returns the text of an article. Its plain text may be empty, where it is
// damaged: passages are then found in the Markdown alone.
func New(markdown reader.Text, plain *reader.Plain) *Text {
	return &Text{markdown: markdown, plain: plain}
}

// Find returns where an anchor's words stand. One that was made here is looked
// for as it is first, and by its words if these are enough to tell it from
// others; one that came without a place is found by its words.
func (w *Text) Find(at reader.Anchor) (reader.Span, bool) {
	if at.Exact == "" {
		return at.Find(w.markdown)
	}
	loose := at.Span.Empty()
	if !loose {
		if s, ok := at.Find(w.markdown); ok {
			return s, true
		}
	}
	if s, ok := w.Words(string(at.Exact), loose); ok {
		return s, true
	}
	if loose && (w.plain.Text == "" || len(folded.Words(string(at.Exact))) == 0) {
		return at.Find(w.markdown)
	}
	return reader.Span{}, false
}

// Enough is how many words tell a passage from others like it.
const Enough = 3

// Words returns where words stand in a row; the first and the last may be
// cut, as a pointer marks them. Few words that stand in several places are
// found at the first if any will do.
func (w *Text) Words(passage string, any bool) (reader.Span, bool) {
	words := folded.Words(passage)
	if len(words) == 0 {
		return reader.Span{}, false
	}
	w.list()
	for _, cut := range []bool{false, true} {
		if cut && len(words) < Enough {
			break
		}
		at, several := w.row(words, cut)
		if at < 0 {
			continue
		}
		if several && !any && len(words) < Enough {
			return reader.Span{}, false
		}
		start, end := w.edges(passage, words, at, at+len(words)-1)
		return w.plain.Span(start, end), true
	}
	if first, last, ok := w.framed(words); ok {
		start, end := w.edges(passage, words, first, last)
		return w.plain.Span(start, end), true
	}
	return reader.Span{}, false
}

// What makes a long passage found although some words within it differ, such
// as the number of a footnote or a word that is divided elsewhere: it begins
// and ends with the same words, and most of the others are there.
const (
	frameWords = 5
	frameShare = 0.8 // of the passage's words
)

// framed returns the first and the last word of a stretch that has the
// passage's beginning, end and most of its words.
func (w *Text) framed(words []string) (first, last int, ok bool) {
	if len(words) < 3*frameWords {
		return 0, 0, false
	}
	head, tail := words[:frameWords], words[len(words)-frameWords:]
	longest := len(words) + len(words)/5 + frameWords
	for i := range w.words {
		if w.compared > maxCompared {
			break
		}
		if !w.rowAt(i, head) {
			continue
		}
		for k := i + len(words)/2; k < min(i+longest, len(w.words)); k++ {
			if w.rowAt(k, tail) && w.shares(words, i, k+frameWords) {
				return i, k + frameWords - 1, true
			}
		}
	}
	return 0, 0, false
}

// rowAt reports whether words stand in a row from place i on.
func (w *Text) rowAt(i int, words []string) bool {
	if i+len(words) > len(w.words) {
		return false
	}
	for k, want := range words {
		if w.compared++; w.words[i+k].word != want {
			return false
		}
	}
	return true
}

// shares reports whether the words from place i to k have most of a passage's.
func (w *Text) shares(words []string, i, k int) bool {
	w.compared += k - i
	there := map[string]int{}
	for _, p := range w.words[i:k] {
		there[p.word]++
	}
	common := 0
	for _, word := range words {
		if there[word] > 0 {
			there[word]--
			common++
		}
	}
	return float64(common) >= frameShare*float64(max(len(words), k-i))
}

func (w *Text) list() {
	if w.listed {
		return
	}
	w.listed = true
	folded.Each(w.plain.Text, func(start, end int, word string) bool {
		w.words = append(w.words, placedWord{word, start, end})
		return true
	})
}

// row returns the first of the words that stand in a row, -1 if they do not,
// and whether they do so again.
func (w *Text) row(words []string, cut bool) (first int, again bool) {
	first = -1
	last := len(words) - 1
next:
	for i := 0; i+last < len(w.words) && w.compared < maxCompared; i++ {
		for k, want := range words {
			w.compared++
			have := w.words[i+k].word
			if have == want || cut && k == 0 && strings.HasSuffix(have, want) || cut && k == last && strings.HasPrefix(have, want) {
				continue
			}
			continue next
		}
		if first >= 0 {
			return first, true
		}
		first = i
	}
	return first, false
}

// edges returns where the passage begins and ends in the plain text: at its
// words, and the marks around them if it has such.
func (w *Text) edges(passage string, words []string, from, to int) (start, end int) {
	first, last := w.words[from], w.words[to]
	start, end = first.start, last.end
	text := w.plain.Text
	if first.word != words[0] { // cut
		start += cutAfter(text[first.start:first.end], len(first.word)-len(words[0]))
	}
	if tail := words[len(words)-1]; last.word != tail {
		end = last.start + cutAfter(text[last.start:last.end], len(tail))
	}
	for range marksBefore(passage) {
		r, n := utf8.DecodeLastRuneInString(text[:start])
		if !isMark(r) {
			break
		}
		start -= n
	}
	for range marksAfter(passage) {
		r, n := utf8.DecodeRuneInString(text[end:])
		if !isMark(r) {
			break
		}
		end += n
	}
	return start, end
}

// cutAfter returns how many bytes of a word become the first n bytes of its
// folded form, accents that stand behind a letter with it.
func cutAfter(word string, n int) int {
	for i, r := range word {
		m := len(folded.Key(string(r)))
		if n <= 0 && m > 0 {
			return i
		}
		n -= m
	}
	return len(word)
}

func isMark(r rune) bool { return unicode.IsPunct(r) || unicode.IsSymbol(r) }

// marksBefore counts the marks that a passage begins with.
func marksBefore(s string) int {
	n := 0
	for _, r := range strings.TrimSpace(s) {
		if !isMark(r) {
			break
		}
		n++
	}
	return n
}

// marksAfter counts the marks that a passage ends with.
func marksAfter(s string) int {
	s = strings.TrimSpace(s)
	n := 0
	for len(s) > 0 {
		r, size := utf8.DecodeLastRuneInString(s)
		if !isMark(r) {
			break
		}
		s, n = s[:len(s)-size], n+1
	}
	return n
}
