// Package compare tells how one text became another, word by word: two
// versions of an article, or the same quote in two papers.
package compare

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/sergi/go-diff/diffmatchpatch"
)

// Op tells what became of a stretch of text.
type Op uint8

// What became of it.
const (
	Same Op = iota
	Gone    // only in the old text
	New     // only in the new text
)

// Edit is a stretch of whole words, with the white space after them.
type Edit struct {
	Op   Op
	Text string
}

// patience is how long the shortest way is looked for; after that a longer one will do.
const patience = 500 * time.Millisecond

// Words returns the edits that make new of old. The texts of Same and Gone
// joined are old, those of Same and New joined are new. It uses the algorithm
// of Myers, An O(ND) difference algorithm (1986), by way of a library.
func Words(old, new string) []Edit {
	t := table{byWord: map[string]rune{}}
	a, b := t.runes(old), t.runes(new)
	if t.full { // a million distinct words: no article, and nothing to compare
		return []Edit{{Gone, old}, {New, new}}
	}
	d := diffmatchpatch.New()
	d.DiffTimeout = patience
	diffs := d.DiffCleanupMerge(d.DiffMainRunes(a, b, false))
	var out []Edit
	for _, diff := range diffs {
		e := Edit{Text: t.text(diff.Text)}
		switch diff.Type {
		case diffmatchpatch.DiffDelete:
			e.Op = Gone
		case diffmatchpatch.DiffInsert:
			e.Op = New
		}
		if n := len(out); n > 0 && out[n-1].Op == e.Op {
			out[n-1].Text += e.Text
			continue
		}
		if e.Text != "" {
			out = append(out, e)
		}
	}
	return out
}

// table writes every distinct word as one character, so that words are compared whole.
type table struct {
	byWord map[string]rune
	words  []string
	full   bool // there are more distinct words than characters
}

// The characters that stand for words: those that survive a way through UTF-8.
const (
	firstRune  = 1
	surrogates = 0xd800
	afterwards = 0xe000
)

func (t *table) runes(s string) []rune {
	var out []rune
	for s != "" {
		n := word(s)
		w := s[:n]
		r, ok := t.byWord[w]
		if !ok {
			r = firstRune + rune(len(t.words))
			if r >= surrogates {
				r += afterwards - surrogates
			}
			if r > unicode.MaxRune {
				t.full = true
				return nil
			}
			t.byWord[w] = r
			t.words = append(t.words, w)
		}
		out = append(out, r)
		s = s[n:]
	}
	return out
}

// word returns the length of the first word of s with the white space after it, in bytes.
func word(s string) int {
	i := strings.IndexFunc(s, unicode.IsSpace)
	if i < 0 {
		return len(s)
	}
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		if !unicode.IsSpace(r) {
			break
		}
		i += n
	}
	return i
}

func (t *table) text(runes string) string {
	var b strings.Builder
	for _, r := range runes {
		if r >= afterwards {
			r -= afterwards - surrogates
		}
		if i := int(r) - firstRune; i >= 0 && i < len(t.words) {
			b.WriteString(t.words[i])
		}
	}
	return b.String()
}
